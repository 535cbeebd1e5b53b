"""The numbers of a report as files: out of a bundle, or out of ``_build/<year>``."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any

from lkjip.bundle.layout import NOTEBOOKS, TABLES, VALUES

Grid = list[list[str]]
_MIME = "application/vnd.lkjip+json"
_TEXT = re.compile(r"<text\b[^>]*>([^<]*)</text>")


@dataclass(frozen=True)
class Figure:
    """A figure: the words that describe it, the texts in it, and its two drawings (SHA-256)."""

    alt: str
    texts: tuple[str, ...]
    svg: str
    png: str


@dataclass
class Published:
    """What a report says in numbers.

    Attributes
    ----------
    values
        Id → what ``nilai.json`` says of a value.
    tables
        Id → rows of cells as printed, the head first.
    figures
        Id → figure, from the executed notebooks.
    homes
        Id of a value, table or figure (as ``nilai:x``) → name of the notebook that made it.
    unreadable
        Files that are not what they should be.
    """

    values: dict[str, dict[str, Any]] = field(default_factory=dict)
    tables: dict[str, Grid] = field(default_factory=dict)
    figures: dict[str, Figure] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)
    unreadable: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, folder: Path) -> Published:
        """Read ``nilai.json``, ``tabel/`` and ``notebooks/`` of a folder, as far as they are."""
        found = cls()
        found._values(folder / VALUES)
        for path in sorted((folder / TABLES).glob("*.csv")):
            try:
                found.tables[path.stem] = grid(path.read_text(encoding="utf-8"))
            except (OSError, UnicodeDecodeError, csv.Error):
                found.unreadable.append(f"{TABLES}/{path.name}")
        for path in sorted((folder / NOTEBOOKS).glob("*.ipynb")):
            try:
                for shown in outputs(path):
                    if shown[_MIME]["jenis"] == "gambar":
                        found.figures[shown[_MIME]["id"]] = _figure(shown)
            except (OSError, ValueError, LookupError, TypeError, AttributeError):
                found.unreadable.append(f"{NOTEBOOKS}/{path.name}")
        return found

    def _values(self, path: Path) -> None:
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
            self.values = content["nilai"]
            for kind in ("nilai", "tabel", "gambar"):
                for key, entry in content[kind].items():
                    self.homes[f"{kind}:{key}"] = entry["notebook"].rpartition("/")[2]
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            self.unreadable.append(VALUES)


def grid(text: str, delimiter: str = ",") -> Grid:
    """The cells of a table's CSV."""
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


def outputs(notebook: Path) -> Iterator[dict[str, Any]]:
    """The outputs of an executed notebook that carry something for the report."""
    for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if _MIME in data:
                yield data


def _figure(shown: dict[str, Any]) -> Figure:
    svg = "".join(shown["image/svg+xml"])
    return Figure(
        shown[_MIME]["alt"],
        tuple(unescape(text) for text in _TEXT.findall(svg)),
        hashlib.sha256(svg.encode()).hexdigest(),
        hashlib.sha256(base64.b64decode("".join(shown["image/png"]))).hexdigest(),
    )
