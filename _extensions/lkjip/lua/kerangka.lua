-- The outline of the web page: its title is the only heading of the first level, the chapters stand
-- below it, and a bold line that heads what follows is a heading, too. After the cover the page says
-- first what came out.

local Data = require("lua/data")
local Judul = require("lua/judul")
local Kolofon = require("lua/kolofon")
local Teks = require("lua/teks")

local Kerangka = {}

local DEEPEST = 6

local function raw(text)
  return pandoc.RawBlock("html", text)
end

--- Whether a paragraph is nothing but bold text.
function Kerangka.heads(block)
  return block.t == "Para" and #block.content == 1 and block.content[1].t == "Strong"
end

local function heading_of(para, level, used)
  local content = para.content[1].content
  local id = Judul.new_identifier(pandoc.utils.stringify(content), used)
  used[id] = true
  -- One span, as the titles of numbered headings: the contents at the side set their parts apart.
  local title = pandoc.Span(content, pandoc.Attr("", { "judul" }))
  return pandoc.Header(math.min(level, DEEPEST), { title }, pandoc.Attr(id, { "subjudul" }))
end

--- All headings one level down, and those of bold lines below the section they stand in.
local function lower(blocks)
  local used, level, made = {}, 1, pandoc.Blocks({})
  blocks:walk({ Header = function(heading) used[heading.identifier] = true end })
  for _, block in ipairs(blocks) do
    if block.t == "Header" then
      block.level = block.level + 1
      level = block.level
    elseif Kerangka.heads(block) then
      block = heading_of(block, level + 1, used)
    end
    made:insert(block)
  end
  return made
end

--- The key figures of the report and the section that they stand in.
local function key_figures(blocks)
  local section
  for _, block in ipairs(blocks) do
    if block.t == "Header" then
      section = block
    elseif block.t == "Div" and block.classes:includes("angka-kunci") then
      return block, section
    end
  end
end

--- Where to read on, and the other editions.
local function ways(meta, section)
  local parts = pandoc.Inlines({ pandoc.Link("Baca ikhtisar lengkap", "#" .. section.identifier) })
  for _, edition in ipairs(Kolofon.editions(meta)) do
    parts:extend({ pandoc.RawInline("html", '<span class="edisi">') })
    parts:extend(edition)
    parts:insert(pandoc.RawInline("html", "</span>"))
  end
  return pandoc.Div({ pandoc.Plain(parts) }, pandoc.Attr("", { "jalan" }))
end

local BESIDE = "Edisi PDF dan Word terletak dalam folder yang sama dengan halaman ini: tautannya berfungsi selama keduanya disimpan bersama."
local TRACE = "Ingin tahu dari mana sebuah angka? Nyalakan <strong>Jejak angka</strong>, lalu tekan angkanya."

--- A copy of the key figures for the first screen.
local function first_screen(meta, figures, section)
  local title = "Hasil Pokok Tahun " .. (Data.text(meta, "tahun") or Data.year(meta))
  local blocks = pandoc.Blocks({ raw('<section class="pokok" aria-labelledby="hasil-pokok">\n<h2 id="hasil-pokok">'
    .. Teks.xml(title) .. "</h2>"), figures:clone(), ways(meta, section) })
  local help = '<p class="bantuan dengan-js">' .. TRACE .. "</p>"
  -- A page that is passed on alone has lost them.
  if #Kolofon.editions(meta) > 0 then
    help = help .. '\n<p class="bantuan">' .. BESIDE .. "</p>"
  end
  blocks:insert(raw(help .. "\n</section>"))
  return blocks
end

--- Give the page its outline, once its headings are numbered.
function Kerangka.build(document)
  local figures, section = key_figures(document.blocks)
  local blocks = pandoc.Blocks({})
  for _, block in ipairs(lower(document.blocks)) do
    blocks:insert(block)
    if figures and section and block.t == "Div" and block.classes:includes("sampul") then
      blocks:extend(first_screen(document.meta, figures, section))
      figures = nil
    end
  end
  document.blocks = blocks
  return document
end

--- The title on the cover heads the whole page.
function Kerangka.title(div)
  local inlines = pandoc.Inlines({ pandoc.RawInline("html", '<h1 class="judul">') })
  inlines:extend(pandoc.utils.blocks_to_inlines(div.content))
  inlines:insert(pandoc.RawInline("html", "</h1>"))
  return pandoc.Plain(inlines)
end

return Kerangka
