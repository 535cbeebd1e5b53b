"""Charts of a year under preparation: no bar, its words, and nothing on top of each other."""

from __future__ import annotations

import pytest

from lkjip.belum import BELUM
from lkjip.figures import (
    Gambar,
    grafik_pagu_realisasi,
    grafik_pegawai,
    grafik_pengangguran,
    grafik_target_realisasi,
    grafik_tren,
)
from lkjip.figures.media import KERTAS, LAYAR, PONSEL

from .test_figures import bars, frame, overlaps

INDIKATOR = {"kode": "a", "nama": "TPAK", "satuan": "persen", "arah": "naik"}
CHARTS = {
    "target-realisasi": grafik_target_realisasi(
        frame([{**INDIKATOR, "target": BELUM, "realisasi": BELUM, "capaian": BELUM}] * 3), 2023
    ),
    "tren": grafik_tren(
        frame(
            [
                {**INDIKATOR, "target": BELUM, "tahun": 2020 + n, "realisasi": nilai}
                for n, nilai in enumerate((70, 71, 72, BELUM))
            ]
        ),
        2023,
    ),
    "pagu-realisasi": grafik_pagu_realisasi(
        frame([{"nama": "Program", "pagu": BELUM, "realisasi": BELUM, "serapan": BELUM}] * 3), 2023
    ),
    "pengangguran": grafik_pengangguran(
        frame([{"pendidikan": "SLTP", "lalu": 14_055, "kini": BELUM, "selisih": BELUM}] * 3), 2023
    ),
    "pegawai": grafik_pegawai(
        frame(
            [
                {"dimensi": "a", "kategori": "Penata", "laki_laki": BELUM, "perempuan": BELUM},
                {"dimensi": "a", "kategori": "Pembina", "laki_laki": 12, "perempuan": BELUM},
            ]
        ),
        {"a": "Menurut pangkat"},
    ),
}


@pytest.mark.parametrize("grafik", CHARTS.values(), ids=CHARTS)
def test_it_says_what_is_to_come_and_covers_nothing(grafik: Gambar) -> None:
    assert "belum diisi" in grafik.alt
    assert [overlaps(grafik, media) for media in (KERTAS, LAYAR, PONSEL)] == [[], [], []]


def test_staff_without_any_count_has_no_bars() -> None:
    rows = [{"dimensi": "a", "kategori": "Penata", "laki_laki": BELUM, "perempuan": BELUM}]
    assert bars(grafik_pegawai(frame(rows), {"a": "Menurut pangkat"})) == []
