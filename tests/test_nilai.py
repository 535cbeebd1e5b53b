"""Forms of the values that prose prints."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pandas as pd
import pytest

from lkjip.belum import BELUM
from lkjip.nilai import nilai


@pytest.mark.parametrize(
    ("isi", "pilihan", "jenis", "exact", "forms"),
    [
        (4091142, {"jenis": "rupiah"}, "rupiah", "4091142", ["Rp4.091.142", "4.091.142"]),
        (Decimal("72.79"), {"jenis": "persen"}, "persen", "72.79", ["72,79%", "72,79"]),
        (Fraction(5, 3), {"jenis": "persen", "desimal": 2}, "persen", "5/3", ["1,67%", "1,67"]),
        (31, {"jenis": "angka"}, "angka", "31", ["31", "31", "31"]),
        (9, {"jenis": "angka"}, "angka", "9", ["9", "9", "sembilan"]),
        (3, {"jenis": "ukuran", "satuan": "kasus"}, "angka", "3", ["3 kasus", "3", "tiga kasus"]),
        (Decimal("2.35"), {"jenis": "poin"}, "poin", "2.35", ["2,35 poin persen", "2,35"]),
        (3, {"jenis": "poin", "satuan": "kasus"}, "poin", "3", ["3 kasus", "3"]),
        (Decimal("0.5"), {"jenis": "poin", "satuan": "indeks"}, "poin", "0.5", ["0,5 poin", "0,5"]),
        (date(2023, 2, 28), {"jenis": "tanggal"}, "tanggal", "2023-02-28", ["28 Februari 2023"]),
        ("Kab. Blitar", {}, "teks", "Kab. Blitar", ["Kab. Blitar", "KAB. BLITAR"]),
        (2022, {}, "teks", "2022", ["2022", "2022"]),
        ("BB", {"jenis": "ukuran", "satuan": "predikat"}, "teks", "BB", ["BB", "BB"]),
        (70, {"jenis": "ukuran", "satuan": "persen"}, "persen", "70", ["70%", "70"]),
        (1200, {"jenis": "ukuran", "satuan": "orang"}, "angka", "1200",
         ["1.200 orang", "1.200", "1.200 orang"]),
        (7, {"jenis": "ukuran", "satuan": "indeks"}, "angka", "7", ["7", "7", "tujuh"]),
    ],
)  # fmt: skip
def test_forms(isi: Any, pilihan: Any, jenis: str, exact: str, forms: list[str]) -> None:
    result = nilai(isi, **pilihan)
    assert (result["jenis"], result["nilai"]) == (jenis, exact)
    assert list(result["bentuk"].values()) == forms


@pytest.mark.parametrize("hilang", [None, float("nan"), pd.NA, pd.NaT])
def test_what_the_data_lacks(hilang: Any) -> None:
    assert nilai(hilang, "persen")["bentuk"] == {"utama": "–", "angka": "–"}
    assert nilai(hilang)["bentuk"] == {"utama": "", "kapital": ""}
    assert nilai(hilang, "ukuran", satuan="orang")["jenis"] == "angka"


@pytest.mark.parametrize(
    "jenis", ["teks", "angka", "persen", "poin", "rupiah", "tanggal", "ukuran", "daftar"]
)
def test_what_is_still_to_come_is_marked_in_every_form(jenis: str) -> None:
    result = nilai(BELUM, jenis)
    assert result["belum"] is True and result["nilai"] == ""
    assert set(result["bentuk"].values()) == {"belum diisi"}
    assert set(result["bentuk"]) == set(
        nilai(["a"] if jenis == "daftar" else None, jenis)["bentuk"]
    )


def test_lists_keep_their_items_and_sub_lists() -> None:
    result = nilai(["a", {"teks": "b", "butir": ["c"]}, "d"], "daftar")
    assert result == {
        "jenis": "daftar",
        "nilai": "a\nb\nd",
        "bentuk": {"utama": "a, b, dan d"},
        "butir": ["a", {"teks": "b", "butir": ["c"]}, "d"],
    }
    assert nilai([], "daftar") == nilai(None, "daftar")
    assert nilai([], "daftar")["bentuk"] == {"utama": "tidak ada"}


def test_floats_and_unknown_kinds_are_refused() -> None:
    with pytest.raises(TypeError):
        nilai(0.5, "persen")
    with pytest.raises(ValueError, match="unknown kind"):
        nilai(1, "uang")
