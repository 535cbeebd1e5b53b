"""Forty programmes, thirty indicators, names of 250 characters: still good pages."""

from __future__ import annotations

import re

import pytest

from ..stress import INDICATORS, PROGRAMS
from .geometry import Document, Page, outside, overlapping

pytestmark = pytest.mark.build


def test_everything_has_its_place(stressed_pdf: Document) -> None:
    for page in stressed_pdf.pages[1:]:
        assert outside(page) == [], page.number
        assert overlapping(page) == [], page.number
        assert round(min(word.size for word in page.words), 2) >= 8.0, page.number


def test_no_page_is_nearly_empty(stressed_pdf: Document) -> None:
    for page, after in zip(stressed_pdf.pages[4:], stressed_pdf.pages[5:], strict=False):
        # A long chart begins on a page of its own.
        assert after.begins or page.filled >= 0.12, page.number


def test_heads_of_long_tables_repeat(stressed_pdf: Document) -> None:
    table = pages_between(stressed_pdf, "Tabel 2.3 Program dan Anggaran", "2.2.1 Perubahan")
    assert len(table) >= 4
    numbers = []
    for page in table:
        assert re.search(r"No\. Program Anggaran \(Rp\) Keterangan", page.text), page.number
        numbers += [int(n) for n in re.findall(r"(\d+) Program Nomor \d+ ", page.text)]
    # Each programme once, in order: no row is lost or split at the end of a page.
    assert numbers == list(range(1, PROGRAMS + 1))


def test_long_charts_run_over_pages_with_their_legends(stressed_pdf: Document) -> None:
    pages = [page for page in stressed_pdf.pages if "realisasi (tidak tercapai)" in page.text]
    assert len(pages) >= 3
    names = " ".join(page.text for page in pages)
    found = set(re.findall(r"Persentase ke ?- ?(\d+)", names))
    assert len(found) == INDICATORS - 5


def pages_between(document: Document, first: str, last: str) -> list[Page]:
    start = document.page_of(first).number - 1
    end = next(n for n, page in enumerate(document.pages) if n >= start and last in page.text)
    return document.pages[start : end + 1]


def test_tables_whose_texts_would_stand_word_by_word_get_turned_pages(
    stressed_pdf: Document, document: Document
) -> None:
    for caption in ("Tabel 3.5 Pencapaian", "Tabel 3.8 Analisis"):
        ordinary, turned = (each.page_of(caption) for each in (document, stressed_pdf))
        assert ordinary.width < ordinary.height
        assert turned.width > turned.height
