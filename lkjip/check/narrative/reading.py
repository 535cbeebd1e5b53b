"""The narrative of a report, read once for all rules."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property

from lkjip.check.context import Context
from lkjip.check.model import Cell
from lkjip.check.narrative import counts, performance
from lkjip.check.narrative.document import Document, read_document
from lkjip.check.narrative.facts import Fact
from lkjip.check.narrative.subjects import Mention, Subject, Subjects
from lkjip.check.narrative.text import Sentence
from lkjip.check.year import Year
from lkjip.data.folder import Content
from lkjip.execute.fingerprint import digest

_SIDE = 60  # characters of a sentence that a finding shows on each side of what it is about
_PARAGRAPHS = 3  # how far back the words may stand that say what a short name means
_ANAPHORA = re.compile(
    r"\b(?:indikator|iku|program|sasaran|kinerja|angka|nilai|realisasi|capaian|target|jumlah"
    r"|serapan)(?:nya)?(?:\s+(?:kinerja|program|sasaran|indikator))?\s+(?:ini|itu|tersebut)\b"
    r"|\b(?:realisasi|capaian|target|kinerja|jumlah|serapan|efisiensi|anggaran|pagu|angka)nya\b",
    re.IGNORECASE,
)

_PARTS = (*performance.PARTS, *counts.PARTS)


def facts(content: Content) -> tuple[Fact, ...]:
    """All facts of a year. What is not filled in yet is no fact.

    Parameters
    ----------
    content
        The files of the year.
    """
    year = Year(content)
    return tuple(fact for part in _PARTS for fact in part(year) if fact.value is not None)


def reading(context: Context) -> Reading:
    """The narrative of a report; every rule gets the same one."""
    return context.once(Reading)


class Reading:
    """Sentences with what they are about, and the facts that they can contradict."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.tahun = context.tahun
        self.content = context.content

    @cached_property
    def document(self) -> Document:
        """The whole report, also where only some sections are read."""
        if self.context.whole is not self.context:
            return reading(self.context.whole).document
        folder = self.context.project.relative(self.context.project.narasi)
        return read_document(self.context.narrative, self.tahun, folder)

    @cached_property
    def sentences(self) -> list[Sentence]:
        sections = self.context.sections
        found = self.document.sentences
        return found if sections is None else [s for s in found if s.section in sections]

    def sections(self) -> dict[int, str]:
        """All that rules by sentence can see of each section, by its number."""
        parts: dict[int, list[str]] = defaultdict(list)
        for sentence, around in zip(self.sentences, self.around, strict=True):
            raw = sentence.source.text[sentence.start : sentence.start + len(sentence.text)]
            seen = (sentence.source.name, sentence.kind, str(sentence.level), raw, sentence.text)
            parts[sentence.section] += (*seen, around)
        return {section: digest(texts) for section, texts in parts.items()}

    @cached_property
    def places(self) -> frozenset[str]:
        """Words of the region's name."""
        return frozenset(self.content.instansi.daerah.casefold().split())

    @cached_property
    def subjects(self) -> Subjects:
        return Subjects(self.content)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        return facts(self.content)

    @cached_property
    def by_subject(self) -> dict[str, list[Fact]]:
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.facts:
            found[fact.subject].append(fact)
        return found

    def fact(self, subject: str, kind: str, aspect: str | None = None) -> Fact | None:
        """The fact of this year of a subject."""
        for fact in self.by_subject.get(subject, ()):
            if fact.kind == kind and fact.year == self.tahun and aspect in (None, fact.aspect):
                return fact
        return None

    @cached_property
    def around(self) -> list[str]:
        """For each sentence, the words of its paragraph and of those just before it."""
        texts: dict[int, list[str]] = defaultdict(list)
        for sentence in self.document.sentences:
            texts[sentence.paragraph].append(sentence.text)
        paragraphs = {number: " ".join(parts) for number, parts in texts.items()}
        order = sorted(paragraphs)
        index = {number: place for place, number in enumerate(order)}
        found = []
        for sentence in self.sentences:
            place = index[sentence.paragraph]
            near = order[max(0, place - _PARAGRAPHS) : place + 1]
            found.append(" ".join(paragraphs[number] for number in near))
        return found

    @cached_property
    def mentions(self) -> list[list[Mention]]:
        """For each sentence, the subjects that it names."""
        return [
            self.subjects.mentions(sentence, around)
            for sentence, around in zip(self.sentences, self.around, strict=True)
        ]

    @cached_property
    def topics(self) -> list[Subject | None]:
        """For each sentence that names nothing but says *indikator ini*, what that is.

        The subject last named in the section; a heading or bold line names one for what follows.
        """
        topics: list[Subject | None] = []
        last: Subject | None = None
        section = -1
        for sentence, mentions in zip(self.sentences, self.mentions, strict=True):
            if sentence.section != section or sentence.kind == "judul":
                last, section = None, sentence.section
            topics.append(last if not mentions and _ANAPHORA.search(sentence.text) else None)
            named = [m.subject for m in mentions if m.subject.family != "lain"]
            if named and len({subject.key for subject in named}) == 1:
                last = named[0]
            elif mentions:
                last = None
        return topics

    def cell(self, sentence: Sentence, start: int, end: int) -> Cell:
        """The piece of a sentence that a finding is about, with the words around it."""
        row = sentence.row_at(start)
        text = sentence.source.text
        low, high = sentence.start, sentence.start + len(sentence.text)
        begin = max(low, sentence.start + start - _SIDE)
        stop = min(high, sentence.start + end + _SIDE)
        while begin > low and not text[begin - 1].isspace():
            begin -= 1
        while stop < high and not text[stop].isspace():
            stop += 1
        words = " ".join(text[begin:stop].split())
        before, after = "… " if begin > low else "", " …" if stop < high else ""
        shown = f"{before}{words}{after}"
        return self.context.passage(sentence.source.name, row, shown, sentence.section)

    def origin(self, fact: Fact) -> tuple[Cell, ...]:
        """The cells of the data that a fact comes from."""
        if fact.setting:
            return (self.context.setting(fact.setting, fact.value),)
        return tuple(self.context.cell(*cell) for cell in fact.origin)
