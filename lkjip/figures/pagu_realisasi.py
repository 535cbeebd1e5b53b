"""Pagu against realisasi, programme by programme."""

from __future__ import annotations

from typing import Any

import pandas as pd

from lkjip.figures.bilah import Bilah, gambar_bilah
from lkjip.figures.kanvas import GELAP, PUCAT, Gambar, gaya
from lkjip.numbers import persen, rupiah
from lkjip.ukuran import hilang, tanpa_nilai


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
            panjang=_length(row["realisasi"]),
            latar=_length(row["pagu"]),
            isi=(_money(row["pagu"]), _money(row["realisasi"]), _share(row["serapan"], pembulatan)),
            kata=f"realisasi {_money(row['realisasi'])} dari {_money(row['pagu'])}, "
            f"serapan {_share(row['serapan'], pembulatan)}",
        )
        for row in rows.to_dict("records")
    ]
    with gaya():
        return gambar_bilah(
            f"Diagram batang pagu dan realisasi anggaran tahun {tahun} menurut program.",
            bilah,
            kolom=("Pagu", "Realisasi", "Serapan"),
            legenda=[(PUCAT, "pagu"), (GELAP, "realisasi")],
            terpanjang=max([x for b in bilah for x in (b.panjang, b.latar) if x], default=1.0),
        ).dari(rows, "pagu", "realisasi", "serapan")


def _length(nilai: Any) -> float | None:
    return None if hilang(nilai) else float(nilai)


def _money(nilai: Any) -> str:
    return tanpa_nilai(nilai) if hilang(nilai) else rupiah(nilai)


def _share(nilai: Any, pembulatan: tuple[int, str]) -> str:
    return tanpa_nilai(nilai) if hilang(nilai) else persen(nilai, *pembulatan)
