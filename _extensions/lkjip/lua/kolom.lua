-- Widths of columns that make a table short: width goes from columns that have some to spare to those
-- whose texts break. Lines are counted as they will be set, word by word.

local Tabel = require("lua/tabel")
local Lebar = require("lua/lebar_teks")

local Kolom = {}

-- Steps in points by which width moves from one column to another, and how often each is tried: no
-- column gives more than is of use.
local STEPS, ROUNDS = { 1, 2, 4, 8, 16, 32 }, 12
-- In a table of more cells, which is long in any case, only the largest steps are tried, once.
local MANY, COARSE = 150, { 16, 32 }
-- A text of so few words is not to be broken, and what it costs, in lines.
local SHORT_WORDS, BROKEN = 3, 0.4
-- Estimated widths of words are so much less than those of the printed ones, at most (points).
local SLACK = 0.6

local function width_of(widths, cell)
  local total = 0
  for column = cell.from, cell.to do
    total = total + widths[column]
  end
  return total
end

--- The cells that may break, by the rows that they stand in, and by column.
local function cells_of(tabel, fit)
  local rows, columns, count = {}, {}, 0
  local row_now
  for column = 1, #tabel.widths do
    columns[column] = {}
  end
  Tabel.each_cell(tabel, function(cell, row, column)
    if row ~= row_now then
      row_now = row
      rows[#rows + 1] = {}
    end
    local head = row.part == "head"
    local text = cell.text
    local entry = { text = text, from = column, to = column + cell.columns - 1, rows = cell.rows, face = fit.face,
      bold = head and not fit.light or row.class == "jumlah", short = Lebar.is_short(text, SHORT_WORDS), memory = {} }
    if text:find("%s") or text:find("\u{ad}", 1, true) then
      count = count + 1
      table.insert(rows[#rows], entry)
      for covered = entry.from, entry.to do
        table.insert(columns[covered], entry)
      end
    end
  end)
  return rows, columns, count
end

--- Lines of a cell, and what its broken words cost.
local function set_lines(cell, widths, fit)
  local room = math.floor(2 * (width_of(widths, cell) - fit.inset - SLACK)) / 2
  local lines = cell.memory[room]
  if not lines then
    lines = Lebar.lines(cell.text, room, fit.size, cell.face, cell.bold)
    cell.memory[room] = lines
  end
  cell.lines = lines
end

local function cost_of(rows)
  local total = 0
  for _, row in ipairs(rows) do
    local highest = 1
    for _, cell in ipairs(row) do
      highest = math.max(highest, cell.lines / cell.rows)
      total = total + (cell.short and cell.lines > 1 and BROKEN or 0)
    end
    total = total + highest
  end
  return total
end

local function measure(cells, widths, fit)
  for _, cell in ipairs(cells) do
    set_lines(cell, widths, fit)
  end
end

--- Try to move a step of width between each two columns; tells whether one was of use.
local function improve(table_now, widths, narrow, fit, step)
  local better = false
  for from = 1, #widths do
    for to = 1, #widths do
      if from ~= to and widths[from] - step >= narrow[from] then
        widths[from], widths[to] = widths[from] - step, widths[to] + step
        measure(table_now.columns[from], widths, fit)
        measure(table_now.columns[to], widths, fit)
        local cost = cost_of(table_now.rows)
        if cost < table_now.cost - 0.01 then
          table_now.cost, better = cost, true
        else
          widths[from], widths[to] = widths[from] + step, widths[to] - step
          measure(table_now.columns[from], widths, fit)
          measure(table_now.columns[to], widths, fit)
        end
      end
    end
  end
  return better
end

--- Improve the widths of a table in place.
-- `widths` and `narrow`: now, and at least; `fit`: `size` of the font, `inset` of a cell, `face`, and
-- `light`, whether heads are not bold.
function Kolom.balance(tabel, widths, narrow, fit)
  local rows, columns, count = cells_of(tabel, fit)
  local many = count > MANY
  for _, row in ipairs(rows) do
    measure(row, widths, fit)
  end
  local table_now = { rows = rows, columns = columns, cost = cost_of(rows) }
  for _, step in ipairs(many and COARSE or STEPS) do
    for _ = 1, many and 1 or ROUNDS do
      if not improve(table_now, widths, narrow, fit, step) then
        break
      end
    end
  end
end

return Kolom
