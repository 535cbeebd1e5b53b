-- On the web page a table or figure says where the text cites it, and leads back there.

local Rujukan = {}

local CLASS = "lkjip-dirujuk"

--- Where the links back will stand; Rujukan.back fills it.
function Rujukan.place(target)
  return pandoc.Div({}, pandoc.Attr("", { CLASS }, { ["data-target"] = target }))
end

--- What a section is called in such a link: its number, or its title when it has none.
local function names_of(headings)
  local names = {}
  for _, heading in ipairs(headings) do
    names[heading.id] = heading.number and heading.number:gsub("^BAB ", "Bab ") or heading.text
  end
  return names
end

--- Give every section's first citation of a target an identifier; gives target → citations in order.
local function find_citations(document, headings)
  local names = names_of(headings)
  local citations, here = {}, nil
  document = document:walk({
    traverse = "topdown",
    Header = function(heading)
      here = names[heading.identifier] or here
    end,
    Link = function(link)
      local target = link.target:match("^#(%a+%-.+)$")
      if not target or not link.classes:includes("quarto-xref") then
        return nil
      end
      citations[target] = citations[target] or {}
      local known = citations[target]
      if here and not (known[#known] and known[#known].name == here) then
        link.identifier = "rujukan-" .. target .. "-" .. #known + 1
        known[#known + 1] = { id = link.identifier, name = here }
        return link
      end
    end,
  })
  return document, citations
end

local function back_links(citations)
  local inlines = pandoc.Inlines({ pandoc.Str("kembali"), pandoc.Space(), pandoc.Str("ke"), pandoc.Space(),
    pandoc.Str("teks:"), pandoc.Space() })
  for index, citation in ipairs(citations) do
    if index > 1 then
      inlines:extend({ pandoc.Str(","), pandoc.Space() })
    end
    inlines:insert(pandoc.Link(citation.name .. "\u{a0}↩", "#" .. citation.id))
  end
  return pandoc.Div({ pandoc.Plain(inlines) }, pandoc.Attr("", { "dirujuk" }))
end

--- Link tables and figures back to the sections that cite them.
function Rujukan.back(document, headings)
  local citations
  document, citations = find_citations(document, headings)
  return document:walk({
    Div = function(div)
      if div.classes:includes(CLASS) then
        local found = citations[div.attributes["data-target"]]
        return found and #found > 0 and back_links(found) or {}
      end
    end,
  })
end

return Rujukan
