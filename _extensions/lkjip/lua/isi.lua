-- The places that the shortcodes `tabel` and `gambar` left, filled in for each output format.

local Data = require("lua/data")
local Catatan = require("lua/catatan")
local Teks = require("lua/teks")
local Tabel = require("lua/tabel")
local Muat = require("lua/muat")
local Typst = require("lua/tabel_typst")
local Docx = require("lua/tabel_docx")
local TabelHtml = require("lua/tabel_html")
local Halaman = require("lua/halaman")
local Suku = require("lua/suku")

local Isi = {}

-- What lua/muat.lua wants to know of A4 with the margins and fonts of the templates. In Word no table
-- floats: one that is kept whole may leave a gap as high as itself.
local PAPER = {
  typst = { upright = 442, turned = 689, sizes = { 9, 8 }, lower = 0.75, face = "libertinus", line = 1.3, padding = 9,
    halve = Suku.halve, prepare = Typst.prepare },
  docx = { upright = 453, turned = 700, sizes = { 10, 9, 8 }, lower = 1, face = "cambria", line = 1.2, padding = 4,
    short = 200, merged = 450, stand = true, prepare = function() end },
}

local function raw(format, text)
  return pandoc.RawBlock(format, text)
end

local function paper_table(meta, id, format)
  local tabel = Tabel.parse(Data.file(meta, "tabel", id .. ".html"))
  local paper = PAPER[format]
  paper.prepare(tabel)
  return tabel, Muat.fit(tabel, paper)
end

--- What a table needs in each format: blocks of the table, blocks below it, and its fit on paper.
-- `title` is what its caption says, "" where it has none.
Isi.tabel = {
  html = function(meta, id, title)
    local made, facts = TabelHtml.render(meta, id, title ~= "")
    return { raw("html", made) }, {}, facts
  end,
  typst = function(meta, id, _, signed)
    local tabel, fit = paper_table(meta, id, "typst")
    local below = tabel.source
      and { raw("typst", "#lkjip-sumber(" .. Teks.typst(tabel.source) .. ")") } or {}
    return { raw("typst", "#" .. Typst.table_code(tabel, fit, signed)) }, below, fit
  end,
  docx = function(meta, id, title)
    local tabel, fit = paper_table(meta, id, "docx")
    -- Word runs neighbouring tables together when no paragraph stands between them.
    local below = { raw("openxml", '<w:p><w:pPr><w:pStyle w:val="SesudahTabel"/></w:pPr></w:p>') }
    if tabel.source then
      below = { pandoc.Div({ pandoc.Para(Teks.words(tabel.source)) },
        pandoc.Attr("", {}, { ["custom-style"] = "Sumber" })) }
    end
    local followed = tabel.source or Catatan.any(meta, Catatan.LABEL.tabel .. id)
    local made = Docx.table_xml(tabel, fit, title, followed)
    Halaman.note(made, Halaman.rows(tabel, fit, Docx.keeps(tabel, fit, followed)))
    return { raw("openxml", made) }, below, fit
  end,
}

local function alternative(meta, id)
  local entry = Data.entry(meta, "gambar", id)
  return entry.alt or ""
end

--- What stands between semicolons as a list; "Menurut jabatan: Eselon II: 1" opens a group of it.
local function chart_list(sentence)
  local group, rest = sentence:match("^([^:;]+:) ([^:;]+:.*)$")
  local lines = { group and '<p class="kelompok">' .. Teks.xml(group) .. "</p>" or "", "<ul>" }
  for item in ((rest or sentence) .. "; "):gmatch("(.-); ") do
    lines[#lines + 1] = "<li>" .. Teks.xml(item) .. "</li>"
  end
  lines[#lines + 1] = "</ul>"
  return table.concat(lines, "\n")
end

--- The alternative text of a chart, for everybody to open.
local function chart_data(text)
  local lines = { '<details class="data-grafik">', "<summary>Data grafik</summary>" }
  for sentence in (text:gsub("%.%s+(%u)", ".\n%1") .. "\n"):gmatch("(.-)\n") do
    lines[#lines + 1] = sentence:find("; ", 1, true) and chart_list(sentence)
      or "<p>" .. Teks.xml(sentence) .. "</p>"
  end
  lines[#lines + 1] = "</details>"
  return raw("html", table.concat(lines, "\n"))
end

--- The sheets of a figure: one, or several when it is higher than a page.
local function parts_of(meta, id)
  local sheets = Data.entry(meta, "gambar", id).lembar or {}
  if #sheets == 0 then
    return { { name = id, alt = alternative(meta, id) } }
  end
  local parts = {}
  for index, alt in ipairs(sheets) do
    parts[index] = { name = id .. "-" .. index, alt = alt }
  end
  return parts
end

--- What a figure is in each format.
Isi.gambar = {
  html = function(meta, id)
    local sheets = {}
    for index, part in ipairs(parts_of(meta, id)) do
      -- Two drawings with one name; html/grafik.css shows the one that the window has room for.
      sheets[index] = '<div class="lembar-grafik" role="img" aria-label="' .. Teks.xml(part.alt) .. '">'
        .. Data.file(meta, "gambar", part.name .. ".html") .. "</div>"
    end
    return { raw("html", '<div class="bingkai-grafik" data-id="' .. Teks.xml(id) .. '">'
      .. table.concat(sheets, "\n") .. "</div>") }, { chart_data(alternative(meta, id)) }, nil
  end,
  typst = function(meta, id)
    local parts = parts_of(meta, id)
    local blocks = {}
    for index, part in ipairs(parts) do
      local path = table.concat({ "/_build", Data.year(meta), "gambar", part.name .. ".svg" }, "/")
      blocks[index] = raw("typst", "#lkjip-grafik(" .. Teks.typst(path) .. ", " .. Teks.typst(part.alt) .. ")")
    end
    return blocks, {}, { long = #parts > 1 }
  end,
  docx = function(meta, id)
    local blocks = {}
    for index, part in ipairs(parts_of(meta, id)) do
      -- In the file, a picture is called what its path is: none of this machine's.
      local name = part.name .. ".png"
      local picture = Data.file(meta, "gambar", name)
      pandoc.mediabag.insert(name, "image/png", picture)
      local high, scale = Halaman.picture(picture)
      Halaman.note(name, high)
      local width = ("%.0f%%"):format(100 * scale)
      local image = pandoc.Image(Teks.words(part.alt), name, "", pandoc.Attr("", {}, { width = width }))
      blocks[index] = pandoc.Div({ pandoc.Para({ image }) },
        pandoc.Attr("", {}, { ["custom-style"] = "Gambar" }))
    end
    return blocks, {}, nil
  end,
}

--- The line below a figure that says what it was drawn from: what shortcodes.lua wrote in its place,
-- with the numbers of tables filled in.
Isi.figure_source = {
  html = function(blocks)
    return { pandoc.Div(blocks, pandoc.Attr("", { "sumber-gambar" })) }
  end,
  typst = function(blocks)
    -- Words stay whole, as below a table.
    local made = pandoc.Blocks({ raw("typst", '#lkjip-sumber[#show "\\u{ad}": none') })
    made:extend(blocks)
    made:insert(raw("typst", "]"))
    return made
  end,
  docx = function(blocks)
    return { pandoc.Div(blocks, pandoc.Attr("", {}, { ["custom-style"] = "Sumber" })) }
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

--- A formula with its TeX source as alternative text.
function Isi.typst_formula(formula)
  return { pandoc.RawInline("typst", "#[#set math.equation(alt: " .. Teks.typst(formula.text) .. ");"),
    formula, pandoc.RawInline("typst", "]") }
end

return Isi
