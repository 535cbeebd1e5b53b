"""What the colours and marks of a chart mean, in lines above it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lkjip.figures.kanvas import Kanvas
from lkjip.figures.lembar import Baris
from lkjip.figures.media import Media
from lkjip.figures.warna import ABU, ACUAN, TEPI

_CONTOH = 0.5
_SELA = 0.45


@dataclass(frozen=True)
class Butir:
    """One entry: what draws its example around (x, y), x on the left, and what it means."""

    label: str
    contoh: Callable[[Kanvas, float, float], None]


def warna(nama: str, label: str) -> Butir:
    """An entry for a colour."""

    def contoh(kanvas: Kanvas, x: float, y: float) -> None:
        kanvas.kotak(x, y - 0.14, _CONTOH, 0.28, nama, TEPI if nama == ACUAN else None)

    return Butir(label, contoh)


def baris_legenda(
    media: Media, butir: Sequence[Butir], *, catatan: str = "", kolom: float = 0.0
) -> Baris:
    """A line with a legend, or several where one is too narrow.

    Parameters
    ----------
    media
        What it is drawn for.
    butir
        The entries.
    catatan
        A note of less weight at the end.
    kolom
        Room in cm on the right side of the first line that heads of columns take.
    """
    lines: list[list[tuple[float, Butir]]] = [[]]
    x = 0.0
    for each in butir:
        lebar = _CONTOH + 0.12 + media.lebar_teks(each.label, media.kecil)
        if lines[-1] and x + lebar > media.lebar - kolom * (len(lines) == 1):
            lines.append([])
            x = 0.0
        lines[-1].append((x, each))
        x += lebar + _SELA
    notes = media.bungkus(catatan, media.lebar, media.kecil) if catatan else []
    sebaris = len(notes) == 1 and x + media.lebar_teks(notes[0], media.kecil) + kolom <= media.lebar
    tinggi = max(media.tinggi_baris(), 0.4)

    def draw(kanvas: Kanvas, y: float) -> None:
        for n, entries in enumerate(lines):
            tengah = y + tinggi * (n + 0.5)
            for kiri, each in entries:
                each.contoh(kanvas, kiri, tengah)
                kanvas.teks(kiri + _CONTOH + 0.12, tengah, each.label, ukuran=media.kecil)
        if sebaris:
            kanvas.teks(
                media.lebar - kolom, tengah, notes[0], rata="right", ukuran=media.kecil, warna=ABU
            )
        else:
            bawah = y + tinggi * len(lines)
            kanvas.paragraf(0, bawah, notes, ukuran=media.kecil, warna=ABU)

    catatan_di_bawah = 0 if sebaris else len(notes)
    bawah = media.tinggi_baris(media.kecil) * catatan_di_bawah
    return Baris(tinggi * len(lines) + bawah + 0.25, draw)
