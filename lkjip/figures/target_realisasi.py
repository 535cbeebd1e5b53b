"""Target against realisasi, indicator by indicator."""

from __future__ import annotations

from typing import Any

import pandas as pd

from lkjip.figures.bilah import Bilah, bagan_bilah, contoh_batas
from lkjip.figures.gambar import MAKIN_KECIL, Gambar
from lkjip.figures.legenda import warna
from lkjip.figures.lembar import gambar_berbaris
from lkjip.figures.warna import KINI, MELESET
from lkjip.numbers import persen
from lkjip.ukuran import hilang, tanpa_nilai, ukuran

# Percent: a target just reached.
_PENUH = 100
_SKALA = "setiap indikator{angka} berskala sendiri, mulai dari nol"
_TANPA_SKALA = "predikat, tanpa skala angka"


def grafik_target_realisasi(
    rows: pd.DataFrame, tahun: int, pembulatan: tuple[int, str] = (2, "half-up")
) -> Gambar:
    """Draw target and realisasi of each indicator, with its capaian.

    Units differ, so that each indicator has its own scale, from nothing to the greater of the two.
    A realisasi beyond the target is drawn beyond it, also where lower values are the better ones.
    Grades are no quantities: they stand there in letters, without a bar.

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
    records = rows.to_dict("records")
    bilah = [_row(row, pembulatan) for row in records]
    angka = " yang berupa angka" if any(_is_grade(row) for row in records) else ""
    return gambar_berbaris(
        f"Diagram batang target dan realisasi kinerja tahun {tahun}.",
        lambda media: bagan_bilah(
            media,
            bilah,
            kolom=("Target", "Realisasi", "Capaian"),
            legenda=[
                contoh_batas("target"),
                warna(KINI, "realisasi (tercapai)"),
                warna(MELESET, "realisasi (tidak tercapai)"),
            ],
            catatan=_SKALA.format(angka=angka),
            batas=True,
        ),
    ).dari(rows, "target", "realisasi", "capaian")


def _row(row: dict[Any, Any], pembulatan: tuple[int, str]) -> Bilah:
    target, realisasi = (ukuran(row[k], row["satuan"]) for k in ("target", "realisasi"))
    berpredikat = _is_grade(row)
    nol, sasaran, hasil = (
        (0.0, None, None) if berpredikat else _lengths(row["target"], row["realisasi"])
    )
    capaian, meleset = tanpa_nilai(row["capaian"]), False
    putusan: tuple[str, ...] = ()
    if not hilang(row["capaian"]):
        meleset = row["capaian"] < _PENUH
        capaian = persen(row["capaian"], *pembulatan)
        putusan = ("tidak tercapai" if meleset else "tercapai",)
    kata = f"realisasi {realisasi} dari target {target}, capaian {capaian}"
    return Bilah(
        nama=row["nama"],
        panjang=hasil,
        isi=(target, realisasi, capaian, *putusan),
        kata=", ".join([kata, *putusan]),
        catatan=() if row["arah"] == "naik" else (MAKIN_KECIL,),
        acuan=sasaran,
        nol=nol,
        warna=MELESET if meleset else KINI,
        ganti=_TANPA_SKALA if berpredikat else "",
    )


def _is_grade(row: dict[Any, Any]) -> bool:
    return any(isinstance(row[kunci], str) for kunci in ("target", "realisasi"))


def _lengths(*nilai: Any) -> tuple[float, float | None, float | None]:
    """Where nothing, target and realisasi lie, as parts of a scale that has room for all."""
    angka = [None if hilang(each) else float(each) for each in nilai]
    ada = [0.0, *(each for each in angka if each is not None)]
    rentang = max(ada) - min(ada) or 1.0
    nol, target, realisasi = (
        None if each is None else (each - min(ada)) / rentang for each in (0.0, *angka)
    )
    return nol or 0.0, target, realisasi
