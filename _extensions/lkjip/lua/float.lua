-- Numbered tables and figures with their captions, and tables without a number.

local Catatan = require("lua/catatan")
local Teks = require("lua/teks")
local Isi = require("lua/isi")
local Jejak = require("lua/jejak")
local Rujukan = require("lua/rujukan")
local Seksi = require("lua/seksi")
local Word = require("lua/wordml")

local Float = {}

local stringify = pandoc.utils.stringify

--- Blocks of a float with the places of shortcodes filled in, and what belongs below the caption.
local function fill(blocks, format, meta, title, signed)
  local content, below, fit = pandoc.Blocks({}), pandoc.Blocks({}), nil
  for _, block in ipairs(blocks) do
    local id = block.t == "Div" and block.attributes["data-id"]
    local kind = id and (block.classes:includes("lkjip-tabel") and "tabel"
      or block.classes:includes("lkjip-gambar") and "gambar")
    if kind then
      Jejak.note(kind, id, title)
      local made, after, found = Isi[kind][format](meta, id, title, signed)
      content:extend(made)
      if #block.content > 0 then
        below:extend(Isi.figure_source[format](block.content))
      end
      below:extend(after)
      below:extend(Catatan.blocks(meta, Catatan.LABEL[kind] .. id, format))
      fit = found or fit
    else
      content:insert(block)
    end
  end
  return content, below, fit
end

local function label_inlines(float)
  return { pandoc.Str(float.label), pandoc.Str("\u{a0}"), pandoc.Str(float.number) }
end

local function caption_inlines(float)
  local inlines = pandoc.Inlines({})
  if float.number then
    inlines:insert(pandoc.Span(label_inlines(float), pandoc.Attr("", { "nomor" })))
    inlines:insert(pandoc.Space())
  end
  inlines:extend(float.caption)
  return inlines
end

--- The name of a float in the page; that of a table has an identifier, since it names the table, too.
local function html_caption(float, facts)
  local caption = pandoc.Plain({})
  if #float.caption > 0 or float.number then
    local id = facts and ' id="judul-' .. facts.id .. '"' or ""
    caption = pandoc.Plain({ pandoc.RawInline("html", "<figcaption" .. id .. ">") })
    caption.content:extend(caption_inlines(float))
    caption.content:insert(pandoc.RawInline("html", "</figcaption>"))
  end
  return caption
end

--- `facts`: what lua/tabel_html.lua says of a table.
local function html(float, content, below, facts)
  local class = float.kind == "tbl" and "tabel" or "gambar"
  local anchor = float.id ~= "" and Teks.xml(float.id) or facts and "tabel-" .. facts.id
  local id = anchor and ' id="' .. anchor .. '"' or ""
  local caption = html_caption(float, facts)
  class = class .. (facts and facts.turned and " lebar" or "")
  local blocks = pandoc.Blocks({ pandoc.RawBlock("html", '<figure class="' .. class .. '"' .. id .. ">") })
  if float.kind == "tbl" then
    blocks:insert(caption)
    blocks:extend(content)
  else
    blocks:extend(content)
    blocks:insert(caption)
  end
  blocks:extend(below)
  if float.id ~= "" then
    blocks:insert(Rujukan.place(float.id))
  end
  blocks:insert(pandoc.RawBlock("html", "</figure>"))
  return blocks
end

local unnumbered = 0

--- Where it stands on the pages (see typst/letak.typ; lua/letak.lua fills in the height).
local function typst_frame(float, fit)
  if fit.turned then
    return "lkjip-lanskap"
  elseif fit.long then
    return "lkjip-panjang"
  elseif float.signed then
    return "lkjip-di-tempat"
  elseif not float.number then
    unnumbered = unnumbered + 1
    return "lkjip-tetap(" .. Teks.typst("tanpa-nomor-" .. unnumbered) .. ")"
  end
  return "lkjip-apung(" .. Teks.typst(float.id) .. ", lanjut: 0pt, patah: " .. tostring(float.kind == "tbl") .. ")"
end

local function typst(float, content, below, fit)
  local numbering = float.number and "(..) => " .. Teks.typst(float.number) or "none"
  local open = "#figure(kind: " .. Teks.typst("quarto-float-" .. float.kind)
    .. ", supplement: " .. Teks.typst(float.label) .. ", numbering: " .. numbering
    .. (float.number and "" or ", outlined: false")
  local caption = pandoc.Plain({})
  if #float.caption > 0 then
    caption = pandoc.Plain({ pandoc.RawInline("typst", open .. ", caption: figure.caption(position: "
      .. (float.kind == "tbl" and "top" or "bottom") .. ")[") })
    caption.content:extend(float.caption)
    caption.content:insert(pandoc.RawInline("typst", "])["))
  else
    caption.content:insert(pandoc.RawInline("typst", open .. ")["))
  end
  local blocks = pandoc.Blocks({})
  local frame = fit and typst_frame(float, fit)
  if frame then
    blocks:insert(pandoc.RawBlock("typst", "#" .. frame .. "["))
  end
  blocks:insert(caption)
  if float.id ~= "" then
    blocks:insert(pandoc.RawBlock("typst", "#lkjip-tanda(" .. Teks.typst(float.id) .. ")"))
  end
  blocks:extend(content)
  blocks:extend(below)
  blocks:insert(pandoc.RawBlock("typst", "]" .. (float.id ~= "" and " <" .. float.id .. ">" or "")))
  if frame then
    blocks:insert(pandoc.RawBlock("typst", "]"))
  end
  return blocks
end

local function docx_caption(float)
  local inlines = pandoc.Inlines(float.caption)
  if float.number then
    inlines:insert(1, pandoc.Space())
    inlines:insert(1, Word.caption_number(float.label, float.number, float.id))
  end
  if float.id ~= "" then
    inlines = pandoc.Inlines({ pandoc.Span(inlines, pandoc.Attr(float.id)) })
  end
  local style = float.kind == "tbl" and "Table Caption" or "Image Caption"
  return pandoc.Div({ pandoc.Para(inlines) }, pandoc.Attr("", {}, { ["custom-style"] = style }))
end

local function docx(float, content, below, fit)
  local blocks = pandoc.Blocks(content)
  if #float.caption > 0 or float.number then
    blocks:insert(float.kind == "tbl" and 1 or #blocks + 1, docx_caption(float))
  end
  blocks:extend(below)
  if fit and fit.turned then
    blocks:insert(1, Seksi.ending("tegak"))
    blocks:insert(Seksi.ending("rebah"))
  end
  return blocks
end

local WRITERS = { html = html, typst = typst, docx = docx }

--- Write a float.
-- `float`: kind ("tbl" or "fig"), id, number (nil for none), label ("Tabel"), caption (inlines),
-- content (blocks).
function Float.render(float, format, meta)
  local title = stringify(pandoc.Inlines(caption_inlines(float)))
  local content, below, fit = fill(float.content, format, meta, title, float.signed)
  if format == "typst" then
    content = content:walk({ Image = function(image) return Isi.typst_image(image, title) end })
  end
  return WRITERS[format](float, content, below, fit)
end

--- The neutral form that the built-in renderer makes: number and kind as attributes, the caption as
-- the first block.
function Float.from_div(div)
  local content = pandoc.Blocks(div.content)
  local caption = content:remove(1)
  return { kind = div.attributes["data-kind"], id = div.identifier, label = div.attributes["data-label"],
    number = div.attributes["data-number"], caption = caption.content, content = content }
end

--- A table or figure that stands outside of a float: no caption, no number.
function Float.bare(div, format, meta)
  local kind = div.classes:includes("lkjip-tabel") and "tbl" or "fig"
  local label = div.attributes["data-id"]
  return Float.render({ kind = kind, id = "", label = label, caption = pandoc.Inlines({}),
    content = pandoc.Blocks({ div }) }, format, meta)
end

--- A table without a number: `::: {.tabel-tanpa-nomor}` with the caption as its last paragraph.
-- On the page one without a caption is named by the attribute `nama`; paper shows what was signed.
function Float.unnumbered(div, format)
  local content = pandoc.Blocks(div.content)
  local caption = pandoc.Inlines({})
  local last = content[#content]
  if last and last.t == "Para" and #content > 1 then
    content:remove()
    caption = last.content
  elseif format == "html" and div.attributes.nama then
    caption = Teks.words(div.attributes.nama)
  end
  return { kind = "tbl", id = div.identifier, number = nil, label = "Tabel", caption = caption,
    content = content, signed = div.attributes["data-bertanda"] ~= nil }
end

return Float
