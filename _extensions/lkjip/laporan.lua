-- The last filter of a report, run by Quarto (after cross-references) and by the built-in renderer:
-- headings get their numbers, tables and figures their final form, data becomes text.

local Data = require("lua/data")
local Judul = require("lua/judul")
local Kerangka = require("lua/kerangka")
local Kolofon = require("lua/kolofon")
local Float = require("lua/float")
local AngkaKunci = require("lua/angka_kunci")
local Blok = require("lua/blok")
local Catatan = require("lua/catatan")
local Halaman = require("lua/halaman")
local Isi = require("lua/isi")
local Jejak = require("lua/jejak")
local JejakHtml = require("lua/jejak_html")
local JejakLampiran = require("lua/jejak_lampiran")
local Letak = require("lua/letak")
local Rapat = require("lua/rapat")
local Seksi = require("lua/seksi")
local Rujukan = require("lua/rujukan")
local Dokumen = require("lua/dokumen")
local Singkatan = require("lua/singkatan")
local Suku = require("lua/suku")
local Word = require("lua/wordml")

local FORMAT_NAME = FORMAT:match("^html") and "html" or FORMAT

local LABELS = { tbl = "Tabel", fig = "Gambar" }

-- Quarto's mark of a figure or table without a label.
local UNLABELED = "539a35d47e664c97a50115a146a7f1bd"

--- Quarto's own node for a table or figure, in the neutral form that lua/float.lua takes.
local function quarto_float(node)
  local kind = node.identifier:match("^(%a+)%-")
  local unlabeled = node.identifier:find(UNLABELED, 1, true)
  if not LABELS[kind] or node.parent_id or not (node.order or unlabeled) then
    return nil
  end
  local number
  if not unlabeled then
    local chapter = node.order.section and node.order.section[1] or 0
    number = (chapter > 0 and chapter .. "." or "") .. node.order.order
  end
  return { number = number, kind = kind, id = unlabeled and "" or node.identifier,
    label = LABELS[kind], caption = quarto.utils.as_inlines(node.caption_long or pandoc.Inlines({})),
    content = quarto.utils.as_blocks(node.content) }
end

--- pandoc's own node for a figure; it has no number.
local function plain_figure(figure)
  return { kind = "fig", id = figure.identifier, label = LABELS.fig, content = figure.content,
    caption = pandoc.utils.blocks_to_inlines(figure.caption.long) }
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
  Callout = function(node)
    return Blok.callout(node.type, quarto.utils.as_inlines(node.title or {}),
      quarto.utils.as_blocks(node.content), FORMAT_NAME)
  end,
  Figure = function(figure)
    return render_float(plain_figure(figure))
  end,
  Div = function(div)
    if div.classes:includes("lkjip-float") then
      return render_float(Float.from_div(div))
    elseif div.classes:includes("tabel-tanpa-nomor") then
      return render_float(Float.unnumbered(div, FORMAT_NAME))
    end
  end,
}

local headings = {
  Pandoc = function(document)
    local numbered, entries = Judul.number(document, FORMAT_NAME)
    if FORMAT_NAME == "html" then
      numbered = Rujukan.back(numbered, entries)
    end
    local lists = { ["daftar-isi"] = entries, ["daftar-tabel"] = listed.tbl,
      ["daftar-gambar"] = listed.fig }
    if FORMAT_NAME == "docx" then
      -- A copy: what has been looked at is slow to walk through.
      Halaman.fill(numbered:clone(), lists)
    end
    return Blok.lists(numbered, FORMAT_NAME, lists)
  end,
}

local function typst_data(span, change)
  local text = pandoc.utils.stringify(span)
  return pandoc.RawInline("typst", "#(" .. Suku.typst(change and change(text) or text) .. ");")
end

local places = {
  Div = function(div)
    if div.classes:includes("lkjip-tabel") or div.classes:includes("lkjip-gambar") then
      return Float.bare(div, FORMAT_NAME, meta_of_document)
    elseif div.classes:includes("angka-kunci") then
      return AngkaKunci.render(div, FORMAT_NAME)
    elseif div.classes:includes("kolofon") then
      return Kolofon.render(div, FORMAT_NAME)
    end
    return Blok.render(div, FORMAT_NAME, meta_of_document)
  end,
  Span = function(span)
    if span.classes:includes("lkjip-data") then
      return FORMAT_NAME == "typst" and typst_data(span) or span.content
    elseif span.classes:includes("nilai") and FORMAT_NAME ~= "html" then
      return span.content
    end
  end,
}

-- A paragraph that is nothing but bold text heads what follows: it does not stay behind on a page.
local function heading_like(para)
  if not Kerangka.heads(para) then
    return nil
  elseif FORMAT_NAME == "typst" then
    return { pandoc.RawBlock("typst", "#lkjip-subjudul["), para, pandoc.RawBlock("typst", "]") }
  elseif FORMAT_NAME == "html" then
    return pandoc.Div({ para }, pandoc.Attr("", { "subjudul" }))
  end
  local bold = pandoc.Para(para.content[1].content)
  return pandoc.Div({ bold }, pandoc.Attr("", {}, { ["custom-style"] = "Subjudul" }))
end
places.Para = heading_like

-- Quarto's spacers between neighbouring tables in Word: our captions keep distance themselves.
local spacers = {
  Para = function(para)
    if #para.content == 1 and para.content[1].text == " " then
      return {}
    end
  end,
}

-- Soft hyphens for running text; captions, headings and bold words are not broken.
local hyphens = {
  traverse = "topdown",
  Header = function(heading) return heading, false end,
  Strong = function(strong) return strong, false end,
  Plain = function(plain)
    local first = plain.content[1]
    if first and first.t == "RawInline" and first.text:find("^#figure%(") then
      return plain, false
    end
  end,
  Str = function(word)
    return Suku.inlines(word.text)
  end,
  Span = function(span)
    if span.classes:includes("lkjip-data") then
      return typst_data(span, Suku.running)
    end
  end,
}

if FORMAT_NAME == "typst" then
  places.Image = function(image) return Isi.typst_image(image) end
  places.Math = Isi.typst_formula
end
-- The page knows where its numbers come from. (The contents at the side repeat headings.)
local traces = {
  RawBlock = function(block)
    block.text = JejakHtml.numbered(meta_of_document, block.text)
    return block
  end,
  Span = function(span)
    if span.classes:includes("nilai") then
      Jejak.note("nilai", span.attributes["data-nilai"])
    end
  end,
  Meta = function(meta)
    local json = JejakHtml.json(meta)
    meta["lkjip-jejak"] = json and pandoc.RawBlock("html", json)
    return meta
  end,
}

local notes = {
  Div = function(div)
    return div.classes:includes("kolofon") and Kolofon.fill(div) or nil
  end,
  Pandoc = function(document)
    return Singkatan.fill(Catatan.sections(document, FORMAT_NAME), FORMAT_NAME)
  end,
}

local filters = { describe, notes, floats, headings, { Pandoc = Rapat.document }, places }
if FORMAT_NAME == "html" then
  table.insert(filters, 5, { Pandoc = Kerangka.build })
  table.insert(filters, traces)
else
  table.insert(filters, 3, { Pandoc = JejakLampiran.collect })
  table.insert(filters, 5, { Pandoc = function(document)
    return JejakLampiran.append(document, FORMAT_NAME)
  end })
end
if FORMAT_NAME == "typst" then
  table.insert(filters, #filters, { Pandoc = Letak.arrange })
  table.insert(filters, #filters, hyphens)
  table.insert(filters, 1, { Blocks = Letak.signed_tables })
end
if FORMAT_NAME == "docx" then
  if quarto.config then
    table.insert(filters, spacers)
  end
  places.Link = Word.citation
  places.Blocks = Word.leads
  table.insert(filters, { Pandoc = function(document)
    document = Seksi.arrange(document, Dokumen.is_draft(meta_of_document))
    document = Word.unnumbered(document, Data.logo(meta_of_document))
    document.meta = Dokumen.properties(document.meta)
    return document
  end })
end
return filters
