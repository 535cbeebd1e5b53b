"""Words that depend on data: enumerations, capitals, roman numerals, comparisons and ids."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from lkjip.belum import BELUM, ada_belum
from lkjip.jejak.rumus import kata, sebutan
from lkjip.skala import SKALA_SAKIP

_ROMAWI = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_BILANGAN = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
# Before the post of an official who acts for another: capitals or not, these stay as they are.
_PEJABAT_SEMENTARA = re.compile(r"\b(?:PLT|PLH|PJS?)\.")
# Best grade highest, so that grades compare like numbers.
_PERINGKAT = {nama: -urutan for urutan, (nama, _di_atas) in enumerate(SKALA_SAKIP)}


def rangkai(butir: Sequence[str], penghubung: str = "dan") -> str:
    """Join items as EYD V does: "a", "a dan b", "a, b, dan c".

    Parameters
    ----------
    butir
        The items; none gives an empty text.
    penghubung
        The word before the last one.
    """
    if len(butir) == 1:
        return butir[0]
    if len(butir) == 2:
        text = f" {penghubung} ".join(butir)
    else:
        text = f"{', '.join(butir[:-1])}, {penghubung} {butir[-1]}" if butir else ""
    return kata(text, "rangkaian", "dirangkai menurut EYD", butir)


def kapital(teks: str) -> str:
    """Write a text in capitals as signature blocks do: ``"Plt. KEPALA DINAS"``.

    Parameters
    ----------
    teks
        The text; Plt., Plh., Pj. and Pjs. keep their small letters.
    """
    return _PEJABAT_SEMENTARA.sub(lambda found: found[0].capitalize(), teks.upper())


def romawi(n: int) -> str:
    """Write a positive whole number as a roman numeral.

    Raises
    ------
    ValueError
        The number is not positive.
    """
    if n < 1:
        raise ValueError(f"{n} has no roman numeral")
    text, sisa = "", int(n)
    for value, letters in _ROMAWI:
        text += letters * (sisa // value)
        sisa %= value
    return kata(text, "angka romawi", "ditulis sebagai angka Romawi", {"nomor": n})


def dengan_kata(n: Any, angka: str) -> str:
    """A count as running text writes it: in letters up to nine.

    Parameters
    ----------
    n
        The number.
    angka
        How it is printed in figures: what is larger, or no whole number, stays as it is.

    Notes
    -----
    Source: EYD V, which writes numbers of one or two words in letters where none is listed.
    """
    return _BILANGAN[int(n)] if 0 <= n < len(_BILANGAN) and n == int(n) else angka


def slug(teks: str) -> str:
    """Turn a text into a part of an id: ``"Antar SP/SB"`` becomes ``"antar-sp-sb"``."""
    return re.sub(r"[\W_]+", "-", teks.lower()).strip("-")


def peringkat(nilai: Any) -> Any:
    """A value that compares: the rank of a grade (higher is better), or the number itself."""
    return _PERINGKAT[nilai] if isinstance(nilai, str) else nilai


def banding(nilai: Any, acuan: Any, lebih: str, kurang: str, sama: str) -> Any:
    """Choose the word for how a value stands to another.

    Parameters
    ----------
    nilai, acuan
        Two numbers, or two grades. While one of them is still to come, so is the word.
    lebih, kurang, sama
        The words for greater, smaller and equal.
    """
    a, b = peringkat(nilai), peringkat(acuan)
    if ada_belum((a, b)):
        return BELUM
    hasil = sama if a == b else lebih if a > b else kurang
    kiri, kanan = sebutan(nilai), sebutan(acuan)
    if kiri == kanan:
        kiri, kanan = "nilai", "acuan"
    rumus = f"{lebih} bila {kiri} > {kanan}, {kurang} bila {kiri} < {kanan}, {sama} bila sama"
    return kata(hasil, "banding", rumus, {kiri: nilai, kanan: acuan})
