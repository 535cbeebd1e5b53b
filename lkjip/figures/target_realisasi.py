"""Target against realisasi, indicator by indicator."""

from __future__ import annotations

import pandas as pd

from lkjip.figures.bilah import Bilah, gambar_bilah
from lkjip.figures.kanvas import Gambar, gaya
from lkjip.numbers import persen
from lkjip.ukuran import KOSONG, hilang, ukuran


def grafik_target_realisasi(
    rows: pd.DataFrame, tahun: int, pembulatan: tuple[int, str] = (2, "half-up")
) -> Gambar:
    """Draw the target and the realisasi of each indicator, with its capaian.

    Each bar has its own scale, since units differ; grades stand as text.

    Parameters
    ----------
    rows
        One row for each indicator: ``nama``, ``satuan``, ``arah``, ``target``, ``realisasi``
        (`int`, `Decimal`, grade or missing) and ``capaian`` (percent or missing).
    tahun
        Fiscal year, for the alternative text.
    pembulatan
        Decimals and policy of capaian.
    """
    bilah = []
    for row in rows.to_dict("records"):
        target, realisasi = (ukuran(row[k], row["satuan"]) for k in ("target", "realisasi"))
        capaian = KOSONG if hilang(row["capaian"]) else persen(row["capaian"], *pembulatan)
        catatan = "" if row["arah"] == "naik" else "(makin rendah makin baik)"
        bilah.append(
            Bilah(
                nama=row["nama"],
                acuan=row["target"],
                nilai=row["realisasi"],
                teks=f"{realisasi} dari target {target}",
                hasil=capaian,
                catatan=catatan,
            )
        )
    with gaya():
        kanvas = gambar_bilah(
            bilah,
            acuan="Target",
            nilai="Realisasi",
            hasil="Capaian",
            bentuk="tanda",
            skala_bersama=False,
        )
    parts = "; ".join(f"{b.nama}: realisasi {b.teks}, capaian {b.hasil}" for b in bilah)
    return Gambar(
        kanvas.fig, f"Diagram batang target dan realisasi kinerja tahun {tahun}. {parts}."
    )
