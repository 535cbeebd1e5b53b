"""Whether a typed number is a value of the data: equal, rounded, a bound, or garbled."""

from __future__ import annotations

from fractions import Fraction

from lkjip.check.narrative.facts import Fact
from lkjip.check.narrative.numerals import Numeral
from lkjip.numbers import PEMBULATAN, bulatkan, exact

_SHORTEST = 4  # of fewer digits, one wrong digit is another number


def equals(numeral: Numeral, fact: Fact) -> bool:
    shown, value = exact(fact.shown), exact(fact.value)
    return any(exact(typed) in (shown, value) or exact(typed) == -shown for typed in numeral.values)


def rounds(numeral: Numeral, fact: Fact) -> bool:
    """Whether the number is the value, rounded in another way or meant roughly."""
    typed, value, step = exact(numeral.values[0]), exact(fact.value), exact(numeral.step)
    if numeral.manner == "plus":
        return typed <= value < typed + step
    if numeral.manner == "almost":
        return 0 < typed - value <= max(step, typed / 10)
    if numeral.manner == "about":
        return abs(typed - value) <= max(step, abs(value) / 20)
    if numeral.manner:
        return False
    scaled = value / (step * 10**numeral.decimals)
    rounded = {exact(bulatkan(scaled, numeral.decimals, way)) for way in PEMBULATAN}
    return typed / (step * 10**numeral.decimals) in rounded and numeral.digits > 0


def satisfies(numeral: Numeral, fact: Fact) -> bool:
    """Whether a bound ("lebih dari 70 persen") holds for a value."""
    typed, value = exact(numeral.values[0]), exact(fact.value)
    if numeral.manner == "over":
        return value > typed
    if numeral.manner == "under":
        return value < typed
    return False


def slips(numeral: Numeral, fact: Fact) -> bool:
    """Whether one digit is wrong, missing or too many, or two neighbours are swapped."""
    if (
        numeral.spelled
        or numeral.manner
        or (numeral.kind != fact.kind and numeral.kind != "jumlah")
    ):
        return False
    typed = _digits(exact(numeral.values[0]), numeral.decimals)
    real = _digits(
        exact(fact.shown), max(numeral.decimals, fact.rounding[0] if fact.rounding else 0)
    )
    if min(len(typed), len(real)) < _SHORTEST or typed == real:
        return False
    if len(typed) == len(real):
        wrong = [n for n, (a, b) in enumerate(zip(typed, real, strict=True)) if a != b]
        swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1
        return len(wrong) == 1 or (
            swapped and typed[wrong[0]] == real[wrong[1]] and typed[wrong[1]] == real[wrong[0]]
        )
    short, long = sorted((typed, real), key=len)
    return len(long) - len(short) == 1 and any(
        long[:n] + long[n + 1 :] == short for n in range(len(long))
    )


def _digits(value: Fraction, decimals: int) -> str:
    return str(int(abs(value) * 10**decimals))
