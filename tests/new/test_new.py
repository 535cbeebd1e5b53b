"""``lkjip new``: what is carried over, what is left empty, and that nothing is overwritten."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import frictionless
import pytest
import yaml
from click.testing import CliRunner

from lkjip.cli import app
from lkjip.config import fiscal_year, load_config
from lkjip.data.folder import Content, read_year
from lkjip.data.schema import schemas
from lkjip.errors import InputError
from lkjip.new import create
from lkjip.paths import Project
from lkjip.render.source import Source

from ..conftest import copy_project


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with a new 2023; tests only read it."""
    project = copy_project(tmp_path_factory.mktemp("baru") / "proyek")
    create(project, 2023)
    return project


@pytest.fixture(scope="module")
def content(made: Project) -> Content:
    return read_year(made.data, 2023)


def rows(project: Project, year: int, name: str) -> list[dict[str, str]]:
    with (project.data / str(year) / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", ["sasaran", "unit", "fungsi", "indikator", "program", "kegiatan"])
def test_the_structure_is_the_same(made: Project, name: str) -> None:
    assert rows(made, 2023, name) == rows(made, 2022, name)


@pytest.mark.parametrize(
    "name",
    ["anggaran", "realisasi_anggaran", "alokasi_sasaran", "kinerja_program", "pegawai", "sengketa"],
)
def test_codes_stay_and_figures_are_empty(made: Project, name: str) -> None:
    figures = {field.name for field in schemas()[name].fields if field.menyusul is not None}
    before = rows(made, 2022, name)
    emptied = [{k: "" if k in figures else v for k, v in row.items()} for row in before]
    assert figures and rows(made, 2023, name) == emptied


@pytest.mark.parametrize("name", ["realisasi", "pengangguran", "ketenagakerjaan"])
def test_this_year_becomes_history(made: Project, name: str) -> None:
    before, after = rows(made, 2022, name), rows(made, 2023, name)
    assert after[: len(before)] == before
    new = after[len(before) :]
    assert {row["tahun"] for row in new} == {"2023"}
    assert len(new) == sum(row["tahun"] == "2022" for row in before)
    figures = [field.name for field in schemas()[name].fields if field.menyusul is not None]
    assert all(row[column] == "" for row in new for column in figures)


def test_targets_wait_for_the_agreement_where_the_renstra_has_none(made: Project) -> None:
    after = rows(made, 2023, "target")
    renstra = [row for row in after if row["dokumen"] == "renstra"]
    assert renstra == [row for row in rows(made, 2022, "target") if row["dokumen"] == "renstra"]
    agreed = [row for row in after if row not in renstra]
    assert {(row["indikator"], row["dokumen"]) for row in agreed} == {
        ("tpt", "iku"),
        *(
            (kode, d)
            for kode in ("lulusan", "tpak", "phi", "sakip")
            for d in ("pk", "pk-perubahan")
        ),
    }
    assert {(row["tahun"], row["target"]) for row in agreed} == {("2023", "")}


def test_targets_are_taken_where_the_renstra_has_them(project: Project) -> None:
    path = project.data / "2022" / "target.csv"
    path.write_text(
        path.read_text("utf-8") + "tpak,renstra,2023,71.5\nsakip,renstra,2023,A\n", "utf-8"
    )
    create(project, 2023)
    found = {
        (row["indikator"], row["dokumen"]): row["target"]
        for row in rows(project, 2023, "target")
        if row["tahun"] == "2023" and row["target"]
    }
    assert found == {
        (kode, dokumen): target
        for kode, target in (("tpak", "71.5"), ("sakip", "A"))
        for dokumen in ("pk", "pk-perubahan", "renstra")
    }


def test_facts_are_asked_again(made: Project) -> None:
    after = rows(made, 2023, "fakta")
    *asked, pagu, spent = after
    assert [row["kode"] for row in asked] == [row["kode"] for row in rows(made, 2022, "fakta")]
    assert all(row["nilai"] == row["sumber"] == "" for row in asked)
    # Those about last year's budget are answered: last year's folder knows.
    assert (pagu["kode"], pagu["nilai"]) == ("pagu_tahun_lalu", "8251284892")
    assert (spent["kode"], spent["nilai"]) == ("realisasi_anggaran_tahun_lalu", "7891881259")
    assert {row["sumber"] for row in (pagu, spent)} == {"data/2022"}


def test_departures_are_asked_for_and_not_said_to_be_none(made: Project, content: Content) -> None:
    assert len(rows(made, 2023, "transmigrasi")) == 1
    assert content.tables["transmigrasi"].rows[0]["keluarga"] is None


def test_the_office_keeps_every_letter_but_year_dates_and_signature(made: Project) -> None:
    before, after = (
        (made.data / str(year) / "instansi.yml").read_text("utf-8").splitlines()
        for year in (2022, 2023)
    )
    changed = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
    assert changed == [
        (
            "# Dinas Tenaga Kerja Kabupaten Blitar, tahun anggaran 2022.",
            "# Dinas Tenaga Kerja Kabupaten Blitar, tahun anggaran 2023.",
        ),
        ("tahun: 2022", "tahun: 2023"),
        # The year after starts with its first edition.
        (
            "edisi: Edisi hitung ulang # laporan yang terbit lagi sesudah dihitung ulang; "
            "boleh tidak ada",
            "edisi: null # laporan yang terbit lagi sesudah dihitung ulang; boleh tidak ada",
        ),
        ("  tanggal: 2023-02-28", "  tanggal: null"),
        (
            '  kepegawaian_per: "2022-11" # keadaan pegawai sampai dengan bulan ini',
            "  kepegawaian_per: null # keadaan pegawai sampai dengan bulan ini",
        ),
        ("    tanggal: 2022-01-24", "    tanggal: null"),
        # Who signed last signs first.
        ("    pihak_pertama: mujianto", "    pihak_pertama: rully"),
        ("    tanggal: 2022-10-31", "    tanggal: null"),
    ]


def test_a_date_that_was_empty_already_stays_empty(project: Project) -> None:
    path = project.data / "2022" / "instansi.yml"
    text = path.read_text("utf-8").replace("tanggal: 2023-02-28", "tanggal:")
    path.write_text(text, "utf-8")
    create(project, 2023)
    settings = yaml.safe_load((project.data / "2023" / "instansi.yml").read_text("utf-8"))
    assert settings["laporan"]["tanggal"] is None and settings["tahun"] == 2023


def test_every_passage_waits_with_last_years_text_out_of_sight(made: Project) -> None:
    before = {path.name: path for path in (made.narasi / "2022").glob("*.md")}
    after = {path.name: path for path in (made.narasi / "2023").glob("*.md")}
    assert before.keys() == after.keys()
    for name, path in after.items():
        text = path.read_text("utf-8")
        source = Source(name, text)
        assert source.masked.split() == ["[belum", "ditulis]{.mark}"]
        assert source.shortcodes == []
        assert before[name].read_text("utf-8").strip() in text


def test_a_comment_in_last_years_text_does_not_end_the_new_one(project: Project) -> None:
    path = project.narasi / "2022" / "solusi.md"
    path.write_text("Satu <!-- catatan --> dua.\n\n```\n-->\n```\n\nTiga.\n", "utf-8")
    create(project, 2023)
    text = (project.narasi / "2023" / "solusi.md").read_text("utf-8")
    assert "catatan" not in text and text.count("-->") == 1 and text.endswith("-->\n")
    assert "Satu  dua." in text and "Tiga." in text
    # And once more, from a passage that nobody wrote.
    create(project, 2024)
    text = (project.narasi / "2024" / "solusi.md").read_text("utf-8")
    assert text.count("belum ditulis") == 1 and text.count("-->") == 1


def test_the_profile_names_the_year(made: Project) -> None:
    config = load_config(made, "2023")
    assert fiscal_year(made, config) == 2023
    assert config["project"]["output-dir"] == "output/2023"
    assert "2022" not in made.profile("2023").read_text("utf-8")


def test_the_new_folder_is_a_valid_package(made: Project) -> None:
    report = frictionless.validate(str(made.data / "2023" / "datapackage.json"))
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])


def test_explanations_belong_to_their_year(project: Project) -> None:
    path = project.data / "2022" / "penjelasan.csv"
    path.write_text("kode,sel,alasan,nama,tanggal\n", "utf-8")
    create(project, 2023)
    assert not (project.data / "2023" / "penjelasan.csv").exists()


def test_the_logo_comes_along(project: Project) -> None:
    (project.data / "2022" / "lambang.png").write_bytes(b"gambar")
    path = project.data / "2022" / "instansi.yml"
    path.write_text(path.read_text("utf-8").replace("logo: null", "logo: lambang.png"), "utf-8")
    create(project, 2023)
    assert (project.data / "2023" / "lambang.png").read_bytes() == b"gambar"


def test_a_file_from_excel_is_carried_over_in_plain_form(project: Project) -> None:
    path = project.data / "2022" / "realisasi.csv"
    text = path.read_text("utf-8").replace(",", ";").replace(".", ",")
    path.write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    create(project, 2023)
    data = (project.data / "2023" / "realisasi.csv").read_bytes()
    assert data.startswith(b"indikator,tahun,realisasi\n") and b"tpak,2022,72.79\n" in data


@pytest.mark.parametrize("name", ["data/2023", "narasi/2023", "_quarto-2023.yml"])
def test_nothing_is_overwritten(project: Project, name: str) -> None:
    path = project.root / name
    path.write_text("punya saya", "utf-8")
    before = snapshot(project)
    with pytest.raises(InputError) as caught:
        create(project, 2023)
    (found,) = caught.value.findings
    assert found.file == name and "overwritten" in found.message and found.mend
    assert snapshot(project) == before


@pytest.mark.parametrize("year", [2021, 2025, 2022])
def test_a_year_follows_one_that_exists(project: Project, year: int) -> None:
    before = snapshot(project)
    with pytest.raises(InputError) as caught:
        create(project, year)
    if year == 2022:
        files = {found.file for found in caught.value.findings}
        assert files == {"data/2022", "narasi/2022", "_quarto-2022.yml"}
    else:
        (found,) = caught.value.findings
        assert found.file == f"data/{year - 1}" and found.value == str(year)
        assert found.expected == "a year after one of: 2022"
        assert found.mend == "run: lkjip new 2023"
    assert snapshot(project) == before


def test_a_year_with_mistakes_is_no_start(project: Project) -> None:
    path = project.data / "2022" / "anggaran.csv"
    path.write_text(path.read_text("utf-8").replace("4144720692", "banyak"), "utf-8")
    before = snapshot(project)
    with pytest.raises(InputError, match=r"anggaran\.csv"):
        create(project, 2023)
    assert snapshot(project) == before


def test_all_or_nothing(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    before = snapshot(project)
    real = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if Path(target).name == "_quarto-2023.yml":
            raise OSError("the disk is full")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(OSError, match="disk is full"):
        create(project, 2023)
    assert snapshot(project) == before


def test_what_a_killed_run_left_is_cleared_away(project: Project) -> None:
    (project.root / ".lkjip-new-abc").mkdir()
    create(project, 2023)
    assert not [name for name in snapshot(project) if ".lkjip-new" in name]


def snapshot(project: Project) -> dict[str, bytes]:
    files = sorted(path for path in project.root.rglob("*") if path.is_file())
    return {project.relative(path): path.read_bytes() for path in files}


def test_the_command_tells_what_it_made_and_what_comes_next(project: Project) -> None:
    done = CliRunner().invoke(app, ["new", "2023", "--project", str(project.root)])
    assert done.exit_code == 0, done.output
    assert done.output.splitlines() == [
        "made data/2023",
        "made narasi/2023",
        "made _quarto-2023.yml",
        "fill in data/2023; lkjip check 2023 tells what is missing",
    ]
    done = CliRunner().invoke(app, ["new", "2023", "--project", str(project.root)])
    assert done.exit_code == 2 and "3 problems found." in done.output
    assert not re.search("Traceback", done.output)


def test_a_year_behind_the_renstra_is_told(project: Project) -> None:
    for year in range(2023, 2028):
        created = create(project, year)
        assert created.after_period == (year == 2027)
