"""Charts of the report. Each takes the rows of a notebook and gives a `Gambar` with its words."""

from __future__ import annotations

from lkjip.figures.gambar import Gambar
from lkjip.figures.pagu_realisasi import grafik_pagu_realisasi
from lkjip.figures.pegawai import grafik_pegawai
from lkjip.figures.pengangguran import grafik_pengangguran
from lkjip.figures.target_realisasi import grafik_target_realisasi
from lkjip.figures.tren import grafik_tren

__all__ = [
    "Gambar",
    "grafik_pagu_realisasi",
    "grafik_pegawai",
    "grafik_pengangguran",
    "grafik_target_realisasi",
    "grafik_tren",
]
