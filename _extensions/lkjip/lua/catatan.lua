-- Notes for readers below a table, a figure or the text of a section. What they say stands in
-- _build/<year>/catatan.json: label → texts, with values as {{< nilai id >}}. Notes of the annex are
-- below "lampiran:<label>"; where they come from, a sentence leads there.

local Data = require("lua/data")
local Judul = require("lua/judul")
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

local ANNEX = "sec-catatan-data"

local function annexed(meta, label)
  return Data.notes(meta)["lampiran:" .. label]
end

--- What stands below a label: its notes, and the sentence that leads to those of the annex.
local function told(meta, label)
  local notes = {}
  for index, text in ipairs(Data.notes(meta)[label] or {}) do
    notes[index] = words(meta, text)
  end
  if label ~= ANNEX and annexed(meta, label) then
    local sentence = Teks.words("Hal yang belum lengkap atau belum pasti dijelaskan dalam ")
    sentence:extend({ pandoc.Link(Teks.words("Catatan atas Data dan Dokumen"), "#" .. ANNEX), pandoc.Str(".") })
    notes[#notes + 1] = sentence
  end
  return notes
end

local function head()
  return pandoc.Inlines({ pandoc.Emph({ pandoc.Str("Catatan:") }) })
end

--- One note is a sentence after its head; several are a list below it.
local function body(notes)
  local first = head()
  if #notes == 1 then
    first:insert(pandoc.Space())
    first:extend(notes[1])
    return pandoc.Blocks({ pandoc.Para(first) })
  end
  local items = {}
  for index, note in ipairs(notes) do
    items[index] = { pandoc.Plain(note) }
  end
  return pandoc.Blocks({ pandoc.Para(first), pandoc.OrderedList(items, pandoc.ListAttributes(1, "Decimal", "OneParen")) })
end

local function styled(style, blocks)
  return pandoc.Div(blocks, pandoc.Attr("", {}, { ["custom-style"] = style }))
end

--- The same for Word, which numbers the notes below each head.
local function docx_body(notes)
  if #notes == 1 then
    return { styled("Sumber", body(notes)) }
  end
  local items = pandoc.Blocks({})
  for _, note in ipairs(notes) do
    items:insert(pandoc.Para(note))
  end
  return { styled("Kepala Catatan", { pandoc.Para({ pandoc.Str("Catatan:") }) }), styled("Butir Catatan", items) }
end

-- So many notes of one place stay on one page.
local MOST_TOGETHER = 5

local WRITERS = {
  html = function(notes)
    return { pandoc.Div(body(notes), pandoc.Attr("", { "catatan-pembaca" }, { role = "note" })) }
  end,
  typst = function(notes)
    -- A div of this class is left as it is by lua/letak.lua.
    local open = "#lkjip-catatan-pembaca(utuh: " .. tostring(#notes <= MOST_TOGETHER) .. ")["
    return { pandoc.RawBlock("typst", open),
      pandoc.Div(body(notes), pandoc.Attr("", { "catatan-pembaca" })), pandoc.RawBlock("typst", "]") }
  end,
  docx = docx_body,
}

--- Whether something is told below a label.
function Catatan.any(meta, label)
  return (Data.notes(meta)[label] or annexed(meta, label)) ~= nil
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
  local notes = told(meta, label)
  return #notes > 0 and pandoc.Blocks(WRITERS[format](notes)) or pandoc.Blocks({})
end

--- The places of a document in order, each with the heading above it and its number.
local function places_of(document)
  local places, counters, heading, number = {}, {}, nil, nil
  local function place(label)
    places[#places + 1] = { label = label, heading = heading, number = number }
  end
  document:walk({
    traverse = "topdown",
    Header = function(block)
      heading, number = block, Judul.next_number(counters, block)
      place(block.identifier)
    end,
    Div = function(div)
      for kind, label in pairs(Catatan.LABEL) do
        if div.classes:includes("lkjip-" .. kind) then
          place(label .. div.attributes["data-id"])
        end
      end
    end,
  })
  return places
end

--- The title of the section that notes of the annex are about, as a line above them. It is no heading
-- of the page: the contents at the side name each section once.
local function origin(place, format)
  local title = place.heading.content:clone()
  if place.number then
    title:insert(1, pandoc.Space())
    title:insert(1, pandoc.Str(place.number))
  end
  local line = { pandoc.Strong({ pandoc.Link(title, "#" .. place.heading.identifier) }) }
  return format == "html" and pandoc.Div({ pandoc.Plain(line) }, pandoc.Attr("", { "asal-catatan" })) or pandoc.Para(line)
end

--- The notes of the annex in the order of their places, those of a section together.
local function annex(document, format)
  local blocks, items, heading = pandoc.Blocks({}), nil, nil
  for _, place in ipairs(places_of(document)) do
    for _, text in ipairs(annexed(document.meta, place.label) or {}) do
      if not items or place.heading ~= heading then
        items, heading = {}, place.heading
        blocks:extend(heading.identifier ~= ANNEX and { origin(place, format) } or {})
        blocks:insert(pandoc.BulletList({}))
      end
      items[#items + 1] = { pandoc.Plain(words(document.meta, text)) }
      blocks[#blocks] = pandoc.BulletList(items)
    end
  end
  return blocks
end

--- The annex on paper is in smaller type.
local small_annex = {
  html = function(blocks) return blocks end,
  typst = function(blocks)
    blocks:insert(1, pandoc.RawBlock("typst", "#lkjip-lampiran-catatan["))
    blocks:insert(pandoc.RawBlock("typst", "]"))
    return blocks
  end,
  docx = function(blocks)
    return blocks:walk({
      BulletList = function(list)
        local lines = pandoc.Blocks({})
        for _, item in ipairs(list.content) do
          lines:extend({ pandoc.Para(item[1].content) })
        end
        return styled("Butir Lampiran", lines)
      end,
    })
  end,
}

--- Put the notes of sections where the text of a section ends: before the next heading. The annex is
-- `::: {#catatan-data}` with its heading; without notes of its own it goes.
function Catatan.sections(document, format)
  local told_in_annex = annex(document, format)
  local blocks, waiting = pandoc.Blocks({}), pandoc.Blocks({})
  local function add(block)
    if block.t == "Header" then
      blocks:extend(waiting)
      waiting = Catatan.blocks(document.meta, block.identifier, format)
    end
    blocks:insert(block)
  end
  for _, block in ipairs(document.blocks) do
    if block.t ~= "Div" or block.identifier ~= "catatan-data" then
      add(block)
    elseif #told_in_annex > 0 then
      for _, part in ipairs(block.content) do
        add(part)
      end
      blocks:extend(small_annex[format](told_in_annex))
    end
  end
  blocks:extend(waiting)
  document.blocks = blocks
  return document
end

return Catatan
