"""Numbers, tables and sentences compared."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip.diff import tables, text
from lkjip.diff.compare import compare
from lkjip.diff.numbers import difference, difference_of_cells, told_apart
from lkjip.diff.published import Published
from lkjip.diff.sources import data
from lkjip.diff.words import moved, place
from lkjip.numbers import rupiah


@pytest.mark.parametrize(
    ("old", "new", "delta"),
    [
        ("72,79%", "73,79%", "+1,00 poin persen"),
        ("100%", "95,30%", "−4,70 poin persen"),
        ("Rp8.251.284.892", "Rp251.284.892", "−Rp8.000.000.000"),
        ("-1.000", "31", "+1.031"),
        ("−1.000", "31", "+1.031"),
        ("BB", "A", None),
        ("5%", "5", None),
        ("Rp5", "5", None),
        (None, "5", None),
    ],
)
def test_by_how_much_a_number_moved(old: str | None, new: str, delta: str | None) -> None:
    assert difference(old, new) == delta


@given(st.integers(-(10**13), 10**13), st.integers(-(10**13), 10**13))
def test_rupiah_are_exact(old: int, new: int) -> None:
    delta = difference(rupiah(old), rupiah(new))
    assert delta is not None
    assert Decimal(re.sub(r"[Rp.]", "", delta).replace("−", "-")) == new - old


@pytest.mark.parametrize(
    ("old", "new", "delta"),
    [
        ("1.250", "1.5", "+0,250"),
        ("4100000000", "4000000000", "−100.000.000"),
        ("BB", "1", None),
        ("", "1", None),
        ("72,79", "73,79", None),
    ],
)
def test_cells_of_the_data_have_a_decimal_point(old: str, new: str, delta: str | None) -> None:
    assert difference_of_cells(old, new) == delta


@pytest.mark.parametrize(
    ("old", "new", "jenis", "told"),
    [
        ("14171/16061", "14100/16061", "angka", ("0,882", "0,878")),
        ("1417100/16061", "1417101/16061", "persen", ("88,23236%", "88,23243%")),
        ("2", "2.0", "angka", ("2", "2.0")),
        ("satu", "dua", "teks", ("satu", "dua")),
    ],
)
def test_exact_numbers_are_told_as_they_are_printed(
    old: str, new: str, jenis: str, told: tuple[str, str]
) -> None:
    assert told_apart(old, new, jenis) == told


def test_a_number_that_moved_before_it_was_rounded() -> None:
    def report(exact: str) -> Published:
        value = {"jenis": "persen", "nilai": exact, "bentuk": {"utama": "88,23%"}}
        return Published(values={"x": value})

    (change,) = compare(report("1417100/16061"), report("1417110/16061"))
    assert place(change) == "x (exact, before it is rounded)"
    assert "/" not in moved(change) and moved(change).count("88,23") == 2


def test_data_of_other_kinds_of_files() -> None:
    old = {"data/2022/instansi.yml": b"a: 1\nb: 2\n", "data/2022/x.bin": b"\xff", "sumber/x": b""}
    new = {"data/2022/instansi.yml": b"a: 1\nb: 3\n", "data/2022/x.bin": b"\xfe"}
    line, other = data(old, new)
    assert (line.id, line.old, line.new, line.row) == (
        "data/2022/instansi.yml",
        "b: 2",
        "b: 3",
        None,
    )
    assert moved(other) == "other bytes → other bytes"


def test_a_file_that_excel_saved_anew_is_the_same() -> None:
    old = {"data/2022/anggaran.csv": b"program,tahap,pagu\nP1,murni,5\nP1,perubahan,6\n"}
    new = {"data/2022/anggaran.csv": "\ufeffprogram;tahap;pagu\r\nP1;murni;5\r\nP1;perubahan;7\r\n"}
    (change,) = data(old, {name: text.encode() for name, text in new.items()})
    assert place(change) == "row 3 (P1, perubahan), column pagu"
    assert moved(change) == "6 → 7 (+1)"


HEAD = ["No", "Program", "Pagu", "Pagu"]
ROWS = [["1", "Satu", "10", "11"], ["2", "Dua", "20", "21"], ["3", "Tiga", "30", "31"]]


def test_cells_are_named_by_row_and_column() -> None:
    new = [HEAD, ROWS[0], ["2", "Dua", "25", "21"], ROWS[2]]
    (change,) = tables.compare("x", [HEAD, *ROWS], new)
    assert (change.row, change.label, change.column) == (2, "Dua", "Pagu")
    assert (change.old, change.new, change.delta) == ("20", "25", "+5")


def test_a_row_that_came_does_not_shift_the_others() -> None:
    came = ["2", "Baru", "5", ""]
    changes = list(tables.compare("x", [HEAD, *ROWS], [HEAD, ROWS[0], came, *ROWS[1:]]))
    assert {change.label for change in changes} == {"Baru"}
    assert [change.new for change in changes] == ["2", "Baru", "5"]
    assert all(change.old is None for change in changes)


def test_a_column_that_went_and_one_with_another_name() -> None:
    new = [["No", "Program", "Pagu"], *(row[:3] for row in ROWS)]
    changes = list(tables.compare("x", [HEAD, *ROWS], new))
    assert [(each.column, each.old, each.new) for each in changes] == [
        ("Pagu", row[3], None) for row in ROWS
    ]


@given(st.lists(st.lists(st.text(max_size=3), min_size=4, max_size=4), max_size=6))
def test_a_table_is_equal_to_itself_and_all_of_it_comes_from_nothing(rows: list[list[str]]) -> None:
    table = [HEAD, *rows]
    assert list(tables.compare("x", table, [list(row) for row in table])) == []
    filled = sum(bool(cell) for row in rows for cell in row)
    assert len(list(tables.compare("x", [], table))) == filled


def test_sentences_are_compared_word_by_word(tmp_path: Path) -> None:
    page = "<html><body><nav>Isi 1</nav><h1>Bab</h1><p>TPAK {}. Angka   itu {}.</p></body></html>"
    paths = []
    for name, words in (("a", ("naik", "besar")), ("b", ("turun", "besar"))):
        paths.append(tmp_path / f"{name}.html")
        paths[-1].write_text(page.format(*words), "utf-8")
    old, new = map(text.of_html, paths)
    assert old == ["Bab", "TPAK naik.", "Angka itu besar."]
    (sentence,) = text.compare(old, new)
    assert sentence.words == (("=", "TPAK"), ("-", "naik."), ("+", "turun."))


@given(st.lists(st.sampled_from("abcde"), max_size=12), st.lists(st.sampled_from("abcde")))
def test_old_and_new_can_be_read_from_the_words(old: list[str], new: list[str]) -> None:
    for sentence in text.compare([" ".join(old)], [" ".join(new)]):
        for sign, whole in (("-", sentence.old), ("+", sentence.new)):
            kept = [words for each, words in sentence.words if each in ("=", sign)]
            assert " ".join(kept) == whole
