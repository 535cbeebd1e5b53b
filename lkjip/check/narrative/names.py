"""Names of the data that a text writes nearly, but not exactly, as the data does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, cached_property, partial

from lkjip.check.context import Context
from lkjip.check.model import Cell
from lkjip.check.narrative.reading import Reading
from lkjip.check.narrative.text import Sentence

_WORD = re.compile(r"[A-Za-z][\w/-]*")
_BRACKET = re.compile(r"\s*\([^)]*\)\s*$")
_TITLES = re.compile(r"\b(?:Drs?|Dra|Hj?|Ir|Prof)\.|,.*$", re.IGNORECASE)
_SMALL = frozenset(
    (
        "dan",
        "yang",
        "di",
        "ke",
        "dari",
        "untuk",
        "pada",
        "serta",
        "dalam",
        "atas",
        "kabupaten",
        "kota",
    )
)
_ALIKE = 0.75  # a word and the same word mistyped: "pemerintah", "pemerintahan"
_SHORTEST_NAME = 3  # words; shorter names are too much like other words
_LONG_NAME = 5  # words; of so many, one may be missing and the name is still meant
_SHORTEST_PLACE = 6  # letters of a person's or place's name


@dataclass(frozen=True)
class Name:
    """A name and the cell that holds it; the title of an official is known by two words."""

    text: str
    cell: Callable[[], Cell]
    official: bool = False

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(_words(_BRACKET.sub("", self.text)))


@dataclass(frozen=True)
class Misspelt:
    """A name as the text writes it, and as the data does."""

    sentence: Sentence
    start: int
    end: int
    name: Name

    @property
    def text(self) -> str:
        return " ".join(self.sentence.text[self.start : self.end].split())


def _words(text: str) -> list[str]:
    return [match[0].casefold() for match in _WORD.finditer(text)]


def misspelt(context: Context, reading: Reading) -> Iterator[Misspelt]:
    """Names of several words with a word mistyped, left out or added."""
    names = list(_names(context))
    exact: dict[str, set[tuple[str, ...]]] = {}
    firsts: dict[str, list[Name]] = {}
    for name in names:
        exact.setdefault(name.words[0], set()).add(name.words)
        if len(name.words) >= (2 if name.official else _SHORTEST_NAME):
            firsts.setdefault(name.words[0], []).append(name)
    alike = _by_letter(firsts)
    like = _Likeness()
    near: dict[str, list[Name]] = {}
    for sentence in reading.sentences:
        words = [word.text for word in sentence.words]
        taken = list(_exact_spans(words, exact))
        end = -1
        for start, word in enumerate(words):
            if word not in near:
                same = alike.get(word[0], ())
                near[word] = [n for first in same if like(word, first) for n in firsts[first]]
            for name in near[word]:
                length = _near(words, start, name.words, like)
                first = sentence.words[start].start
                if not length or first < end:
                    continue
                if any(a <= start and start + length <= b for a, b in taken):
                    continue
                end = sentence.words[start + length - 1].end
                yield Misspelt(sentence, first, end, name)


def _exact_spans(
    words: list[str], names: dict[str, set[tuple[str, ...]]]
) -> Iterator[tuple[int, int]]:
    for start, word in enumerate(words):
        for name in names.get(word, ()):
            if tuple(words[start : start + len(name)]) == name:
                yield start, start + len(name)


def _by_letter(words: Iterable[str]) -> dict[str, list[str]]:
    """Words by their first letter: no other word is like them."""
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(word[0], []).append(word)
    return found


class _Likeness:
    """Whether two words are one word, perhaps mistyped. Remembers what it compared."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], bool] = {}

    def __call__(self, one: str, other: str) -> bool:
        if one == other:
            return True
        if one[0] != other[0] or abs(len(one) - len(other)) > 2:
            return False
        key = (one, other)
        if key not in self._known:
            self._known[key] = _share_letters(one, other) and _alike(one, other)
        return self._known[key]


def _share_letters(one: str, other: str) -> bool:
    """Whether few enough letters stand in one of two words alone: a quick first look."""
    same = _ALIKE * (len(one) + len(other)) / 2  # letters that words alike have in common
    mine, theirs = _letters(one), _letters(other)
    return len(mine - theirs) <= len(one) - same and len(theirs - mine) <= len(other) - same


@cache
def _letters(word: str) -> frozenset[str]:
    return frozenset(word)


def _alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    # The quick ratio is never less than the other one.
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _near(words: list[str], start: int, name: tuple[str, ...], like: _Likeness) -> int:
    """How many words from a place on are the name with small faults; 0 when they are not."""
    size = len(name)
    for length in (size, size + 1, size - 1):
        part = words[start : start + length]
        if len(part) < length or not like(part[-1], name[-1]) or tuple(part) == name:
            continue
        faults = _faults(part, name, like)
        if faults is not None and 0 < faults <= (2 if size > _LONG_NAME else 1):
            return length
    return 0


def _faults(part: list[str], name: tuple[str, ...], like: _Likeness) -> int | None:
    """The number of small faults; None when there is a great one."""
    faults = 0
    for tag, a, b, c, d in SequenceMatcher(None, part, list(name), autojunk=False).get_opcodes():
        mine, theirs = part[a:b], name[c:d]
        if tag == "replace":
            same_length = len(mine) == len(theirs)
            if not same_length or not all(map(like, mine, theirs)):
                return None
        elif tag != "equal":
            words = [*mine, *theirs]
            if len(words) > 1 or (words[0] not in _SMALL and len(name) < _LONG_NAME):
                return None
        faults += 0 if tag == "equal" else max(len(mine), len(theirs))
    return faults


def mistyped_people(context: Context, reading: Reading) -> Iterator[Misspelt]:
    """Names of officials and places of transmigration with a letter wrong."""
    names = {word: name for name in _single_words(context) for word in name.words}
    alike = _by_letter(names)
    like = _Likeness()
    known: dict[str, Name | None] = dict.fromkeys(names)
    for sentence in reading.sentences:
        for word in sentence.words:
            if len(word.text) < _SHORTEST_PLACE or not sentence.text[word.start].isupper():
                continue
            if word.text not in known:
                same = alike.get(word.text[0], ())
                close = (n for n in same if like(word.text, n) and _one_off(word.text, n))
                known[word.text] = next((names[n] for n in close), None)
            if name := known[word.text]:
                yield Misspelt(sentence, word.start, word.end, name)


def _one_off(one: str, other: str) -> bool:
    """Whether one letter is wrong, missing or too many, or two neighbours are swapped."""
    if sorted(one) == sorted(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 2
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) >= max(len(one), len(other)) - 1


def _names(context: Context) -> Iterator[Name]:
    """All names of the data that the narrative may use."""
    columns = {
        "indikator": ("nama",),
        "sasaran": ("nama",),
        "program": ("nama",),
        "kegiatan": ("nama",),
        "unit": ("nama", "nama_singkat", "pimpinan"),
    }
    for file, of in columns.items():
        for row in context.rows(file):
            for column in of:
                if text := row.texts.get(column):
                    yield Name(text, partial(context.cell, file, row, column))
    office = context.instansi
    full = f"{office.nama} {office.daerah}"
    yield Name(full, partial(context.setting, "nama", office.nama))
    for key, person in office.pejabat.items():
        path = f"pejabat.{key}.jabatan"
        for text in (person.jabatan, person.jabatan.removesuffix(f" {office.daerah}")):
            yield Name(text, partial(context.setting, path, person.jabatan), official=True)


def _single_words(context: Context) -> Iterator[Name]:
    for key, person in context.instansi.pejabat.items():
        path = f"pejabat.{key}.nama"
        for word in _WORD.findall(_TITLES.sub(" ", person.nama)):
            if len(word) >= _SHORTEST_PLACE:
                yield Name(word, partial(context.setting, path, person.nama))
    for row in context.rows("transmigrasi"):
        for column in ("lokasi", "kecamatan"):
            for word in _WORD.findall(row.texts.get(column, "")):
                if len(word) >= _SHORTEST_PLACE:
                    yield Name(word, partial(context.cell, "transmigrasi", row, column))
