"""Figures in findings: an auditor finds them in the tables, digit by digit."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip.check import shown
from lkjip.check.context import Context
from lkjip.check.engine import check
from lkjip.check.shown import as_printed, recomputed
from lkjip.data.folder import read_year
from lkjip.numbers import PEMBULATAN, persen
from lkjip.paths import Project

from ..conftest import ROOT
from .cases import cell
from .clean import YEAR
from .spoil import Spoiler

CUT, ROUNDED = ({"desimal": 2, "cara": cara} for cara in ("truncate", "half-up"))
RATIOS = st.fractions(min_value=-1000, max_value=1000, max_denominator=10**6)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(60), "60%"),
        (Fraction(125, 10), "12,50%"),
        (Fraction(121, 1000), "0,1210%"),
        (Fraction(200, 3), "66,6666…%"),
        (Fraction(100, 3), "33,33…%"),
        (Fraction(-200, 3), "−66,6666…%"),
        (Fraction(107766666666, 10**9), "107,7666…%"),
    ],
)
def test_a_recomputed_percentage_shows_how_it_would_round(value: Fraction, text: str) -> None:
    assert recomputed(value) == text


@given(RATIOS)
def test_its_digits_begin_every_printed_form_but_the_last_digit(value: Fraction) -> None:
    text = recomputed(value).removesuffix("%")
    digits = text.removesuffix("…")
    number = Fraction(Decimal(digits.replace(".", "").replace(",", ".").replace("−", "-")))
    assert abs(number) <= abs(value) and abs(value - number) < Fraction(1, 100)
    assert (number == value) == (text == digits)
    forms = {persen(value, 2, cara, ringkas=False) for cara in PEMBULATAN}
    assert len(forms) == 1 or len(digits.partition(",")[2]) == 4


def test_a_percentage_of_the_data_keeps_its_digits() -> None:
    assert [shown.given(Decimal(text)) for text in ("100.004", "66.7", "100")] == [
        "100,004%",
        "66,7%",
        "100%",
    ]


def spoilt(s: Spoiler, rounding: dict[str, Any]) -> dict[str, str]:
    """The arithmetic of findings about achievement, absorption and shares, by code."""
    tables = {
        "capaian": {"capaian": rounding},
        "efisiensi": {"capaian": rounding, "serapan": rounding, "efisiensi": rounding},
        "realisasi-anggaran": {"serapan": rounding},
        "alokasi-sasaran": {"alokasi": rounding},
    }
    s.office("pengaturan.pembulatan", {"bawaan": {"desimal": 2, "cara": "half-up"}, **tables})
    for name in ("pk", "pk-perubahan"):
        where = {"indikator": "lulusan", "dokumen": name, "tahun": YEAR}
        cell("target", where, "target", "30")(s)
    cell("realisasi", {"indikator": "lulusan", "tahun": YEAR}, "realisasi", "50")(s)
    codes = {"A4", "B4", "J5"}
    return {f.code: f.arithmetic or "" for f in check(s.project, YEAR, codes) if f.code in codes}


@pytest.mark.parametrize(("rounding", "printed"), [(CUT, "166,66%"), (ROUNDED, "166,67%")])
def test_a_finding_prints_as_the_table_does(
    spoiler: Spoiler, rounding: dict[str, Any], printed: str
) -> None:
    found = spoilt(spoiler, rounding)
    assert found["A4"] == f"50 / 30 = {printed}"
    assert found["B4"].startswith(f"{printed} − ")
    context = Context(spoiler.project, read_year(spoiler.project.data, YEAR))
    assert as_printed(context, Fraction(500, 3), "capaian", "capaian") == printed


def test_the_findings_of_2022_show_what_the_tables_of_2022_print() -> None:
    arithmetic = {f.code: f.arithmetic or "" for f in check(Project(ROOT), 2022)}
    # Tabel 3.1 cuts: 104,757… is 104,75 there. Tabel 3.8 prints efficiency without decimals.
    assert "lulusan 104,75%, tpak 102,47%, phi 104,16%" in arithmetic["A8"]
    assert arithmetic["B4"] == "60% − 97,56% = −38%"
    assert arithmetic["R3"] == "2 / 3 = 66,6666…% ≠ 100%"
