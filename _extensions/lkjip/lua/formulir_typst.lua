-- Lines of the PDF that have two columns: the parties of an agreement, the parts of the report.

local Formulir = {}

--- Lines "Nama: …" as a form with two columns.
function Formulir.form(div)
  local inlines = pandoc.Inlines({ pandoc.RawInline("typst", "#lkjip-identitas(") })
  for _, block in ipairs(div.content) do
    local label = true
    for index, inline in ipairs(block.content) do
      local head = label and inline.t == "Str" and inline.text:match("^(.*):$")
      if index == 1 or block.content[index - 1].t == "LineBreak" then
        inlines:insert(pandoc.RawInline("typst", "(["))
      end
      if head then
        inlines:extend({ pandoc.Str(head), pandoc.RawInline("typst", "], [") })
        label = false
      elseif inline.t == "LineBreak" then
        inlines:insert(pandoc.RawInline("typst", "]), "))
        label = true
      else
        inlines:insert(inline)
      end
    end
    inlines:insert(pandoc.RawInline("typst", "]), "))
  end
  inlines:insert(pandoc.RawInline("typst", ")"))
  return pandoc.Plain(inlines)
end

--- The parts of the report by number: the lines of a part stand below each other, not under its number.
function Formulir.contents(blocks)
  return blocks:walk({
    Plain = function(line)
      -- What keeps the last items together comes first (lua/letak.lua).
      local at = line.content[1].t == "RawInline" and 2 or 1
      local number = line.content[at]
      if number and number.t == "Str" and number.text:find("^[%d.]*%d%.?$") then
        line.content:remove(at)
        if line.content[at] and line.content[at].t == "Space" then
          line.content:remove(at)
        end
        line.content:insert(at, pandoc.RawInline("typst", "#lkjip-butir-bernomor[" .. number.text .. "]["))
        line.content:insert(pandoc.RawInline("typst", "]"))
        return line
      end
    end,
  })
end

return Formulir
