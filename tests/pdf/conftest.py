"""The final PDF of 2022, and of a year at the edge, built once for the tests here."""

from __future__ import annotations

from pathlib import Path

import pytest

from lkjip.config import load_config
from lkjip.paths import Project
from lkjip.render.builtin.engine import render

from ..conftest import Report
from .geometry import Document


def render_pdf(project: Project, year: int, folder: Path) -> Path:
    """The final PDF of a year whose notebooks were run."""
    config = load_config(project, str(year)) | {"final": True}
    return render(project, year, config, ["pdf"], folder)[0]


@pytest.fixture(scope="package")
def document(report: Report, tmp_path_factory: pytest.TempPathFactory) -> Document:
    """The report of 2022."""
    folder = tmp_path_factory.mktemp("pdf")
    return Document.read(render_pdf(report.project, report.year, folder))


@pytest.fixture(scope="package")
def stressed_pdf(stressed: Report, tmp_path_factory: pytest.TempPathFactory) -> Document:
    """A year with many and long names, large sums and a long history."""
    folder = tmp_path_factory.mktemp("pdf-berat")
    return Document.read(render_pdf(stressed.project, stressed.year, folder), tree=False)
