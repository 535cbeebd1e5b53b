-- Rows of the annex "Jejak data": a number, its formula with the figures put in, its sources.

local Jejak = require("lua/jejak")
local Tabel = require("lua/tabel")

local Baris = {}

--- A cell of a table as lua/tabel.lua describes it.
function Baris.cell(text, align, columns)
  return { text = text, align = align or "left", rows = 1, columns = columns or 1 }
end

local function row(class, ...)
  return { part = "body", class = class, cells = { ... } }
end

--- A formula with figures and its result in one line: "72,79 / 71,03 × 100% = 102,477826…".
local function worked(node, name)
  local result = Jejak.shortened(node.hasil)
  local line = node.angka and node.angka ~= result and node.angka .. " = " .. result or result
  return name and name .. " = " .. line or line
end

--- Lines for a number that was computed; first its own, then those of the inputs that were
-- computed too.
local function formula_lines(meta, key)
  local lines, seen = pandoc.List({}), {}
  local function visit(own, name)
    local node = Jejak.node(meta, own)
    if not node.rumus or seen[own] then
      return
    end
    seen[own] = true
    lines:insert(worked(node, own ~= key and (name or node.nama) or nil))
    for _, input in ipairs(Jejak.inputs(node)) do
      visit(input.key, input.name)
    end
  end
  visit(key)
  return lines
end

--- Where a number comes from, line by line: how it was computed, and the cells that it rests on.
-- One cell is quoted, of several only the places are named.
local function origin(node, lines)
  if node.rumus then
    lines:insert("Sumber: " .. table.concat(node.berkas, "; "))
  else
    local text = node.isi or node.hasil
    lines:insert(node.sumber .. (text == "" and ", sel kosong" or ": “" .. Jejak.shortened(text) .. "”"))
  end
  return Baris.cell(table.concat(lines, "\n"))
end

--- The tiers of each column's head, the lowest first.
local function tiers_of(tabel)
  local tiers = {}
  Tabel.each_cell({ head = tabel.head, body = {} }, function(cell, line, column)
    local text = cell.text:gsub("\u{ad}", ""):gsub("%s+", " ")
    for covered = column, column + cell.columns - 1 do
      tiers[covered] = tiers[covered] or pandoc.List({})
      if line.class ~= "nomor-kolom" then
        tiers[covered]:insert(1, text)
      end
    end
  end)
  return tiers
end

--- The head of each column, with as many tiers as it takes to tell it from the others.
function Baris.heads(tabel)
  local tiers, heads = tiers_of(tabel), {}
  for column, own in ipairs(tiers) do
    local alike = 0
    for _, other in ipairs(tiers) do
      alike = alike + (other[1] == own[1] and 1 or 0)
    end
    heads[column] = (alike > 1 and own[2] and own[2] .. " › " or "") .. (own[1] or "")
  end
  return heads
end

--- What each row is about: the first of its texts that belongs to the fewest rows.
local function names_of(tabel)
  local found = {}
  Tabel.each_cell({ head = {}, body = tabel.body }, function(cell, line, _, index)
    for covered = index, index + cell.rows - 1 do
      local before = found[covered]
      local words = (cell.align == "left" or line.class == "jumlah") and cell.text:find("%a")
      if words and (not before or cell.rows < before.rows) then
        found[covered] = cell
      end
    end
  end)
  local names = {}
  for index, cell in pairs(found) do
    names[index] = cell.text:gsub("%s+", " ")
  end
  return names
end

--- Whether a cell shows a number, or what was made of numbers; names are taken over as they are.
local function is_figure(cell, node)
  return not node.urut and (cell.align ~= "left" or node.rumus ~= nil)
end

--- Rows for the numbers of a printed table, under the name of the row that they stand in.
function Baris.of_table(meta, tabel)
  local rows, heads, names = pandoc.List({}), Baris.heads(tabel), names_of(tabel)
  local last
  Tabel.each_cell({ head = {}, body = tabel.body }, function(cell, _, column, index)
    local node = cell.trace and Jejak.node(meta, cell.trace)
    if not node or cell.text == "" or not is_figure(cell, node) then
      return
    end
    local name = names[index] or "Baris " .. index
    if last ~= index and name ~= rows.name then
      rows:insert(row("grup", Baris.cell(name, "left", 3)))
      rows.name = name
    end
    last = index
    rows:insert(row("isi", Baris.cell(heads[column] or ""), Baris.cell(cell.text, "right"),
      origin(node, formula_lines(meta, cell.trace))))
  end)
  return rows
end

--- The id of a value in words: "tpak › realisasi".
local function name_of_value(id)
  return (id:gsub("%-", " "):gsub("%.", " › "))
end

--- The row for a value of the text: its formula in words, with figures, and how it was printed.
function Baris.of_value(meta, id, printed, part)
  local lines, node = formula_lines(meta, part.asal), Jejak.node(meta, part.asal)
  if part.bulat then
    lines:insert(math.min(2, #lines + 1), "→ " .. printed .. ", " .. part.bulat)
  end
  if node.rumus and node.rumus ~= lines[1] then
    lines:insert(1, node.rumus)
  end
  return row("isi", Baris.cell(name_of_value(id)), Baris.cell(printed), origin(node, lines))
end

return Baris
