"""Tables and text of the published documents, read as a reader's program would."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pdfplumber
import pypdf
import pypdfium2
import pypdfium2.raw as pdfium
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table as DocxTable
from docx.text.paragraph import Paragraph
from lxml import html

from lkjip.kata import romawi

Grid = list[list[str]]
SOFT_HYPHEN = "\u00ad"
SIGN = "\ue0ad"  # of the private use area: no font and no text of ours has it
# How PDFium gives a hyphen at the end of a line, and what Typst puts before page numbers.
HYPHEN_AT_THE_END, WORD_JOINER = 0x02, 0x2060


def html_tables(path: Path) -> dict[str, Grid]:
    """Id → grid of each report table in an HTML file; spans are spread over what they cover."""
    tree = html.fromstring(path.read_bytes())
    return {
        table.get("data-id"): html_grid(table)
        for table in tree.iter("table")
        if table.get("data-id")
    }


def html_text(path: Path) -> str:
    """All text of the page's body, without styles and scripts."""
    tree = html.fromstring(path.read_bytes())
    for node in tree.xpath("//style | //script | //svg | //head"):
        node.drop_tree()
    return tree.text_content()


def docx_tables(path: Path) -> list[Grid]:
    """The report tables of a Word file, in order; layout tables have no header row."""
    document = docx.Document(str(path))
    return [
        [[cell.text for cell in row.cells] for row in table.rows]
        for table in document.tables
        if table._tbl.xpath(".//w:tblHeader")
    ]


def docx_text(path: Path) -> str:
    """All text of a Word file in reading order, with the numbers that Word gives to headings."""
    document = docx.Document(str(path))
    numbers = heading_numbers(document)
    parts = []
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            parts.append(f"{numbers.get(block._p, '')} {block.text}")
        elif isinstance(block, DocxTable):
            parts += [cell.text for row in block.rows for cell in row.cells]
    return "\n".join(parts)


def heading_numbers(document: Document) -> dict[Any, str]:
    """Paragraph element → number, counted as Word counts the levels that styles are tied to.

    Lists of one definition share their counters; a list may print a level in numerals of its own.
    """
    numbering = document.part.numbering_part.element
    counters: dict[str, list[int]] = defaultdict(lambda: [0] * 9)
    numbers = {}
    for paragraph in document.element.body.iter(qn("w:p")):
        style = paragraph.style
        if not re.fullmatch(r"Heading\d", style or ""):
            continue
        (tied,) = document.styles.element.xpath(
            f"./w:style[@w:styleId='{style}']/w:pPr/w:numPr[w:numId/@w:val!='0']"
        )
        depth, definition, levels = _levels(numbering, tied)
        counters[definition][depth:] = [counters[definition][depth] + 1, *[0] * (8 - depth)]
        text = levels[depth].find(qn("w:lvlText")).get(qn("w:val"))
        for place, number in enumerate(counters[definition]):
            if f"%{place + 1}" in text:
                kind = levels[place].find(qn("w:numFmt")).get(qn("w:val"))
                printed = romawi(max(number, 1)) if kind == "upperRoman" else str(number)
                text = text.replace(f"%{place + 1}", printed)
        numbers[paragraph] = text
    return numbers


def _levels(numbering: Any, tied: Any) -> tuple[int, str, dict[int, Any]]:
    """Level of a style, and the definition and levels of its list."""
    (number,) = numbering.xpath(f"./w:num[@w:numId='{tied.numId.val}']")
    definition = number.xpath("string(./w:abstractNumId/@w:val)")
    (abstract,) = numbering.xpath(f"./w:abstractNum[@w:abstractNumId='{definition}']")
    levels = abstract.findall(qn("w:lvl")) + number.xpath("./w:lvlOverride/w:lvl")
    depth = tied.ilvl.val if tied.ilvl is not None else 0
    return depth, definition, {int(level.get(qn("w:ilvl"))): level for level in levels}


def pdf_tables(path: Path) -> list[Grid]:
    """The tables of a tagged PDF, in order, read from its structure tree."""
    return _read_pdf(path)[0]


def pdf_text(path: Path) -> str:
    """All text of a PDF, page by page."""
    return _read_pdf(path)[1]


@cache
def _read_pdf(path: Path) -> tuple[list[Grid], str]:
    # Both at once: what takes time is to read the letters. PDFium does it in a tenth of the time
    # of pdfplumber, which reads the structure tree.
    marked: dict[tuple[int, int], str] = defaultdict(str)
    pages = []
    with pypdfium2.PdfDocument(_with_signs_for_soft_hyphens(path)) as pdf:
        for number, page in enumerate(pdf, start=1):
            letters = list(_letters(page))
            pages.append("".join(text for text, _mark in letters))
            for text, mark in letters:
                if mark is not None and text != SIGN:
                    marked[number, mark] += text
    with pdfplumber.open(path) as tagged:
        tables = [_pdf_grid(table, marked) for table in _nodes(tagged.structure_tree, "Table")]
    # Words that are broken at the end of a line.
    return tables, re.sub(f"{SIGN}+\\s*", "", "\n".join(pages))


def _with_signs_for_soft_hyphens(path: Path) -> bytes:
    """The PDF with soft hyphens as `SIGN`: at the end of a line, PDFium takes them for real ones.

    What a glyph means as text stands in the font's table; nothing else of the file changes.
    """
    writer = pypdf.PdfWriter(clone_from=path)
    for page in writer.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            if table := font.get_object().get("/ToUnicode"):
                content = table.get_object().get_data()
                meant = f"<{ord(SOFT_HYPHEN):04X}>", f"<{ord(SIGN):04X}>"
                table.get_object().set_data(content.replace(*(each.encode() for each in meant)))
    changed = io.BytesIO()
    writer.write(changed)
    return changed.getvalue()


def _letters(page: pypdfium2.PdfPage) -> Iterator[tuple[str, int | None]]:
    """The letters of a page, each with the number of the mark it stands in.

    The spaces that PDFium adds where lines and cells end have none.
    """
    text = page.get_textpage()
    for n in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text.raw, n)
        if code == WORD_JOINER:
            continue
        letter = "-" if code == HYPHEN_AT_THE_END else chr(code)
        if pdfium.FPDFText_IsGenerated(text.raw, n) == 1:
            yield letter, None
        else:
            drawn = pdfium.FPDFText_GetTextObject(text.raw, n)
            mark = pdfium.FPDFPageObj_GetMarkedContentID(drawn)
            yield letter, mark if mark >= 0 else None


def squeeze(text: str) -> str:
    """Text without white space: where lines and cells break is not what is compared."""
    return "".join(text.split())


def html_grid(table: Any) -> Grid:
    """The cells of an HTML table element, spans spread over what they cover."""
    rows = [
        [
            (cell.text_content(), int(cell.get("rowspan", 1)), int(cell.get("colspan", 1)))
            for cell in row
            if cell.tag in ("td", "th")
        ]
        for row in table.iter("tr")
    ]
    return _spread(rows)


def _pdf_grid(table: dict[str, Any], text: dict[tuple[int, int], str]) -> Grid:
    rows = []
    for row in _nodes([table], "TR"):
        cells = [node for node in row.get("children", []) if node["type"] in ("TH", "TD")]
        rows.append(
            [
                (
                    "".join(text[key] for key in sorted(_marked(cell))),
                    cell.get("attributes", {}).get("RowSpan", 1),
                    cell.get("attributes", {}).get("ColSpan", 1),
                )
                for cell in cells
            ]
        )
    return _spread(rows)


def _spread(rows: list[list[tuple[str, int, int]]]) -> Grid:
    filled: dict[tuple[int, int], str] = {}
    for y, row in enumerate(rows):
        x = 0
        for content, height, width in row:
            while (y, x) in filled:
                x += 1
            for dy in range(height):
                for dx in range(width):
                    filled[y + dy, x + dx] = content
            x += width
    columns = 1 + max((x for _y, x in filled), default=-1)
    return [[filled.get((y, x), "") for x in range(columns)] for y in range(len(rows))]


def _nodes(nodes: list[dict[str, Any]], kind: str) -> Iterator[dict[str, Any]]:
    for node in nodes:
        if node["type"] == kind:
            yield node
        else:
            yield from _nodes(node.get("children", []), kind)


def _marked(node: dict[str, Any]) -> set[tuple[int, int]]:
    own = {(node["page_number"], mcid) for mcid in node.get("mcids", [])}
    return own.union(*(_marked(child) for child in node.get("children", [])))
