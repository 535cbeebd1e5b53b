"""What was published held against what comes out now."""

from __future__ import annotations

import filecmp
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from lkjip.audit import documents
from lkjip.audit.causes import Causes
from lkjip.audit.model import Category, Code, Difference
from lkjip.audit.rerun import Rerun
from lkjip.bundle.bundle import Bundle
from lkjip.bundle.layout import DATA, NOTEBOOKS, SOURCES, TABLES, VALUES, kind
from lkjip.diff.compare import compare as compare_numbers
from lkjip.diff.model import Change
from lkjip.diff.published import Published

_CODES: dict[str, Code] = {"nilai": "values", "tabel": "table", "gambar": "figure"}


def compare(bundle: Bundle, published: Published, again: Rerun, causes: Causes) -> list[Difference]:
    """Compare every value, table, figure and document.

    Parameters
    ----------
    bundle
        What is audited.
    published
        Its numbers.
    again
        The report made anew.
    causes
        What is known to differ: it explains what differs here.
    """
    found: list[Difference] = []
    if again.failure:
        found.append(Difference("hasil", "rerun", bundle.folder.name, new=again.failure))
    if again.computed:
        now = Published.read(again.computed)
        found += [
            Difference("berkas", "unreadable", name)
            for name in published.unreadable
            if (bundle.folder / name).exists()
        ]
        found += _numbers(_comparable(bundle, published, now), now, causes)
    if again.published:
        found += _documents(bundle, again.published, causes, found)
    return found


def _comparable(bundle: Bundle, published: Published, now: Published) -> Published:
    """The numbers as published, without those whose file is gone or damaged: that is said already.

    Whatever of them comes out now stands in for them, so that it is not told cell by cell.
    """

    def lost(name: str) -> bool:
        return name in published.unreadable or not (bundle.folder / name).exists()

    values = now.values if lost(VALUES) else published.values
    tables = {id: rows for id, rows in now.tables.items() if lost(f"{TABLES}/{id}.csv")}
    figures = {
        id: figure
        for id, figure in now.figures.items()
        if lost(f"{NOTEBOOKS}/{now.homes.get(f'gambar:{id}')}")
    }
    return replace(
        published,
        values=values,
        tables={
            **published.tables,
            **{id: rows for id, rows in tables.items() if f"{TABLES}/{id}.csv" in bundle.files},
        },
        figures={**figures, **published.figures},
    )


def _numbers(published: Published, now: Published, causes: Causes) -> Iterator[Difference]:
    homes = {**published.homes, **now.homes}
    changes = compare_numbers(published, now)
    for (part, id), group in groupby(changes, key=lambda change: _room(change, homes)):
        cells = tuple(group)
        first = cells[0]
        notebook = homes.get(f"{first.kind}:{first.id}")
        file = {"nilai": VALUES, "tabel": f"{TABLES}/{id}.csv"}.get(part, f"{NOTEBOOKS}/{notebook}")
        why = causes.of_result(file, notebook)
        drawing = part == "gambar" and first.column in ("svg", "png")
        # The lines of an SVG say what is drawn; its picture in dots differs between processors.
        volatile = drawing and (first.column == "png" or "perangkat" in why)
        yield Difference(
            "volatil" if volatile else "hasil",
            "drawing" if drawing else _CODES[part],
            id,
            cells,
            causes=why,
        )


def _room(change: Change, homes: dict[str, str]) -> tuple[str, str]:
    """Values are told notebook by notebook, tables and figures one by one."""
    if change.kind == "nilai":
        return "nilai", homes.get(f"nilai:{change.id}", VALUES)
    return change.kind, change.id


def _documents(
    bundle: Bundle, again: Path, causes: Causes, found: list[Difference]
) -> Iterator[Difference]:
    results_differ = any(each.category == "hasil" for each in found)
    redrawn = any(each.category == "volatil" for each in found)
    for name in sorted(_made(bundle)):
        old, new = bundle.folder / name, again / name
        if not old.exists():
            continue
        if not new.exists():
            yield Difference("hasil", "bytes", name)
            continue
        if filecmp.cmp(old, new, shallow=False):
            continue
        why = causes.of_document(name, results_differ)
        if kind(name) == "laporan":
            yield _document(name, old, new, why, redrawn)
        elif kind(name) in ("buku-kerja", "halaman") and name not in causes.files:
            yield Difference(_bytes_category(why, redrawn), "notebook", name, causes=why)


def _document(name: str, old: Path, new: Path, why: list[Category], redrawn: bool) -> Difference:
    before, after = documents.lines(old), documents.lines(new)
    if before is None or after is None:
        return Difference("berkas", "unreadable", name, causes=why)
    sentences = documents.compare(before, after, old.suffix)
    if sentences:
        return Difference("hasil", "document", name, sentences=sentences, causes=why)
    return Difference(_bytes_category(why, redrawn), "bytes", name, causes=why)


def _bytes_category(why: list[Category], redrawn: bool) -> Category:
    """Equal words in other bytes: volatile when programs differ, and nothing else does."""
    return "volatil" if set(why) == {"perangkat"} or (redrawn and not why) else "hasil"


def _made(bundle: Bundle) -> Iterator[str]:
    return (name for name in bundle.files if not name.startswith((f"{DATA}/", f"{SOURCES}/")))
