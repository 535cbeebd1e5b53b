-- The list of abbreviations: `::: {.singkatan}` with items "PHK: pemutusan hubungan kerja". What the
-- report does not use is left out; when nothing is left, so is the heading.

local Data = require("lua/data")
local Teks = require("lua/teks")
local Seksi = require("lua/seksi")
local Word = require("lua/wordml")

local Singkatan = {}

local stringify = pandoc.utils.stringify

local function is_list(block)
  return block.t == "Div" and block.classes:includes("singkatan")
end

--- Everything that the report prints but the list itself.
local function printed(document)
  local words = {}
  local meta = document.meta
  local function add(text)
    words[#words + 1] = text
  end
  local look = {
    Str = function(word) add(word.text) end,
    Div = function(div)
      local id = div.attributes["data-id"]
      if div.classes:includes("lkjip-tabel") then
        add(Data.file(meta, "tabel", id .. ".html"))
      elseif div.classes:includes("lkjip-gambar") then
        add(Data.entry(meta, "gambar", id).alt or "")
      end
    end,
  }
  for _, block in ipairs(document.blocks) do
    if not is_list(block) then
      pandoc.Blocks({ block }):walk(look)
    end
  end
  for _, texts in pairs(Data.notes(meta)) do
    add(table.concat(texts, " "))
  end
  return table.concat(words, " ")
end

--- Whether a word stands in a text by itself.
local function stands_in(term, text)
  local from = 1
  while true do
    local first, last = text:find(term, from, true)
    if not first then
      return false
    end
    local open = not term:find("^%w") or not text:sub(first - 1, first - 1):find("%w")
    local close = not term:find("%w$") or not text:sub(last + 1, last + 1):find("%w")
    if open and close then
      return true
    end
    from = first + 1
  end
end

local function in_order(one, other)
  local a, b = stringify(one), stringify(other)
  local small_a, small_b = a:lower(), b:lower()
  return small_a < small_b or small_a == small_b and a < b
end

--- Abbreviation and meaning of an item.
local function parts(item)
  local term, meaning = stringify(pandoc.Blocks(item)):match("^(.-):%s*(.*)$")
  return term, meaning
end

local WRITERS = {}

function WRITERS.html(items)
  -- In a div each, so that columns keep term and meaning together.
  local lines = { '<dl class="singkatan">' }
  for _, item in ipairs(items) do
    local term, meaning = parts(item)
    lines[#lines + 1] = "<div><dt>" .. Teks.xml(term) .. "</dt> <dd>" .. Teks.xml(meaning) .. "</dd></div>"
  end
  lines[#lines + 1] = "</dl>"
  return { pandoc.RawBlock("html", table.concat(lines, "\n")) }
end

function WRITERS.typst(items)
  local lines = { "#lkjip-singkatan(" }
  for _, item in ipairs(items) do
    local term, meaning = parts(item)
    lines[#lines + 1] = "(" .. Teks.typst(term) .. ", " .. Teks.typst(meaning) .. "),"
  end
  lines[#lines + 1] = ")"
  return { pandoc.RawBlock("typst", table.concat(lines, "\n")) }
end

--- A section of pages with two columns: a line more needs no balancing by hand.
function WRITERS.docx(items)
  local lines = pandoc.Blocks({})
  for _, item in ipairs(items) do
    local term, meaning = parts(item)
    local line = pandoc.Inlines({ pandoc.Strong(pandoc.Inlines(term)), Word.tab() })
    line:extend(pandoc.Inlines(meaning))
    lines:insert(pandoc.Para(line))
  end
  return { Seksi.ending("depan"), pandoc.Div(lines, pandoc.Attr("", {}, { ["custom-style"] = "Singkatan" })),
    Seksi.ending("kolom") }
end

--- Put the abbreviations that the report uses in order, and give the list its form. (Later filters
-- write words in the language of a format.)
function Singkatan.fill(document, format)
  local blocks, text = pandoc.Blocks({}), nil
  for _, block in ipairs(document.blocks) do
    if is_list(block) then
      text = text or printed(document)
      local items = pandoc.List(block.content[1].content):filter(function(item)
        return stands_in(stringify(item):match("^(.-):") or "", text)
      end)
      items:sort(function(one, other) return in_order(pandoc.Blocks(one), pandoc.Blocks(other)) end)
      if #items > 0 then
        blocks:extend(WRITERS[format](items))
      elseif #blocks > 0 and blocks[#blocks].t == "Header" then
        blocks:remove()
      end
    else
      blocks:insert(block)
    end
  end
  document.blocks = blocks
  return document
end

return Singkatan
