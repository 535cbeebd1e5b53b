-- Numbers of a column that line up at the decimal comma, as one block in the middle of the column, below
-- its head.

local Tabel = require("lua/tabel")
local Lebar = require("lua/lebar_teks")

local Sejajar = {}

local MINUS = "\u{2212}"
-- What stands for nothing among numbers.
local NIL = { ["-"] = true, ["\u{2013}"] = true }

--- The parts of a printed number: what stands before the comma, the decimals with it, the unit.
local function parts(text)
  if NIL[text] then
    return text, "", ""
  end
  local whole, decimals, unit = text:match("^([^%d]*[%d.]+)(,?%d*)(%%?)$")
  if whole and not whole:gsub(MINUS, "", 1):match("^R?p?%s*[%d.]+$") then
    return nil
  end
  return whole, decimals, unit
end

local function longer(one, other)
  return utf8.len(other) > utf8.len(one) and other or one
end

--- Numbers of each column, and the longest parts among them.
local function columns_of(tabel)
  local columns = {}
  Tabel.each_cell({ head = {}, body = tabel.body }, function(cell, row, column)
    local whole, decimals, unit = parts(cell.text)
    if whole then
      -- "Rp 1.000" stays on one line.
      cell.text = cell.text:gsub(" ", "\u{a0}")
    end
    if not whole or cell.columns > 1 or cell.align == "left" then
      return
    end
    local now = columns[column] or { cells = {}, decimals = "", unit = "" }
    columns[column] = now
    now.decimals, now.unit = longer(now.decimals, decimals), longer(now.unit, unit)
    table.insert(now.cells, { cell = cell, decimals = decimals, unit = unit, bold = row.class == "jumlah" })
  end)
  return columns
end

--- A sign does not part from its number or word: "%" is not alone on a line, "Th. 2020" is one word.
local function join_signs(tabel)
  Tabel.each_cell({ head = tabel.head, body = {} }, function(cell)
    cell.text = cell.text:gsub("^%% ", "%%\u{a0}"):gsub("([ \n]%%) ", "%1\u{a0}"):gsub(" %%$", "\u{a0}%%")
      :gsub("(%f[%a]Th%.) (%d)", "%1\u{a0}%2")
  end)
end

--- Cells beside numbers that are none ("BB") stand in the middle of their column, too.
local function centre_others(tabel, columns)
  Tabel.each_cell({ head = {}, body = tabel.body }, function(cell, _, column)
    if columns[column] and not cell.room and cell.columns == 1 and cell.align == "right" then
      cell.align = "center"
    end
  end)
end

--- Give cells `after`, text that takes room beside the number and is not seen, and `room`, the width of
-- their column's block at size 1; and the table `numeric`, by the number of the column.
function Sejajar.mark(tabel)
  local columns = columns_of(tabel)
  for _, column in pairs(columns) do
    local room = 0
    for _, entry in ipairs(column.cells) do
      -- "100%" beside "95,30%": the room of ",30".
      entry.cell.after = column.decimals:sub(#entry.decimals + 1)
        .. (entry.unit == "" and column.unit or "")
      room = math.max(room, Lebar.text(entry.cell.text .. entry.cell.after, 1, nil, entry.bold))
    end
    for _, entry in ipairs(column.cells) do
      entry.cell.room = room
    end
  end
  centre_others(tabel, columns)
  join_signs(tabel)
  tabel.numeric = columns
end

return Sejajar
