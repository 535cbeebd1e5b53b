"""Two states of a source: cells of a CSV file, lines of anything else."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from lkjip.bundle.layout import DATA
from lkjip.data.schema import penjelasan, schemas
from lkjip.diff import tables, text
from lkjip.diff.model import Change, Sentence
from lkjip.diff.published import grid
from lkjip.i18n import _


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
        before, after = old.decode("utf-8-sig"), new.decode("utf-8-sig")
        path = PurePosixPath(name)
        if path.suffix == ".csv":
            grids = _grid(before), _grid(after)
            return list(tables.compare(name, *grids, "data", _key(path.stem))), []
        if path.suffix == ".ipynb":
            return [], text.compare(_code(before), _code(after))
        return [], text.compare(before.splitlines(), after.splitlines())
    except (UnicodeDecodeError, csv.Error, ValueError, LookupError, TypeError):
        return [], []


def data(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> Iterator[Change]:
    """All that differs in the data of two reports of one year.

    Parameters
    ----------
    old, new
        From `lkjip.bundle.sources`.

    Yields
    ------
    Change
        A cell of a CSV file, a line of another file, or a whole file that only one has.
    """
    for name in sorted({*old, *new}):
        before, after = old.get(name), new.get(name)
        if not name.startswith(f"{DATA}/") or before == after:
            continue
        if before is None or after is None:
            there = _("this file")
            old_state, new_state = (None if each is None else there for each in (before, after))
            yield Change("data", name, old_state, new_state)
            continue
        changes, sentences = inside(name, before, after)
        yield from changes
        for sentence in sentences:
            yield Change("data", name, sentence.old or None, sentence.new or None)
        # A comma that became a semicolon says nothing else; what is no text must be named.
        if not (changes or sentences or (_is_text(before) and _is_text(after))):
            yield Change("data", name, _("other bytes"), _("other bytes"))


def _grid(content: str) -> list[list[str]]:
    head = content.partition("\n")[0]
    return grid(content, ";" if head.count(";") > head.count(",") else ",")


def _key(stem: str) -> tuple[str, ...]:
    """The columns that name a row of a file of the data."""
    schema = {**schemas(), "penjelasan": penjelasan()}.get(stem)
    return schema.primary_key if schema else ()


def _is_text(content: bytes) -> bool:
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return True


def _code(notebook: str) -> list[str]:
    """The lines of all cells."""
    return [
        line
        for cell in json.loads(notebook)["cells"]
        for line in "".join(cell["source"]).splitlines()
    ]
