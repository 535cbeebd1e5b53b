"""What the words around a number say about it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lkjip.check.narrative.aspects import aspect_at, endpoint, year_at
from lkjip.check.narrative.filler import BEFORE_NUMBER, plain
from lkjip.check.narrative.numerals import Numeral
from lkjip.check.narrative.reading import Reading
from lkjip.check.narrative.subjects import nameless
from lkjip.check.narrative.text import Sentence

_EQUALS = re.compile(
    r"^\s*(?:\([^)]*\)\s*)?(?:(?:(?:pada|di)\s+)?(?:akhir\s+)?(?:tahun|kabupaten|kota)\s+"
    r"(?!sebesar|sebanyak)\S+(?:\s+(?!sebesar|sebanyak)\S+)?\s*,?\s*)*(?:adalah|ialah|yaitu|yakni|sebesar|sebanyak|mencapai|tercatat|berada\s+pada|menjadi|yang"
    r"|semula|hanya|sudah|telah|lebih\s+dari|kurang\s+dari|di\s?atas|di\s?bawah|hampir|sekitar"
    r"|[,:(])*\s*(?:sebesar|sebanyak)?\s*$",
    re.IGNORECASE,
)
_FOR = re.compile(r"^\W{0,3}\s*(?:untuk|bagi|guna|peserta|di\s?antaranya)\b", re.IGNORECASE)


@dataclass(frozen=True)
class View:
    """What the words around a number say.

    Parameters
    ----------
    nearest
        Key of the subject named before the number in its clause, else behind it, else the only
        one of the sentence.
    named, topic
        All subjects of the sentence; what *indikator ini* refers to.
    aspect, year
        Which value of a subject, and of which year; None when no word says it.
    change
        Whether it is where a change begins or ends: *dari … menjadi …*.
    equals
        Whether the number follows the subject directly: *TPAK sebesar …*.
    clear
        Whether nothing stands between the subject and the number that makes it a number of
        something else (*TPAK kelompok umur muda sebesar …*).
    around, clause, before, after
        The paragraph, the clause, and its parts before and behind the number.
    """

    nearest: str | None
    named: frozenset[str]
    topic: str | None
    aspect: str | None
    year: int | None
    change: bool
    equals: bool
    clear: bool
    around: str
    clause: str
    before: str
    after: str


def look(reading: Reading, place: int, sentence: Sentence, numeral: Numeral) -> View:
    """Look at the words around a number.

    Parameters
    ----------
    reading, place, sentence
        The sentence, and its place among the sentences.
    numeral
        A number of it.
    """
    begin, stop = sentence.clause(numeral.start)
    text = sentence.text
    mentions = reading.mentions[place]
    here = [m for m in mentions if begin <= m.start < stop]
    left = [m for m in here if m.end <= numeral.start]
    right = [m for m in here if m.start >= numeral.end]
    nearest = left[-1] if left else right[0] if right else None
    if nearest is None and len({m.subject.key for m in mentions}) == 1:
        nearest = mentions[0]
    topic = reading.topics[place]
    after = text[numeral.end : stop]
    between = text[left[-1].end if left else begin : numeral.start]
    reached = endpoint(text[: numeral.start])
    return View(
        nearest=nearest.subject.key if nearest else None,
        named=frozenset(m.subject.key for m in mentions),
        topic=topic.key if topic else None,
        aspect=aspect_at(nameless(text, mentions), begin, numeral.start, numeral.end, stop),
        year=year_at(sentence, numeral.start, numeral.end, reading.tahun),
        change=reached,
        equals=reached or (bool(left) and _EQUALS.search(between) is not None),
        clear=(bool(left) or not right)
        and plain(between, BEFORE_NUMBER, reading.places)
        and not _FOR.search(after),
        around=reading.around[place],
        clause=text[begin:stop],
        before=text[begin : numeral.start],
        after=after,
    )
