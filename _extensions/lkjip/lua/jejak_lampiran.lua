-- The annex "Jejak data" of PDF and Word: where each number comes from, table by table, then figures
-- and the values of the text. It is there when instansi.yml says `jejak_data: true`.

local Baris = require("lua/jejak_baris")
local Catatan = require("lua/catatan")
local Data = require("lua/data")
local Docx = require("lua/tabel_docx")
local Jejak = require("lua/jejak")
local Muat = require("lua/muat")
local Tabel = require("lua/tabel")
local Teks = require("lua/teks")
local Typst = require("lua/tabel_typst")

local Lampiran = {}

local SIZE = 8.5
-- Width of the text and the font (see isi.lua).
local PAPER = { typst = { width = 442, face = "libertinus" }, docx = { width = 453, face = "cambria" } }
-- Parts of the width: column or id, number, where it comes from.
local PARTS = { 0.2, 0.18, 0.62 }

local order = { nilai = pandoc.List({}), tabel = pandoc.List({}), gambar = pandoc.List({}) }

local function remember(kind, id)
  if id and not order[kind]:includes(id) then
    order[kind]:insert(id)
  end
end

local function is_wanted(meta)
  return Data.setting(meta, "jejak_data") == true
end

--- Learn in which order the report prints its tables, figures and values.
function Lampiran.collect(document)
  if not is_wanted(document.meta) then
    return
  end
  document:walk({
    traverse = "topdown",
    Div = function(div)
      for _, kind in ipairs({ "tabel", "gambar" }) do
        if div.classes:includes("lkjip-" .. kind) then
          local id = div.attributes["data-id"]
          remember(kind, id)
          for _, value in ipairs(id and Catatan.values(document.meta, Catatan.LABEL[kind] .. id) or {}) do
            remember("nilai", value)
          end
        end
      end
    end,
    Span = function(span)
      if span.classes:includes("nilai") then
        remember("nilai", span.attributes["data-nilai"])
      end
    end,
  })
end

local function heading(level, text, id)
  local classes = level == 1 and { "unnumbered" } or { "unnumbered", "unlisted", "asal" }
  return pandoc.Header(level, Teks.data(text), pandoc.Attr(id or "", classes))
end

local function paragraph(label, text)
  local words = pandoc.Inlines({ pandoc.Strong({ pandoc.Str(label .. ":") }), pandoc.Space() })
  words:extend(Teks.data(text))
  return pandoc.Para(words)
end

--- A table of the annex, in the look of the others.
local function table_block(format, rows, heads, name)
  local head = { part = "head", class = "isi", cells = {} }
  for index, text in ipairs(heads) do
    head.cells[index] = Baris.cell(text, text == "Angka" and "right" or "left")
  end
  local tabel = { widths = PARTS, head = { head }, body = rows, foot = {} }
  local paper = PAPER[format]
  local fit = Muat.fixed(tabel, SIZE, PARTS, paper.width, paper.face)
  if format == "typst" then
    return pandoc.RawBlock("typst", "#" .. Typst.table_code(tabel, fit))
  end
  return pandoc.RawBlock("openxml", Docx.table_xml(tabel, fit, name))
end

--- Where a table or figure was made, and what it rests on.
local function about(part, kind)
  local blocks = pandoc.Blocks({
    paragraph("Buku kerja", part.buku .. (part.sel and ", sel " .. part.sel or "")),
  })
  if kind == "gambar" and part.berkas then
    blocks:insert(paragraph("Data", table.concat(part.berkas, "; ")))
  end
  if part.rumus then
    blocks:insert(paragraph("Rumus", table.concat(part.rumus, "; ")))
  end
  return blocks
end

local function rules_of(part, heads)
  local rules = pandoc.List({})
  for index, rule in ipairs(part.bulat or {}) do
    if rule ~= "" then
      rules:insert((heads[index] or "") .. " " .. rule)
    end
  end
  return rules
end

local function table_part(meta, format, id)
  local parsed = Tabel.parse(Data.file(meta, "tabel", id .. ".html"))
  local rows = Baris.of_table(meta, parsed)
  if #rows == 0 then
    return {}
  end
  local title = Jejak.printed.tabel[id] ~= "" and Jejak.printed.tabel[id] or id
  local part = Jejak.part(meta, "tabel", id)
  local blocks, rules = about(part, "tabel"), rules_of(part, Baris.heads(parsed))
  if #rules > 0 then
    blocks:insert(paragraph("Pembulatan", table.concat(rules, "; ")))
  end
  blocks:insert(1, heading(2, title))
  blocks:insert(table_block(format, rows, { "Kolom", "Angka", "Asal" }, title))
  return blocks
end

local function figure_part(meta, id)
  local part = Jejak.part(meta, "gambar", id)
  if not part then
    return {}
  end
  local blocks = about(part, "gambar")
  blocks:insert(1, heading(2, Jejak.printed.gambar[id] ~= "" and Jejak.printed.gambar[id] or id))
  return blocks
end

--- Whether a value of the text is a number, or words that depend on numbers; names and lists are
-- taken over as they are.
local function is_figure(entry, node)
  return entry.jenis ~= "daftar" and (entry.bentuk.utama:find("%d") or node.kata)
end

local function values_part(meta, format)
  local rows = pandoc.List({})
  for _, id in ipairs(order.nilai) do
    local entry, part = Data.entry(meta, "nilai", id), Jejak.part(meta, "nilai", id)
    if part and is_figure(entry, Jejak.node(meta, part.asal)) then
      rows:insert(Baris.of_value(meta, id, Jejak.shortened(entry.bentuk.utama), part))
    end
  end
  if #rows == 0 then
    return {}
  end
  local title = "Nilai dalam teks"
  return { heading(2, title), table_block(format, rows, { "Nilai", "Tercetak", "Asal" }, title) }
end

local TITLE = "JEJAK DATA"
local INTRODUCTION = "Lampiran ini mencatat asal angka yang tercetak dalam laporan: rumus dengan angka yang "
  .. "dimasukkan ke dalamnya, dan sel data tempat angka itu tertulis. Baris dihitung seperti dalam lembar "
  .. "kerja: baris 1 memuat nama kolom."

--- The report with the annex at its end, where the office wants one.
function Lampiran.append(document, format)
  if not is_wanted(document.meta) then
    return nil
  end
  local blocks = pandoc.Blocks({ heading(1, TITLE, "sec-jejak-data"), pandoc.Para(Teks.words(INTRODUCTION)) })
  for _, id in ipairs(order.tabel) do
    blocks:extend(table_part(document.meta, format, id))
  end
  for _, id in ipairs(order.gambar) do
    blocks:extend(figure_part(document.meta, id))
  end
  blocks:extend(values_part(document.meta, format))
  if format == "typst" then
    blocks:insert(1, pandoc.RawBlock("typst", "#[\n#show: lkjip-jejak"))
    blocks:insert(pandoc.RawBlock("typst", "]"))
  end
  document.blocks:extend(blocks)
  return document
end

return Lampiran
