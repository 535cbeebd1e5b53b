-- A parsed table as Typst code. Cell text goes out as string literals, so nothing in it is code.

local Teks = require("lua/teks")
local Tabel = require("lua/tabel")
local Sejajar = require("lua/sejajar")
local Suku = require("lua/suku")

local Typst = {}

-- Rows that head the rows after them, and how deep.
local HEADS = { grup = 2, subjudul = 3 }

local function number_code(cell)
  if (cell.before or "") == "" and (cell.after or "") == "" then
    return Suku.typst(cell.text)
  end
  return "lkjip-sejajar(" .. Teks.typst(cell.before or "") .. ", " .. Teks.typst(cell.text) .. ", "
    .. Teks.typst(cell.after) .. ")"
end

local function cell_code(cell, row, align)
  local options = { "align: " .. (align or cell.align) }
  if cell.rows > 1 then
    options[#options + 1] = "rowspan: " .. cell.rows
  end
  if cell.columns > 1 then
    options[#options + 1] = "colspan: " .. cell.columns
  end
  local kind = row.class
  if row.part == "head" and kind ~= "nomor-kolom" then
    kind = "kepala"
  end
  local text = number_code(cell)
  return "lkjip-sel(" .. Teks.typst(kind) .. ", " .. table.concat(options, ", ") .. ", "
    .. (cell.mark and "highlight(" .. text .. ")" or text) .. "),"
end

local function points(number)
  return string.format("%.1fpt", number)
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

--- The table as a call of `lkjip-tabel` (see typst/tabel.typ). `signed`: a signature follows it.
function Typst.table_code(tabel, fit, signed)
  local last = last_rows(tabel, fit)
  local aligns = fit.halved and {} or Tabel.column_aligns(tabel)
  local widths = {}
  for i, width in ipairs(fit.widths) do
    widths[i] = string.format("%.2ffr", width)
  end
  local lines = { "lkjip-tabel(ukuran: " .. points(fit.size)
    .. ", kepala: " .. #tabel.head .. (fit.dense and ", rapat: true" or "") .. (last and signed and ", bertanda: true" or "")
    .. ", kolom: (" .. table.concat(widths, ", ") .. ",)," }
  lines[#lines + 1] = "table.header("
  local row_now
  Tabel.each_cell({ head = tabel.head, body = {} }, function(cell, row, column)
    lines[#lines + 1] = "  " .. cell_code(cell, row, cell.columns == 1 and aligns[column])
  end)
  lines[#lines + 1] = "),"
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
    local code = cell_code(cell, row)
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
