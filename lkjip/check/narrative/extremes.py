"""Who a sentence calls the highest or the lowest, and who is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from lkjip.check.narrative.aspects import aspects
from lkjip.check.narrative.facts import Fact
from lkjip.check.narrative.reading import Reading
from lkjip.check.narrative.subjects import Mention
from lkjip.check.narrative.text import Sentence
from lkjip.numbers import exact

End = Literal["high", "low"]

_WORD = re.compile(
    r"\b(?:(?P<high>ter(?:tinggi|besar|banyak)|paling\s+(?:tinggi|besar|banyak))"
    r"|(?P<low>ter(?:endah|kecil|sedikit)|paling\s+(?:rendah|kecil|sedikit)))\b",
    re.IGNORECASE,
)
_BEGINNINGS = ("ter", "paling")
_OF_ID = {
    "tertinggi": "high",
    "terbanyak": "high",
    "terendah": "low",
    "tersedikit": "low",
}
_NOT_ONE = re.compile(
    r"\b(?:salah\s+satu|kedua|ketiga|akan|agar|diharapkan|apabila|jika|bila|untuk)\b", re.IGNORECASE
)
_ORDERED = re.compile(r"\b(?:pangkat|golongan|pendidikan|jenjang|jabatan|eselon)\b", re.IGNORECASE)
_BEHIND = 25  # characters: "tertinggi capaiannya"
_GROUPS = {"capaian", "serapan", "efisiensi", "kemajuan", "alokasi", "pagu", "dipakai"}


@dataclass(frozen=True)
class Extreme:
    """A superlative that the data contradicts.

    Parameters
    ----------
    sentence, start, end
        Where the word stands.
    called
        The fact of the subject that the sentence calls highest or lowest, and is not.
    real
        The fact of the one that is.
    value
        Instead, the id of a value of the other end (``terendah`` beside
        ``serapan.tertinggi.nama``).
    left_out
        Instead, the facts of those that are so too, but are missing in the sentence's list.
    """

    sentence: Sentence
    start: int
    end: int
    called: Fact | None = None
    real: Fact | None = None
    value: str = ""
    left_out: tuple[Fact, ...] = ()

    @property
    def text(self) -> str:
        return " ".join(self.sentence.text[self.start : self.end].split())


def wrong_extremes(reading: Reading) -> Iterator[Extreme]:
    """Superlatives beside a subject, or beside a value, that is not the one."""
    for place, sentence in enumerate(reading.sentences):
        if not any(word.startswith(_BEGINNINGS) for word in sentence.vocabulary):
            continue
        words = list(_WORD.finditer(sentence.text))
        for number, match in enumerate(words):
            begin, stop = sentence.clause(match.start())
            if _NOT_ONE.search(sentence.text[begin : match.start()]):
                continue
            if number + 1 < len(words):
                stop = min(stop, words[number + 1].start())
            said = _Superlative(reading, sentence, match)
            yield from said.beside_values(stop)
            mentions = _named(reading.mentions[place], begin, match, stop, len(words))
            yield from said.of_subjects(mentions)


def _named(
    mentions: Sequence[Mention], begin: int, match: re.Match[str], stop: int, words: int
) -> list[Mention]:
    """The subjects that a superlative is said of: those behind it, else the one before it."""
    named = [m for m in mentions if not m.by_value]
    behind = [m for m in named if match.end() <= m.start < stop]
    if behind:
        same = {m.subject.family for m in behind}
        return behind if len(same) == 1 and "lain" not in same else []
    before = [m for m in named if begin <= m.start and m.end <= match.start()]
    if words > 1 or len({m.subject.key for m in before}) != 1:
        return []
    return [m for m in before if m.subject.family != "lain"]


class _Superlative:
    """One superlative of a sentence."""

    def __init__(self, reading: Reading, sentence: Sentence, match: re.Match[str]) -> None:
        self.reading, self.sentence, self.match = reading, sentence, match
        self.end: End = "high" if match["high"] else "low"

    def beside_values(self, stop: int) -> Iterator[Extreme]:
        """``terendah … {{< nilai serapan.tertinggi.nama >}}``."""
        for position, shortcode in self.sentence.values():
            if not self.match.end() <= position < stop:
                continue
            for part in shortcode.args[0].split("."):
                if _OF_ID.get(part, self.end) != self.end:
                    yield Extreme(self.sentence, *self.match.span(), value=shortcode.args[0])

    def of_subjects(self, mentions: Sequence[Mention]) -> Iterator[Extreme]:
        """Subjects that are not the highest or lowest; those that a list leaves out."""
        keys = [mention.subject.key for mention in mentions]
        group = self._group(mentions[0]) if mentions else []
        if len(group) < 2:
            return
        pick = max if self.end == "high" else min
        best = pick(group, key=_number)
        narrow = [fact for fact in group if not self._of_tujuan(fact.subject)] or group
        values = {best.value, pick(narrow, key=_number).value}
        called = [fact for fact in group if fact.subject in keys]
        for fact in called:
            if fact.value not in values:
                yield Extreme(self.sentence, *self.match.span(), called=fact, real=best)
        listed = len(called) > 1 and all(fact.value == best.value for fact in called)
        others = tuple(f for f in group if f.value == best.value and f.subject not in keys)
        if listed and others:
            yield Extreme(self.sentence, *self.match.span(), left_out=others)

    def _group(self, mention: Mention) -> list[Fact]:
        """The facts of which one is the highest or lowest."""
        family = mention.subject.family
        if family == "pegawai":
            return self._staff(mention.subject.key)
        if family == "pengangguran":
            facts = self.reading.facts
            now = [f for f in facts if f.aspect == "penganggur" and f.year == self.reading.tahun]
            return [fact for fact in now if fact.kind == "jumlah" and "." in fact.subject]
        text = self.sentence.text
        begin, _stop = self.sentence.clause(self.match.start())
        before = [name for _b, _e, name in aspects(text[begin : self.match.start()])]
        behind = [name for _b, _e, name in aspects(text[self.match.end() :][:_BEHIND])]
        near = [name for name in (*reversed(before), *behind) if name in _GROUPS]
        return self._measured(family, near[0]) if near else []

    def _measured(self, family: str, aspect: str) -> list[Fact]:
        """The facts of an aspect of all indicators or all programmes."""
        subjects = self.reading.subjects.by_key
        found = [
            fact
            for fact in self.reading.facts
            if fact.aspect == aspect
            and fact.kind in ("persen", "rupiah")
            and fact.subject in subjects
            and subjects[fact.subject].family == family
        ]
        kind = "persen" if any(fact.kind == "persen" for fact in found) else "rupiah"
        return [fact for fact in found if fact.kind == kind]

    def _staff(self, key: str) -> list[Fact]:
        """Headcounts of a dimension; for *pangkat tertinggi* there is nothing to count."""
        ordered = self.match[0].casefold().endswith(("tinggi", "rendah"))
        if ordered and _ORDERED.search(self.sentence.text[: self.match.start()]):
            return []
        dimension = key.rpartition(".")[0]
        staff = [fact for fact in self.reading.facts if fact.aspect == "pegawai" and fact.value]
        return [fact for fact in staff if fact.subject.rpartition(".")[0] == dimension]

    def _of_tujuan(self, key: str) -> bool:
        """Whether an indicator is of a tujuan: a sentence may mean those of the sasaran only."""
        tables = self.reading.content.tables
        goals = {row["kode"] for row in tables["sasaran"].rows if row["jenis"] == "tujuan"}
        rows = tables["indikator"].rows
        return any(row["kode"] == key and row["sasaran"] in goals for row in rows)


def _number(fact: Fact) -> Fraction:
    return exact(fact.value)
