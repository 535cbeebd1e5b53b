-- Who publishes the report and how to reach them: `::: {.kolofon}` with a list of lines such as
-- "Telepon: …" in the report, and the foot of the web page.

local Data = require("lua/data")
local Teks = require("lua/teks")

local Kolofon = {}

local stringify = pandoc.utils.stringify

--- Leave out the items that say nothing: what has no value is empty or ends with its colon.
function Kolofon.fill(div)
  local items = pandoc.List(div.content[1].content):filter(function(item)
    local text = Teks.said(item)
    return text ~= "" and not text:match(":%s*$")
  end)
  div.content = { pandoc.BulletList(items) }
  return div
end

--- The lines of the list as one paragraph.
local function paragraph(items)
  local inlines = pandoc.Inlines({})
  for index, item in ipairs(items) do
    if index > 1 then
      inlines:insert(pandoc.LineBreak())
    end
    inlines:extend(item[1].content)
  end
  return pandoc.Para(inlines)
end

--- Give the colophon its form; a page styles the list itself.
function Kolofon.render(div, format)
  local items = div.content[1].content
  if format == "typst" then
    return { pandoc.RawBlock("typst", "#lkjip-kolofon["), paragraph(items), pandoc.RawBlock("typst", "]") }
  elseif format == "docx" then
    return pandoc.Div({ paragraph(items) }, pandoc.Attr("", {}, { ["custom-style"] = "Sumber" }))
  end
  return div
end

local function link(text, target)
  return pandoc.Link(Teks.words(text), target)
end

-- How each way to the office stands at the foot of the page.
local WAYS = {
  { id = "alamat", make = Teks.words },
  { id = "kontak.telepon", make = function(text) return { link(text, "tel:" .. text:gsub("[^%d+]", "")) } end },
  { id = "kontak.surel", make = function(text) return { link(text, "mailto:" .. text) } end },
  { id = "kontak.laman", make = function(text) return { link(text, text) } end },
}

--- Parts of a line, with points between them.
local function line(parts)
  local inlines = pandoc.Inlines({})
  for index, part in ipairs(parts) do
    if index > 1 then
      inlines:extend({ pandoc.Space(), pandoc.Str("·"), pandoc.Space() })
    end
    inlines:extend(part)
  end
  return pandoc.Para(inlines)
end

local function ways(meta)
  local parts = {}
  for _, way in ipairs(WAYS) do
    local text = Data.text(meta, way.id) or ""
    if text ~= "" then
      parts[#parts + 1] = way.make(text)
    end
  end
  return parts
end

local EDITIONS = { { key = "berkas-pdf", name = "PDF" }, { key = "berkas-docx", name = "Word (.docx)" } }

--- Links to the editions that the same build makes: it names their files, which lie beside the page.
function Kolofon.editions(meta)
  local parts = {}
  for _, edition in ipairs(EDITIONS) do
    if meta[edition.key] then
      parts[#parts + 1] = { link("Edisi " .. edition.name, stringify(meta[edition.key])) }
    end
  end
  return parts
end

--- The lines at the foot of the web page, below the title.
function Kolofon.foot(meta)
  local published, licence = Data.text(meta, "laporan.tanggal"), Data.text(meta, "lisensi") or ""
  local edition, notice = Data.text(meta, "edisi") or "", {}
  if edition ~= "" then
    notice[#notice + 1] = Teks.words(edition)
  end
  if published then
    notice[#notice + 1] = Teks.words("Tanggal laporan " .. published)
  end
  if licence ~= "" then
    notice[#notice + 1] = Teks.words("Lisensi data " .. licence)
  end
  local lines = pandoc.Blocks({})
  for _, parts in ipairs({ ways(meta), notice, Kolofon.editions(meta) }) do
    if #parts > 0 then
      lines:insert(line(parts))
    end
  end
  return pandoc.MetaBlocks(lines)
end

return Kolofon
