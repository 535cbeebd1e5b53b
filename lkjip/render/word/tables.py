"""Tables that are no tables of figures: signatures and key figures."""

from __future__ import annotations

from typing import Any

from lkjip.render.word.package import element, find, set_property, style_of, w

# The width of the text, in twentieths of a point.
_WIDTH = 9072
_SIGNATURE = "//w:body/w:tbl[w:tblPr/w:tblStyle/@w:val='TandaTanganTabel']"
_KEY_FIGURES = "//w:body/w:tbl[w:tblPr/w:tblStyle/@w:val='AngkaKunciTabel']"
_ALONE = ("TandaTanganKanan", "TandaTanganNamaKanan")


def tidy(document: Any) -> None:
    """Lay out the signatures of two parties and the key figures, and end all signatures."""
    for table in find(document, _SIGNATURE):
        _set_widths(table)
        _keep_together(table)
        _keep_with_table_above(table)
    for table in find(document, _KEY_FIGURES):
        _set_widths(table)
        for cell in find(table, ".//w:tcPr"):
            cell.append(element('<w:shd w:val="clear" w:color="auto" w:fill="F2F5F7"/>'))
        after = table.getnext()
        if style_of(after):
            set_property(after, element('<w:spacing w:before="200"/>'))
        else:
            table.addnext(element('<w:p><w:pPr><w:pStyle w:val="SesudahTabel"/></w:pPr></w:p>'))
    # Nothing stays with the last line of a signature.
    for paragraph in find(document, "//w:body/w:p"):
        after = paragraph.getnext()
        if style_of(paragraph) in _ALONE and (after is None or style_of(after) not in _ALONE):
            set_property(paragraph, element('<w:keepNext w:val="0"/>'))


def _set_widths(table: Any) -> None:
    """Columns of the same width, said in every place that a word processor looks at."""
    columns = find(table, "w:tblGrid/w:gridCol")
    each = str(_WIDTH // len(columns))
    width = table.find(w("tblPr")).find(w("tblW"))
    width.set(w("type"), "dxa")
    width.set(w("w"), str(_WIDTH))
    for column in columns:
        column.set(w("w"), each)
    for cell in find(table, "w:tr/w:tc/w:tcPr"):
        cell.insert(0, element(f'<w:tcW w:w="{each}" w:type="dxa"/>'))
    for row in table.findall(w("tr")):
        properties = row.find(w("trPr"))
        if properties is None:
            properties = element("<w:trPr/>")
            row.insert(0, properties)
        properties.insert(0, element("<w:cantSplit/>"))


def _keep_with_table_above(signature: Any) -> None:
    """Two rows at least of what is signed stand on the page of the signature."""
    between = signature.getprevious()
    if between is None or style_of(between) != "SesudahTabel":
        return
    rows = find(between, "preceding-sibling::*[1][self::w:tbl]/w:tr")
    for paragraph in [between, *(found for row in rows[-2:] for found in find(row, "w:tc/w:p"))]:
        set_property(paragraph, element("<w:keepNext/>"))


def _keep_together(table: Any) -> None:
    """The rows of a signature stay on one page; nothing stays with the last one."""
    rows = table.findall(w("tr"))
    for row in rows:
        for paragraph in find(row, "w:tc/w:p"):
            last = row is rows[-1]
            # Empty cells, too: a row stays with the next one only when all of it does.
            if not style_of(paragraph) or last:
                style = "TandaTanganAkhir" if last else "TandaTangan"
                set_property(paragraph, element(f'<w:pStyle w:val="{style}"/>'))
