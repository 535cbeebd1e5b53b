"""Rounding and printing: laws against the decimal module and Babel, and cells of the report."""

from __future__ import annotations

import doctest
from datetime import date, datetime
from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal, localcontext
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from babel.numbers import format_decimal, parse_decimal
from hypothesis import given
from hypothesis import strategies as st

import lkjip
from lkjip import angka, bulatkan, numbers, persen, rupiah, tanggal
from lkjip.errors import InputError
from lkjip.numbers import MINUS, PEMBULATAN, exact

wide_decimals = st.builds(
    lambda digits, places: Decimal(f"{digits}E-{places}"),
    st.integers(-(10**60), 10**60),
    st.integers(0, 40),
)
exacts = st.one_of(st.integers(), wide_decimals, st.fractions())
places = st.integers(0, 8)
policies = st.sampled_from(sorted(PEMBULATAN))


def read(text: str) -> Decimal:
    """Read an Indonesian number with Babel, which needs a context as wide as the number."""
    with localcontext(prec=200):
        return parse_decimal(text.replace(MINUS, "-"), locale="id", strict=True)


@given(
    wide_decimals, places, st.sampled_from([("half-up", ROUND_HALF_UP), ("truncate", ROUND_DOWN)])
)
def test_rounding_agrees_with_the_decimal_module(
    x: Decimal, desimal: int, cara: tuple[str, str]
) -> None:
    expected = x.quantize(Decimal(1).scaleb(-desimal), rounding=cara[1], context=Context(prec=120))
    result = bulatkan(x, desimal, cara[0])
    assert result == expected
    assert result.as_tuple().exponent == -desimal


@given(exacts, places)
def test_half_up_is_nearest_and_ties_go_away_from_zero(x: int | Decimal | Fraction, n: int) -> None:
    unit = Fraction(1, 10**n)
    error = abs(exact(bulatkan(x, n))) - abs(exact(x))
    assert -unit / 2 < error <= unit / 2


@given(exacts, places)
def test_truncate_goes_toward_zero(x: int | Decimal | Fraction, n: int) -> None:
    error = abs(exact(x)) - abs(exact(bulatkan(x, n, "truncate")))
    assert 0 <= error < Fraction(1, 10**n)


@given(exacts, exacts, places, policies)
def test_rounding_keeps_order_sign_and_itself(
    x: int | Decimal | Fraction, y: int | Decimal | Fraction, n: int, cara: str
) -> None:
    low, high = sorted([exact(x), exact(y)])
    assert bulatkan(low, n, cara) <= bulatkan(high, n, cara)
    assert bulatkan(-low, n, cara) == bulatkan(low, n, cara).copy_negate()
    assert bulatkan(bulatkan(low, n, cara), n, cara) == bulatkan(low, n, cara)


@pytest.mark.parametrize("x", [Decimal("-0.001"), Decimal("-0.0"), Fraction(-1, 1000), 0])
def test_zero_has_no_sign(x: int | Decimal | Fraction) -> None:
    assert str(bulatkan(x, 2)) == "0.00"
    assert angka(x, 2) == "0,00"
    assert persen(x, 2, ringkas=False) == "0,00%"


@pytest.mark.parametrize(
    ("x", "desimal", "half_up", "truncate"),
    [
        (Decimal("0.125"), 2, "0.13", "0.12"),
        (Decimal("-0.005"), 2, "-0.01", "0.00"),
        (Decimal("2.5"), 0, "3", "2"),
        (Decimal("-2.5"), 0, "-3", "-2"),
        # inventory.md, rounding regimes of the 2022 report: raw quotients
        (Fraction(7333, 70), 2, "104.76", "104.75"),
        (Fraction(727900, 7103), 2, "102.48", "102.47"),
        (Fraction(10000, 96), 2, "104.17", "104.16"),
        (Fraction(260228302600, 2612600000), 2, "99.61", "99.60"),
        (Fraction(19724775000, 198665000), 2, "99.29", "99.28"),
        (Fraction(389874483400, 4091142672), 2, "95.30", "95.29"),
        (Fraction(15919290000, 160610000), 2, "99.12", "99.11"),
        (Fraction(3233, 30), 2, "107.77", "107.76"),
    ],
)
def test_ties_and_the_quotients_of_the_2022_report(
    x: Decimal | Fraction, desimal: int, half_up: str, truncate: str
) -> None:
    assert str(bulatkan(x, desimal)) == half_up
    assert str(bulatkan(x, desimal, "truncate")) == truncate


@pytest.mark.parametrize("x", [0.1, float("nan"), np.float64(1), np.float64("nan")])
@pytest.mark.parametrize(
    "function", [exact, angka, persen, rupiah, lambda x: bulatkan(x, 2), lambda x: angka(x, 2)]
)
def test_a_float_is_refused_with_the_reason(function, x: float) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(TypeError, match="float is a binary approximation"):
        function(x)


@pytest.mark.parametrize("x", [True, "12", None, np.bool_(True), np.float32(1), 1j, pd.NA])
def test_what_is_no_number_is_refused(x: object) -> None:
    with pytest.raises(TypeError, match="not a number"):
        angka(x)  # type: ignore[arg-type]


@pytest.mark.parametrize("x", [Decimal("NaN"), Decimal("Infinity"), Decimal("-Infinity")])
def test_a_decimal_that_is_not_finite_is_bad_input(x: Decimal) -> None:
    with pytest.raises(InputError, match="not finite"):
        angka(x)
    with pytest.raises(InputError, match="not finite"):
        bulatkan(x, 2)


def test_an_unknown_policy_is_bad_input_that_names_the_known_ones() -> None:
    with pytest.raises(InputError) as caught:
        bulatkan(1, 2, "half_up")
    (finding,) = caught.value.findings
    assert finding.value == "half_up"
    assert finding.expected == "one of: half-up, truncate"
    assert finding.mend == "write half-up"


def test_decimals_must_be_a_whole_number_from_zero() -> None:
    with pytest.raises(InputError, match="negative"):
        bulatkan(1, -1)
    with pytest.raises(TypeError):
        bulatkan(1, 2.0)  # type: ignore[arg-type]


def test_numpy_integers_do_not_overflow() -> None:
    largest = np.int64(2**63 - 1)
    assert bulatkan(largest, 4) == Decimal(2**63 - 1)
    assert rupiah(largest) == "Rp9.223.372.036.854.775.807"


@pytest.mark.parametrize(
    ("x", "text"),
    [
        (8251284892, "8.251.284.892"),
        (Decimal("72.79"), "72,79"),
        (Decimal("12.50"), "12,50"),
        (Decimal("1E+5"), "100.000"),
        (Decimal("1E-7"), "0,0000001"),
        (-38, "−38"),
        (999, "999"),
        (1000, "1.000"),
    ],
)
def test_angka_prints_all_the_decimals_there_are(x: int | Decimal, text: str) -> None:
    assert angka(x) == text


def test_angka_of_a_fraction_needs_the_decimals() -> None:
    with pytest.raises(TypeError, match="how many to print"):
        angka(Fraction(1, 3))
    assert angka(Fraction(2, 3), 2) == "0,67"
    assert angka(Fraction(2, 3), 2, "truncate") == "0,66"
    assert angka(Fraction(300, 3), ringkas=True) == "100"


@given(wide_decimals)
def test_printing_all_decimals_can_be_read_back(x: Decimal) -> None:
    assert read(angka(x)) == x


@given(exacts, places, policies)
def test_printing_rounded_can_be_read_back(x: int | Decimal | Fraction, n: int, cara: str) -> None:
    text = angka(x, n, cara)
    assert read(text) == bulatkan(x, n, cara)
    assert persen(x, n, cara, ringkas=False) == f"{text}%"


@given(wide_decimals, places)
def test_angka_prints_as_babel_does(x: Decimal, n: int) -> None:
    rounded = bulatkan(x, n)
    with localcontext(prec=200):
        pattern = "#,##0." + "0" * n
        expected = format_decimal(rounded, pattern, locale="id", decimal_quantization=False)
    assert angka(x, n) == expected.replace("-", MINUS)


@pytest.mark.parametrize(
    ("x", "desimal", "cara", "text"),
    [
        (Fraction(789188125900, 8251284892), 2, "half-up", "95,64%"),
        (Fraction(389874483400, 4091142672), 2, "half-up", "95,30%"),
        (100, 2, "half-up", "100%"),
        (Decimal("100.00"), 2, "half-up", "100%"),
        (Fraction(29999, 300), 2, "half-up", "100,00%"),
        (Fraction(7083, 70), 0, "half-up", "101%"),
        (Fraction(-3756, 100), 0, "half-up", "−38%"),
        (Fraction(7333, 70), 2, "truncate", "104,75%"),
        (Decimal("0.02"), None, "half-up", "0,02%"),
    ],
)
def test_persen_prints_as_the_2022_report(
    x: int | Decimal | Fraction, desimal: int | None, cara: str, text: str
) -> None:
    assert persen(x, desimal, cara) == text


@given(st.integers())
def test_a_whole_percentage_is_short_only_when_asked(x: int) -> None:
    assert persen(x) == f"{angka(x)}%"
    assert persen(x, ringkas=False) == f"{angka(x)},00%"


@given(st.integers())
def test_rupiah_is_the_symbol_and_the_number(n: int) -> None:
    assert rupiah(n).replace("Rp", "") == angka(n)
    assert rupiah(n).lstrip(MINUS).startswith("Rp")
    assert rupiah(Decimal(n)) == rupiah(Fraction(n)) == rupiah(n)


def test_rupiah_is_whole() -> None:
    assert rupiah(8251284892) == "Rp8.251.284.892"
    assert rupiah(-5000) == "−Rp5.000"
    with pytest.raises(InputError, match="whole rupiah"):
        rupiah(Decimal("0.5"))


def test_tanggal_in_indonesian() -> None:
    assert tanggal(date(2023, 2, 28)) == "28 Februari 2023"
    assert tanggal(datetime(2022, 1, 4, 23, 59)) == "4 Januari 2022"
    assert tanggal(pd.Timestamp("2022-10-31")) == "31 Oktober 2022"
    assert tanggal(date(2022, 11, 1), "MMMM y") == "November 2022"


@pytest.mark.parametrize("value", ["2023-02-28", None, pd.NaT, 2023])
def test_tanggal_refuses_what_is_no_date(value: object) -> None:
    with pytest.raises(TypeError, match="not a date"):
        tanggal(value)  # type: ignore[arg-type]


def test_the_package_offers_the_same_functions() -> None:
    for name in ("angka", "bulatkan", "persen", "rupiah", "tanggal"):
        assert getattr(lkjip, name) is getattr(numbers, name)


def test_docstring_examples() -> None:
    results = doctest.testmod(numbers)
    assert results.attempted > 0
    assert results.failed == 0
