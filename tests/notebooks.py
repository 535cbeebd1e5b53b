"""Runs the notebooks in this process: fast enough to try many data sets."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest import mock

import lkjip.notebook
from lkjip.figures.gambar import Gambar

from .conftest import ROOT


@dataclass
class Shown:
    """What the notebooks of a year recorded and showed."""

    nilai: dict[str, Any] = field(default_factory=dict)
    tabel: dict[str, list[list[str]]] = field(default_factory=dict)
    html: dict[str, str] = field(default_factory=dict)
    gambar: dict[str, str] = field(default_factory=dict)
    asal: dict[str, Any] = field(default_factory=dict)
    jejak_tabel: dict[str, list[list[str | None]]] = field(default_factory=dict)

    def take(self, data: dict[str, Any], raw: bool) -> None:
        content = data[lkjip.notebook.MIME]
        if content["jenis"] == "tabel":
            self.tabel[content["id"]] = list(csv.reader(io.StringIO(content["csv"])))
            self.html[content["id"]] = content["html"]
            self.jejak_tabel[content["id"]] = content["asal"]
        if content["jenis"] == "gambar":
            self.gambar[content["id"]] = content["alt"]


def run_notebooks(data_dir: Path, year: int) -> Shown:
    """Run all notebooks, as papermill would, with the data of a folder.

    Charts are drawn as SVG only: nobody looks at the other picture, and it takes longer.
    """
    with _recording() as shown:
        for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
            names: dict[str, Any] = {}
            for cell in json.loads(path.read_text("utf-8"))["cells"]:
                source = "".join(cell["source"])
                if cell["id"] == "parameters":
                    source = f"fiscal_year = {year}\ndata_dir = {str(data_dir)!r}"
                if cell["cell_type"] == "code":
                    exec(compile(source, f"{path.name}:{cell['id']}", "exec"), names)
        shown.nilai = dict(lkjip.notebook._tercatat)
        shown.asal = dict(lkjip.notebook._asal)
    return shown


@contextmanager
def _recording() -> Iterator[Shown]:
    shown = Shown()
    _forget()
    with (
        mock.patch.object(lkjip.notebook, "display", shown.take),
        mock.patch.object(Gambar, "png", return_value=b""),
    ):
        yield shown
    _forget()


def _forget() -> None:
    for remembered in (lkjip.notebook._tercatat, lkjip.notebook._baru, lkjip.notebook._asal):
        remembered.clear()
