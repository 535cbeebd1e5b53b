-- What depends on the format: `.content-visible` and `.content-hidden` with when-/unless-format and
-- when-/unless-profile, page breaks; and the titles of callouts, which are not headings of the report.

local ALIASES = { html = { html = true, ["html:js"] = true }, typst = { typst = true },
  docx = { docx = true } }

local name = FORMAT:match("^html") and "html" or FORMAT
local profiles = {}
for _, profile in ipairs(quarto.project.profile) do
  profiles[profile] = true
end

local function holds(element)
  local attributes = element.attributes
  local checks = {
    { attributes["when-format"], ALIASES[name], true },
    { attributes["unless-format"], ALIASES[name], false },
    { attributes["when-profile"], profiles, true },
    { attributes["unless-profile"], profiles, false },
  }
  for _, check in ipairs(checks) do
    local wanted, set, expected = check[1], check[2], check[3]
    if wanted then
      local found = false
      for item in wanted:gmatch("[^%s,]+") do
        found = found or set[item] == true
      end
      if found ~= expected then
        return false
      end
    end
  end
  return true
end

local function conditional(element)
  if element.classes:includes("content-visible") then
    return holds(element) and element.content or {}
  elseif element.classes:includes("content-hidden") then
    return holds(element) and {} or element.content
  end
end

local function is_callout(class)
  return class:match("^callout%-") ~= nil
end

local function block(div)
  local first = div.content[1]
  if first and first.t == "Header" and div.classes:find_if(is_callout) then
    div.content[1] = pandoc.Div({ pandoc.Plain(first.content) }, pandoc.Attr("", { "callout-title" }))
    return div
  end
  return conditional(div)
end

local PAGE_BREAKS = {
  html = { "html", '<div style="page-break-after: always;"></div>' },
  typst = { "typst", "#pagebreak(weak: true)" },
  docx = { "openxml", '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' },
}

local function page_break(raw)
  if raw.format == "lkjip-pagebreak" then
    return pandoc.RawBlock(table.unpack(PAGE_BREAKS[name]))
  end
end

return { { Div = block, Span = conditional, RawBlock = page_break } }
