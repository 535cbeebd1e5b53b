-- Parts of a page that are not running text: cover, signature blocks, callouts, lists of contents.

local Suku = require("lua/suku")
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
  tahun = "Sampul Tahun", dinas = "Sampul Dinas", alamat = "Sampul Alamat" }

local function cover_part(div, class, format)
  if format == "typst" then
    return typst_call("lkjip-" .. class, { div.content })
  elseif format == "docx" then
    return styled(COVER[class], div.content)
  end
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

local function docx_signature(place, parties)
  local function cell(blocks, style)
    return pandoc.Cell({ styled(style, blocks) })
  end
  local empty = pandoc.Blocks({})
  local left, right = parties[1], parties[2]
  if not right then
    left, right = { title = empty, name = empty, below = empty }, parties[1]
  end
  local rows = {}
  for index, pair in ipairs({ { empty, place }, { left.title, right.title }, { left.name, right.name },
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

--- Lines "Nama: …" as a form with two columns.
local function typst_form(div)
  local inlines = pandoc.Inlines({ pandoc.RawInline("typst", "#lkjip-identitas(") })
  for _, block in ipairs(div.content) do
    local label = true
    for index, inline in ipairs(block.content) do
      local head = label and inline.t == "Str" and inline.text:match("^(.*):$")
      if index == 1 or block.content[index - 1].t == "LineBreak" then
        inlines:insert(pandoc.RawInline("typst", "(["))
      end
      if head then
        inlines:extend({ pandoc.Str(head), pandoc.RawInline("typst", "], [") })
        label = false
      elseif inline.t == "LineBreak" then
        inlines:insert(pandoc.RawInline("typst", "]), "))
        label = true
      else
        inlines:insert(inline)
      end
    end
    inlines:insert(pandoc.RawInline("typst", "]), "))
  end
  inlines:insert(pandoc.RawInline("typst", ")"))
  return pandoc.Plain(inlines)
end

local TYPST_PARTS = { naskah = true, sistematika = true, ["judul-lampiran"] = true }

--- Give a div of the report its form; nil leaves it alone.
function Blok.render(div, format)
  if format == "typst" and div.classes:includes("identitas") then
    return typst_form(div)
  end
  for class in pairs(format == "typst" and TYPST_PARTS or {}) do
    if div.classes:includes(class) then
      return typst_call("lkjip-" .. class, { div.content })
    end
  end
  if div.classes:includes("tanda-tangan") then
    return SIGNATURES[format](signature_of(div))
  end
  for class in pairs(COVER) do
    if div.classes:includes(class) then
      return cover_part(div, class, format)
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
      .. Teks.xml(entry.text) .. "</a></li>"
  end
  lines[#lines + 1] = "</ol>"
  return pandoc.RawBlock("html", table.concat(lines, "\n"))
end

local LONGEST_LEAD = 400

--- A paragraph that announces a list does not stay behind on a page.
function Blok.typst_leads(blocks)
  local kept = pandoc.Blocks({})
  for index, block in ipairs(blocks) do
    local after = blocks[index + 1]
    local leads = block.t == "Para" and after and (after.t == "BulletList" or after.t == "OrderedList")
    if leads and #pandoc.utils.stringify(block:walk({ RawInline = Suku.whole })) <= LONGEST_LEAD then
      kept:extend({ pandoc.RawBlock("typst", "#lkjip-pengantar["), block, pandoc.RawBlock("typst", "]") })
    else
      kept:insert(block)
    end
  end
  return kept
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
        div.content = { html_list(lists[div.identifier]) }
        return div
      end
      return Word.list(div.identifier, lists[div.identifier])
    end,
  })
end

return Blok
