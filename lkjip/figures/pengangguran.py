"""The unemployed by education, last year and this year."""

from __future__ import annotations

from typing import Any

import pandas as pd

from lkjip.figures.gambar import Gambar
from lkjip.figures.kanvas import Kanvas
from lkjip.figures.legenda import baris_legenda, warna
from lkjip.figures.lembar import Bagan, Baris, gambar_berbaris
from lkjip.figures.media import Media
from lkjip.figures.warna import ACUAN, KINI, TEPI
from lkjip.numbers import angka
from lkjip.ukuran import hilang, tanpa_nilai

_BILAH = 0.38
_CELAH = 0.04
_JARAK = 0.26
_NAMA = 4.8
_SELA = 0.35
_SELISIH = "Selisih"


def grafik_pengangguran(rows: pd.DataFrame, tahun: int) -> Gambar:
    """Draw pairs of bars: the year before above, the fiscal year below, the difference beside.

    Parameters
    ----------
    rows
        One row for each level of education: ``pendidikan``, ``lalu``, ``kini`` and ``selisih``
        (people; missing where the year before has no data).
    tahun
        Fiscal year.
    """
    catatan = rows.to_dict("records")
    return gambar_berbaris(
        f"Diagram batang jumlah penganggur menurut pendidikan, tahun {tahun - 1} dan {tahun}.",
        lambda media: _lay_out(media, catatan, tahun),
    ).dari(rows, "lalu", "kini", "selisih")


def _lay_out(media: Media, catatan: list[dict[Any, Any]], tahun: int) -> Bagan:
    longest = max((media.lebar_teks(row["pendidikan"]) for row in catatan), default=0.0)
    heads = [_SELISIH, *(_count(row["selisih"]) for row in catatan)]
    tepi = max(media.lebar_teks(text, tebal=True) for text in heads)
    kiri = 0.0 if media.sempit else min(_NAMA, longest) + _SELA
    nama = media.lebar if media.sempit else kiri - _SELA
    values = [float(row[k]) for row in catatan for k in ("lalu", "kini") if not hilang(row[k])]
    texts = [_count(row[kunci]) for row in catatan for kunci in ("lalu", "kini")]
    angka_lebar = max((media.lebar_teks(text, media.kecil) for text in texts), default=0)
    kanan = 0.0 if media.sempit else tepi + 0.4
    skala = (media.lebar - kiri - angka_lebar - 0.15 - kanan) / max([*values, 1.0])
    kepala = baris_legenda(
        media,
        [warna(ACUAN, f"tahun {tahun - 1}"), warna(KINI, f"tahun {tahun}")],
        kolom=() if media.sempit else [(_SELISIH, media.lebar)],
    )
    rows = [_row(row, media, nama, kiri, skala) for row in catatan]
    return Bagan(rows, kepala)


def _row(row: dict[Any, Any], media: Media, nama: float, kiri: float, skala: float) -> Baris:
    names = media.bungkus(row["pendidikan"], nama)
    text, bars = media.tinggi_baris() * len(names), 2 * _BILAH
    selisih = _count(row["selisih"])
    height = max(bars, text) + _JARAK
    if media.sempit:
        height = text + bars + media.tinggi_baris() + 0.15 + _JARAK

    def draw(kanvas: Kanvas, y: float) -> None:
        if media.sempit:
            y = kanvas.paragraf(0, y + _JARAK / 2, names) + 0.08
            _bars(kanvas, y, row, kiri, skala)
            words = f"{_SELISIH.lower()} {selisih}"
            kanvas.paragraf(0, y + bars + 0.07, [words], tebal=True)
            return
        tengah = y + height / 2
        kanvas.paragraf(0, tengah - text / 2, names)
        _bars(kanvas, tengah - _BILAH, row, kiri, skala)
        kanvas.teks(media.lebar, tengah, selisih, rata="right", tebal=True)

    kata = f"{_count(row['lalu'])} orang menjadi {_count(row['kini'])} orang, selisih {selisih}"
    return Baris(height, draw, f"{row['pendidikan']}: {kata}")


def _bars(kanvas: Kanvas, atas: float, row: dict[Any, Any], kiri: float, skala: float) -> None:
    for kunci, nama in (("lalu", ACUAN), ("kini", KINI)):
        lebar = 0.0 if hilang(row[kunci]) else float(row[kunci]) * skala
        if lebar > 0:
            tepi = TEPI if nama == ACUAN else None
            kanvas.kotak(kiri, atas + _CELAH / 2, lebar, _BILAH - _CELAH, nama, tepi)
        ujung, isi = kiri + lebar + 0.15, _count(row[kunci])
        kanvas.teks(ujung, atas + _BILAH / 2, isi, ukuran=kanvas.media.kecil)
        atas += _BILAH


def _count(nilai: Any) -> str:
    return tanpa_nilai(nilai) if hilang(nilai) else angka(nilai)
