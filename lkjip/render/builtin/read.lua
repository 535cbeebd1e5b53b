-- The filter for reading the report: shortcodes become text, tables' and figures' places.

local folder = pandoc.path.directory(PANDOC_SCRIPT_FILE)

dofile(pandoc.path.join({ folder, "quarto.lua" }))
return dofile(pandoc.path.join({ folder, "shortcodes.lua" }))
