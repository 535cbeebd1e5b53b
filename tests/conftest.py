"""Throw-away projects for the tests."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lkjip.paths import Project

ROOT = Path(__file__).parents[1]
SOURCES = (
    "_quarto.yml",
    "_quarto-2022.yml",
    "report.qmd",
    "narasi",
    "notebooks",
    "data",
    "_extensions",
)


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout itself; tests only read it."""
    return ROOT


def copy_project(target: Path) -> Project:
    """A copy of the real project's sources, without anything that was built."""
    target.mkdir(parents=True, exist_ok=True)
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns(".*"))
        else:
            shutil.copy2(source, target / name)
    return Project(target)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A fresh copy of the real project that a test may change."""
    return copy_project(tmp_path / "proyek")
