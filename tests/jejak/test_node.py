"""Nodes: their keys and how they are collected. Texts: what keeps the trace, and what ends it."""

from __future__ import annotations

import copy
import hashlib
import json
import pickle
from datetime import date
from typing import Any

import pandas as pd

from lkjip.belum import BELUM, bila_lengkap
from lkjip.jejak.daftar import Daftar, asal_daftar
from lkjip.jejak.node import Node, kumpulkan
from lkjip.jejak.rumus import asal
from lkjip.jejak.susunan import banyak, jumlah, urut
from lkjip.jejak.teks import Tanggal, Teks
from lkjip.kata import banding, rangkai, romawi
from lkjip.numbers import tanggal


def cell(text: str, baris: int = 2, kolom: str = "nama") -> Teks:
    return Teks(text, Node("sel", text, berkas="x.csv", baris=baris, kolom=kolom))


def known(value: Any) -> dict[str, Any]:
    node = asal(value)
    assert node is not None
    return node.isi


def test_a_key_is_the_hash_of_the_content() -> None:
    isi = {"jenis": "sel", "berkas": "x.csv", "baris": 2, "kolom": "nama", "nilai": "é"}
    text = json.dumps(isi, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    key = hashlib.sha256(text.encode()).hexdigest()[:12]
    assert cell("é").asal.kunci == key == cell("é").asal.kunci
    assert cell("é", 3).asal.kunci != key


def test_collected_once_with_everything_below() -> None:
    a, b = cell("a"), cell("b", 3)
    both = rangkai([a, b])
    nodes = kumpulkan([known_node(both), known_node(both), a.asal])
    assert list(nodes) == sorted(nodes) and len(nodes) == 3
    assert nodes[known_node(both).kunci]["masukan"] == [a.asal.kunci, b.asal.kunci]


def known_node(value: Any) -> Node:
    node = asal(value)
    assert node is not None
    return node


def test_a_text_is_a_str_in_everything() -> None:
    text = cell("Dinas Tenaga Kerja")
    assert text == "Dinas Tenaga Kerja" and {text: 1}["Dinas Tenaga Kerja"] == 1
    assert isinstance(text, str) and json.dumps(text) == '"Dinas Tenaga Kerja"'
    assert type(str(text)) is str and f"{text}" == text
    for other in (copy.copy(text), copy.deepcopy(text), pickle.loads(pickle.dumps(text))):
        assert other == text and other.asal.kunci == text.asal.kunci


def test_joined_texts_know_their_parts() -> None:
    nama, daerah = cell("Dinas"), cell("Blitar", 3, "daerah")
    isi = known(nama + " " + daerah)
    assert (isi["nilai"], isi["rumus"]) == ("Dinas Blitar", "[nama] [daerah]")
    assert isi["masukan"] == [nama.asal.kunci, daerah.asal.kunci]
    assert known("Kepala " + nama)["rumus"] == "Kepala [nama]"


def test_changed_texts_know_the_text_they_were() -> None:
    text = cell("Kepala Dinas Blitar")
    for other in (text.removesuffix(" Blitar"), text.replace("Dinas", "UPT"), text.upper()):
        assert other != text and known(other)["masukan"] == {"nama": text.asal.kunci}
    assert text.removesuffix("x") is text and text.replace("x", "y") is text
    assert asal(text.lower()) is None


def test_a_column_of_objects_keeps_them() -> None:
    frame = pd.DataFrame({"nama": pd.Series([cell("a"), cell("b", 3)], dtype=object)})
    merged = frame.merge(pd.DataFrame({"nama": pd.Series(["b"], dtype=object)}), on="nama")
    assert [asal(value) is not None for value in merged["nama"]] == [True]
    assert all(asal(value) for value in frame.sort_values("nama")["nama"].unique())


def test_dates() -> None:
    cell = Node("sel", "2024-08-17", berkas="x.csv", baris=2, kolom="tanggal")
    day = Tanggal.dari(date(2024, 8, 17), cell)
    assert day == date(2024, 8, 17) and pickle.loads(pickle.dumps(day)).asal.kunci == cell.kunci
    assert known(tanggal(day)) | {"masukan": 0} == {
        "jenis": "kata",
        "nama": "tanggal",
        "nilai": "17 Agustus 2024",
        "rumus": "tanggal dalam bahasa Indonesia",
        "masukan": 0,
    }
    assert asal(day.replace(year=2025)) is None and asal(tanggal(date(2024, 8, 17))) is None


def test_words_that_depend_on_values() -> None:
    a, b = cell("BB", 2, "realisasi"), cell("A", 3, "target")
    isi = known(banding(a, b, "di atas", "di bawah", "sama"))
    assert isi["nilai"] == "di bawah"
    assert isi["rumus"] == (
        "di atas bila realisasi > target, di bawah bila realisasi < target, sama bila sama"
    )
    assert isi["masukan"] == {"realisasi": a.asal.kunci, "target": b.asal.kunci}
    assert type(banding(2, 1, "x", "y", "z")) is str and type(rangkai(["a", "b"])) is str
    assert type(romawi(4)) is str and known(romawi(urut(4)))["nilai"] == "IV"


def test_counts_name_the_rows() -> None:
    rows = [cell("a", 2), cell("b", 5)]
    isi = known(banyak(rows, "yang tercapai", [cell("ya", 9)]))
    assert (isi["jenis"], isi["berkas"], isi["baris"]) == ("cacah", "x.csv", [2, 5])
    assert (isi["nilai"], isi["rumus"]) == ("2", "yang tercapai")
    assert banyak(rows, "yang tercapai", [BELUM]) is BELUM
    # No guess: a row that does not know where it stands leaves the count without a trace.
    assert asal(banyak([*rows, "c"], "x")) is None
    assert banyak([], "x") == 0 and jumlah([]) == 0
    assert known(jumlah([]))["masukan"] == []


def test_lists_know_their_items_and_what_decided() -> None:
    a, b, status = cell("a"), cell("b", 3), cell("ya", 4, "status")
    assert asal_daftar([a, {"teks": b, "butir": [a]}]) is not None
    assert asal_daftar([a, "b"]) is None
    chosen = bila_lengkap([status], [a])
    assert isinstance(chosen, Daftar) and chosen == [a]
    node = asal_daftar(chosen)
    assert node is not None and node.isi["masukan"] == {
        "butir_1": a.asal.kunci,
        "syarat_1": status.asal.kunci,
    }
    assert bila_lengkap([status, BELUM], [a]) is BELUM
    assert known(bila_lengkap([status], "tercapai", "bila ya"))["rumus"] == "bila ya"
