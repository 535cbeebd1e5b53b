-- A parsed table as WordprocessingML: repeated head rows, rows that do not split, merged cells.

local Teks = require("lua/teks")
local Tabel = require("lua/tabel")

local Docx = {}

-- Look of the rows; colours as in the reference document.
local SHADE = { head = "E7EDF3", grup = "F1F4F7", subjudul = nil, jumlah = "F1F4F7" }
local ITALIC = { subjudul = true }
local BOLD = { head = true, grup = true, jumlah = true }

local function run(text, bold, italic, mark)
  local look = (bold and "<w:b/><w:bCs/>" or "") .. (italic and "<w:i/><w:iCs/>" or "")
    .. (mark and '<w:highlight w:val="yellow"/>' or "")
  return "<w:r>" .. (look ~= "" and "<w:rPr>" .. look .. "</w:rPr>" or "")
    .. '<w:t xml:space="preserve">' .. Teks.xml(text) .. "</w:t></w:r>"
end

local function paragraph(text, style, align, bold, italic, keep, mark)
  local runs = {}
  for line in (text .. "\n"):gmatch("(.-)\n") do
    runs[#runs + 1] = run(line, bold, italic, mark)
  end
  return '<w:p><w:pPr><w:pStyle w:val="' .. style .. '"/>' .. (keep and "<w:keepNext/>" or "")
    .. '<w:jc w:val="' .. align .. '"/></w:pPr>' .. table.concat(runs, "<w:r><w:br/></w:r>") .. "</w:p>"
end

local function cell_xml(cell, row, width, merge, style, keep)
  local kind = row.part == "head" and "head" or row.class
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
  if kind == "head" then
    properties = properties .. '<w:vAlign w:val="center"/>'
  end
  local text = merge == "continue" and "" or cell.text
  return "<w:tc><w:tcPr>" .. properties .. "</w:tcPr>"
    .. paragraph(text, style, cell.align, BOLD[kind] and row.class ~= "nomor-kolom", ITALIC[kind], keep,
      cell.mark and merge ~= "continue")
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

local function row_xml(entry, widths, head, style, keep)
  local parts = { "<w:tr><w:trPr><w:cantSplit/>" .. (head and "<w:tblHeader/>" or "") .. "</w:trPr>" }
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

--- The table as one raw block; `description` is read aloud by screen readers, the heads of the
-- columns where there is none.
function Docx.table_xml(tabel, fit, description)
  if description == "" then
    local heads = {}
    for index, cell in ipairs((tabel.head[1] or tabel.body[1]).cells) do
      heads[index] = cell.text:gsub("%s+", " ")
    end
    description = "Tabel: " .. table.concat(heads, ", ")
  end
  local style = fit.size < 9.5 and "LkjipSelKecil" or "LkjipSel"
  local total, grid = 0, {}
  for i, width in ipairs(fit.widths) do
    grid[i] = '<w:gridCol w:w="' .. twips(width) .. '"/>'
    total = total + twips(width)
  end
  local parts = { '<w:tbl><w:tblPr><w:tblStyle w:val="LkjipTabel"/><w:tblW w:w="' .. total
    .. '" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
    .. '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
    .. ' w:noHBand="0" w:noVBand="1"/><w:tblDescription w:val="' .. Teks.xml(description) .. '"/></w:tblPr>'
    .. "<w:tblGrid>" .. table.concat(grid) .. "</w:tblGrid>" }
  for _, entry in ipairs(grid_rows(tabel.head, #fit.widths)) do
    parts[#parts + 1] = row_xml(entry, fit.widths, true, style, true)
  end
  local body = grid_rows(tabel.body, #fit.widths)
  for index, entry in ipairs(body) do
    -- A short table stays on one page; the last row stays with the source line below the table.
    local keep = entry.row.class == "grup" or fit.whole
    if index == #body then
      keep = tabel.source ~= nil
    end
    parts[#parts + 1] = row_xml(entry, fit.widths, false, style, keep)
  end
  parts[#parts + 1] = "</w:tbl>"
  return table.concat(parts)
end

return Docx
