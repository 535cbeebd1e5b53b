"""Signatures: a table as wide as the text, whose rows stay on one page."""

from __future__ import annotations

from typing import Any

from lkjip.render.word.package import element, find, set_property, style_of, w

_HALF = 4536
_SIGNATURE = "//w:body/w:tbl[w:tblPr/w:tblStyle/@w:val='TandaTanganTabel']"
_ALONE = ("TandaTanganKanan", "TandaTanganNamaKanan")


def tidy(document: Any) -> None:
    """Lay out the signatures of two parties, and end all signatures."""
    for table in find(document, _SIGNATURE):
        _lay_out(table)
    # Nothing stays with the last line of a signature.
    for paragraph in find(document, "//w:body/w:p"):
        after = paragraph.getnext()
        if style_of(paragraph) in _ALONE and (after is None or style_of(after) not in _ALONE):
            set_property(paragraph, element('<w:keepNext w:val="0"/>'))


def _lay_out(table: Any) -> None:
    width = table.find(w("tblPr")).find(w("tblW"))
    width.set(w("type"), "dxa")
    width.set(w("w"), str(2 * _HALF))
    for column in find(table, "w:tblGrid/w:gridCol"):
        column.set(w("w"), str(_HALF))
    rows = table.findall(w("tr"))
    for row in rows:
        properties = row.find(w("trPr"))
        if properties is None:
            properties = element("<w:trPr/>")
            row.insert(0, properties)
        properties.insert(0, element("<w:cantSplit/>"))
        for cell in find(row, "w:tc/w:tcPr"):
            cell.insert(0, element(f'<w:tcW w:w="{_HALF}" w:type="dxa"/>'))
        for paragraph in find(row, "w:tc/w:p"):
            last = row is rows[-1]
            # Empty cells, too: a row stays with the next one only when all of it does.
            if not style_of(paragraph) or last:
                style = "TandaTanganAkhir" if last else "TandaTangan"
                set_property(paragraph, element(f'<w:pStyle w:val="{style}"/>'))
