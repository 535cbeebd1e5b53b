"""The published 2022 report, found again in HTML, PDF and Word."""

from __future__ import annotations

import csv

import pytest

from ..conftest import Report
from ..documents import (
    Grid,
    docx_tables,
    docx_text,
    html_tables,
    html_text,
    pdf_tables,
    pdf_text,
    squeeze,
)
from ..golden.compare import ALL_TABLES, FOLDER, TABLES, expected

pytestmark = pytest.mark.build
FORMATS = ("html", "pdf", "docx")


def tables(report: Report, suffix: str) -> list[Grid]:
    path = report.file(suffix)
    if suffix == "html":
        return list(html_tables(path).values())
    return pdf_tables(path) if suffix == "pdf" else docx_tables(path)


def text(report: Report, suffix: str) -> str:
    read = {"html": html_text, "pdf": pdf_text, "docx": docx_text}[suffix]
    return squeeze(read(report.file(suffix)))


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_tables_stand_in_the_order_of_the_report(report: Report) -> None:
    assert list(html_tables(report.file("html"))) == ALL_TABLES


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_cell_is_found_at_its_place(report: Report, suffix: str) -> None:
    found = tables(report, suffix)
    assert len(found) == len(ALL_TABLES)
    everything = text(report, suffix)
    cells = 0
    for id, grid in zip(TABLES, found[-len(TABLES) :], strict=True):
        golden = expected(id)
        lines = list(zip(golden.jenis, golden.sel, strict=True))
        table = [cells for jenis, cells in lines if jenis != "sumber"]
        ours = [[squeeze(cell) for cell in row] for row in grid[: len(table)]]
        assert ours == [[squeeze(cell) for cell in row] for row in table], id
        for jenis, line in lines:
            if jenis == "sumber":
                assert squeeze(line[0]) in everything, id
        cells += sum(map(len, table))
    assert cells > 800


@pytest.mark.parametrize("suffix", FORMATS)
def test_captions_and_their_numbers_are_as_published(report: Report, suffix: str) -> None:
    everything = text(report, suffix)
    for row in rows("captions.csv"):
        number = f"Tabel {row['nomor']}" if row["nomor"] else ""
        assert squeeze(number + row["judul"]) in everything, row["id"]


@pytest.mark.parametrize("suffix", FORMATS)
def test_headings_and_their_numbers_are_as_published(report: Report, suffix: str) -> None:
    everything = text(report, suffix)
    for row in rows("headings.csv"):
        number = f"BAB {row['nomor']}" if row["tingkat"] == "1" else row["nomor"]
        assert squeeze(number + row["judul"]) in everything, row


@pytest.mark.parametrize("suffix", FORMATS)
def test_signature_blocks_name_people_pangkat_and_nip(report: Report, suffix: str) -> None:
    everything = text(report, suffix)
    for row in rows("signatures.csv"):
        # "Pt." is the report's misprint of "Plt."; its "ME." has a full stop once and once not.
        line = squeeze(row["teks"]).replace("Pt.KEPALA", "Plt.KEPALA").rstrip(".,")
        assert line in everything, row


@pytest.mark.parametrize("suffix", FORMATS)
def test_nothing_is_left_unresolved(report: Report, suffix: str) -> None:
    everything = text(report, suffix)
    for sign in ("{{<", ">}}", "?@", "@tbl", "@fig", ":::", "nilai.json"):
        assert sign not in everything, sign


def test_figures_have_an_alternative_text(report: Report) -> None:
    from lxml import html

    tree = html.fromstring(report.file("html").read_bytes())
    images = tree.xpath("//img | //*[@role='img'] | //svg[not(ancestor::*[@role='img'])]")
    alternatives = [image.get("alt") or image.get("aria-label") for image in images]
    assert len(alternatives) == 5
    assert all(text and len(text) > 80 for text in alternatives)
