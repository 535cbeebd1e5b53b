-- The shortcodes of a report: tabel, gambar, nilai, narasi. Quarto runs this file as it is, the
-- built-in renderer through a small stand-in for the functions of `quarto` that are used here.

local Data = require("lua/data")
local Teks = require("lua/teks")

--- An argument as text: inlines with Quarto, a string with the built-in renderer.
local function argument(value)
  return type(value) == "string" and value or pandoc.utils.stringify(value or "")
end

local function name_of(shortcode, args)
  local name = argument(args[1])
  if name == "" then
    Data.stop("{{< " .. shortcode .. " >}} needs an id")
  end
  return name
end

local function only_as_block(shortcode, name, context)
  if context ~= "block" then
    Data.stop("{{< " .. shortcode .. " " .. name .. " >}} must stand alone in its paragraph")
  end
end

--- A place that laporan.lua fills: Quarto's own filters leave an empty div as it is.
local function place(kind, id, content)
  return pandoc.Blocks({ pandoc.Div(content or {}, pandoc.Attr("", { "lkjip-" .. kind }, { ["data-id"] = id })) })
end

--- "A", "A dan B", "A, B, dan C" (EYD V).
local function enumerated(items)
  local inlines = pandoc.Inlines({})
  for index, item in ipairs(items) do
    if index > 1 then
      inlines:extend(#items > 2 and { pandoc.Str(","), pandoc.Space() } or { pandoc.Space() })
    end
    if index > 1 and index == #items then
      inlines:extend({ pandoc.Str("dan"), pandoc.Space() })
    end
    inlines:insert(item)
  end
  return inlines
end

--- What a figure was drawn from: tables, whose numbers the cross-references fill in, and texts.
local function source_of(entry)
  local cited = pandoc.List(entry.rujukan or {}):map(function(label)
    return pandoc.Cite({ pandoc.Str("@" .. label) }, { pandoc.Citation(label, "AuthorInText") })
  end)
  local inlines = pandoc.Inlines({ pandoc.Str("Sumber:") })
  if #cited > 0 then
    inlines:extend({ pandoc.Space(), pandoc.Str("diolah"), pandoc.Space(), pandoc.Str("dari"), pandoc.Space() })
    inlines:extend(enumerated(cited))
  end
  for index, text in ipairs(entry.sumber or {}) do
    if index > 1 or #cited > 0 then
      inlines:insert(pandoc.Str(";"))
    end
    inlines:insert(pandoc.Space())
    inlines:extend(Teks.data(text))
  end
  return #inlines > 1 and { pandoc.Para(inlines) } or nil
end

local function block_shortcode(kind)
  return function(args, _, meta, _, context)
    local id = name_of(kind, args)
    only_as_block(kind, id, context)
    local entry = Data.entry(meta, kind, id)
    return place(kind, id, kind == "gambar" and source_of(entry) or nil)
  end
end

local LIST_STYLES = { angka = "Decimal", huruf = "LowerAlpha", romawi = "UpperRoman" }

--- The words of a value, so that the web page can tell which value they are (laporan.lua).
local function named(id, words)
  return pandoc.Inlines({ pandoc.Span(words, pandoc.Attr("", { "nilai" }, { ["data-nilai"] = id })) })
end

--- A list of texts; an item may be {teks, butir}: a text with a list below it.
local function list_block(id, items, styles, depth)
  local rows = {}
  for _, item in ipairs(items) do
    local text = type(item) == "table" and (item.teks or item.nama) or item
    local row = pandoc.Blocks({ pandoc.Plain(named(id, Teks.data(text))) })
    if type(item) == "table" and item.butir and #item.butir > 0 then
      row:insert(list_block(id, item.butir, styles, depth + 1))
    end
    rows[#rows + 1] = row
  end
  local style = styles[math.min(depth, #styles)]
  if LIST_STYLES[style] then
    local delimiter = depth == 1 and "Period" or "OneParen"
    return pandoc.OrderedList(rows, pandoc.ListAttributes(1, LIST_STYLES[style], delimiter))
  end
  return pandoc.BulletList(rows)
end

local function list_styles(id, form)
  if form == "" then
    return { "angka", "huruf", "angka" }
  end
  local styles = {}
  for style in form:gmatch("[^,%s]+") do
    if style ~= "butir" and not LIST_STYLES[style] then
      Data.stop("{{< nilai " .. id .. " >}}: unknown list style " .. style
        .. "; known: angka, huruf, romawi, butir")
    end
    styles[#styles + 1] = style
  end
  return styles
end

local function nilai(args, kwargs, meta, _, context)
  local id = name_of("nilai", args)
  local entry = Data.entry(meta, "nilai", id)
  local form = argument(kwargs["bentuk"])
  if entry.jenis == "daftar" and context == "block" and form ~= "utama" and #entry.butir > 0 then
    return pandoc.Blocks({ list_block(id, entry.butir, list_styles(id, form), 1) })
  end
  -- A list of nothing, or one that is still to come, is a word, whatever style it would have.
  if entry.jenis == "daftar" and #entry.butir == 0 and form ~= "" and form ~= "utama" then
    list_styles(id, form)
    form = "utama"
  end
  local text = entry.bentuk[form == "" and "utama" or form]
  if text == nil then
    local forms = {}
    for name in pairs(entry.bentuk) do
      forms[#forms + 1] = name
    end
    table.sort(forms)
    Data.stop("{{< nilai " .. id .. " >}} has no bentuk " .. form .. "; known: "
      .. table.concat(forms, ", "))
  end
  local words = Teks.data(text)
  if entry.belum then
    words = pandoc.Inlines({ pandoc.Span(words, pandoc.Attr("", { "mark" })) })
  end
  if text ~= "" then
    words = named(id, words)
  end
  if context == "block" then
    return pandoc.Blocks({ pandoc.Para(words) })
  elseif context == "inline" then
    return words
  end
  Data.stop("{{< nilai " .. id .. " >}} cannot stand in code, raw text, links or attributes")
end

local function narasi(args, _, meta, _, context)
  local name = name_of("narasi", args)
  only_as_block("narasi", name, context)
  local root = quarto.project.directory or "."
  local path = pandoc.path.join({ root, "narasi", Data.year(meta), name .. ".md" })
  local content = Data.read_file(path)
  if not content then
    Data.stop("{{< narasi " .. name .. " >}}: " .. path .. " is missing")
  end
  content = content:gsub("^\239\187\191", ""):gsub("\r\n", "\n")
  -- Quarto would run the shortcodes in a comment.
  content = content:gsub("<!%-%-.-%-%->", "")
  return quarto.utils.string_to_blocks(content)
end

return {
  tabel = block_shortcode("tabel"),
  gambar = block_shortcode("gambar"),
  nilai = nilai,
  narasi = narasi,
}
