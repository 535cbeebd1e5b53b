"""What an audit finds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from lkjip.bundle.bundle import Bundle
from lkjip.diff.model import Change, Sentence

Category = Literal[
    "berkas",
    "masukan",
    "buku-kerja",
    "perangkat",
    "narasi",
    "ekstensi",
    "pengaturan",
    "hasil",
    "volatil",
]
"""What a difference is about: a file touched after it was published; data, a notebook, a program
or package, narrative, extension or settings other than those it was made of; a result that comes
out otherwise; or something that may differ from machine to machine while every number is equal."""

Code = Literal[
    "tampered",
    "missing",
    "added",
    "unreadable",
    "manifest",
    "sums",
    "source-changed",
    "source-missing",
    "source-added",
    "version",
    "values",
    "table",
    "figure",
    "drawing",
    "document",
    "bytes",
    "notebook",
    "rerun",
]


@dataclass(frozen=True)
class Difference:
    """One thing that is not as it was published.

    Attributes
    ----------
    category, code
        What it is about, and what was found.
    name
        The file in the bundle, the table or figure, or the program.
    changes
        Numbers and cells: ``old`` is what was published, ``new`` what comes out now.
    sentences
        Lines of text, in the same way.
    causes
        Categories of the differences that explain this one; empty for what stands for itself.
    old, new
        Short texts, such as versions or checksums.
    """

    category: Category
    code: Code
    name: str
    changes: Sequence[Change] = ()
    sentences: Sequence[Sentence] = ()
    causes: Sequence[Category] = ()
    old: str | None = None
    new: str | None = None

    @property
    def fails(self) -> bool:
        """Whether the report is no longer what it says; another version alone is not that."""
        return self.category not in ("volatil", "perangkat")


@dataclass(frozen=True)
class Counts:
    """How much was compared."""

    files: int = 0
    values: int = 0
    tables: int = 0
    cells: int = 0
    figures: int = 0
    documents: int = 0


@dataclass(frozen=True)
class Audit:
    """The outcome.

    Attributes
    ----------
    bundle
        What was audited.
    of_project
        The sources were those of the project (an audit of a year), not the bundle's own.
    differences
        What was found, worst first.
    counts
        How much was compared.
    versions
        Name of a program or package → the version the report was made with, the one at hand.
    notes
        What could not be checked, and why; translated.
    """

    bundle: Bundle
    of_project: bool
    differences: Sequence[Difference]
    counts: Counts
    versions: Mapping[str, tuple[str, str]]
    notes: Sequence[str] = ()

    @property
    def failing(self) -> list[Difference]:
        """The differences that make the audit fail."""
        return [each for each in self.differences if each.fails]
