"""Clauses about none, one, some or all, and about above, equal or below."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from lkjip import kalimat
from lkjip.skala import SKALA_SAKIP, predikat_sakip

BULAT = (2, "half-up")
NONE = "jumlah penganggur tidak bertambah pada satu pun tingkat pendidikan"


@pytest.mark.parametrize(
    ("n", "dari", "teks"),
    [
        (4, 4, "keempat program"),
        (1, 1, "satu-satunya program"),
        (12, 12, "semua 12 program"),
        (1, 4, "satu dari empat program"),
        (11, 12, "11 dari 12 program"),
        (0, 4, "tidak satu pun dari empat program"),
        (0, 1, "tidak satu pun program"),
        (0, 0, "tidak satu pun program"),
    ],
)
def test_none_one_some_all(n: int, dari: int, teks: str) -> None:
    assert kalimat.bagian(n, dari, "program") == teks


@pytest.mark.parametrize(
    ("melampaui", "tepat", "jumlah", "teks"),
    [
        (3, 1, 4, "keempat hal mencapai target: tiga melampauinya dan satu tepat menyamainya"),
        (2, 0, 4, "dua dari empat hal mencapai target dan melampauinya"),
        (0, 4, 4, "keempat hal mencapai target dan tepat menyamainya"),
        (0, 0, 4, "tidak satu pun dari empat hal mencapai target"),
    ],
)
def test_verdicts(melampaui: int, tepat: int, jumlah: int, teks: str) -> None:
    assert kalimat.ketercapaian(melampaui, tepat, jumlah, "hal") == teks


@pytest.mark.parametrize(
    ("realisasi", "target", "satuan", "teks"),
    [
        (Decimal("5.4"), Decimal("3.5"), "persen", "lebih tinggi 1,9 poin persen daripada target"),
        (2, 3, "kasus", "lebih rendah 1 kasus daripada target"),
        (70, 70, "persen", "tepat sama dengan target"),
        ("A", "BB", "predikat", "lebih tinggi daripada target"),
        ("BB", "BB", "predikat", "tepat sama dengan target"),
    ],
)
def test_above_equal_below(realisasi: Any, target: Any, satuan: str, teks: str) -> None:
    assert kalimat.terhadap(realisasi, target, satuan) == teks


@pytest.mark.parametrize(
    ("kini", "lalu", "arah", "satuan", "gerak", "makna"),
    [
        (Decimal("5.45"), Decimal("3.66"), "turun", "persen", "naik 1,79 poin persen", "memburuk"),
        (Decimal("3.66"), Decimal("5.45"), "turun", "persen", "turun 1,79 poin persen", "membaik"),
        (70, 71, "naik", "persen", "turun 1 poin persen", "memburuk"),
        (100, 100, "naik", "persen", "tidak berubah", "tidak berubah"),
        ("A", "BB", "naik", "predikat", "naik menjadi A", "membaik"),
        (2, 1, "turun-rasio", "kasus", "naik 1 kasus", "memburuk"),
    ],
)
def test_moves_and_what_they_mean(
    kini: Any, lalu: Any, arah: str, satuan: str, gerak: str, makna: str
) -> None:
    assert kalimat.gerak(kini, lalu, satuan) == gerak
    assert kalimat.makna(kini, lalu, arah) == makna


@pytest.mark.parametrize(
    ("jumlah", "selesai", "proses", "teks"),
    [
        (0, 0, 0, "tidak ada kasus perselisihan yang dilaporkan"),
        (3, 3, 0, "ketiga kasus perselisihan yang dilaporkan telah selesai"),
        (3, 0, 3, "tidak satu pun dari tiga kasus perselisihan yang dilaporkan telah selesai"),
        (
            3,
            2,
            1,
            "dari tiga kasus perselisihan yang dilaporkan, dua kasus (66,67%) telah selesai dan "
            "satu kasus masih dalam proses",
        ),
        (4, 3, 0, "dari empat kasus perselisihan yang dilaporkan, tiga kasus (75%) telah selesai"),
    ],
)
def test_disputes(jumlah: int, selesai: int, proses: int, teks: str) -> None:
    assert kalimat.perselisihan(jumlah, selesai, proses, BULAT) == teks


@pytest.mark.parametrize(
    ("selisih", "teks"),
    [
        (
            {"SD": -658, "SLTP": 8454, "SMTA": 5351},
            "kenaikan terbesar terdapat pada lulusan SLTP, yaitu 8.454 orang atau 64,30% dari "
            "kenaikan bersih",
        ),
        (
            {"SD": -900, "SLTP": 1000},
            "kenaikan terbesar terdapat pada lulusan SLTP, yaitu 1.000 orang, lebih besar daripada "
            "kenaikan bersih seluruhnya",
        ),
        (
            {"SD": -1000, "SLTP": 10},
            "kenaikan terbesar terdapat pada lulusan SLTP, yaitu 10 orang, meskipun jumlah "
            "seluruhnya tidak bertambah",
        ),
        (
            {"SD": 5, "SLTP": 5},
            "kenaikan terbesar terdapat pada lulusan SD dan SLTP, yaitu 5 orang masing-masing atau "
            "100% dari kenaikan bersih",
        ),
        ({"SD": -1, "SLTP": 0}, NONE),
        ({}, NONE),
    ],
)
def test_who_makes_the_rise(selisih: dict[str, int], teks: str) -> None:
    assert kalimat.penyumbang(selisih, BULAT) == teks


@pytest.mark.parametrize(
    ("sisa", "teks"),
    [
        ({"A": 0, "B": 0}, "tidak ada pagu yang tersisa"),
        ({"A": 10, "B": 90}, "sisa terbesar terdapat pada B (Rp90), yaitu 90% dari seluruh sisa"),
        (
            {"A": 50, "B": 10, "C": 40},
            "sisa terbesar terdapat pada A (Rp50) dan C (Rp40), bersama-sama 90% dari seluruh sisa",
        ),
    ],
)
def test_who_holds_the_rest(sisa: dict[str, int], teks: str) -> None:
    assert kalimat.pemegang_sisa(sisa, BULAT) == teks


@pytest.mark.parametrize(
    ("efisiensi", "teks"),
    [
        ({}, "tidak ada program dengan tingkat efisiensi negatif"),
        (
            {"A": "−38%"},
            "tingkat efisiensi negatif terdapat pada satu dari tiga program, yaitu A (−38%)",
        ),
        (dict.fromkeys("ABC", "−1%"), "tingkat efisiensi ketiga program negatif"),
    ],
)
def test_negative_efficiency(efisiensi: dict[str, str], teks: str) -> None:
    assert kalimat.negatif(efisiensi, 3) == teks


@pytest.mark.parametrize(
    ("tercapai", "sisa_tahun", "teks"),
    [
        (3, 4, "target akhir itu terpenuhi empat tahun sebelum periode Renstra berakhir dan perlu"),
        (1, 4, "target akhir yang sudah dicapai itu terpenuhi empat tahun sebelum"),
        (0, 1, "target akhir itu masih harus dikejar, satu tahun sebelum periode Renstra berakhir"),
        (3, 0, "periode Renstra berakhir pada tahun ini"),
    ],
)
def test_what_follows_from_end_targets(tercapai: int, sisa_tahun: int, teks: str) -> None:
    assert kalimat.simpulan_renstra(tercapai, 3, sisa_tahun).startswith(teks)


@pytest.mark.parametrize(
    ("tercapai", "tercatat", "jumlah", "teks"),
    [
        (0, 0, 1, "target akhir Renstra hal belum tersedia dalam data"),
        (1, 1, 2, "target akhir Renstra satu dari dua hal belum tersedia dalam data"),
        (1, 2, 2, "satu dari dua hal mencapai target akhir Renstra"),
        (0, 1, 1, "tidak satu pun hal mencapai target akhir Renstra"),
    ],
)
def test_end_targets_that_may_be_missing(
    tercapai: int, tercatat: int, jumlah: int, teks: str
) -> None:
    assert kalimat.target_akhir(tercapai, tercatat, jumlah, "hal").startswith(teks)


def test_scores_of_a_grade_are_those_that_give_it() -> None:
    said = {nama: kalimat.rentang_predikat(nama) for nama, _di_atas in SKALA_SAKIP}
    assert said["AA"] == "di atas 90"
    assert said["BB"] == "di atas 70 sampai dengan 80"
    assert said["D"] == "paling tinggi 30"
    for nama, text in said.items():
        highest = int(text.split()[-1]) if nama != "AA" else 100
        assert predikat_sakip(highest) == nama


def test_formulas_name_what_they_rest_on() -> None:
    text = kalimat.rumus_capaian("turun")
    assert text.startswith("Makin kecil makin baik: capaian = (2 × target − realisasi) / target")
    assert text.endswith("(praktik umum LKjIP)")


def test_rounding_names_the_exceptions() -> None:
    potong, bulat, utuh = (2, "truncate"), (2, "half-up"), (0, "half-up")
    assert kalimat.cara_cetak({"a": bulat}) == (
        "persentase dicetak dengan dua desimal dan dibulatkan"
    )
    kolom = {"a": potong, "b": bulat, "c": potong, "d": utuh, "e": bulat, "f": potong}
    assert kalimat.cara_cetak(kolom) == (
        "pada umumnya persentase dicetak dengan dua desimal dan dipotong; b dan e dicetak dengan "
        "dua desimal dan dibulatkan; d dicetak tanpa desimal dan dibulatkan"
    )


def test_the_example_is_a_number_printed_in_two_ways() -> None:
    isi = [Fraction(90), Fraction(99605, 1000)]
    assert kalimat.contoh_cetak(["A", "B"], isi, 2) == (
        "Serapan B, misalnya, tercetak 99,61% bila dibulatkan dan 99,60% bila dipotong."
    )
    assert kalimat.contoh_cetak(["A"], isi[:1], 2) == ""
