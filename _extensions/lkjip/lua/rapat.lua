-- Spaces at which no line ends: between a number and its unit, within a date, after "No." and "Tabel".
-- Text stays the same but for these spaces.

local Rapat = {}

local NBSP = "\u{a0}"

local function set(words)
  local found = {}
  for word in words:gmatch("%S+") do
    found[word] = true
  end
  return found
end

-- Words after a number that are not what it counts.
local LOOSE = set("adalah agar akan antara atas atau bagi bahwa belum bila dalam dan dari daripada dengan di "
  .. "hingga ialah jika karena ke kepada lalu maka masih menjadi menurut namun oleh pada per sampai sebagai "
  .. "sebelum sebesar sedangkan sehingga sejak selama serta sesudah setelah sudah telah tentang terdapat "
  .. "terhadap tetapi tidak untuk yaitu yakni yang")
local MONTHS = set("Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember")
-- Words that a number follows.
local BEFORE = set("No. no. Nomor nomor Jl. Tabel Gambar Bagian Bab BAB Pasal pasal ayat Tahun tahun Rp Lampiran")
-- A number of a section or table, or a short one; longer ones would leave wide spaces.
local LONGEST = 9

local function is_year(token)
  return token:find("^[12]%d%d%d$") ~= nil
end

local function is_number(token)
  return token:find("^%(?[Rp\u{2212}+-]*[%d.,]*%d$") ~= nil
end

--- Whether no line ends between two tokens.
local function joined(left, right)
  local word = right:gsub("[.,;:)]+$", "")
  if BEFORE[left] then
    return (word:find("^%d") or word:find("^[IVX]+$")) and #word <= LONGEST
  elseif left == "poin" then
    return word == "persen"
  elseif MONTHS[word] then
    return left:find("^%d%d?$") ~= nil
  elseif MONTHS[left] then
    return is_year(word)
  end
  return is_number(left) and not is_year(left) and word:find("^%l") ~= nil and not LOOSE[word]
end

local SPACES = { Space = true, SoftBreak = true }

--- The text that stands without a space on one side of a place; `step` is -1 or 1.
local function token(texts, at, step)
  local found = ""
  while texts[at] do
    local text = texts[at]
    local part = step < 0 and text:match("%S*$") or text:match("^%S*")
    found = step < 0 and part .. found or found .. part
    if part ~= text then
      return found
    end
    at = at + step
  end
  return found
end

--- Inlines with their spaces made fast where they must be.
function Rapat.inlines(inlines)
  local texts, some = {}, false
  for index, inline in ipairs(inlines) do
    texts[index] = inline.t == "LineBreak" and " " or pandoc.utils.stringify(inline)
  end
  for index = 2, #inlines - 1 do
    if SPACES[inlines[index].t] and joined(token(texts, index - 1, -1), token(texts, index + 1, 1)) then
      inlines[index] = pandoc.Str(NBSP)
      some = true
    end
  end
  return some and inlines or nil
end

local WALK = {
  traverse = "topdown",
  -- They stand in lists of contents, too.
  Header = function(heading) return heading, false end,
  -- Read aloud, not set in lines.
  Image = function(image) return image, false end,
  Inlines = Rapat.inlines,
}

--- The whole text of a document; not its metadata.
function Rapat.document(document)
  document.blocks = document.blocks:walk(WALK)
  return document
end

return Rapat
