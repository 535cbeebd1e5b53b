"""What the colours and marks of a chart mean, in lines above it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lkjip.figures.kanvas import Kanvas
from lkjip.figures.lembar import Baris
from lkjip.figures.media import Media
from lkjip.figures.warna import ABU, ACUAN, TEPI

CONTOH = 0.5
"""Width of an example in cm."""

_SELA = 0.45


@dataclass(frozen=True)
class Butir:
    """One entry: what draws its example around (x, y), x on the left, and what it means."""

    label: str
    contoh: Callable[[Kanvas, float, float], None]


def warna(nama: str, label: str) -> Butir:
    """An entry for a colour."""

    def contoh(kanvas: Kanvas, x: float, y: float) -> None:
        kanvas.kotak(x, y - 0.14, CONTOH, 0.28, nama, TEPI if nama == ACUAN else None)

    return Butir(label, contoh)


def baris_legenda(
    media: Media,
    butir: Sequence[Butir],
    *,
    catatan: str = "",
    kolom: Sequence[tuple[str, float]] = (),
) -> Baris:
    """A line with a legend, or several where one is too narrow.

    Parameters
    ----------
    media
        What it is drawn for.
    butir
        The entries.
    catatan
        A note of less weight, behind or below them.
    kolom
        Heads of columns and their right edges in cm; they stand in the last line. The last of them
        is set in bold.
    """
    lines, terpakai = _lines(media, butir)
    kiri = min((kanan - media.lebar_teks(text) for text, kanan in kolom), default=media.lebar)
    notes = media.bungkus(catatan, kiri - 0.3 * bool(kolom), media.kecil) if catatan else []
    panjang = media.lebar_teks(notes[0], media.kecil) if notes else 0.0
    sebaris = len(notes) == 1 and not kolom and terpakai + panjang <= media.lebar
    sendiri = bool(kolom) and not notes and terpakai > kiri
    tinggi = max(media.tinggi_baris(), 0.4)
    bawah = tinggi * (len(lines) + sendiri)
    if not sebaris:
        bawah += media.tinggi_baris(media.kecil) * len(notes)

    def draw(kanvas: Kanvas, y: float) -> None:
        for n, entries in enumerate(lines):
            tengah = y + tinggi * (n + 0.5)
            for x, each in entries:
                each.contoh(kanvas, x, tengah)
                kanvas.teks(x + CONTOH + 0.12, tengah, each.label, ukuran=media.kecil)
        if sebaris:
            kanvas.teks(media.lebar, tengah, notes[0], rata="right", ukuran=media.kecil, warna=ABU)
        else:
            kanvas.paragraf(0, y + tinggi * len(lines), notes, ukuran=media.kecil, warna=ABU)
        for text, kanan in kolom:
            tebal = (text, kanan) == kolom[-1]
            tengah = y + bawah - media.tinggi_baris(media.kecil) / 2
            kanvas.teks(kanan, tengah, text, rata="right", tebal=tebal, warna=ABU)

    return Baris(bawah + 0.25, draw)


def _lines(media: Media, butir: Sequence[Butir]) -> tuple[list[list[tuple[float, Butir]]], float]:
    """The entries of each line and where they begin, and where the last line ends."""
    lines: list[list[tuple[float, Butir]]] = [[]]
    x = 0.0
    for each in butir:
        lebar = CONTOH + 0.12 + media.lebar_teks(each.label, media.kecil)
        if lines[-1] and x + lebar > media.lebar:
            lines.append([])
            x = 0.0
        lines[-1].append((x, each))
        x += lebar + _SELA
    return lines, x
