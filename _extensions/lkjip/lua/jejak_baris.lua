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
local function worked(meta, node, name)
  local figures, result = Jejak.with_figures(meta, node), Jejak.figure(node)
  local line = figures and figures ~= result and figures .. " = " .. result or result
  return name and name .. " = " .. line or line
end

--- Lines for a number that was computed; first its own, then those of the inputs that were
-- computed too.
local function formula_lines(meta, key)
  local lines, seen = pandoc.List({}), {}
  local function visit(own, name)
    local node = Jejak.node(meta, own)
    if not node or not Jejak.formula(node) or seen[own] then
      return
    end
    seen[own] = true
    lines:insert(worked(meta, node, own ~= key and (name or Jejak.text_of(node.nama)) or nil))
    for _, input in ipairs(Jejak.inputs(node)) do
      visit(input.key, input.name)
    end
  end
  visit(key)
  return lines
end

--- The cells that a number rests on. One cell is quoted, of several only the places are named.
local function sources(meta, key)
  local node = Jejak.node(meta, key)
  local place = Jejak.source(node)
  if place and not Jejak.formula(node) then
    local text = Jejak.text_of(node.nilai) or ""
    return place .. (text == "" and ", sel kosong" or ": “" .. text .. "”")
  end
  return table.concat((Jejak.summary(meta, { key })), "\n")
end

--- The text of a column's heads, top down.
function Baris.heads(tabel)
  local heads = {}
  Tabel.each_cell({ head = tabel.head, body = {} }, function(cell, line, column)
    if line.class == "nomor-kolom" then
      return
    end
    local text = cell.text:gsub("\u{ad}", ""):gsub("%s+", " ")
    for covered = column, column + cell.columns - 1 do
      heads[covered] = (heads[covered] and heads[covered] .. " › " or "") .. text
    end
  end)
  return heads
end

--- What each row is about: its first cell with a word in it.
local function names_of(tabel)
  local names = {}
  Tabel.each_cell({ head = {}, body = tabel.body }, function(cell, _, _, index)
    for covered = index, index + cell.rows - 1 do
      if not names[covered] and cell.text:find("%a%a%a") then
        names[covered] = cell.text:gsub("%s+", " ")
      end
    end
  end)
  return names
end

--- Whether a cell shows a number, or what was made of numbers; names are taken over as they are.
local function is_figure(cell, node)
  if node.jenis == "urut" then
    return false
  end
  return cell.align ~= "left" or Jejak.formula(node) ~= nil
end

--- Rows for the numbers of a printed table, under the name of the row that they stand in.
function Baris.of_table(meta, tabel)
  local rows, heads, names = pandoc.List({}), Baris.heads(tabel), names_of(tabel)
  local last
  Tabel.each_cell({ head = {}, body = tabel.body }, function(cell, _, column, index)
    local node = Jejak.node(meta, cell.trace)
    if not node or cell.text == "" or not is_figure(cell, node) then
      return
    end
    local name = names[index] or "Baris " .. index
    if last ~= index and name ~= rows.name then
      rows:insert(row("grup", Baris.cell(name, "left", 4)))
      rows.name = name
    end
    last = index
    rows:insert(row("isi", Baris.cell(heads[column] or ""), Baris.cell(cell.text, "right"),
      Baris.cell(table.concat(formula_lines(meta, cell.trace), "\n")),
      Baris.cell(sources(meta, cell.trace))))
  end)
  return rows
end

--- The row for a value of the text: its formula in words, with figures, and how it was printed.
function Baris.of_value(meta, id, printed, key, rounding)
  local lines = formula_lines(meta, key)
  local formula = Jejak.formula(Jejak.node(meta, key))
  if rounding then
    lines:insert(math.min(2, #lines + 1), "→ " .. printed .. ", " .. rounding)
  end
  if formula and formula ~= lines[1] then
    lines:insert(1, formula)
  end
  return row("isi", Baris.cell(id), Baris.cell(printed), Baris.cell(table.concat(lines, "\n")),
    Baris.cell(sources(meta, key)))
end

return Baris
