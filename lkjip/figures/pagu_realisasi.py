"""Serapan of the budget, programme by programme."""

from __future__ import annotations

from typing import Any

import pandas as pd

from lkjip.figures.bilah import Bilah, bagan_bilah
from lkjip.figures.gambar import Gambar
from lkjip.figures.legenda import warna
from lkjip.figures.lembar import gambar_berbaris
from lkjip.figures.warna import ACUAN, KINI
from lkjip.numbers import persen, rupiah
from lkjip.ukuran import hilang, tanpa_nilai

# Percent: the whole pagu, and the longest bar that is drawn to scale.
_PENUH = 100
_TERPANJANG = 200.0


def grafik_pagu_realisasi(
    rows: pd.DataFrame, tahun: int, pembulatan: tuple[int, str] = (2, "half-up")
) -> Gambar:
    """Draw how much of its pagu each programme has used, and what is left.

    Amounts differ too much to be drawn on one scale: bars show serapan. What is left is text; pagu
    and realisasi stand in the table that the chart is drawn from.

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
    catatan = rows.to_dict("records")
    serapan = [float(row["serapan"]) for row in catatan if not hilang(row["serapan"])]
    terpanjang = min(max([*serapan, float(_PENUH)]), _TERPANJANG)
    bilah = [_row(row, terpanjang, pembulatan) for row in catatan]
    return gambar_berbaris(
        f"Diagram batang serapan anggaran tahun {tahun} menurut program.",
        lambda media: bagan_bilah(
            media,
            bilah,
            kolom=("Sisa", "Serapan"),
            legenda=[warna(ACUAN, f"pagu ({_PENUH}%)"), warna(KINI, "realisasi")],
        ),
    ).dari(rows, "pagu", "realisasi", "serapan")


def _row(row: dict[Any, Any], terpanjang: float, pembulatan: tuple[int, str]) -> Bilah:
    pagu, realisasi = (_money(row[kunci]) for kunci in ("pagu", "realisasi"))
    ada = not hilang(row["serapan"])
    serapan = persen(row["serapan"], *pembulatan) if ada else tanpa_nilai(row["serapan"])
    return Bilah(
        nama=row["nama"],
        panjang=float(row["serapan"]) / terpanjang if ada else None,
        isi=(_rest(row["pagu"], row["realisasi"]), serapan),
        kata=", ".join([f"realisasi {realisasi} dari {pagu}, serapan {serapan}", *_spoken(row)]),
        acuan=_PENUH / terpanjang if ada else None,
    )


def _money(nilai: Any) -> str:
    return tanpa_nilai(nilai) if hilang(nilai) else rupiah(nilai)


def _rest(pagu: Any, realisasi: Any) -> str:
    """What is left of a pagu; negative what was spent beyond it."""
    for nilai in (pagu, realisasi):
        if hilang(nilai):
            return tanpa_nilai(nilai)
    return rupiah(pagu - realisasi)


def _spoken(row: dict[Any, Any]) -> tuple[str, ...]:
    if hilang(row["pagu"]) or hilang(row["realisasi"]):
        return ()
    sisa = row["pagu"] - row["realisasi"]
    return (f"sisa {rupiah(sisa)}" if sisa >= 0 else f"melebihi pagu {rupiah(-sisa)}",)
