"""A small project whose notebooks run fast, with the real data."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest

from lkjip.paths import Project

from ..conftest import ROOT

PARAMETERS = "fiscal_year = None\ndata_dir = None"


def write_notebook(project: Project, name: str, *cells: str, parameters: str = PARAMETERS) -> Path:
    """Write a notebook with a parameters cell and the given code cells."""
    tagged: Any = nbformat.v4.new_code_cell(parameters, id="parameter")
    tagged.metadata["tags"] = ["parameters"]
    notebook = nbformat.v4.new_notebook()
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    notebook.cells = [tagged] + [
        nbformat.v4.new_code_cell(source, id=f"sel-{number}") for number, source in enumerate(cells)
    ]
    path = project.root / "notebooks" / f"{name}.ipynb"
    path.parent.mkdir(exist_ok=True)
    path.write_text(nbformat.writes(notebook), "utf-8")
    return path


def value_cell(key: str, expression: str) -> str:
    """Code that records one value the way ``lkjip.notebook.record`` does, without its imports."""
    return (
        "from IPython.display import display\n"
        f"text = str({expression})\n"
        "display({'application/vnd.lkjip+json': {'jenis': 'nilai', 'nilai': {"
        f"{key!r}: {{'jenis': 'teks', 'nilai': text, 'bentuk': {{'utama': text}}}}}}}}}}, raw=True)"
    )


@pytest.fixture
def small(tmp_path: Path) -> Project:
    project = Project(tmp_path.resolve())
    project.config.write_text("profile: {default: '2022'}\n", "utf-8")
    project.profile("2022").write_text("fiscal-year: 2022\n", "utf-8")
    shutil.copytree(ROOT / "data", project.data)
    return project
