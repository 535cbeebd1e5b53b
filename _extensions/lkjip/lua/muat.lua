-- How a table fits on paper: font size, widths of the columns, whether the page must be turned.
-- No font can be measured here, so widths are estimated, on the safe side.

local Tabel = require("lua/tabel")

local Muat = {}

-- Widths of characters as parts of the font size, for a book face; bold is wider.
local WIDE, NARROW, DIGIT, SMALL, OTHER = 0.69, 0.3, 0.49, 0.5, 0.6
local BOLD = 1.06
-- Space inside of a cell, left and right together, in points.
local INSET = 8.5
-- A cell with more lines than this asks for a smaller font, if that helps.
local LINES = 6
-- A table that is not higher than this (points) is not broken over two pages.
local SHORT = 330

local function text_width(text, size, bold)
  local width = 0
  for _, code in utf8.codes(text, true) do
    if code >= 48 and code <= 57 then
      width = width + DIGIT
    elseif code >= 65 and code <= 90 then
      width = width + (code == 73 and 0.4 or WIDE)
    elseif code >= 97 and code <= 122 then
      width = width + ((code == 105 or code == 106 or code == 108) and NARROW or SMALL)
    elseif code < 48 or code == 58 or code == 59 then
      width = width + NARROW
    else
      width = width + OTHER
    end
  end
  return width * size * (bold and BOLD or 1)
end

--- The narrowest and the widest sensible width of a text: its longest word, its longest line.
local function text_span(text, size, bold)
  local narrow, wide = 0, 0
  for line in (text .. "\n"):gmatch("(.-)\n") do
    wide = math.max(wide, text_width(line, size, bold))
    for word in line:gsub("%-", "- "):gmatch("%S+") do
      narrow = math.max(narrow, text_width(word, size, bold))
    end
  end
  return narrow + INSET, wide + INSET
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
  for i = 1, #tabel.widths do
    narrow[i], wide[i] = INSET, INSET
  end
  Tabel.each_cell(tabel, function(cell, row, column)
    local least, most = text_span(cell.text, size * face, row.part == "head" or row.class == "jumlah")
    if cell.columns == 1 then
      narrow[column] = math.max(narrow[column], least)
      wide[column] = math.max(wide[column], most)
    elseif row.part == "head" then
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
    local width = sum(widths, column, column + cell.columns - 1) - INSET
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
  return { size = size, widths = widths, tallest = tallest, whole = high <= SHORT,
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

--- Fit a table on a page.
-- Gives `size` (font size in points, never below 8), `widths` (points), `turned` (the page must be
-- turned) and `whole` (short enough to stay on one page).
-- `face` is the width of the font, as a part of that of a narrow book face.
function Muat.fit(tabel, upright, turned, face)
  local fit = best(tabel, { 10, 9.5, 9, 8.5, 8 }, upright, face)
  if fit then
    return fit
  end
  fit = best(tabel, { 9.5, 9, 8.5, 8 }, turned, face) or try(tabel, 8, turned, face)
  fit.turned = true
  return fit
end

return Muat
