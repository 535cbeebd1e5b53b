"""What is still missing in a year under preparation, and by whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from lkjip.check import text
from lkjip.check.engine import check
from lkjip.check.model import Temuan
from lkjip.data.folder import read_year
from lkjip.new import create
from lkjip.paths import Project

from ..conftest import copy_project

PELATIHAN = "Bidang Pelatihan Kerja, Produktivitas Tenaga Kerja dan Transmigrasi"

INDUSTRIAL = "Bidang Hubungan Industrial dan Syarat Kerja"


@pytest.fixture(scope="module")
def new_year(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = copy_project(tmp_path_factory.mktemp("menyusul") / "proyek")
    create(project, 2023)
    return project


def missing(project: Project, year: int) -> list[Temuan]:
    return list(check(project, year, only=["missing"]))


def test_nothing_is_missing_in_the_published_year(root: Path) -> None:
    assert missing(Project(root), 2022) == []


def test_every_empty_cell_of_a_new_year_is_named_once(new_year: Project) -> None:
    found = [cell for temuan in missing(new_year, 2023) for cell in temuan.cells]
    places = {(cell.file, cell.row, cell.column) for cell in found}
    assert len(places) == len(found)
    content = read_year(new_year.data, 2023)
    empty = {
        (table.file, row.line, field.name)
        for table in content.tables.values()
        for row in table.rows
        for field in table.schema.fields
        if field.still_to_come(row.values)
    }
    settings = {place for place in places if place[0] == "data/2023/instansi.yml"}
    passages = {place for place in places if place[0].startswith("narasi/2023/")}
    assert places == empty | settings | passages
    assert {column for _file, _row, column in settings} == {
        "laporan.tanggal",
        "laporan.kepegawaian_per",
        "perjanjian.pk.tanggal",
        "perjanjian.pk-perubahan.tanggal",
    }
    assert all(row for _file, row, _column in settings)
    assert len(passages) == len(list((new_year.narasi / "2023").iterdir()))
    assert all(cell.value == "" for cell in found if cell.file.startswith("data/"))


def test_each_is_asked_of_the_unit_that_the_data_names(new_year: Project) -> None:
    by_unit: dict[str, list[str]] = {}
    asked: dict[str, set[str]] = {}
    for temuan in missing(new_year, 2023):
        assert temuan.severity == "error" and temuan.advice
        unit, _verb, what = temuan.message.partition(" has yet to ")
        by_unit.setdefault(unit, []).append(what)
        asked.setdefault(unit, set()).update(Path(cell.file).name for cell in temuan.cells)
    # One finding for a unit; the dates of the year and its passages are the secretariat's too.
    assert {unit: len(what) for unit, what in by_unit.items() if len(what) > 1} == {
        "Sekretariat": 3
    }
    of_programmes = {"anggaran.csv", "realisasi_anggaran.csv", "kinerja_program.csv"}
    of_indicators = {"target.csv", "realisasi.csv"}
    assert asked[PELATIHAN] == of_programmes | of_indicators | {"transmigrasi.csv"}
    assert asked[INDUSTRIAL] == of_programmes | of_indicators | {"sengketa.csv"}
    assert {"realisasi.csv", "pengangguran.csv"} <= asked["Kepala Dinas"]
    assert {"pegawai.csv", "alokasi_sasaran.csv", "fakta.csv"} <= asked["Sekretariat"]
    assert not {"sengketa.csv", "transmigrasi.csv"} & asked["Sekretariat"]
    assert by_unit["Sekretariat"][1:] == [
        "fill in instansi.yml: laporan.tanggal, laporan.kepegawaian_per, "
        "perjanjian.pk.tanggal, perjanjian.pk-perubahan.tanggal",
        "write 23 passages",
    ]


def test_the_text_lists_files_and_rows_of_a_unit(new_year: Project) -> None:
    report = check(new_year, 2023, only=["missing"])
    shown = text.render([report])
    for temuan in report:
        for file in {cell.file for cell in temuan.cells}:
            assert f"{file}, row" in shown
    assert "data/2023/sengketa.csv, rows 2–5: bipartit, mediasi" in shown
    assert "… and" not in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_files_whose_owner_nobody_names_are_asked_of_the_secretariat(new_year: Project) -> None:
    path = new_year.data / "2023" / "program.csv"
    before = path.read_text("utf-8")
    path.write_text(before.replace("Kawasan Transmigrasi", "Kawasan"), "utf-8")
    try:
        (found,) = (
            temuan
            for temuan in missing(new_year, 2023)
            if any(cell.file.endswith("/transmigrasi.csv") for cell in temuan.cells)
        )
    finally:
        path.write_text(before, "utf-8")
    assert found.message.startswith("Sekretariat ")


def test_one_cell_is_one_finding_with_its_place_in_the_report(project: Project) -> None:
    path = project.data / "2022" / "realisasi_anggaran.csv"
    path.write_text(path.read_text("utf-8").replace("P3,826171345", "P3,"), "utf-8")
    (temuan,) = missing(project, 2022)
    assert temuan.message == f"{PELATIHAN} has yet to fill in 1 cell: realisasi_anggaran.csv"
    (cell,) = temuan.cells
    assert (cell.file, cell.row, cell.column) == (
        "data/2022/realisasi_anggaran.csv",
        4,
        "realisasi",
    )
    assert temuan.sel == "realisasi_anggaran.csv[P3].realisasi="


def test_a_whole_programme_lacks_no_amounts(project: Project) -> None:
    path = project.data / "2022" / "alokasi_sasaran.csv"
    path.write_text(path.read_text("utf-8").replace("sebagian,198665000,197247750", "seluruh,,"))
    assert missing(project, 2022) == []
    path.write_text(path.read_text("utf-8").replace("S4,P1,seluruh,,", "S4,P1,sebagian,5,"))
    (temuan,) = missing(project, 2022)
    assert [cell.column for cell in temuan.cells] == ["realisasi"]


def test_a_passage_is_written_when_its_mark_is_gone(project: Project) -> None:
    path = project.narasi / "2022" / "solusi.md"
    text = path.read_text("utf-8")
    path.write_text(f"Satu.\n\n[belum ditulis]{{.mark}}\n\n{text}", "utf-8")
    (temuan,) = missing(project, 2022)
    assert [(cell.file, cell.row) for cell in temuan.cells] == [("narasi/2022/solusi.md", 3)]
    path.write_text(f"<!-- [belum ditulis]{{.mark}} -->\n\n{text}", "utf-8")
    assert missing(project, 2022) == []


def test_facts_that_every_report_prints(project: Project) -> None:
    path = project.data / "2022" / "fakta.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "jumlah_kegiatan" not in line), "utf-8")
    (temuan,) = missing(project, 2022)
    assert temuan.message == "Sekretariat has yet to add jumlah_kegiatan to fakta.csv"
