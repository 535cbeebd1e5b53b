-- How a table fits on paper: font size, widths of the columns, whether the page must be turned.
-- No font can be measured here, so widths are estimated, on the safe side.

local Tabel = require("lua/tabel")
local Lebar = require("lua/lebar_teks")
local Kolom = require("lua/kolom")

local Muat = {}

-- Space inside of a cell, left and right together, and some slack, in points; small tables are
-- tight (see lkjip-tabel).
local INSET, TIGHT_INSET, TIGHT = 9, 6.4, 9
-- What columns of numbers get beyond that where the table has room: else long numbers side by side
-- read as one.
local GAP = 3
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
-- Words of the head that are broken rather than that the page is turned, for each column.
local BROKEN = 1 / 3
-- Sizes of the font on a turned page.
local TURNED = { 9, 8 }

local text_width, text_span = Lebar.text, Lebar.span

Muat.text_width = text_width

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
-- `light`: heads are not bold; `gap`: what numbers that line up get more.
local function column_spans(tabel, size, face, light, gap)
  local narrow, wide, spanning = {}, {}, {}
  local inset = inset_of(size)
  for i = 1, #tabel.widths do
    narrow[i], wide[i] = inset, inset
  end
  Tabel.each_cell(tabel, function(cell, row, column)
    local head = row.part == "head"
    local least, most = text_span(cell.text, size, face, head and not light or row.class == "jumlah")
    if cell.standing then
      least, most = STANDING * size, STANDING * size
    elseif head then
      most = math.max(least, most / HEAD_LINES)
    elseif cell.room then
      least = cell.room * size + (gap or 0)
      most = least
    elseif cell.align ~= "left" and utf8.len(cell.text) <= UNBROKEN then
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
local function height(tabel, widths, size, paper, light)
  local tallest, total = 1, 0
  local row_now, lines_now = nil, 0
  Tabel.each_cell(tabel, function(cell, row, column)
    if row ~= row_now then
      total = total + lines_now * size * paper.line + paper.padding
      row_now, lines_now = row, 1
    end
    local width = sum(widths, column, column + cell.columns - 1) - inset_of(size)
    local lines = Lebar.lines(cell.text, width, size, paper.face, row.part == "head" and not light or row.class == "jumlah")
    if cell.standing then
      lines = text_span(cell.text, 1, paper.face, true) / paper.line
    end
    tallest = math.max(tallest, lines)
    lines_now = math.max(lines_now, lines / cell.rows)
  end)
  return tallest, total + lines_now * size * paper.line + paper.padding
end

--- Whether a cell of the body covers several rows: on a later page it would be empty.
local function spans_rows(tabel)
  local found = false
  Tabel.each_cell({ head = {}, body = tabel.body }, function(cell)
    found = found or cell.rows > 1
  end)
  return found
end

local function try(tabel, size, total, paper, light)
  local narrow, wide = column_spans(tabel, size, paper.face, light, GAP)
  if sum(narrow) > total then
    narrow, wide = column_spans(tabel, size, paper.face, light)
  end
  local widths = share(narrow, wide, total)
  if sum(narrow) <= total then
    Kolom.balance(tabel, widths, narrow, { size = size, inset = inset_of(size), face = paper.face, light = light })
  end
  local tallest, high = height(tabel, widths, size, paper, light)
  return { size = size, tight = size < TIGHT, widths = widths, tallest = tallest, high = high,
    whole = paper.short ~= nil and high <= (spans_rows(tabel) and paper.merged or paper.short),
    fits = sum(narrow) <= total }
end

--- The largest of some font sizes that fits a page of one width, or nil when none does. A smaller one
-- is taken when its highest cell is lower: by how much, `paper.lower` says.
local function best(tabel, sizes, total, paper)
  local found
  for _, size in ipairs(sizes) do
    local fit = try(tabel, size, total, paper)
    if fit.fits and (not found or fit.tallest < paper.lower * found.tallest) then
      found = fit
    end
    if found and found.tallest <= LINES then
      return found
    end
  end
  return found
end

--- The long words of the heads, each with its cell.
local function long_words(tabel)
  local words = {}
  Tabel.each_cell({ head = tabel.head, body = {} }, function(cell)
    for word in cell.text:gmatch("%a+") do
      if #word >= LONG then
        words[#words + 1] = { cell = cell, word = word }
      end
    end
  end)
  return words
end

--- Break long words of the heads in halves, those first that make most room, until the table fits. When
-- too many would be broken, none is, and the page is turned.
local function halve_heads(tabel, size, total, paper)
  local words, halved = long_words(tabel), {}
  local now = sum((column_spans(tabel, size, paper.face, true)))
  while now > total do
    local best_at, best_now = nil, now
    for at, entry in ipairs(words) do
      local before = entry.cell.text
      entry.text = before:gsub(entry.word, paper.halve(entry.word), 1)
      entry.cell.text = entry.text
      local narrow = sum((column_spans(tabel, size, paper.face, true)))
      entry.cell.text = before
      if narrow < best_now then
        best_at, best_now = at, narrow
      end
    end
    if not best_at or #halved >= BROKEN * #tabel.widths then
      for _, entry in ipairs(halved) do
        entry.cell.text = entry.cell.text:gsub("\u{ad}", "")
      end
      return
    end
    local chosen = table.remove(words, best_at)
    chosen.cell.text, now = chosen.text, best_now
    halved[#halved + 1] = chosen
  end
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
-- (the page must be turned), `whole` (short enough to stay on one page) and `light` (the head is not
-- bold, and its longest words are broken).
-- `paper`: `upright` and `turned`, the widths of the text (points); `sizes` of the font, the largest
-- first; `lower`, the part of its lines that the highest cell must have less than to be worth a smaller
-- font; `face` (lua/lebar_huruf.lua);
-- `line`, the height of a line, as a part of the font size, and `padding`, what a row is higher than
-- its lines; in Word `short`, the height up to which a table is not broken over two pages, and
-- `merged`, the same of one whose cells cover several rows (Typst measures for itself); and what is tried before the page is turned: `halve`, which breaks a long word
-- of the heads, or `stand`, by which heads stand (`standing`: how high their row is then).
function Muat.fit(tabel, paper)
  local fit = best(tabel, paper.sizes, paper.upright, paper)
  if fit and fit.tallest > MOST_LINES then
    local turned = best(tabel, TURNED, paper.turned, paper)
    if turned and 2 * turned.tallest <= fit.tallest then
      turned.turned = true
      return turned
    end
  end
  if fit then
    return fit
  end
  if paper.halve then
    halve_heads(tabel, paper.sizes[#paper.sizes], paper.upright, paper)
    fit = try(tabel, paper.sizes[#paper.sizes], paper.upright, paper, true)
    if fit.fits then
      fit.light = true
      return fit
    end
  end
  if paper.stand then
    stand_heads(tabel)
    fit = best(tabel, TURNED, paper.upright, paper)
    if fit then
      fit.standing = standing_height(tabel, fit.size, paper.face)
      return fit
    end
    Tabel.each_cell({ head = tabel.head, body = {} }, function(cell) cell.standing = nil end)
  end
  fit = best(tabel, TURNED, paper.turned, paper) or try(tabel, 8, paper.turned, paper)
  fit.turned = true
  return fit
end

return Muat
