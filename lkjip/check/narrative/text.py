"""The sentences of the narrative, as a reader reads them, at their places in the files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from lkjip.check.narrative.regulations import without_regulations
from lkjip.render.source import Shortcode, Source

_WORD = re.compile(r"[^\W\d_][\w/-]*|\d+[A-Za-z]\w*")
_CLAUSE = re.compile(
    r";|:(?=\s)|[,.]?\s(?:sedangkan|sementara(?: itu)?|tetapi|akan tetapi|namun|adapun|melainkan"
    r"|meski(?:pun)?|walau(?:pun)?|kecuali)\b",
    re.IGNORECASE,
)


class Word(NamedTuple):
    """A word of a sentence in small letters, and where it stands."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Sentence:
    """One sentence, heading, caption or list item.

    Parameters
    ----------
    source, start
        Where it stands: the file, and the position of its first character in it.
    text
        As long as in the file: markup is blank, shortcodes and references are `OPAQUE`.
    shortcodes
        Its shortcodes, with positions in the file.
    kind
        ``"judul"`` (heading or a bold line that serves as one), ``"tabel"`` (a typed table row)
        or ``"teks"``.
    level
        Of a real heading 1 to 6, else 0.
    paragraph, section, piece
        Numbers of its paragraph, of the heading above it, and of the piece of text between two
        includes: ``(piece, start)`` orders the whole report.
    """

    source: Source
    start: int
    text: str
    shortcodes: tuple[Shortcode, ...]
    kind: str
    level: int
    paragraph: int
    section: int
    piece: int

    @property
    def row(self) -> int:
        """The line of its first word."""
        return self.row_at(len(self.text) - len(self.text.lstrip()))

    def row_at(self, position: int) -> int:
        """The line of a position in the sentence."""
        return self.source.line(self.start + position)

    @property
    def written(self) -> str:
        """The sentence as it stands in the file, on one line."""
        return " ".join(self.source.text[self.start : self.start + len(self.text)].split())

    def values(self) -> Iterator[tuple[int, Shortcode]]:
        """Its ``{{< nilai … >}}`` with their positions in the sentence."""
        for shortcode in self.shortcodes:
            if shortcode.name == "nilai" and shortcode.args:
                yield shortcode.start - self.start, shortcode

    @cached_property
    def plain(self) -> str:
        """The text without names of regulations, as long as before."""
        return without_regulations(self.text)

    @cached_property
    def words(self) -> list[Word]:
        """Its words in small letters, without those of regulations."""
        return [Word(m[0].casefold(), *m.span()) for m in _WORD.finditer(self.plain)]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Which words it has: a quick way to see that a rule has nothing to look for."""
        return frozenset(word.text for word in self.words)

    @cached_property
    def clauses(self) -> list[tuple[int, int]]:
        """Begin and end of the parts that make a statement of their own."""
        cuts = [0, *(match.end() for match in _CLAUSE.finditer(self.text)), len(self.text)]
        return [(a, b) for a, b in pairwise(cuts) if b > a]

    def clause(self, position: int) -> tuple[int, int]:
        """The clause in which a position lies."""
        return next((a, b) for a, b in self.clauses if a <= position < b)
