-- Where the numbers of a report come from, in words: jejak.json, which lkjip/jejak/ikhtisar.py makes.
-- The web page (jejak_html.lua) and the annex (jejak_lampiran.lua) print what they need of it.

local Data = require("lua/data")

local Jejak = {}

-- Letters of a text that was put together; a list of the report can be longer than a page.
local LONGEST_TEXT = 160

-- What the report prints: kind → id → title of the table or figure, "" for a value.
Jejak.printed = { nilai = {}, tabel = {}, gambar = {} }

--- Note that the report prints a value, a table or a figure.
function Jejak.note(kind, id, title)
  Jejak.printed[kind][id] = title or ""
end

--- What there is to say of a node; nil when there is none of this key.
function Jejak.node(meta, key)
  return Data.traces(meta).simpul[key]
end

--- What there is to say of a value, table or figure as a whole; nil when it has no trace.
function Jejak.part(meta, kind, id)
  return Data.traces(meta)[kind][id]
end

--- The inputs of a node as a list of {name, key}; those of a sum have no names.
function Jejak.inputs(node)
  return pandoc.List(node.masukan or {}):map(function(input)
    return type(input) == "string" and { key = input } or { name = input[1], key = input[2] }
  end)
end

--- A text that is not longer than a reader wants to see again.
function Jejak.shortened(text)
  local length = utf8.len(text)
  if length and length > LONGEST_TEXT then
    return text:sub(1, utf8.offset(text, LONGEST_TEXT + 1) - 1) .. "…"
  end
  return text
end

return Jejak
