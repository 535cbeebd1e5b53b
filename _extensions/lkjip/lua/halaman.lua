-- Estimated page numbers for the lists of contents of the Word report. Only a word processor knows where
-- its pages end, and Word renews the lists when it opens the file; other programs show these. Lines are
-- broken by the widths of Caladea, which stands in for Cambria where there is no Word.

local Muat = require("lua/muat")
local Pages = require("lua/tata_halaman")
local Tabel = require("lua/tabel")

local Halaman = {}

-- Height and width of the text on a page, upright and turned, in points (see seksi.lua).
local HIGH, WIDE = 689, 453
local HIGH_TURNED = 442
local FACE = "caladea"
-- Height of a line as a part of the font size, and how far each level of a list stands in.
local LINE, STEP = 1.15, 19.85
-- Height of a signature block, and of the boxes with key figures.
local SIGNATURE, BOXES = 190, 75

-- Paragraphs by style, as in docx/gaya.py: size; height of lines; space before and after; where the text
-- begins; whether the next one follows on the same page.
local BODY = { size = 11, line = 1.25, before = 0, after = 7 }
local STYLES = {
  ["Block Text"] = { size = 11, line = 1.25, before = 6, after = 12, indent = 125, bold = true },
  ["Table Caption"] = { size = 10.5, before = 10, after = 6, keep = true },
  ["Image Caption"] = { size = 10.5, before = 6, after = 14 },
  Sumber = { size = 9, before = 4, after = 14 },
  ["Kepala Catatan"] = { size = 9, before = 6, after = 1, keep = true },
  ["Butir Catatan"] = { size = 9, before = 0, after = 1, indent = 17 },
  ["Butir Lampiran"] = { size = 10, line = 1.1, before = 0, after = 3, indent = 20 },
  Subjudul = { size = 11, line = 1.25, before = 6, after = 5, keep = true, bold = true },
  Singkatan = { size = 10, before = 0, after = 3, indent = 57, columns = 2 },
  Naskah = { size = 11, line = 1.5, before = 0, after = 12 },
  ["Sistematika Bab"] = { size = 11, line = 1.25, before = 6, after = 4, keep = true, bold = true },
  ["Sistematika 1"] = { size = 11, line = 1.05, before = 0, after = 1.5, indent = 14 },
  ["Sistematika 2"] = { size = 11, line = 1.05, before = 0, after = 1.5, indent = 37 },
}
local HEADINGS = {
  { size = 16, line = 1.3, before = 0, after = 30, keep = true, bold = true },
  { size = 12.5, before = 18, after = 7, indent = 28, keep = true, bold = true },
  { size = 11.5, before = 15, after = 6, indent = 37, keep = true, bold = true },
  { size = 11, before = 12, after = 5, indent = 45, keep = true, bold = true },
}
-- The list of contents and the others, for each entry.
local ENTRY = { size = 11, before = 1, after = 3 }

-- Blocks that count as lines of text. (Asked by name: a block whose content has been looked at takes
-- a hundred times as long to become a string.)
local TEXTS = { Para = true, Plain = true, LineBlock = true, DefinitionList = true, Figure = true }

--- Lines of a text in a column of some width.
local function line_count(text, size, width, bold)
  local lines = 0
  local space = Muat.text_width(" ", size, FACE, bold)
  for part in (text .. "\n"):gmatch("(.-)\n") do
    local used = 0
    lines = lines + 1
    for word in part:gmatch("%S+") do
      local wide = Muat.text_width(word, size, FACE, bold)
      if used > 0 and used + space + wide > width then
        lines, used = lines + 1, wide
      else
        used = used + (used > 0 and space or 0) + wide
      end
    end
  end
  return lines
end

-- What raw blocks and pictures are: rows of a table, or a height.
local known = {}

--- Note what the raw block of a table or the picture of this address is.
function Halaman.note(text, what)
  known[text] = what
end

-- A picture that is a little higher than this is made smaller: it would leave half a page empty above.
local HIGHEST, LEAST_SCALE = 320, 0.8

--- Height of a picture, and which part of the text's width it has, from the head of its PNG file.
function Halaman.picture(png)
  local width, height = png:match("^\x89PNG........IHDR(....)(....)")
  assert(width, "a figure of the notebooks is no PNG file")
  local high = WIDE * string.unpack(">I4", height) / string.unpack(">I4", width)
  local scale = HIGHEST / high
  if scale >= 1 or scale < LEAST_SCALE then
    scale = 1
  end
  return high * scale, scale
end

--- The rows of a table with their heights; `keeps` says which row stays with the next one.
function Halaman.rows(tabel, fit, keeps)
  local rows, index_of = { head = 0 }, {}
  local inset = fit.tight and 5 or 8
  local pending = {}
  Tabel.each_cell(tabel, function(cell, row, column)
    if not index_of[row] then
      rows[#rows + 1] = { height = 0, keep = row.part == "head" }
      index_of[row] = #rows
      rows.head = rows.head + (row.part == "head" and row.class ~= "nomor-kolom" and 1 or 0)
    end
    local width = -inset
    for covered = column, column + cell.columns - 1 do
      width = width + fit.widths[covered]
    end
    local bold = row.part == "head" or row.class == "jumlah" or row.class == "grup"
    local high = cell.standing and (cell.rows == 1 and fit.standing or 0)
      or line_count(cell.text, fit.size, width, bold) * fit.size * LINE + 3.5
    local last = index_of[row] + cell.rows - 1
    if cell.rows == 1 then
      rows[last].height = math.max(rows[last].height, high)
    else
      pending[#pending + 1] = { from = index_of[row], to = last, height = high }
    end
  end)
  for _, span in ipairs(pending) do
    local high = 0
    for index = span.from, math.min(span.to, #rows) do
      high = high + rows[index].height
    end
    local last = rows[math.min(span.to, #rows)]
    last.height = last.height + math.max(span.height - high, 0)
  end
  local heads = #tabel.head
  for index, row in ipairs(rows) do
    row.keep = index <= heads or keeps(index - heads)
  end
  return rows
end

local Items = {}
Items.__index = Items

function Items:add(item)
  if self.turning then
    item.turn, item.high = true, self.turning.high
    self.turning = nil
  end
  self.list[#self.list + 1] = item
end

function Items:paragraph(block, style, depth)
  local text = pandoc.utils.stringify(block)
  if text == " " or text == "" then
    return nil -- a spacer of Quarto, which laporan.lua takes away
  end
  style = style or BODY
  local width = WIDE - (style.indent or 0) - depth * STEP
  if style.columns then
    width = WIDE / style.columns - 21 - style.indent
  end
  -- Of lines that stand in columns, each takes its part of the height.
  local item = { lines = line_count(text, style.size, width, style.bold) / (style.columns or 1),
    line = style.size * LINE * (style.line or 1), before = style.before, keep = style.keep,
    after = depth > 0 and style == BODY and 3 or style.after }
  self:add(item)
  return item
end

function Items:heading(block)
  local style = HEADINGS[math.min(block.level, #HEADINGS)]
  local chapter = block.level == 1 and not block.classes:includes("unnumbered")
  local opens = chapter and self.front
  self.front = self.front and not chapter
  -- Two short lists of contents share a page.
  if block.level == 1 and block.identifier ~= "sec-daftar-gambar" then
    self.turning = {}
  end
  local before = #self.list
  self:paragraph(block, style, 0)
  local item = self.list[before + 1]
  if item then
    item.marks, item.chapters = { block.identifier }, opens
  end
end

function Items:raw(block)
  if block.text:find("lkjip_seksi:tegak", 1, true) then
    self.turning = { high = HIGH_TURNED }
  elseif block.text:find("lkjip_seksi:rebah", 1, true) then
    self.turning = { high = HIGH }
  elseif block.text:find('w:type="page"', 1, true) then
    self.turning = {}
  elseif block.text:find("SesudahTabel", 1, true) then
    local last = self.list[#self.list]
    if last then
      last.after = 10
    end
  elseif type(known[block.text]) == "table" then
    self:add({ rows = known[block.text] })
  end
end

local function marks_in(block)
  local found = {}
  block:walk({ Span = function(span)
    if span.identifier ~= "" then
      found[#found + 1] = span.identifier
    end
  end })
  return found
end

function Items:styled(block, name, depth)
  local style = STYLES[name]
  local before = #self.list
  if name == "Gambar" then
    self:add({ height = known[block.content[1].content[1].src], before = 8, after = 0, keep = true })
  elseif style then
    for _, inner in ipairs(block.content) do
      self:paragraph(inner, style, depth)
    end
  else
    self:blocks(block.content, depth)
  end
  local item = self.list[before + 1]
  if item and (name == "Table Caption" or name == "Image Caption") then
    item.marks = marks_in(block)
  end
end

function Items:div(block, depth)
  local name = block.attributes["custom-style"]
  if block.classes:includes("tanda-tangan") then
    self:add({ height = SIGNATURE, before = 22 })
  elseif block.classes:includes("angka-kunci") then
    self:add({ height = BOXES })
  elseif self.lists[block.identifier] then
    for _ = 1, #self.lists[block.identifier] do
      self:add({ lines = 1, line = ENTRY.size * LINE, before = ENTRY.before, after = ENTRY.after })
    end
  elseif name then
    self:styled(block, name, depth)
  elseif block.classes:includes("sistematika") then
    self:parts(block.content, 0)
  else
    self:blocks(block.content, depth)
  end
end

--- The parts of the report by number.
function Items:parts(blocks, depth)
  for _, block in ipairs(blocks) do
    if block.t == "BulletList" then
      for _, item in ipairs(block.content) do
        self:parts(item, depth + 1)
      end
    else
      self:paragraph(block, STYLES[depth == 0 and "Sistematika Bab" or "Sistematika " .. math.min(depth, 2)], 0)
    end
  end
end

local function is_list(block)
  return block ~= nil and (block.t == "BulletList" or block.t == "OrderedList")
end

--- Whether what stands before a block stays on its page: before a list, or notes on a section.
local function is_leading(block)
  return is_list(block) or block ~= nil and block.t == "Div"
    and block.attributes["custom-style"] == "Kepala Catatan"
end

function Items:blocks(blocks, depth)
  for index, block in ipairs(blocks) do
    if block.t == "Header" then
      self:heading(block)
    elseif block.t == "RawBlock" then
      self:raw(block)
    elseif block.t == "Div" and not block.classes:includes("sampul") then
      self:div(block, depth)
    elseif block.t == "BlockQuote" then
      for _, inner in ipairs(block.content) do
        self:paragraph(inner, STYLES["Block Text"], 0)
      end
    elseif is_list(block) then
      for _, item in ipairs(block.content) do
        self:blocks(item, depth + 1)
      end
    elseif TEXTS[block.t] then
      local bold = block.t == "Para" and #block.content == 1 and block.content[1].t == "Strong"
      local item = self:paragraph(block, bold and STYLES.Subjudul or nil, depth)
      if item and block.t == "Para" and is_leading(blocks[index + 1]) then
        item.keep = true
      end
    end
  end
end

--- Give the entries of the lists their pages.
function Halaman.fill(document, lists)
  local items = setmetatable({ list = {}, front = true, lists = lists }, Items)
  items:blocks(document.blocks, 0)
  local pages = Pages.fill(items.list, HIGH)
  for _, entries in pairs(lists) do
    for _, entry in ipairs(entries) do
      entry.page = pages[entry.id]
    end
  end
end

return Halaman
