-- The filter for writing one format: conditional content and cross-references, which Quarto would
-- resolve, then the extension's own filter, the same as with Quarto.

local folder = pandoc.path.directory(PANDOC_SCRIPT_FILE)

dofile(pandoc.path.join({ folder, "quarto.lua" }))

local filters = {}
local function add(path)
  for _, filter in ipairs(dofile(path)) do
    table.insert(filters, filter)
  end
end
add(pandoc.path.join({ folder, "visible.lua" }))
add(pandoc.path.join({ folder, "crossref.lua" }))
add(quarto.utils.resolve_path("laporan.lua"))
return filters
