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

--- Fill the metadata that the templates use.
-- judul-lengkap: title with the year; penulis: the office; tanggal-iso: date of the report.
function Dokumen.describe(meta, format)
  local title = meta.title and stringify(meta.title) or "Laporan Kinerja"
  local year = Data.text(meta, "tahun") or Data.year(meta)
  local office = Data.text(meta, "dinas.lengkap") or ""
  local full = title .. " Tahun " .. year
  local date = report_date(meta)
  if format == "typst" then
    meta["lkjip-judul"] = pandoc.RawInline("typst", Teks.typst(full))
    meta["lkjip-penulis"] = pandoc.RawInline("typst", Teks.typst(office))
    meta["lkjip-pendek"] = pandoc.RawInline("typst", Teks.typst("LKjIP " .. year))
    if date then
      local y, m, d = date:match("^(%d+)%-(%d+)%-(%d+)$")
      meta["lkjip-tanggal"] = pandoc.RawInline("typst", ("datetime(year: %d, month: %d, day: %d)"):format(y, m, d))
    end
    local logo = Data.logo(meta)
    meta["lkjip-logo"] = pandoc.RawInline("typst", logo and Teks.typst("/" .. logo.name) or "none")
    -- A function must stand before those that call it.
    meta["lkjip-gaya"] = parts_of("typst", "dasar.typ", "letak.typ", "naskah.typ", "lkjip.typ", "sampul.typ", "tabel.typ",
      Dokumen.is_draft(meta) and "draf.typ" or nil)
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

return Dokumen
