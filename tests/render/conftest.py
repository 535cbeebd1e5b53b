"""A tiny project with everything that a renderer has to know."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lkjip.config import load_config
from lkjip.paths import Project
from lkjip.render import builtin

from .sample import YEAR, write_sample

Edit = Callable[[Project], None]


@pytest.fixture
def sample(tmp_path: Path) -> Project:
    """The sample project, to be changed by a test."""
    return Project(write_sample(tmp_path / "contoh"))


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample in all formats, made by the built-in renderer."""
    folder = tmp_path_factory.mktemp("contoh")
    project = Project(write_sample(folder / "proyek"))
    render_builtin(project, folder)
    return folder


def render_builtin(project: Project, target: Path, *formats: str) -> list[Path]:
    """Render a project with the built-in renderer."""
    config = load_config(project, str(YEAR))
    return builtin.render(project, YEAR, config, list(formats or ("html", "pdf", "docx")), target)


def replace(project: Project, name: str, old: str, new: str) -> None:
    """Change a source file of a project."""
    path = project.root / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8", newline="\n")


def append(project: Project, text: str, name: str = "narasi/isi.qmd") -> int:
    """Add a paragraph to a source file; gives the line on which it begins."""
    path = project.root / name
    before = path.read_text("utf-8")
    path.write_text(f"{before}\n{text}\n", "utf-8", newline="\n")
    return before.count("\n") + 2
