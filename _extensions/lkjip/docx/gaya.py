"""Styles, numbering and watermark of the Word report, for buat_reference.py."""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import nsdecls
from docx.shared import Cm

FONT = "Cambria"
MAIN, MUTED, RULE, SHADE = "173A56", "52606B", "A9B4BD", "F2F5F7"
# Head and total row of a table, as in lua/tabel_docx.lua.
SHADE_HEAD, SHADE_TOTAL = "E7EDF3", "F1F4F7"
TEXT_WIDTH, TURNED_WIDTH = Cm(16), Cm(24.7)
TWIPS_PER_CM = 567
# How far the text of a list stands in, level by level, in twentieths of a point.
LIST_INDENT = 397
LEFT, CENTRE, RIGHT, BOTH = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)
# name: base, size, options. Space before and after in points; a hanging indent as where the first
# line begins and how far the others stand in, in cm; the number as list and level (see LISTS), None
# for no number; `next`, the style of the paragraph after it.
STYLES: dict[str, dict[str, Any]] = {
    "Body Text": {"align": BOTH, "before": 0, "after": 7, "line": 1.25, "widows": True},
    "First Paragraph": {"base": "Body Text"},
    # What announces a list, or stands above a signature.
    "Pengantar": {"base": "Body Text", "keep": True},
    "Compact": {"base": "Body Text", "align": LEFT, "before": 0, "after": 3},
    # Lists, three levels of each (see LISTS), and further paragraphs of their items.
    **{
        name + (f" {level + 1}" if level else ""): {
            "base": "Compact", "number": (name, level),
        }
        for name in ("List Number", "Daftar Huruf", "Daftar Romawi", "List Bullet")
        for level in range(3)
    },
    **{
        "List Continue" + (f" {level + 1}" if level else ""): {
            "base": "Compact", "indent": (LIST_INDENT * (level + 1)) / TWIPS_PER_CM,
        }
        for level in range(3)
    },
    # A quotation, such as the vision: narrow, so that its last line is not a lone word.
    "Block Text": {"base": "Body Text", "align": CENTRE, "bold": True, "before": 6, "after": 12,
                   "indent": 2.2, "right": 2.2},
    "Title": {"size": 26, "bold": True, "colour": MAIN, "align": LEFT},
    "Heading 1": {"size": 16, "bold": True, "colour": MAIN, "align": CENTRE, "before": 0,
                  "after": 22, "page": True, "keep": True, "line": 1.3, "rule": "bottom",
                  "number": ("Bab", 0)},
    "Heading 2": {"size": 12.5, "bold": True, "colour": MAIN, "before": 18, "after": 7,
                  "keep": True, "number": ("Judul", 1)},
    "Heading 3": {"size": 11.5, "bold": True, "colour": MAIN, "before": 15, "after": 6,
                  "keep": True, "number": ("Judul", 2)},
    "Heading 4": {"size": 11, "bold": True, "colour": MAIN, "before": 12, "after": 5, "keep": True,
                  "number": ("Judul", 3)},
    # Headings without a number: of a chapter, of a list that goes on below another, of the page
    # before the annexes, of a document of its own (which the contents leave out), of a section.
    "Judul Tanpa Nomor": {"base": "Heading 1", "number": None},
    "Judul Menyambung": {"base": "Judul Tanpa Nomor", "page": False, "before": 40},
    "Judul Pembatas": {"base": "Judul Tanpa Nomor"},
    "Judul Naskah": {"base": "Heading 2", "number": None, "outline": 3, "size": 14,
                     "align": CENTRE, "before": 0, "after": 24, "page": True},
    "Subjudul Tanpa Nomor": {"base": "Heading 3", "number": None},
    # Where the numbers of a table come from, in the annex; the contents leave it out, too.
    "Judul Asal": {"base": "Subjudul Tanpa Nomor", "outline": 3},
    "Judul Lampiran": {"base": "Normal", "size": 12, "bold": True, "colour": MAIN, "align": CENTRE,
                       "before": 0, "after": 12, "keep": True, "outline": 4},
    # The first line of such a title begins a page.
    "Judul Lampiran Awal": {"base": "Judul Lampiran", "page": True, "next": "Judul Lampiran"},
    "Naskah": {"base": "Body Text", "after": 12, "line": 1.5},
    "Identitas": {"base": "Naskah", "align": LEFT, "after": 4, "hanging": (0.8, 2.4)},
    "Sistematika Bab": {"base": "Body Text", "bold": True, "align": LEFT, "before": 6, "after": 4,
                        "keep": True},
    "Sistematika 1": {"base": "Body Text", "align": LEFT, "after": 1.5, "line": 1.05,
                      "indent": 0.5},
    "Sistematika 2": {"base": "Sistematika 1", "indent": 1.3},
    # Word's own command for captions uses the first of them; tables have theirs above.
    "Caption": {"size": 10.5, "align": CENTRE, "before": 10, "after": 6, "italic": False,
                "keep": True},
    "Table Caption": {"base": "Caption"},
    "Image Caption": {"base": "Caption", "before": 6, "after": 14, "keep": False},
    "Gambar": {"base": "Normal", "align": CENTRE, "before": 8, "after": 0, "keep": True},
    "Sumber": {"base": "Normal", "size": 9, "colour": MUTED, "before": 4, "after": 14},
    # Notes for readers: their head, after which Word counts anew, and each note.
    "Kepala Catatan": {"base": "Sumber", "italic": True, "before": 6, "after": 1, "keep": True,
                       "number": ("Catatan", 0), "next": "Butir Catatan"},
    "Butir Catatan": {"base": "Sumber", "before": 0, "after": 1, "number": ("Catatan", 1)},
    # A note of the whole report, in the annex.
    "Butir Lampiran": {"base": "List Bullet", "size": 10, "line": 1.1},
    # The end of a section of pages, or of a table, where no other paragraph stands.
    "Sesudah Tabel": {"base": "Normal", "size": 4, "before": 0, "after": 10},
    "Akhir Bagian": {"base": "Normal", "size": 1, "before": 0, "after": 0},
    # Cells of tables, by the size that lua/muat.lua finds and by where their text stands.
    "Lkjip Sel": {"base": "Normal", "size": 10, "before": 1.5, "after": 1.5},
    "Lkjip Sel 9,5": {"base": "Lkjip Sel", "size": 9.5, "id": "LkjipSel95"},
    "Lkjip Sel 9": {"base": "Lkjip Sel", "size": 9},
    "Lkjip Sel 8,5": {"base": "Lkjip Sel", "size": 8.5, "id": "LkjipSel85"},
    "Lkjip Sel 8": {"base": "Lkjip Sel", "size": 8},
    **{
        f"Lkjip Sel{size} {name}": {
            "base": f"Lkjip Sel{size}", "align": align,
            "id": "LkjipSel" + size.replace(",", "").strip() + name,
        }
        for size in ("", " 9,5", " 9", " 8,5", " 8")
        for name, align in (("Tengah", CENTRE), ("Kanan", RIGHT))
    },
    "Subjudul": {"base": "Body Text", "bold": True, "align": LEFT, "before": 6, "after": 5,
                 "keep": True, "outline": 3, "next": "Body Text"},
    # An abbreviation and, behind a tab, what it means.
    "Singkatan": {"base": "Normal", "size": 10, "align": LEFT, "after": 3, "hanging": (0, 2)},
    "Catatan": {"base": "Body Text", "shade": SHADE, "indent": 0.4},
    "Catatan Judul": {"base": "Catatan", "bold": True, "keep": True, "shade": SHADE, "indent": 0.4},
    # A key figure, and what it counts below it.
    "Angka Besar": {"base": "Normal", "size": 18, "bold": True, "colour": MAIN, "align": LEFT,
                    "before": 6, "after": 0, "keep": True},
    "Angka Kunci": {"base": "Normal", "size": 9.5, "align": LEFT, "before": 0, "after": 6},
    "Sampul": {"base": "Normal", "colour": MAIN, "align": LEFT},
    "Sampul Pemerintah": {"base": "Sampul", "size": 14, "before": 0, "after": 62, "caps": 1},
    "Sampul Lambang": {"base": "Sampul", "after": 8},
    # Title, year and edition stand in a table that fills the width of the page.
    "Sampul Judul": {"base": "Title", "size": 30, "before": 0, "after": 8, "line": 1.15,
                     "colour": "FFFFFF"},
    "Sampul Tahun": {"base": "Sampul", "size": 20, "before": 0, "after": 0, "colour": "F3D9A4"},
    "Sampul Edisi": {"base": "Sampul", "size": 11, "before": 6, "after": 0, "colour": "F3D9A4"},
    # These in a frame at the foot of the page.
    "Sampul Dinas": {"base": "Sampul", "size": 15, "bold": True, "after": 4},
    "Sampul Alamat": {"base": "Sampul", "size": 10.5, "colour": MUTED},
    # All but the last line of a signature stay with the next one.
    "Tanda Tangan": {"base": "Normal", "align": CENTRE, "after": 2, "keep": True},
    "Tanda Tangan Akhir": {"base": "Tanda Tangan", "keep": False},
    "Tanda Tangan Tempat": {"base": "Tanda Tangan", "before": 22},
    "Tanda Tangan Nama": {"base": "Tanda Tangan", "bold": True, "underline": True, "before": 52},
    "Tanda Tangan Kanan": {"base": "Tanda Tangan", "indent": 8.2},
    "Tanda Tangan Tempat Kanan": {"base": "Tanda Tangan Tempat", "indent": 8.2},
    "Tanda Tangan Nama Kanan": {"base": "Tanda Tangan Nama", "indent": 8.2},
    "toc 1": {"base": "Normal", "bold": True, "colour": MAIN, "before": 7, "after": 2,
              "leader": True, "id": "TOC1"},
    "toc 2": {"base": "Normal", "before": 1, "after": 1, "hanging": (0.75, 0.9), "leader": True,
              "id": "TOC2"},
    "toc 3": {"base": "Normal", "before": 1, "after": 1, "hanging": (1.65, 1.2), "leader": True,
              "id": "TOC3"},
    "table of figures": {"base": "Normal", "before": 1, "after": 3, "hanging": (0, 1),
                         "leader": True, "id": "TableofFigures"},
    "Header": {"base": "Normal", "size": 8.5, "colour": MUTED, "rule": "bottom", "id": "Header"},
    "Footer": {"base": "Normal", "size": 8.5, "colour": MUTED, "rule": "top", "id": "Footer"},
    "Footnote Text": {"base": "Normal", "size": 9},
}  # fmt: skip
# Lists by name: for each level its text, the numerals, how far the text stands in, and the style.
# Chapters and what stands below them are one list: Word counts through. "Bab" is that list with
# Roman numerals, so that "1.1" needs no exception from them.
LISTS: dict[str, tuple[tuple[str, str, int, str], ...]] = {
    "Judul": (
        ("BAB %1", "decimal", 0, "Heading1"),
        ("%1.%2", "decimal", 567, "Heading2"),
        ("%1.%2.%3", "decimal", 737, "Heading3"),
        ("%1.%2.%3.%4", "decimal", 907, "Heading4"),
    ),
    "Catatan": (("", "none", 0, "KepalaCatatan"), ("%2)", "decimal", 340, "ButirCatatan")),
    "List Number": (
        ("%1.", "decimal", LIST_INDENT, "ListNumber"),
        ("%2)", "lowerLetter", 2 * LIST_INDENT, "ListNumber2"),
        ("%3)", "decimal", 3 * LIST_INDENT, "ListNumber3"),
    ),
    "Daftar Huruf": (
        ("%1.", "lowerLetter", LIST_INDENT, "DaftarHuruf"),
        ("%2)", "decimal", 2 * LIST_INDENT, "DaftarHuruf2"),
        ("%3)", "lowerLetter", 3 * LIST_INDENT, "DaftarHuruf3"),
    ),
    "Daftar Romawi": (
        ("%1.", "upperRoman", LIST_INDENT, "DaftarRomawi"),
        ("%2)", "lowerLetter", 2 * LIST_INDENT, "DaftarRomawi2"),
        ("%3)", "decimal", 3 * LIST_INDENT, "DaftarRomawi3"),
    ),
    "List Bullet": tuple(
        (
            sign,
            "bullet",
            (level + 1) * LIST_INDENT,
            "ListBullet" + (str(level + 1) if level else ""),
        )
        for level, sign in enumerate(("•", "–", "•"))
    ),
}
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
# Styles that Word knows by itself.
BUILT_IN = frozenset(
    ["toc 1", "toc 2", "toc 3", "table of figures", "header", "footer"]
    + [
        f"list {kind}{level}"
        for kind in ("number", "bullet", "continue")
        for level in ("", " 2", " 3")
    ]
)
NORMAL_TABLE = (
    f'<w:style {nsdecls("w")} w:type="table" w:default="1" w:styleId="TableNormal">'
    '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)
PAGE_NUMBER = (
    f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:rPr><w:b/><w:bCs/></w:rPr>'
    "<w:t>1</w:t></w:r></w:fldSimple>"
)
KEY_FIGURES = (
    '<w:tblBorders><w:top w:val="single" w:sz="16" w:space="0" w:color="173A56"/>'
    '<w:insideV w:val="single" w:sz="48" w:space="0" w:color="FFFFFF"/></w:tblBorders>'
)
