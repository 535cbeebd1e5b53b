"""Words that say which of a subject's values is meant, and of which year."""

from __future__ import annotations

import re

from lkjip.check.narrative import OPAQUE
from lkjip.check.narrative.text import Sentence

_WORDS = {
    "renstra": r"target\s+(?:akhir|jangka\s+menengah|renstra)|akhir\s+(?:periode\s+)?renstra",
    "target": r"target(?:nya)?|ditargetkan",
    "kemajuan": r"kemajuan(?:nya)?",
    "efisiensi": r"efisiensi(?:nya)?(?:\s+anggaran)?",
    "serapan": r"(?:serapan|penyerapan)(?:nya)?(?:\s+(?:anggaran|dana|pagu))?|terserap|menyerap"
    r"|diserap",
    "sisa": r"sisa(?:nya)?|tersisa",
    "murni": r"(?:anggaran|pagu)\s+(?:awal|murni|semula)|sebelum\s+perubahan",
    "dipakai": r"realisasi\s+anggaran|anggaran\s+yang\s+(?:terealisasi|digunakan)|digunakan"
    r"|dibelanjakan|direalisasikan",
    "capaian": r"(?:pen)?capaian(?:nya)?|ketercapaian",
    "realisasi": r"realisasi(?:nya)?|terealisasi|tercatat",
    "alokasi": r"(?:di)?alokasi(?:kan)?|porsi|proporsi|bagian",
    "pagu": r"pagu|anggaran(?:nya)?|dana",
    "perubahan": r"kenaikan|peningkatan|penurunan|naik|turun|meningkat|menurun|bertambah|berkurang",
    "selisih": r"(?:ber)?selisih",
    "laki-laki": r"laki-laki|pria",
    "perempuan": r"perempuan|wanita",
    "selesai": r"selesai|diselesaikan|terselesaikan|tuntas",
    "proses": r"(?:dalam|tahap)\s+proses|proses\s+penyelesaian|masih\s+berjalan|diproses",
    "bipartit": r"bipartite?",
    "menunggu": r"menunggu|belum\s+(?:di)?berangkat(?:kan)?",
    "penduduk_usia_kerja": r"penduduk\s+usia\s+kerja",
    "angkatan_kerja": r"(?<!partisipasi\s)angkatan\s+kerja",
    "melampaui": r"melampaui|melebihi",
    "tidak-tercapai": r"(?:tidak|belum)\s+(?:mencapai|tercapai|memenuhi)",
    "tercapai": r"mencapai\s+target|tercapai|memenuhi\s+target",
}
_PATTERN = re.compile(
    "|".join(rf"(?P<a{n}>\b(?:{words})\b)" for n, words in enumerate(_WORDS.values())),
    re.IGNORECASE,
)
_NAMES = tuple(_WORDS)

ALSO: dict[str, frozenset[str]] = {
    "dipakai": frozenset({"realisasi", "serapan"}),
    "serapan": frozenset({"dipakai"}),
    "pagu": frozenset({"alokasi"}),
    "murni": frozenset({"pagu"}),
    "alokasi": frozenset({"pagu"}),
    "perubahan": frozenset({"selisih"}),
    "selisih": frozenset({"perubahan"}),
    "renstra": frozenset({"target"}),
    "kemajuan": frozenset({"capaian"}),
}
"""By aspect of a fact, other words under which it may be meant."""

_BEHIND = frozenset(
    (
        "laki-laki",
        "perempuan",
        "selesai",
        "proses",
        "bipartit",
        "menunggu",
        "melampaui",
        "tercapai",
        "tidak-tercapai",
    )
)
"""Aspects whose word stands behind the number."""

_UP_TO_NEXT = re.compile(r"\d|,|\b(?:dan|serta|dari|terhadap|dengan)\b")
_YEAR = re.compile(
    rf"(?P<typed>\b(?:19|20)\d\d\b(?!\s*[-–]))|(?P<last>\btahun\s+(?:lalu|sebelumnya|kemarin)\b|\bsemula\b)"
    rf"|(?P<value>{OPAQUE}+)",
    re.IGNORECASE,
)
_VALUE_YEARS = {"tahun": 0, "tahun.lalu": -1, "tahun.depan": 1}
_FROM = re.compile(r"\b(?:dari|semula)\s+(?:sebesar\s+|sebanyak\s+)?(?:Rp\.?\s*)?$", re.I)
_TO = re.compile(r"\bmenjadi\s+(?:sebesar\s+|sebanyak\s+)?(?:Rp\.?\s*)?$", re.I)
_YEAR_BEHIND = re.compile(
    r"^\s*(?:(?!(?:dan|dengan|serta|mengalami|naik|turun|menjadi)\b)[a-z]+\s+){0,3}?"
    r"(?:(?:pada|di|untuk)\s+)?(?:akhir\s+)?tahun\s+",
    re.IGNORECASE,
)


def aspects(text: str) -> list[tuple[int, int, str]]:
    """The aspect words of a text: begin, end and name."""
    found = []
    for match in _PATTERN.finditer(text):
        assert match.lastgroup is not None  # every branch is a group
        found.append((*match.span(), _NAMES[int(match.lastgroup[1:])]))
    return found


def aspect_at(text: str, begin: int, start: int, end: int, stop: int) -> str | None:
    """Which aspect a number has, None when no word says it.

    Of the words that belong to it behind (*17 laki-laki*, *dua kasus selesai*), else the nearest
    word before it in the clause. Behind *dari* and *menjadi* stands a measure, not a change.

    Parameters
    ----------
    text
        The sentence, with the names in it blanked: they have such words too.
    begin, start, end, stop
        Where the clause begins, the number begins and ends, and the clause ends.
    """
    behind = aspects(_UP_TO_NEXT.split(text[end:stop], maxsplit=1)[0])
    if behind and behind[0][2] in _BEHIND:
        return behind[0][2]
    before = [name for _begin, _end, name in aspects(text[begin:start])]
    if endpoint(text[:start]):
        before = [name for name in before if name not in ("perubahan", "selisih")]
    return before[-1] if before else None


def endpoint(before: str) -> bool:
    """Whether a number after these words is where a change begins or ends."""
    return bool(_FROM.search(before) or _TO.search(before))


def year_at(sentence: Sentence, start: int, end: int, tahun: int) -> int | None:
    """The year that a number is about, None when the sentence does not say.

    A year just behind the number; else *dari A menjadi B* is last year and this one; else the
    nearest year before it in the clause.
    """
    text = sentence.text
    begin, stop = sentence.clause(start)
    if behind := _YEAR_BEHIND.search(text[end:stop]):
        match = _YEAR.match(text, end + behind.end())
        if match and (found := _year(sentence, match, tahun)) is not None:
            return found
    if _TO.search(text[:start]):
        return tahun
    if _FROM.search(text[:start]) and re.search(r"\bmenjadi\b", text[end:]):
        return tahun - 1
    known = years(sentence, begin, start, tahun)
    return known[-1][1] if known else None


def years(sentence: Sentence, begin: int, stop: int, tahun: int) -> list[tuple[int, int]]:
    """The years that a part of a sentence names: position and year."""
    found = []
    for match in _YEAR.finditer(sentence.text, begin, stop):
        if (year := _year(sentence, match, tahun)) is not None:
            found.append((match.start(), year))
    return found


def _year(sentence: Sentence, match: re.Match[str], tahun: int) -> int | None:
    if match["typed"]:
        return int(match["typed"])
    if match["last"]:
        return tahun - 1
    for position, shortcode in sentence.values():
        if position == match.start() and shortcode.args[0] in _VALUE_YEARS:
            return tahun + _VALUE_YEARS[shortcode.args[0]]
    return None
