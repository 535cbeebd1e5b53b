"""Staff by sex: a pyramid for each way of grouping people."""

from __future__ import annotations

from typing import Any

import pandas as pd

from lkjip.figures.kanvas import (
    ABU,
    GELAP,
    HURUF_KECIL,
    LEBAR,
    TERANG,
    Gambar,
    Kanvas,
    bungkus,
    gaya,
    lebar_teks,
    tinggi_baris,
)
from lkjip.figures.lembar import Baris, gambar_berbaris
from lkjip.numbers import angka
from lkjip.ukuran import hilang, tanpa_nilai

_NAMA = 5.4
_BILAH = 0.34
_JUDUL = 0.72
_LEGENDA = 0.6
_TERLEBAR = 1.5


def grafik_pegawai(rows: pd.DataFrame, judul: dict[str, str]) -> Gambar:
    """Draw men to the left and women to the right of a middle line.

    Parameters
    ----------
    rows
        One row for each category: ``dimensi``, ``kategori``, ``laki_laki``, ``perempuan``
        (people).
    judul
        Heading for each ``dimensi`` to draw, in the order of drawing.
    """
    bagian = [
        (text, rows[rows["dimensi"] == dimensi].to_dict("records"))
        for dimensi, text in judul.items()
    ]
    with gaya():
        skala, tengah = _layout([row for _text, catatan in bagian for row in catatan])
        return gambar_berbaris(
            "Diagram batang jumlah pegawai menurut jenis kelamin.",
            [_part(text, catatan, skala, tengah) for text, catatan in bagian],
            kepala=Baris(_LEGENDA, _legend),
            bergaris=False,
            pemisah=". ",
        ).dari(rows, "laki_laki", "perempuan")


def _part(text: str, catatan: list[dict[Any, Any]], skala: float, poros: float) -> Baris:
    """One way of grouping people: its heading and its rows."""

    def draw(kanvas: Kanvas, y: float) -> None:
        kanvas.teks(0, y + _JUDUL / 2, text, tebal=True)
        y += _JUDUL
        awal = y
        for row in catatan:
            _row(kanvas, y, row, skala, poros)
            y += _height(row)
        kanvas.garis([poros, poros], [awal, y], ABU, tebal=0.6)

    items = "; ".join(
        f"{row['kategori']}: {_count(row['laki_laki'])} laki-laki, "
        f"{_count(row['perempuan'])} perempuan"
        for row in catatan
    )
    return Baris(_JUDUL + sum(_height(row) for row in catatan), draw, f"{text}: {items}")


def _layout(rows: list[dict[Any, Any]]) -> tuple[float, float]:
    """Scale (cm for one person) and place of the middle line, so that both sides use the room."""
    nama = min(_NAMA, max((lebar_teks(row["kategori"]) for row in rows), default=0.0))
    (laki, tepi_kiri), (perempuan, tepi_kanan) = (
        _side([row[kunci] for row in rows]) for kunci in ("laki_laki", "perempuan")
    )
    ruang = LEBAR - nama - 0.3 - tepi_kiri - tepi_kanan
    skala = min(ruang / max(laki + perempuan, 1.0), _TERLEBAR)
    return skala, nama + 0.3 + tepi_kiri + laki * skala


def _side(nilai: list[Any]) -> tuple[float, float]:
    """The longest bar of a side, in people, and the room for the text at its end in cm."""
    ada = [orang for orang in nilai if not hilang(orang)]
    terbanyak = max(ada, default=0)
    texts = {angka(terbanyak), *(tanpa_nilai(orang) for orang in nilai if hilang(orang))}
    return float(terbanyak), max(lebar_teks(text, HURUF_KECIL) for text in texts) + 0.2


def _length(nilai: Any) -> float:
    return 0.0 if hilang(nilai) else float(nilai)


def _count(nilai: Any) -> str:
    return tanpa_nilai(nilai) if hilang(nilai) else angka(nilai)


def _height(row: dict[Any, Any]) -> float:
    lines = bungkus(row["kategori"], _NAMA)
    return max(_BILAH, tinggi_baris() * len(lines)) + 0.1


def _row(kanvas: Kanvas, y: float, row: dict[Any, Any], skala: float, poros: float) -> None:
    lines = bungkus(row["kategori"], _NAMA)
    tengah = y + _height(row) / 2
    kanvas.paragraf(0, tengah - tinggi_baris() * len(lines) / 2, lines)
    laki, perempuan = (_length(row[kunci]) * skala for kunci in ("laki_laki", "perempuan"))
    kanvas.kotak(poros - laki, tengah - _BILAH / 2, laki, _BILAH, GELAP)
    kanvas.kotak(poros, tengah - _BILAH / 2, perempuan, _BILAH, TERANG)
    for x, nilai, rata in (
        (poros - laki - 0.12, row["laki_laki"], "right"),
        (poros + perempuan + 0.12, row["perempuan"], "left"),
    ):
        kanvas.teks(x, tengah, _count(nilai), ukuran=HURUF_KECIL, rata=rata)


def _legend(kanvas: Kanvas, y: float) -> None:
    x, y = 0.0, y + tinggi_baris() / 2
    for label, warna in (("laki-laki", GELAP), ("perempuan", TERANG)):
        kanvas.kotak(x, y - 0.14, 0.5, 0.28, warna)
        kanvas.teks(x + 0.62, y, label, ukuran=HURUF_KECIL)
        x += 0.62 + lebar_teks(label, HURUF_KECIL) + 0.5
