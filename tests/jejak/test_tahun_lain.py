"""A made-up year 2023 with cells that are still empty: what is there has its trace all the same."""

from __future__ import annotations

import csv
import random
import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from lkjip.data.schema import NAMA, schemas
from lkjip.jejak.node import kumpulkan

from ..conftest import copy_project
from ..integration.next_year import YEAR, make_2023
from ..notebooks import run_notebooks
from .hitung_ulang import Reckoner, sources

BELUM = "belum diisi"


def empty_some(folder: Path, seed: int, share: float) -> int:
    """Empty cells that may be filled in later; say how many."""
    chance, count = random.Random(seed), 0
    for name in NAMA:
        path = folder / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            for field in schemas()[name].fields:
                may = field.still_to_come(row | {field.name: ""}) and row[field.name]
                if may and chance.random() < share:
                    row[field.name] = ""
                    count += 1
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, schemas()[name].columns, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    return count


@pytest.mark.parametrize("share", [0.0, 0.05, 1.0])
def test_what_is_there_has_its_trace(tmp_path: Path, share: float) -> None:
    project = copy_project(tmp_path / "proyek")
    make_2023(project)
    folder = project.data / str(YEAR)
    emptied = empty_some(folder, 7, share)
    shown = run_notebooks(project.data, YEAR)
    assert emptied > 0 or not share

    without: list[Any] = [
        id for id, value in shown.nilai.items() if value["nilai"] and id not in shown.asal
    ]
    for id, table in shown.tabel.items():
        for row, keys in zip(table[1:], shown.jejak_tabel[id], strict=True):
            without += [
                (id, text)
                for text, key in zip(row, keys, strict=True)
                if key is None and re.search(r"\d", text)
            ]
    assert without == []

    jejak = kumpulkan(shown.asal.values())
    reckoner = Reckoner(jejak, folder)
    numbers = {key for key, node in jejak.items() if node["jenis"] == "rumus"}
    assert len(numbers) > (100 if share < 1 else 1)
    for key in numbers:
        assert reckoner.number(key) == Fraction(jejak[key]["nilai"])
    # Nothing that is still to come is an input of what is there.
    assert all(node["nilai"] != BELUM for node in jejak.values())
    assert all(sources(jejak, key) for key in jejak)
