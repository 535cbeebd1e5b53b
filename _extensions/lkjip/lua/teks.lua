-- Text from the data is text: words as pandoc elements, or escaped for one output format.

local Teks = {}

local XML = { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;", ["'"] = "&#39;",
  ["{"] = "&#123;" }

--- Escape for HTML and XML, attributes included. `{` too: Quarto looks for shortcodes in raw text.
function Teks.xml(text)
  text = text:gsub("[%z\1-\8\11\12\14-\31]", "")
  return (text:gsub("[&<>\"'{]", XML))
end

--- A text as Typst code: string literals, with line breaks where the text has them.
function Teks.typst(text)
  local quoted = text:gsub("[%z\1-\9\11-\31]", " "):gsub('[\\"]', "\\%0")
  return '"' .. quoted:gsub("\n", '" + linebreak() + "') .. '"'
end

--- Words of a text as inlines: nothing in it is read as Markdown.
function Teks.words(text)
  local inlines = pandoc.Inlines({})
  local first = true
  for word in (text:gsub("%s+", " ") .. " "):gmatch("([^ ]*) ") do
    if not first then
      inlines:insert(pandoc.Space())
    end
    if word ~= "" then
      inlines:insert(pandoc.Str(word))
    end
    first = false
  end
  return inlines
end

--- Mark inlines as data: laporan.lua writes them so that the output format reads no markup in them.
function Teks.data(text)
  return pandoc.Span(Teks.words(text), pandoc.Attr("", { "lkjip-data" }))
end

return Teks
