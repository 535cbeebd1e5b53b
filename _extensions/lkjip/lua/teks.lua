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
  return pandoc.Inlines((text:gsub("%s+", " ")))
end

-- Letters first, then nothing that means something in Typst: most texts of the data.
local function is_plain(text)
  return text:find("^[%a\128-\255][%w\128-\255 ,.%%]*$") and not text:find("..", 1, true)
end

--- Text of the data as inlines. The writer for Typst leaves some markup as it is ("1." at the head
-- of a paragraph, "--", quotes), so such a text is marked, and laporan.lua makes a string literal of
-- it for Typst. (The built-in renderer reads the report before it knows the format.)
function Teks.data(text)
  local words = Teks.words(text)
  if is_plain(text) then
    return words
  end
  return pandoc.Inlines({ pandoc.Span(words, pandoc.Attr("", { "lkjip-data" })) })
end

--- What blocks say in plain words. Text that laporan.lua has made a literal for Typst counts as well.
function Teks.said(blocks)
  return pandoc.utils.stringify(pandoc.Blocks(blocks):walk({
    RawInline = function(raw)
      return pandoc.Str(raw.text)
    end,
  }))
end

return Teks
