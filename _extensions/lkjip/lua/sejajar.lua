-- Numbers of a column that line up at the decimal comma: what each of them lacks beside the others.

local Tabel = require("lua/tabel")

local Sejajar = {}

local MINUS = "\u{2212}"

--- The parts of a printed number: what stands before the comma, the decimals with it, the unit.
local function parts(text)
  local whole, decimals, unit = text:match("^([^%d]*[%d.]+)(,?%d*)(%%?)$")
  if whole and not whole:gsub(MINUS, "", 1):match("^R?p?%s*[%d.]+$") then
    return nil
  end
  return whole, decimals, unit
end

local function longer(one, other)
  return utf8.len(other) > utf8.len(one) and other or one
end

--- The beginning of a text: what it has more letters than another.
local function more_than(text, other)
  local more = utf8.len(text) - utf8.len(other)
  return more > 0 and text:sub(1, utf8.offset(text, more + 1) - 1) or ""
end

--- Numbers of each column, and the longest parts among them.
local function columns_of(tabel)
  local columns = {}
  Tabel.each_cell({ head = {}, body = tabel.body }, function(cell, _, column)
    local whole, decimals, unit = parts(cell.text)
    if whole then
      -- "Rp 1.000" stays on one line.
      cell.text = cell.text:gsub(" ", "\u{a0}")
    end
    if not whole or cell.columns > 1 or cell.align == "left" then
      return
    end
    local now = columns[column] or { cells = {}, whole = "", decimals = "", unit = "" }
    columns[column] = now
    now.whole, now.decimals = longer(now.whole, whole), longer(now.decimals, decimals)
    now.unit = longer(now.unit, unit)
    table.insert(now.cells, { cell = cell, whole = whole, decimals = decimals, unit = unit })
  end)
  return columns
end

--- Give cells `before` and `after`: text that takes room beside the number and is not seen.
function Sejajar.mark(tabel)
  for _, column in pairs(columns_of(tabel)) do
    for _, entry in ipairs(column.cells) do
      if entry.cell.align == "center" then
        entry.cell.before = more_than(column.whole, entry.whole)
      end
      -- "100%" beside "95,30%": the room of ",30".
      entry.cell.after = column.decimals:sub(#entry.decimals + 1)
        .. (entry.unit == "" and column.unit or "")
    end
  end
end

return Sejajar
