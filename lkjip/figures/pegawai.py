"""Staff by sex: a pyramid for each way of grouping people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from lkjip.figures.gambar import Gambar
from lkjip.figures.kanvas import Kanvas
from lkjip.figures.legenda import baris_legenda, warna
from lkjip.figures.lembar import Bagan, Baris, gambar_berbaris
from lkjip.figures.media import KERTAS, LAYAR, Media
from lkjip.figures.warna import ABU, LAKI, PEREMPUAN
from lkjip.numbers import angka
from lkjip.rows import jumlah
from lkjip.ukuran import hilang, tanpa_nilai

_NAMA = 0.6
_BILAH = 0.3
_JARAK = 0.3
_LORONG = 0.7
_TERLEBAR = 1.5


@dataclass(frozen=True)
class _Bagian:
    """One way of grouping people: its heading, its rows, and how many they are."""

    judul: str
    rows: list[dict[Any, Any]]
    laki: Any
    perempuan: Any

    @property
    def jumlah(self) -> str:
        return f"{_count(self.laki)} laki-laki, {_count(self.perempuan)} perempuan"


@dataclass(frozen=True)
class _Tata:
    """Where things stand, in cm: width of a column, room of the names, place of the middle line;
    and cm for one person."""

    media: Media
    lebar: float
    nama: float
    poros: float
    skala: float


def grafik_pegawai(rows: pd.DataFrame, judul: dict[str, str]) -> Gambar:
    """Draw men to the left and women to the right of a middle line.

    Each way of grouping people says how many men and women it counts. Two columns of them stand
    side by side, where they have room on one page.

    Parameters
    ----------
    rows
        One row for each category: ``dimensi``, ``kategori``, ``laki_laki``, ``perempuan``
        (people).
    judul
        Heading for each ``dimensi`` to draw, in the order of drawing.
    """
    bagian = [_part(text, rows[rows["dimensi"] == dimensi]) for dimensi, text in judul.items()]
    berdua = len(bagian) > 1 and all(_fits(media, bagian) for media in (KERTAS, LAYAR))

    def lay_out(media: Media) -> Bagan:
        two = berdua and not media.sempit
        tata = _layout(media, bagian, 2 if two else 1)
        head = baris_legenda(media, [warna(LAKI, "laki-laki"), warna(PEREMPUAN, "perempuan")])
        drawn = [_beside(bagian, tata)] if two else [_drawn(part, tata) for part in bagian]
        return Bagan(drawn, head, bergaris=False)

    return gambar_berbaris(
        "Diagram batang jumlah pegawai menurut jenis kelamin.", lay_out, pemisah=". "
    ).dari(rows, "laki_laki", "perempuan")


def _part(judul: str, rows: pd.DataFrame) -> _Bagian:
    laki, perempuan = (jumlah(rows[kunci]) for kunci in ("laki_laki", "perempuan"))
    return _Bagian(judul, rows.to_dict("records"), laki, perempuan)


def _fits(media: Media, bagian: list[_Bagian]) -> bool:
    tata = _layout(media, bagian, 2)
    return media.tinggi is not None and _beside(bagian, tata).tinggi + 2 < media.tinggi


def _layout(media: Media, bagian: list[_Bagian], kolom: int) -> _Tata:
    """Places and scale of one column, so that both sides of the bars use the room."""
    rows = [row for part in bagian for row in part.rows]
    lebar = (media.lebar - _LORONG * (kolom - 1)) / kolom
    longest = max((media.lebar_teks(row["kategori"]) for row in rows), default=0.0)
    nama = min(_NAMA * lebar, longest)
    (laki, tepi_kiri), (perempuan, tepi_kanan) = (
        _side(media, [row[kunci] for row in rows]) for kunci in ("laki_laki", "perempuan")
    )
    ruang = lebar - nama - 0.2 - tepi_kiri - tepi_kanan
    skala = min(ruang / max(laki + perempuan, 1.0), _TERLEBAR)
    return _Tata(media, lebar, nama, nama + 0.2 + tepi_kiri + laki * skala, skala)


def _side(media: Media, nilai: list[Any]) -> tuple[float, float]:
    """The longest bar of a side, in people, and the room for the text at its end in cm."""
    ada = [orang for orang in nilai if not hilang(orang)]
    terbanyak = max(ada, default=0)
    texts = {angka(terbanyak), *(tanpa_nilai(orang) for orang in nilai if hilang(orang))}
    return float(terbanyak), max(media.lebar_teks(text, media.kecil) for text in texts) + 0.2


def _drawn(part: _Bagian, tata: _Tata, kiri: float = 0.0) -> Baris:
    """One group: its heading, how many there are, and its rows."""
    media = tata.media
    heads = media.bungkus(part.judul, tata.lebar, tebal=True)
    totals = media.bungkus(part.jumlah, tata.lebar, media.kecil)
    kepala = media.tinggi_baris() * len(heads) + media.tinggi_baris(media.kecil) * len(totals)
    heights = [_height(row, tata) for row in part.rows]

    def draw(kanvas: Kanvas, y: float) -> None:
        y = kanvas.paragraf(kiri, y, heads, tebal=True)
        y = kanvas.paragraf(kiri, y, totals, ukuran=media.kecil, warna=ABU) + 0.12
        poros = kiri + tata.poros
        kanvas.garis([poros, poros], [y, y + sum(heights)], ABU, tebal=0.6)
        for row, height in zip(part.rows, heights, strict=True):
            _row(kanvas, kiri, y + height / 2, row, tata)
            y += height

    items = "; ".join(
        f"{row['kategori']}: {_count(row['laki_laki'])} laki-laki, "
        f"{_count(row['perempuan'])} perempuan"
        for row in part.rows
    )
    words = f"{part.judul}: {items}; jumlah: {part.jumlah}"
    return Baris(kepala + 0.12 + sum(heights) + _JARAK, draw, words)


def _beside(bagian: list[_Bagian], tata: _Tata) -> Baris:
    """All groups in two columns, divided where the higher one is lowest."""
    heights = [_drawn(part, tata).tinggi for part in bagian]
    cut = min(
        range(1, len(bagian)), key=lambda n: max(sum(heights[:n]), sum(heights[n:])), default=0
    )
    columns = (bagian[:cut], 0.0), (bagian[cut:], tata.lebar + _LORONG)
    drawn = [[_drawn(part, tata, kiri) for part in parts] for parts, kiri in columns]

    def draw(kanvas: Kanvas, y: float) -> None:
        for parts in drawn:
            atas = y
            for part in parts:
                part.lukis(kanvas, atas)
                atas += part.tinggi

    words = ". ".join(part.kata for parts in drawn for part in parts)
    return Baris(max(sum(part.tinggi for part in parts) for parts in drawn), draw, words)


def _height(row: dict[Any, Any], tata: _Tata) -> float:
    lines = tata.media.bungkus(row["kategori"], tata.nama)
    return max(_BILAH, tata.media.tinggi_baris() * len(lines)) + 0.06


def _row(kanvas: Kanvas, kiri: float, tengah: float, row: dict[Any, Any], tata: _Tata) -> None:
    media = tata.media
    lines = media.bungkus(row["kategori"], tata.nama)
    kanvas.paragraf(kiri, tengah - media.tinggi_baris() * len(lines) / 2, lines)
    poros = kiri + tata.poros
    laki, perempuan = (_length(row[kunci]) * tata.skala for kunci in ("laki_laki", "perempuan"))
    for x, lebar, nama in ((poros - laki, laki, LAKI), (poros, perempuan, PEREMPUAN)):
        if lebar > 0:
            kanvas.kotak(x, tengah - _BILAH / 2, lebar, _BILAH, nama)
    for x, nilai, rata in (
        (poros - laki - 0.12, row["laki_laki"], "right"),
        (poros + perempuan + 0.12, row["perempuan"], "left"),
    ):
        kanvas.teks(x, tengah, _count(nilai), ukuran=media.kecil, rata=rata)


def _length(nilai: Any) -> float:
    return 0.0 if hilang(nilai) else float(nilai)


def _count(nilai: Any) -> str:
    return tanpa_nilai(nilai) if hilang(nilai) else angka(nilai)
