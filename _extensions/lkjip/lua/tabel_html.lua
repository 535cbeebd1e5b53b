-- Tables of the web page: the clean HTML of the notebooks with what a reader of a page needs: a name,
-- heads that stand as their columns do, numbers in line at the comma, and labels of the cells, for
-- where the page is so narrow that a row becomes a card.

local Data = require("lua/data")
local Muat = require("lua/muat")
local Sejajar = require("lua/sejajar")
local Tabel = require("lua/tabel")
local Teks = require("lua/teks")

local TabelHtml = {}

-- What the stylesheet says of these cells anyway, thousands of times in a large report.
local ALIGNED = {
  '(<t[dh][^>]-) style="text%-align: center"',
  '(<t[dh][^>]-) style="text%-align: right"',
  '(<t[dh][^>]-) style="text%-align: left"',
}

-- The page on paper (html/cetak.css), for lua/muat.lua; the letters of a machine may be wider than
-- those that it knows.
local PAPER = { upright = 400, turned = 610, sizes = { 9, 8 }, lower = 0.75, face = "cambria", line = 1.4, padding = 5 }

-- A line of the narrowest phone, in letters, and the room beside a text.
local LINE, BESIDE = 46, 1.5
-- So many letters of a name stand on a line.
local NAME = 18

local function letters(text)
  return utf8.len(text) or #text
end

local function longest_word(text)
  local most = 0
  for word in text:gmatch("[^%s/]+") do
    most = math.max(most, letters(word))
  end
  return most
end

--- Heads of each column from the outermost tier inwards, without those over the whole table.
local function heads_of(tabel)
  local heads = {}
  for column = 1, #tabel.widths do
    heads[column] = pandoc.List({})
  end
  Tabel.each_cell({ head = tabel.head, body = {} }, function(cell, row, column)
    cell.whole = cell.columns == #tabel.widths
    if row.class ~= "nomor-kolom" and not cell.whole then
      for covered = column, column + cell.columns - 1 do
        heads[covered]:insert(cell.text)
      end
    end
  end)
  return heads
end

--- Whether a phone cannot show a row as a line without setting names one word below the other.
local function needs_cards(tabel, heads)
  local needed = {}
  for column, texts in ipairs(heads) do
    needed[column] = longest_word(texts[#texts] or "")
  end
  Tabel.each_cell({ head = {}, body = tabel.body }, function(cell, row, column)
    if cell.columns == 1 and row.class ~= "grup" then
      local wanted = cell.align == "left" and math.min(letters(cell.text), NAME) or letters(cell.text)
      needed[column] = math.max(needed[column], wanted, longest_word(cell.text))
    end
  end)
  local total = 0
  for _, need in ipairs(needed) do
    total = total + need + BESIDE
  end
  return total > LINE
end

local GLUE = "\u{a0}"

--- The label of a cell in a card: the last two tiers of its column's head. A year does not stand alone
-- on a line, and no line begins with a point.
local function label_of(texts)
  local label = table.concat(texts, GLUE .. "· ", math.max(1, #texts - 1))
  return (label:gsub("%s+(%d+)$", GLUE .. "%1"))
end

-- A text that is no longer stands beside the figures of its card.
local SHORT = 16
-- Wider than half a card on any phone, in rem.
local WHOLE = 18

--- Facts of the cards: which columns are narrow, and the room that the widest of them needs, in rem.
local function cards_of(tabel, heads, numbers, running)
  local longest, words = {}, {}
  Tabel.each_cell({ head = {}, body = tabel.body }, function(cell, row, column)
    if cell.columns == 1 and row.class ~= "grup" then
      longest[column] = math.max(longest[column] or 0, letters(cell.text))
      words[column] = math.max(words[column] or 0, longest_word(cell.text))
    end
  end)
  local narrow, widest, count = {}, 0, 0
  for column, texts in ipairs(heads) do
    narrow[column] = not running[column] and column > 1 and (longest[column] or 0) <= SHORT
    if narrow[column] then
      local cell = numbers[column] and longest[column] or words[column] or 0
      widest = math.max(widest, cell * 0.52, longest_word(label_of(texts)) * 0.48)
      count = count + 1
    end
  end
  -- Alone on its line, a cell has all of it.
  return { narrow = narrow, room = count == 1 and WHOLE or widest + 0.2 }
end

--- Columns of numbers: most of their cells begin with a digit.
local function number_columns(tabel)
  local counts = {}
  Tabel.each_cell({ head = {}, body = tabel.body }, function(cell, row, column)
    if row.class == "isi" and cell.columns == 1 then
      local count = counts[column] or { all = 0, numbers = 0 }
      counts[column] = count
      count.all = count.all + 1
      local number = cell.align ~= "left" and cell.text:match("^R?p?%s?[%d\u{2212}%-–]")
      count.numbers = count.numbers + (number and 1 or 0)
    end
  end)
  local columns = {}
  for column, count in pairs(counts) do
    columns[column] = 2 * count.numbers > count.all
  end
  return columns
end

--- The room of a text that is not there, in digits: a comma is half as wide, a percent sign more.
local function room(text)
  local _, digits = text:gsub("%d", "")
  local _, points = text:gsub("[.,]", "")
  local _, percents = text:gsub("%%", "")
  return digits + points / 2 + percents * 1.5
end

--- A text as a string of CSS.
local function css_string(text)
  return "'" .. text:gsub("%s+", " "):gsub("['\\<>&{}]", function(sign)
    return ("\\%x "):format(sign:byte())
  end) .. "'"
end

--- The labels of the cells in cards, by column. The stylesheet writes them (tabel.css), so that they
-- are no part of the text.
local function labels_of(heads, running)
  local properties = {}
  for column, texts in ipairs(heads) do
    if not running[column] then
      properties[#properties + 1] = ("--k%d: %s"):format(column, css_string(label_of(texts)))
    end
  end
  return table.concat(properties, "; ")
end

--- Whether a cell of the body covers several rows.
local function has_merged(tabel)
  for _, row in ipairs(tabel.body) do
    for _, cell in ipairs(row.cells) do
      if cell.rows > 1 then
        return true
      end
    end
  end
  return false
end

--- Whether the cells of a row stand at their columns, so that the stylesheet can count them.
local function counted(row, facts)
  return row.class == "isi" and not facts.merged
end

--- What to write into the tag of a cell: classes and a style. Few letters: a large report has many.
local function additions(cell, row, column, facts)
  local classes, style = pandoc.List({}), ""
  local alone = cell.columns == 1
  if row.part == "head" and cell.whole and #row.cells == 1 then
    classes:insert("seluruh")
  elseif alone and facts.numbers[column] and not facts.running[column] then
    classes:insert(row.part == "head" and "kanan" or "angka")
    local after = cell.after and not facts.even[column] and room(cell.after) or 0
    if after > 0 then
      style = (' style="--kurang: %g"'):format(after)
    end
  elseif facts.cards and row.part == "body" and alone and facts.cards.narrow[column] then
    classes:insert("pendek")
  elseif alone and row.part == "head" and facts.aligns[column] == "left" then
    classes:insert("kiri")
  end
  if facts.cards and row.part == "body" and alone and row.class ~= "grup" and not counted(row, facts) then
    classes:insert("k" .. column)
  end
  return { classes = classes, style = style }
end

--- Columns whose cells all end at the right edge: percentages, whose sign shows where they end, and
-- numbers with grades among them, which have no comma.
local function even_columns(tabel)
  local columns = {}
  Tabel.each_cell({ head = {}, body = tabel.body }, function(cell, row, column)
    local grade = row.class == "isi" and not cell.room and cell.text ~= ""
    columns[column] = columns[column] or (cell.columns == 1 and (grade or cell.text:find("%%$") ~= nil))
  end)
  return columns
end

--- The first column where it numbers the rows.
local function running_numbers(tabel)
  return { tabel.head[1].cells[1].text:lower():match("^no%.?$") ~= nil }
end

local function with_classes(attributes, classes)
  if #classes == 0 then
    return attributes
  end
  -- A number in the middle of its column stands at the right here.
  attributes = classes[1] == "angka" and attributes:gsub('class="tengah', 'class="angka', 1) or attributes
  if attributes:find('class="angka', 1, true) then
    classes = classes:filter(function(class) return class ~= "angka" end)
  end
  if #classes == 0 then
    return attributes
  end
  local words = table.concat(classes, " ")
  local changed, count = attributes:gsub('class="', 'class="' .. words .. " ", 1)
  return count > 0 and changed or attributes .. ' class="' .. words .. '"'
end

--- Write the additions into the tags of the cells of head and body, which come in reading order.
local function dressed(rest, tabel, facts)
  local made, index = {}, 0
  Tabel.each_cell(tabel, function(cell, row, column)
    made[#made + 1] = additions(cell, row, column, facts)
  end)
  for _, pattern in ipairs(ALIGNED) do
    rest = rest:gsub(pattern, "%1")
  end
  -- "Pangkat/Golongan" may be broken after the slash.
  rest = rest:gsub("(<th[^<>]*>)([^<>]+)", function(tag, text)
    return tag .. text:gsub("/(%a%a%a)", "/<wbr>%1")
  end)
  return (rest:gsub("<(t[dh])(%f[%s>][^<>]*)>", function(tag, attributes)
    index = index + 1
    local own = made[index]
    return own and "<" .. tag .. with_classes(attributes, own.classes) .. own.style .. ">"
  end))
end

local used = {}

--- An identifier for the name of a table, once in a page.
local function identifier(id)
  used[id] = (used[id] or 0) + 1
  return id .. (used[id] > 1 and "-" .. used[id] or "")
end

--- The attribute that names a table or its box: the caption does, where it has one.
local function named(id, titled)
  return titled and 'aria-labelledby="judul-' .. id .. '"' or 'aria-label="Tabel ' .. id:gsub("-", " ") .. '"'
end

--- The table as HTML, and what the figure around it must know: `id` (unique), `turned` (the page of
-- paper must be turned).
function TabelHtml.render(meta, id, titled)
  local content = Data.file(meta, "tabel", id .. ".html")
  local rest = content:match('^%s*<table class="lkjip%-tabel"(.*)$')
  assert(rest, "tabel/" .. id .. ".html does not begin with <table>")
  local tabel, own = Tabel.parse(content), identifier(Teks.xml(id))
  local fit = Muat.fit(tabel, PAPER)
  local heads = heads_of(tabel)
  Sejajar.mark(tabel)
  local numbers, running = number_columns(tabel), running_numbers(tabel)
  local cards = needs_cards(tabel, heads) and cards_of(tabel, heads, numbers, running) or nil
  local facts = { heads = heads, aligns = Tabel.column_aligns(tabel), numbers = numbers, running = running, cards = cards,
    even = even_columns(tabel), merged = has_merged(tabel) }
  local name = named(own, titled)
  return '<div class="gulir" role="group" tabindex="0" ' .. name .. '>\n<table class="lkjip-tabel'
    .. (cards and ('%s kartu" style="--kolom: %.1frem; %s" '):format(facts.merged and " gabung" or "", cards.room,
      Teks.xml(labels_of(heads, running)))
      or '" ') .. name .. dressed(rest, tabel, facts) .. "\n</div>",
    { id = own, turned = fit.turned }
end

return TabelHtml
