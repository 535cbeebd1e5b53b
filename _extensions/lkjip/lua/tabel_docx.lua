-- A parsed table as WordprocessingML: repeated head rows, rows that do not split, merged cells.

local Teks = require("lua/teks")
local Tabel = require("lua/tabel")

local Docx = {}

-- Look of the rows; colours as in the reference document.
local SHADE = { head = "E7EDF3", grup = "F1F4F7", subjudul = nil, jumlah = "F1F4F7" }
local ITALIC = { subjudul = true }
local BOLD = { head = true, grup = true, jumlah = true }

-- What heads the rows after it: never the last row of a page.
local HEADS = { grup = true, subjudul = true }

local TEXT = '<w:t xml:space="preserve">'

--- A line of text; `look`: bold, plain (though the table's style says bold), italic, mark, unbroken
-- (no line ends at its hyphens).
local function run(text, look)
  local form = (look.bold and "<w:b/><w:bCs/>" or look.plain and '<w:b w:val="0"/><w:bCs w:val="0"/>' or "") .. (look.italic and "<w:i/><w:iCs/>" or "")
    .. (look.mark and '<w:highlight w:val="yellow"/>' or "")
  text = Teks.xml(text)
  if look.unbroken then
    text = text:gsub("%-", "</w:t><w:noBreakHyphen/>" .. TEXT)
  end
  return "<w:r>" .. (form ~= "" and "<w:rPr>" .. form .. "</w:rPr>" or "") .. TEXT .. text .. "</w:t></w:r>"
end

--- Whether a row stays on the page of the next one. A short table is never broken; of others, the
-- first two rows stay together, and the last two, and the line below the table.
local function is_kept(index, count, row, fit, followed)
  if index == count then
    return followed
  end
  return fit.whole or HEADS[row.class] or index == 1 or index == count - 1
end

--- The same for each row of the body by its place.
function Docx.keeps(tabel, fit, followed)
  return function(index)
    return is_kept(index, #tabel.body, tabel.body[index], fit, followed)
  end
end

-- Where a text stands, as styles of paragraphs say it.
local ALIGNED = { center = "Tengah", right = "Kanan" }

local function paragraph(text, style, align, keep, look)
  local runs = {}
  for line in (text .. "\n"):gmatch("(.-)\n") do
    runs[#runs + 1] = run(line, look)
  end
  return '<w:p><w:pPr><w:pStyle w:val="' .. style .. (ALIGNED[align] or "") .. '"/>'
    .. (keep and "<w:keepNext/>" or "") .. "</w:pPr>" .. table.concat(runs, "<w:r><w:br/></w:r>") .. "</w:p>"
end

local function cell_xml(cell, row, width, merge, style, keep)
  local kind, numbers = row.part == "head" and "head" or row.class, row.class == "nomor-kolom"
  local properties = '<w:tcW w:w="' .. width .. '" w:type="dxa"/>'
  if cell.columns > 1 then
    properties = properties .. '<w:gridSpan w:val="' .. cell.columns .. '"/>'
  end
  if merge then
    properties = properties .. (merge == "restart" and '<w:vMerge w:val="restart"/>' or "<w:vMerge/>")
  end
  if SHADE[kind] then
    properties = properties .. '<w:shd w:val="clear" w:color="auto" w:fill="' .. SHADE[kind] .. '"/>'
  end
  if cell.standing then
    properties = properties .. '<w:textDirection w:val="btLr"/>'
  end
  if kind == "head" then
    properties = properties .. '<w:vAlign w:val="center"/>'
  end
  local text = merge == "continue" and "" or cell.text
  return "<w:tc><w:tcPr>" .. properties .. "</w:tcPr>"
    .. paragraph(text, style, cell.standing and "left" or cell.align, keep, {
      bold = BOLD[kind] and not numbers,
      plain = numbers,
      italic = ITALIC[kind],
      mark = cell.mark and merge ~= "continue",
      -- "(9)=(5)-(8)": how a column is computed.
      unbroken = numbers,
    })
    .. "</w:tc>"
end

--- Cells of a row with the cells that reach into it from above, in column order.
local function grid_rows(part, columns)
  local grid, open = {}, {}
  for index, row in ipairs(part) do
    local line, column, next_cell = {}, 1, 1
    while column <= columns do
      local above = open[column]
      if above and above.left > 0 then
        line[#line + 1] = { cell = above.cell, column = column, merge = "continue" }
        above.left = above.left - 1
        column = column + above.cell.columns
      else
        local cell = row.cells[next_cell]
        if not cell then
          break
        end
        next_cell = next_cell + 1
        if cell.rows > 1 then
          open[column] = { cell = cell, left = cell.rows - 1 }
        end
        line[#line + 1] = { cell = cell, column = column, merge = cell.rows > 1 and "restart" or nil }
        column = column + cell.columns
      end
    end
    grid[index] = { row = row, line = line }
  end
  return grid
end

local function twips(number)
  return math.floor(number * 20 + 0.5)
end

--- Heads stand where the texts of their columns do.
local function align_heads(tabel)
  local aligns = Tabel.column_aligns(tabel)
  Tabel.each_cell({ head = tabel.head, body = {} }, function(cell, _, column)
    cell.align = cell.columns == 1 and aligns[column] or cell.align
  end)
end

--- Whether heads stand in a row that no other row makes higher.
local function is_standing(entry)
  for _, place in ipairs(entry.line) do
    if place.cell.standing and place.cell.rows == 1 then
      return true
    end
  end
  return false
end

local function row_xml(entry, fit, head, style, keep)
  local widths = fit.widths
  local high = fit.standing and is_standing(entry)
  -- The numbers of columns head nothing: they are not repeated, nor read out with each cell.
  head = head and entry.row.class ~= "nomor-kolom"
  local parts = { "<w:tr><w:trPr><w:cantSplit/>"
    .. (high and '<w:trHeight w:val="' .. twips(fit.standing) .. '" w:hRule="atLeast"/>' or "")
    .. (head and "<w:tblHeader/>" or "") .. "</w:trPr>" }
  for _, place in ipairs(entry.line) do
    local width = 0
    for column = place.column, place.column + place.cell.columns - 1 do
      width = width + twips(widths[column])
    end
    parts[#parts + 1] = cell_xml(place.cell, entry.row, width, place.merge, style, keep)
  end
  parts[#parts + 1] = "</w:tr>"
  return table.concat(parts)
end

--- What screen readers read aloud: the title, without a number, which would grow old, and the heads.
local function spoken(tabel, title)
  local heads = {}
  for index, cell in ipairs((tabel.head[1] or tabel.body[1]).cells) do
    heads[index] = cell.text:gsub("%s+", " ")
  end
  title = title:gsub("^Tabel\u{a0}[%d.]+ ", "")
  return (title ~= "" and '<w:tblCaption w:val="' .. Teks.xml(title) .. '"/>' or "")
    .. '<w:tblDescription w:val="' .. Teks.xml("Kolom: " .. table.concat(heads, ", ")) .. '"/>'
end

--- The table as one raw block. `followed`: a source or a note stands below.
function Docx.table_xml(tabel, fit, title, followed)
  local style = fit.size == 10 and "LkjipSel" or ("LkjipSel%g"):format(fit.size):gsub("%.", "")
  align_heads(tabel)
  local total, grid = 0, {}
  for i, width in ipairs(fit.widths) do
    grid[i] = '<w:gridCol w:w="' .. twips(width) .. '"/>'
    total = total + twips(width)
  end
  local last = tabel.body[#tabel.body]
  local total_row = last and last.class == "jumlah"
  local parts = { '<w:tbl><w:tblPr><w:tblStyle w:val="' .. (fit.tight and "LkjipTabelRapat" or "LkjipTabel")
    .. '"/><w:tblW w:w="' .. total
    .. '" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
    .. '<w:tblLook w:val="' .. (total_row and "0460" or "0420") .. '" w:firstRow="1" w:lastRow="' .. (total_row and 1 or 0)
    .. '" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>' .. spoken(tabel, title) .. "</w:tblPr>"
    .. "<w:tblGrid>" .. table.concat(grid) .. "</w:tblGrid>" }
  for _, entry in ipairs(grid_rows(tabel.head, #fit.widths)) do
    parts[#parts + 1] = row_xml(entry, fit, true, style, true)
  end
  local body = grid_rows(tabel.body, #fit.widths)
  for index, entry in ipairs(body) do
    parts[#parts + 1] = row_xml(entry, fit, false, style,
      is_kept(index, #body, entry.row, fit, followed))
  end
  parts[#parts + 1] = "</w:tbl>"
  return table.concat(parts)
end

return Docx
