"""Percentages in findings: as a table prints them, or with the digits behind the rounding."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from lkjip.check.context import Context
from lkjip.numbers import PEMBULATAN, bulatkan, persen

_USUAL = 2  # decimals of nearly all tables
_ENOUGH = 4  # decimals that show where the rounded and the cut number come from


def as_printed(context: Context, value: Fraction, table: str, column: str) -> str:
    """A percentage as a column of a table prints it.

    Parameters
    ----------
    context
        The sources of the report.
    value
        Exact, in percent.
    table, column
        As in ``pengaturan.pembulatan`` of ``instansi.yml``.
    """
    return persen(value, *context.instansi.pembulatan(table, column))


def recomputed(value: Fraction) -> str:
    """A percentage that no table prints, with digits enough to see how it would round.

    Parameters
    ----------
    value
        Exact, in percent.

    Examples
    --------
    >>> recomputed(Fraction(60)), recomputed(Fraction(110, 105)), recomputed(Fraction(200, 3))
    ('60%', '1,0476…%', '66,6666…%')
    """
    for decimals in (_USUAL, _ENOUGH):
        if value == Fraction(bulatkan(value, decimals)):
            return persen(value, decimals)
    alike = len({bulatkan(value, _USUAL, policy) for policy in PEMBULATAN}) == 1
    cut = bulatkan(value, _USUAL if alike else _ENOUGH, "truncate")
    return f"{persen(cut, None, ringkas=False).removesuffix('%')}…%"


def given(value: Decimal) -> str:
    """A percentage of the data with all the digits that it has there."""
    return persen(value, None)
