"""What is still missing in a year under preparation, and by whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from lkjip.check.engine import check
from lkjip.check.model import Temuan
from lkjip.data.folder import read_year
from lkjip.new import create
from lkjip.paths import Project

from ..conftest import copy_project

PELATIHAN = "Bidang Pelatihan Kerja, Produktivitas Tenaga Kerja dan Transmigrasi"


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
    by_unit: dict[str, set[str]] = {}
    for temuan in missing(new_year, 2023):
        assert temuan.severity == "error" and temuan.advice
        unit, _verb, what = temuan.message.partition(" has yet to ")
        by_unit.setdefault(unit, set()).add(what)
    assert by_unit[PELATIHAN] == {
        "fill in target.csv: target",
        "fill in realisasi.csv: realisasi",
        "fill in anggaran.csv: pagu",
        "fill in realisasi_anggaran.csv: realisasi",
        "fill in kinerja_program.csv: target, realisasi",
    }
    assert "fill in realisasi.csv: realisasi" in by_unit["Kepala Dinas"]
    assert {
        "fill in pegawai.csv: laki_laki, perempuan",
        "fill in alokasi_sasaran.csv: pagu, realisasi",
        "fill in instansi.yml: laporan.tanggal, laporan.kepegawaian_per, "
        "perjanjian.pk.tanggal, perjanjian.pk-perubahan.tanggal",
        "write 21 passages",
    } <= by_unit["Sekretariat"]


def test_one_cell_is_one_finding_with_its_place_in_the_report(project: Project) -> None:
    path = project.data / "2022" / "realisasi_anggaran.csv"
    path.write_text(path.read_text("utf-8").replace("P3,826171345", "P3,"), "utf-8")
    (temuan,) = missing(project, 2022)
    assert temuan.message == f"{PELATIHAN} has yet to fill in realisasi_anggaran.csv: realisasi"
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
