"""How well a fact fits the words around a number."""

from __future__ import annotations

import re
from functools import cache

from lkjip.check.narrative import OPAQUE
from lkjip.check.narrative.aspects import ALSO
from lkjip.check.narrative.facts import Fact
from lkjip.check.narrative.filler import BEFORE_NUMBER, plain
from lkjip.check.narrative.numerals import Numeral
from lkjip.check.narrative.subjects import GATES
from lkjip.check.narrative.view import View

TELLING = 4
"""A number with so many significant digits is no coincidence."""

LONG = 6
"""And with so many, one wrong digit is a slip whatever the words around."""

_OWN = frozenset(("realisasi", "penganggur", "transmigrasi", "kegiatan", "kasus", "pegawai"))
"""Aspects that need no word: *TPAK sebesar 72,79%*, *program ini memiliki dua kegiatan*."""

_UNSAID = _OWN | {"jumlah"}

_WHOLE = re.compile(
    r"\b(?:melaksanakan|seluruh\w*|semua\w*|sebanyak|sejumlah|berjumlah|jumlah\w*|total|memiliki"
    r"|mempunyai|terdiri\s+(?:atas|dari)|keseluruhan|dijabarkan\s+(?:menjadi|dalam)|melalui"
    rf"|menetapkan|ditetapkan|rincian|terdapat|dilaporkan|dari)\s+(?:{OPAQUE}+\s*|\w+\s+){{0,2}}$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:di\s?antaranya|lainnya|lain|tambahan|baru|masing-masing|setiap|per|mengikuti|diikuti"
    r"|ikut|hadir|dihadiri|utama|unggulan|prioritas)\b",
    re.IGNORECASE,
)
_OTHER_OFFICE = re.compile(
    r"\b(?:unit|bidang|seksi|kabupaten|kota|daerah|perusahaan|lembaga|kecamatan|sekretariat|renstra"
    r"|rpjmd|rkpd|apbd|pemerintah|provinsi)\b",
    re.IGNORECASE,
)
_AFTER_NOUN = re.compile(
    r"^(?:dengan|yang|dan|untuk|pada|sebagai|serta|dalam|di|sesuai|strategis|sasaran|perselisihan"
    r"|sengketa|perangkat|selama|sepanjang|tahun|telah|sudah|dari)\b"
)
_OFFICE_MONEY = {
    "pagu": r"\b(?:total|jumlah|seluruh)\s+(?:anggaran|pagu)"
    r"|\b(?:anggaran|pagu)\s+(?:dinas|perubahan)",
    "murni": r"\b(?:anggaran|pagu)\s+(?:dinas\s+)?(?:awal|murni|semula)",
    "dipakai": r"\b(?:total|jumlah|seluruh)\s+realisasi|\brealisasi\s+anggaran\s+dinas",
    "serapan": r"\b(?:serapan|penyerapan|realisasi)\s+anggaran\s+dinas",
}
"""Words that say that an amount is that of the whole office."""


def comparable(numeral: Numeral, fact: Fact) -> bool:
    """Whether a number can mean a fact at all, by its unit."""
    if fact.kind not in ("persen", "poin", "rupiah", "jumlah"):
        return False
    if numeral.kind == "jumlah":
        if fact.kind == "jumlah" and fact.nouns:
            return numeral.digits >= TELLING or has_noun(numeral, fact)
        if fact.kind == "rupiah":
            return numeral.digits >= LONG
        # "sebesar 5,45": a percentage whose unit was forgotten
        return numeral.decimals > 0 or fact.kind == "jumlah"
    return numeral.kind == fact.kind or (numeral.kind == "persen" and fact.kind == "poin")


def has_noun(numeral: Numeral, fact: Fact) -> bool:
    """Whether the words behind a number are what a fact counts."""
    return _behind_noun(numeral, fact) is not None


def _behind_noun(numeral: Numeral, fact: Fact) -> str | None:
    """What follows the noun that a fact counts; None when another noun stands there."""
    return _behind(numeral.noun.replace("sub kegiatan", "subkegiatan"), fact.nouns)


@cache
def _behind(words: str, nouns: tuple[str, ...]) -> str | None:
    match = _noun(nouns).match(words)
    return words[match.end() :] if match else None


def _noun(nouns: tuple[str, ...]) -> re.Pattern[str]:
    longest = "|".join(re.escape(noun) for noun in sorted(nouns, key=len, reverse=True))
    return re.compile(rf"(?:buah\s+)?(?:{longest or '(?!)'})\b\s*")


def weigh(view: View, numeral: Numeral, fact: Fact) -> int | None:
    """How well the words fit a fact; None when they speak of something else.

    3 for the nearest subject, 2 for another one named or the topic, 1 for the office where none
    is named; 2 more for the word of its aspect, 1 more for a word that may mean it.
    """
    if _of_another_year(view, fact) and fact.aspect != "renstra":
        return None
    if fact.aspect == "fakta":
        return 4 if _names_fact(view, fact) else None
    if fact.subject:
        weight = _subject_weight(view, fact.subject)
    else:
        gate = GATES.get(fact.origin[0][0]) if fact.origin else None
        if gate and not re.search(gate, view.around, re.IGNORECASE):
            return None
        weight = -1 if view.named else 1
        if fact.aspect in ("penduduk_usia_kerja", "angkatan_kerja"):
            weight = 2 if view.aspect == fact.aspect else 0
    if view.aspect == fact.aspect:
        return weight + 2
    if view.aspect in ALSO.get(fact.aspect, ()):
        return weight + 1
    unsaid = view.aspect is None and numeral.kind == "jumlah" and fact.aspect in _UNSAID
    return weight + unsaid


def _of_another_year(view: View, fact: Fact) -> bool:
    if view.change and fact.kind == "rupiah":
        return False  # budgets change within the year
    return view.year is not None and view.year != fact.year


def _subject_weight(view: View, key: str) -> int:
    if key == view.nearest:
        return 3
    return 2 if key in view.named or key == view.topic else -2


def _names_fact(view: View, fact: Fact) -> bool:
    """Whether a clause has all the words of a single fact's code: ``kuota_transmigrasi``."""
    words = fact.subject.partition(".")[2].split("_")
    return all(re.search(rf"\b{re.escape(word)}", view.clause, re.IGNORECASE) for word in words)


def needed(numeral: Numeral) -> int:
    """How well the words must fit before an equal number counts as a copy."""
    if numeral.kind == "jumlah" or numeral.digits >= TELLING - 1:
        return 2
    return 4


def fits(view: View, weight: int, fact: Fact) -> bool:
    """Whether a rounded number may be taken for a fact."""
    unsaid = view.aspect is None and view.equals and fact.aspect in _OWN
    return weight >= 4 or (weight >= 3 and unsaid)


def pins(view: View, numeral: Numeral, fact: Fact) -> bool:
    """Whether the words leave no doubt that this fact is meant."""
    if _of_another_year(view, fact):
        return False
    if numeral.kind != fact.kind and not (numeral.decimals and fact.kind == "persen"):
        return False
    if fact.kind == "jumlah" and fact.nouns and not has_noun(numeral, fact):
        return False
    if fact.aspect == "fakta":
        return True  # it was weighed because its own words stand here
    if not fact.subject:
        return _pins_office(view, numeral, fact)
    if not view.clear or fact.subject not in (view.nearest, None if view.named else view.topic):
        return False
    if view.aspect is None and fact.aspect in _OWN:
        return view.equals or (fact.kind == "jumlah" and _WHOLE.search(view.before) is not None)
    return view.aspect == fact.aspect


def _pins_office(view: View, numeral: Numeral, fact: Fact) -> bool:
    """Totals of the office: named as a whole, and nothing else named."""
    if view.named or view.topic or _PART.search(view.clause):
        return False
    if fact.kind in ("rupiah", "persen"):
        words = _OFFICE_MONEY.get(fact.aspect)
        same = view.aspect == fact.aspect
        return bool(same and words and re.search(words, view.before, re.I)) and view.clear
    if _OTHER_OFFICE.search(view.before):
        return False
    if view.aspect is None and not _AFTER_NOUN.match(_behind_noun(numeral, fact) or "dan"):
        return False
    if fact.aspect == "pegawai":
        whole = re.search(r"\b(?:jumlah|total|seluruh\w*)\s+(?:\w+\s+){0,3}?$", view.before, re.I)
        counted = re.search(r"\b(?:memiliki|mempunyai)\s+(?:\w+\s+)?$", view.before, re.I)
        of_staff = re.search(
            r"\b(?:jumlah|total)\s+(?:sumber\s+daya\s+)?(?:pegawai|aparatur)\b", view.before, re.I
        )
        return view.aspect is None and bool(whole or counted or of_staff)
    if fact.aspect in ("penduduk_usia_kerja", "angkatan_kerja"):
        words = fact.aspect.replace("_", r"\s+")
        named = re.search(rf"\b{words}\b(?P<rest>.*)$", view.before, re.I | re.S)
        return named is not None and plain(named["rest"], BEFORE_NUMBER)
    if fact.aspect in ("jumlah", "kasus", "transmigrasi"):
        return view.aspect is None and _WHOLE.search(view.before) is not None
    return view.aspect == fact.aspect
