-- The traces that the web page shows, as JSON within it: what the page prints, and no more.

local Angka = require("lua/angka")
local Jejak = require("lua/jejak")
local Data = require("lua/data")

local Html = {}

--- A node as the page reads it: words are made here, once for page and annex.
local function node_for_page(meta, node)
  local figure, text = Jejak.figure(node), Jejak.text_of(node.nilai)
  local formula = Jejak.formula(node)
  local inputs = Jejak.inputs(node):map(function(input)
    return pandoc.List({ input.name or "", input.key })
  end)
  return {
    nama = Jejak.name(node),
    rumus = formula,
    angka = Jejak.with_figures(meta, node),
    dasar = Jejak.text_of(node.sumber),
    sumber = Jejak.source(node),
    hasil = formula and Jejak.shortened(figure) or figure,
    isi = not formula and text ~= figure and text or nil,
    kata = node.jenis == "kata" and node.nama ~= "daftar" or nil,
    urut = node.jenis == "urut" or nil,
    masukan = #inputs > 0 and inputs or nil,
  }
end

--- What the page knows of a value, table or figure as a whole.
local function part_for_page(meta, kind, id, keys)
  local entry = Data.entry(meta, kind, id)
  local part = { buku = Jejak.notebook_name(entry), sel = Jejak.text_of(entry.sel) }
  if kind == "nilai" then
    part.asal, part.bulat = keys[1], Angka.rounding(entry.cetak)
    return part
  end
  local files, formulas = Jejak.summary(meta, keys)
  part.berkas, part.rumus = #files > 0 and files or nil, #formulas > 0 and formulas or nil
  if kind == "tabel" and type(entry.cetak) == "table" then
    part.bulat = pandoc.List(entry.cetak):map(function(rule) return Angka.rounding(rule) or "" end)
  end
  return part
end

--- The JSON for the page; nil when the notebooks recorded no traces.
function Html.json(meta)
  local page, seen, found = { simpul = {} }, {}, false
  for kind, ids in pairs(Jejak.printed) do
    page[kind] = {}
    for id in pairs(ids) do
      local keys = Jejak.keys(meta, kind, id)
      if #keys > 0 then
        found = true
        page[kind][id] = part_for_page(meta, kind, id, keys)
        for _, key in ipairs(keys) do
          Jejak.each(meta, key, function(node, own)
            page.simpul[own] = node_for_page(meta, node)
          end, seen)
        end
      end
    end
  end
  -- "<" would end the element, or open a comment or a shortcode.
  return found and pandoc.json.encode(page):gsub("<", "\\u003c") or nil
end

return Html
