"""Another year from the same notebooks and ``report.qmd``."""

from __future__ import annotations

import json
from typing import Any

import pytest

from lkjip.build import build

from ..conftest import Report, copy_project
from ..documents import docx_tables, docx_text, html_tables, html_text, pdf_tables, pdf_text
from .next_year import INDIKATOR, PROGRAM, YEAR, make_2023

pytestmark = pytest.mark.build


@pytest.fixture(scope="module")
def next_report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    project = copy_project(tmp_path_factory.mktemp("tahun-depan") / "proyek")
    make_2023(project)
    build(project, YEAR, engine="builtin")
    return Report(project, YEAR)


@pytest.fixture(scope="module")
def values(next_report: Report) -> dict[str, Any]:
    index = json.loads((next_report.folder / "nilai.json").read_text("utf-8"))
    return {id: value["bentuk"]["utama"] for id, value in index["nilai"].items()}


def test_the_new_indicator_is_measured_by_its_polarity(values: dict[str, Any]) -> None:
    # Lower is better: (2 × 3,5 − 3) / 3,5 = 114,2857…%, truncated as instansi.yml says.
    assert values["kk.capaian"] == "114,28%"
    assert values["kk.status"] == "tercapai"
    assert values["phi.status"] == "tidak tercapai"
    assert values["sakip.status"] == "tercapai"


def test_totals_hold_the_new_programme(values: dict[str, Any]) -> None:
    # 8.251.284.892 + 500.000.001 and 7.891.881.259 + 123.456.789.
    assert values["anggaran.pagu"] == "Rp8.751.284.893"
    assert values["anggaran.realisasi"] == "Rp8.015.338.048"
    assert values["program.jumlah"] == "7"


def test_tables_have_a_row_for_each_indicator_and_programme(next_report: Report) -> None:
    tables = html_tables(next_report.file("html"))
    assert sum(INDIKATOR in row for row in tables["capaian"]) == 1
    assert sum(PROGRAM in row for row in tables["analisis-efisiensi"]) == 1
    assert sum(PROGRAM.upper() in row for row in tables["realisasi-anggaran"]) == 1
    heads = tables["perbandingan-realisasi"][1]
    assert [cell for cell in heads if cell.startswith("Th.")] == [
        "Th. 2021",
        "Th. 2022",
        "Th. 2023",
    ]
    row = next(row for row in tables["perbandingan-realisasi"] if "Tingkat partisipasi" in row[2])
    assert row[3:] == ["72,5%", "–", "72,79%", "73,1%"]


@pytest.mark.parametrize("suffix", ["html", "pdf", "docx"])
def test_no_word_of_last_year_is_left(next_report: Report, suffix: str) -> None:
    read = {"html": html_text, "pdf": pdf_text, "docx": docx_text}[suffix]
    text = " ".join(read(next_report.file(suffix)).split())
    assert "Ulasan penyebab tahun 2023" in text
    for old in ("8.251.284.892", "7.891.881.259", "31 Oktober 2022", "28 Februari 2023"):
        assert old not in text


def test_all_formats_have_the_same_tables(next_report: Report) -> None:
    def plain(grid: list[list[str]]) -> list[list[str]]:
        return [["".join(cell.split()) for cell in row] for row in grid]

    in_html = [plain(grid) for grid in html_tables(next_report.file("html")).values()]
    for tables in (pdf_tables(next_report.file("pdf")), docx_tables(next_report.file("docx"))):
        for ours, reference in zip(map(plain, tables), in_html, strict=True):
            assert ours == reference[: len(ours)]
