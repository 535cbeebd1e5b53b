from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from lkjip.bundle.git import state

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not on PATH")


def run(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


def test_a_tree_is_clean_or_not(tmp_path: Path) -> None:
    (tmp_path / "_quarto.yml").write_text("a: 1\n", "utf-8")
    assert state(tmp_path) is None
    run(tmp_path, "init")
    run(tmp_path, "add", "-A")
    assert state(tmp_path) is None
    run(tmp_path, "commit", "-m", "satu")
    first = state(tmp_path)
    assert first is not None
    assert first.clean and len(first.commit) == 40
    (tmp_path / "baru.csv").touch()
    second = state(tmp_path)
    assert second is not None
    assert (second.commit, second.clean) == (first.commit, False)


def test_a_project_inside_another_tree_has_no_commit(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    run(tmp_path, "init")
    run(tmp_path, "add", "-A")
    run(tmp_path, "commit", "-m", "satu")
    inner = tmp_path / "dalam"
    inner.mkdir()
    (inner / "_quarto.yml").touch()
    assert state(inner) is None
