"""Nodes in words."""

from __future__ import annotations

from typing import Any

import pytest

from lkjip.jejak.istilah import kalimat
from lkjip.jejak.uraian import sumber_simpul, tempat, uraian


def sel(nilai: str, **isi: Any) -> dict[str, Any]:
    return {"jenis": "sel", "nilai": nilai, "berkas": "x.csv", "baris": 2, "kolom": "pagu", **isi}


def rumus(words: str, masukan: Any, **isi: Any) -> dict[str, Any]:
    known = {"jenis": "rumus", "nama": "hasil", "rumus": words, "hitung": words, "nilai": "1"}
    return {**known, "masukan": masukan, **isi}


def test_a_cell_says_where_it_stands() -> None:
    assert uraian({"a": sel("4091142672")}, "a") == {
        "sumber": "x.csv, baris 2, kolom pagu",
        "hasil": "4.091.142.672",
        "isi": "4091142672",
    }
    # The text is said once.
    assert "isi" not in uraian({"a": sel("Dinas")}, "a")


def test_a_cell_of_years_has_no_points() -> None:
    assert uraian({"a": sel("2022", kolom="tahun_awal")}, "a")["hasil"] == "2022"


def test_figures_stand_in_the_place_of_names() -> None:
    jejak = {
        "a": sel("9"),
        "b": sel("-4"),
        "c": rumus("pagu - pagu_lama", {"pagu_lama": "b", "pagu": "a"}),
    }
    said = uraian(jejak, "c")
    assert (said["rumus"], said["angka"]) == ("pagu - pagu lama", "9 - (−4)")
    assert said["masukan"] == [["pagu", "a"], ["pagu lama", "b"]]


def test_what_stands_in_quotation_marks_is_no_name() -> None:
    jejak = {"a": sel("9"), "c": rumus("pagu - “pagu bila nol”", {"pagu": "a"})}
    assert uraian(jejak, "c")["angka"] == "9 - “pagu bila nol”"


def test_no_figures_stand_within_a_sentence() -> None:
    words = "100, karena pagu sama dengan target"
    jejak: dict[str, dict[str, Any]] = {
        "a": sel("9"),
        "b": sel("9", kolom="target"),
        "c": rumus(words, {"pagu": "a", "target": "b"}, hitung="100"),
        "d": rumus("naik bila pagu > target", {"pagu": "a", "target": "b"}, jenis="kata"),
        "e": rumus("jumlah pagu > target", {"pagu": "a", "target": "b"}, jenis="kata"),
    }
    for key in "cde":
        said = uraian(jejak, key)
        assert "angka" not in said and said["rumus"] == jejak[key]["rumus"]
        # They are said beside it.
        assert said["masukan"] == [["pagu", "a"], ["target", "b"]]


def test_inputs_of_words_say_what_they_are() -> None:
    kata = {"jenis": "kata", "nilai": "x", "rumus": "menurut masukan", "nama": "kata"}
    jejak: dict[str, dict[str, Any]] = {
        "a": sel("9", kolom="laki_laki"),
        "b": {"jenis": "cacah", "nilai": "1", "rumus": "baris x.csv", "masukan": ["a"]},
        "c": {**kata, "masukan": ["a", "b"]},
        "d": {**kata, "masukan": {"masukan_0": "a", "masukan_1": "b", "jumlah_pagu": "a"}},
    }
    names = ["laki-laki", "banyaknya baris x.csv"]
    assert [name for name, _key in uraian(jejak, "c")["masukan"]] == names
    assert [name for name, _key in uraian(jejak, "d")["masukan"]] == ["jumlah pagu", *names]
    # A name that says nothing is none.
    assert "nama" not in uraian(jejak, "c")


@pytest.mark.parametrize(
    ("rumus", "kata"),
    [
        ("jumlah laki_laki", "jumlah laki-laki"),
        ("jumlah (laki_laki + perempuan)", "jumlah (laki-laki + perempuan)"),
        ("terbesar dari (x, x_2)", "terbesar dari (x, x ke-2)"),
        ("banyaknya baris data_pagu.csv", "banyaknya baris data_pagu.csv"),
        ("tanpa “a_b” di jumlah_pagu", "tanpa “a_b” di jumlah pagu"),
    ],
)
def test_names_have_no_signs_of_the_program(rumus: str, kata: str) -> None:
    assert kalimat(rumus) == kata


def test_a_formula_that_only_names_things_is_shown_as_it_was_computed() -> None:
    jejak = {
        "a": sel("9"),
        "b": sel("3"),
        "c": rumus("serapan", {"x": "a", "y": "b"}, hitung="x / y * 100"),
    }
    assert uraian(jejak, "c")["angka"] == "9 / 3 × 100"


def test_a_rounded_number_says_its_rule() -> None:
    jejak = {"a": sel("1.25"), "c": rumus("angka", {"angka": "a"}, desimal=1, cara="half-up")}
    said = uraian(jejak, "c")
    assert said["rumus"] == "angka dibulatkan satu desimal, setengah ke atas"
    assert "nama" not in said


def test_only_the_first_terms_of_a_long_sum_are_written_out() -> None:
    jejak: dict[str, dict[str, Any]] = {str(n): sel(str(n)) for n in range(1, 14)}
    jejak["c"] = rumus("jumlah", list(jejak))
    assert uraian(jejak, "c")["angka"] == "1 + 2 + 3 + 4 + … (13 angka)"
    jejak["c"] = rumus("jumlah", [str(n) for n in range(1, 13)])
    assert "…" not in uraian(jejak, "c")["angka"]
    assert uraian(jejak, "c")["masukan"] == [str(n) for n in range(1, 13)]


def test_a_count_and_a_row_number() -> None:
    jejak = {
        "a": sel("x"),
        "b": {"jenis": "cacah", "nilai": "1", "rumus": "baris x.csv", "masukan": ["a"]},
        "c": {"jenis": "urut", "nilai": "3"},
    }
    assert uraian(jejak, "b")["rumus"] == "banyaknya baris x.csv"
    assert uraian(jejak, "c") == {"sumber": "nomor urut baris", "hasil": "3", "urut": True}


def test_words_that_depend_on_values_are_marked_and_lists_are_not() -> None:
    kata = {"jenis": "kata", "nilai": "naik", "rumus": "[a]", "masukan": ["a"], "nama": "arah"}
    jejak = {"a": sel("x"), "b": kata, "c": {**kata, "nama": "daftar"}}
    assert uraian(jejak, "b")["kata"] is True
    assert "kata" not in uraian(jejak, "c")


@pytest.mark.parametrize(
    ("baris", "kata"),
    [([], "x.csv"), ([3], "x.csv, baris 3"), ([4, 2, 3, 3, 9], "x.csv, baris 2–4, 9")],
)
def test_rows_are_gathered(baris: list[int], kata: str) -> None:
    assert tempat("x.csv", baris) == kata


def test_a_setting_has_a_key_and_no_row() -> None:
    node = {"jenis": "sel", "nilai": "x", "berkas": "instansi.yml", "baris": None, "kunci": "misi"}
    assert sumber_simpul(node) == "instansi.yml, kunci misi"
