-- Estimated page numbers for the lists of contents of the Word report. Only Word knows where its
-- pages end; the fields are marked so that it renews them. Until then a reader sees these.

local Muat = require("lua/muat")

local Halaman = {}

-- Height and width of the text on a page, upright and turned, in points (see wordml.lua).
local HIGH, WIDE = 689, 453
local HIGH_TURNED = 442
-- A line of body text, and the space after a paragraph.
local LINE, AFTER = 16.1, 7
-- Above, lines and below of headings by level.
local HEADINGS = { { 0, 25, 22 }, { 18, 15, 7 }, { 15, 14, 6 }, { 12, 13, 5 } }
-- Height of a signature block.
local SIGNATURE = 190

-- Blocks that count as lines of text. (Asked by name: a block whose content has been looked at takes
-- a hundred times as long to become a string.)
local TEXTS = { Para = true, Plain = true, LineBlock = true, BlockQuote = true, DefinitionList = true,
  Figure = true }

local known = {}

--- Note how high the raw block of a table or figure is, in points.
function Halaman.note(text, height)
  known[text] = height
end

--- Height of a picture that is as wide as the text, from the head of its PNG file.
function Halaman.picture(png)
  local width, height = png:match("^\x89PNG........IHDR(....)(....)")
  assert(width, "a figure of the notebooks is no PNG file")
  return WIDE * string.unpack(">I4", height) / string.unpack(">I4", width)
end

local Pages = {}
Pages.__index = Pages

function Pages:turn()
  self.page, self.used = self.page + 1, 0
end

--- Put something on the pages that is not broken, with room for what must follow on the same page.
function Pages:put(height, following)
  if self.used > 0 and self.used + height + (following or 0) > self.high then
    self:turn()
  end
  self.used = math.min(self.used + height, self.high)
end

--- Put something on the pages that may be broken.
function Pages:flow(height)
  self.used = self.used + height
  while self.used > self.high do
    self.page, self.used = self.page + 1, self.used - self.high
  end
end

function Pages:mark(identifier)
  if identifier ~= "" then
    self.found[identifier] = self.front and pandoc.utils.to_roman_numeral(self.page):lower()
      or tostring(self.page)
  end
end

function Pages:paragraph(block, depth)
  local text = pandoc.utils.stringify(block)
  if text == " " then
    return -- a spacer of Quarto, which laporan.lua takes away
  end
  local width = Muat.text_width(text, 11, "cambria")
  local lines = math.max(1, math.ceil(width / (WIDE - depth * 24)))
  self:flow(lines * LINE + (depth > 0 and 3 or AFTER))
end

function Pages:heading(block)
  local space = HEADINGS[math.min(block.level, #HEADINGS)]
  if block.level == 1 then
    if self.front and not block.classes:includes("unnumbered") then
      self.front, self.page = false, 0
    end
    -- Two short lists of contents share a page.
    if block.identifier ~= "sec-daftar-gambar" then
      self:turn()
    end
  end
  self:put(space[1] + space[2] * (block.level == 1 and 2 or 1) + space[3], 3 * LINE)
  self:mark(block.identifier)
end

function Pages:raw(block)
  if block.text:find("lkjip_seksi:tegak", 1, true) then
    self.high = HIGH_TURNED
    self:turn()
  elseif block.text:find("lkjip_seksi:rebah", 1, true) then
    self.high = HIGH
    self:turn()
  elseif block.text:find('w:type="page"', 1, true) then
    self:turn()
  elseif known[block.text] then
    self:flow(known[block.text])
  end
end

function Pages:div(block, depth)
  if block.classes:includes("tanda-tangan") then
    self:put(SIGNATURE)
  elseif block.attributes["custom-style"] == "Table Caption" then
    self:put(30, 80)
    block:walk({ Span = function(span) self:mark(span.identifier) end })
  elseif block.attributes["custom-style"] == "Image Caption" then
    self:put(34)
    block:walk({ Span = function(span) self:mark(span.identifier) end })
  elseif block.attributes["custom-style"] == "Gambar" then
    self:put(known[block.content[1].content[1].src] + 8, 34)
  else
    self:blocks(block.content, depth)
  end
end

function Pages:blocks(blocks, depth)
  for _, block in ipairs(blocks) do
    if block.t == "Header" then
      self:heading(block)
    elseif block.t == "RawBlock" then
      self:raw(block)
    elseif block.t == "Div" and not block.classes:includes("sampul") then
      self:div(block, depth)
    elseif block.t == "BulletList" or block.t == "OrderedList" then
      for _, item in ipairs(block.content) do
        self:blocks(item, depth + 1)
      end
    elseif TEXTS[block.t] then
      self:paragraph(block, depth)
    end
  end
end

--- Give the entries of the lists their pages.
function Halaman.fill(document, lists)
  local pages = setmetatable({ page = 0, used = 0, high = HIGH, front = true, found = {} }, Pages)
  pages:blocks(document.blocks, 0)
  for _, entries in pairs(lists) do
    for _, entry in ipairs(entries) do
      entry.page = pages.found[entry.id]
    end
  end
end

return Halaman
