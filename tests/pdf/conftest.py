"""The final PDF of 2022, and of a year at the edge, built once for the tests here."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from lkjip.config import load_config
from lkjip.paths import Project
from lkjip.render.builtin.engine import render

from ..conftest import Report, once
from .geometry import Document


def render_pdf(project: Project, year: int, folder: Path) -> Path:
    """The final PDF of a year whose notebooks were run."""
    config = load_config(project, str(year)) | {"final": True}
    return render(project, year, config, ["pdf"], folder)[0]


def read_once(
    factory: pytest.TempPathFactory, name: str, report: Report, tree: bool = True
) -> Document:
    """A report's final PDF, rendered and read once for all processes: both take seconds."""

    def made() -> Path:
        folder = factory.mktemp(name)
        document = Document.read(render_pdf(report.project, report.year, folder), tree)
        kept = folder / "halaman.pickle"
        kept.write_bytes(pickle.dumps(document))
        return kept

    document = pickle.loads(once(factory, name, made).read_bytes())
    assert isinstance(document, Document)
    return document


@pytest.fixture(scope="package")
def document(report: Report, tmp_path_factory: pytest.TempPathFactory) -> Document:
    """The report of 2022."""
    return read_once(tmp_path_factory, "pdf", report)


@pytest.fixture(scope="package")
def stressed_pdf(stressed: Report, tmp_path_factory: pytest.TempPathFactory) -> Document:
    """A year with many and long names, large sums and a long history."""
    return read_once(tmp_path_factory, "pdf-berat", stressed, tree=False)
