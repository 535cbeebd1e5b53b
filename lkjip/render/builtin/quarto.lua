-- A stand-in for the few functions of Quarto's Lua interface that the extension uses.

-- pandoc runs in the project's folder; relative paths work with every character in its name.
local extension = "_extensions/lkjip"

quarto = {
  project = { directory = ".", profile = {} },
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
