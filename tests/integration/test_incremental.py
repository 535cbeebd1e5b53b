"""Only what changed is done again, and twice the same gives the same bytes."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner

from lkjip.build import build
from lkjip.bundle.layout import MANIFEST
from lkjip.cli import app
from lkjip.paths import Project

from ..conftest import Report, copy_project

pytestmark = pytest.mark.build


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def rebuilt(report: Report, tmp_path: Path) -> Project:
    """A copy of the built project, with what it has computed."""
    import shutil

    project = copy_project(tmp_path / "proyek")
    for name in ("_build", "output"):
        shutil.copytree(report.project.root / name, project.root / name)
    return project


def test_two_builds_in_two_folders_give_the_same_bytes(report: Report, tmp_path: Path) -> None:
    other = copy_project(tmp_path / "tempat lain")
    build(other, 2022, engine="builtin", jobs=1)
    assert digests(other.output(2022)) == digests(report.folder)


def test_nothing_changed_means_nothing_done(rebuilt: Project) -> None:
    before = digests(rebuilt.output(2022))
    built = build(rebuilt, 2022, engine="builtin")
    assert built.unchanged
    assert built.executed.ran == []
    assert digests(rebuilt.output(2022)) == before


def test_a_change_of_narrative_runs_no_notebook(rebuilt: Project) -> None:
    path = rebuilt.narasi / "bab-1-pendahuluan.qmd"
    path.write_text(path.read_text("utf-8") + "\nKalimat tambahan.\n", "utf-8")
    before = digests(rebuilt.output(2022))
    built = build(rebuilt, 2022, engine="builtin")
    assert not built.unchanged
    assert built.executed.ran == []
    after = digests(rebuilt.output(2022))
    changed = {name for name in after if after[name] != before[name]}
    reports = {"lkjip-2022.html", "lkjip-2022.pdf", "lkjip-2022.docx"}
    assert changed == {*reports, MANIFEST, "sumber/narasi/bab-1-pendahuluan.qmd"}


def test_a_damaged_report_is_made_again(rebuilt: Project) -> None:
    before = digests(rebuilt.output(2022))
    (rebuilt.output(2022) / "lkjip-2022.html").write_text("rusak", "utf-8")
    assert not build(rebuilt, 2022, engine="builtin").unchanged
    assert digests(rebuilt.output(2022)) == before


def test_formats_and_folder_are_as_asked(rebuilt: Project, tmp_path: Path) -> None:
    built = build(rebuilt, 2022, ["html"], engine="builtin", output=tmp_path / "hasil")
    assert built.folder == tmp_path / "hasil" / "2022"
    names = {path.name for path in built.folder.iterdir()}
    beside = {"nilai.json", "notebooks", "tabel", "data", "sumber", MANIFEST}
    assert names == {"lkjip-2022.html", *beside}


def test_a_draft_says_that_it_replaces_a_final_report(rebuilt: Project) -> None:
    words = ["build", "2022", "--engine", "builtin", "--to", "html", "--project", str(rebuilt.root)]
    told = [
        CliRunner().invoke(app, [*words, *more]).stdout.splitlines()
        for more in (["--final"], ["--final"], [], [])
    ]
    final, again, draft, last = ([line for line in lines if line[:5] == "2022:"] for lines in told)
    assert len(final) == 1 and final[0].startswith("2022: the final report is in output/2022")
    assert again[0].startswith("2022: nothing has changed; the final report is in output/2022")
    assert draft[0].startswith("2022: this draft takes the place of a final report;")
    assert draft[1].startswith("2022: the draft is in output/2022")
    assert len(last) == 1 and last[0].startswith("2022: nothing has changed; the draft is in")
