"""What differs between two published reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["nilai", "tabel", "gambar", "data"]


@dataclass(frozen=True)
class Change:
    """One value, one cell of a table, or one figure that is no longer the same.

    Attributes
    ----------
    kind, id
        What it belongs to: ``nilai``, ``tabel``, ``gambar`` or a file of ``data``, and its name.
    old, new
        The texts as printed, or as they stand in the data; None where there is nothing.
    row, label
        For a cell: which row of the table's body (the first is 1) or line of the file, and what
        stands at its head.
        Neither for a line of a file without cells, or a file that came or went.
    column
        For a cell: the column's head. For a value: the printed form that differs. For a figure:
        ``kata`` (the words that describe it), ``teks`` (the texts in it), ``svg`` or ``png``
        (the drawing, as SHA-256).
    delta
        ``new - old``, when both are numbers.
    """

    kind: Kind
    id: str
    old: str | None
    new: str | None
    row: int | None = None
    label: str | None = None
    column: str | None = None
    delta: str | None = None


@dataclass(frozen=True)
class Sentence:
    """A sentence of the report that changed.

    Attributes
    ----------
    old, new
        The sentence before and after; empty where there was or is none.
    words
        Both in one: ``("=", text)`` for what stayed, ``("-", text)`` for what went, ``("+",
        text)`` for what came.
    """

    old: str
    new: str
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Comparison:
    """All that differs between two reports, A and B.

    Attributes
    ----------
    names
        How the user named A and B.
    changes
        Values, cells and figures, and what differs in the data.
    sentences
        Text outside of tables; None when one of the two has no HTML report.
    appeared, gone
        Findings of ``lkjip check`` that only B or only A has.
    notes
        What could not be compared, and why.
    """

    names: tuple[str, str]
    changes: Sequence[Change] = ()
    sentences: Sequence[Sentence] | None = None
    appeared: Sequence[str] = ()
    gone: Sequence[str] = ()
    notes: Sequence[str] = field(default=())

    @property
    def same(self) -> bool:
        """Nothing differs."""
        return not (self.changes or self.sentences or self.appeared or self.gone)
