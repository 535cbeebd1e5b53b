-- What describes the document as a whole: title, author, date, style sheet, for the templates.

local Data = require("lua/data")
local Teks = require("lua/teks")

local Dokumen = {}

local stringify = pandoc.utils.stringify

local function report_date(meta)
  local entry = (Data.load(meta).nilai or {})["laporan.tanggal"]
  return entry and entry.nilai:match("^(%d%d%d%d)%-(%d%d)%-(%d%d)$") and entry.nilai or nil
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
    meta["lkjip-gaya"] = pandoc.RawBlock("typst", Data.extension_file("typst", "lkjip.typ"))
  elseif format == "html" then
    meta.pagetitle = pandoc.MetaString(full .. " – " .. office)
    meta["lkjip-judul"] = Teks.words(full)
    meta["lkjip-penulis"] = Teks.words(office)
    meta["lkjip-pendek"] = Teks.words("LKjIP " .. year)
    meta["lkjip-gaya"] = pandoc.RawBlock("html", Data.extension_file("html", "lkjip.css"))
  else
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
