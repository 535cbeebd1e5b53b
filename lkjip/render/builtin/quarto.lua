-- A stand-in for the few functions of Quarto's Lua interface that the extension uses, and the part
-- of Quarto's language that comes before it: shortcodes, conditional content, cross-references.
-- Then the extension's own filter runs, the same as with Quarto.

local folder = pandoc.path.directory(PANDOC_SCRIPT_FILE)
local extension = os.getenv("LKJIP_EXTENSION")

quarto = {
  project = { directory = os.getenv("LKJIP_PROJECT"), profile = {} },
  utils = {
    resolve_path = function(name)
      return pandoc.path.join({ extension, name })
    end,
    as_inlines = function(content) return pandoc.Inlines(content) end,
    as_blocks = function(content) return pandoc.Blocks(content) end,
  },
}
for profile in (os.getenv("LKJIP_PROFILE") or ""):gmatch("[^,]+") do
  table.insert(quarto.project.profile, profile)
end

package.path = pandoc.path.join({ extension, "?.lua" }) .. ";" .. package.path

local filters = {}
for _, name in ipairs({ "shortcodes", "visible", "crossref" }) do
  for _, filter in ipairs(dofile(pandoc.path.join({ folder, name .. ".lua" }))) do
    table.insert(filters, filter)
  end
end
for _, filter in ipairs(dofile(pandoc.path.join({ extension, "laporan.lua" }))) do
  table.insert(filters, filter)
end
return filters
