"""Exact numbers as nodes hold them, and the rules that round them, as Indonesian writes them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from lkjip.numbers import angka

# Decimals shown of a quotient that does not end.
_TERBANYAK = 6
# A number that begins with a needless zero is a code, such as 007.
_PERSIS = re.compile(r"-?(?!0[0-9])[0-9]+(?:\.[0-9]*)?")
_PECAHAN = re.compile(r"-?(?!0[0-9])[0-9]+/0*[1-9][0-9]*")
_TERBILANG = {1: "satu", 2: "dua", 3: "tiga", 4: "empat", 5: "lima", 6: "enam"}


def bilangan(teks: str, tahun: bool = False) -> str | None:
    """A number of a node in Indonesian spelling, with all its decimals.

    Parameters
    ----------
    teks
        What the node holds, such as ``"1234567"``, ``"72.79"`` or ``"7279/71"``.
    tahun
        Whether it is a year, which has no points between its thousands.

    Returns
    -------
    str or None
        A quotient with more than six decimals is cut there and ends in ``…``. None when the text
        is no number.

    Examples
    --------
    >>> bilangan("1234567"), bilangan("5/2"), bilangan("2/3"), bilangan("007")
    ('1.234.567', '2,5', '0,666666…', None)
    """
    if _PECAHAN.fullmatch(teks):
        return _hasil_bagi(Fraction(teks))
    if not _PERSIS.fullmatch(teks):
        return None
    text = angka(Decimal(teks))
    return text.replace(".", "") if tahun else text


def _hasil_bagi(x: Fraction) -> str:
    text = angka(x, _TERBANYAK, "truncate")
    if (x * 10**_TERBANYAK).denominator > 1:
        return f"{text}…"
    return text.rstrip("0").rstrip(",")


def pembulatan(aturan: Mapping[str, Any] | None) -> str | None:
    """The rule that printed or rounded a number, in words.

    Parameters
    ----------
    aturan
        ``desimal`` and ``cara``, as in ``cetak`` of ``nilai.json``.

    Returns
    -------
    str or None
        None when the number stays as it is.

    Examples
    --------
    >>> pembulatan({"desimal": 2, "cara": "truncate"})
    'dipotong dua desimal'
    """
    desimal = (aturan or {}).get("desimal")
    if aturan is None or desimal is None:
        return None
    banyak = f"{_TERBILANG.get(desimal, desimal)} desimal"
    if aturan["cara"] == "truncate":
        return f"dipotong {banyak if desimal else 'sampai bilangan bulat'}"
    return f"dibulatkan {banyak if desimal else 'ke bilangan bulat'}, setengah ke atas"
