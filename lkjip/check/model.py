"""What a check finds: cells, findings and the report of a year."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "info"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""Worst first: cannot be right; needs a word of explanation; good to know."""

STALE, REFUSED = "X1", "X2"
"""Codes of the findings about explanations: of no finding any more, of an empty cell."""

TO_FILL_IN = frozenset({"M1", "M2", "M3", "M4", "N24"})
"""Codes of the rules about empty cells and unwritten passages: no reason stands in for those."""

_MOST_CELLS = 4  # more of them are no longer readable in one cell of penjelasan.csv
_MOST_SIGNS = 240


@dataclass(frozen=True)
class Cell:
    """A place in the sources of a report, with what stands there.

    Parameters
    ----------
    file
        As the user knows it, relative to the project: ``"data/2022/pegawai.csv"``.
    row
        Line in the file (the header's is 1); None for the file as a whole.
    column
        Column of a CSV file, key of a YAML file; None in the narrative.
    value
        The text that stands there.
    printed
        Where the report shows it: ``"Tabel 3.7, baris 5"``.
    name
        What stays the same when rows move: file, key of the row and column, as
        ``"pegawai.csv[pangkat,Pembina (IV/a)].laki_laki"``. None means `file`.
    section
        Of a piece of the narrative: the number of its section, as `Document` counts them.
    """

    file: str
    row: int | None
    column: str | None
    value: str
    printed: str | None = None
    name: str | None = None
    section: int | None = None

    @property
    def reference(self) -> str:
        """The cell with its value, as the column ``sel`` of ``penjelasan.csv`` names it."""
        return f"{self.name or self.file}={self.value}"

    @property
    def group(self) -> str:
        """File and column, for findings about more cells than a person reads."""
        file = (self.name or self.file).partition("[")[0]
        return f"{file}.{self.column}" if self.column else file


@dataclass(frozen=True)
class Explanation:
    """Why a finding may stand: a row of ``penjelasan.csv``."""

    alasan: str
    nama: str
    tanggal: str


@dataclass(frozen=True)
class Draft:
    """What a rule yields; the registry adds code and severity.

    Parameters
    ----------
    message
        What is wrong, in one sentence, translated.
    cells
        All cells that the finding rests on, never empty: when one of them changes, an
        explanation no longer holds.
    advice
        What to do, translated.
    arithmetic
        The computation that shows it, numbers written as the report writes them.
    severity
        Another severity than the rule's.
    """

    message: str
    cells: tuple[Cell, ...]
    advice: str
    arithmetic: str | None = None
    severity: Severity | None = None


@dataclass(frozen=True)
class Temuan:
    """A finding. `explained` is the reason why it may stand, None when nobody gave one."""

    code: str
    severity: Severity
    message: str
    cells: tuple[Cell, ...]
    arithmetic: str | None
    advice: str
    explained: Explanation | None = None

    @property
    def sel(self) -> str:
        """Fingerprint of the cells, readable where it can be: the key in ``penjelasan.csv``."""
        return fingerprint(self.cells)

    @property
    def explainable(self) -> bool:
        """Whether a row of ``penjelasan.csv`` can name it."""
        return self.code not in {STALE, REFUSED, *TO_FILL_IN}


def fingerprint(cells: Iterable[Cell]) -> str:
    """Name cells by file, key of the row, column and value.

    Parameters
    ----------
    cells
        In any order; a cell named twice counts once.

    Returns
    -------
    str
        The cells themselves, joined by ``" ; "``. Of many cells, their files and columns with
        counts and a digest of all of them: it changes with every value, and not when rows move.
    """
    once = {cell.reference: cell for cell in cells}
    references = sorted(once)
    text = " ; ".join(references)
    if len(references) <= _MOST_CELLS and len(text) <= _MOST_SIGNS:
        return text
    digest = hashlib.sha256("\n".join(references).encode()).hexdigest()[:12]
    groups = Counter(cell.group for cell in once.values())
    parts = [f"{group} ({count})" for group, count in sorted(groups.items())]
    return f"{' ; '.join(parts)} #{digest}"


class Layout(NamedTuple):
    """How ``penjelasan.csv`` is written: what separates its columns, and their order."""

    separator: str
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """Everything that a check found in a year, worst first.

    Parameters
    ----------
    year
        The fiscal year.
    findings
        Explained ones included.
    rules
        Codes of the rules that were asked.
    layout
        Of ``penjelasan.csv``; None when the year has no such file.
    """

    year: int
    findings: tuple[Temuan, ...]
    rules: tuple[str, ...] = field(default=())
    layout: Layout | None = None

    def of(self, severity: Severity, explained: bool | None = None) -> tuple[Temuan, ...]:
        """The findings of a severity: the explained ones, the others, or both (None)."""
        return tuple(
            found
            for found in self.findings
            if found.severity == severity
            and (explained is None or explained == (found.explained is not None))
        )

    @property
    def unexplained_errors(self) -> tuple[Temuan, ...]:
        """What stops a final report."""
        return self.of("error", explained=False)

    def __iter__(self) -> Iterator[Temuan]:
        return iter(self.findings)
