-- Where the numbers of a report come from, in words: the nodes of `jejak` in nilai.json, which the
-- notebooks recorded. The web page (jejak_html.lua) and the annex (jejak_lampiran.lua) print them.

local Angka = require("lua/angka")
local Data = require("lua/data")

local Jejak = {}

-- Letters of a text that was put together; a list of the report can be longer than a page.
local LONGEST_TEXT = 160
-- Of a sum with more numbers than LONGEST only the first ones are written out.
local LONGEST, SHOWN = 12, 4

-- What the report prints: kind → id → title of the table or figure, "" for a value.
Jejak.printed = { nilai = {}, tabel = {}, gambar = {} }

--- Note that the report prints a value, a table or a figure.
function Jejak.note(kind, id, title)
  Jejak.printed[kind][id] = title or ""
end

--- The node of a key; nil when there is none.
function Jejak.node(meta, key)
  local nodes = Data.load(meta).jejak
  return nodes and type(key) == "string" and nodes[key] or nil
end

--- A field as text; nil when it is absent or null.
local function text_of(value)
  return (type(value) == "string" or type(value) == "number") and tostring(value) or nil
end

local function names_year(...)
  for _, name in pairs({ ... }) do
    if name:lower():find("tahun", 1, true) or name:lower():find("year", 1, true) then
      return true
    end
  end
  return false
end

--- Whether a formula is about nothing but years: "tahun + 1".
local function makes_year(node)
  local names, years = 0, 0
  for name in pairs(type(node.masukan) == "table" and node.masukan or {}) do
    names, years = names + 1, years + (names_year(tostring(name)) and 1 or 0)
  end
  return names > 0 and names == years
end

--- The value of a node as a formula shows it.
function Jejak.figure(node, name)
  local text = text_of(node.nilai) or ""
  local year = names_year(text_of(node.kolom) or "", text_of(node.kunci) or "", name or "")
  return Angka.indonesian(text, year or makes_year(node)) or text
end

--- A text that is not longer than a reader wants to see again.
function Jejak.shortened(text)
  local length = utf8.len(text)
  if length and length > LONGEST_TEXT then
    return text:sub(1, utf8.offset(text, LONGEST_TEXT + 1) - 1) .. "…"
  end
  return text
end

local function is_word(character)
  return character:find("[%w_\128-\255]") ~= nil
end

--- The longest of some names that stands at a place of a text as a whole word.
local function name_at(text, at, names)
  if is_word(text:sub(at - 1, at - 1)) then
    return nil
  end
  for _, name in ipairs(names) do
    local after = at + #name
    if text:sub(at, after - 1) == name and not is_word(text:sub(after, after)) then
      return name
    end
  end
end

--- Put figures in the place of names. Gives the text, and the names in the order of the text.
local function put_in(text, figures)
  local names = {}
  for name in pairs(figures) do
    names[#names + 1] = name
  end
  table.sort(names, function(one, other) return #one > #other or #one == #other and one < other end)
  local parts, found, at = {}, pandoc.List({}), 1
  while at <= #text do
    local name = name_at(text, at, names)
    if name and not found:includes(name) then
      found:insert(name)
    end
    parts[#parts + 1] = name and figures[name] or text:sub(at, at)
    at = at + #(name or " ")
  end
  return table.concat(parts), found
end

--- The inputs of a node as a list of {name, key}, in the order of the formula; those of a sum have
-- no names.
function Jejak.inputs(node)
  local inputs = pandoc.List({})
  if type(node.masukan) ~= "table" then
    return inputs
  elseif #node.masukan > 0 then
    return pandoc.List(node.masukan):map(function(key) return { key = key } end)
  end
  local text = (text_of(node.rumus) or "") .. " " .. (text_of(node.hitung) or "")
  local _, order = put_in(text, node.masukan)
  local rest = pandoc.List({})
  for name in pairs(node.masukan) do
    if not order:includes(name) then
      rest:insert(name)
    end
  end
  rest:sort()
  order:extend(rest)
  return order:map(function(name) return { name = name, key = node.masukan[name] } end)
end

--- A figure that stands within a formula.
local function operand(meta, input)
  local node = Jejak.node(meta, input.key)
  local figure = node and Jejak.figure(node, input.name) or "?"
  return figure:find("^%-") and "(" .. figure .. ")" or figure
end

local function sum(meta, inputs)
  local terms = pandoc.List({})
  for index, input in ipairs(inputs) do
    if index <= SHOWN or #inputs <= LONGEST then
      terms:insert(operand(meta, input))
    end
  end
  if #terms < #inputs then
    terms:insert("… (" .. #inputs .. " angka)")
  end
  return table.concat(terms, " + ")
end

--- The formula of a node with the figures in the place of the names; nil where it says nothing new.
function Jejak.with_figures(meta, node)
  local inputs = Jejak.inputs(node)
  if #inputs == 0 then
    return nil
  elseif not inputs[1].name then
    return text_of(node.hitung) and sum(meta, inputs) or nil
  end
  local figures = {}
  for _, input in ipairs(inputs) do
    figures[input.name] = operand(meta, input)
  end
  local by_sign = (text_of(node.hitung) or ""):gsub("%*", "×")
  for _, formula in ipairs({ Jejak.formula(node) or "", by_sign }) do
    local text, found = put_in(formula, figures)
    if #found > 0 and text ~= formula then
      return text
    end
  end
end

--- The formula of a node in words; nil where it has none.
function Jejak.formula(node)
  local rounded = Angka.rounding(node)
  local input = rounded and Jejak.inputs(node)[1]
  if input then
    return (input.name or "angka") .. " " .. rounded
  end
  local words = text_of(node.rumus)
  if words and node.jenis == "cacah" then
    return "banyaknya " .. words
  elseif words and words:gsub("…", ""):find("^%s*$") then
    return "rangkaian teks"
  end
  return words
end

--- The name of what a formula computes; nil where the formula itself says it.
function Jejak.name(node)
  local name = text_of(node.nama)
  return name ~= Jejak.formula(node) and not Angka.rounding(node) and name or nil
end

--- Row numbers as ranges: "2–7, 9".
local function ranges(rows)
  local sorted, parts = pandoc.List(rows):clone(), {}
  sorted:sort()
  local from
  for index, row in ipairs(sorted) do
    from = from or row
    local following = sorted[index + 1]
    if following ~= row and following ~= row + 1 then
      parts[#parts + 1] = math.tointeger(from) .. (row > from and "–" .. math.tointeger(row) or "")
      from = nil
    end
  end
  return table.concat(parts, ", ")
end

local function rows_of(node)
  if type(node.baris) == "table" then
    return node.baris
  end
  return type(node.baris) == "number" and { node.baris } or {}
end

--- The file that a node was read from; nil for a computed one.
local function file_of(node)
  local file = text_of(node.berkas)
  return file ~= "" and file or nil
end

--- Where the text of a node stands: "anggaran.csv, baris 3, kolom pagu"; nil for a computed one.
function Jejak.source(node)
  local file = file_of(node)
  if not file then
    return node.jenis == "urut" and "nomor urut baris" or nil
  end
  local rows = ranges(rows_of(node))
  local column, key = text_of(node.kolom), text_of(node.kunci)
  return file .. (rows ~= "" and ", baris " .. rows or "") .. (column and ", kolom " .. column or "")
    .. (key and ", kunci " .. key or "")
end

--- Visit a node and all that it was made of, each once, inputs before what they make.
function Jejak.each(meta, key, visit, seen)
  local node = Jejak.node(meta, key)
  if not node or seen[key] then
    return
  end
  seen[key] = true
  for _, input in ipairs(Jejak.inputs(node)) do
    Jejak.each(meta, input.key, visit, seen)
  end
  visit(node, key)
end

--- Columns and rows of one file, gathered cell by cell.
local function add_cells(files, node)
  local name = node.berkas
  if not files[name] then
    files[name] = { rows = pandoc.List({}), names = pandoc.List({}), known = {} }
    files[#files + 1] = name
  end
  local file = files[name]
  for _, row in ipairs(rows_of(node)) do
    if not file.known[row] then
      file.known[row] = true
      file.rows:insert(row)
    end
  end
  local column = text_of(node.kolom) or text_of(node.kunci)
  if column and not file.names:includes(column) then
    file.names:insert(column)
  end
end

local function files_in_words(files)
  local words = pandoc.List({})
  table.sort(files)
  for _, name in ipairs(files) do
    local file = files[name]
    file.names:sort()
    local rows = ranges(file.rows)
    words:insert(name .. (rows ~= "" and ", baris " .. rows or "")
      .. (#file.names > 0 and ": " .. table.concat(file.names, ", ") or ""))
  end
  return words
end

--- What several numbers rest on, in words: their files with rows and columns, and their formulas.
function Jejak.summary(meta, keys)
  local files, formulas, seen = {}, pandoc.List({}), {}
  for _, key in ipairs(keys) do
    Jejak.each(meta, key, function(node)
      if file_of(node) then
        add_cells(files, node)
      end
      local name, formula = Jejak.name(node), Jejak.formula(node)
      local line = name and formula and name .. " = " .. formula
      if line and not formulas:includes(line) then
        formulas:insert(line)
      end
    end, seen)
  end
  return files_in_words(files), formulas
end

--- Keys of the nodes that a value, the cells of a table or a figure stand for.
function Jejak.keys(meta, kind, id)
  local entry = Data.entry(meta, kind, id)
  local keys = pandoc.List({})
  if kind == "tabel" then
    for key in Data.file(meta, "tabel", id .. ".html"):gmatch('data%-asal="(%x+)"') do
      keys:insert(key)
    end
  elseif kind == "gambar" then
    keys:extend(type(entry.asal) == "table" and entry.asal or {})
  elseif type(entry.asal) == "string" then
    keys:insert(entry.asal)
  end
  return keys
end

--- The id of a value in words: "tpak › realisasi".
function Jejak.value_name(id)
  return (id:gsub("%-", " "):gsub("%.", " › "))
end

--- The name of a notebook without folder and ending.
function Jejak.notebook_name(entry)
  return (text_of(entry.notebook) or ""):gsub("^.*/", ""):gsub("%.ipynb$", "")
end

Jejak.text_of = text_of
return Jejak
