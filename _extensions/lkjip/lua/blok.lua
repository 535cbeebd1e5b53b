-- Parts of a page that are not running text: cover, signature blocks, callouts, lists of contents.

local Data = require("lua/data")
local Formulir = require("lua/formulir_typst")
local Kerangka = require("lua/kerangka")
local Teks = require("lua/teks")
local Word = require("lua/wordml")

local Blok = {}

local function styled(style, blocks)
  return pandoc.Div(blocks, pandoc.Attr("", {}, { ["custom-style"] = style }))
end

--- A call of a Typst function with blocks as its content arguments.
local function typst_call(name, arguments)
  local blocks = pandoc.Blocks({})
  local open = "#" .. name .. "["
  for _, argument in ipairs(arguments) do
    blocks:insert(pandoc.RawBlock("typst", open))
    blocks:extend(argument)
    open = "]["
  end
  blocks:insert(pandoc.RawBlock("typst", "]"))
  return blocks
end

local COVER = { sampul = "Sampul", pemerintah = "Sampul Pemerintah", judul = "Sampul Judul",
  tahun = "Sampul Tahun", edisi = "Sampul Edisi", dinas = "Sampul Dinas", alamat = "Sampul Alamat" }

local MIME = { png = "image/png", jpg = "image/jpeg", jpeg = "image/jpeg" }

--- The coat of arms as a part of the page: it is one file.
local function embedded(logo)
  local kind = logo.name:lower():match("%.(%w+)$")
  return pandoc.RawBlock("html", '<img class="lambang" alt="Lambang" src="'
    .. pandoc.mediabag.make_data_uri(MIME[kind], logo.content) .. '">')
end

--- The coat of arms, when instansi.yml names one, before the name of the government. In the PDF,
-- typst/sampul.typ puts it there.
local function with_logo(div, logo, format)
  if format == "html" then
    div.content:insert(1, embedded(logo))
  else
    div.content:insert(1, Word.logo(logo, "2.8cm", "Sampul Lambang"))
  end
  return div
end

--- A part of the cover; one whose value is empty is left out.
local function cover_part(div, class, format, meta)
  if Teks.said(div.content) == "" then
    return {}
  end
  if format == "typst" then
    return typst_call("lkjip-" .. class, { div.content })
  end
  if format == "html" and class == "judul" then
    return Kerangka.title(div)
  end
  local logo = class == "pemerintah" and Data.logo(meta)
  if logo then
    div = with_logo(div, logo, format)
  end
  return format == "docx" and styled(COVER[class], div.content) or div
end

--- What one party signs: title above, name, rank and number below.
local function party_of(blocks)
  local party = { title = pandoc.Blocks({}), name = pandoc.Blocks({}), below = pandoc.Blocks({}) }
  local now = party.title
  for _, block in ipairs(blocks) do
    if block.t == "Div" and block.classes:includes("nama") then
      party.name = block.content
      now = party.below
    else
      now:insert(block)
    end
  end
  return party
end

--- The parts of a signature block: place and date first, then the parties.
local function signature_of(div)
  local content = pandoc.Blocks(div.content)
  local place = pandoc.Blocks({ content:remove(1) })
  local parties = pandoc.List({})
  for _, block in ipairs(content) do
    if block.t == "Div" and block.classes:includes("pihak") then
      parties:insert(party_of(block.content))
    end
  end
  if #parties == 0 then
    parties:insert(party_of(content))
  end
  return place, parties
end

local function typst_signature(place, parties)
  local blocks = pandoc.Blocks({})
  local function add(open, content, close)
    blocks:insert(pandoc.RawBlock("typst", open))
    blocks:extend(content)
    blocks:insert(pandoc.RawBlock("typst", close))
  end
  add("#lkjip-tanda-tangan([", place, "]")
  for _, party in ipairs(parties) do
    add(", lkjip-pihak([", party.title, "]")
    add(", [", party.name, "]")
    add(", [", party.below, "])")
  end
  blocks:insert(pandoc.RawBlock("typst", ")"))
  return blocks
end

--- One party signs at the right: paragraphs, which every word processor keeps together.
local function docx_one_party(place, party)
  return { styled("Tanda Tangan Tempat Kanan", place), styled("Tanda Tangan Kanan", party.title),
    styled("Tanda Tangan Nama Kanan", party.name), styled("Tanda Tangan Kanan", party.below) }
end

--- Two parties sign beside each other, their names at the same height.
local function docx_signature(place, parties)
  local left, right = parties[1], parties[2]
  if not right then
    return docx_one_party(place, left)
  end
  local function cell(blocks, style)
    return pandoc.Cell({ styled(style, blocks) })
  end
  local rows = {}
  for index, pair in ipairs({ { pandoc.Blocks({}), place }, { left.title, right.title }, { left.name, right.name },
    { left.below, right.below } }) do
    local style = index == 1 and "Tanda Tangan Tempat" or index == 3 and "Tanda Tangan Nama" or "Tanda Tangan"
    rows[index] = pandoc.Row({ cell(pair[1], style), cell(pair[2], style) })
  end
  local body = { attr = pandoc.Attr(), body = rows, head = {}, row_head_columns = 0 }
  local widths = { { "AlignCenter", 0.5 }, { "AlignCenter", 0.5 } }
  return pandoc.Table(pandoc.Caption(), widths, pandoc.TableHead(), { body }, pandoc.TableFoot(),
    pandoc.Attr("", {}, { ["custom-style"] = "TandaTanganTabel" }))
end

local function html_signature(place, parties)
  local cells = pandoc.Blocks({ pandoc.Div(place, pandoc.Attr("", { "tempat" })) })
  for _, party in ipairs(parties) do
    cells:insert(pandoc.Div({
      pandoc.Div(party.title, pandoc.Attr("", { "jabatan" })),
      pandoc.Div(party.name, pandoc.Attr("", { "nama" })),
      pandoc.Div(party.below, pandoc.Attr("", { "keterangan" })),
    }, pandoc.Attr("", { "pihak" })))
  end
  return pandoc.Div(cells, pandoc.Attr("", { "tanda-tangan", #parties > 1 and "dua-pihak" or nil }))
end

local SIGNATURES = { typst = typst_signature, docx = docx_signature, html = html_signature }

local CALLOUTS = { note = "Catatan", tip = "Tip", warning = "Peringatan", important = "Penting",
  caution = "Bahaya" }

--- A callout: `kind` without "callout-", `title` as inlines or nil, `content` as blocks.
function Blok.callout(kind, title, content, format)
  local head = title and #title > 0 and title or pandoc.Inlines({ pandoc.Str(CALLOUTS[kind] or kind) })
  if format == "typst" then
    return typst_call("lkjip-catatan", { { pandoc.Plain(head) }, content })
  elseif format == "docx" then
    return { styled("Catatan Judul", { pandoc.Para(head) }), styled("Catatan", content) }
  end
  local blocks = pandoc.Blocks({ pandoc.Div({ pandoc.Plain(head) }, pandoc.Attr("", { "catatan-judul" })) })
  blocks:extend(content)
  return pandoc.Div(blocks, pandoc.Attr("", { "catatan", "catatan-" .. kind }, { role = "note" }))
end

local function callout_of(div, format)
  for class in pairs(CALLOUTS) do
    if div.classes:includes("callout-" .. class) then
      local content = pandoc.Blocks(div.content)
      local title = div.attributes.title and Teks.words(div.attributes.title)
      local first = content[1]
      if not title and first and first.t == "Div" and first.classes:includes("callout-title") then
        title = content:remove(1).content[1].content
      end
      return Blok.callout(class, title, content, format)
    end
  end
end

--- Lines "Nama: …" for Word: each line a paragraph, the values below each other behind a tab.
local function docx_form(div)
  local lines = pandoc.Blocks({})
  for _, block in ipairs(div.content) do
    local line = pandoc.Inlines({})
    for _, inline in ipairs(block.content) do
      local head = #line == 0 and inline.t == "Str" and inline.text:match("^(.*):$")
      if head then
        line:extend({ pandoc.Str(head), Word.tab(), pandoc.Str(":") })
      elseif inline.t == "LineBreak" then
        lines:insert(pandoc.Para(line))
        line = pandoc.Inlines({})
      else
        line:insert(inline)
      end
    end
    lines:insert(pandoc.Para(line))
  end
  return styled("Identitas", lines)
end

--- Blocks without styles that were given to them one by one.
local function unstyled(blocks)
  return blocks:walk({
    Div = function(div)
      return div.attributes["custom-style"] and div.content or nil
    end,
  })
end

--- The parts of the report by number, as lines without the marks of a list.
local function docx_contents(blocks, depth, lines)
  for _, block in ipairs(blocks) do
    if block.t == "Div" and block.attributes["custom-style"] == "Subjudul" then
      block.attributes["custom-style"] = "Sistematika Bab"
    end
    if block.t == "BulletList" then
      for _, item in ipairs(block.content) do
        docx_contents(item, depth + 1, lines)
      end
    elseif depth > 0 and block.content then
      lines:insert(styled("Sistematika " .. math.min(depth, 2), { pandoc.Para(block.content) }))
    else
      lines:insert(block)
    end
  end
  return lines
end

local function docx_part(div)
  if div.classes:includes("identitas") then
    return docx_form(div)
  elseif div.classes:includes("judul-lampiran") then
    local lines = unstyled(div.content)
    local first = pandoc.Blocks({ lines:remove(1) })
    return { styled("Judul Lampiran Awal", first), styled("Judul Lampiran", lines) }
  elseif div.classes:includes("naskah") then
    return styled("Naskah", div.content)
  elseif div.classes:includes("sistematika") then
    return docx_contents(div.content, 0, pandoc.Blocks({}))
  end
end

local TYPST_PARTS = { naskah = true, sistematika = true, ["judul-lampiran"] = true }

local function typst_part(div)
  if div.classes:includes("identitas") then
    return Formulir.form(div)
  end
  if div.classes:includes("sistematika") then
    div.content = Formulir.contents(div.content)
  end
  for class in pairs(TYPST_PARTS) do
    if div.classes:includes(class) then
      return typst_call("lkjip-" .. class, { div.content })
    end
  end
end

local PARTS = { typst = typst_part, docx = docx_part, html = function() end }

--- Give a div of the report its form; nil leaves it alone.
function Blok.render(div, format, meta)
  local part = PARTS[format](div)
  if part then
    return part
  end
  if div.classes:includes("tanda-tangan") then
    return SIGNATURES[format](signature_of(div))
  end
  for class in pairs(COVER) do
    if div.classes:includes(class) then
      return cover_part(div, class, format, meta)
    end
  end
  return callout_of(div, format)
end

local LISTS = { ["daftar-isi"] = true, ["daftar-tabel"] = true, ["daftar-gambar"] = true }

local function html_list(entries)
  local lines = { '<ol class="daftar">' }
  for _, entry in ipairs(entries) do
    lines[#lines + 1] = '<li class="tingkat-' .. (entry.level or 2) .. '"><a href="#' .. Teks.xml(entry.id) .. '">'
      .. (entry.number and '<span class="nomor">' .. Teks.xml(entry.number) .. "</span> " or "")
      .. Teks.xml(entry.text):gsub("/", "/<wbr>") .. "</a></li>"
  end
  lines[#lines + 1] = "</ol>"
  return pandoc.RawBlock("html", table.concat(lines, "\n"))
end

local ON_PAPER = '<p class="hanya-cetak">Daftar isi, daftar tabel, dan daftar gambar dengan nomor halaman '
  .. "dimuat dalam edisi PDF laporan ini.</p>\n"

--- A list of the page, to be unfolded: the contents at the side lead through the report. Paper has
-- no use for a list without pages.
local function folded(div, entries, meta)
  local before = div.identifier == "daftar-isi" and meta["berkas-pdf"] and ON_PAPER or ""
  div.content = { pandoc.RawBlock("html", before .. '<details class="lipat">\n<summary>Buka daftar (' .. #entries
    .. " entri)</summary>"), html_list(entries), pandoc.RawBlock("html", "</details>") }
  return div
end

--- Fill the lists of contents. `lists`: entries (id, level, number, text) by the div's id.
function Blok.lists(document, format, lists)
  return document:walk({
    Div = function(div)
      if not LISTS[div.identifier] then
        return nil
      elseif format == "typst" then
        return pandoc.RawBlock("typst", "#lkjip-" .. div.identifier)
      elseif format == "html" then
        return folded(div, lists[div.identifier], document.meta)
      end
      return Word.list(div.identifier, lists[div.identifier])
    end,
  })
end

return Blok
