-- Pages filled as LibreOffice fills them: line by line and row by row, with what must stay together.
-- An item has `lines` of the height `line`, or `rows` (height, keep), or a `height`; `before` and `after`,
-- the space around it; `keep`, when the next item follows on the same page; `marks`, identifiers whose page
-- is wanted; `turn`, when it begins a page (of the height `high`); `chapters`, when pages count anew.

local Pages = {}
Pages.__index = Pages

function Pages:turn()
  self.page, self.used, self.space = self.page + 1, 0, 0
end

function Pages:mark(identifiers)
  for _, identifier in ipairs(identifiers or {}) do
    self.found[identifier] = self.front and pandoc.utils.to_roman_numeral(self.page):lower()
      or tostring(self.page)
  end
end

--- What the next item needs at least where it begins: two lines, or the rows that stay together.
local function least(item)
  if item.rows then
    local high = 0
    for _, row in ipairs(item.rows) do
      high = high + row.height
      if not row.keep then
        break
      end
    end
    return high
  elseif item.lines then
    return (item.lines <= 3 and item.lines or 2) * item.line
  end
  return item.height or 0
end

--- Height of an item and of those that must follow it on its page.
local function chain(items, from)
  local high, space = 0, 0
  for index = from, #items do
    local item = items[index]
    if item.turn and index > from then
      break
    end
    local gap = index > from and math.max(space, item.before or 0) or 0
    if not item.keep then
      return high + gap + least(item)
    end
    local whole = item.lines and item.lines * item.line or item.height
    high, space = high + gap + (whole or least(item)), item.after or 0
  end
  return high
end

function Pages:put_lines(item)
  local lines = item.lines
  local room = math.floor((self.high - self.used + 0.5) / item.line)
  if lines > room then
    -- No line of a paragraph stands alone.
    local here = lines - room == 1 and room - 1 or room
    if here < 2 or item.keep then
      self:turn()
    else
      lines = lines - here
      self:mark(item.marks)
      item.marks = nil
      self:turn()
    end
  end
  self:mark(item.marks)
  self.used = self.used + lines * item.line
end

function Pages:put_rows(item)
  local head = 0
  for index = 1, item.rows.head do
    head = head + item.rows[index].height
  end
  local index, marked = 1, false
  while index <= #item.rows do
    local group, last = 0, index
    repeat
      group = group + item.rows[last].height
      last = last + 1
    until last > #item.rows or not item.rows[last - 1].keep
    if self.used > 0 and self.used + group > self.high then
      self:turn()
      self.used = marked and head or 0
    end
    marked = true
    self.used = self.used + group
    index = last
  end
end

--- Put items on pages of a height, one after the other. Gives the printed page of each identifier.
function Pages.fill(items, high)
  local self = setmetatable({ page = 0, used = 0, space = 0, high = high, front = true, found = {} }, Pages)
  for index, item in ipairs(items) do
    if item.chapters then
      self.front, self.page = false, 0
    end
    if item.turn then
      self.high = item.high or self.high
      self:turn()
    end
    self.used = self.used + (self.used > 0 and math.max(self.space, item.before or 0) or 0)
    if self.used > 0 and self.used + chain(items, index) > self.high then
      self:turn()
    end
    if item.rows then
      self:put_rows(item)
    elseif item.lines then
      self:put_lines(item)
    else
      self:mark(item.marks)
      self.used = self.used + (item.height or 0)
    end
    self.space = item.after or 0
  end
  return self.found
end

return Pages
