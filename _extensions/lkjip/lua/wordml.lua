-- WordprocessingML: captions, citations and lists of contents as fields that Word renews. (Sections of
-- pages: lua/seksi.lua. What pandoc cannot write, lkjip/render/word puts right afterwards.)

local Teks = require("lua/teks")

local Word = {}

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

local function field(code, result, look)
  return field_begin(code, look) .. text_run(result, look) .. field_mark("end", look)
end

-- Far from the numbers that pandoc gives to its own bookmarks.
local last_mark = 100000

--- The name of a bookmark: one that begins with "_" stays hidden in Word.
local function hidden_name(name)
  return "_Ref_" .. pandoc.utils.sha1(name):sub(1, 16)
end

--- The same for a heading or a caption: lkjip/render/word gives it to the bookmark that pandoc makes.
local function mark_name(identifier)
  if identifier:match("^%a") and utf8.len(identifier) <= 40 then
    return hidden_name(identifier)
  end
  return hidden_name("X" .. pandoc.utils.sha1(identifier):sub(2))
end

local function number_name(identifier)
  return hidden_name("nomor " .. identifier)
end

local function marked(identifier, content)
  last_mark = last_mark + 1
  return '<w:bookmarkStart w:id="' .. last_mark .. '" w:name="' .. identifier .. '"/>' .. content
    .. '<w:bookmarkEnd w:id="' .. last_mark .. '"/>'
end

local NUMBER = '<w:rStyle w:val="NomorTakarir"/>'

--- A field that counts and shows nothing.
local function unseen_counter(code)
  local look = "<w:vanish/>"
  return field_mark("begin", look) .. run_open(look) .. '<w:instrText xml:space="preserve"> ' .. code
    .. " </w:instrText></w:r>" .. field_mark("end", look)
end

-- What only a program reads that does not know Word 2013.
local OTHERS = '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
  .. '<mc:Choice xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" Requires="w15"/>'
  .. "<mc:Fallback>%s</mc:Fallback></mc:AlternateContent>"

--- A chapter's title counts the chapters once more, unseen: captions need the number in Arabic numerals.
-- LibreOffice does not begin the counters of captions anew at a heading ("\\s 1"), so it is told to. (In
-- Word, whose lists of captions hold every paragraph with such a counter, chapters would stand in them.)
function Word.chapter_counter()
  local anew = unseen_counter("SEQ Tabel \\r 0 \\h") .. unseen_counter("SEQ Gambar \\r 0 \\h")
  return pandoc.RawInline("openxml", unseen_counter("SEQ Bab \\h") .. OTHERS:format(anew))
end

--- The number of a caption as fields, so that Word renumbers: the chapter, and the counter that begins
-- anew in each of them.
function Word.caption_number(label, number, identifier)
  local chapter, order = number:match("^(.*)%.(%d+)$")
  local code = "SEQ " .. label .. " \\* ARABIC" .. (chapter and " \\s 1" or "")
  local parts = (chapter and field("SEQ Bab \\c", chapter, NUMBER) .. text_run(".", NUMBER) or "")
    .. field(code, order or number, NUMBER)
  return pandoc.RawInline("openxml", text_run(label .. "\u{a0}", NUMBER) .. marked(number_name(identifier), parts))
end

--- A citation of a table or figure: a link whose number is a field that repeats the caption's. The
-- label stands before the field: LibreOffice ends lines within fields, whatever space is there. The
-- number of a section is that of its heading, "BAB" of a chapter included.
function Word.citation(link)
  local identifier = link.target:sub(2)
  local kind = identifier:match("^(%a+)%-")
  if not link.classes:includes("quarto-xref") then
    return nil
  end
  local label, number = pandoc.utils.stringify(link.content):match("^(.-)([%dIVXLC.]*)$")
  local captioned = kind == "tbl" or kind == "fig"
  local mark = captioned and number_name(identifier) or mark_name(identifier)
  if number:find("^%u") then
    label, number = "", "BAB " .. number
  end
  local code = "REF " .. mark .. (captioned and " \\h" or " \\r \\h")
  return pandoc.RawInline("openxml", '<w:hyperlink w:anchor="' .. mark .. '" w:history="1">'
    .. (label ~= "" and text_run(label) or "") .. field(code, number) .. "</w:hyperlink>")
end

local CODES = {
  ["daftar-isi"] = 'TOC \\o "1-3" \\h \\z \\u',
  ["daftar-tabel"] = 'TOC \\h \\z \\c "Tabel"',
  ["daftar-gambar"] = 'TOC \\h \\z \\c "Gambar"',
}

--- Between number and text of an entry stands what stands there in the heading or caption: so Word
-- writes it, too.
local function entry_label(entry)
  if not entry.number then
    return ""
  elseif entry.level and entry.level > 1 then
    return text_run(entry.number) .. "<w:r><w:tab/></w:r>"
  end
  return text_run(entry.number .. " ")
end

--- A list of contents as one field, filled in; Word renews it with page numbers.
function Word.list(identifier, entries)
  local parts = {}
  for index, entry in ipairs(entries) do
    local style = entry.level and "TOC" .. entry.level or "TableofFigures"
    local name = mark_name(entry.id)
    parts[#parts + 1] = '<w:p><w:pPr><w:pStyle w:val="' .. style .. '"/></w:pPr>'
      .. (index == 1 and field_begin(CODES[identifier], nil, true) or "")
      .. '<w:hyperlink w:anchor="' .. name .. '" w:history="1">' .. entry_label(entry)
      .. text_run(entry.text) .. "<w:r><w:tab/></w:r>"
      .. field("PAGEREF " .. name .. " \\h", entry.page or "")
      .. "</w:hyperlink>" .. (index == #entries and field_mark("end") or "") .. "</w:p>"
  end
  return pandoc.RawBlock("openxml", table.concat(parts))
end

return Word
