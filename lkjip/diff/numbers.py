"""Printed numbers read back, to say by how much one moved."""

from __future__ import annotations

import re
from decimal import Decimal

from lkjip.numbers import angka

_NUMBER = re.compile(
    r"(?P<minus>-?)(?P<rupiah>Rp)?(?P<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<part>\d+))?"
    r"(?P<unit>%| poin persen)?"
)


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
    sign = "-" if moved < 0 else "+"
    unit = " poin persen" if first["unit"] else ""
    return f"{sign}{first['rupiah'] or ''}{angka(abs(moved))}{unit}"


def _decimal(match: re.Match[str]) -> Decimal:
    whole = match["whole"].replace(".", "")
    return Decimal(f"{match['minus']}{whole}.{match['part'] or ''}".rstrip("."))
