"""Cells of a table that differ, row by row, also when rows came and went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from lkjip.diff.model import Change, Kind
from lkjip.diff.numbers import difference, difference_of_cells
from lkjip.diff.published import Grid

Row = dict[tuple[str, int], str]


def compare(
    id: str, old: Grid, new: Grid, kind: Kind = "tabel", key: Sequence[str] = ()
) -> Iterator[Change]:
    """Compare two states of a table.

    Rows belong together when the same words stand at their head; columns, when their heads are
    the same.

    Parameters
    ----------
    id
        Name of the table.
    old, new
        Rows of cells, the head first.
    kind
        ``tabel``, or ``data`` for a CSV file of the data: its rows count from the head, as
        editors count lines.
    key
        The columns that together name a row; by default the first one with words in it does.

    Yields
    ------
    Change
        Each cell that differs; a row that only one has gives one change for each filled cell.
    """
    if old == new:
        return
    first = 1 if kind == "tabel" else 2
    before, after = _rows(old), _rows(new)
    heads = [_label(row, key) for row in before], [_label(row, key) for row in after]
    matcher = SequenceMatcher(None, *heads, autojunk=False)
    for _tag, i1, i2, j1, j2 in matcher.get_opcodes():
        paired = min(i2 - i1, j2 - j1)
        for step in range(paired):
            yield from _cells(kind, id, j1 + step + first, before[i1 + step], after[j1 + step], key)
        for place in range(i1 + paired, i2):
            yield from _cells(kind, id, place + first, before[place], {}, key)
        for place in range(j1 + paired, j2):
            yield from _cells(kind, id, place + first, {}, after[place], key)


def _rows(table: Grid) -> list[Row]:
    """Rows with their columns by name; a name that comes twice is counted."""
    heads = []
    seen: Counter[str] = Counter()
    for name in table[0] if table else []:
        heads.append((name, seen[name]))
        seen[name] += 1
    width = len(heads)
    return [
        {
            **dict(zip(heads, row, strict=False)),
            **{("", place): cell for place, cell in enumerate(row[width:], start=width)},
        }
        for row in table[1:]
    ]


def _label(row: Row, key: Sequence[str]) -> str:
    """What names a row: its key, its first cell with words in it, or its first filled one."""
    named = [row.get((column, 0), "") for column in key]
    if any(named):
        return ", ".join(named)
    filled = [cell for cell in row.values() if cell]
    words = (cell for cell in filled if sum(sign.isalpha() for sign in cell) > 2)
    return next(words, filled[0] if filled else "")


def _cells(
    kind: Kind, id: str, number: int, old: Row, new: Row, names: Sequence[str]
) -> Iterator[Change]:
    by_how_much = difference_of_cells if kind == "data" else difference
    for key in [*old, *(key for key in new if key not in old)]:
        before, after = old.get(key), new.get(key)
        if (before or None) != (after or None):
            yield Change(
                kind,
                id,
                before,
                after,
                row=number,
                label=_label(new or old, names),
                column=key[0],
                delta=by_how_much(before, after),
            )
