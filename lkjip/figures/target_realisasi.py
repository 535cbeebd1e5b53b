"""Target against realisasi, indicator by indicator."""

from __future__ import annotations

import pandas as pd

from lkjip.figures.bilah import Bilah, gambar_bilah
from lkjip.figures.kanvas import GELAP, MAKIN_KECIL, TERANG, Gambar, gaya
from lkjip.numbers import persen
from lkjip.ukuran import hilang, tanpa_nilai, ukuran

# Percent: a target just reached, and the longest bar that is drawn to scale.
_PENUH = 100
_TERPANJANG = 200.0


def grafik_target_realisasi(
    rows: pd.DataFrame, tahun: int, pembulatan: tuple[int, str] = (2, "half-up")
) -> Gambar:
    """Draw the capaian of each indicator against its target, with target and realisasi.

    Units differ, so that the bars show capaian: one mark stands for every target, and a bar that
    does not reach it is a target that was missed, whatever the polarity.

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
        capaian = None if hilang(row["capaian"]) else row["capaian"]
        hasil = tanpa_nilai(row["capaian"]) if capaian is None else persen(capaian, *pembulatan)
        bilah.append(
            Bilah(
                nama=row["nama"],
                panjang=None if capaian is None else float(capaian),
                isi=(target, realisasi, hasil),
                kata=f"realisasi {realisasi} dari target {target}, capaian {hasil}",
                catatan="" if row["arah"] == "naik" else MAKIN_KECIL,
                warna=GELAP if capaian is None or capaian >= _PENUH else TERANG,
            )
        )
    lengths = [b.panjang for b in bilah if b.panjang is not None]
    with gaya():
        return gambar_bilah(
            f"Diagram batang target dan realisasi kinerja tahun {tahun}.",
            bilah,
            kolom=("Target", "Realisasi", "Capaian"),
            legenda=[(GELAP, "mencapai target"), (TERANG, "belum mencapai target")],
            terpanjang=min(max([*lengths, 1.15 * _PENUH]), _TERPANJANG),
            batas=float(_PENUH),
            nama_batas="target",
        ).dari(rows, "target", "realisasi", "capaian")
