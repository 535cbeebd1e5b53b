"""Make reference.docx, the styles of the Word report.

Run it after a change here: python _extensions/lkjip/docx/buat_reference.py (needs python-docx and
pypandoc). It starts from pandoc's own reference document, so that every style that pandoc uses is
there, and gives the same bytes each time.
"""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import docx
import pypandoc
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

FONT = "Cambria"
MAIN, MUTED, RULE, SHADE = "173A56", "52606B", "A9B4BD", "F2F5F7"
TEXT_WIDTH = Cm(16)
LEFT, CENTRE, RIGHT, BOTH = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)
# name: base, size, options. Space before and after in points.
STYLES: dict[str, dict[str, Any]] = {
    "Body Text": {"align": BOTH, "before": 0, "after": 7, "line": 1.25, "widows": True},
    "First Paragraph": {"base": "Body Text"},
    "Compact": {"base": "Body Text", "before": 0, "after": 3},
    "Title": {"size": 26, "bold": True, "colour": MAIN, "align": LEFT},
    "Heading 1": {"size": 16, "bold": True, "colour": MAIN, "align": CENTRE, "before": 0,
                  "after": 22, "page": True, "keep": True, "line": 1.3},
    "Heading 2": {"size": 12.5, "bold": True, "colour": MAIN, "before": 18, "after": 7,
                  "keep": True},
    "Heading 3": {"size": 11.5, "bold": True, "colour": MAIN, "before": 15, "after": 6,
                  "keep": True},
    "Heading 4": {"size": 11, "bold": True, "colour": MAIN, "before": 12, "after": 5, "keep": True},
    "Caption": {"size": 10.5, "align": CENTRE, "before": 10, "after": 6, "italic": False},
    "Table Caption": {"base": "Caption", "keep": True},
    "Image Caption": {"base": "Caption", "before": 6, "after": 14},
    "Gambar": {"base": "Normal", "align": CENTRE, "before": 8, "after": 0, "keep": True},
    "Sumber": {"base": "Normal", "size": 9, "colour": MUTED, "before": 4, "after": 14},
    "Lkjip Sel": {"base": "Normal", "size": 10, "before": 1.5, "after": 1.5},
    "Lkjip Sel Kecil": {"base": "Lkjip Sel", "size": 8.5},
    "Subjudul": {"base": "Body Text", "align": LEFT, "before": 6, "after": 5, "keep": True},
    "Catatan": {"base": "Body Text", "shade": SHADE, "indent": 0.4},
    "Catatan Judul": {"base": "Catatan", "bold": True, "keep": True, "shade": SHADE, "indent": 0.4},
    "Sampul": {"base": "Normal", "colour": MAIN, "align": LEFT, "indent": 0.6},
    "Sampul Pemerintah": {"base": "Sampul", "size": 14, "before": 0, "after": 60, "caps": 1},
    "Sampul Judul": {"base": "Sampul", "size": 30, "bold": True, "before": 0, "after": 0,
                     "line": 1.15, "colour": "FFFFFF", "shade": MAIN, "frame": (70, 8)},
    "Sampul Tahun": {"base": "Sampul", "size": 20, "before": 0, "after": 260,
                     "colour": "F3D9A4", "shade": MAIN, "frame": (0, 60)},
    "Sampul Dinas": {"base": "Sampul", "size": 15, "bold": True, "after": 4},
    "Sampul Alamat": {"base": "Sampul", "size": 10.5, "colour": MUTED},
    "Tanda Tangan": {"base": "Normal", "align": CENTRE, "after": 2, "keep": True},
    "Tanda Tangan Tempat": {"base": "Tanda Tangan", "before": 22},
    "Tanda Tangan Nama": {"base": "Tanda Tangan", "bold": True, "underline": True, "before": 52},
    "toc 1": {"base": "Normal", "bold": True, "colour": MAIN, "before": 7, "after": 2, "toc": 0,
              "id": "TOC1"},
    "toc 2": {"base": "Normal", "before": 1, "after": 1, "toc": 0.75, "id": "TOC2"},
    "toc 3": {"base": "Normal", "before": 1, "after": 1, "toc": 1.5, "id": "TOC3"},
    "table of figures": {"base": "Normal", "before": 1, "after": 3, "toc": 0,
                         "id": "TableofFigures"},
    "Header": {"base": "Normal", "size": 8.5, "colour": MUTED, "rule": "bottom"},
    "Footer": {"base": "Normal", "size": 8.5, "colour": MUTED, "rule": "top"},
    "Footnote Text": {"base": "Normal", "size": 9},
}  # fmt: skip
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


def main() -> None:
    """Write reference.docx beside this script."""
    default = subprocess.run(
        [pypandoc.get_pandoc_path(), "--print-default-data-file=reference.docx"],
        capture_output=True,
        check=True,
    ).stdout
    document = docx.Document(io.BytesIO(default))
    _set_defaults(document)
    for name, options in STYLES.items():
        _set_style(document, name, options)
    _add_table_styles(document)
    _set_section(document)
    _set_compatibility(document)
    target = Path(__file__).with_name("reference.docx")
    buffer = io.BytesIO()
    document.save(buffer)
    target.write_bytes(_same_bytes(_fixed_relations(buffer.getvalue())))


def _set_defaults(document: Any) -> None:
    """One font for everything, Indonesian, and the size of the body text."""
    styles = document.styles.element
    for fonts in styles.iter(qn("w:rFonts")):
        for key in list(fonts.attrib):
            del fonts.attrib[key]
        for side in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{side}"), FONT)
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), "id-ID")
    for size in styles.find(qn("w:docDefaults")).iter(qn("w:sz"), qn("w:szCs")):
        size.set(qn("w:val"), "22")
    for spacing in styles.find(qn("w:docDefaults")).iter(qn("w:spacing")):
        spacing.set(qn("w:after"), "0")
    link = document.styles["Hyperlink"].font
    link.color.rgb, link.underline = RGBColor.from_string(MAIN), False
    properties = document.core_properties
    properties.title = properties.author = properties.comments = ""


def _set_style(document: Any, name: str, options: dict[str, Any]) -> None:
    styles = document.styles
    known = {style.name.lower(): style for style in styles}
    style = known.get(name.lower()) or styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if "id" in options:
        style.element.set(qn("w:styleId"), options["id"])
    if "base" in options:
        style.base_style = known[options["base"].lower()]
    style.hidden = False
    style.quick_style = True
    font, form = style.font, style.paragraph_format
    font.size = Pt(options["size"]) if "size" in options else font.size
    if "colour" in options:
        font.color.rgb = RGBColor.from_string(options["colour"])
    for key in ("bold", "italic", "underline"):
        if key in options:
            setattr(font, key, options[key])
    form.alignment = options.get("align", form.alignment)
    if "before" in options:
        form.space_before = Pt(options["before"])
    if "after" in options:
        form.space_after = Pt(options["after"])
    form.line_spacing = options.get("line", form.line_spacing)
    form.keep_with_next = options.get("keep", form.keep_with_next)
    form.page_break_before = options.get("page", form.page_break_before)
    form.widow_control = options.get("widows", form.widow_control)
    if "indent" in options:
        form.left_indent = Cm(options["indent"])
    if "toc" in options:
        form.left_indent = Cm(options["toc"])
        form.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    _set_borders(style, options)


def _set_borders(style: Any, options: dict[str, Any]) -> None:
    properties = style.element.get_or_add_pPr()
    if "rule" in options:
        side = options["rule"]
        rule = HIDDEN_RULE.format(side=side)
        properties.insert_element_before(
            parse_xml(f"<w:pBdr {nsdecls('w')}>{rule}</w:pBdr>"),
            "w:shd",
            "w:tabs",
            "w:spacing",
            "w:jc",
        )
    if "frame" in options:
        # Borders of the same colour make the shaded block higher and wider than its lines.
        above, below = options["frame"]
        rules = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="{min(space, 31)}" w:color="{MAIN}"/>'
            for side, space in (("top", above), ("left", 18), ("bottom", below), ("right", 18))
            if space
        )
        properties.insert_element_before(
            parse_xml(f"<w:pBdr {nsdecls('w')}>{rules}</w:pBdr>"),
            "w:shd",
            "w:tabs",
            "w:spacing",
            "w:ind",
            "w:jc",
        )
    if "shade" in options:
        shade = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{options["shade"]}"/>'
        properties.insert_element_before(parse_xml(shade), "w:tabs", "w:spacing", "w:ind", "w:jc")
    if "caps" in options:
        spacing = parse_xml(f'<w:spacing {nsdecls("w")} w:val="20"/>')
        style.element.get_or_add_rPr().append(spacing)


def _add_table_styles(document: Any) -> None:
    """LkjipTabel: thin rules between rows, strong ones around. TandaTanganTabel: no rules."""
    styles = document.styles.element
    rules = (
        f'<w:top w:val="single" w:sz="8" w:space="0" w:color="{MAIN}"/>'
        f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{MAIN}"/>'
        f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>'
    )
    for identifier, name, borders in (
        ("LkjipTabel", "Lkjip Tabel", f"<w:tblBorders>{rules}</w:tblBorders>"),
        ("TandaTanganTabel", "TandaTanganTabel", ""),
    ):
        styles.append(
            parse_xml(
                f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" '
                f'w:styleId="{identifier}">'
                f'<w:name w:val="{name}"/><w:basedOn w:val="Table"/><w:qFormat/>'
                f"<w:tblPr>{borders}<w:tblCellMar>"
                '<w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/>'
                "</w:tblCellMar></w:tblPr></w:style>"
            )
        )


def _set_section(document: Any) -> None:
    """A4, running head with the title, foot with office and page number."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.8), Cm(2.6)
    section.header_distance = section.footer_distance = Cm(1.4)
    _fields(section.header.paragraphs[0], ["TITLE"])
    # Never shown as first or even pages: lua/wordml.lua names one of them in each section of a
    # draft, the second for the cover.
    for header, parts in ((section.first_page_header, ["TITLE"]), (section.even_page_header, [])):
        header.is_linked_to_previous = False
        header.paragraphs[0].style = document.styles["Header" if parts else "Normal"]
        _fields(header.paragraphs[0], parts)
        header.paragraphs[0]._p.append(parse_xml(WATERMARK))
    for reference in list(section._sectPr.iter(qn("w:headerReference"))):
        if reference.get(qn("w:type")) != "default":
            section._sectPr.remove(reference)
    section.footer.paragraphs[0].paragraph_format.tab_stops.add_tab_stop(
        TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT
    )
    _fields(section.footer.paragraphs[0], ["AUTHOR", "\t", "PAGE"])


def _set_compatibility(document: Any) -> None:
    """Word 2013 and later; words before a line break in a justified paragraph stay together."""
    mode = "http://schemas.microsoft.com/office/word"
    document.settings.element.insert_element_before(
        parse_xml(
            f"<w:compat {nsdecls('w')}><w:doNotExpandShiftReturn/>"
            f'<w:compatSetting w:name="compatibilityMode" w:uri="{mode}" w:val="15"/></w:compat>'
        ),
        "w:rsids",
    )


def _fields(paragraph: Any, parts: list[str]) -> None:
    for part in parts:
        if part not in ("TITLE", "AUTHOR", "PAGE"):
            paragraph.add_run(part)
            continue
        field = parse_xml(
            f'<w:fldSimple {nsdecls("w")} w:instr=" {part} " w:dirty="true">'
            "<w:r><w:t></w:t></w:r></w:fldSimple>"
        )
        paragraph._p.append(field)


def _fixed_relations(content: bytes) -> bytes:
    """Give heads and foot names that lua/wordml.lua knows."""
    source = zipfile.ZipFile(io.BytesIO(content))
    relations = source.read("word/_rels/document.xml.rels").decode()
    body = source.read("word/document.xml").decode()
    for target, name in (
        ("header1.xml", "rIdKepala"),
        ("header2.xml", "rIdKepalaDraf"),
        ("header3.xml", "rIdSampulDraf"),
        ("footer1.xml", "rIdKaki"),
    ):
        for line in relations.split("<Relationship "):
            if f'Target="{target}"' in line:
                old = line.split('Id="', 1)[1].split('"', 1)[0]
                relations = relations.replace(f'Id="{old}"', f'Id="{name}"')
                body = body.replace(f'r:id="{old}"', f'r:id="{name}"')
    return _with_files(
        source,
        {"word/_rels/document.xml.rels": relations.encode(), "word/document.xml": body.encode()},
    )


def _with_files(source: zipfile.ZipFile, changed: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, changed.get(name) or source.read(name))
    return buffer.getvalue()


def _same_bytes(content: bytes) -> bytes:
    """The same archive with fixed times and order."""
    source = zipfile.ZipFile(io.BytesIO(content))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(
            source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)
        ):
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return buffer.getvalue()


if __name__ == "__main__":
    main()
