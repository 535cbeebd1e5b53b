"""The real report: every number has a trace, and the trace computes what is printed."""

from __future__ import annotations

import ast
import json
import random
import re
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from lkjip.jejak.uraian import uraian

from ..conftest import ROOT, Report
from .hitung_ulang import Reckoner, printed, rounded, sources

pytestmark = pytest.mark.build

DATA = ROOT / "data" / "2022"
NUMBERS = ("angka", "persen", "poin", "rupiah")
BELUM = "belum diisi"

Node = dict[str, Any]
Printed = tuple[str, str, str, dict[str, Any]]
"""Where, text, key of the node, how it was printed."""


@pytest.fixture(scope="module")
def index(computed: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((computed / "nilai.json").read_text(encoding="utf-8"))
    return content


def used_in_text() -> set[str]:
    """Ids of the values that the narrative prints."""
    files = [ROOT / "report.qmd", *(ROOT / "narasi").rglob("*md")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    return set(re.findall(r"\{\{<\s*nilai\s+([^\s>]+)", text))


def cells(report: Report, computed: Path) -> Iterator[tuple[str, str, str | None, Node | None]]:
    """Table, text, key and the page's node of each body cell of the tables in the HTML."""
    tree = html.fromstring(report.file("html").read_bytes())
    nodes = json.loads(tree.get_element_by_id("jejak").text_content())["simpul"]
    for table in tree.xpath("//table[@data-id]"):
        made = html.parse(computed / "tabel" / f"{table.get('data-id')}.html")
        cells = "//tbody//*[self::td or self::th]"
        both = zip(table.xpath(f".{cells}"), made.xpath(cells), strict=True)
        for cell, source in both:
            number = cell.get("data-asal")
            node = nodes[int(number)] if number else None
            yield table.get("data-id"), cell.text_content().strip(), source.get("data-asal"), node


def test_every_number_has_a_trace(report: Report, computed: Path, index: dict[str, Any]) -> None:
    jejak = index["jejak"]
    numbers = [cell for cell in cells(report, computed) if re.search(r"\d", cell[1])]
    known = [cell for cell in numbers if cell[2] in jejak and cell[3] is not None]
    used = used_in_text()
    # Without content: the data has no value, and none is printed or a dash is.
    values = {id for id in used if index["nilai"][id]["nilai"]}
    traced = {id for id in values if index["nilai"][id].get("asal") in jejak}
    print(
        f"\n{len(known)} of {len(numbers)} numbers in {len(index['tabel'])} tables have a trace, "
        f"{len(traced)} of {len(values)} values used in the text "
        f"({len(used) - len(values)} more are empty in the data)"
    )
    assert len(numbers) > 150 and len(values) > 100
    assert [cell for cell in numbers if cell not in known] == []
    assert values - traced == set()
    for table, text, key, node in known:
        assert sources(jejak, key or "")
        # The page says what the notebooks know; its inputs have numbers of its own, and of a long
        # text only the beginning is there.
        said, expected = dict(node or {}), uraian(jejak, key or "")
        assert expected["hasil"].startswith(said["hasil"].removesuffix("…")), (table, text)
        # What the page alone says: whose data it is.
        said.pop("dari", None)
        said |= {"masukan": None, "hasil": None}
        assert said == {**expected, "masukan": None, "hasil": None}, (table, text)


def test_every_value_of_the_notebooks_leads_to_cells(index: dict[str, Any]) -> None:
    for id, value in index["nilai"].items():
        # A list may have no items and yet know why.
        assert ("asal" in value) == bool(value["nilai"] or value["jenis"] == "daftar"), id
        if value["nilai"]:
            assert sources(index["jejak"], value["asal"]) <= {"sel", "cacah"}, id
            assert ("cetak" in value) == (value["jenis"] in NUMBERS), id


def test_every_entry_names_its_cell(index: dict[str, Any]) -> None:
    for part in ("nilai", "tabel", "gambar"):
        for id, entry in index[part].items():
            notebook = json.loads((ROOT / entry["notebook"]).read_text(encoding="utf-8"))
            assert entry["sel"] in {cell["id"] for cell in notebook["cells"]}, id
    for id, entry in index["gambar"].items():
        assert len(entry["asal"]) >= 5 and set(entry["asal"]) <= index["jejak"].keys(), id


def test_the_matrix_is_that_of_the_printed_table(computed: Path, index: dict[str, Any]) -> None:
    for id, entry in index["tabel"].items():
        table = html.fromstring((computed / "tabel" / f"{id}.html").read_text(encoding="utf-8"))
        rows = table.findall(".//tbody/tr")
        assert len(rows) == len(entry["asal"])
        for row, keys in zip(rows, entry["asal"], strict=True):
            assert len(keys) == len(entry["cetak"])
            # In one order; what a merged or spanning cell covers has no cell of its own.
            there = [cell.get("data-asal") for cell in row if cell.get("data-asal")]
            rest = iter(key for key in keys if key)
            assert all(key in rest for key in there)


def test_cells_hold_what_the_trace_says(index: dict[str, Any]) -> None:
    reckoner = Reckoner(index["jejak"], DATA)
    for key, node in index["jejak"].items():
        if node["jenis"] == "sel":
            assert " ".join(reckoner.cell(node).split()) == node["nilai"], node
        if node["jenis"] == "rumus":
            assert reckoner.number(key) == Fraction(node["nilai"]), node


def test_no_number_of_the_data_stands_in_a_formula(index: dict[str, Any]) -> None:
    """Constants belong to the formula; a value that lost its trace would look like one."""
    texts = {node["hitung"] for node in index["jejak"].values() if node["jenis"] == "rumus"}
    trees = [node for text in texts for node in ast.walk(ast.parse(text))]
    found = {node.value for node in trees if isinstance(node, ast.Constant)}
    assert found <= {0, 1, 2, 100}


def all_printed(computed: Path, index: dict[str, Any]) -> list[Printed]:
    """Numbers in tables and values: where they stand, text, key, how they were printed."""
    found: list[Printed] = []
    for id, value in index["nilai"].items():
        if "cetak" in value:
            found.append((id, value["bentuk"]["utama"], value["asal"], value["cetak"]))
    for id, entry in index["tabel"].items():
        table = html.fromstring((computed / "tabel" / f"{id}.html").read_text(encoding="utf-8"))
        for cell in table.xpath(".//tbody//*[self::td or self::th]"):
            key, text = cell.get("data-asal"), cell.text_content()
            node = index["jejak"].get(key, {})
            if node.get("jenis") not in ("sel", "rumus") or not re.search(r"\d|^-$", text):
                continue
            column = {n for row in entry["asal"] for n, k in enumerate(row) if k == key}
            how = [entry["cetak"][n] for n in column if entry["cetak"][n]]
            if how:
                found.append((f"tabel {id}", text, key, how[0]))
    return found


def test_thirty_numbers_drawn_at_random(computed: Path, index: dict[str, Any]) -> None:
    seed = random.randrange(10**6)
    everything = all_printed(computed, index)
    drawn = random.Random(seed).sample(everything, 30)
    print(f"\n30 of {len(everything)} printed numbers, seed {seed}")
    reckoner = Reckoner(index["jejak"], DATA)
    for where, text, key, how in drawn:
        number = rounded(reckoner.number(key), how["desimal"], how["cara"])
        print(f"  {where}: {text} = {index['jejak'][key].get('hitung', 'sel')}")
        assert number == printed(text), (where, seed)


def test_every_printed_number(computed: Path, index: dict[str, Any]) -> None:
    reckoner = Reckoner(index["jejak"], DATA)
    for where, text, key, how in all_printed(computed, index):
        assert rounded(reckoner.number(key), how["desimal"], how["cara"]) == printed(text), where
