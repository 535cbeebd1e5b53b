-- The key figures: `::: {.angka-kunci}` with a list. The first paragraph of each item is the figure,
-- the others say what it counts.

local AngkaKunci = {}

local function raw(text)
  return pandoc.RawBlock("typst", text)
end

local function styled(name, blocks)
  return pandoc.Div(blocks, pandoc.Attr("", {}, { ["custom-style"] = name }))
end

--- Boxes side by side.
local function typst(items)
  local blocks = pandoc.Blocks({ raw("#lkjip-angka-kunci(") })
  for _, item in ipairs(items) do
    local figure = table.remove(item, 1)
    blocks:extend({ raw("[#lkjip-besar["), figure, raw("]") })
    blocks:extend(item)
    blocks:insert(raw("],"))
  end
  blocks:insert(raw(")"))
  return blocks
end

--- A table of one row, whose cells lkjip/render/word lays out.
local function docx(items)
  local cells, widths = {}, {}
  for index, item in ipairs(items) do
    local figure = table.remove(item, 1)
    cells[index] = pandoc.Cell({ styled("Angka Besar", { figure }), styled("Angka Kunci", item) })
    widths[index] = { "AlignDefault", 1 / #items }
  end
  local body = { attr = pandoc.Attr(), body = { pandoc.Row(cells) }, head = {}, row_head_columns = 0 }
  return pandoc.Table(pandoc.Caption(), widths, pandoc.TableHead(), { body }, pandoc.TableFoot(),
    pandoc.Attr("", {}, { ["custom-style"] = "AngkaKunciTabel" }))
end

--- A page styles the list itself.
function AngkaKunci.render(div, format)
  local items = div.content[1].content
  return format == "typst" and typst(items) or format == "docx" and docx(items) or div
end

return AngkaKunci
