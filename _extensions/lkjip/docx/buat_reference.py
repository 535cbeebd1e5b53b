"""Make reference.docx, the styles of the Word report.

Run it after a change here or in gaya.py: python _extensions/lkjip/docx/buat_reference.py (needs
python-docx and pypandoc). It starts from pandoc's own reference document, so that every style that
pandoc uses is there, and gives the same bytes each time.
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
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from gaya import (
    FONT,
    HIDDEN_RULE,
    MAIN,
    NUMBERING,
    RULE,
    STYLES,
    TEXT_WIDTH,
    TURNED_WIDTH,
    WATERMARK,
)


def main() -> None:
    """Write reference.docx beside this script."""
    default = subprocess.run(
        [pypandoc.get_pandoc_path(), "--print-default-data-file=reference.docx"],
        capture_output=True,
        check=True,
    ).stdout
    document = docx.Document(io.BytesIO(default))
    _set_defaults(document)
    _add_numbering(document)
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
    if "hanging" in options:
        first, further = options["hanging"]
        form.left_indent, form.first_line_indent = Cm(first + further), -Cm(further)
        form.tab_stops.add_tab_stop(Cm(first + further))
    if "leader" in options:
        form.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    _set_number(style, options)
    _set_borders(style, options)


def _set_number(style: Any, options: dict[str, Any]) -> None:
    properties = style.element.get_or_add_pPr()
    if "number" in options:
        number = properties.get_or_add_numPr()
        number.get_or_add_numId().val = 0 if options["number"] is None else 1
        if options["number"] is None:
            form = style.paragraph_format
            form.left_indent = form.first_line_indent = 0
        else:
            number.get_or_add_ilvl().val = options["number"]
    if "outline" in options:
        level = parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{options["outline"]}"/>')
        properties.append(level)


def _add_numbering(document: Any) -> None:
    """The numbers of the headings as one list of many levels, so that Word counts them."""
    levels = []
    for level, (text, kind, size, indent) in enumerate(NUMBERING):
        look = f'<w:b w:val="0"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""
        # Below the chapters numbers are arabic throughout.
        legal = "<w:isLgl/>" if level else ""
        levels.append(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            f'<w:pStyle w:val="Heading{level + 1}"/>{legal}'
            f'<w:suff w:val="{"tab" if indent else "nothing"}"/><w:lvlText w:val="{text}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:tabs><w:tab w:val="num" w:pos="{indent}"/></w:tabs>'
            f'<w:ind w:left="{indent}" w:hanging="{indent}"/></w:pPr>'
            f"<w:rPr>{look}</w:rPr></w:lvl>"
        )
    numbering = document.part.numbering_part.element
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="1"><w:nsid w:val="4C4B4A49"/>'
            f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="4C4B4A50"/>{"".join(levels)}'
            "</w:abstractNum>"
        ),
    )
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="1"><w:abstractNumId w:val="1"/></w:num>')
    )


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
    """LkjipTabel: thin rules between rows, strong ones around; LkjipTabelRapat: with small letters.

    TandaTanganTabel: no rules.
    """
    styles = document.styles.element
    rules = (
        f'<w:top w:val="single" w:sz="8" w:space="0" w:color="{MAIN}"/>'
        f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{MAIN}"/>'
        f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>'
    )
    borders = f"<w:tblBorders>{rules}</w:tblBorders>"
    # The margins of the cells are those that lua/muat.lua reckons with.
    for identifier, name, lines, margin in (
        ("LkjipTabel", "Lkjip Tabel", borders, 80),
        ("LkjipTabelRapat", "Lkjip Tabel Rapat", borders, 50),
        ("TandaTanganTabel", "TandaTanganTabel", "", 80),
    ):
        styles.append(
            parse_xml(
                f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" '
                f'w:styleId="{identifier}">'
                f'<w:name w:val="{name}"/><w:basedOn w:val="Table"/><w:qFormat/>'
                f"<w:tblPr>{lines}<w:tblCellMar>"
                f'<w:left w:w="{margin}" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/>'
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
    # In the same way, the foot of turned pages.
    for footer, width in ((section.footer, TEXT_WIDTH), (section.first_page_footer, TURNED_WIDTH)):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        paragraph.style = document.styles["Footer"]
        paragraph.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
        _fields(paragraph, ["AUTHOR", "\t", "PAGE"])
    for reference in list(section._sectPr.iter(qn("w:headerReference"), qn("w:footerReference"))):
        if reference.get(qn("w:type")) != "default":
            section._sectPr.remove(reference)


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
        ("footer2.xml", "rIdKakiRebah"),
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
