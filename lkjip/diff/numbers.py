"""Printed numbers read back, to say by how much one moved."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from lkjip.numbers import MINUS, angka, persen

_NUMBER = re.compile(
    r"(?P<minus>[-−]?)(?P<rupiah>Rp)?(?P<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<part>\d+))?"
    r"(?P<unit>%| poin persen)?"
)

_CELL = re.compile(r"-?\d+(\.\d+)?")
_MOST_DECIMALS = 20


def difference(old: str | None, new: str | None) -> str | None:
    """How much more the second number is than the first.

    Parameters
    ----------
    old, new
        Numbers as a report prints them: ``"Rp1.234.567"``, ``"72,79%"``, ``"31"``.

    Returns
    -------
    str or None
        With its sign and unit, percentages in percentage points (``"+1,50 poin persen"``); None
        when one of the two is no number or their units differ.
    """
    first, second = _NUMBER.fullmatch(old or ""), _NUMBER.fullmatch(new or "")
    if not first or not second:
        return None
    if first["unit"] != second["unit"] or first["rupiah"] != second["rupiah"]:
        return None
    moved = _decimal(second) - _decimal(first)
    sign = MINUS if moved < 0 else "+"
    unit = " poin persen" if first["unit"] else ""
    return f"{sign}{first['rupiah'] or ''}{angka(abs(moved))}{unit}"


def difference_of_cells(old: str | None, new: str | None) -> str | None:
    """How much more one cell of the data is than the other; None when one is no number.

    Parameters
    ----------
    old, new
        Numbers as CSV files write them, with a decimal point: ``"72.79"``.
    """
    if not _CELL.fullmatch(old or "") or not _CELL.fullmatch(new or ""):
        return None
    moved = Decimal(new or "") - Decimal(old or "")
    return f"{MINUS if moved < 0 else '+'}{angka(abs(moved))}"


def told_apart(old: str, new: str, jenis: str) -> tuple[str, str]:
    """Two exact numbers as a report prints them, with as many decimals as tell them apart.

    Parameters
    ----------
    old, new
        The numbers, such as ``"14171/16061"``; other texts are given back as they are.
    jenis
        Kind of the value, see `lkjip.nilai`.
    """
    try:
        numbers = Fraction(old), Fraction(new)
    except (ValueError, ZeroDivisionError):
        return old, new
    write = persen if jenis == "persen" else angka
    for decimals in range(2, _MOST_DECIMALS):
        texts = write(numbers[0], decimals), write(numbers[1], decimals)
        if texts[0] != texts[1]:
            return texts
    return old, new


def _decimal(match: re.Match[str]) -> Decimal:
    whole = match["whole"].replace(".", "")
    return Decimal(f"{'-' if match['minus'] else ''}{whole}.{match['part'] or ''}".rstrip("."))
