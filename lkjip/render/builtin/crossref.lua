-- Cross-references as Quarto numbers them with `crossref: chapters: true`: tables and figures by
-- chapter, sections by their headings.

local LABELS = { tbl = "Tabel", fig = "Gambar" }
local PREFIXES = { tbl = "Tabel", fig = "Gambar", sec = "Bagian", chapter = "Bab" }

local targets = {}
local sections = { 0, 0, 0, 0, 0, 0 }
local orders = {}

local function kind_of(id)
  return id:match("^(%a+)%-")
end

local function add_target(id, kind, number, chapter)
  if targets[id] then
    error("two things are labelled " .. id, 0)
  end
  targets[id] = { kind = kind, number = number, chapter = chapter }
end

local function next_float_number(kind)
  orders[kind] = (orders[kind] or 0) + 1
  return (sections[1] > 0 and sections[1] .. "." or "") .. orders[kind]
end

local function number_heading(heading)
  if heading.classes:includes("unnumbered") then
    return
  end
  sections[heading.level] = sections[heading.level] + 1
  for deeper = heading.level + 1, 6 do
    sections[deeper] = 0
  end
  if heading.level == 1 then
    orders = {}
  end
  if kind_of(heading.identifier) == "sec" then
    local number = table.concat(sections, ".", 1, heading.level)
    add_target(heading.identifier, "sec", number, heading.level == 1)
  end
end

local function neutral(id, kind, caption, content)
  local number = next_float_number(kind)
  add_target(id, kind, number, false)
  local blocks = pandoc.Blocks({ pandoc.Plain(caption) })
  blocks:extend(content)
  return pandoc.Div(blocks, pandoc.Attr(id, { "lkjip-float" },
    { ["data-kind"] = kind, ["data-number"] = number, ["data-label"] = LABELS[kind] }))
end

local function float_from_div(div)
  local kind = kind_of(div.identifier)
  if not LABELS[kind] then
    return nil
  end
  local content = pandoc.Blocks(div.content)
  local caption = pandoc.Inlines({})
  local last = content[#content]
  if last and last.t == "Para" and #content > 1 then
    content:remove()
    caption = last.content
  end
  return neutral(div.identifier, kind, caption, content)
end

local function float_from_figure(figure)
  if kind_of(figure.identifier) ~= "fig" then
    return nil
  end
  local caption = pandoc.utils.blocks_to_inlines(figure.caption.long)
  return neutral(figure.identifier, "fig", caption, figure.content)
end

local function prefix_inlines(citation, target)
  if #citation.prefix > 0 then
    return citation.prefix
  elseif citation.mode == "SuppressAuthor" then
    return pandoc.Inlines({})
  end
  local prefix = PREFIXES[target.chapter and "chapter" or target.kind]
  if citation.id:match("^%u") then
    prefix = prefix:sub(1, 1):upper() .. prefix:sub(2)
  end
  return pandoc.Inlines({ pandoc.Str(prefix) })
end

local function reference(citation)
  local id = citation.id:sub(1, 1):lower() .. citation.id:sub(2)
  local target = targets[id]
  if not target then
    error("@" .. citation.id .. " points nowhere: nothing is labelled " .. id, 0)
  end
  local text = prefix_inlines(citation, target)
  if FORMAT == "typst" then
    local inlines = pandoc.Inlines({ pandoc.RawInline("typst", "#ref(<" .. id .. ">, supplement: [") })
    inlines:extend(text)
    inlines:insert(pandoc.RawInline("typst", "])"))
    return inlines
  end
  if #text > 0 then
    text:insert(pandoc.Str("\u{a0}"))
  end
  text:insert(pandoc.Str(target.number))
  return pandoc.Inlines({ pandoc.Link(text, "#" .. id, "", pandoc.Attr("", { "quarto-xref" })) })
end

local function resolve(cite)
  local inlines = pandoc.Inlines({})
  for index, citation in ipairs(cite.citations) do
    local kind = (kind_of(citation.id) or ""):lower()
    if not PREFIXES[kind] then
      error("@" .. citation.id .. ": only tbl-, fig- and sec- can be cited without Quarto", 0)
    end
    if index > 1 then
      inlines:extend({ pandoc.Str(","), pandoc.Space() })
    end
    inlines:extend(reference(citation))
  end
  return inlines
end

return {
  { traverse = "topdown",
    Header = number_heading,
    Div = function(div)
      local float = float_from_div(div)
      return float, float == nil
    end,
    Figure = float_from_figure },
  { traverse = "topdown",
    Cite = resolve,
    Table = function(tabel)
      -- pandoc would wrap a table in a Typst figure of its own
      tabel.classes:insert("typst:no-figure")
      return tabel
    end },
}
