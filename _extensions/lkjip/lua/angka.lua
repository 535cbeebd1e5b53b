-- Exact numbers as the notebooks keep them ("4091142672", "72.79", "7279/71"), written as Indonesian
-- writes them.

local Angka = {}

-- Decimals shown of a number that does not end.
local PLACES = 6
-- A larger divisor could leave the whole numbers of Lua behind.
local LARGEST = 900000000000000000

local function grouped(digits)
  local text = digits:reverse():gsub("(%d%d%d)", "%1."):reverse()
  return (text:gsub("^%.", ""))
end

--- Long division of two numbers in digits: the whole part, decimals, and whether more would follow.
local function divided(dividend, divisor)
  local rest, whole, decimals = 0, {}, {}
  for digit in dividend:gmatch("%d") do
    rest = rest * 10 + math.tointeger(digit)
    whole[#whole + 1] = rest // divisor
    rest = rest % divisor
  end
  while rest > 0 and #decimals < PLACES do
    rest = rest * 10
    decimals[#decimals + 1] = rest // divisor
    rest = rest % divisor
  end
  return table.concat(whole):gsub("^0+(%d)", "%1"), table.concat(decimals), rest > 0
end

local function ratio(dividend, divisor)
  local number = tonumber(divisor)
  if math.type(number) ~= "integer" or number <= 0 or number > LARGEST then
    return grouped(dividend) .. "/" .. grouped(divisor)
  end
  local whole, decimals, more = divided(dividend, number)
  return grouped(whole) .. (decimals ~= "" and "," .. decimals or "") .. (more and "…" or "")
end

--- A number in Indonesian; nil when the text is none, or a number that only names (007).
-- `ungrouped` leaves the points between thousands out, as for years.
function Angka.indonesian(text, ungrouped)
  local sign, rest = text:match("^(%-?)(.+)$")
  if not rest or rest:find("^0%d") then
    return nil
  end
  local dividend, divisor = rest:match("^(%d+)/(%d+)$")
  if dividend then
    return sign .. ratio(dividend, divisor)
  end
  local whole, decimals = rest:match("^(%d+)%.?(%d*)$")
  if not whole then
    return nil
  end
  return sign .. (ungrouped and whole or grouped(whole)) .. (decimals ~= "" and "," .. decimals or "")
end

local NAMES = { "satu", "dua", "tiga", "empat", "lima", "enam" }

--- The rule that printed a number, in words; nil when it was printed as it is.
function Angka.rounding(rule)
  if type(rule) ~= "table" or type(rule.desimal) ~= "number" then
    return nil
  end
  local places = math.tointeger(rule.desimal)
  local cut = rule.cara == "truncate"
  local to = places == 0 and (cut and "sampai bilangan bulat" or "ke bilangan bulat")
    or (NAMES[places] or places) .. " desimal"
  return cut and "dipotong " .. to or "dibulatkan " .. to .. ", setengah ke atas"
end

return Angka
