-- Sections of pages of the Word report: cover, front matter, chapters, turned pages, columns.

local Seksi = {}

-- A4 with the margins of reference.docx, in twentieths of a point. docx/buat_reference.py gives the
-- names to heads and foot.
local PAGE = {
  upright = '<w:pgSz w:w="11906" w:h="16838"/>',
  turned = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>',
}
local MARGINS = '<w:pgMar w:top="1587" w:right="1417" w:bottom="1474" w:left="1417" w:header="794" w:footer="794" w:gutter="0"/>'
local HEAD = '<w:headerReference w:type="%s" r:id="%s"/>'
local FOOT = '<w:footerReference w:type="%s" r:id="%s"/>'
local COLUMNS = '<w:cols w:num="2" w:space="425"/>'

local MARK = "lkjip_seksi:"
-- A section of these kinds is followed by a chapter, which opens with a page without running head.
local BEFORE_CHAPTERS = { pendahulu = true, bab = true, rebahbab = true }
local FRONT = { depan = true, kolom = true, pendahulu = true }
local TURNED = { rebah = true, rebahbab = true }

local function mark(kind)
  return pandoc.RawBlock("openxml", "<!--" .. MARK .. kind .. "-->")
end

local function kind_of(block)
  return block.t == "RawBlock" and block.format == "openxml" and block.text:match("^<!%-%-" .. MARK .. "(%a+)%-%->$")
end

--- A place where a section of pages ends; Seksi.arrange turns it into the section's properties.
-- kind: "sampul" (cover), "depan" (front matter), "kolom" (two columns of it), "pendahulu" (the last of
-- it), "tegak" (upright), "rebah" (turned page), "bab" (the last of a chapter).
function Seksi.ending(kind)
  return mark(kind)
end

local function references(state, kind)
  local foot = TURNED[kind] and "rIdKakiRebah" or "rIdKaki"
  -- Only a draft has something on pages without running head: the sign that it is one.
  local function bare(place)
    return state.draft and HEAD:format(place, "rIdSampulDraf") or ""
  end
  if kind == "sampul" then
    return bare("default")
  elseif FRONT[kind] then
    return bare("default") .. FOOT:format("default", foot)
  end
  local heads = HEAD:format("default", state.draft and "rIdKepalaDraf" or "rIdKepala")
  if not state.opening then
    return heads .. FOOT:format("default", foot)
  end
  return heads .. bare("first") .. FOOT:format("default", foot) .. FOOT:format("first", foot)
end

local function page_numbers(state, kind)
  if kind == "sampul" then
    return ""
  end
  local place, form = "body", "decimal"
  if FRONT[kind] then
    place, form = "front", "lowerRoman"
  end
  local start = state[place] and "" or ' w:start="1"'
  state[place] = true
  return '<w:pgNumType w:fmt="' .. form .. '"' .. start .. "/>"
end

--- Properties of the section that ends. `continuing`: it began within a page.
local function properties(state, kind)
  local made = "<w:sectPr>" .. references(state, kind)
    .. '<w:type w:val="' .. (state.continuing and "continuous" or "nextPage") .. '"/>'
    .. PAGE[TURNED[kind] and "turned" or "upright"] .. MARGINS .. page_numbers(state, kind)
    .. (kind == "kolom" and COLUMNS or "") .. (state.opening and "<w:titlePg/>" or "") .. "</w:sectPr>"
  state.opening = BEFORE_CHAPTERS[kind] or false
  state.continuing = kind == "kolom" or kind == "depan"
  return made
end

local function paragraph(made)
  return pandoc.RawBlock("openxml", '<w:p><w:pPr><w:pStyle w:val="AkhirBagian"/>' .. made .. "</w:pPr></w:p>")
end

--- Whether a heading opens a chapter, or the annexes.
local function is_opening(block)
  return block.t == "Header" and block.level == 1
    and (not block.classes:includes("unnumbered") or block.classes:includes("pembatas"))
end

--- Mark where the front matter and the chapters end.
local function with_marks(document)
  local blocks, chapters = pandoc.Blocks({}), false
  for _, block in ipairs(document.blocks) do
    if is_opening(block) then
      local last = #blocks > 0 and blocks[#blocks]
      if not chapters then
        blocks:insert(mark("pendahulu"))
      elseif last and kind_of(last) == "rebah" then
        blocks[#blocks] = mark("rebahbab")
      else
        blocks:insert(mark("bab"))
      end
      chapters = true
    end
    blocks:insert(block)
    if block.t == "Div" and block.attributes["custom-style"] == "Sampul" then
      blocks:insert(mark("sampul"))
    end
  end
  return blocks, chapters
end

--- Give every section its pages; the last one's properties end the document.
function Seksi.arrange(document, draft)
  local blocks, chapters = with_marks(document)
  local state = { draft = draft, front = false, body = not chapters, opening = false, continuing = false }
  document.blocks = blocks:walk({
    traverse = "topdown",
    RawBlock = function(raw)
      local kind = kind_of(raw)
      return kind and paragraph(properties(state, kind)) or nil
    end,
  })
  document.blocks:insert(pandoc.RawBlock("openxml", properties(state, chapters and "tegak" or "depan")))
  return document
end

return Seksi
