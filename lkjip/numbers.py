"""Indonesian numbers, percentages, rupiah and dates, rounded once and exactly.

Every number of the report is an `int`, a `Decimal` or a `Fraction` until one of these functions
prints it.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from numbers import Integral

from lkjip.errors import Finding, InputError
from lkjip.i18n import _
from lkjip.jejak.angka import Angka, polos
from lkjip.jejak.rumus import kata
from lkjip.registry import choose

Exact = int | Decimal | Fraction

_HALF = Fraction(1, 2)
MINUS = "\N{MINUS SIGN}"
"""Stands before a negative number in print: as wide as a digit, and no line ends after it."""

# EYD V: a point between groups of three digits, a comma before the decimals.
_INDONESIAN = str.maketrans(",.-", f".,{MINUS}")


def exact(x: Exact) -> Fraction:
    """Turn a number of the report into a ratio without losing a digit.

    Parameters
    ----------
    x
        `int` (NumPy integers too), `Decimal` or `Fraction`.

    Raises
    ------
    TypeError
        `x` is a float, a bool or no number at all.
    InputError
        `x` is a Decimal that is not finite.
    """
    if isinstance(x, Fraction):
        return x
    if isinstance(x, Decimal):
        if not x.is_finite():
            raise InputError(
                Finding(_("the number is not finite"), value=str(x), expected=_("a finite number"))
            )
        return Fraction(x)
    # NumPy integers become int first: a Fraction of them would overflow at 64 bits.
    if isinstance(x, Integral) and not isinstance(x, bool):
        return Fraction(operator.index(x))
    if isinstance(x, float):
        raise TypeError(
            _(
                "{x!r} is a float. A float is a binary approximation (0.1 is not one tenth), so "
                "ties and last digits would be printed wrongly: pass an int, a Decimal or a "
                'Fraction, for instance Decimal("0.1"). nan stands for a missing value.'
            ).format(x=x)
        )
    raise TypeError(
        _("{x!r} is a {type}, not a number: pass an int, a Decimal or a Fraction").format(
            x=x, type=type(x).__name__
        )
    )


def _half_up(x: Fraction) -> int:
    magnitude = math.floor(abs(x) + _HALF)
    return magnitude if x >= 0 else -magnitude


PEMBULATAN: dict[str, Callable[[Fraction], int]] = {"half-up": _half_up, "truncate": math.trunc}
"""Rounding policies by name: each maps an exact ratio to an integer."""


def bulatkan(x: Exact, desimal: int, cara: str = "half-up") -> Decimal:
    """Round to a number of decimals by a named policy.

    Parameters
    ----------
    x
        An exact number of any size.
    desimal
        Decimals to keep, zero or more.
    cara
        A name in `PEMBULATAN`: ``"half-up"`` rounds to the nearest and ties away from zero;
        ``"truncate"`` cuts toward zero.

    Returns
    -------
    Decimal
        Exactly `desimal` decimals; zero is never negative.

    Raises
    ------
    TypeError
        `x` is a float (a binary approximation) or not a number; `desimal` is not an integer.
    InputError
        The policy is unknown or `desimal` is negative.

    Notes
    -----
    The tables of the published 2022 report use both policies side by side (truncated in Tabel 3.3,
    3.5 and 3.6, half-up in Tabel 3.7), hence a setting per table column.

    Examples
    --------
    >>> bulatkan(Fraction(200, 3), 2), bulatkan(Fraction(200, 3), 2, "truncate")
    (Decimal('66.67'), Decimal('66.66'))
    """
    to_integer = choose(PEMBULATAN, cara, _("the rounding policy is unknown"))
    places = operator.index(desimal)
    if places < 0:
        raise InputError(
            Finding(
                _("the number of decimals is negative"), value=str(places), expected=_("0 or more")
            )
        )
    # The string form is exact; Decimal arithmetic would round to the context's precision.
    return Decimal(f"{to_integer(polos(exact(x)) * 10**places)}E-{places}")


def angka(
    x: Exact, desimal: int | None = None, cara: str = "half-up", ringkas: bool = False
) -> str:
    """Print a number the Indonesian way: point between thousands, decimal comma.

    Parameters
    ----------
    x
        An exact number.
    desimal
        Decimals to print; None prints all the decimals that `x` has.
    cara
        Rounding policy, see `bulatkan`.
    ringkas
        Print an exactly whole number without decimals.

    Returns
    -------
    str
        Negative numbers start with `MINUS`.

    Raises
    ------
    TypeError
        `x` is a float or not a number, or a Fraction without `desimal`.
    InputError
        The policy is unknown or `desimal` is negative.

    Notes
    -----
    Source: EYD V, numbers. Python's own exact Decimal format does the grouping: Babel's rounds
    ties to even and fails beyond the precision of the decimal context.

    Examples
    --------
    >>> angka(1234567), angka(Decimal("-12.50")), angka(Fraction(2, 3), 2)
    ('1.234.567', '−12,50', '0,67')
    """
    if ringkas and exact(x).denominator == 1:
        desimal = 0
    if desimal is None:
        desimal = _own_decimals(x)
    return f"{bulatkan(x, desimal, cara):,f}".translate(_INDONESIAN)


def _own_decimals(x: Exact) -> int:
    if isinstance(x, Angka) and x.desimal is not None:
        return x.desimal
    if isinstance(x, Fraction):
        raise TypeError(
            _("{x!r} is a Fraction, which may have endless decimals: say how many to print").format(
                x=x
            )
        )
    if isinstance(x, Decimal) and x.is_finite():
        return max(0, -int(x.as_tuple().exponent))
    return 0


def persen(x: Exact, desimal: int | None = 2, cara: str = "half-up", ringkas: bool = True) -> str:
    """Print a percentage; EYD V puts no space before the sign.

    Parameters
    ----------
    x
        An exact number in percent (100 is the whole).
    desimal, cara
        As in `angka`.
    ringkas
        Print an exactly whole percentage without decimals, as the report's tables do. A
        percentage that only rounds to a whole one keeps its decimals.

    Returns
    -------
    str

    Raises
    ------
    TypeError, InputError
        As in `angka`.

    Examples
    --------
    >>> persen(100), persen(Decimal("12.5")), persen(Fraction(29999, 300))
    ('100%', '12,50%', '100,00%')
    """
    return angka(x, desimal, cara, ringkas) + "%"


def rupiah(n: Exact) -> str:
    """Print an amount of money; EYD V puts neither space nor point after the symbol.

    Parameters
    ----------
    n
        Whole rupiah.

    Returns
    -------
    str
        `MINUS` stands before the symbol.

    Raises
    ------
    TypeError
        `n` is a float or not a number.
    InputError
        `n` is not whole.

    Examples
    --------
    >>> rupiah(1234567), rupiah(-5000)
    ('Rp1.234.567', '−Rp5.000')
    """
    amount = exact(n)
    if amount.denominator != 1:
        raise InputError(
            Finding(
                _("the amount is not in whole rupiah"),
                value=str(n),
                expected=_("an integer"),
                mend=_("round it first, with bulatkan(…, 0)"),
            )
        )
    return f"{MINUS if amount < 0 else ''}Rp{angka(abs(amount), 0)}"


def tanggal(value: date, pola: str = "d MMMM y") -> str:
    """Print a date in Indonesian.

    Parameters
    ----------
    value
        A date, datetime or pandas Timestamp.
    pola
        CLDR date pattern; ``"MMMM y"`` prints month and year alone.

    Returns
    -------
    str

    Raises
    ------
    TypeError
        `value` is not a date, or pandas' missing date.

    Examples
    --------
    >>> tanggal(date(2024, 8, 17)), tanggal(date(2024, 8, 17), "MMMM y")
    ('17 Agustus 2024', 'Agustus 2024')
    """
    # pandas' NaT is an instance of date, and the one date that differs from itself.
    if not isinstance(value, date) or value != value:
        raise TypeError(
            _("{value!r} is a {type}, not a date: pass a datetime.date").format(
                value=value, type=type(value).__name__
            )
        )
    # Here, because commands that print no date should not wait for Babel.
    from babel.dates import format_date

    text: str = format_date(value, pola, locale="id")
    return kata(text, "tanggal", "tanggal dalam bahasa Indonesia", {"tanggal": value})
