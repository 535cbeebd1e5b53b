-- What the notebooks computed for one fiscal year: _build/<year>/. Read once, then kept.

local Data = {}
local known = {}

--- Stop the rendering with a message. (Quarto replaces `error` by a function that only logs.)
function Data.stop(message)
  assert(false, message)
end

local function read_file(path)
  local file = io.open(path, "rb")
  if not file then
    return nil
  end
  local content = file:read("a")
  file:close()
  return content
end

--- The fiscal year of the document, from `fiscal-year` in its metadata.
function Data.year(meta)
  local value = meta["fiscal-year"]
  local year = value and pandoc.utils.stringify(value) or ""
  if not year:match("^%d%d%d%d$") then
    Data.stop("fiscal-year is missing: choose a year with --profile, e.g. --profile 2022")
  end
  return year
end

-- By metadata: hundreds of shortcodes ask for the same document's folder.
local folders = setmetatable({}, { __mode = "k" })

--- Folder of the computed parts of the document's year.
function Data.folder(meta)
  if not folders[meta] then
    local root = quarto.project.directory or "."
    folders[meta] = pandoc.path.join({ root, "_build", Data.year(meta) })
  end
  return folders[meta]
end

local function read_json(meta, name)
  local path = pandoc.path.join({ Data.folder(meta), name })
  if not known[path] then
    local content = read_file(path)
    if not content then
      Data.stop(path .. " is missing: run the notebooks first (lkjip execute " .. Data.year(meta) .. ")")
    end
    known[path] = pandoc.json.decode(content, false)
  end
  return known[path]
end

--- Values, tables and figures of the year, as nilai.json holds them.
function Data.load(meta)
  return read_json(meta, "nilai.json")
end

--- Where they come from, in words, as jejak.json holds it.
function Data.traces(meta)
  return read_json(meta, "jejak.json")
end

--- Notes for readers by label, as catatan.json holds them; none when there is no such file.
function Data.notes(meta)
  local path = pandoc.path.join({ Data.folder(meta), "catatan.json" })
  if not known[path] then
    known[path] = pandoc.json.decode(read_file(path) or "{}", false)
  end
  return known[path]
end

--- One entry of a kind ("nilai", "tabel", "gambar"); an unknown id stops the rendering.
function Data.entry(meta, kind, id)
  local entry = (Data.load(meta)[kind] or {})[id]
  if entry == nil then
    Data.stop("unknown id in {{< " .. kind .. " " .. id .. " >}}: no notebook of "
      .. Data.year(meta) .. " makes it")
  end
  return entry
end

--- Content of a file below the year's folder.
function Data.file(meta, ...)
  local path = pandoc.path.join({ Data.folder(meta), ... })
  local content = read_file(path)
  if not content then
    Data.stop(path .. " is missing: run the notebooks again")
  end
  return content
end

--- A setting at the top of instansi.yml, or nil.
function Data.setting(meta, key)
  local path = pandoc.path.join({ quarto.project.directory or ".", "data", Data.year(meta), "instansi.yml" })
  local settings = read_file(path)
  local line = settings and ("\n" .. settings):match("\n(" .. key .. ":[^\r\n]*)")
  return line and pandoc.read("---\n" .. line .. "\n---\n", "markdown").meta[key]
end

--- The office's coat of arms as instansi.yml names it: `name` (its path in the project) and
-- `content`; or nil.
function Data.logo(meta)
  local value = Data.setting(meta, "logo")
  local name = value and pandoc.utils.stringify(value) or ""
  if name == "" then
    return nil
  end
  name = "data/" .. Data.year(meta) .. "/" .. name
  local content = read_file(pandoc.path.join({ quarto.project.directory or ".", name }))
  if not content then
    Data.stop(name .. " is missing: instansi.yml names it as the logo")
  end
  return { name = name, content = content }
end

--- Content of a file of this extension.
function Data.extension_file(...)
  return read_file(quarto.utils.resolve_path(pandoc.path.join({ ... })))
end

--- The main printed form of a value that may be absent, else nil.
function Data.text(meta, id)
  local entry = (Data.load(meta).nilai or {})[id]
  return entry and entry.bentuk.utama or nil
end

Data.read_file = read_file
return Data
