"""Spans, classes and escaping of the HTML, made from what great-tables writes."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd
import pytest
from lxml import html

from lkjip.jejak.angka import Angka
from lkjip.jejak.node import Node
from lkjip.jejak.susunan import urut
from lkjip.tables import (
    Kolom,
    Tabel,
    bilangan,
    nomor,
    susun,
    teks,
    to_csv,
    to_gt,
    to_html,
    uang,
)

NASTY = [
    "<script>alert(1)</script>",
    "*tebal* _miring_ [tautan](x)",
    "{{< include /etc/passwd >}}",
    "#set page(width: 1cm)",
    "&amp; \"kutip\" 'x' $x$",
    "{{m^2}}",
]


def make(isi: dict[str, list[Any]], kolom: list[Kolom], **pilihan: Any) -> Tabel:
    frame = pd.DataFrame(isi, dtype=object)
    return susun("uji", frame, kolom, lambda _tabel, _kolom: (2, "half-up"), **pilihan)


def test_the_bare_table_holds_meaning_only() -> None:
    tabel = make(
        {"nama": ["a", "b"], "pagu": [1000, None], "ket": ["x", "x"]},
        [
            nomor("No"),
            teks("nama", "Nama"),
            uang("pagu", "Anggaran", "Pagu (Rp)"),
            teks("ket", "Anggaran", "Ket", gabung=True),
        ],
        bernomor=True,
        jumlah=("JUMLAH", {"pagu": 1000}),
        sumber="Sumber : x",
    )
    assert (
        re.sub(' data-asal="[0-9a-f]{12}"', "", to_html(tabel).bersih)
        == """\
<table class="lkjip-tabel" data-id="uji">
<colgroup>
<col style="width: 19%">
<col style="width: 27%">
<col style="width: 31%">
<col style="width: 23%">
</colgroup>
<thead>
<tr>
<th rowspan="2" style="text-align: center" scope="col">No</th>
<th rowspan="2" style="text-align: center" scope="col">Nama</th>
<th colspan="2" style="text-align: center" scope="colgroup">Anggaran</th>
</tr>
<tr>
<th style="text-align: center" scope="col">Pagu (Rp)</th>
<th style="text-align: center" scope="col">Ket</th>
</tr>
<tr class="nomor-kolom">
<td style="text-align: center">1</td>
<td style="text-align: center">2</td>
<td style="text-align: center">3</td>
<td style="text-align: center">4</td>
</tr>
</thead>
<tbody>
<tr class="isi">
<td class="tengah" style="text-align: center">1</td>
<th style="text-align: left" scope="row">a</th>
<td class="angka" style="text-align: right">1.000</td>
<td rowspan="2" style="text-align: left">x</td>
</tr>
<tr class="isi">
<td class="tengah" style="text-align: center">2</td>
<th style="text-align: left" scope="row">b</th>
<td class="angka kosong" style="text-align: right">–</td>
</tr>
<tr class="jumlah">
<th colspan="2" style="text-align: center" scope="row">JUMLAH</th>
<td class="angka" style="text-align: right">1.000</td>
<td style="text-align: left"></td>
</tr>
</tbody>
<tfoot>
<tr>
<td class="sumber" colspan="4" style="text-align: left">Sumber : x</td>
</tr>
</tfoot>
</table>
"""
    )


def test_a_cell_carries_the_key_of_its_node() -> None:
    cell = Node("sel", "1000", berkas="anggaran.csv", baris=2, kolom="pagu")
    isi = {"nama": ["a", "a"], "pagu": [Angka.dari(1000, cell), 1]}
    tabel = make(isi, [nomor("No"), teks("nama", "Nama", gabung=True), uang("pagu", "Pagu")])
    body = html.fromstring(to_html(tabel).bersih).findall("./tbody/tr")
    keys = [[cell.get("data-asal") for cell in row] for row in body]
    assert keys == [[urut(1).asal.kunci, None, cell.kunci], [urut(2).asal.kunci, None]]
    assert tabel.cetak == (None, None, {"desimal": None, "cara": None, "satuan": "rupiah"})


def heads(tabel: Tabel) -> list[list[tuple[str, int, int]]]:
    """Text, rows and columns of each head cell."""
    tree = html.fromstring(to_html(tabel).bersih)
    return [
        [(th.text, int(th.get("rowspan", 1)), int(th.get("colspan", 1))) for th in row]
        for row in tree.iterfind("thead/tr")
    ]


@pytest.mark.parametrize("bernomor", [False, True])
def test_head_cells_reach_over_empty_tiers(bernomor: bool) -> None:
    luar = ("Penyelesaian", "Di luar")
    tabel = make(
        {},
        [
            teks("a", "No"),
            teks("b", *luar, "Bipartit"),
            teks("c", *luar, "Jumlah"),
            teks("d", "Penyelesaian", "Di pengadilan"),
            teks("e", "Jumlah"),
        ],
        bernomor=bernomor,
    )
    assert heads(tabel)[:3] == [
        [("No", 3, 1), ("Penyelesaian", 1, 3), ("Jumlah", 3, 1)],
        [("Di luar", 1, 2), ("Di pengadilan", 2, 1)],
        [("Bipartit", 1, 1), ("Jumlah", 1, 1)],
    ]
    assert len(heads(tabel)) == 3 + bernomor


def test_equal_heads_of_different_columns_stay_apart() -> None:
    kolom = [teks("a", "X"), teks("b", "X"), teks("c", "Y", "X"), teks("d", "Z", "X")]
    assert heads(make({}, kolom)) == [
        [("X", 2, 1), ("X", 2, 1), ("Y", 1, 1), ("Z", 1, 1)],
        [("X", 1, 1), ("X", 1, 1)],
    ]


def test_a_banner_spans_all_columns() -> None:
    kolom = [teks("a", "Payung", "A"), teks("b", "Payung", "B")]
    assert heads(make({}, kolom)) == [[("Payung", 1, 2)], [("A", 1, 1), ("B", 1, 1)]]


def test_headings_span_the_whole_table() -> None:
    tabel = make(
        {"g": ["1. A"], "s": ["Sasaran : x"], "a": ["1"], "b": ["2"]},
        [teks("a", "A"), bilangan("b", "B")],
        grup="g",
        subjudul="s",
    )
    body = html.fromstring(to_html(tabel).bersih).findall("tbody/tr")
    assert [(row.get("class"), row[0].text, row[0].get("colspan")) for row in body] == [
        ("grup", "1. A", "2"),
        ("subjudul", "Sasaran : x", "2"),
        ("isi", "1", None),
    ]


@pytest.mark.parametrize("nasty", NASTY)
def test_texts_stay_texts_wherever_they_stand(nasty: str) -> None:
    tabel = make(
        {"g": [nasty], "s": [nasty], "a": [nasty], "b": [1]},
        [teks("a", nasty, nasty), bilangan("b", nasty, "B")],
        grup="g",
        subjudul="s",
        jumlah=(nasty, {"b": 1}),
        sumber=nasty,
    )
    result = to_html(tabel)
    for text in (result.bersih, result.tampilan):
        tree = html.fromstring(text)
        shown = [
            " ".join(cell.text_content().split())
            for cell in tree.iter("td", "th")
            if cell.text_content().strip() not in ("1", "B")
        ]
        assert shown == [nasty] * 7
        assert tree.find(".//script") is None
    assert nasty in to_csv(tabel).replace('""', '"')


def test_the_view_in_jupyter_has_the_same_spans() -> None:
    tabel = make(
        {"a": ["x", "x"], "b": ["1", "2"]},
        [teks("a", "A", gabung=True), teks("b", "B", "C")],
        jumlah=("Jumlah", {"b": "3"}),
    )
    result = to_html(tabel)

    def spans(text: str) -> list[tuple[str, str, str]]:
        cells = html.fromstring(text).iter("td", "th")
        return [
            (c.text_content().strip(), c.get("rowspan", "1"), c.get("colspan", "1")) for c in cells
        ]

    assert spans(result.tampilan) == spans(result.bersih)
    assert "<style>" in result.tampilan and "<style" not in result.bersih


def test_a_table_is_a_great_tables_object_and_the_same_each_time() -> None:
    tabel = make({"a": ["x"]}, [teks("a", "A")])
    assert to_gt(tabel).as_raw_html() == to_gt(tabel).as_raw_html()
    assert to_html(tabel) == to_html(tabel)


def test_a_table_without_rows_has_its_head() -> None:
    assert heads(make({"a": []}, [teks("a", "A")])) == [[("A", 1, 1)]]


def test_csv_joins_head_tiers_and_repeats_merged_values() -> None:
    tabel = make(
        {"a": ["x", "x"], "b": [1, 2]},
        [teks("a", "A", gabung=True), bilangan("b", "B", "C")],
        jumlah=("Jumlah", {"b": 3}),
    )
    assert to_csv(tabel) == "A,B / C\nx,1\nx,2\nJumlah,3\n"
