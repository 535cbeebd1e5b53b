"""Measured values with their units, and what stands where the data has none."""

from __future__ import annotations

from typing import Any

import pandas as pd

from lkjip.belum import BELUM, BELUM_DIISI
from lkjip.numbers import angka

KOSONG = "–"
"""Printed where the data has no value, such as a year without history."""

SATUAN_TANPA_TEKS = ("indeks", "predikat")
"""Units that are not printed: the number or grade stands alone."""


def hilang(nilai: Any) -> bool:
    """Whether there is no such value: None, NaN, NaT or pandas' NA, or it is still to come."""
    return nilai is BELUM or bool(pd.isna(nilai))


def tanpa_nilai(nilai: Any) -> str:
    """What is printed for a value that is `hilang`: `BELUM_DIISI` or `KOSONG`."""
    return BELUM_DIISI if nilai is BELUM else KOSONG


def ukuran(nilai: Any, satuan: str, bersatuan: bool = True) -> str:
    """Print a measured value with its unit.

    Parameters
    ----------
    nilai
        `int` or `Decimal` with the decimals it has in the data, or a grade (`str`).
    satuan
        Unit of the indicator: ``persen``, ``predikat``, ``kasus``, ``orang``, ``indeks``, …
    bersatuan
        Whether the unit is printed.

    Returns
    -------
    str
        ``"71,03%"``, ``"3 Kasus"``, ``"BB"``; `tanpa_nilai` for a missing value.

    Notes
    -----
    Source: columns Target and Realisasi of Tabel 3.1 to 3.8 of the 2022 report.
    """
    if hilang(nilai):
        return tanpa_nilai(nilai)
    if isinstance(nilai, str):
        return nilai
    # "70.00" in one file and "70" in another are the same target.
    text = angka(nilai, ringkas=True)
    if not bersatuan or satuan in SATUAN_TANPA_TEKS:
        return text
    return f"{text}%" if satuan == "persen" else f"{text} {satuan.capitalize()}"
