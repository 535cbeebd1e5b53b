"""Styles, numbering and watermark of the Word report, for buat_reference.py."""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import nsdecls
from docx.shared import Cm

FONT = "Cambria"
MAIN, MUTED, RULE, SHADE = "173A56", "52606B", "A9B4BD", "F2F5F7"
TEXT_WIDTH, TURNED_WIDTH = Cm(16), Cm(24.7)
LEFT, CENTRE, RIGHT, BOTH = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)
# name: base, size, options. Space before and after in points; a hanging indent as where the first
# line begins and how far the others stand in, in cm; the number's level, None for no number.
STYLES: dict[str, dict[str, Any]] = {
    "Body Text": {"align": BOTH, "before": 0, "after": 7, "line": 1.25, "widows": True},
    "First Paragraph": {"base": "Body Text"},
    # What announces a list, or stands above a signature.
    "Pengantar": {"base": "Body Text", "keep": True},
    "Compact": {"base": "Body Text", "before": 0, "after": 3},
    # A quotation, such as the vision.
    "Block Text": {"base": "Body Text", "align": CENTRE, "bold": True, "before": 6, "after": 12,
                   "indent": 1.2},
    "Title": {"size": 26, "bold": True, "colour": MAIN, "align": LEFT},
    "Heading 1": {"size": 16, "bold": True, "colour": MAIN, "align": CENTRE, "before": 0,
                  "after": 22, "page": True, "keep": True, "line": 1.3, "number": 0},
    "Heading 2": {"size": 12.5, "bold": True, "colour": MAIN, "before": 18, "after": 7,
                  "keep": True, "number": 1},
    "Heading 3": {"size": 11.5, "bold": True, "colour": MAIN, "before": 15, "after": 6,
                  "keep": True, "number": 2},
    "Heading 4": {"size": 11, "bold": True, "colour": MAIN, "before": 12, "after": 5, "keep": True,
                  "number": 3},
    # Headings without a number: of a chapter, of a list that goes on below another, of the page
    # before the annexes, of a document of its own (which the contents leave out), of a section.
    "Judul Tanpa Nomor": {"base": "Heading 1", "number": None},
    "Judul Menyambung": {"base": "Judul Tanpa Nomor", "page": False, "before": 40},
    "Judul Pembatas": {"base": "Judul Tanpa Nomor", "size": 24, "align": LEFT, "before": 190,
                       "after": 18},
    "Judul Naskah": {"base": "Heading 2", "number": None, "outline": 3, "size": 14,
                     "align": CENTRE, "before": 0, "after": 24},
    "Subjudul Tanpa Nomor": {"base": "Heading 3", "number": None},
    # Where the numbers of a table come from, in the annex; the contents leave it out, too.
    "Judul Asal": {"base": "Subjudul Tanpa Nomor", "outline": 3},
    "Judul Lampiran": {"base": "Normal", "size": 12, "colour": MAIN, "align": CENTRE, "before": 0,
                       "after": 12, "keep": True},
    "Naskah": {"base": "Body Text", "after": 12, "line": 1.5},
    "Identitas": {"base": "Naskah", "align": LEFT, "after": 4, "hanging": (0.8, 2.4)},
    "Sistematika 1": {"base": "Body Text", "align": LEFT, "after": 3, "indent": 0.5},
    "Sistematika 2": {"base": "Sistematika 1", "indent": 1.3},
    "Caption": {"size": 10.5, "align": CENTRE, "before": 10, "after": 6, "italic": False},
    "Table Caption": {"base": "Caption", "keep": True},
    "Image Caption": {"base": "Caption", "before": 6, "after": 14},
    "Gambar": {"base": "Normal", "align": CENTRE, "before": 8, "after": 0, "keep": True},
    "Sumber": {"base": "Normal", "size": 9, "colour": MUTED, "before": 4, "after": 14},
    # The empty paragraph below a table that has no source.
    "Sesudah Tabel": {"base": "Normal", "size": 4, "before": 0, "after": 10},
    # Cells of tables, by the size that lua/muat.lua finds.
    "Lkjip Sel": {"base": "Normal", "size": 10, "before": 1.5, "after": 1.5},
    "Lkjip Sel 9,5": {"base": "Lkjip Sel", "size": 9.5, "id": "LkjipSel95"},
    "Lkjip Sel 9": {"base": "Lkjip Sel", "size": 9},
    "Lkjip Sel 8,5": {"base": "Lkjip Sel", "size": 8.5, "id": "LkjipSel85"},
    "Lkjip Sel 8": {"base": "Lkjip Sel", "size": 8},
    "Subjudul": {"base": "Body Text", "align": LEFT, "before": 6, "after": 5, "keep": True},
    "Catatan": {"base": "Body Text", "shade": SHADE, "indent": 0.4},
    "Catatan Judul": {"base": "Catatan", "bold": True, "keep": True, "shade": SHADE, "indent": 0.4},
    # A key figure, and what it counts below it.
    "Angka Besar": {"base": "Normal", "size": 18, "bold": True, "colour": MAIN, "shade": SHADE,
                    "indent": 0.4, "before": 10, "after": 0, "keep": True},
    "Angka Kunci": {"base": "Normal", "shade": SHADE, "indent": 0.4, "before": 0, "after": 10},
    "Sampul": {"base": "Normal", "colour": MAIN, "align": LEFT, "indent": 0.6},
    "Sampul Pemerintah": {"base": "Sampul", "size": 14, "before": 0, "after": 60, "caps": 1},
    "Sampul Lambang": {"base": "Sampul", "after": 8},
    "Sampul Judul": {"base": "Sampul", "size": 30, "bold": True, "before": 0, "after": 0,
                     "line": 1.15, "colour": "FFFFFF", "shade": MAIN, "frame": (70, 8)},
    "Sampul Tahun": {"base": "Sampul", "size": 20, "before": 0, "after": 260,
                     "colour": "F3D9A4", "shade": MAIN, "frame": (0, 60)},
    "Sampul Dinas": {"base": "Sampul", "size": 15, "bold": True, "after": 4},
    "Sampul Alamat": {"base": "Sampul", "size": 10.5, "colour": MUTED},
    "Tanda Tangan": {"base": "Normal", "align": CENTRE, "after": 2, "keep": True},
    "Tanda Tangan Tempat": {"base": "Tanda Tangan", "before": 22},
    "Tanda Tangan Nama": {"base": "Tanda Tangan", "bold": True, "underline": True, "before": 52},
    "Tanda Tangan Kanan": {"base": "Tanda Tangan", "indent": 8.2},
    "Tanda Tangan Tempat Kanan": {"base": "Tanda Tangan Tempat", "indent": 8.2},
    "Tanda Tangan Nama Kanan": {"base": "Tanda Tangan Nama", "indent": 8.2},
    "toc 1": {"base": "Normal", "bold": True, "colour": MAIN, "before": 7, "after": 2,
              "hanging": (0, 1.6), "leader": True, "id": "TOC1"},
    "toc 2": {"base": "Normal", "before": 1, "after": 1, "hanging": (0.75, 0.9), "leader": True,
              "id": "TOC2"},
    "toc 3": {"base": "Normal", "before": 1, "after": 1, "hanging": (1.65, 1.2), "leader": True,
              "id": "TOC3"},
    "table of figures": {"base": "Normal", "before": 1, "after": 3, "hanging": (0, 2.2),
                         "leader": True, "id": "TableofFigures"},
    "Header": {"base": "Normal", "size": 8.5, "colour": MUTED, "rule": "bottom"},
    "Footer": {"base": "Normal", "size": 8.5, "colour": MUTED, "rule": "top"},
    "Footnote Text": {"base": "Normal", "size": 9},
}  # fmt: skip
# Numbers of the headings, level by level: text, type of the chapter's number, size (half points) or
# None for that of the heading, and how far the text stands in (twentieths of a point). A chapter's
# title begins with a line break, so that its number stands on a line of its own.
NUMBERING = (
    ("BAB %1", "upperRoman", 24, 0),
    ("%1.%2", "decimal", None, 567),
    ("%1.%2.%3", "decimal", None, 737),
    ("%1.%2.%3.%4", "decimal", None, 907),
)
# A pale DRAF across the page, as Word's own command for watermarks writes it.
WATERMARK = (
    f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office"><w:rPr><w:noProof/></w:rPr><w:pict>'
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>'
    '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
    '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
    '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
    '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>'
    '<v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom" '
    'o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
    '<v:textpath on="t" fitshape="t"/><o:lock v:ext="edit" text="t" shapetype="t"/>'
    '</v:shapetype><v:shape id="PowerPlusWaterMarkObject1" type="#_x0000_t136" alt="DRAF" '
    'style="position:absolute;margin-left:0;margin-top:0;width:430pt;height:150pt;rotation:315;'
    "z-index:-251658752;mso-position-horizontal:center;"
    "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
    'mso-position-vertical-relative:margin" fillcolor="#F1DADB" stroked="f">'
    '<v:fill opacity=".5"/><v:textpath style="font-family:&quot;Calibri&quot;;font-size:1pt" '
    'string="DRAF"/></v:shape></w:pict></w:r>'
)
HIDDEN_RULE = f'<w:{{side}} w:val="single" w:sz="4" w:space="4" w:color="{RULE}"/>'
