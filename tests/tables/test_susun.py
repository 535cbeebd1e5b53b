"""From rows to printed cells."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pandas as pd
import pytest

from lkjip.tables import (
    Kolom,
    Tabel,
    bilangan,
    nomor,
    persentase,
    susun,
    teks,
    uang,
    ukuran,
)
from lkjip.tables.lebar import lebar_kolom


def pembulatan(tabel: str, kolom: str) -> tuple[int, str]:
    return (1, "truncate") if (tabel, kolom) == ("uji", "serapan") else (2, "half-up")


def cells(tabel: Tabel) -> list[tuple[str | None, ...]]:
    return [baris.sel for baris in tabel.baris]


def make(isi: dict[str, list[Any]], kolom: list[Kolom], **pilihan: Any) -> Tabel:
    return susun("uji", pd.DataFrame(isi, dtype=object), kolom, pembulatan, **pilihan)


def test_values_are_printed_by_the_kind_of_their_column() -> None:
    tabel = make(
        {
            "nama": ["a", None],
            "satuan": ["persen", "kasus"],
            "target": [Decimal("71.03"), 3],
            "pagu": [1234567, None],
            "serapan": [Fraction(200, 3), 100],
            "orang": [0, 12],
        },
        [
            nomor("No", akhiran="."),
            teks("nama", "Nama"),
            ukuran("target", "Target"),
            uang("pagu", "Pagu", awalan="Rp "),
            persentase("serapan", "Serapan"),
            bilangan("orang", "Orang", nol="-"),
        ],
    )
    assert cells(tabel) == [
        ("1.", "a", "71,03%", "Rp 1.234.567", "66,6%", "-"),
        ("2.", "–", "3 Kasus", "–", "100%", "12"),
    ]


@pytest.mark.parametrize(
    ("satuan", "nilai", "printed"),
    [
        ("persen", Decimal("70.00"), "70%"),
        ("predikat", "BB", "BB"),
        ("indeks", Decimal("70.10"), "70,10"),
        ("orang", 1200, "1.200 Orang"),
        ("persen", float("nan"), "–"),
    ],
)
def test_measures_print_with_their_unit(satuan: str, nilai: Any, printed: str) -> None:
    tabel = make({"satuan": [satuan], "target": [nilai]}, [ukuran("target", "Target")])
    assert cells(tabel) == [(printed,)]


def test_a_column_may_be_rounded_as_that_of_another_table() -> None:
    def pembulatan(tabel: str, kolom: str) -> tuple[int, str]:
        return {("lain", "serapan"): (1, "truncate")}.get((tabel, kolom), (2, "half-up"))

    isi = pd.DataFrame({"serapan": [Fraction(200, 3)]}, dtype=object)
    columns = [persentase("serapan", "Serapan"), persentase("serapan", "Lagi", seperti="lain")]
    assert cells(susun("ini", isi, columns[:1], pembulatan)) == [("66,67%",)]
    assert cells(susun("ini", isi, columns[1:], pembulatan)) == [("66,6%",)]


def test_a_measure_may_print_without_its_unit() -> None:
    isi = {"satuan": ["kasus"], "target": [3]}
    assert cells(make(isi, [ukuran("target", "Target", bersatuan=False)])) == [("3",)]


def test_groups_and_sub_heads_stand_where_they_change() -> None:
    tabel = make(
        {"g": ["A", "A", "B"], "s": ["x", "x", None], "nama": ["1", "2", "3"]},
        [teks("nama", "Nama"), teks("s", "S")],
        grup="g",
        subjudul="s",
    )
    assert [(baris.jenis, baris.sel[0]) for baris in tabel.baris] == [
        ("grup", "A"),
        ("subjudul", "x"),
        ("isi", "1"),
        ("isi", "2"),
        ("grup", "B"),
        ("isi", "3"),
    ]


def test_the_label_of_a_total_spans_up_to_its_first_value() -> None:
    kolom = [nomor("No"), teks("nama", "Nama"), uang("pagu", "Pagu"), teks("ket", "Ket")]
    tabel = make({"nama": ["a"], "pagu": [1], "ket": ["x"]}, kolom, jumlah=("JUMLAH", {"pagu": 1}))
    assert tabel.baris[-1].sel == ("JUMLAH", None, "1", "")


def test_a_total_that_is_not_known_says_so() -> None:
    tabel = make(
        {"nama": ["a"], "lalu": [None]},
        [teks("nama", "Nama"), bilangan("lalu", "Lalu")],
        jumlah=("Jumlah", {"lalu": pd.NA}),
    )
    assert tabel.baris[-1].sel == ("Jumlah", "–")


@pytest.mark.parametrize("nilai", [{"nama": 1}, {"tidak-ada": 1}, {}])
def test_a_total_needs_values_of_columns_behind_its_label(nilai: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="total row"):
        make({"nama": ["a"]}, [teks("nama", "Nama")], jumlah=("Jumlah", nilai))


def test_columns_are_numbered_or_named_by_formula() -> None:
    tabel = make(
        {"target": [], "realisasi": [], "capaian": []},
        [ukuran("target", "T"), ukuran("realisasi", "R"), persentase("capaian", "C")],
        bernomor="({})",
        rumus={"capaian": "({capaian})=({realisasi}/{target})"},
    )
    assert [kolom.nomor for kolom in tabel.kolom] == ["(1)", "(2)", "(3)=(2/1)"]


def test_equal_neighbours_merge_inside_the_merged_cells_to_their_left() -> None:
    tabel = make(
        {"a": ["x", "x", "y", "y"], "b": ["1", "1", "1", "1"], "c": ["p", "p", "p", "p"]},
        [teks("a", "A", gabung=True), teks("c", "C"), teks("b", "B", gabung=True)],
    )
    assert tabel.gabungan() == ((2, 1, 2), (0, 1, 0), (2, 1, 2), (0, 1, 0))


def test_nothing_merges_across_a_heading() -> None:
    tabel = make(
        {"g": ["A", "B"], "a": ["x", "x"], "b": ["1", "1"]},
        [teks("a", "A", gabung=True), teks("b", "B")],
        grup="g",
    )
    assert {n for row in tabel.gabungan() for n in row} == {1}


@pytest.mark.parametrize(
    ("kolom", "pilihan"),
    [
        ([], {}),
        ([teks("a", "A"), teks("a", "B")], {}),
        ([teks("a")], {}),
        ([teks("a", "A")], {"grup": "g"}),
    ],
)
def test_parts_that_do_not_fit_are_refused(kolom: list[Kolom], pilihan: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="table uji"):
        make({"a": ["1", "2", "3"], "g": ["A", "B", "A"]}, kolom, **pilihan)


def test_widths_add_up_and_numbers_get_the_room_they_need() -> None:
    panjang = "Persentase kasus perselisihan hubungan industrial yang diselesaikan tepat waktu"
    tabel = make(
        {"nama": [panjang], **{k: [9_999_999_999] for k in "abcdef"}},
        [nomor("No"), teks("nama", "Nama"), *(uang(k, k.upper()) for k in "abcdef")],
    )
    lebar = lebar_kolom(tabel)
    assert sum(lebar) == 100
    # Thirteen characters of a number on a line of at most about 120.
    assert min(lebar[2:]) >= 11
    assert lebar[1] > lebar[0]
