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
-- Words with fewer letters are never broken.
local LONG = 8
-- A table that is not higher than this (points) is not broken over two pages.
local SHORT = 330

-- Widths at size 1, by text: every table is tried in several sizes.
local known = { regular = {}, bold = {} }

local function unit_width(text, face)
  local width = 0
  for _, code in utf8.codes(text, true) do
    code = code == 0xA0 and 0x20 or code
    width = width + (code ~= 0xAD and (Huruf[face][code - 31] or Huruf.other) or 0)
  end
  return width / 1000
end

local function text_width(text, size, bold)
  local face = bold and "bold" or "regular"
  local widths = known[face]
  widths[text] = widths[text] or unit_width(text, face)
  return widths[text] * size
end

--- Width of a text in points.
Muat.text_width = text_width

local spans = { regular = {}, bold = {} }

--- The narrowest and the widest sensible width of a text: its longest word, its longest line.
local function text_span(text, size, bold)
  local before = spans[bold and "bold" or "regular"]
  if not before[text] then
    local narrow, wide = 0, 0
    for line in (text .. "\n"):gmatch("(.-)\n") do
      wide = math.max(wide, text_width(line, 1, bold))
      for word in line:gsub("%-", "- "):gsub("\u{ad}", "- "):gmatch("%S+") do
        narrow = math.max(narrow, text_width(word, 1, bold))
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
    local least, most = text_span(text, size * face, head or row.class == "jumlah")
    if head then
      most = math.max(least, most / HEAD_LINES)
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
local function height(tabel, widths, size, face)
  local tallest, total = 1, 0
  local row_now, lines_now = nil, 0
  Tabel.each_cell(tabel, function(cell, row, column)
    if row ~= row_now then
      total = total + lines_now * size * 1.3 + 9
      row_now, lines_now = row, 1
    end
    local width = sum(widths, column, column + cell.columns - 1) - inset_of(size)
    local lines = math.ceil(text_width(cell.text, size * face) * 0.95 / math.max(width, 1))
    tallest = math.max(tallest, lines)
    lines_now = math.max(lines_now, lines / cell.rows)
  end)
  return tallest, total + lines_now * size * 1.3 + 9
end

local function try(tabel, size, total, face)
  local narrow, wide = column_spans(tabel, size, face)
  local widths = share(narrow, wide, total)
  local tallest, high = height(tabel, widths, size, face)
  return { size = size, widths = widths, tallest = tallest, high = high, whole = high <= SHORT,
    fits = sum(narrow) <= total }
end

--- The best of some font sizes on a page of one width, or nil when none fits.
local function best(tabel, sizes, total, face)
  local found
  for _, size in ipairs(sizes) do
    local fit = try(tabel, size, total, face)
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
  return { size = size, widths = widths, whole = false, dense = true }
end

--- Fit a table on a page.
-- Gives `size` (font size in points, never below 8), `widths` (points), `turned` (the page must be
-- turned), `whole` (short enough to stay on one page) and `halved` (words of the head are broken).
-- `face` is the width of the font, as a part of that of Libertinus Serif. `halve` breaks a long
-- word; where it is given, heads are broken before the page is turned.
function Muat.fit(tabel, upright, turned, face, halve)
  local fit = best(tabel, { 10, 9.5, 9, 8.5, 8 }, upright, face)
  if fit then
    return fit
  end
  if halve then
    halve_heads(tabel, halve)
    fit = best(tabel, { 8.5, 8 }, upright, face)
    if fit then
      fit.halved = true
      return fit
    end
  end
  fit = best(tabel, { 9.5, 9, 8.5, 8 }, turned, face) or try(tabel, 8, turned, face)
  fit.turned = true
  return fit
end

return Muat
