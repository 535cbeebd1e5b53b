"""Every cell of every table of the published report, in the tables that notebooks make."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from ..documents import html_grid
from .compare import ALL_TABLES, TABLES, compare, differences, expected, golden, squeeze


def read_table(computed: Path, id: str) -> HtmlElement:
    return html.fromstring((computed / "tabel" / f"{id}.html").read_text("utf-8"))


@pytest.mark.parametrize("id", TABLES)
def test_cells_are_as_published(computed: Path, id: str) -> None:
    grid = html_grid(read_table(computed, id))
    found = [(d.baris, d.kolom, d.cetak, squeeze(d.hitung)) for d in compare(id, grid)]
    listed = [
        (d.baris, d.kolom, d.cetak, squeeze(d.hitung)) for d in differences() if d.tabel == id
    ]
    assert found == listed


def test_differences_are_few_and_explained() -> None:
    listed = differences()
    assert len(listed) < 30
    assert [d for d in listed if not d.alasan or d.tabel not in TABLES] == []
    assert max(Counter((d.tabel, d.baris, d.kolom) for d in listed).values()) == 1


def test_kinds_of_rows_are_as_published(computed: Path) -> None:
    for id in TABLES:
        table = read_table(computed, id)
        head = [
            "nomor" if row.get("class") == "nomor-kolom" else "kepala"
            for row in table.iterfind("thead/tr")
        ]
        body = [row.get("class") for row in table.iterfind("tbody/tr")]
        foot = ["sumber" for _row in table.iterfind("tfoot/tr")]
        assert head + body + foot == golden(id).jenis, id


def test_csv_holds_the_cells_of_the_body(computed: Path) -> None:
    """What the CSV of a table says is what the table prints, with the minus of spreadsheets;
    covered places are empty."""
    for id in TABLES:
        with (computed / "tabel" / f"{id}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))[1:]
        table = expected(id)
        body = [
            sel
            for jenis, sel in zip(table.jenis, table.sel, strict=True)
            if jenis in ("isi", "grup", "subjudul", "jumlah")
        ]
        assert len(rows) == len(body), id
        for ours, printed in zip(rows, body, strict=True):
            assert all(
                squeeze(cell) in (squeeze(golden_cell.replace("−", "-")), "")
                for cell, golden_cell in zip(ours, printed, strict=True)
            ), (id, ours)


def test_every_table_and_figure_of_the_report_is_made(computed: Path) -> None:
    assert sorted(path.stem for path in (computed / "tabel").glob("*.html")) == sorted(ALL_TABLES)
    assert {path.name for path in (computed / "gambar").iterdir()} == {
        f"{id}.{kind}"
        for id in ("pegawai", "target-realisasi", "tren", "pagu-realisasi", "pengangguran")
        for kind in ("svg", "png", "html")
    }
