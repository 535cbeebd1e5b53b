"""A value that is still to come: open in every computation, and never taken for another."""

from __future__ import annotations

import copy
import operator
import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pandas as pd
import pytest

from lkjip.belum import BELUM, ada_belum, bila_lengkap, isian
from lkjip.kata import banding
from lkjip.ukuran import hilang, tanpa_nilai, ukuran


@pytest.mark.parametrize("other", [0, -3, Decimal("1.5"), Fraction(2, 3), float("nan"), BELUM])
@pytest.mark.parametrize("what", [operator.add, operator.sub, operator.mul, operator.truediv])
def test_it_stays_open_in_arithmetic(what: Any, other: Any) -> None:
    assert what(BELUM, other) is BELUM
    assert what(other, BELUM) is BELUM
    assert abs(BELUM) is -BELUM is BELUM


@pytest.mark.parametrize("what", [operator.lt, operator.gt, operator.le, operator.ge])
def test_it_gives_no_answer_that_nobody_knows(what: Any) -> None:
    with pytest.raises(TypeError):
        what(BELUM, 1)
    with pytest.raises(TypeError):
        bool(BELUM)
    with pytest.raises(TypeError):
        int(BELUM)  # type: ignore[call-overload]


def test_there_is_one() -> None:
    assert copy.deepcopy(BELUM) is BELUM
    assert pickle.loads(pickle.dumps(BELUM)) is BELUM


def test_no_sum_of_pandas_passes_it_over() -> None:
    column = pd.Series([1, BELUM, 3], dtype=object)
    frame = pd.DataFrame({"a": column, "b": [1, 2, 3], "group": ["x", "y", "y"]})
    assert column.sum() is BELUM
    assert frame[["a", "b"]].sum().tolist() == [BELUM, 6]
    assert frame[["a", "b"]].sum(axis="columns").tolist() == [2, BELUM, 6]
    assert frame.groupby("group")["a"].sum().tolist() == [1, BELUM]
    assert (frame["b"] - frame["a"]).tolist() == [0, BELUM, 0]
    assert not column.isna().any()


def test_what_depends_on_all_of_them() -> None:
    assert ada_belum([1, BELUM]) and not ada_belum([1, None])
    assert bila_lengkap([1, BELUM], 7) is BELUM
    assert bila_lengkap([1, None], 7) == 7
    assert isian(None) is BELUM and isian(0) == 0


def test_it_prints_as_a_missing_value_of_its_own() -> None:
    assert hilang(BELUM) and hilang(None) and not hilang(0)
    assert (tanpa_nilai(BELUM), tanpa_nilai(None)) == ("belum diisi", "–")
    assert (ukuran(BELUM, "persen"), ukuran(None, "persen")) == ("belum diisi", "–")
    assert f"Tahun {BELUM}" == "Tahun belum diisi"


def test_words_that_compare_are_still_to_come_too() -> None:
    assert banding(BELUM, 1, "naik", "turun", "tetap") is BELUM
    assert banding("BB", BELUM, "naik", "turun", "tetap") is BELUM
