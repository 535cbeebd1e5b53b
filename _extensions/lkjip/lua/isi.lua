-- The places that the shortcodes `tabel` and `gambar` left, filled in for each output format.

local Data = require("lua/data")
local Teks = require("lua/teks")
local Tabel = require("lua/tabel")
local Muat = require("lua/muat")
local Typst = require("lua/tabel_typst")
local Docx = require("lua/tabel_docx")

local Isi = {}

-- Width of the text on A4 with the margins of the templates, upright and turned, in points.
local TEXT_WIDTH, TURNED_WIDTH = 453, 700
-- How wide their fonts run: Libertinus Serif in the PDF, Cambria in Word.
local FACE = { typst = 1, docx = 1.13 }

local function raw(format, text)
  return pandoc.RawBlock(format, text)
end

local function paper_table(meta, id, format)
  local tabel = Tabel.parse(Data.file(meta, "tabel", id .. ".html"))
  return tabel, Muat.fit(tabel, TEXT_WIDTH, TURNED_WIDTH, FACE[format])
end

--- What a table needs in each format: blocks of the table, blocks below it, and its fit on paper.
Isi.tabel = {
  html = function(meta, id, title)
    return { raw("html", '<div class="gulir" role="region" tabindex="0" aria-label="'
      .. Teks.xml(title) .. '">\n' .. Data.file(meta, "tabel", id .. ".html") .. "\n</div>") }, {}, nil
  end,
  typst = function(meta, id)
    local tabel, fit = paper_table(meta, id, "typst")
    local below = tabel.source
      and { raw("typst", "#lkjip-sumber(" .. Teks.typst(tabel.source) .. ")") } or {}
    return { raw("typst", "#" .. Typst.table_code(tabel, fit)) }, below, fit
  end,
  docx = function(meta, id, title)
    local tabel, fit = paper_table(meta, id, "docx")
    local below = tabel.source and { pandoc.Div({ pandoc.Para(Teks.words(tabel.source)) },
      pandoc.Attr("", {}, { ["custom-style"] = "Sumber" })) } or {}
    return { raw("openxml", Docx.table_xml(tabel, fit, title)) }, below, fit
  end,
}

local function alternative(meta, id)
  local entry = Data.entry(meta, "gambar", id)
  return entry.alt or ""
end

--- What a figure is in each format.
Isi.gambar = {
  html = function(meta, id)
    local svg = Data.file(meta, "gambar", id .. ".svg")
    return { raw("html", '<img class="grafik" alt="' .. Teks.xml(alternative(meta, id)) .. '" src="'
      .. pandoc.mediabag.make_data_uri("image/svg+xml", svg) .. '">') }, {}, nil
  end,
  typst = function(meta, id)
    local path = table.concat({ "/_build", Data.year(meta), "gambar", id .. ".svg" }, "/")
    return { raw("typst", "#lkjip-grafik(" .. Teks.typst(path) .. ", "
      .. Teks.typst(alternative(meta, id)) .. ")") }, {}, nil
  end,
  docx = function(meta, id)
    local path = table.concat({ "_build", Data.year(meta), "gambar", id .. ".png" }, "/")
    local image = pandoc.Image(Teks.words(alternative(meta, id)), path, "",
      pandoc.Attr("", {}, { width = "100%" }))
    return { pandoc.Div({ pandoc.Para({ image }) }, pandoc.Attr("", {}, { ["custom-style"] = "Gambar" })) },
      {}, nil
  end,
}

local function typst_length(value)
  local pixels = value:match("^(%d+%.?%d*)$") or value:match("^(%d+%.?%d*)px$")
  return pixels and (pixels * 0.75) .. "pt" or value
end

--- An image of the narrative as Typst code; pandoc and Quarto leave its alternative text out.
function Isi.typst_image(image, caption)
  local alt = image.attributes["fig-alt"] or image.attributes.alt
    or pandoc.utils.stringify(image.caption)
  local options = { Teks.typst(image.src), "alt: " .. Teks.typst(alt ~= "" and alt or caption or "") }
  for _, side in ipairs({ "width", "height" }) do
    if image.attributes[side] then
      options[#options + 1] = side .. ": " .. typst_length(image.attributes[side])
    end
  end
  return pandoc.RawInline("typst", "#box(image(" .. table.concat(options, ", ") .. "))")
end

return Isi
