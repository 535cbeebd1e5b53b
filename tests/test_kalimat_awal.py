"""Sentences about one, some or all; above, below or equal."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from lkjip import kalimat_awal as awal
from lkjip.belum import BELUM


def test_a_sentence_waits_for_its_data() -> None:
    def fail() -> str:
        raise AssertionError("asked too early")

    assert awal.kalimat([1, BELUM], fail, "menurut data") is BELUM
    assert awal.kalimat([1, 2], lambda: "Lengkap.", "menurut data") == "Lengkap."


@pytest.mark.parametrize(
    ("laki_laki", "perempuan", "teks"),
    [
        (3, 0, "semuanya laki-laki"),
        (0, 2, "semuanya perempuan"),
        (1, 0, "laki-laki"),
        (2, 1, "dua laki-laki dan satu perempuan"),
        (5, 10, "5 laki-laki dan 10 perempuan"),
        (0, 0, "tidak ada"),
    ],
)
def test_men_and_women(laki_laki: int, perempuan: int, teks: str) -> None:
    assert awal.komposisi(laki_laki, perempuan) == teks


TPT = ("TPT", "Bagian yang menganggur.")


@pytest.mark.parametrize(
    ("isi", "teks"),
    [
        ((*TPT, Decimal("5.5"), Decimal("3.5"), "turun", "persen"),
         "TPT, yaitu bagian yang menganggur, terealisasi 5,5%, 2 poin persen di atas target 3,5% "
         "(tidak tercapai)."),
        (("TPT", "", Decimal("3.5"), Decimal("3.5"), "turun", "persen"),
         "TPT terealisasi 3,5%, sama dengan target 3,5% (tercapai)."),
        (("TPAK", "", 69, 70, "naik", "persen"),
         "TPAK terealisasi 69%, 1 poin persen di bawah target 70% (tidak tercapai)."),
        (("SAKIP", "", "A", "BB", "naik", "predikat"),
         "SAKIP terealisasi A, di atas target BB (tercapai)."),
    ],
)  # fmt: skip
def test_a_result_beside_its_target(isi: tuple[Any, ...], teks: str) -> None:
    assert awal.terhadap_target(*isi) == teks


@pytest.mark.parametrize(
    ("isi", "teks"),
    [
        ((5, 4, "turun", "persen"), "Sejak tahun 2098 (4%), keadaannya memburuk 1 poin persen."),
        ((5, 4, "naik", "kasus"), "Sejak tahun 2098 (4 kasus), keadaannya membaik 1 kasus."),
        ((5, 5, "turun", "persen"), "Sejak tahun 2098 (5%), keadaannya tetap."),
        (("A", "BB", "naik", "predikat"), "Sejak tahun 2098 (BB), keadaannya membaik."),
        ((5, None, "turun", "persen"), ""),
    ],
)
def test_a_result_beside_the_year_before(isi: tuple[Any, ...], teks: str) -> None:
    assert awal.terhadap_tahun_lalu(*isi, 2098) == teks


@pytest.mark.parametrize(
    ("isi", "teks"),
    [
        ((4, [], []), "Semua indikator sasaran mencapai target. Sejak tahun 2098, tidak ada yang "
         "memburuk."),
        ((4, [], None), "Semua indikator sasaran mencapai target."),
        ((1, [], ["A"]), "Indikator sasaran mencapai target. Sejak tahun 2098, yang memburuk ialah "
         "A."),
        ((4, ["A"], []), "Tiga dari empat indikator sasaran mencapai target; yang meleset ialah A. "
         "Sejak tahun 2098, tidak ada yang memburuk."),
        ((12, [*"ABCD"], [*"EFGHI"]), "Delapan dari 12 indikator sasaran mencapai target; yang "
         "meleset ialah empat indikator. Sejak tahun 2098, yang memburuk ialah lima indikator."),
        ((2, ["A", "B"], []), "Tidak ada indikator sasaran yang mencapai target; yang meleset "
         "ialah A dan B. Sejak tahun 2098, tidak ada yang memburuk."),
    ],
)  # fmt: skip
def test_all_some_or_none_are_met(isi: tuple[Any, ...], teks: str) -> None:
    assert awal.tentang_sasaran(*isi, 2098) == teks


def test_programmes_that_spent_more_than_they_did() -> None:
    satu = ("Program A", "60%", "98%", "−38%")
    assert awal.tentang_efisiensi([], 6) == "Tidak ada program yang tingkat efisiensinya negatif."
    assert awal.tentang_efisiensi([satu], 6) == (
        "Tingkat efisiensi Program A negatif (−38%): kinerjanya 60% dari target, sedangkan "
        "anggarannya terserap 98%."
    )
    assert awal.tentang_efisiensi([satu] * 4, 12) == (
        "Empat dari 12 program tingkat efisiensinya negatif; yang terendah ialah Program A (−38%)."
    )


@pytest.mark.parametrize(
    ("terpakai", "teks"),
    [
        (1000, "Seluruh pagu terserap."),
        (1200, "Realisasi anggaran melampaui pagu sebesar Rp200."),
        (900, "Dari pagu, Rp100 (10%) tidak terserap, paling banyak pada B (Rp80)."),
    ],
)
def test_what_is_left_of_the_budget(terpakai: int, teks: str) -> None:
    assert awal.tentang_sisa(1000, terpakai, [("A", 20), ("B", 80)], "10%") == teks


@pytest.mark.parametrize(
    ("predikat", "teks"),
    [
        ("AA", "Predikat AA, yang pertama dari tujuh dalam skala SAKIP, berarti nilai di atas 90."),
        ("BB", "Predikat BB, yang ketiga dari tujuh dalam skala SAKIP, berarti nilai di atas 70 "
         "sampai dengan 80."),
        ("D", "Predikat D, yang ketujuh dari tujuh dalam skala SAKIP, berarti nilai paling tinggi "
         "30."),
    ],
)  # fmt: skip
def test_what_a_grade_means(predikat: str, teks: str) -> None:
    assert awal.arti_predikat(predikat) == teks


@pytest.mark.parametrize(
    ("isi", "teks"),
    [
        (([], 4, 50), "Meskipun pagu bertambah Rp50 (5%), target keempat indikator sasaran tidak "
         "berubah."),
        (([], 12, -50), "Meskipun pagu berkurang Rp50 (5%), target semua 12 indikator sasaran "
         "tidak berubah."),
        (([], 1, 0), "Pagu tidak berubah, demikian pula target indikator sasaran."),
        ((["A"], 4, 0), "Target satu dari empat indikator sasaran berubah, yaitu A; pagu tidak "
         "berubah."),
        ((["A", "B"], 2, 50), "Target kedua indikator sasaran berubah; pagu bertambah Rp50 (5%)."),
    ],
)  # fmt: skip
def test_targets_beside_a_changed_budget(isi: tuple[Any, ...], teks: str) -> None:
    assert awal.tentang_perubahan_target(*isi, "5%") == teks


@pytest.mark.parametrize(
    ("murni", "pagu", "teks"),
    [
        (1000, 1250, "A bertambah Rp250 (25%) menjadi Rp1.250"),
        (1000, 900, "A berkurang Rp100 (10%) menjadi Rp900"),
        (1000, 1000, "A tetap Rp1.000"),
        (0, 900, "A bertambah Rp900 menjadi Rp900"),
    ],
)
def test_the_budget_of_a_programme(murni: int, pagu: int, teks: str) -> None:
    assert awal.perubahan_pagu("A", murni, pagu, 2, "half-up") == teks
