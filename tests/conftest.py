"""Throw-away projects for the tests, and the real report built once."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from lkjip.build import build
from lkjip.paths import Project
from lkjip.render.lock import locked

from .stress import make_stress

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
# They take long without building a report.
LONG = ("tests/test_empty_cells.py", "tests/check/test_mutation.py")


@dataclass(frozen=True)
class Report:
    """A built report and the project it was built from."""

    project: Project
    year: int

    @property
    def folder(self) -> Path:
        return self.project.output(self.year)

    def file(self, suffix: str) -> Path:
        return self.folder / f"lkjip-{self.year}.{suffix}"


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


def pytest_configure(config: pytest.Config) -> None:
    """Keep our order: pytest-xdist would begin with the files of most tests, the quick ones."""
    config.option.loadscopereorder = False
    gc.disable()  # until the tests are collected: nothing of that is garbage


def pytest_collection_finish() -> None:
    """Leave modules and tests alone from now on: they stay, and it takes long to look at them."""
    gc.freeze()
    gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long, when tests run side by side; skip what needs an absent Quarto."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        # Else one process would be left with the longest file when all others are done.
        items.sort(key=lambda item: "build" not in item.keywords and not is_long(item))
    if shutil.which("quarto"):
        return
    absent = pytest.mark.skip(reason="quarto is not on PATH")
    for item in items:
        if "quarto" in item.keywords:
            item.add_marker(absent)


def is_long(item: pytest.Item) -> bool:
    """Whether a test belongs to one of the files that take long."""
    return item.nodeid.partition("::")[0] in LONG


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout itself; tests only read it."""
    return ROOT


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A fresh copy of the real project that a test may change."""
    return copy_project(tmp_path / "proyek")


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[], Path]) -> Path:
    """A file or folder, made once for all processes of a test run (pytest-xdist).

    Parameters
    ----------
    factory
        Where temporary folders come from.
    name
        What it is called among them.
    make
        What makes it, and tells where it is. If that fails, the next process tries again.
    """
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    done = base / f"{name}.selesai"
    with locked(base / f"{name}.kunci"):
        if not done.exists():
            done.write_text(str(make()), "utf-8")
    return Path(done.read_text("utf-8"))


def shared(factory: pytest.TempPathFactory, name: str, make: Callable[[Project], None]) -> Project:
    """A copy of the project, made `once`; `make` is what is done to the copy."""

    def prepared() -> Path:
        project = copy_project(factory.mktemp(name) / "proyek")
        make(project)
        return project.root

    return Project(once(factory, name, prepared))


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """FY 2022 from CSV to all formats with the built-in renderer; tests only read it."""

    def make(project: Project) -> None:
        build(project, 2022, engine="builtin")

    return Report(shared(tmp_path_factory, "laporan", make), 2022)


@pytest.fixture(scope="session")
def stressed(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """A year with many and long names, large sums and a long history, as web page and Word file."""

    def make(project: Project) -> None:
        make_stress(project)
        build(project, 2022, ["html", "docx"], engine="builtin")

    return Report(shared(tmp_path_factory, "berat", make), 2022)


@pytest.fixture(scope="session")
def computed(report: Report) -> Path:
    """``_build/2022`` of the real report."""
    return report.project.build(2022)
