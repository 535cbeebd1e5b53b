"""What sentences say in words about a value: up or down, reached or not, highest, positive.

Only plain statements count: every word between the subject and the verb must be one that cannot
turn the sentence into something else (*dukungan terhadap program X meningkat* is not about X), and
nothing hoped for, planned or conditional is a statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Literal

from lkjip.check.context import Context
from lkjip.check.narrative import OPAQUE
from lkjip.check.narrative.aspects import aspects, years
from lkjip.check.narrative.filler import ABLE, FILLER, plain
from lkjip.check.narrative.reading import Reading, reading
from lkjip.check.narrative.subjects import nameless
from lkjip.check.narrative.text import Sentence

Kind = Literal["arah", "target", "tanda", "efisien", "serapan"]

_UNREAL = re.compile(
    r"\b(?:diharapkan|berharap|harapan\w*|akan|agar|supaya|apabila|jika|bila|bilamana|kalau|hendak"
    r"|seandainya|guna|upaya|berupaya|harus|perlu|ingin|sehingga\s+dapat|direncanakan|diperkirakan"
    r"|diproyeksikan|untuk|mendorong|demi|dalam\s+rangka|berarti|artinya|belum\s+tentu)\b",
    re.IGNORECASE,
)
_UNREAL_AFTER = re.compile(r"\b(?:apabila|jika|bila|bilamana|kalau|seandainya)\b", re.IGNORECASE)
_BOUNDARY = re.compile(
    r"[,:(]|\b(?:dan|serta|sehingga|karena|bahwa|dengan\s+demikian|oleh\s+karena\s+itu)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:tidak|belum|tak|bukan|kurang|gagal)\s+(?:(?:dapat|mampu|bisa|berhasil)\s+)?$", re.I
)
_ANAPHORA = re.compile(
    r"\b(?:indikator|iku|program|sasaran|angka|nilai|realisasi|capaian|jumlah)\s+(?:ini|itu"
    r"|tersebut)\b|\b(?:realisasi|capaian|target|jumlah|efisiensi|serapan|pagu|anggaran)nya\b",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:dari(?:pada)?|dibanding(?:kan)?(?:\s+dengan)?|terhadap|sejak|dan)\s+(?:realisasi\s+)?"
    r"(?:pada\s+)?(?:akhir\s+)?(?:tahun\s+)?$",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"\b(?:semua|seluruh|setiap|masing-masing|keseluruhan)\b|\b(?:seluruh|semua)nya\b"
    r"|\bsecara\s+(?:total|keseluruhan|umum)\b|\bpada\s+umumnya\b",
    re.IGNORECASE,
)
_WHOLE_PERFORMANCE = re.compile(r"^\W*(?:realisasi|(?:pen)?capaian)\s+kinerja\b", re.IGNORECASE)

_OTHER_TARGET = r"\s+(?:akhir|nasional|provinsi|rpjmd|renstra|jangka)"
_TARGET = rf"\s+(?:\w+\s+){{0,2}}?(?:{OPAQUE}+\s+)?target(?:nya)?\b(?!{_OTHER_TARGET})"
_THAN = r"(?:dari(?:pada)?|dibanding(?:kan)?(?:\s+dengan)?)"
_VERBS: tuple[tuple[Kind, str, str], ...] = (
    ("target", "exceed", rf"(?:me|di)lampaui(?:\s+dari)?{_TARGET}|melebihi{_TARGET}"),
    ("target", "exceed", rf"(?:berada\s+)?di\s?atas{_TARGET}|terlampaui\b"),
    ("target", "greater", rf"lebih\s+(?:besar|tinggi)\s+{_THAN}{_TARGET}"),
    ("target", "below", rf"(?:berada\s+)?di\s?bawah{_TARGET}"),
    ("target", "less", rf"lebih\s+(?:kecil|rendah)\s+{_THAN}{_TARGET}"),
    ("target", "met", rf"(?:mencapai|memenuhi|meraih){_TARGET}|tercapai\b|terpenuhi\b"),
    ("target", "equal", rf"(?:sama\s+(?:persis\s+)?dengan|menyamai){_TARGET}"),
    ("arah", "up", r"meningkat\b|naik\b|bertambah\b|melonjak\b"),
    ("arah", "up", r"mengalami\s+(?:\w+\s+)?(?:kenaikan|peningkatan|pertambahan)\b"),
    ("arah", "down", r"menurun\b|turun\b|berkurang\b|merosot\b|menyusut\b"),
    ("arah", "down", r"mengalami\s+(?:\w+\s+)?(?:penurunan|pengurangan)\b"),
    ("arah", "same", r"(?:tetap|stabil)(?=\s*(?:[,.;]|$|dibanding|seperti|sama|pada))"),
    ("arah", "better", r"membaik\b"),
    ("arah", "worse", r"memburuk\b"),
    ("tanda", "positive", r"positif\b"),
    ("tanda", "negative", r"negatif\b"),
    ("efisien", "positive", r"(?<!dan\s)(?<!secara\s)(?<!lebih\s)efisien\b"),
    ("serapan", "full", r"(?:terserap|diserap|terealisasi)\s+(?:sepenuhnya|seluruhnya)\b"),
    ("serapan", "full", r"(?<!hampir\s)(?:seluruhnya|sepenuhnya)\s+terserap\b"),
    ("serapan", "high", r"hampir\s+(?:terserap\s+)?(?:100|seratus|seluruhnya|semuanya|sepenuhnya)"),
    (
        "serapan",
        "high",
        r"(?:terserap|diserap|(?:peny|s)erapan(?:\s+anggaran)?(?:nya)?)\s+"
        r"(?:\w+\s+){0,2}?(?:maksimal|optimal|hampir\s+(?:seluruhnya|semuanya))\b",
    ),
)
# One of them stands in every statement of its kind: most sentences need no closer look.
_HEAD_WORDS: dict[Kind, str] = {
    "target": "target targetnya tercapai terpenuhi terlampaui",
    "arah": """meningkat naik bertambah melonjak mengalami menurun turun berkurang merosot menyusut
        tetap stabil membaik memburuk""",
    "tanda": "positif negatif",
    "efisien": "efisien",
    "serapan": """terserap diserap terealisasi seluruhnya sepenuhnya hampir serapan serapannya
        penyerapan""",
}
_HEADS = {kind: frozenset(words.split()) for kind, words in _HEAD_WORDS.items()}
_NOUNS = frozenset(("kenaikan", "peningkatan", "penurunan"))
_OCCURRENCE = re.compile(
    r"\b(?:terjadi|terdapat|adanya|tercatat|menunjukkan)\s+(?P<noun>kenaikan|peningkatan|penurunan)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Statement:
    """A statement about one subject, or about all of them.

    Parameters
    ----------
    sentence, start, end
        Where the words stand.
    kind, sense
        ``"arah"``: up, down, same, better, worse; ``"target"``: exceed, met, equal, below, and
        greater, less where only the number counts; ``"tanda"``, ``"efisien"``: positive,
        negative; ``"serapan"``: high, full.
    denied
        Whether the verb is negated.
    subject
        Key of what it is about; None for all (``scope`` are the words that say all of what).
    aspect
        The aspect word nearest to the verb.
    """

    sentence: Sentence
    start: int
    end: int
    kind: Kind
    sense: str
    denied: bool
    subject: str | None
    aspect: str | None
    scope: str

    @property
    def text(self) -> str:
        return " ".join(self.sentence.text[self.start : self.end].split())


def statements(context: Context) -> tuple[Statement, ...]:
    """All plain statements of the narrative about values of this year."""
    return context.once(_statements)


def _statements(context: Context) -> tuple[Statement, ...]:
    return tuple(_find(reading(context)))


def _find(reading: Reading) -> Iterator[Statement]:
    for place, sentence in enumerate(reading.sentences):
        if sentence.kind == "judul":
            continue
        kinds = [kind for kind in _HEADS if not _HEADS[kind].isdisjoint(sentence.vocabulary)]
        for kind, sense, pattern in chain.from_iterable(map(_verbs, kinds)):
            for match in pattern.finditer(sentence.text):
                found = _statement(reading, place, kind, sense, match.start(), match.end())
                if found:
                    yield found
        if _NOUNS.isdisjoint(sentence.vocabulary):
            continue
        for match in _OCCURRENCE.finditer(sentence.text):
            if found := _occurrence(reading, place, match):
                yield found


@cache
def _verbs(kind: Kind) -> tuple[tuple[Kind, str, re.Pattern[str]], ...]:
    """The verbs of a kind; they are compiled when a text has one, and few have all kinds."""
    verbs = ((sense, words) for of, sense, words in _VERBS if of == kind)
    return tuple((kind, sense, re.compile(rf"\b(?:{words})", re.I)) for sense, words in verbs)


def _statement(
    reading: Reading, place: int, kind: Kind, sense: str, start: int, end: int
) -> Statement | None:
    sentence = reading.sentences[place]
    text = sentence.text
    begin, stop = sentence.clause(start)
    if kind == "arah" and re.match(rf"\s+{_THAN}?{_TARGET}|{_TARGET}", text[end:stop]):
        kind, sense = "target", {"up": "exceed", "down": "below"}.get(sense, "equal")
    if _UNREAL.search(text[begin:start]) or _UNREAL_AFTER.search(text[end : end + 60]):
        return None
    if not _of_this_year(sentence, begin, stop, reading.tahun):
        return None
    denied = _NOT.search(text[begin:start]) is not None
    found = _subject(reading, place, begin, start, able=kind != "arah")
    if found is None:
        return None
    subject, scope = found
    words = [name for _begin, _end, name in aspects(scope)]
    if subject is None and not _about_all(kind, scope, text[begin:stop]):
        return None
    aspect = words[-1] if words else None
    return Statement(sentence, start, end, kind, sense, denied, subject, aspect, scope)


def _of_this_year(sentence: Sentence, begin: int, stop: int, tahun: int) -> bool:
    """Whether a clause speaks of the fiscal year; a year it compares with does not count."""
    spoken = [
        year
        for position, year in years(sentence, begin, stop, tahun)
        if not _COMPARED.search(sentence.text[begin:position])
    ]
    return not spoken or tahun in spoken


def _subject(
    reading: Reading, place: int, begin: int, start: int, able: bool
) -> tuple[str | None, str] | None:
    """What a verb is said of, with the words up to it; None where that is not plain.

    The nearest subject named before the verb in its clause; else what *indikator ini* refers to;
    else nothing in particular (the key is then None).
    """
    text = reading.sentences[place].text
    named = [m for m in reading.mentions[place] if begin <= m.start and m.end <= start]
    limit = named[-1].start if named else start
    cuts = [match.end() for match in _BOUNDARY.finditer(text, begin, limit)]
    low = cuts[-1] if cuts else begin
    scope = nameless(text, named)[low:start]
    if not plain(scope, FILLER if able else FILLER - ABLE, reading.places):
        return None
    if named:
        if named[-1].subject.family == "lain":
            return None
        return named[-1].subject.key, scope
    if _ANAPHORA.search(scope):
        topic = reading.topics[place]
        earlier = {m.subject.key for m in reading.mentions[place] if m.end <= start}
        if len(earlier) == 1:
            return earlier.pop(), scope
        return (topic.key, scope) if topic else None
    return None, scope


def _about_all(kind: Kind, scope: str, clause: str) -> bool:
    """Whether a statement that names nothing is said of everything."""
    if re.search(r"\b(?:belum|tidak|tak|bukan)\s+(?:semua|seluruh)\b", scope, re.IGNORECASE):
        return False
    if kind == "target":
        many = re.search(
            rf"\b(?:semua|seluruh|setiap)\s+(?:{OPAQUE}+\s+)?(?:indikator|sasaran|target|iku|program)",
            scope,
            re.IGNORECASE,
        )
        return many is not None or _WHOLE_PERFORMANCE.search(scope) is not None
    if kind == "arah":
        money = re.search(r"\b(?:anggaran|pagu)(?:nya)?\b", scope, re.I)
        return money is not None and re.search(r"\b(?:perubahan|awal|murni)\b", clause) is not None
    if kind == "tanda":
        return re.search(r"efisiensi", scope, re.I) is not None and _ALL.search(scope) is not None
    if kind == "serapan":
        return re.search(r"serap|realisasi\s+anggaran|anggaran", clause, re.I) is not None
    return False


def _occurrence(reading: Reading, place: int, match: re.Match[str]) -> Statement | None:
    """*terdapat peningkatan signifikan pengangguran …*: the subject stands behind."""
    sentence = reading.sentences[place]
    begin, stop = sentence.clause(match.start())
    if _UNREAL.search(sentence.text[begin : match.start()]):
        return None
    later = [m for m in reading.mentions[place] if match.end() <= m.start < stop]
    if not later or later[0].subject.family == "lain":
        return None
    between = sentence.text[match.end() : later[0].start]
    if not plain(between, FILLER):
        return None
    if not _of_this_year(sentence, begin, stop, reading.tahun):
        return None
    sense = "down" if match["noun"].casefold() == "penurunan" else "up"
    names = [name for _begin, _end, name in aspects(between)]
    aspect = names[-1] if names else None
    return Statement(
        sentence, *match.span(), "arah", sense, False, later[0].subject.key, aspect, between
    )
