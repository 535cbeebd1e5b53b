"""Tables in the folder of the year that nothing reads."""

from __future__ import annotations

import pytest

from lkjip.check.engine import check
from lkjip.paths import Project


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("anggaran (1).csv", "move what is newer in it to anggaran.csv, then remove it"),
        ("Salinan anggaran.xlsx", "move what is newer in it to anggaran.csv, then remove it"),
        ("zzz.CSV", "move it out of the folder"),
    ],
)
def test_a_copy_is_told_of(project: Project, name: str, advice: str) -> None:
    (project.data / "2022" / name).write_text("a\n", "utf-8")
    (found,) = check(project, 2022, only=["folder"])
    assert (found.code, found.severity) == ("F1", "warning")
    assert [cell.file for cell in found.cells] == [f"data/2022/{name}"]
    assert found.advice == advice


def test_other_files_are_left_alone(project: Project) -> None:
    for name in ("~$anggaran.xlsx", ".anggaran.csv.swp", "catatan.txt", "logo.png"):
        (project.data / "2022" / name).write_text("a\n", "utf-8")
    assert list(check(project, 2022, only=["folder"])) == []
