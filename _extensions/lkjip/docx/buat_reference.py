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

import daftar
import docx
import pypandoc
import rapikan
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from gaya import (
    BUILT_IN,
    FONT,
    HIDDEN_RULE,
    KEY_FIGURES,
    MAIN,
    PAGE_NUMBER,
    RULE,
    SHADE_HEAD,
    SHADE_TOTAL,
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
    daftar.add(document)
    for name, options in STYLES.items():
        _set_style(document, name, options)
    _set_next_styles(document)
    _add_caption_number(document)
    _add_table_styles(document)
    rapikan.mend(document)
    _set_section(document)
    _set_settings(document)
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
        for script in ("val", "eastAsia"):
            language.set(qn(f"w:{script}"), "id-ID")
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
    builtin = name.lower() in BUILT_IN
    style = known.get(name.lower()) or styles.add_style(
        name, WD_STYLE_TYPE.PARAGRAPH, builtin=builtin
    )
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
    if "right" in options:
        form.right_indent = Cm(options["right"])
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
        if options["number"] is None:
            number.get_or_add_numId().val = 0
            form = style.paragraph_format
            form.left_indent = form.first_line_indent = 0
        else:
            name, level = options["number"]
            number.get_or_add_numId().val = daftar.NUMBERS[name]
            number.get_or_add_ilvl().val = level
    if "outline" in options:
        for old in properties.findall(qn("w:outlineLvl")):
            properties.remove(old)
        level = parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{options["outline"]}"/>')
        properties.append(level)


def _set_next_styles(document: Any) -> None:
    for name, options in STYLES.items():
        if "next" in options:
            style = document.styles[name]
            style.next_paragraph_style = document.styles[options["next"]]


def _add_caption_number(document: Any) -> None:
    """The bold number of a caption, as a style of its own."""
    style = document.styles.add_style("Nomor Takarir", WD_STYLE_TYPE.CHARACTER)
    style.font.bold = True


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
    if "shade" in options:
        shade = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{options["shade"]}"/>'
        properties.insert_element_before(parse_xml(shade), "w:tabs", "w:spacing", "w:ind", "w:jc")
    if "caps" in options:
        spacing = parse_xml(f'<w:spacing {nsdecls("w")} w:val="20"/>')
        style.element.get_or_add_rPr().insert_element_before(
            spacing, "w:w", "w:kern", "w:position", "w:sz", "w:szCs"
        )


def _add_table_styles(document: Any) -> None:
    """LkjipTabel: thin rules between rows, strong ones around; LkjipTabelRapat: with small letters.

    Both know how their head and their total row look. TandaTanganTabel: no rules. AngkaKunciTabel:
    boxes below a coloured rule.
    """
    styles = document.styles.element
    rules = (
        f'<w:top w:val="single" w:sz="8" w:space="0" w:color="{MAIN}"/>'
        f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{MAIN}"/>'
        f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>'
    )
    borders = f"<w:tblBorders>{rules}</w:tblBorders>"
    rows = "".join(
        f'<w:tblStylePr w:type="{place}"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:shd w:val="clear" '
        f'w:color="auto" w:fill="{shade}"/>{below}</w:tcPr></w:tblStylePr>'
        for place, shade, below in (
            ("firstRow", SHADE_HEAD, '<w:vAlign w:val="center"/>'),
            ("lastRow", SHADE_TOTAL, ""),
        )
    )
    # The margins of the cells are those that lua/muat.lua reckons with.
    for identifier, name, lines, margin, parts in (
        ("LkjipTabel", "Lkjip Tabel", borders, 80, rows),
        ("LkjipTabelRapat", "Lkjip Tabel Rapat", borders, 50, rows),
        ("TandaTanganTabel", "TandaTanganTabel", "", 80, ""),
        ("AngkaKunciTabel", "AngkaKunciTabel", KEY_FIGURES, 140, ""),
    ):
        styles.append(
            parse_xml(
                f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" '
                f'w:styleId="{identifier}">'
                f'<w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
                f"<w:tblPr>{lines}<w:tblCellMar>"
                f'<w:left w:w="{margin}" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/>'
                f"</w:tblCellMar></w:tblPr>{parts}</w:style>"
            )
        )


def _set_section(document: Any) -> None:
    """A4, running head with the chapter, foot with office and page number.

    What is meant to be filled in, lkjip/render/word does, for each section of pages.
    """
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.8), Cm(2.6)
    section.header_distance = section.footer_distance = Cm(1.4)
    # Never shown as first or even pages: lua/wordml.lua names them in the sections of a draft, the
    # second one where there is no running head.
    for header, running in (
        (section.header, True),
        (section.first_page_header, True),
        (section.even_page_header, False),
    ):
        header.is_linked_to_previous = False
        paragraph = header.paragraphs[0]
        paragraph.style = document.styles["Header" if running else "Normal"]
        if running:
            paragraph.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
            paragraph.add_run("{bab}")
            paragraph.add_run("\t{pendek}")
        if header is not section.header:
            paragraph._p.append(parse_xml(WATERMARK))
    # In the same way, the foot of turned pages.
    for footer, width in ((section.footer, TEXT_WIDTH), (section.first_page_footer, TURNED_WIDTH)):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        paragraph.style = document.styles["Footer"]
        paragraph.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
        paragraph.add_run("{dinas}")
        paragraph.add_run("\t")
        paragraph._p.append(parse_xml(PAGE_NUMBER))
    for reference in list(section._sectPr.iter(qn("w:headerReference"), qn("w:footerReference"))):
        if reference.get(qn("w:type")) != "default":
            section._sectPr.remove(reference)


def _set_settings(document: Any) -> None:
    """Word 2013 and later, Indonesian signs, and spelling that is still to be looked at.

    Words before a line break in a justified paragraph stay together.
    """
    settings = document.settings.element
    for state in settings.findall(qn("w:proofState")):
        settings.remove(state)
    for name, attribute, value in (
        ("themeFontLang", "val", "id-ID"),
        ("decimalSymbol", "val", ","),
        ("listSeparator", "val", ";"),
    ):
        settings.find(qn(f"w:{name}")).set(qn(f"w:{attribute}"), value)
    mode = "http://schemas.microsoft.com/office/word"
    settings.insert_element_before(
        parse_xml(
            f"<w:compat {nsdecls('w')}><w:doNotExpandShiftReturn/>"
            f'<w:compatSetting w:name="compatibilityMode" w:uri="{mode}" w:val="15"/></w:compat>'
        ),
        "w:rsids",
    )


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
