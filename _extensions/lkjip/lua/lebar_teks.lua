-- How wide a text is and into how many lines it breaks. No font can be measured here: widths of
-- letters are those of lua/lebar_huruf.lua.

local Huruf = require("lua/lebar_huruf")

local Lebar = {}

local SOFT = "\u{ad}"

-- What is known of texts at size 1, by the widths of their letters: every table is tried in several
-- sizes and with many widths.
local known, spans, broken = {}, {}, {}

local function memory_of(memory, letters)
  memory[letters] = memory[letters] or {}
  return memory[letters]
end

local function letters_of(face, bold)
  return Huruf[face or "libertinus"][bold and "bold" or "regular"]
end

local function unit_width(text, letters)
  local width = 0
  for _, code in utf8.codes(text, true) do
    code = code == 0xA0 and 0x20 or code
    width = width + (code ~= 0xAD and (letters[code - 31] or Huruf.other) or 0)
  end
  return width / 1000
end

--- Width of a text in points; `face` is a name of lua/lebar_huruf.lua, that of the PDF by default.
function Lebar.text(text, size, face, bold)
  local letters = letters_of(face, bold)
  local widths = memory_of(known, letters)
  widths[text] = widths[text] or unit_width(text, letters)
  return widths[text] * size
end

--- The parts of a line that are never broken, each with its width at size 1, the space before it and
-- the hyphen that it gets at the end of a line. A hyphen ends a line only between letters:
-- "(9)=(5)-(8)" stays whole.
local function parts_of(line, face, bold)
  local parts = {}
  local space, hyphen = Lebar.text(" ", 1, face, bold), Lebar.text("-", 1, face, bold)
  for word in line:gmatch("%S+") do
    local gap = #parts > 0 and space or 0
    for part in (word:gsub("(%a%-)%f[%a]", "%1\n"):gsub(SOFT, SOFT .. "\n") .. "\n"):gmatch("(.-)\n") do
      parts[#parts + 1] = { width = Lebar.text(part, 1, face, bold), gap = gap,
        tail = part:sub(-#SOFT) == SOFT and hyphen or 0 }
      gap = 0
    end
  end
  return parts
end

local function lines_of(text, face, bold)
  local memory = memory_of(broken, letters_of(face, bold))
  if not memory[text] then
    local lines = {}
    for line in (text .. "\n"):gmatch("(.-)\n") do
      lines[#lines + 1] = parts_of(line, face, bold)
    end
    memory[text] = lines
  end
  return memory[text]
end

--- The narrowest and the widest sensible width of a text: its longest word, its longest line.
function Lebar.span(text, size, face, bold)
  local before = memory_of(spans, letters_of(face, bold))
  if not before[text] then
    local narrow, wide = 0, 0
    for _, parts in ipairs(lines_of(text, face, bold)) do
      local line = 0
      for _, part in ipairs(parts) do
        narrow = math.max(narrow, part.width + part.tail)
        line = line + part.gap + part.width
      end
      wide = math.max(wide, line)
    end
    before[text] = { narrow, wide }
  end
  return before[text][1] * size, before[text][2] * size
end

--- Lines of a text in a column of some width (points).
function Lebar.lines(text, width, size, face, bold)
  local count, room = 0, width / size
  for _, parts in ipairs(lines_of(text, face, bold)) do
    count = count + 1
    local used = 0
    for _, part in ipairs(parts) do
      if used > 0 and used + part.gap + part.width + part.tail > room then
        count, used = count + 1, part.width
      else
        used = used + part.gap + part.width
      end
    end
  end
  return count
end

--- Whether a text is a few words that are best read on one line.
function Lebar.is_short(text, most)
  local count = 0
  for _ in text:gmatch("%S+") do
    count = count + 1
  end
  return count > 1 and count <= most and not text:find("\n", 1, true)
end

return Lebar
