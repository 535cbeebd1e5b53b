-- Where a cell of the data comes from, in the words of a citizen: what its file holds, as
-- datapackage.json titles it, and who measures the indicator, as indikator.csv says.

local Data = require("lua/data")

local SumberData = {}

local SETTINGS = "Identitas dan pengaturan instansi"

local function read(meta, name)
  return Data.read_file(pandoc.path.join({ quarto.project.directory or ".", "data", Data.year(meta), name }))
end

--- A field of a CSV file in quotation marks, which double those within it, and where it ends.
local function quoted_field(text, position)
  local last = text:find('"', position + 1, true)
  while last and text:sub(last + 1, last + 1) == '"' do
    last = text:find('"', last + 2, true)
  end
  last = last or #text + 1
  return (text:sub(position + 1, last - 1):gsub('""', '"')), last + 1
end

--- Records of a CSV file as lists of texts.
local function records_of(text)
  local records, record, position = {}, {}, 1
  text = text:gsub("^\u{feff}", ""):gsub("\r\n", "\n")
  while position <= #text do
    local field, stop
    if text:sub(position, position) == '"' then
      field, stop = quoted_field(text, position)
    else
      field, stop = text:match("^([^,\n]*)()", position)
    end
    record[#record + 1] = field
    if text:sub(stop, stop) ~= "," then
      records[#records + 1], record = record, {}
    end
    position = stop + 1
  end
  return records
end

local function column_of(records, name)
  for index, head in ipairs(records[1] or {}) do
    if head == name then
      return index
    end
  end
end

local known = {}

local function records(meta, name)
  if not known[name] then
    known[name] = records_of(read(meta, name) or "")
  end
  return known[name]
end

--- What the files hold, by name.
local function contents(meta)
  if not known.contents then
    known.contents = { ["instansi.yml"] = SETTINGS }
    local package = read(meta, "datapackage.json")
    for _, resource in ipairs(package and pandoc.json.decode(package, false).resources or {}) do
      local title, said = resource.title, resource.description
      -- "Target indikator: Target per indikator" says it twice.
      known.contents[resource.path] = title:match("^%w+") == said:match("^%w+") and said or title .. ": " .. said
    end
  end
  return known.contents
end

--- Who says so: the row itself, or the source of the indicator that is measured in it; or nil.
local function said_by(meta, file, row, measured)
  local rows, indicators = records(meta, file), records(meta, "indikator.csv")
  local own, indicator = column_of(rows, "sumber"), column_of(rows, "indikator")
  if not rows[row] then
    return nil
  elseif own and rows[row][own] ~= "" then
    return rows[row][own]
  end
  local key, source = column_of(indicators, "kode"), column_of(indicators, "sumber_data")
  for _, each in ipairs(measured and indicator and key and source and indicators or {}) do
    if each[key] == rows[row][indicator] and each[source] ~= "" then
      return each[source]
    end
  end
end

--- The file of a place such as "realisasi.csv, baris 9, kolom realisasi", what it holds, and who says
-- so, where that is known; nil when the place is in no file of the data.
function SumberData.of(meta, place)
  local file, row = place:match("^([^,]+%.%a+), baris (%d+)")
  local content = file and contents(meta)[file]
  if not content then
    return nil
  end
  local who = file:match("%.csv$") and said_by(meta, file, tonumber(row), place:match("kolom realisasi$") ~= nil)
  return file, content, who or nil
end

return SumberData
