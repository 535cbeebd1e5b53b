-- A parsed table as Typst code. Cell text goes out as string literals, so nothing in it is code.

local Teks = require("lua/teks")
local Tabel = require("lua/tabel")

local Typst = {}

local function cell_code(cell, row)
  local options = { "align: " .. cell.align }
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
  return "lkjip-sel(" .. Teks.typst(kind) .. ", " .. table.concat(options, ", ") .. ", "
    .. Teks.typst(cell.text) .. "),"
end

local function points(number)
  return string.format("%.1fpt", number)
end

--- The table as a call of `lkjip-tabel` (see typst/tabel.typ).
function Typst.table_code(tabel, fit)
  local widths = {}
  for i, width in ipairs(fit.widths) do
    widths[i] = string.format("%.2ffr", width)
  end
  local lines = { "lkjip-tabel(ukuran: " .. points(fit.size)
    .. ", kepala: " .. #tabel.head
    .. ", kolom: (" .. table.concat(widths, ", ") .. ",)," }
  lines[#lines + 1] = "table.header("
  local row_now
  Tabel.each_cell({ head = tabel.head, body = {} }, function(cell, row)
    lines[#lines + 1] = "  " .. cell_code(cell, row)
  end)
  lines[#lines + 1] = "),"
  Tabel.each_cell({ head = {}, body = tabel.body }, function(cell, row)
    if row ~= row_now and row.class == "jumlah" then
      lines[#lines + 1] = "lkjip-garis-jumlah,"
    end
    row_now = row
    lines[#lines + 1] = "  " .. cell_code(cell, row)
  end)
  lines[#lines + 1] = ")"
  return table.concat(lines, "\n")
end

return Typst
