-- Notes for readers below a table, a figure or the text of a section. What they say stands in
-- _build/<year>/catatan.json: label → texts, with values as {{< nilai id >}}.

local Data = require("lua/data")
local Teks = require("lua/teks")

local Catatan = {}

--- How the label of a table or figure begins; its id follows.
Catatan.LABEL = { tabel = "tbl-", gambar = "fig-" }

local VALUE = "()%{%{<%s*nilai%s+(%S+)%s*>%}%}()"

--- A value within a note, so that the web page can tell which value it is (see shortcodes.lua).
local function value(meta, id)
  local text = Data.entry(meta, "nilai", id).bentuk.utama
  return pandoc.Span(Teks.data(text), pandoc.Attr("", { "nilai" }, { ["data-nilai"] = id }))
end

--- The words of a note. Nothing in it is markup but the values.
local function words(meta, text)
  local inlines, position = pandoc.Inlines({}), 1
  for before, id, after in text:gmatch(VALUE) do
    inlines:extend(Teks.data(text:sub(position, before - 1)))
    inlines:insert(value(meta, id))
    position = after
  end
  if position <= #text then
    inlines:extend(Teks.data(text:sub(position)))
  end
  return inlines
end

local function head()
  return pandoc.Inlines({ pandoc.Emph({ pandoc.Str("Catatan:") }) })
end

--- One note is a sentence after its head; several are a list below it.
local function body(meta, texts)
  local first = head()
  if #texts == 1 then
    first:insert(pandoc.Space())
    first:extend(words(meta, texts[1]))
    return pandoc.Blocks({ pandoc.Para(first) })
  end
  local items = {}
  for index, text in ipairs(texts) do
    items[index] = { pandoc.Plain(words(meta, text)) }
  end
  return pandoc.Blocks({ pandoc.Para(first), pandoc.OrderedList(items, pandoc.ListAttributes(1, "Decimal", "OneParen")) })
end

local function styled(style, blocks)
  return pandoc.Div(blocks, pandoc.Attr("", {}, { ["custom-style"] = style }))
end

--- The same for Word, which numbers the notes below each head.
local function docx_body(meta, texts)
  if #texts == 1 then
    return { styled("Sumber", body(meta, texts)) }
  end
  local notes = pandoc.Blocks({})
  for _, text in ipairs(texts) do
    notes:insert(pandoc.Para(words(meta, text)))
  end
  return { styled("Kepala Catatan", { pandoc.Para({ pandoc.Str("Catatan:") }) }), styled("Butir Catatan", notes) }
end

-- So many notes of one place stay on one page.
local MOST_TOGETHER = 5

local WRITERS = {
  html = function(meta, texts)
    return { pandoc.Div(body(meta, texts), pandoc.Attr("", { "catatan-pembaca" }, { role = "note" })) }
  end,
  typst = function(meta, texts)
    -- A div of this class is left as it is by lua/letak.lua.
    local open = "#lkjip-catatan-pembaca(utuh: " .. tostring(#texts <= MOST_TOGETHER) .. ")["
    return { pandoc.RawBlock("typst", open),
      pandoc.Div(body(meta, texts), pandoc.Attr("", { "catatan-pembaca" })), pandoc.RawBlock("typst", "]") }
  end,
  docx = function(meta, texts)
    return docx_body(meta, texts)
  end,
}

--- Whether something is told below a label.
function Catatan.any(meta, label)
  return Data.notes(meta)[label] ~= nil
end

--- Ids of the values that stand in the notes below a label.
function Catatan.values(meta, label)
  local ids = {}
  for _, text in ipairs(Data.notes(meta)[label] or {}) do
    for _, id in text:gmatch(VALUE) do
      ids[#ids + 1] = id
    end
  end
  return ids
end

--- The notes below a label, in blocks of a format; none when nothing is told there.
function Catatan.blocks(meta, label, format)
  local texts = Data.notes(meta)[label]
  return texts and pandoc.Blocks(WRITERS[format](meta, texts)) or pandoc.Blocks({})
end

--- Put the notes of sections where the text of a section ends: before the next heading.
function Catatan.sections(document, format)
  local blocks, waiting = pandoc.Blocks({}), pandoc.Blocks({})
  for _, block in ipairs(document.blocks) do
    if block.t == "Header" then
      blocks:extend(waiting)
      waiting = Catatan.blocks(document.meta, block.identifier, format)
    end
    blocks:insert(block)
  end
  blocks:extend(waiting)
  document.blocks = blocks
  return document
end

return Catatan
