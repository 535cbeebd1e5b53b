"""Words that depend on data."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip.kata import banding, dengan_kata, kapital, rangkai, romawi, slug


@pytest.mark.parametrize(
    ("butir", "teks"),
    [([], ""), (["a"], "a"), (["a", "b"], "a dan b"), (["a", "b", "c"], "a, b, dan c")],
)
def test_enumerations(butir: list[str], teks: str) -> None:
    assert rangkai(butir) == teks


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("Plt. Kepala Dinas", "Plt. KEPALA DINAS"),
        ("Pj. Bupati", "Pj. BUPATI"),
        ("Jl. Imam Bonjol", "JL. IMAM BONJOL"),
        ("Kepala UPT. Pelatihan", "KEPALA UPT. PELATIHAN"),
    ],
)
def test_capitals_leave_the_sign_of_an_acting_official_alone(teks: str, hasil: str) -> None:
    assert kapital(teks) == hasil


@given(st.integers(1, 3999))
def test_roman_numerals_add_up(n: int) -> None:
    value = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    digits = [value[letter] for letter in romawi(n)]
    signed = [
        -digit if any(later > digit for later in digits[k + 1 : k + 2]) else digit
        for k, digit in enumerate(digits)
    ]
    assert sum(signed) == n


def test_roman_numerals_of_missions() -> None:
    assert [romawi(n) for n in (1, 4, 9, 14)] == ["I", "IV", "IX", "XIV"]
    with pytest.raises(ValueError, match="no roman numeral"):
        romawi(0)


@pytest.mark.parametrize(
    ("n", "angka", "teks"),
    [
        (0, "0", "nol"),
        (1, "1", "satu"),
        (9, "9", "sembilan"),
        (10, "10", "10"),
        (Decimal("2.5"), "2,5", "2,5"),
        (-1, "-1", "-1"),
    ],
)
def test_small_counts_are_written_in_letters(n: Any, angka: str, teks: str) -> None:
    assert dengan_kata(n, angka) == teks


@pytest.mark.parametrize(
    ("teks", "id"),
    [
        ("Antar SP/SB", "antar-sp-sb"),
        ("Fungsional Tertentu (JFT)", "fungsional-tertentu-jft"),
        ("D1-D3", "d1-d3"),
        ("jumlah_kegiatan", "jumlah-kegiatan"),
    ],
)
def test_slugs(teks: str, id: str) -> None:
    assert slug(teks) == id


@pytest.mark.parametrize(
    ("nilai", "acuan", "kata"),
    [(2, 1, "naik"), (1, 2, "turun"), (1, 1, "tetap"), ("A", "BB", "naik"), ("CC", "B", "turun")],
)
def test_comparisons(nilai: Any, acuan: Any, kata: str) -> None:
    assert banding(nilai, acuan, "naik", "turun", "tetap") == kata
