"""Numbers that somebody typed, in digits or words, and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Literal

Kind = Literal["persen", "poin", "rupiah", "jumlah"]
Manner = Literal["", "plus", "over", "under", "almost", "about"]

_MONTHS = [
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
]
_DIGIT_WORDS = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_ONES = {word: digit for digit, word in enumerate(_DIGIT_WORDS, start=1)}
_ONES |= {"nol": 0, "sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000}
SPELLED = frozenset(_ONES)
"""Words with which a spelled number begins."""

_SCALES = {"belas": 10, "puluh": 10, "ratus": 100, "ribu": 1000, "juta": 10**6, "miliar": 10**9}
_FIRST = "|".join(sorted(_ONES, key=len, reverse=True))
_SPELLED = "|".join([_FIRST, *_SCALES])
_UNIT_SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12}

# Where a number names something: tables, articles, places in a list, levels, times, addresses.
_NAMES = re.compile(
    r"\b(?:tabel|gambar|grafik|diagram|bagan|bab|pasal|ayat|huruf|butir|halaman|hlm\.?|lampiran"
    r"|sub\s?bab|kolom|baris|nomor|no\.|tipe|kelas|misi|level|strata|diploma|eselon|semester"
    r"|triwulan|tahap|jl\.|jalan|rt|rw|telp\.?|versi)"
    r"\s*(?:ke-?)?\(?\d+(?:[.,]\s?\d+)*(?:/\w+)*\)?\.?"
    r"|\bke-?\d+\b|\(\d+\)|\b(?-i:[A-Z]{1,4}-?\d+(?:\s?[-–/]\s?[A-Z]{1,4}-?\d+)*)\b"
    r"|\d+(?=[A-Za-z])"
    r"|\bpukul\s+\d+[.:]\d+|\d+(?:[.,]\d+)?\s*(?:\([a-z ]+\)\s*)?"
    r"(?:tahun|tahunan|bulan|bulanan|minggu|hari|jam|menit)\b"
    r"|^\s*\d+(?:\.\d+)+\.?\s",
    re.IGNORECASE,
)
_DATE = re.compile(rf"\b(\d{{1,2}})\s+({'|'.join(_MONTHS)})\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_NIP = re.compile(r"\b\d{8}\s?\d{6}\s?\d\s?\d{3}\b")
_YEARS = re.compile(r"\b(?:19|20)\d\d(?:\s*[-–/]\s*(?:19|20)?\d\d)?\b(?![.,]\d)")
_DIGITS = re.compile(
    r"(?:(?<=\bRp)|(?<=\bRp\.)|(?<![\w.,/]))(?P<sign>[-−])?"
    r"(?P<digits>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)(?![\w/])"
)
_WORDS = re.compile(rf"\b(?:{_FIRST})(?:\s+(?:{_SPELLED}))*\b", re.IGNORECASE)
_NOT_A_COUNT = re.compile(r"(?:salah|nomor|ke)\s*-?$|\($", re.IGNORECASE)
_AFTER = re.compile(
    r"(?:\s*\([a-z ]+\))?(?:\s*(?P<scale>ribu|juta|mil[iy]ar|triliun)\b)?(?:,-)?"
    r"\s*(?:(?P<poin>poin\b(?:\s+(?:persen|prosen)\b)?)|(?P<persen>%|persen\b|prosen\b)"
    r"|(?P<rupiah>rupiah\b))?(?P<plus>\s+lebih\b(?!\s+(?:dari|daripada|besar|kecil|tinggi|rendah"
    r"|banyak|sedikit|baik|cepat|awal)))?\s*(?P<noun>(?:[a-z-]+\s+){0,2}[a-z-]+)?",
    re.IGNORECASE,
)
_MANNER_WORDS: tuple[tuple[Manner, str], ...] = (
    ("almost", r"hampir(?:\s+(?:mencapai|sebesar))?|mendekati"),
    ("over", r"lebih\s+dari(?:pada)?|di\s?atas|melebihi|minimal|sedikitnya|paling\s+sedikit"),
    ("under", r"kurang\s+dari(?:pada)?|di\s?bawah|maksimal|paling\s+banyak|paling\s+tinggi"),
    ("about", r"sekitar|kurang\s+lebih|kira-kira|±|berkisar|rata-rata"),
)
_MANNERS = tuple(
    (name, re.compile(rf"(?:{words})\s*(?:Rp\.?\s*)?[*(]?\s*$", re.IGNORECASE))
    for name, words in _MANNER_WORDS
)


@dataclass(frozen=True)
class Numeral:
    """A number in a sentence.

    Parameters
    ----------
    start, end
        Where it stands, unit included; ``text`` is what stands there.
    values
        What it can mean: ``10,730`` is 10.73, or 10730 as some programs print it.
    decimals
        Places after the comma.
    digits
        Significant digits, a measure of how telling the number is.
    kind
        ``"persen"``, ``"poin"``, ``"rupiah"``, or ``"jumlah"`` for a bare number.
    noun
        Up to three words behind it, in small letters.
    manner
        Whether it is meant as a bound or roughly: ``16 persen lebih`` is ``"plus"``.
    spelled
        Whether it is written in words.
    """

    start: int
    end: int
    text: str
    values: tuple[Decimal, ...]
    decimals: int
    digits: int
    kind: Kind
    noun: str
    manner: Manner
    spelled: bool
    step: Decimal


def numerals(text: str) -> Iterator[Numeral]:
    """The numbers of a sentence that measure or count something, in order.

    Periods, years, list markers, numbers of tables and levels are no measurements. Dates and NIP
    are read by `dates` and `nips`. The text has no names of regulations (`Sentence.plain`).
    """
    masked = _mask(text)
    found = [_numeral(masked, match, match["digits"]) for match in _DIGITS.finditer(masked)]
    for match in _WORDS.finditer(masked):
        if not _NOT_A_COUNT.search(masked[: match.start()]) and match[0].casefold() != "nol":
            found.append(_numeral(masked, match, None))
    yield from sorted((n for n in found if n), key=lambda n: n.start)


def dates(text: str) -> Iterator[tuple[int, int, date]]:
    """The dates of a text: begin, end and date."""
    for match in _DATE.finditer(text):
        try:
            found = date(int(match[3]), _MONTHS.index(match[2].casefold()) + 1, int(match[1]))
        except ValueError:
            continue  # 31 November: no date of the data is near it
        yield match.start(), match.end(), found


def nips(text: str) -> Iterator[tuple[int, int, str]]:
    """Civil servant numbers: begin, end and digits."""
    for match in _NIP.finditer(text):
        yield match.start(), match.end(), re.sub(r"\s", "", match[0])


def _mask(text: str) -> str:
    """The text without numbers that name something, as long as before."""
    for pattern in (_DATE, _NIP, _YEARS, _NAMES):
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    return text


def _numeral(text: str, match: re.Match[str], digits: str | None) -> Numeral | None:
    after = _AFTER.match(text, match.end())
    assert after is not None  # every part of it may be empty
    before = text[: match.start()]
    values = _values(digits) if digits is not None else (Decimal(_spelled(match[0])),)
    if not values:
        return None
    decimals = max(0, -int(values[0].as_tuple().exponent))
    scale = Decimal(_UNIT_SCALES.get((after["scale"] or "").casefold(), 1))
    kind: Kind = "jumlah"
    if re.search(r"\bRp\.?\s*$", before, re.IGNORECASE) or after["rupiah"]:
        kind = "rupiah"
    elif after["poin"]:
        kind = "poin"
    elif after["persen"]:
        kind = "persen"
    sign = -1 if digits is not None and match["sign"] and not before.rstrip().endswith("–") else 1
    manner: Manner = "plus" if after["plus"] else ""
    for name, pattern in _MANNERS:
        manner = manner or (name if pattern.search(before) else "")
    plain = re.sub(r"\D", "", digits or str(values[0])).lstrip("0")
    plain = plain if decimals else plain.rstrip("0")  # 70,00 says more than 70
    ends = [after.end(part) for part in ("scale", "poin", "persen", "rupiah") if after[part]]
    end = max([match.end(), *ends])
    return Numeral(
        match.start(),
        end,
        text[match.start() : end],
        tuple(sign * value * scale for value in values),
        decimals,
        len(plain),
        kind,
        " ".join((after["noun"] or "").casefold().split()),
        manner,
        digits is None,
        scale.scaleb(-decimals),
    )


def _values(digits: str) -> tuple[Decimal, ...]:
    """Readings of a number, the Indonesian one first."""
    try:
        if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", digits):
            return (Decimal(digits.replace(".", "").replace(",", ".")),)
        value = Decimal(digits.replace(",", "."))
    except InvalidOperation:
        return ()
    if re.fullmatch(r"\d{1,3},\d{3}", digits):
        return (value, value * 1000)
    return (value,)


def _spelled(words: str) -> int:
    """The number that Indonesian words say: ``tiga puluh satu`` is 31."""
    total = part = 0
    for word in words.casefold().split():
        if word in _ONES:
            part += _ONES[word]
        elif word == "belas":
            part += 10
        elif word in ("puluh", "ratus"):
            ones = part % 10 or 1
            part += ones * (_SCALES[word] - 1)
        else:
            total += (part or 1) * _SCALES[word]
            part = 0
    return total + part
