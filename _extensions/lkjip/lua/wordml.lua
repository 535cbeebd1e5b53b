-- WordprocessingML: sections of pages, captions and lists of contents with fields that Word renews.

local Teks = require("lua/teks")

local Word = {}

-- A4 with the margins of reference.docx, in twentieths of a point. docx/buat_reference.py gives the
-- names to heads and foot.
local PAGE = {
  upright = '<w:pgSz w:w="11906" w:h="16838"/>',
  turned = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>',
}
local MARGINS = '<w:pgMar w:top="1587" w:right="1417" w:bottom="1474" w:left="1417" w:header="794" w:footer="794" w:gutter="0"/>'
local HEAD = '<w:headerReference w:type="default" r:id="%s"/>'
local FOOT = '<w:footerReference w:type="default" r:id="%s"/>'

local MARK = "lkjip_seksi:"

--- A place where a section of pages ends; Word.sections turns it into the section's properties.
-- kind: "sampul" (cover), "depan" (front matter), "tegak" (upright), "rebah" (turned page).
function Word.section_end(kind)
  return pandoc.RawBlock("openxml", "<!--" .. MARK .. kind .. "-->")
end

local function section_properties(state, kind)
  local numbers = ""
  if kind == "depan" then
    numbers = '<w:pgNumType w:fmt="lowerRoman"' .. (state.front and "" or ' w:start="1"') .. "/>"
    state.front = true
  elseif kind ~= "sampul" then
    numbers = '<w:pgNumType w:fmt="decimal"' .. (state.body and "" or ' w:start="1"') .. "/>"
    state.body = true
  end
  local head = ""
  if kind ~= "sampul" then
    head = HEAD:format(state.draft and "rIdKepalaDraf" or "rIdKepala")
      .. FOOT:format(kind == "rebah" and "rIdKakiRebah" or "rIdKaki")
  elseif state.draft then
    head = HEAD:format("rIdSampulDraf")
  end
  return "<w:sectPr>" .. head .. '<w:type w:val="nextPage"/>'
    .. PAGE[kind == "rebah" and "turned" or "upright"] .. MARGINS .. numbers .. "</w:sectPr>"
end

local function section_paragraph(properties)
  return pandoc.RawBlock("openxml", '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    .. '<w:rPr><w:sz w:val="2"/></w:rPr>' .. properties .. "</w:pPr></w:p>")
end

--- End the cover and the front matter where the document says so, and give every section its pages.
function Word.sections(document, draft)
  local blocks, chapters = pandoc.Blocks({}), false
  for _, block in ipairs(document.blocks) do
    if not chapters and block.t == "Header" and block.level == 1
      and not block.classes:includes("unnumbered") then
      chapters = true
      blocks:insert(Word.section_end("depan"))
    end
    blocks:insert(block)
    if block.t == "Div" and block.attributes["custom-style"] == "Sampul" then
      blocks:insert(Word.section_end("sampul"))
    end
  end
  local state = { front = false, body = not chapters, draft = draft }
  document.blocks = blocks:walk({
    traverse = "topdown",
    RawBlock = function(raw)
      local kind = raw.format == "openxml" and raw.text:match("^<!%-%-" .. MARK .. "(%a+)%-%->$")
      return kind and section_paragraph(section_properties(state, kind)) or nil
    end,
  })
  document.meta["lkjip-seksi-akhir"] = pandoc.RawBlock("openxml", section_properties(state, "tegak"))
  return document
end

local UNNUMBERED = { "Judul Tanpa Nomor", "Judul Naskah", "Subjudul Tanpa Nomor" }

--- Headings without a number get styles of their own: in those of pandoc Word counts. A document of
-- the annexes bears the coat of arms, when there is one.
function Word.unnumbered(document, logo)
  document.blocks = document.blocks:walk({
    Header = function(heading)
      if not heading.classes:includes("unnumbered") then
        return nil
      end
      local style = heading.classes:includes("pembatas") and "Judul Pembatas"
        or heading.classes:includes("asal") and "Judul Asal"
        or heading.identifier == "sec-daftar-gambar" and "Judul Menyambung"
        or UNNUMBERED[math.min(heading.level, #UNNUMBERED)]
      local made = pandoc.Div({ pandoc.Para(heading.content) },
        pandoc.Attr(heading.identifier, {}, { ["custom-style"] = style }))
      return style == "Judul Naskah" and logo and { Word.logo(logo, "2.2cm", "Gambar"), made } or made
    end,
  })
  return document
end

--- Whether the paragraph before this block must not stay behind: before a list, or a signature of one
-- party. (Two parties sign documents of the annexes, which begin pages of their own.)
local function is_led(block)
  return block.t == "BulletList" or block.t == "OrderedList"
    or block.t == "Div" and block.attributes["custom-style"] == "Tanda Tangan Tempat Kanan"
end

--- A paragraph that announces a list, and the last one before a signature, stay with them.
function Word.leads(blocks)
  for index, block in ipairs(blocks) do
    local after = blocks[index + 1]
    if block.t == "Para" and after and is_led(after) then
      blocks[index] = pandoc.Div({ block }, pandoc.Attr("", {}, { ["custom-style"] = "Pengantar" }))
    end
  end
  return blocks
end

--- The coat of arms in a paragraph of its own.
function Word.logo(logo, height, style)
  local image = pandoc.Image({ pandoc.Str("Lambang") }, logo.name, "", pandoc.Attr("", {}, { height = height }))
  return pandoc.Div({ pandoc.Para({ image }) }, pandoc.Attr("", {}, { ["custom-style"] = style }))
end

--- Two blocks in one row of a table without rules, and the paragraph that ends it.
function Word.side_by_side(left, right)
  local row = pandoc.Row({ pandoc.Cell({ left }), pandoc.Cell({ right }) })
  local body = { attr = pandoc.Attr(), body = { row }, head = {}, row_head_columns = 0 }
  local widths = { { "AlignLeft", 0.5 }, { "AlignLeft", 0.5 } }
  return { pandoc.Table(pandoc.Caption(), widths, pandoc.TableHead(), { body }, pandoc.TableFoot(),
    pandoc.Attr("", {}, { ["custom-style"] = "TandaTanganTabel" })),
    pandoc.RawBlock("openxml", '<w:p><w:pPr><w:pStyle w:val="SesudahTabel"/></w:pPr></w:p>') }
end

--- A tab within a line.
function Word.tab()
  return pandoc.RawInline("openxml", "<w:r><w:tab/></w:r>")
end

local function run_open(look)
  return "<w:r>" .. (look and "<w:rPr>" .. look .. "</w:rPr>" or "")
end

local function text_run(text, look)
  return run_open(look)
    .. '<w:t xml:space="preserve">' .. Teks.xml(text) .. "</w:t></w:r>"
end

local function field_mark(kind, look, dirty)
  return run_open(look) .. '<w:fldChar w:fldCharType="' .. kind .. '"'
    .. (dirty and ' w:dirty="true"' or "") .. "/></w:r>"
end

local function field_begin(code, look, dirty)
  return field_mark("begin", look, dirty) .. run_open(look)
    .. '<w:instrText xml:space="preserve"> ' .. code .. " </w:instrText></w:r>"
    .. field_mark("separate", look)
end

-- Far from the numbers that pandoc gives to its own bookmarks.
local last_mark = 100000

--- The bookmark around a caption's number, which citations repeat. A name with "_" stays hidden.
local function number_mark(identifier)
  return "_Ref_" .. pandoc.utils.sha1(identifier):sub(1, 16)
end

--- The number of a caption as a field, so that Word renumbers: "Tabel 3." and the counter "Tabel".
function Word.caption_number(label, number, identifier)
  local chapter, order = number:match("^(.*%.)(%d+)$")
  chapter, order = chapter or "", order or number
  local reset = order == "1" and " \\r 1" or ""
  last_mark = last_mark + 1
  return pandoc.RawInline("openxml", text_run(label .. "\u{a0}", "<w:b/>") .. '<w:bookmarkStart w:id="'
    .. last_mark .. '" w:name="' .. number_mark(identifier) .. '"/>'
    .. (chapter ~= "" and text_run(chapter, "<w:b/>") or "") .. field_begin("SEQ " .. label .. " \\* ARABIC" .. reset, "<w:b/>") .. text_run(order, "<w:b/>")
    .. field_mark("end", "<w:b/>") .. '<w:bookmarkEnd w:id="' .. last_mark .. '"/>')
end

--- A citation of a table or figure: a link whose number is a field that repeats the caption's. The
-- label stands before the field: LibreOffice ends lines within fields, whatever space is there.
function Word.citation(link)
  local identifier = link.target:sub(2)
  local kind = identifier:match("^(%a+)%-")
  if not link.classes:includes("quarto-xref") or kind ~= "tbl" and kind ~= "fig" then
    return nil
  end
  local look = '<w:rStyle w:val="Hyperlink"/>'
  local label, number = pandoc.utils.stringify(link.content):match("^(.-)([%d.]*)$")
  local mark = number_mark(identifier)
  return pandoc.RawInline("openxml", '<w:hyperlink w:anchor="' .. mark .. '" w:history="1">'
    .. text_run(label, look) .. field_begin("REF " .. mark .. " \\h", look) .. text_run(number, look)
    .. field_mark("end", look) .. "</w:hyperlink>")
end

--- The name that pandoc gives to the bookmark of an identifier.
local function bookmark(identifier)
  if identifier:match("^%a") and utf8.len(identifier) <= 40 then
    return identifier
  end
  return "X" .. pandoc.utils.sha1(identifier):sub(2)
end

local CODES = {
  ["daftar-isi"] = 'TOC \\o "1-3" \\h \\z \\u',
  ["daftar-tabel"] = 'TOC \\h \\z \\c "Tabel"',
  ["daftar-gambar"] = 'TOC \\h \\z \\c "Gambar"',
}

--- A list of contents as one field, filled in; Word renews it with page numbers.
function Word.list(identifier, entries)
  local parts = {}
  for index, entry in ipairs(entries) do
    local style = entry.level and "TOC" .. entry.level or "TableofFigures"
    local name = bookmark(entry.id)
    parts[#parts + 1] = '<w:p><w:pPr><w:pStyle w:val="' .. style .. '"/></w:pPr>'
      .. (index == 1 and field_begin(CODES[identifier], nil, true) or "")
      .. '<w:hyperlink w:anchor="' .. Teks.xml(name) .. '" w:history="1">'
      .. (entry.number and text_run(entry.number) .. "<w:r><w:tab/></w:r>" or "")
      .. text_run(entry.text) .. "<w:r><w:tab/></w:r>"
      .. field_begin("PAGEREF " .. name .. " \\h", nil, true) .. text_run(entry.page or "") .. field_mark("end")
      .. "</w:hyperlink>" .. (index == #entries and field_mark("end") or "") .. "</w:p>"
  end
  return pandoc.RawBlock("openxml", table.concat(parts))
end

return Word
