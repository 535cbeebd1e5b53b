-- A parsed table as Typst code. Cell text goes out as string literals, so nothing in it is code.

local Teks = require("lua/teks")
local Tabel = require("lua/tabel")
local Sejajar = require("lua/sejajar")
local Suku = require("lua/suku")

local Typst = {}

-- Rows that head the rows after them, and how deep.
local HEADS = { grup = 2, subjudul = 3 }

local function points(number)
  return string.format("%.1fpt", number)
end

local function text_code(cell, fit)
  if not cell.room then
    return Suku.typst(cell.text)
  end
  return "lkjip-sejajar(" .. points(cell.room * fit.size) .. ", " .. Teks.typst(cell.text) .. ", "
    .. Teks.typst(cell.after) .. ")"
end

--- `align`: that of its column, for a head; `before`: what the cell begins with.
local function cell_code(cell, row, fit, align, before)
  local numbers = row.class == "nomor-kolom"
  local options = { "align: " .. (numbers and "center" or align or cell.room and "center" or cell.align) }
  if cell.rows > 1 then
    options[#options + 1] = "rowspan: " .. cell.rows
  end
  if cell.columns > 1 then
    options[#options + 1] = "colspan: " .. cell.columns
  end
  local kind = row.class
  if row.part == "head" and not numbers then
    kind = fit.light and "kepala-ringan" or "kepala"
  end
  local text = (before or "") .. text_code(cell, fit)
  return "lkjip-sel(" .. Teks.typst(kind) .. ", " .. table.concat(options, ", ") .. ", "
    .. (cell.mark and "highlight({" .. text .. "})" or text) .. "),"
end

--- Where the head of each column stands: over its texts, and in the middle over numbers.
local function head_aligns(tabel, fit)
  if fit.light then
    return {}
  end
  local aligns = Tabel.column_aligns(tabel)
  for column in pairs(tabel.numeric or {}) do
    aligns[column] = "center"
  end
  return aligns
end

-- A pair of last rows with cells of more lines is too high to be held together.
local LAST_LINES = 9

--- The number of the first of the two last rows, which stay together; nil where a cell or a head
-- reaches over their edge.
local function last_rows(tabel, fit)
  local first = #tabel.body - 1
  local together = first > 1 and (fit.tallest or math.huge) <= LAST_LINES
  Tabel.each_cell({ head = {}, body = tabel.body }, function(cell, row, _, index)
    together = together and not (index < first and index + cell.rows > first)
      and not (index >= first - 1 and HEADS[row.class])
  end)
  return together and first or nil
end

local function sum(numbers, from, to)
  local total = 0
  for i = from, to do
    total = total + numbers[i]
  end
  return total
end

--- The cells that cover several rows, and the first cell of each row that does not.
local function spans_of(tabel)
  local spanning, first = {}, {}
  Tabel.each_cell({ head = {}, body = tabel.body }, function(cell, _, column, index)
    if cell.rows > 1 then
      spanning[#spanning + 1] = { cell = cell, row = index, column = column }
    else
      first[index] = first[index] or { cell = cell, column = column }
    end
  end)
  return spanning, first
end

--- What a cell of each row begins with when cells beside it cover several rows: a mark of the row, and
-- the texts of those cells, for the page on which the row comes first (see lkjip-baris).
local function repeats(tabel, fit)
  local spanning, first = spans_of(tabel)
  local code = {}
  for index, own in pairs(#spanning > 0 and first or {}) do
    local group, texts = index, {}
    for _, span in ipairs(spanning) do
      if span.row <= index and index < span.row + span.cell.rows then
        group = math.min(group, span.row)
        if span.row < index and span.column < own.column then
          texts[#texts + 1] = ", (" .. points(sum(fit.widths, span.column, own.column - 1)) .. ", "
            .. points(sum(fit.widths, span.column, span.column + span.cell.columns - 1)) .. ", "
            .. span.cell.align .. ", " .. text_code(span.cell, fit) .. ")"
        end
      end
    end
    code[own.cell] = "lkjip-baris(" .. group .. table.concat(texts) .. ") + "
  end
  return code
end

--- The head of the table. Its first cell says on later pages that the table goes on there.
local function head_code(tabel, fit, lines)
  local aligns = head_aligns(tabel, fit)
  local before = not fit.dense and "lkjip-lanjutan + " or nil
  lines[#lines + 1] = "table.header("
  Tabel.each_cell({ head = tabel.head, body = {} }, function(cell, row, column)
    lines[#lines + 1] = "  " .. cell_code(cell, row, fit, cell.columns == 1 and aligns[column], before)
    before = nil
  end)
  lines[#lines + 1] = "lkjip-garis-kepala),"
end

--- The table as a call of `lkjip-tabel` (see typst/tabel.typ). `signed`: a signature follows it.
function Typst.table_code(tabel, fit, signed)
  local last = last_rows(tabel, fit)
  local befores = repeats(tabel, fit)
  local widths = {}
  for i, width in ipairs(fit.widths) do
    widths[i] = string.format("%.2ffr", width)
  end
  local lines = { "lkjip-tabel(ukuran: " .. points(fit.size)
    .. ", kepala: " .. #tabel.head .. (fit.dense and ", rapat: true" or "") .. (last and signed and ", bertanda: true" or "")
    .. ", kolom: (" .. table.concat(widths, ", ") .. ",)," }
  head_code(tabel, fit, lines)
  local row_now
  Tabel.each_cell({ head = {}, body = tabel.body }, function(cell, row, _, index)
    if row ~= row_now then
      if index == last then
        lines[#lines + 1] = "table.footer(repeat: false,"
      end
      if row.class == "jumlah" then
        lines[#lines + 1] = "lkjip-garis-jumlah,"
      end
    end
    row_now = row
    local code = cell_code(cell, row, fit, nil, befores[cell])
    if HEADS[row.class] and cell.columns == #tabel.widths then
      -- A head within the table: it is never the last row of a page.
      code = "table.header(level: " .. HEADS[row.class] .. ", repeat: false, " .. code .. "),"
    end
    lines[#lines + 1] = "  " .. code
  end)
  lines[#lines + 1] = "lkjip-garis-akhir"
  if last then
    lines[#lines + 1] = (signed and ", lkjip-ruang-tanda(" .. #tabel.widths .. ")" or "") .. ")"
  end
  lines[#lines + 1] = ")"
  return table.concat(lines, "\n")
end

--- Prepare a table before it is fitted: its numbers line up.
Typst.prepare = Sejajar.mark

return Typst
