"""Two reports compared through the command."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from lkjip.cli import app

from ..audit.test_tamper import swap
from ..bundle.test_git import run as git
from ..conftest import Report, copy_project

pytestmark = pytest.mark.build
runner = CliRunner()


def run(*words: str) -> tuple[int, str]:
    done = runner.invoke(app, ["diff", *words])
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done.exit_code, done.stdout


@pytest.fixture
def other(report: Report, tmp_path: Path) -> Path:
    """The report as if one of its numbers, sentences and sources were another."""
    folder = Path(shutil.copytree(report.folder, tmp_path / "lain"))
    swap(folder / "tabel" / "capaian.csv", "72,79%", "73,79%")
    swap(folder / "nilai.json", '"utama": "Rp8.251.284.892"', '"utama": "Rp8.251.284.893"')
    swap(
        folder / "lkjip-2022.html",
        'data-nilai="tpak.gerak">naik 2',
        'data-nilai="tpak.gerak">&lt;b&gt;turun 2',
    )
    path = folder / "data" / "2022" / "realisasi_anggaran.csv"
    lines = path.read_text("utf-8").splitlines()
    lines[1] = f"{lines[1].rpartition(',')[0]},99000000000"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return folder


def test_a_report_is_equal_to_itself(report: Report) -> None:
    code, told = run("2022", str(report.folder), "--project", str(report.project.root))
    assert code == 0
    assert "nothing differs" in told


def test_numbers_sentences_and_findings(report: Report, other: Path) -> None:
    code, told = run(str(report.folder), str(other))
    assert code == 1
    for words in (
        "anggaran.pagu: Rp8.251.284.892 → Rp8.251.284.893 (+Rp1)",
        "Table capaian",
        "column Realisasi: 72,79% → 73,79% (+1,00 poin persen)",
        "[-naik-] {+<b>turun+}",
        "Findings that appeared",
    ):
        assert words in told, told


def test_json_and_html(report: Report, other: Path, tmp_path: Path) -> None:
    code, told = run(str(report.folder), str(other), "--format", "json")
    content = json.loads(told)
    assert code == 1
    assert [(each["kind"], each["id"]) for each in content["changes"]] == [
        ("nilai", "anggaran.pagu"),
        ("tabel", "capaian"),
        ("data", "data/2022/realisasi_anggaran.csv"),
    ]
    assert content["appeared"]
    page = tmp_path / "beda.html"
    code, _told = run(str(report.folder), str(other), "--format", "html", "--output", str(page))
    html = page.read_text("utf-8")
    assert code == 1
    assert "<del>naik</del> <ins>&lt;b&gt;turun</ins>" in html


def test_data_alone(report: Report, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(report.folder, tmp_path / "lain"))
    swap(folder / "data" / "2022" / "realisasi.csv", "tpak,2022,72.79", "tpak,2022,73.1")
    (folder / "data" / "2022" / "fungsi.csv").unlink()
    names = (str(report.folder), str(folder))
    code, told = run(*names)
    assert code == 1
    assert "data/2022/fungsi.csv\n  in this file: this file → nothing" in told
    moved = "row 9 (tpak, 2022), column realisasi: 72.79 → 73.1 (+0,31)"
    assert f"data/2022/realisasi.csv\n  {moved}\n" in told
    (_gone, cell) = json.loads(run(*names, "--format", "json")[1])["changes"]
    assert (cell["kind"], cell["row"], cell["column"]) == ("data", 9, "realisasi")
    assert (cell["old"], cell["new"]) == ("72.79", "73.1")
    html = run(*names, "--format", "html")[1]
    assert "row 9 (tpak, 2022), column realisasi" in html


def test_a_name_that_stands_for_nothing(report: Report) -> None:
    code, _told = run("2022", "tidak-ada", "--project", str(report.project.root))
    assert code == 2


@pytest.mark.skipif(not shutil.which("git"), reason="git is not on PATH")
def test_a_git_revision_is_built_in_a_place_of_its_own(report: Report, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "proyek")
    swap(project.root / "data" / "2022" / "realisasi.csv", "tpak,2022,72.79", "tpak,2022,73.79")
    git(project.root, "init")
    git(project.root, "add", "-A")
    git(project.root, "commit", "-m", "satu")
    swap(project.root / "data" / "2022" / "realisasi.csv", "tpak,2022,73.79", "rusak")
    words = ("HEAD", str(report.folder), "--project", str(project.root), "--format", "json")
    code, told = run(*words)
    content = json.loads(told)
    changes = {(each["id"], each["column"]): each for each in content["changes"]}
    assert code == 1
    assert changes["capaian", "Realisasi"]["old"] == "73,79%"
    assert changes["capaian", "Realisasi"]["new"] == "72,79%"
    assert not (project.root / "_build").exists()
