"""Where things stand on the pages of a PDF, in points from the top left corner.

PDFium (which pdfplumber brings along) gives the letters thirty times faster than pdfplumber itself;
pdfplumber reads the structure tree.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2
import pypdfium2.raw as pdfium

CM = 72 / 2.54
SIDE = 2.7 * CM
HANG = 5
TOP, BOTTOM = 2.7 * CM, 2.5 * CM
SOFT_HYPHEN = "\u00ad"
# PDFium writes a hyphen at the end of a line as one of these.
_HYPHENS = (0x02, 0xAD, 0xFFFE)


@dataclass(frozen=True)
class Word:
    """Letters without a space between them."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool


@dataclass(frozen=True)
class Page:
    """A page: its number in the file (from 1), its size and its words."""

    number: int
    width: float
    height: float
    words: list[Word]

    @cached_property
    def body(self) -> list[Word]:
        """The words between head and foot of the page."""
        edge = self.height - BOTTOM
        return [word for word in self.words if word.top > TOP - 12 and word.bottom < edge + 6]

    @cached_property
    def text(self) -> str:
        """All words, with words that are broken at the end of a line whole again."""
        text = " ".join(word.text for word in self.words)
        return re.sub(f"{SOFT_HYPHEN}+ ?", "", text)

    @property
    def begins(self) -> bool:
        """Whether a chapter or a document of the annexes begins here."""
        first = self.body[:12]
        return bool(first) and (first[0].text == "Lampiran" or max(w.size for w in first) >= 14)

    @property
    def filled(self) -> float:
        """How far down the page the text goes, as a part of the room for it."""
        room = self.height - TOP - BOTTOM
        return max((word.bottom - TOP for word in self.body), default=0.0) / room


@dataclass(frozen=True)
class Document:
    """The pages of a PDF, and its structure tree."""

    path: Path
    pages: list[Page]
    tree: list[dict[str, Any]]

    @classmethod
    def read(cls, path: Path, tree: bool = True) -> Document:
        """Read a PDF, with its structure tree if asked."""
        file = pypdfium2.PdfDocument(path)
        pages = [_page(file[n], n + 1) for n in range(len(file))]
        file.close()
        if not tree:
            return cls(path, pages, [])
        with pdfplumber.open(path) as pdf:
            return cls(path, pages, pdf.structure_tree)

    def page_of(self, text: str) -> Page:
        """The page that holds a text, lists of contents aside."""
        return next(page for page in self.pages if text in page.text and "DAFTAR" not in page.text)

    def nodes(self, kind: str) -> Iterator[dict[str, Any]]:
        """The nodes of a kind, in reading order."""
        return self.nodes_of(kind.__eq__)

    def nodes_of(self, wanted: Callable[[str], bool]) -> Iterator[dict[str, Any]]:
        """The nodes of some kinds, in reading order."""
        return _find(self.tree, wanted)


def _page(page: pypdfium2.PdfPage, number: int) -> Page:
    width, height = page.get_size()
    words: list[Word] = []
    letters: list[Word] = []
    for letter in [*_letters(page, height), None]:
        before = letters[-1] if letters else None
        joins = letter and before and _joins(before, letter)
        if letters and not joins:
            words.append(_word(letters))
            letters = []
        if letter and letter.text.strip():
            letters.append(letter)
    return Page(number, width, height, words)


def _joins(before: Word, letter: Word) -> bool:
    same_line = abs(before.bottom - letter.bottom) < 0.3 * letter.size
    # The parts of a ligature have one box, and "j" reaches under the letter before it.
    forward = letter.x0 > before.x0 - 0.3 * letter.size
    near = letter.x0 - before.x1 < 0.15 * letter.size
    return bool(letter.text.strip()) and same_line and forward and near


def _word(letters: list[Word]) -> Word:
    return Word(
        "".join(letter.text for letter in letters),
        min(letter.x0 for letter in letters),
        max(letter.x1 for letter in letters),
        min(letter.top for letter in letters),
        max(letter.bottom for letter in letters),
        min(letter.size for letter in letters),
        letters[0].bold,
    )


def _letters(page: pypdfium2.PdfPage, height: float) -> Iterator[Word]:
    """The letters of a page, and the spaces between them."""
    text = page.get_textpage()
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    for n in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text.raw, n)
        pdfium.FPDFText_GetLooseCharBox(text.raw, n, box)
        if pdfium.FPDFText_IsGenerated(text.raw, n) == 1 or code in (0x0A, 0x0D):
            continue
        pdfium.FPDFText_GetMatrix(text.raw, n, matrix)
        size = pdfium.FPDFText_GetFontSize(text.raw, n) * math.hypot(matrix.c, matrix.d)
        bold = pdfium.FPDFText_GetFontWeight(text.raw, n) >= 600
        letter = SOFT_HYPHEN if code in _HYPHENS else chr(code)
        yield Word(letter, box.left, box.right, height - box.top, height - box.bottom, size, bold)
    text.close()


def _find(nodes: list[dict[str, Any]], wanted: Callable[[str], bool]) -> Iterator[dict[str, Any]]:
    for node in nodes:
        if wanted(node["type"]):
            yield node
        yield from _find(node.get("children", []), wanted)


def outside(page: Page) -> list[str]:
    """Words that stand outside the margins, or in the gaps to head and foot."""
    # Hyphens and full stops hang into the margin a little; that is good practice.
    right = page.width - SIDE + HANG
    return [
        word.text
        for word in page.words
        if word.x0 < SIDE - HANG
        or word.x1 > right
        or word.top < 1.2 * CM
        or word.bottom > page.height - 1.1 * CM
    ]


def overlapping(page: Page) -> list[tuple[str, str]]:
    """Pairs of words whose boxes share more than the gaps that fonts bring along."""
    words = sorted(page.words, key=lambda word: word.top)
    found = []
    for n, one in enumerate(words):
        for other in words[n + 1 :]:
            if other.top > one.bottom:
                break
            shared_x = min(one.x1, other.x1) - max(one.x0, other.x0)
            shared_y = min(one.bottom, other.bottom) - max(one.top, other.top)
            if shared_x > 0.5 and shared_y > 0.25 * min(one.size, other.size):
                found.append((one.text, other.text))
    return found
