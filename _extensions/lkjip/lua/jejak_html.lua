-- The traces that the web page shows, as JSON within it: what the page prints, and no more.

local Jejak = require("lua/jejak")
local SumberData = require("lua/sumber_data")

local Html = {}

-- In the page nodes are numbered from 0: their keys would be a tenth of its weight.
local keys, numbers = pandoc.List({}), {}

local function number(key)
  if not numbers[key] then
    numbers[key] = #keys
    keys:insert(key)
  end
  return numbers[key]
end

--- Whether the page can be asked for it: numbers, and words that may depend on them (html/jejak.js).
local function asked(node)
  return node and (node.kata or node.hasil:find("%d") or #node.hasil <= 2)
end

--- HTML of a table whose cells name their nodes as the page does; names stay names.
function Html.numbered(meta, html)
  return (html:gsub('(<t[dh][^<>]* data%-asal=")(%x+)"', function(before, key)
    if asked(Jejak.node(meta, key)) then
      return before .. number(key) .. '"'
    end
    return (before:gsub(' data%-asal="$', ""))
  end))
end

-- Where data comes from, in words: what files hold, by name, and who else says so, from 0.
local origins, contents, places = pandoc.List({}), {}, {}

--- The number of a node's origin in the list of the page; nil when it is what its file holds.
local function origin(meta, node)
  local file, content, words = SumberData.of(meta, node.sumber or "")
  if file then
    contents[file] = content
  end
  if words and not places[words] then
    places[words] = #origins
    origins:insert(words)
  end
  return words and places[words]
end

--- A node as the page reads it; its inputs get numbers, too.
local function node_for_page(meta, node)
  local inputs = Jejak.inputs(node):map(function(input)
    local own = number(input.key)
    return input.name and pandoc.List({ input.name, own }) or own
  end)
  return {
    nama = node.nama,
    rumus = node.rumus,
    angka = node.angka,
    dasar = node.dasar,
    sumber = node.sumber,
    dari = origin(meta, node),
    hasil = node.rumus and Jejak.shortened(node.hasil) or node.hasil,
    isi = node.isi,
    kata = node.kata,
    urut = node.urut,
    masukan = #inputs > 0 and inputs or nil,
  }
end

--- What the page says of what it prints of a kind, by id.
local function parts_for_page(meta, kind)
  local ids, parts = pandoc.List({}), {}
  for id in pairs(Jejak.printed[kind]) do
    ids:insert(id)
  end
  ids:sort()
  for _, id in ipairs(ids) do
    local part = Jejak.part(meta, kind, id)
    parts[id] = part and { buku = part.buku, sel = part.sel, berkas = part.berkas, rumus = part.rumus,
      bulat = part.bulat, asal = part.asal and number(part.asal) }
  end
  return parts
end

--- The JSON for the page, once its tables are numbered; nil when nothing in it has a trace.
function Html.json(meta)
  local page, found = { simpul = pandoc.List({}) }, false
  for _, kind in ipairs({ "nilai", "tabel", "gambar" }) do
    page[kind] = parts_for_page(meta, kind)
    found = found or next(page[kind]) ~= nil
  end
  -- The list grows by the inputs of its nodes.
  while #page.simpul < #keys do
    page.simpul:insert(node_for_page(meta, Jejak.node(meta, keys[#page.simpul + 1])))
  end
  page.asal, page.berkas = origins, contents
  -- "<" would end the element, or open a comment or a shortcode.
  return found and pandoc.json.encode(page):gsub("<", "\\u003c") or nil
end

return Html
