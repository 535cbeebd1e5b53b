"""How a value of the rows becomes the text of a cell. All numbers go through lkjip.numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lkjip.numbers import angka, persen
from lkjip.tables.model import Kolom
from lkjip.ukuran import hilang, tanpa_nilai, ukuran

Pembulatan = Callable[[str, str], tuple[int, str]]
"""(table id, column) → (decimals, policy): ``data.instansi.pembulatan``."""


def cetak(nilai: Any, kolom: Kolom, satuan: str, pembulatan: tuple[int, str]) -> str:
    """Print the value of one cell.

    Parameters
    ----------
    nilai
        What the rows hold: text, `int`, `Decimal`, `Fraction`, or a missing value.
    kolom
        The column; its `bentuk` chooses the format.
    satuan
        Unit of the row, for measures.
    pembulatan
        Decimals and policy, for percentages.
    """
    if hilang(nilai):
        return tanpa_nilai(nilai)
    if kolom.bentuk == "teks" or isinstance(nilai, str):
        return str(nilai)
    if kolom.bentuk == "ukuran":
        return ukuran(nilai, satuan, kolom.bersatuan)
    if kolom.bentuk == "persen":
        return persen(nilai, *pembulatan)
    if nilai == 0 and kolom.nol is not None:
        return kolom.nol
    return f"{kolom.awalan}{angka(nilai)}{kolom.akhiran}"
