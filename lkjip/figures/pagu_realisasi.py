"""Pagu against realisasi, programme by programme."""

from __future__ import annotations

from typing import Any

import pandas as pd

from lkjip.figures.bilah import Bilah, gambar_bilah
from lkjip.figures.kanvas import Gambar, gaya
from lkjip.numbers import persen, rupiah
from lkjip.ukuran import KOSONG, hilang


def grafik_pagu_realisasi(
    rows: pd.DataFrame, tahun: int, pembulatan: tuple[int, str] = (2, "half-up")
) -> Gambar:
    """Draw the pagu and the realisasi of each programme, with its serapan.

    Parameters
    ----------
    rows
        One row for each programme: ``nama``, ``pagu``, ``realisasi`` (rupiah) and ``serapan``
        (percent or missing).
    tahun
        Fiscal year, for the alternative text.
    pembulatan
        Decimals and policy of serapan.
    """
    bilah = [
        Bilah(
            nama=row["nama"],
            acuan=row["pagu"],
            nilai=row["realisasi"],
            teks=f"{_money(row['realisasi'])} dari {_money(row['pagu'])}",
            hasil=KOSONG if hilang(row["serapan"]) else persen(row["serapan"], *pembulatan),
        )
        for row in rows.to_dict("records")
    ]
    with gaya():
        kanvas = gambar_bilah(
            bilah,
            acuan="Pagu",
            nilai="Realisasi",
            hasil="Serapan",
            bentuk="latar",
            skala_bersama=True,
        )
    parts = "; ".join(f"{b.nama}: realisasi {b.teks}, serapan {b.hasil}" for b in bilah)
    return Gambar(
        kanvas.fig,
        f"Diagram batang pagu dan realisasi anggaran tahun {tahun} menurut program. {parts}.",
    )


def _money(nilai: Any) -> str:
    return KOSONG if hilang(nilai) else rupiah(nilai)
