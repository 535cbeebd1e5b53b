-- Headings: "BAB I" for chapters, "1.1" and "3.1.1" below them; `.unnumbered` is respected.
-- HTML gets the number as text; Typst (typst/lkjip.typ) and Word (docx/gaya.py) count themselves.

local Word = require("lua/wordml")

local Judul = {}

local stringify = pandoc.utils.stringify

-- Quarto puts a placeholder for every shortcode into identifiers that pandoc makes from a heading;
-- the built-in renderer leaves them empty.
local PLACEHOLDER = "b58fc729"

local function slug(text)
  local id = pandoc.text.lower(text):gsub("[^%w%s%-_.\128-\255]", ""):gsub("%s+", "-")
  return (id:gsub("^[^%a\128-\255]+", ""))
end

--- An identifier that no heading has yet, made from its text as pandoc makes them.
function Judul.new_identifier(text, used)
  local base = slug(text)
  base = base == "" and "section" or base
  local id, count = base, 0
  while used[id] do
    count = count + 1
    id = base .. "-" .. count
  end
  return id
end

--- Advance the counters and give the printed number of a heading, or nil.
function Judul.next_number(counters, heading)
  if heading.classes:includes("unnumbered") then
    return nil
  end
  counters[heading.level] = (counters[heading.level] or 0) + 1
  for deeper = heading.level + 1, 6 do
    counters[deeper] = 0
  end
  if heading.level == 1 then
    return "BAB " .. pandoc.utils.to_roman_numeral(counters[1])
  end
  local parts = {}
  for level = 1, heading.level do
    parts[level] = tostring(counters[level] or 0)
  end
  return table.concat(parts, ".")
end

--- Inlines for HTML that may be broken after a slash: "KEBERHASILAN/KEGAGALAN" is wider than the
-- contents at the side.
local function breakable(inlines)
  return inlines:walk({
    Str = function(word)
      local parts = pandoc.Inlines({})
      for part in word.text:gmatch("[^/]*/") do
        parts:extend({ pandoc.Str(part), pandoc.RawInline("html", "<wbr>") })
      end
      parts:insert(pandoc.Str(word.text:match("[^/]*$")))
      return #parts > 1 and parts or nil
    end,
  })
end

local function with_number(heading, number, format)
  if format == "html" then
    local title = pandoc.Span(heading.content, pandoc.Attr("", { "judul" }))
    return { pandoc.Span(number, pandoc.Attr("", { "nomor" })), pandoc.Space(), title }
  elseif format == "docx" and heading.level == 1 then
    heading.content:insert(1, Word.chapter_counter())
  end
  return heading.content
end

--- References to sections as the headings print them: "Bab II" instead of "Bab 2".
local function mend_links(document, chapters)
  return document:walk({
    traverse = "topdown",
    Link = function(link)
      local number = chapters[link.target]
      if number and link.classes:includes("quarto-xref") then
        link.content = { pandoc.Str("Bab"), pandoc.Str("\u{a0}"), pandoc.Str(number) }
        return link
      end
    end,
  })
end

--- Before the first chapter: from here on pages have arabic numbers.
local function begin_chapters(document)
  for index, block in ipairs(document.blocks) do
    if block.t == "Header" and block.level == 1 and not block.classes:includes("unnumbered") then
      document.blocks:insert(index, pandoc.RawBlock("typst", "#show: lkjip-bab"))
      return
    end
  end
end

--- Above the title of a document of its own within the annexes: the head of an official letter.
local function letterheads(document)
  local blocks = pandoc.Blocks({})
  for _, block in ipairs(document.blocks) do
    if block.t == "Header" and block.level == 2 and block.classes:includes("unnumbered") then
      blocks:insert(pandoc.RawBlock("typst", "#lkjip-kop-naskah()"))
    end
    blocks:insert(block)
  end
  document.blocks = blocks
end

--- A heading of the class "pembatas" and what follows it, up to the next page break or heading,
-- stand on a page of their own.
local function set_apart(document)
  local from
  for index, block in ipairs(document.blocks) do
    if from and (block.t == "Header" or block.t == "RawBlock" and block.text:match("pagebreak")) then
      document.blocks:insert(index, pandoc.RawBlock("typst", "]\n#v(2fr)"))
      document.blocks:insert(from, pandoc.RawBlock("typst", "#pagebreak(weak: true)\n#v(1fr)\n#["
        .. "\n#show heading.where(level: 1): lkjip-judul-pembatas"))
      return
    elseif block.t == "Header" and block.classes:includes("pembatas") then
      from = index
    end
  end
end

--- Number all headings; gives the document and the list of headings (level, id, number, text).
function Judul.number(document, format)
  local counters, headings, chapters, used = {}, {}, {}, {}
  document = document:walk({
    Header = function(heading)
      local text = stringify(heading)
      if heading.identifier:find(PLACEHOLDER, 1, true) or heading.identifier == "" then
        heading.identifier = Judul.new_identifier(text, used)
      end
      used[heading.identifier] = true
      local number = Judul.next_number(counters, heading)
      if not heading.classes:includes("unlisted") and heading.level <= 3 then
        headings[#headings + 1] = { level = heading.level, id = heading.identifier, number = number,
          text = text }
      end
      if number and heading.level == 1 then
        chapters["#" .. heading.identifier] = number:sub(5)
      end
      if format == "html" then
        heading.content = breakable(heading.content)
      end
      if number then
        heading.content = with_number(heading, number, format)
      end
      return heading
    end,
  })
  if format == "typst" then
    begin_chapters(document)
    set_apart(document)
    letterheads(document)
  elseif next(chapters) then
    document = mend_links(document, chapters)
  end
  return document, headings
end

return Judul
