-- The last filter of a report, run by Quarto (after cross-references) and by the built-in renderer:
-- headings get their numbers, tables and figures their final form, data becomes text.

local Judul = require("lua/judul")
local Float = require("lua/float")
local Blok = require("lua/blok")
local Isi = require("lua/isi")
local Teks = require("lua/teks")
local Dokumen = require("lua/dokumen")
local Word = require("lua/wordml")

local FORMAT_NAME = FORMAT:match("^html") and "html" or FORMAT

local LABELS = { tbl = "Tabel", fig = "Gambar" }

--- Quarto's own node for a numbered table or figure, in the neutral form that lua/float.lua takes.
local function quarto_float(node)
  local kind = node.identifier:match("^(%a+)%-")
  if not LABELS[kind] or node.parent_id or not node.order then
    return nil
  end
  local chapter = node.order.section and node.order.section[1] or 0
  local number = (chapter > 0 and chapter .. "." or "") .. node.order.order
  local content = quarto.utils.as_blocks(node.content)
  return { number = number, kind = kind, id = node.identifier, label = LABELS[kind],
    caption = quarto.utils.as_inlines(node.caption_long or pandoc.Inlines({})), content = content }
end

local meta_of_document = {}
local listed = { tbl = {}, fig = {} }

local function render_float(float)
  if float.number then
    local entries = listed[float.kind]
    entries[#entries + 1] = { id = float.id, number = float.label .. " " .. float.number,
      text = pandoc.utils.stringify(float.caption) }
  end
  return Float.render(float, FORMAT_NAME, meta_of_document)
end

local describe = {
  Meta = function(meta)
    meta_of_document = meta
    return Dokumen.describe(meta, FORMAT_NAME)
  end,
}

local floats = {
  FloatRefTarget = function(node)
    local float = quarto_float(node)
    return float and render_float(float) or nil
  end,
  Div = function(div)
    if div.classes:includes("lkjip-float") then
      return render_float(Float.from_div(div))
    elseif div.classes:includes("tabel-tanpa-nomor") then
      return render_float(Float.unnumbered(div))
    end
  end,
}

local headings = {
  Pandoc = function(document)
    local numbered, entries = Judul.number(document, FORMAT_NAME)
    return Blok.lists(numbered, FORMAT_NAME, { ["daftar-isi"] = entries,
      ["daftar-tabel"] = listed.tbl, ["daftar-gambar"] = listed.fig })
  end,
}

local places = {
  Div = function(div)
    if div.classes:includes("lkjip-tabel") or div.classes:includes("lkjip-gambar") then
      return Float.bare(div, FORMAT_NAME, meta_of_document)
    end
    return Blok.render(div, FORMAT_NAME)
  end,
  Span = function(span)
    if span.classes:includes("lkjip-data") then
      if FORMAT_NAME == "typst" then
        return pandoc.RawInline("typst", "#" .. Teks.typst(pandoc.utils.stringify(span)) .. ";")
      end
      return span.content
    end
  end,
}

-- Word stretches the words before a line break in a justified paragraph.
local line_breaks = {
  traverse = "topdown",
  Div = function(div)
    return div, div.attributes["custom-style"] == nil
  end,
  Para = function(para)
    local found = false
    para.content:walk({ LineBreak = function() found = true end })
    if found then
      return pandoc.Div({ para }, pandoc.Attr("", {}, { ["custom-style"] = "Rata Kiri" })), false
    end
  end,
}

if FORMAT_NAME == "typst" then
  places.Image = function(image) return Isi.typst_image(image) end
end
local filters = { describe, floats, headings, places }
if FORMAT_NAME == "docx" then
  table.insert(filters, line_breaks)
  table.insert(filters, { Pandoc = Word.sections })
end
return filters
