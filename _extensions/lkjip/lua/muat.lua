-- How a table fits on paper: font size, widths of the columns, whether the page must be turned.
-- No font can be measured here, so widths are estimated, on the safe side.

local Tabel = require("lua/tabel")
local Huruf = require("lua/lebar_huruf")

local Muat = {}

-- Space inside of a cell, left and right together, and some slack, in points; small tables are
-- tight (see lkjip-tabel).
local INSET, TIGHT_INSET, TIGHT = 9, 6.4, 9
-- A cell with more lines than this asks for a smaller font, if that helps.
local LINES = 4
-- Lines that the head of a column may take: a long head does not widen its column.
local HEAD_LINES = 3
-- A number with its unit, "95 orang", stays on one line, up to so many characters.
local UNBROKEN = 14
-- Width of a standing head, two lines of it, as a part of the font size.
local STANDING = 2.6
-- Words with fewer letters are never broken.
local LONG = 8

-- What is known of texts at size 1, by the widths of their letters: every table is tried in several
-- sizes.
local known, spans = {}, {}

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
function Muat.text_width(text, size, face, bold)
  local letters = letters_of(face, bold)
  local widths = memory_of(known, letters)
  widths[text] = widths[text] or unit_width(text, letters)
  return widths[text] * size
end

local text_width = Muat.text_width

--- The narrowest and the widest sensible width of a text: its longest word, its longest line. A
-- hyphen ends a line only between letters: "(9)=(5)-(8)" stays whole.
local function text_span(text, size, face, bold)
  local before = memory_of(spans, letters_of(face, bold))
  if not before[text] then
    local narrow, wide = 0, 0
    for line in (text .. "\n"):gmatch("(.-)\n") do
      wide = math.max(wide, text_width(line, 1, face, bold))
      for word in line:gsub("(%a%-)%f[%a]", "%1 "):gsub("\u{ad}", "- "):gmatch("%S+") do
        narrow = math.max(narrow, text_width(word, 1, face, bold))
      end
    end
    before[text] = { narrow, wide }
  end
  return before[text][1] * size, before[text][2] * size
end

local function inset_of(size)
  return size < TIGHT and TIGHT_INSET or INSET
end

local function sum(numbers, from, to)
  local total = 0
  for i = from or 1, to or #numbers do
    total = total + numbers[i]
  end
  return total
end

--- Narrowest and widest width of every column. Cells over several columns widen them evenly.
local function column_spans(tabel, size, face)
  local narrow, wide, spanning = {}, {}, {}
  local inset = inset_of(size)
  for i = 1, #tabel.widths do
    narrow[i], wide[i] = inset, inset
  end
  Tabel.each_cell(tabel, function(cell, row, column)
    local text = (cell.before or "") .. cell.text .. (cell.after or "")
    local head = row.part == "head"
    local least, most = text_span(text, size, face, head or row.class == "jumlah")
    if cell.standing then
      least, most = STANDING * size, STANDING * size
    elseif head then
      most = math.max(least, most / HEAD_LINES)
    elseif cell.align ~= "left" and utf8.len(text) <= UNBROKEN then
      least = most
    end
    least, most = least + inset, most + inset
    if cell.columns == 1 then
      narrow[column] = math.max(narrow[column], least)
      wide[column] = math.max(wide[column], most)
    elseif head then
      spanning[#spanning + 1] = { from = column, to = column + cell.columns - 1, least = least }
    end
  end)
  for _, span in ipairs(spanning) do
    local missing = span.least - sum(narrow, span.from, span.to)
    for i = span.from, span.to do
      narrow[i] = narrow[i] + math.max(missing, 0) / (span.to - span.from + 1)
      wide[i] = math.max(wide[i], narrow[i])
    end
  end
  return narrow, wide
end

--- Share the width of the page out, as browsers do: every column gets its longest word, and the
-- rest goes where the texts are long.
local function share(narrow, wide, total)
  local widths = {}
  local least, most = sum(narrow), sum(wide)
  for i = 1, #narrow do
    if most <= total then
      widths[i] = wide[i] + (total - most) * wide[i] / most
    elseif most > least then
      widths[i] = narrow[i] + (total - least) * (wide[i] - narrow[i]) / (most - least)
    else
      widths[i] = narrow[i] * total / least
    end
  end
  return widths
end

--- Lines of the highest cell, and the height of the whole table in points.
local function height(tabel, widths, size, paper)
  local tallest, total = 1, 0
  local row_now, lines_now = nil, 0
  Tabel.each_cell(tabel, function(cell, row, column)
    if row ~= row_now then
      total = total + lines_now * size * paper.line + paper.padding
      row_now, lines_now = row, 1
    end
    local width = sum(widths, column, column + cell.columns - 1) - inset_of(size)
    local lines = math.ceil(text_width(cell.text, size, paper.face) * 0.95 / math.max(width, 1))
    if cell.standing then
      lines = text_span(cell.text, 1, paper.face, true) / paper.line
    end
    tallest = math.max(tallest, lines)
    lines_now = math.max(lines_now, lines / cell.rows)
  end)
  return tallest, total + lines_now * size * paper.line + paper.padding
end

local function try(tabel, size, total, paper)
  local narrow, wide = column_spans(tabel, size, paper.face)
  local widths = share(narrow, wide, total)
  local tallest, high = height(tabel, widths, size, paper)
  return { size = size, tight = size < TIGHT, widths = widths, tallest = tallest, high = high,
    whole = paper.short ~= nil and high <= paper.short,
    fits = sum(narrow) <= total }
end

--- The best of some font sizes on a page of one width, or nil when none fits.
local function best(tabel, sizes, total, paper)
  local found
  for _, size in ipairs(sizes) do
    local fit = try(tabel, size, total, paper)
    if fit.fits and (not found or fit.tallest < found.tallest) then
      found = fit
    end
    if found and found.tallest <= LINES then
      return found
    end
  end
  return found
end

--- Break the long words of the heads in halves.
local function halve_heads(tabel, halve)
  Tabel.each_cell({ head = tabel.head, body = {} }, function(cell)
    cell.text = cell.text:gsub("%a+", function(word)
      return #word >= LONG and halve(word) or nil
    end)
  end)
end

--- Stand the heads above columns of numbers up.
local function stand_heads(tabel)
  local aligns = Tabel.column_aligns(tabel)
  Tabel.each_cell({ head = tabel.head, body = {} }, function(cell, row, column)
    cell.standing = cell.columns == 1 and row.class ~= "nomor-kolom" and aligns[column] ~= "left"
      and cell.text:find("%a%a%a") ~= nil
  end)
end

--- How high the row of standing heads must be: as their longest word is wide.
local function standing_height(tabel, size, face)
  local high = 0
  Tabel.each_cell({ head = tabel.head, body = {} }, function(cell)
    if cell.standing then
      high = math.max(high, (text_span(cell.text, size, face, true)))
    end
  end)
  return high + INSET
end

--- A table in one font size whose columns have set parts of the width, and room for every word.
function Muat.fixed(tabel, size, parts, total, face)
  local narrow, widths, spare = column_spans(tabel, size, face), {}, 0
  for i, part in ipairs(parts) do
    widths[i] = math.max(part * total, narrow[i])
    spare = spare + widths[i] - narrow[i]
  end
  local missing = sum(widths) - total
  for i = 1, #widths do
    widths[i] = widths[i] - missing * (spare > 0 and (widths[i] - narrow[i]) / spare or 1 / #widths)
  end
  return { size = size, tight = size < TIGHT, widths = widths, whole = false, dense = true }
end

-- A text of more lines stands in a column of single words: the page is turned when that halves it.
local MOST_LINES = 10

--- Fit a table on a page.
-- Gives `size` (font size in points, never below 8), `tight` (small cells), `widths` (points), `turned`
-- (the page must be turned), `whole` (short enough to stay on one page) and `halved` (words of the head
-- are broken).
-- `paper`: `upright` and `turned`, the widths of the text (points); `face` (lua/lebar_huruf.lua);
-- `line`, the height of a line, as a part of the font size, and `padding`, what a row is higher than
-- its lines; in Word `short`, the height up to which a table is not broken over two pages (Typst
-- measures for itself); and what is tried before the page is turned: `halve`, which breaks a long word
-- of the heads, or `stand`, by which heads stand (`standing`: how high their row is then).
function Muat.fit(tabel, paper)
  local fit = best(tabel, { 10, 9.5, 9, 8.5, 8 }, paper.upright, paper)
  if fit and fit.tallest > MOST_LINES then
    local turned = best(tabel, { 9.5, 9, 8.5, 8 }, paper.turned, paper)
    if turned and 2 * turned.tallest <= fit.tallest then
      turned.turned = true
      return turned
    end
  end
  if fit then
    return fit
  end
  if paper.halve then
    halve_heads(tabel, paper.halve)
    fit = best(tabel, { 8.5, 8 }, paper.upright, paper)
    if fit then
      fit.halved = true
      return fit
    end
  end
  if paper.stand then
    stand_heads(tabel)
    fit = best(tabel, { 8.5, 8 }, paper.upright, paper)
    if fit then
      fit.standing = standing_height(tabel, fit.size, paper.face)
      return fit
    end
    Tabel.each_cell({ head = tabel.head, body = {} }, function(cell) cell.standing = nil end)
  end
  fit = best(tabel, { 9.5, 9, 8.5, 8 }, paper.turned, paper) or try(tabel, 8, paper.turned, paper)
  fit.turned = true
  return fit
end

return Muat
