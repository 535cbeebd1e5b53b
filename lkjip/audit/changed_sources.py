"""Sources that are no longer those a report was made of, down to cells and lines."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from lkjip.audit.model import Category, Difference
from lkjip.bundle.layout import kind
from lkjip.diff import tables, text
from lkjip.diff.model import Change, Sentence
from lkjip.diff.published import grid

_CATEGORIES: dict[str, Category] = {
    "data": "masukan",
    "narasi": "narasi",
    "sumber-buku-kerja": "buku-kerja",
    "ekstensi": "ekstensi",
    "pengaturan": "pengaturan",
}


def compare(published: Mapping[str, bytes], now: Mapping[str, bytes]) -> list[Difference]:
    """Compare the sources in a bundle with those of the project.

    Parameters
    ----------
    published, now
        From `lkjip.bundle.sources`.
    """
    return list(_compare(published, now))


def category(name: str) -> Category:
    """What a source decides over."""
    return _CATEGORIES.get(kind(name), "pengaturan")


def _compare(published: Mapping[str, bytes], now: Mapping[str, bytes]) -> Iterator[Difference]:
    for name in sorted({*published, *now}):
        old, new = published.get(name), now.get(name)
        if new is None:
            yield Difference(category(name), "source-missing", name)
        elif old is None:
            yield Difference(category(name), "source-added", name)
        elif old != new:
            changes, sentences = inside(name, old, new)
            yield Difference(category(name), "source-changed", name, changes, sentences)


def inside(name: str, old: bytes, new: bytes) -> tuple[list[Change], list[Sentence]]:
    """The cells of a CSV file that differ, or the lines of a text; nothing of other files.

    Parameters
    ----------
    name
        Of the file, in the bundle.
    old, new
        Its contents.
    """
    try:
        before, after = old.decode("utf-8"), new.decode("utf-8")
        if PurePosixPath(name).suffix == ".csv":
            return list(tables.compare(name, grid(before), grid(after), "data")), []
        if PurePosixPath(name).suffix == ".ipynb":
            return [], text.compare(_code(before), _code(after))
        return [], text.compare(before.splitlines(), after.splitlines())
    except (UnicodeDecodeError, csv.Error, ValueError, LookupError, TypeError):
        return [], []


def _code(notebook: str) -> list[str]:
    """The lines of all cells."""
    return [
        line
        for cell in json.loads(notebook)["cells"]
        for line in "".join(cell["source"]).splitlines()
    ]
