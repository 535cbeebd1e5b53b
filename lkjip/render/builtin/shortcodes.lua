-- Resolve shortcodes. Python has parsed them (lkjip/render/source.py) and left raw inlines of the
-- format "lkjip-shortcode" that hold name and arguments as JSON.

local handlers = dofile(quarto.utils.resolve_path("shortcodes.lua"))

local meta_now = {}

--- A place that visible.lua fills: the report is read once for all formats.
function handlers.pagebreak()
  return pandoc.Blocks({ pandoc.RawBlock("lkjip-pagebreak", "") })
end

function handlers.meta(args, _, meta, _, context)
  local value = meta
  for key in pandoc.utils.stringify(args[1]):gmatch("[^.]+") do
    value = type(value) == "table" and value[key] or nil
  end
  if value == nil then
    error("{{< meta " .. args[1] .. " >}}: the document has no such metadata", 0)
  end
  local kind = pandoc.utils.type(value)
  if kind == "Blocks" then
    return context == "block" and value or pandoc.utils.blocks_to_inlines(value)
  end
  return kind == "Inlines" and value or pandoc.Inlines({ pandoc.Str(tostring(value)) })
end

local function shortcode_of(element)
  if element.t == "RawInline" and element.format == "lkjip-shortcode" then
    return pandoc.json.decode(element.text, false)
  end
end

local function call(shortcode, context)
  local handler = handlers[shortcode.name]
  if not handler then
    error("unknown shortcode {{< " .. shortcode.name .. " >}}", 0)
  end
  return handler(shortcode.args, shortcode.named, meta_now, shortcode.args, context)
end

local function block_handler(block)
  if #block.content == 1 then
    local shortcode = shortcode_of(block.content[1])
    if shortcode then
      local result = call(shortcode, "block")
      if pandoc.utils.type(result) == "Inlines" then
        block.content = result
        return block, false
      end
      return result, false
    end
  end
end

return {
  { Meta = function(meta) meta_now = meta end },
  {
    -- A paragraph that is a shortcode comes before the shortcodes inside of paragraphs.
    traverse = "topdown",
    Para = block_handler,
    Plain = block_handler,
    RawInline = function(raw)
      local shortcode = shortcode_of(raw)
      return shortcode and call(shortcode, "inline") or nil
    end,
  },
}
