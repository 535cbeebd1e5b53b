"""Tables of the PDF: widths of columns, digits below heads, tables over several pages."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from .geometry import Document, Page, Word
from .test_together import pages_of

pytestmark = pytest.mark.build

SIZES = {8.0, 9.0}


def centre(word: Word) -> float:
    return (word.x0 + word.x1) / 2


def row_of(page: Page, texts: list[str]) -> list[Word]:
    """The first words in a row with these texts."""
    for n in range(len(page.words)):
        row = page.words[n : n + len(texts)]
        if [word.text for word in row] == texts:
            return row
    raise AssertionError(f"{texts} is nowhere on page {page.number}")


def test_digits_stand_below_their_heads(document: Document) -> None:
    page = document.page_of("DATA SENGKETA PENGUSAHA")
    numbers = row_of(page, [str(n) for n in range(1, 13)])[3:]
    last = next(word for word in page.words if word.text == "Jumlah" and word.bold)
    sums = [w for w in page.words if abs(w.bottom - last.bottom) < 1 and w.text.isdigit()]
    assert len(sums) == len(numbers)
    for number, digit in zip(numbers, sums, strict=True):
        assert centre(number) == pytest.approx(centre(digit), abs=0.6)


def test_amounts_end_below_each_other_under_a_head_in_the_middle(document: Document) -> None:
    page = document.page_of("Tabel 2.3 Program dan Anggaran")
    head = row_of(page, ["Anggaran", "(Rp)"])
    below = [w for w in page.words if w.size == 9 and w.top > head[0].bottom]
    source = min(w.top for w in below if w.text == "Sumber")
    amounts = [w for w in below if w.text.count(".") >= 2 and w.top < source]
    assert len(amounts) >= 7
    assert max(w.x1 for w in amounts) - min(w.x1 for w in amounts) < 0.6
    # Digits of the sum are bold and widest: its amount is as wide as the block.
    block = max(amounts, key=lambda word: word.x1 - word.x0)
    middle = (head[0].x0 + head[1].x1) / 2
    assert middle == pytest.approx(centre(block), abs=1.5)


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("IKHTISAR EKSEKUTIF", ["tidak", "tercapai"]),
        ("Tabel 3.1 Pencapaian", ["%", "Capaian"]),
        ("Tabel 2.2 Perjanjian", ["Target", "2022"]),
        ("Tabel 3.2 Perbandingan", ["Th.", "2020"]),
    ],
)
def test_short_cells_stay_on_one_line_where_there_is_room(
    document: Document, title: str, words: list[str]
) -> None:
    pages = [page for page in document.pages if title in page.text and "DAFTAR" not in page.text]
    found = [page.words[n : n + len(words)] for page in pages for n in range(len(page.words))]
    rows = [
        row for row in found if [w.text for w in row] == words and {w.size for w in row} <= SIZES
    ]
    assert rows and all(max(w.top for w in row) - min(w.top for w in row) < 1 for row in rows)


@pytest.mark.parametrize("title", ["Tabel 3.5 Penc", "Tabel 3.7 Real", "Tabel 3.8 Anal"])
def test_amounts_side_by_side_do_not_read_as_one(document: Document, title: str) -> None:
    page = document.page_of(title)
    pairs = [
        (one, other)
        for one, other in pairwise(page.words)
        if one.text.count(".") >= 2 <= other.text.count(".") and abs(one.bottom - other.bottom) < 1
    ]
    assert len(pairs) >= 4
    assert min(other.x0 - one.x1 for one, other in pairs) > 8


def test_ranks_and_months_are_not_broken(document: Document) -> None:
    texts = {word.text for page in document.pages for word in page.words}
    assert "JANUARI-DESEMBER" in texts
    assert not [text for text in texts if text.endswith("/") and text.startswith("(")]


def test_tables_have_two_sizes(document: Document) -> None:
    # Of Tabel 3.4 and 3.5, and of all others: 9 points, or 8 where columns are many.
    for title in ("Tabel 2.1 Indikator", "Tabel 3.4 Tabel", "Tabel 3.5 Pencapaian"):
        page = document.page_of(title)
        sizes = {round(word.size, 2) for word in page.words if word.size < 10.4}
        assert sizes <= SIZES | {8.1, 8.5, 10.0}, title


def parts(table: dict[str, Any]) -> list[int]:
    return sorted({number for row in table["children"] for number in pages_of(row)})


def test_a_table_that_is_broken_says_so(document: Document) -> None:
    for table in document.nodes("Table"):
        for number in parts(table)[1:]:
            assert "(lanjutan)" in document.pages[number - 1].text, number


def test_rows_below_a_page_repeat_what_they_share(stressed_pdf: Document) -> None:
    pages = [page for page in stressed_pdf.pages if "Tabel 2.1 (lanjutan)" in page.text]
    assert len(pages) >= 3
    for page in pages:
        head = next(word for word in page.body if word.text == "Sumber" and word.bold)
        below = [w.text for w in page.body if head.bottom < w.top and w.x0 < 130][:6]
        assert " ".join(below).startswith("Peningkatan Kesempatan Kerja"), page.number


def test_the_rule_below_the_head_is_one_line(stressed_pdf: Document) -> None:
    import pdfplumber

    page = next(p for p in stressed_pdf.pages if "Tabel 2.1 (lanjutan)" in p.text)
    with pdfplumber.open(stressed_pdf.path) as pdf:
        lines = [
            o for o in pdf.pages[page.number - 1].lines if o["linewidth"] == pytest.approx(0.7)
        ]
    heights = {round(line["top"], 1) for line in lines}
    assert len(heights) == 1
    assert sum(line["x1"] - line["x0"] for line in lines) == pytest.approx(442, abs=2)
