"""Whole audits: notebooks run again, pages made again, nothing touched."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from lkjip.bundle import manifest
from lkjip.bundle.bundle import Bundle
from lkjip.cli import app

from ..conftest import Report, copy_project
from .test_tamper import swap

pytestmark = pytest.mark.build
runner = CliRunner()


def run(*words: str) -> tuple[int, str]:
    done = runner.invoke(app, ["audit", *words])
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done.exit_code, done.stdout


def state(folder: Path) -> dict[str, tuple[str, int]]:
    """Content and time of change of all files below a folder."""
    return {
        path.relative_to(folder).as_posix(): (
            hashlib.sha256(path.read_bytes()).hexdigest(),
            path.stat().st_mtime_ns,
        )
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_bundle_alone_is_audited_and_not_touched(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle = Path(shutil.copytree(report.folder, tmp_path / "dari auditi"))
    elsewhere = tmp_path / "lain"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    before = state(tmp_path)
    code, told = run(str(bundle))
    assert (code, state(tmp_path)) == (0, before)
    assert told.endswith("outcome: no difference\n")


def test_a_project_that_went_on_is_told_apart(report: Report, tmp_path: Path) -> None:
    project = Path(shutil.copytree(report.project.root, tmp_path / "proyek"))
    swap(project / "data" / "2022" / "realisasi.csv", "tpak,2022,72.79", "tpak,2022,73.79")
    narrative = project / "narasi" / "bab-4-penutup.qmd"
    narrative.write_text(narrative.read_text("utf-8") + "\nKalimat yang baru.\n", "utf-8")
    before = state(project)
    code, told = run("2022", "--project", str(project), "--format", "json")
    assert (code, state(project)) == (1, before)
    found = {each["name"]: each for each in json.loads(told)["differences"]}
    data = found["data/2022/realisasi.csv"]
    assert data["category"] == "masukan"
    assert [(each["column"], each["old"], each["new"]) for each in data["changes"]] == [
        ("realisasi", "72.79", "73.79")
    ]
    assert found["sumber/narasi/bab-4-penutup.qmd"]["category"] == "narasi"
    moved = [each for each in found["capaian"]["changes"] if each["column"] == "Realisasi"]
    assert [(each["old"], each["new"], each["delta"]) for each in moved] == [
        ("72,79%", "73,79%", "+1,00 poin persen")
    ]
    assert found["capaian"]["causes"] == ["masukan"]
    pages = found["lkjip-2022.html"]
    assert pages["causes"] == ["narasi", "masukan"]
    assert any(each["new"] == "Kalimat yang baru." for each in pages["sentences"])


def test_a_final_with_touched_data_is_made_anew_in_spite_of_the_check(
    report: Report, tmp_path: Path
) -> None:
    bundle = Path(shutil.copytree(report.folder, tmp_path / "2022"))
    made = replace(Bundle.read(bundle).made, final=True, formats=("html",))
    for name in ("lkjip-2022.pdf", "lkjip-2022.docx"):
        (bundle / name).unlink()
    manifest.write(bundle, made)
    swap(bundle / "data" / "2022" / "realisasi.csv", "tpak,2022,72.79", "tpak,2022,82.79")
    code, told = run(str(bundle), "--format", "json")
    content = json.loads(told)
    found = {each["name"]: each for each in content["differences"]}
    assert code == 1
    assert (content["notes"], content["compared"]["documents"]) == ([], 1)
    assert "rerun" not in {each["code"] for each in content["differences"]}
    pages = found["lkjip-2022.html"]
    assert (pages["code"], pages["causes"]) == ("document", ["masukan"])
    assert any("82,79%" in each["new"] for each in pages["sentences"])


def test_what_was_not_compared_is_said(report: Report, tmp_path: Path) -> None:
    bundle = Path(shutil.copytree(report.folder, tmp_path / "2022"))
    swap(bundle / "data" / "2022" / "realisasi.csv", "tpak,2022,72.79", "tpak,2022,banyak")
    code, told = run(str(bundle))
    assert code == 1
    assert "Numbers and documents were not compared: nothing could be made anew." in told
    assert "tidak dibandingkan" in run(str(bundle), "--format", "html")[1]


def test_bad_input(report: Report, tmp_path: Path) -> None:
    assert run("2031", "--project", str(report.project.root))[0] == 2
    assert run(str(tmp_path))[0] == 2
    assert run("tidak-ada")[0] == 2
    assert run(str(report.folder), "--format", "docx")[0] == 2


def test_a_year_that_was_not_built_says_how_to_build_it(tmp_path: Path) -> None:
    copy_project(tmp_path / "proyek")
    words = ["2024", "--project", str(tmp_path / "proyek")]
    for command in (["audit", *words], ["diff", "2022", *words]):
        done = runner.invoke(app, command)
        assert done.exit_code == 2
        year = "2024" if command[0] == "audit" else "2022"
        assert f"output/{year}: this folder does not exist" in done.stderr
        assert f"run: lkjip build {year}" in done.stderr
