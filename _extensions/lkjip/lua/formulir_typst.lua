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
      local number = line.content[1]
      if number and number.t == "Str" and number.text:find("^[%d.]*%d%.?$") then
        line.content:remove(1)
        if line.content[1] and line.content[1].t == "Space" then
          line.content:remove(1)
        end
        line.content:insert(1, pandoc.RawInline("typst", "#lkjip-butir-bernomor[" .. number.text .. "]["))
        line.content:insert(pandoc.RawInline("typst", "]"))
        return line
      end
    end,
  })
end

return Formulir
