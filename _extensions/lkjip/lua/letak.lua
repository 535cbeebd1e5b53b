-- What stands together on the pages of the PDF: the text that announces a list and its first items,
-- the last items, a signature and the lines above it. Heights are estimated: only Typst measures,
-- and Lua only knows what follows.

local Muat = require("lua/muat")

local Letak = {}

local stringify = pandoc.utils.stringify

-- Width of the text, what an item of a list is set in by, size and height of a line, all in points;
-- and what the distance to the next paragraph, or item, is more than that to the next line.
local WIDTH, INDENT, SIZE, LINE, GAP, ITEM_GAP = 442, 25, 11.5, 15.5, 4.7, 0.7
-- From the foot of a line to the next one.
local LEADING = 8
-- So much room is asked for at most: two long items do not empty half a page.
local MOST = 170
local LONGEST_LEAD = 400
-- A list up to this height stays whole where a table of its section may head the next page: it would
-- stand between the items.
local SHORT_LIST = 210

local function raw(code)
  return pandoc.RawBlock("typst", code)
end

local function is_list(block)
  return block.t == "BulletList" or block.t == "OrderedList"
end

local blocks_height

--- Height of one block of running text; tables and figures count as nothing.
local function block_height(block, depth)
  if block.t == "Para" or block.t == "Plain" then
    local width = Muat.text_width(stringify(block), SIZE)
    return math.ceil(width / (WIDTH - INDENT * depth)) * LINE + (depth > 0 and ITEM_GAP or GAP)
  elseif is_list(block) then
    local height = 0
    for _, item in ipairs(block.content) do
      height = height + blocks_height(item, depth + 1)
    end
    return height
  elseif block.t == "Div" or block.t == "BlockQuote" then
    return blocks_height(block.content, depth)
  end
  return 0
end

function blocks_height(blocks, depth)
  local height = 0
  for _, block in ipairs(blocks) do
    height = height + block_height(block, depth)
  end
  return height
end

--- Height of what must stay together at the head of a list: its first two items, of a list within
-- them too. A list of three stays whole.
local function head_height(list, depth)
  local height = 0
  local count = #list.content == 3 and 3 or math.min(2, #list.content)
  for index = 1, count do
    for _, block in ipairs(list.content[index]) do
      height = height + (is_list(block) and head_height(block, depth + 1) or block_height(block, depth + 1))
    end
  end
  return height
end

local function room(height, most)
  return ("#lkjip-perlu(%.0fpt)"):format(math.min(height - LEADING, most or MOST))
end

--- The last item of a list does not stand alone at the head of a page.
local function keep_last(list, depth)
  local count = #list.content
  if count <= 3 then
    return list
  end
  local items = pandoc.List(list.content)
  local before = pandoc.Blocks(items[count - 1])
  local first = before[1]
  if #before == 1 and (first.t == "Plain" or first.t == "Para") then
    local height = blocks_height(before, depth + 1) + blocks_height(items[count], depth + 1)
    first.content:insert(1, pandoc.RawInline("typst", room(height) .. ";"))
    items[count - 1] = before
    list.content = items
  end
  return list
end

-- Lists that are set as something else.
local OWN = { ["angka-kunci"] = true, ["catatan-pembaca"] = true, kolofon = true }
local function is_own(class)
  return OWN[class]
end

local keep

local function kept_list(list, depth)
  list = keep_last(list, depth)
  local items = pandoc.List(list.content)
  for index, item in ipairs(items) do
    items[index] = keep(item, depth + 1)
  end
  list.content = items
  return list
end

--- What may follow an announcement ("… adalah sebagai berikut."): a list, a title, or a paragraph in
-- bold that is one, which comes as raw code or as it was written.
local function is_announced(after)
  if after.t == "RawBlock" then
    return after.text:find("^#lkjip%-subjudul%[") ~= nil
  elseif after.t == "Para" then
    return #after.content == 1 and after.content[1].t == "Strong"
  end
  return after.t == "Header"
end

--- A table that stands right after the words that announce it.
local is_fixed
function is_fixed(block)
  return block.t == "RawBlock" and block.text:find("^#lkjip%-tetap%(") ~= nil
    or block.t == "Div" and block.content:find_if(is_fixed) ~= nil
end

--- A paragraph that announces what follows does not stay behind on a page.
local function announces(block, after)
  if block.t ~= "Para" or not after then
    return false
  elseif after.t == "Div" and after.classes:includes("tanda-tangan") then
    return true
  end
  local text = stringify(block)
  return #text <= LONGEST_LEAD and (is_list(after) or text:find("berikut[.:]$") ~= nil and is_announced(after)
    or text:find("^Tabel berikut") ~= nil and is_fixed(after))
end

local floats
function floats(block)
  return block.t == "RawBlock" and block.text:find("^#lkjip%-apung%(") ~= nil
    or block.t == "Div" and block.content:find_if(floats) ~= nil
end

--- The room that a list asks for: for its head, or for all of it where a table may come between.
local function list_room(list, depth, floated)
  local height = block_height(list, depth)
  if floated and height <= SHORT_LIST then
    return room(height, SHORT_LIST)
  end
  return room(head_height(list, depth))
end

--- Blocks of which some stay together.
function keep(blocks, depth)
  local kept = pandoc.Blocks({})
  local floated = false
  for index, block in ipairs(blocks) do
    floated = block.t ~= "Header" and (floated or floats(block))
    if announces(block, blocks[index + 1]) then
      kept:extend({ raw("#lkjip-pengantar["), block, raw("]") })
    elseif is_list(block) then
      kept:extend({ raw(list_room(block, depth, floated)), kept_list(block, depth) })
    else
      if block.t == "Div" and not block.classes:find_if(is_own) then
        block.content = keep(block.content, depth)
      end
      kept:insert(block)
    end
  end
  return kept
end

--- Tell each table and figure how high the text is that its section goes on with: so much can
-- stand before it when it heads the next page.
local function fill_rest(blocks, rest)
  for index = #blocks, 1, -1 do
    local block = blocks[index]
    local noted = block.t == "Div" and block.classes:includes("catatan-pembaca")
    if block.t == "Header" then
      rest = 0
    elseif block.t == "Div" and not noted then
      block.content, rest = fill_rest(block.content, rest)
      blocks[index] = block
    elseif block.t == "RawBlock" and block.text:find("^#lkjip%-apung%(") then
      block.text = block.text:gsub("lanjut: 0pt", ("lanjut: %.0fpt"):format(rest))
      blocks[index] = block
    elseif not noted then -- notes go where their table goes
      rest = rest + block_height(block, 0)
    end
  end
  return blocks, rest
end

--- Everything of a document that depends on what stands next to it.
function Letak.arrange(document)
  local blocks = fill_rest(document.blocks, 0)
  document.blocks = keep(blocks, 0)
  return document
end

--- Tables that a signature follows directly: their last rows keep it company.
function Letak.signed_tables(blocks)
  for index, block in ipairs(blocks) do
    local after = blocks[index + 1]
    if block.t == "Div" and block.classes:includes("tabel-tanpa-nomor") and after and after.t == "Div"
      and after.classes:includes("tanda-tangan") then
      block.attributes["data-bertanda"] = "ya"
    end
  end
  return blocks
end

return Letak
