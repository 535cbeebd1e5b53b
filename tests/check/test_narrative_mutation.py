"""Every value of the data in a sentence of its own: right, one percent more, two digits swapped."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lkjip.check.narrative.facts import Fact
from lkjip.check.narrative.reading import facts, reading
from lkjip.numbers import angka

from .narasi import content, context, find

WRONG = {"N2", "N3", "N4"}  # rounded otherwise, a slip, another number
SENTENCES = {
    "target": "Target {name} sebesar {value}.",
    "realisasi": "Realisasi {name} tahun {year} sebesar {value}.",
    "capaian": "Capaian {name} sebesar {value}.",
    "serapan": "Serapan anggaran {name} mencapai {value}.",
    "efisiensi": "Tingkat efisiensi {name} sebesar {value}.",
    "kemajuan": "Tingkat kemajuan {name} sebesar {value}.",
    "pagu": "Pagu {name} sebesar {value}.",
    "dipakai": "Realisasi anggaran {name} sebesar {value}.",
    "kegiatan": "{name} dilaksanakan melalui {value} kegiatan.",
    "penganggur": "Penganggur lulusan {name} tahun {year} berjumlah {value} orang.",
    "perubahan": "Penganggur lulusan {name} bertambah {value}.",
}


def stated() -> Iterator[tuple[Fact, str]]:
    """The facts that prose states, each with the sentence in which {value} is to be written."""
    subjects = reading(context("")).subjects.by_key
    for fact in facts(content()):
        known = fact.aspect in SENTENCES and fact.subject in subjects and fact.id
        if not known or fact.kind not in ("persen", "rupiah", "jumlah"):
            continue
        if fact.aspect == "perubahan" and fact.kind != "persen":
            continue
        if fact.aspect in ("penganggur", "perubahan") and "." not in fact.subject:
            continue
        name = subjects[fact.subject].name
        yield fact, SENTENCES[fact.aspect].format(name=name, year=fact.year, value="{value}")


def printed(fact: Fact, value: Decimal) -> str:
    text = angka(value)
    return {"persen": f"{text}%", "rupiah": f"Rp{text}"}.get(fact.kind, text)


def number(fact: Fact) -> Decimal:
    """The number as printed, with its decimals."""
    plain = (
        fact.text.removeprefix("Rp")
        .removesuffix("%")
        .replace(".", "")
        .replace(",", ".")
        .replace("−", "-")
    )
    return Decimal(plain)


def more(value: Decimal) -> Decimal:
    step = Decimal(1).scaleb(int(value.as_tuple().exponent))
    return value + max(step, (abs(value) / 100).quantize(step))


def swapped(value: Decimal) -> Decimal | None:
    sign, digits, exponent = value.as_tuple()
    for place in range(len(digits) - 1, 0, -1):
        if digits[place] != digits[place - 1] and (place > 1 or digits[place]):
            mixed = [*digits]
            mixed[place], mixed[place - 1] = mixed[place - 1], mixed[place]
            return Decimal((sign, tuple(mixed), int(exponent)))
    return None


def test_a_value_typed_rightly_is_a_copy() -> None:
    for fact, sentence in stated():
        text = sentence.format(value=fact.text)
        found = {code: draft for code, draft in find(text) if code in ("N1", "N2", "N3", "N4")}
        assert found.keys() <= {"N1"}, text
        if number(fact) > 9:  # a smaller number says too little
            assert "N1" in found, text


def test_the_share_of_wrong_digits_that_is_found() -> None:
    counts = {"1% more": [0, 0], "two digits swapped": [0, 0]}
    missed = []
    for fact, sentence in stated():
        value = number(fact)
        for kind, wrong in (("1% more", more(value)), ("two digits swapped", swapped(value))):
            if wrong is None or wrong == value:
                continue
            text = sentence.format(value=printed(fact, wrong))
            hit = {code for code, _draft in find(text)} & WRONG
            counts[kind][0] += bool(hit)
            counts[kind][1] += 1
            missed += [] if hit else [text]
    print("\nwrong digits in prose found:")
    for kind, (found, tried) in counts.items():
        print(f"  {kind:20} {found}/{tried} = {found / tried:.1%}")
        assert found / tried >= 0.9, missed
