-- Where an Indonesian word may be broken. Typst has no patterns for Indonesian, so the PDF's text
-- gets soft hyphens. Only breaks that no rule of spelling (EYD) forbids: a word keeps its prefix
-- and its suffix whole, and doubtful places (two vowels, "gr", "st") are left alone.

local Teks = require("lua/teks")

local Suku = {}

local HYPHEN = "\u{ad}"
-- Shorter words are not worth it; so many letters stay together at the head and at the end.
local SHORTEST, HEAD, TAIL = 8, 3, 3
local VOWELS = { a = true, e = true, i = true, o = true, u = true }
local DIGRAPHS = { ng = true, ny = true, sy = true, kh = true }
local CLUSTERS = "^[bdgkpt][lr]$"
-- Words of two words are broken between them alone.
local COMPOUNDS = { "wira|usaha", "wira|swasta", "tata|laksana", "tata|usaha", "nara|sumber", "antar|kerja",
  "antar|daerah", "antar|instansi", "antar|negara", "peri|laku", "tanggung|jawab", "daya|guna", "olah|raga" }
local known = {}

--- Sounds of a word: where each begins, and whether it is a vowel.
local function sounds(word)
  local found, at = {}, 1
  while at <= #word do
    local length = DIGRAPHS[word:sub(at, at + 1)] and 2 or 1
    found[#found + 1] = { at = at, text = word:sub(at, at + length - 1), vowel = VOWELS[word:sub(at, at)] }
    at = at + length
  end
  return found
end

--- The letter before which the word may be broken, between the vowels `left` and `right`.
local function break_between(found, left, right)
  local consonants = right - left - 1
  if consonants == 0 then
    return nil
  elseif consonants == 1 then
    -- "keuang-an" or "me-ngenal": the letters do not say.
    return found[left + 1].text ~= "ng" and found[left + 1].at or nil
  elseif consonants == 2 and (found[left + 1].text .. found[left + 2].text):match(CLUSTERS) then
    return nil
  end
  return found[left + 2].at
end

--- Where a word of two words begins, where the second of them does, and where they end.
local function compound_in(word)
  for _, compound in ipairs(COMPOUNDS) do
    local one, other = compound:match("^(%a+)|(%a+)$")
    local from, to = word:find(one .. other, 1, true)
    if from then
      return from, from + #one, to
    end
  end
end

--- Places of a word of small letters, each the number of a letter that may begin a line.
local function places(word)
  local found, result = sounds(word), {}
  local first = HEAD + 1
  if word:match("^[bpt]er[aeiou]") then
    first = 6
  elseif word:match("^trans") then
    first = 6
  elseif word:match("^[mp]eng[aeiou]") then
    first = 7
  end
  local last = #word - TAIL + 1
  if word:match("[^aeiou]an$") and not word:match("kan$") then
    last = #word - 4
  end
  local from, middle, to = compound_in(word)
  local left
  for index, sound in ipairs(found) do
    if sound.vowel then
      local at = left and break_between(found, left, index)
      if at and at >= first and at <= last and not (from and at > from and at <= to + 1) then
        result[#result + 1] = at
      end
      left = index
    end
  end
  if middle then
    result[#result + 1] = middle
    table.sort(result)
  end
  return result
end

local function hyphenated(word)
  if #word < SHORTEST or not word:match("^%a%l+$") then
    return word
  end
  if not known[word] then
    local parts, from = {}, 1
    for _, at in ipairs(places(word:lower())) do
      parts[#parts + 1] = word:sub(from, at - 1)
      from = at
    end
    parts[#parts + 1] = word:sub(from)
    known[word] = table.concat(parts, HYPHEN)
  end
  return known[word]
end

local ADDRESS = "%S*[@/][%w]+%.%S+"

--- A text with soft hyphens in its long words; names in capitals, abbreviations and addresses of
-- the net stay whole.
function Suku.hyphenate(text)
  local before, last = text:find(ADDRESS)
  if before then
    return Suku.hyphenate(text:sub(1, before - 1)) .. text:sub(before, last) .. Suku.hyphenate(text:sub(last + 1))
  end
  return (text:gsub("[%a\128-\255]+", hyphenated))
end

--- The same for running text, where lines are long: "Kabupaten/Kota" is broken at its slash alone.
function Suku.running(text)
  return (text:gsub("%S+", function(word)
    return word:find("%a/%a") and word or Suku.hyphenate(word)
  end))
end

-- Typst gives a soft hyphen together with the letter before it to the PDF's text, for all such
-- letters; one that is set apart (see lkjip-suku) is no part of the text, and words can be found.
local BREAK = "lkjip-suku"

local function pieces(text)
  local found = {}
  for piece in (text .. HYPHEN):gmatch("(.-)" .. HYPHEN) do
    found[#found + 1] = piece
  end
  return found
end

--- A text with soft hyphens as Typst code.
function Suku.typst(text)
  local code = {}
  for index, piece in ipairs(pieces(text)) do
    code[index] = Teks.typst(piece)
  end
  return table.concat(code, " + " .. BREAK .. " + ")
end

local made = {}

--- A word as inlines for Typst with its soft hyphens, or nil when it has none.
function Suku.inlines(word)
  if #word < SHORTEST then
    return nil
  end
  if made[word] == nil then
    local parts = pieces(Suku.running(word))
    if #parts == 1 then
      made[word] = false
    elseif word:find("^%a+[,.]?$") then
      -- Nothing in it means something in Typst, and one element takes less time than many.
      made[word] = pandoc.RawInline("typst", table.concat(parts, "#" .. BREAK .. ";"))
    else
      made[word] = pandoc.Inlines({ pandoc.Str(parts[1]) })
      for index = 2, #parts do
        made[word]:insert(pandoc.RawInline("typst", "#" .. BREAK .. ";"))
        made[word]:insert(pandoc.Str(parts[index]))
      end
    end
  end
  return made[word] or nil
end

--- A long word in halves, for the head of a column that is narrower than the word.
function Suku.halve(word)
  local best, middle = nil, #word / 2 + 1
  local small = word:lower()
  local candidates = places(small)
  if #candidates == 0 and small:match("^[mp]eng[aiou]") then
    candidates = { 5 }
  end
  for _, at in ipairs(candidates) do
    if not best or math.abs(at - middle) < math.abs(best - middle) then
      best = at
    end
  end
  return best and word:sub(1, best - 1) .. HYPHEN .. word:sub(best) or word
end

return Suku
