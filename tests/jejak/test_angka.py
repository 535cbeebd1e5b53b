"""Tracked numbers: exactly the plain arithmetic, and a trace that computes it again."""

from __future__ import annotations

import copy
import operator
import pickle
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import lkjip
from lkjip.belum import BELUM
from lkjip.jejak.angka import Angka, polos
from lkjip.jejak.node import Node, kumpulkan
from lkjip.jejak.rumus import asal
from lkjip.numbers import angka, bulatkan, persen
from lkjip.rows import hitung, per_baris, terbesar, terkecil

from .hitung_ulang import Reckoner

Plain = int | Decimal
SIGNS: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}

wholes = st.integers(-(10**15), 10**15)
decimals = st.decimals(-(10**6), 10**6, places=2, allow_nan=False)
plains: st.SearchStrategy[Plain] = st.one_of(wholes, decimals)


class Cells(Reckoner):
    """Cells that stand in no file: the text of a node is its own."""

    def cell(self, node: Any) -> str:
        return str(node["nilai"])


def again(number: Angka) -> Fraction:
    return Cells(kumpulkan([number.asal]), Path()).number(number.asal.kunci)


def cell(value: Plain, kolom: str = "pagu", baris: int = 2) -> Angka:
    text = f"{value:f}" if isinstance(value, Decimal) else str(value)
    return Angka.dari(value, Node("sel", text, berkas="x.csv", baris=baris, kolom=kolom))


@st.composite
def expressions(draw: st.DrawFn) -> tuple[Any, Fraction]:
    """A computation with tracked numbers, and what plain fractions give."""
    first = draw(plains)
    tracked: Any = cell(first)
    plain = Fraction(first)
    for n in range(draw(st.integers(1, 6))):
        value, sign = draw(plains), draw(st.sampled_from(list(SIGNS)))
        kolom = draw(st.sampled_from(["pagu", "realisasi"]))
        other: Any = cell(value, kolom, n + 3) if draw(st.booleans()) else value
        if draw(st.booleans()):
            other, tracked = tracked, other
            left, right = Fraction(value), plain
        else:
            left, right = plain, Fraction(value)
        if sign == "/" and right == 0:
            sign = "-"
        if not isinstance(tracked, Angka) and not isinstance(other, Angka):
            continue
        tracked, plain = SIGNS[sign](tracked, other), SIGNS[sign](left, right)
        if draw(st.booleans()):
            tracked, plain = abs(tracked), abs(plain)
    return tracked, plain


@given(expressions())
def test_arithmetic_is_exact_and_its_trace_computes_it_again(pair: tuple[Any, Fraction]) -> None:
    tracked, plain = pair
    assert isinstance(tracked, Angka)
    assert tracked == plain and hash(tracked) == hash(plain)
    assert again(tracked) == plain
    assert Fraction(tracked.asal.nilai) == plain


@given(wholes, wholes)
def test_whole_numbers_print_like_int(a: int, b: int) -> None:
    assert str(cell(a) + cell(b)) == str(a + b)
    assert str(cell(a) - b) == str(a - b) and f"{cell(a)}" == str(a)
    assert angka(cell(a)) == angka(a) and operator.index(cell(a)) == a
    assert range(5)[cell(3)] == 3


@given(decimals, decimals)
def test_decimals_print_as_decimals_do(a: Decimal, b: Decimal) -> None:
    assert str(cell(a)) == f"{a:f}" if a else Fraction(str(cell(a))) == 0
    assert angka(cell(a) - cell(b)) == angka(a - b)
    assert persen(cell(a) / 7, 2) == persen(Fraction(a) / 7, 2)
    assert bulatkan(cell(a), 1) == bulatkan(a, 1)
    assert f"{cell(a)}" == str(cell(a)) and f"{cell(a):.1f}" == f"{a:.1f}"


@given(st.lists(plains, min_size=1, max_size=12))
def test_sums_of_a_column_are_one_formula(values: list[Plain]) -> None:
    column = pd.Series([cell(v, baris=n) for n, v in enumerate(values, 2)], dtype=object)
    total = column.sum()
    assert total == sum(map(Fraction, values)) and again(total) == total
    if len(values) > 1:
        assert total.asal.isi["hitung"] == "jumlah" and len(total.asal.masukan) == len(values)
    assert terbesar(column) == max(values) and again(terbesar(column)) == max(values)
    assert terkecil(column) == min(values) and again(terkecil(column)) == min(values)


def test_an_expression_has_the_names_of_the_formula() -> None:
    def sisa_persen(pagu: Any, realisasi: Any) -> Any:
        return (pagu - realisasi) / pagu * 100

    pagu, realisasi = cell(200), cell(50, baris=3)
    isi = hitung(sisa_persen, pagu, realisasi).asal.isi
    assert (isi["nama"], isi["nilai"]) == ("sisa persen", "75")
    assert isi["hitung"] == "(pagu - realisasi) / pagu * 100"
    assert isi["rumus"] == "(pagu − realisasi) / pagu × 100"
    assert isi["masukan"] == {"pagu": pagu.asal.kunci, "realisasi": realisasi.asal.kunci}


def test_two_inputs_of_one_name_stay_apart() -> None:
    isi = (cell(5) - cell(3, baris=3)).asal.isi
    assert isi["hitung"] == "pagu - pagu_2" and len(set(isi["masukan"].values())) == 2
    same = cell(5)
    assert (same - same).asal.isi["hitung"] == "pagu - pagu"


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (lambda a, b, c: a - (b - c), "a - (b - c)"),
        (lambda a, b, c: a - b - c, "a - b - c"),
        (lambda a, b, c: a / (b * c), "a / (b * c)"),
        (lambda a, b, c: (a + b) * -c, "(a + b) * (0 - c)"),
        (lambda a, b, c: Fraction(1, 3) * a - b / Fraction(-2) + c, "(1/3) * a - b / (0 - 2) + c"),
    ],
)
def test_brackets_where_they_are_needed(number: Callable[..., Angka], text: str) -> None:
    names = [cell(n + 2, name, n + 2) for n, name in enumerate("abc")]
    assert number(*names).asal.isi["hitung"] == text
    assert again(number(*names)) == number(*names)


def test_named_formulas() -> None:
    target, realisasi = cell(Decimal("80.0"), "target"), cell(90, "realisasi")
    capaian = lkjip.capaian(target, realisasi)
    serapan = lkjip.serapan(cell(90, "belanja"), cell(120, "anggaran"))
    efisiensi = lkjip.efisiensi(capaian, serapan)
    assert (capaian, serapan, efisiensi) == (Fraction(225, 2), 75, Fraction(75, 2))
    isi = asal(efisiensi).isi  # type: ignore[union-attr]
    assert (isi["nama"], isi["hitung"]) == ("efisiensi", "capaian - serapan")
    isi = asal(serapan).isi  # type: ignore[union-attr]
    assert set(isi["masukan"]) == {"realisasi", "pagu"}
    assert isi["rumus"] == "realisasi / pagu × 100%" and isi["sumber"]
    turun = lkjip.capaian(target, realisasi, "turun")
    limited = lkjip.capaian(target, realisasi, maksimum=cell(110, "maksimum"))
    assert (turun, limited) == (Fraction(175, 2), 110)
    for number in (capaian, serapan, efisiensi, turun, limited):
        assert isinstance(number, Angka) and again(number) == number


def test_plain_numbers_stay_plain() -> None:
    for number in (lkjip.capaian(8, 9), lkjip.serapan(1, 2), lkjip.efisiensi(100, 50)):
        assert type(number) is Fraction
    assert type(lkjip.bulatkan(cell(1), 2)) is Decimal
    assert type(polos(cell(1))) is Fraction and polos("x") == "x"


def test_what_is_still_to_come_stays_so() -> None:
    assert cell(1) + BELUM is BELUM and BELUM / cell(2) is BELUM
    assert per_baris(lambda a: a * 2, pd.Series([cell(1), BELUM, None], dtype=object)).tolist() == [
        2,
        BELUM,
        None,
    ]


def test_pandas_keeps_the_trace() -> None:
    frame = pd.DataFrame({"k": ["a", "b", "a"], "pagu": [cell(n, baris=n) for n in (2, 3, 4)]})
    kept = [
        frame.sort_values("pagu", ascending=False)["pagu"].iloc[0],
        frame.merge(pd.DataFrame({"k": ["b"]}), on="k")["pagu"].item(),
        frame["k"].map({"a": cell(1), "b": cell(2)}).iloc[0],
        frame.groupby("k")[["pagu"]].sum().loc["a", "pagu"],
        frame[["pagu"]].sum()["pagu"],
        (frame["pagu"] + frame["pagu"]).iloc[0],
        frame.assign(x=cell(7))["x"].iloc[0],
        frame.to_dict("records")[0]["pagu"],
        pd.concat([frame, frame])["pagu"].iloc[4],
        frame["pagu"].where(frame["k"] == "a", cell(9)).iloc[1],
        frame["pagu"].max(),
        1000 * frame["pagu"].iloc[0],
        frame["pagu"].apply(lambda x: x).iloc[0],
    ]
    assert [type(number) for number in kept] == [Angka] * len(kept)
    assert "2" in frame.to_string() and "Angka" not in repr(frame)
    assert frame["pagu"].astype(float).tolist() == [2.0, 3.0, 4.0]


def test_copies_know_where_they_come_from() -> None:
    number = cell(5) / cell(3, baris=3)
    for other in (copy.copy(number), copy.deepcopy(number), pickle.loads(pickle.dumps(number))):
        assert other == number and other.asal.kunci == number.asal.kunci


def test_a_ratio_is_no_index() -> None:
    with pytest.raises(TypeError, match="1/2 is not a whole number"):
        operator.index(cell(1) / 2)
