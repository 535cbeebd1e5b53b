"""Numbers that somebody typed, held against the data: which value is meant, and is it right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from lkjip.check.context import Context
from lkjip.check.narrative.compare import equals, rounds, satisfies, slips
from lkjip.check.narrative.facts import Fact
from lkjip.check.narrative.numerals import SPELLED, Numeral, dates, nips, numerals
from lkjip.check.narrative.reading import Reading, reading
from lkjip.check.narrative.subjects import Mention
from lkjip.check.narrative.text import Sentence
from lkjip.check.narrative.view import look
from lkjip.check.narrative.weigh import LONG, TELLING, comparable, fits, needed, pins, weigh
from lkjip.numbers import exact

Verdict = Literal["copy", "rounded", "unit", "slip", "contradiction"]

# Numbers about other places, times or groups than the data has.
_ELSEWHERE = re.compile(
    r"\b(?:nasional|provinsi|indonesia|triwulan|semester|perkotaan|perdesaan|pedesaan|kecamatan"
    r"|desa|proyeksi|diproyeksikan|rata-rata|per\s+bulan|tertimbang|simpang(?:an)?|kelompok|usia"
    r"|umur)\b(?<!penduduk\susia)",
    re.IGNORECASE,
)
_MOST_WRONG = 3  # digits of a NIP: more, and it is another person's


@dataclass(frozen=True)
class Claim:
    """A typed number (date, NIP) and the fact that it repeats, garbles or contradicts."""

    sentence: Sentence
    start: int
    end: int
    verdict: Verdict
    fact: Fact

    @property
    def text(self) -> str:
        return " ".join(self.sentence.text[self.start : self.end].split())


def claims(context: Context) -> tuple[Claim, ...]:
    """All typed numbers of the narrative that have to do with a value of the data."""
    return context.once(_claims)


def _claims(context: Context) -> tuple[Claim, ...]:
    return tuple(_find(reading(context)))


def _find(reading: Reading) -> Iterator[Claim]:
    for place, sentence in enumerate(reading.sentences):
        if not re.search(r"\d", sentence.text) and not sentence.vocabulary & SPELLED:
            continue
        for numeral in numerals(sentence.plain):
            if found := _judge(reading, place, sentence, numeral):
                yield Claim(sentence, numeral.start, numeral.end, *found)
        yield from _dates(reading, sentence, reading.mentions[place])


def _judge(
    reading: Reading, place: int, sentence: Sentence, numeral: Numeral
) -> tuple[Verdict, Fact] | None:
    view = look(reading, place, sentence, numeral)
    weighed = [
        (weight, fact)
        for fact in reading.facts
        if comparable(numeral, fact) and (weight := weigh(view, numeral, fact)) is not None
    ]
    weighed.sort(key=lambda pair: -pair[0])
    pinned = [fact for _weight, fact in weighed if pins(view, numeral, fact)]
    same = [(weight, fact) for weight, fact in weighed if equals(numeral, fact)]
    if same:
        weight, fact = same[0]
        # A number that the data has elsewhere is no copy where the words mean another value.
        if weight >= needed(numeral) or (numeral.digits >= TELLING and (weight >= 1 or not pinned)):
            if numeral.kind == "persen" and fact.kind == "poin":
                return "unit", fact
            return ("copy", fact) if fact.id else None
        if weight >= 1:
            return None  # it may be that value; who wrote it knows
    if _ELSEWHERE.search(view.clause):
        return None
    for weight, fact in weighed:
        if (fact in pinned or fits(view, weight, fact)) and rounds(numeral, fact):
            return "rounded", fact
    for weight, fact in weighed:
        if (weight >= 2 or numeral.digits >= LONG) and slips(numeral, fact):
            return "slip", fact
    if len({fact.subject for fact in pinned}) == 1:
        meant = min(pinned, key=lambda fact: abs(exact(fact.value) - exact(numeral.values[0])))
        if not any(satisfies(numeral, fact) for fact in pinned):
            return "contradiction", meant
    return None


def _dates(reading: Reading, sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[Claim]:
    """Typed dates and NIP."""
    known = [fact for fact in reading.facts if fact.kind == "tanggal"]
    for start, end, day in dates(sentence.plain):
        same = [fact for fact in known if fact.value == day]
        if same:
            yield Claim(sentence, start, end, "copy", same[0])
            continue
        begin, stop = sentence.clause(start)
        clause = sentence.text[begin:stop].casefold()
        for fact in known:
            if _dated(fact, clause, {m.subject.key for m in mentions}):
                yield Claim(sentence, start, end, "contradiction", fact)
                break
    numbers = [fact for fact in reading.facts if fact.kind == "nip"]
    for start, end, digits in nips(sentence.plain):
        for fact in numbers:
            wrong = sum(a != b for a, b in zip_longest(digits, fact.value))
            if wrong <= _MOST_WRONG:
                yield Claim(sentence, start, end, "slip" if wrong else "copy", fact)
                break


def _dated(fact: Fact, clause: str, named: set[str]) -> bool:
    """Whether a clause speaks of the day of a fact."""
    if fact.subject == "laporan":
        return False
    if fact.subject.startswith("transmigrasi"):
        return fact.subject in named and "berangkat" in clause
    signed = re.search(r"\b(?:ditandatangani|tertanggal|penandatanganan|dilakukan)\b", clause)
    if not signed or not re.search(r"\b(?:perjanjian\s+kinerja|pk)\b", clause):
        return False
    return ("perubahan" in clause) == ("perubahan" in fact.subject)
