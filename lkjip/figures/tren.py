"""How the indicators moved over the years: small multiples, one for each indicator."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pandas as pd

from lkjip.belum import BELUM, BELUM_DIISI
from lkjip.figures.gambar import MAKIN_KECIL, Gambar
from lkjip.figures.kanvas import Kanvas
from lkjip.figures.legenda import Butir, baris_legenda
from lkjip.figures.lembar import Bagan, Baris, gambar_berbaris
from lkjip.figures.media import Media
from lkjip.figures.tren_bidang import Bidang, lukis_bidang, lukis_tahun, skala_bersama
from lkjip.figures.warna import ABU, ACUAN, KINI, MELESET, TEPI, TINTA
from lkjip.kata import banding, peringkat
from lkjip.numbers import angka
from lkjip.ukuran import KOSONG, hilang, ukuran

_NAMA = 4.8
_KETERANGAN = 3.2
_SELA = 0.35
_SAMA = "indikator dalam persen berskala sama, tidak mulai dari nol"
_SENDIRI = "skala tidak mulai dari nol"
_PREDIKAT = "; predikat menurut jenjangnya"
# A name with more lines than this stands above its plot, over the whole width.
_BARIS_NAMA = 5


@dataclass(frozen=True)
class _Panel:
    judul: str
    satuan: str
    turun: bool
    target: Any
    nilai: dict[int, Any]
    belum: set[int]

    @property
    def catatan(self) -> str:
        return MAKIN_KECIL if self.turun else ""

    def meleset(self, tahun: int) -> bool:
        """Whether the target was missed in a year."""
        hasil = self.nilai.get(tahun)
        if hasil is None or hilang(self.target):
            return False
        jauh = peringkat(hasil) - peringkat(self.target)
        return bool(jauh > 0 if self.turun else jauh < 0)


@dataclass(frozen=True)
class _Tata:
    """Where things stand, in cm: room of the names, edges of the plots, room of the words behind
    them; and whether names stand above their plots."""

    media: Media
    nama: float
    kiri: float
    kanan: float
    keterangan: float
    di_atas: bool


def grafik_tren(rows: pd.DataFrame, tahun: int) -> Gambar:
    """Draw realisasi by year for each indicator, and the target at the year that it was set for.

    The indicators stand below each other over one axis of years. Those in percent have one scale
    in common, so that their moves compare; the last move is told in words, too.

    Parameters
    ----------
    rows
        One row for each indicator and year, in the order of drawing: ``kode``, ``nama``,
        ``satuan``, ``arah``, ``target``, ``tahun`` and ``realisasi`` (`int`, `Decimal`, grade or
        missing). Years without a row leave a gap.
    tahun
        Fiscal year: the year that the targets are of.
    """
    years = list(range(int(rows["tahun"].min()), int(rows["tahun"].max()) + 1)) if len(rows) else []
    panels = _panels(rows)
    skala = skala_bersama([_values(panel) for panel in panels if panel.satuan == "persen"])

    def lay_out(media: Media) -> Bagan:
        tata = _layout(media, panels)
        bidang = Bidang(media, tata.kiri, tata.kanan, years, tahun, skala)
        rows_drawn = [_row(panel, tata, bidang) for panel in panels]
        kaki = Baris(
            media.tinggi_baris(media.kecil) + 0.15,
            lambda kanvas, y: lukis_tahun(kanvas, y + 0.05, bidang),
        )
        head = baris_legenda(media, _legend(panels, years, tahun), catatan=_note(panels))
        return Bagan(rows_drawn, head, None if media.sempit else kaki)

    return gambar_berbaris("Diagram garis realisasi kinerja menurut tahun.", lay_out).dari(
        rows, "target", "realisasi"
    )


def _panels(rows: pd.DataFrame) -> list[_Panel]:
    panels = []
    for _kode, group in groupby(rows.to_dict("records"), key=lambda row: row["kode"]):
        catatan = list(group)
        panels.append(
            _Panel(
                judul=catatan[0]["nama"],
                satuan=catatan[0]["satuan"],
                turun=catatan[0]["arah"] != "naik",
                target=catatan[0]["target"],
                nilai={
                    int(row["tahun"]): row["realisasi"]
                    for row in catatan
                    if not hilang(row["realisasi"])
                },
                belum={int(row["tahun"]) for row in catatan if row["realisasi"] is BELUM},
            )
        )
    return panels


def _values(panel: _Panel) -> list[Any]:
    return [each for each in [*panel.nilai.values(), panel.target] if not hilang(each)]


def _note(panels: list[_Panel]) -> str:
    note = _SAMA if sum(panel.satuan == "persen" for panel in panels) > 1 else _SENDIRI
    berpredikat = any(isinstance(each, str) for panel in panels for each in _values(panel))
    return note + (_PREDIKAT if berpredikat else "")


def _layout(media: Media, panels: list[_Panel]) -> _Tata:
    if media.sempit:
        return _Tata(media, media.lebar, 0.0, media.lebar, media.lebar, True)
    nama = min(_NAMA, max((media.lebar_teks(panel.judul) for panel in panels), default=0.0))
    di_atas = any(len(media.bungkus(panel.judul, nama)) > _BARIS_NAMA for panel in panels)
    kiri = 0.0 if di_atas else nama + _SELA
    kanan = media.lebar - _KETERANGAN - _SELA
    return _Tata(media, media.lebar if di_atas else nama, kiri, kanan, _KETERANGAN, di_atas)


def _target(panel: _Panel) -> str:
    return "" if hilang(panel.target) else f"target {ukuran(panel.target, panel.satuan)}"


def _change(panel: _Panel, tahun: int) -> str:
    """The last move in words: "naik 1,79 poin persen dari tahun 2021 (memburuk)"."""
    lalu = max((year for year in panel.nilai if year < tahun), default=None)
    if lalu is None or tahun not in panel.nilai:
        return ""
    dulu, kini = panel.nilai[lalu], panel.nilai[tahun]
    arah = str(banding(kini, dulu, "naik", "turun", "tetap"))
    if arah == "tetap":
        return f"tetap seperti tahun {lalu}"
    # A rise is not always the better: words say which, as colour must not.
    mutu = "membaik" if (arah == "turun") == panel.turun else "memburuk"
    if isinstance(kini, str):
        return f"{arah} dari {dulu} pada tahun {lalu} ({mutu})"
    selisih = abs(kini - dulu)
    persen = panel.satuan == "persen"
    banyak = (
        f"{angka(selisih, ringkas=True)} poin persen" if persen else ukuran(selisih, panel.satuan)
    )
    return f"{arah} {banyak} dari tahun {lalu} ({mutu})"


def _row(panel: _Panel, tata: _Tata, bidang: Bidang) -> Baris:
    media = tata.media
    names = media.bungkus(panel.judul, tata.nama)
    notes = media.bungkus(panel.catatan, tata.nama, media.kecil) if panel.catatan else []
    small = media.tinggi_baris(media.kecil)
    text = media.tinggi_baris() * len(names) + small * len(notes)
    beside = [(each, warna) for each, warna in _beside(panel, bidang.kini) if each]
    lines = [
        (line, warna)
        for each, warna in beside
        for line in media.bungkus(each, tata.keterangan, media.kecil)
    ]
    plot = bidang.tinggi if media.sempit else max(bidang.tinggi, small * len(lines) + 0.3)
    height = text + plot + 0.25 if tata.di_atas else max(plot, text + 0.4)
    if media.sempit:
        height += small * (1 + len(lines)) + 0.2

    def draw(kanvas: Kanvas, y: float) -> None:
        atas = y + 0.2 if tata.di_atas else y + (height - text) / 2
        atas = kanvas.paragraf(0, atas, names)
        kanvas.paragraf(0, atas, notes, ukuran=media.kecil, warna=ABU)
        tengah = y + text + 0.25 + plot / 2 if tata.di_atas else y + height / 2
        warna_kini = MELESET if panel.meleset(bidang.kini) else KINI
        lukis_bidang(kanvas, tengah, bidang, panel.nilai, panel.target, panel.satuan, warna_kini)
        kiri, mulai = tata.kanan + _SELA, tengah - small * len(lines) / 2
        if media.sempit:
            kiri, mulai = 0.0, tengah + plot / 2 + small + 0.05
            lukis_tahun(kanvas, tengah + plot / 2, bidang)
        for line, warna in lines:
            mulai = kanvas.paragraf(kiri, mulai, [line], ukuran=media.kecil, warna=warna)

    return Baris(height, draw, _words(panel, bidang))


def _beside(panel: _Panel, tahun: int) -> list[tuple[str, str]]:
    """What is told behind a plot, and its colours: the target and the last move."""
    return [(_target(panel), ABU), (_change(panel, tahun), TINTA)]


def _legend(panels: list[_Panel], years: list[int], tahun: int) -> list[Butir]:
    """Realisasi, the target, and the mark of a year without data."""

    def before(kanvas: Kanvas, x: float, y: float) -> None:
        kanvas.garis([x, x + 0.5], [y, y], TEPI)
        kanvas.tanda(x + 0.25, y, 0.09, ACUAN, tepi=TEPI)

    missed = any(panel.meleset(tahun) for panel in panels)
    entries = [
        Butir(f"realisasi {tahun}", lambda kanvas, x, y: kanvas.tanda(x + 0.3, y, 0.11, KINI)),
        *([Butir(f"realisasi {tahun} (tidak tercapai)", _missed)] if missed else []),
        Butir("tahun sebelumnya", before),
        Butir(
            f"target {tahun}",
            lambda kanvas, x, y: kanvas.tanda(x + 0.3, y, 0.17, ACUAN, tepi=TEPI, ketupat=True),
        ),
    ]
    if any(year not in panel.nilai for panel in panels for year in years):
        entries.append(
            Butir(
                "tidak ada data",
                lambda kanvas, x, y: kanvas.teks(x + 0.3, y, KOSONG, warna=ABU, rata="center"),
            )
        )
    return entries


def _missed(kanvas: Kanvas, x: float, y: float) -> None:
    kanvas.tanda(x + 0.3, y, 0.11, MELESET)


def _words(panel: _Panel, bidang: Bidang) -> str:
    nilai = ", ".join(
        f"{year} {ukuran(panel.nilai[year], panel.satuan)}"
        if year in panel.nilai
        else f"{year} {BELUM_DIISI if year in panel.belum else 'tidak ada data'}"
        for year in bidang.years
    )
    target = "" if hilang(panel.target) else f" ({_target(panel)})"
    change = _change(panel, bidang.kini)
    return f"{panel.judul}: {nilai}{target}" + (f", {change}" if change else "")
