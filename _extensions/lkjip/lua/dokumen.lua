-- What describes the document as a whole: title, author, date, style sheet, for the templates.

local Data = require("lua/data")
local Kolofon = require("lua/kolofon")
local Teks = require("lua/teks")

local Dokumen = {}

local stringify = pandoc.utils.stringify

local function report_date(meta)
  local entry = (Data.load(meta).nilai or {})["laporan.tanggal"]
  return entry and entry.nilai:match("^(%d%d%d%d)%-(%d%d)%-(%d%d)$") and entry.nilai or nil
end

--- Files of the extension for a format, as they are: the document is one file and asks for no other.
local function parts_of(format, ...)
  local parts = {}
  for _, name in ipairs({ ... }) do
    parts[#parts + 1] = Data.extension_file(format, name)
  end
  return pandoc.RawBlock(format, table.concat(parts, "\n"))
end

--- The same for a page without comments and indents, which would be a fortieth of its weight.
local function packed(...)
  local block = parts_of("html", ...)
  block.text = block.text:gsub("/%*.-%*/", ""):gsub("\n%s+", "\n"):gsub("\n//[^\n]*", ""):gsub("^//[^\n]*\n", "")
  return block
end

--- Whether the document is a draft: it is one until its metadata says `final: true`.
function Dokumen.is_draft(meta)
  return meta.final == nil or stringify(meta.final) ~= "true"
end

local function typst_inline(code)
  return pandoc.RawInline("typst", code)
end

--- What the templates of the PDF use.
local function typst_metadata(meta, title, year, date)
  meta["lkjip-judul"] = typst_inline(Teks.typst(title))
  meta["lkjip-penulis"] = typst_inline(Teks.typst(Data.text(meta, "dinas.lengkap") or ""))
  meta["lkjip-pendek"] = typst_inline(Teks.typst("LKjIP " .. year))
  if date then
    local y, m, d = date:match("^(%d+)%-(%d+)%-(%d+)$")
    meta["lkjip-tanggal"] = typst_inline(("datetime(year: %d, month: %d, day: %d)"):format(y, m, d))
  end
  local logo = Data.logo(meta)
  meta["lkjip-logo"] = typst_inline(logo and Teks.typst("/" .. logo.name) or "none")
  local letterhead = {}
  for index, id in ipairs({ "pemerintah", "dinas", "alamat" }) do
    letterhead[index] = Teks.typst(Data.text(meta, id) or "")
  end
  meta["lkjip-kop"] = typst_inline("(" .. table.concat(letterhead, ", ") .. ")")
  -- A function must stand before those that call it.
  meta["lkjip-gaya"] = parts_of("typst", "dasar.typ", "letak.typ", "naskah.typ", "lkjip.typ", "sampul.typ", "tabel.typ",
    Dokumen.is_draft(meta) and "draf.typ" or nil)
end

--- Fill the metadata that the templates use.
-- judul-lengkap: title with the year; penulis: the office; tanggal-iso: date of the report.
function Dokumen.describe(meta, format)
  local title = meta.title and stringify(meta.title) or "Laporan Kinerja"
  local year = Data.text(meta, "tahun") or Data.year(meta)
  local office = Data.text(meta, "dinas.lengkap") or ""
  local full = title .. " Tahun " .. year
  local date = report_date(meta)
  if format == "typst" then
    typst_metadata(meta, full, year, date)
  elseif format == "html" then
    meta.pagetitle = pandoc.MetaString(full .. " – " .. office)
    meta["lkjip-judul"] = Teks.words(full)
    meta["lkjip-penulis"] = Teks.words(office)
    meta["lkjip-pendek"] = Teks.words("LKjIP " .. year)
    meta["lkjip-kaki"] = Kolofon.foot(meta)
    local draft = Dokumen.is_draft(meta)
    meta["lkjip-draf"] = draft and pandoc.MetaBool(true) or nil
    meta["lkjip-gaya"] = packed("tema.css", "lkjip.css", "tabel.css", "jejak.css", "grafik.css", "cetak.css", draft and "draf.css" or nil)
    meta["lkjip-tema"] = packed("tema.js")
    meta["lkjip-skrip"] = packed("isi.js", "cari.js", "kisi.js", "tabel.js", "jejak.js")
  else
    -- Word and LibreOffice look for spelling and hyphenation by language and country.
    if meta.lang and stringify(meta.lang) == "id" then
      meta.lang = pandoc.MetaString("id-ID")
    end
    meta.title = Teks.words(full)
    meta.author = { Teks.words(office) }
  end
  meta["lkjip-tahun"] = Teks.words(year)
  if date then
    meta["lkjip-tanggal-iso"] = pandoc.MetaString(date)
  end
  return meta
end

-- What the properties of a Word file tell readers; all other metadata is ours.
local PROPERTIES = { title = true, author = true, lang = true, ["lkjip-tahun"] = true }

--- The metadata of a Word file without what only the build needs.
function Dokumen.properties(meta)
  local kept = {}
  for key, value in pairs(meta) do
    kept[key] = PROPERTIES[key] and value or nil
  end
  return kept
end

return Dokumen
