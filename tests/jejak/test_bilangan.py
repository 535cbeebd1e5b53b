"""Exact numbers and their rules in Indonesian words."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip.jejak.bilangan import bilangan, pembulatan


@pytest.mark.parametrize(
    ("teks", "tercetak"),
    [
        ("4091142672", "4.091.142.672"),
        ("-12", "−12"),
        ("72.79", "72,79"),
        ("1234.50", "1.234,50"),
        ("5/2", "2,5"),
        ("-7/8", "−0,875"),
        ("1/64", "0,015625"),
        ("2/3", "0,666666…"),
        ("-2/3", "−0,666666…"),
        ("1/128", "0,007812…"),
        ("6/3", "2"),
        ("0", "0"),
    ],
)
def test_numbers_are_shown_with_their_decimals(teks: str, tercetak: str) -> None:
    assert bilangan(teks) == tercetak


@pytest.mark.parametrize("teks", ["", "007", "-007", "1/0", "a", "1,5", "1.2.3", "2022-01-03"])
def test_what_is_no_number_stays_text(teks: str) -> None:
    assert bilangan(teks) is None


def test_a_year_has_no_points() -> None:
    assert (bilangan("2022", tahun=True), bilangan("2022")) == ("2022", "2.022")


@given(st.integers(-(10**15), 10**15), st.integers(1, 10**6))
def test_a_quotient_is_never_shown_larger_than_it_is(atas: int, bawah: int) -> None:
    text = bilangan(f"{atas}/{bawah}")
    assert text is not None
    shown = Fraction(text.rstrip("…").replace("−", "-").replace(".", "").replace(",", "."))
    exact = Fraction(atas, bawah)
    assert abs(shown) <= abs(exact) < abs(shown) + Fraction(1, 10**6)
    assert text.endswith("…") == (shown != exact)


@pytest.mark.parametrize(
    ("aturan", "kata"),
    [
        ({"desimal": 2, "cara": "truncate"}, "dipotong dua desimal"),
        ({"desimal": 0, "cara": "truncate"}, "dipotong sampai bilangan bulat"),
        ({"desimal": 1, "cara": "half-up"}, "dibulatkan satu desimal, setengah ke atas"),
        ({"desimal": 0, "cara": "half-up"}, "dibulatkan ke bilangan bulat, setengah ke atas"),
        ({"desimal": 9, "cara": "half-up"}, "dibulatkan 9 desimal, setengah ke atas"),
        ({"desimal": None, "cara": "half-up"}, None),
        ({}, None),
        (None, None),
    ],
)
def test_rules_in_words(aturan: dict[str, object] | None, kata: str | None) -> None:
    assert pembulatan(aturan) == kata
