-- Tables: the clean HTML that a notebook made, read once, and how it fits on paper.
-- The HTML holds nothing but the tags below, and text (lkjip/tables/html.py makes it), so a few
-- patterns read it; pandoc's reader would take most of the time of a rendering.

local Tabel = {}

local ENTITIES = { amp = "&", lt = "<", gt = ">", quot = '"', apos = "'", nbsp = "\u{a0}" }

local function decode(text)
  text = text:gsub("&#[xX](%x+);", function(hex) return utf8.char(tonumber(hex, 16)) end)
  text = text:gsub("&#(%d+);", function(number) return utf8.char(tonumber(number)) end)
  return (text:gsub("&(%a+);", ENTITIES))
end

local function attribute(attributes, name)
  local value = attributes:match("%f[%w-]" .. name .. '%s*=%s*"([^"]*)"')
  return value and decode(value)
end

local function new_cell(attributes)
  return {
    text = "",
    align = attributes:match("text%-align:%s*(%a+)") or "left",
    rows = tonumber(attribute(attributes, "rowspan") or 1),
    columns = tonumber(attribute(attributes, "colspan") or 1),
    -- Where its number comes from (lua/jejak.lua).
    trace = attribute(attributes, "data%-asal"),
    -- Still to be filled in: marked like such a value in a sentence.
    mark = (attribute(attributes, "class") or ""):find("belum", 1, true) ~= nil,
  }
end

local PARTS = { thead = "head", tbody = "body", tfoot = "foot" }

-- What each opening tag does to the state of the reading.
local OPEN = {
  table = function() end,
  colgroup = function() end,
  col = function(state, attributes)
    table.insert(state.tabel.widths, tonumber(attributes:match("width:%s*([%d.]+)%%") or 1))
  end,
  tr = function(state, attributes)
    state.row = { part = state.part, class = attribute(attributes, "class") or "isi", cells = {} }
    table.insert(state.tabel[state.part], state.row)
  end,
  td = function(state, attributes)
    state.cell = new_cell(attributes)
    table.insert(state.row.cells, state.cell)
  end,
  br = function(state)
    state.cell.text = state.cell.text .. "\n"
  end,
}
OPEN.th = OPEN.td
for tag, part in pairs(PARTS) do
  OPEN[tag] = function(state) state.part = part end
end

local function tidy(part)
  for _, row in ipairs(part) do
    for _, cell in ipairs(row.cells) do
      cell.text = cell.text:gsub("[ \t\r]*\n[ \t\r]*", "\n"):gsub("^%s+", ""):gsub("%s+$", "")
    end
  end
end

--- Parse the HTML of a table.
-- Gives `widths` (parts of the whole), `head` and `body` (rows with class and cells; a cell has
-- text, align, mark, rows and columns that it covers) and `source` (text of the source note, or nil).
function Tabel.parse(html)
  local state = { tabel = { widths = {}, head = {}, body = {}, foot = {} }, part = "body" }
  for slash, tag, attributes, text in html:gmatch("<(/?)(%w+)([^<>]*)>([^<]*)") do
    if slash == "/" then
      if tag == "td" or tag == "th" then
        state.cell = nil
      end
    else
      local open = OPEN[tag]
      assert(open, "a table of the notebooks holds <" .. tag .. ">")
      open(state, attributes)
    end
    if state.cell then
      state.cell.text = state.cell.text .. decode(text:gsub("\n", " "))
    end
  end
  local tabel = state.tabel
  assert(#tabel.widths > 0 and #tabel.body > 0, "a table of the notebooks has no columns or no rows")
  tidy(tabel.head)
  tidy(tabel.body)
  tidy(tabel.foot)
  tabel.source = tabel.foot[1] and tabel.foot[1].cells[1].text
  return tabel
end

--- Visit cells in reading order with the column that each of them starts in.
function Tabel.each_cell(tabel, visit)
  for _, part in ipairs({ tabel.head, tabel.body }) do
    local busy = {}
    for index, row in ipairs(part) do
      local column = 1
      for _, cell in ipairs(row.cells) do
        while busy[column] and busy[column] > 0 do
          column = column + 1
        end
        visit(cell, row, column, index)
        for covered = column, column + cell.columns - 1 do
          busy[covered] = cell.rows
        end
        column = column + cell.columns
      end
      for covered in pairs(busy) do
        busy[covered] = busy[covered] - 1
      end
    end
  end
end

--- Where the texts of each column stand: its heads follow them.
function Tabel.column_aligns(tabel)
  local aligns = {}
  Tabel.each_cell({ head = {}, body = tabel.body }, function(cell, row, column)
    if row.class == "isi" and cell.columns == 1 then
      aligns[column] = aligns[column] or cell.align
    end
  end)
  return aligns
end

return Tabel
