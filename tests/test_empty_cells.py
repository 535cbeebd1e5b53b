"""A year under preparation: what depends on an empty cell says so, and nothing else changes."""

from __future__ import annotations

import csv
import io
import random
import shutil
from pathlib import Path

import pytest

from lkjip.data.folder import read_year
from lkjip.data.schema import NAMA, schemas
from lkjip.errors import InputError

from .conftest import ROOT
from .notebooks import Shown, run_notebooks

Cell = tuple[str, int, str]
BELUM = "belum diisi"


def to_come() -> list[Cell]:
    """All cells of data/2022 that may be empty for now: file, line, column."""
    cells = []
    for name in NAMA:
        for line, row in enumerate(read(ROOT / "data" / "2022", name), start=2):
            for field in schemas()[name].fields:
                if field.still_to_come(row | {field.name: ""}):
                    cells.append((name, line, field.name))
    return cells


def read(folder: Path, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((folder / f"{name}.csv").read_text("utf-8"))))


def emptied(base: Path, cells: list[Cell]) -> Path:
    """A copy of the data with some cells empty."""
    shutil.copytree(ROOT / "data" / "2022", base / "2022")
    for name in {name for name, _line, _column in cells}:
        rows = read(base / "2022", name)
        for file, line, column in cells:
            if file == name:
                rows[line - 2][column] = ""
        out = io.StringIO()
        writer = csv.DictWriter(out, schemas()[name].columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        (base / "2022" / f"{name}.csv").write_text(out.getvalue(), "utf-8")
    return base


@pytest.fixture(scope="module")
def full() -> Shown:
    return run_notebooks(ROOT / "data", 2022)


def some(seed: int, share: float) -> list[Cell]:
    chance = random.Random(seed)
    return [cell for cell in to_come() if chance.random() < share]


@pytest.mark.parametrize("seed", range(8))
def test_a_value_is_the_same_or_still_to_come(tmp_path: Path, full: Shown, seed: int) -> None:
    """No partial sum, no word for a number that nobody knows, no failing notebook."""
    cells = some(seed, share=(0.01, 0.04, 0.2, 0.6)[seed % 4])
    shown = run_notebooks(emptied(tmp_path / "data", cells), 2022)
    assert shown.nilai.keys() == full.nilai.keys()
    other = {
        id: value["bentuk"]
        for id, value in shown.nilai.items()
        if value != full.nilai[id] and not value.get("belum")
    }
    assert other == {}
    for id, table in full.tabel.items():
        for before, after in zip(table, shown.tabel[id], strict=True):
            for old, new in zip(before, after, strict=True):
                assert new in (old, BELUM), id


def test_everything_empty(tmp_path: Path, full: Shown) -> None:
    shown = run_notebooks(emptied(tmp_path / "data", to_come()), 2022)
    assert shown.nilai.keys() == full.nilai.keys()
    assert shown.tabel.keys() == full.tabel.keys() and shown.gambar.keys() == full.gambar.keys()
    for id in ("anggaran.pagu", "pegawai.jumlah", "tpak.capaian", "capaian.daftar-tercapai"):
        assert shown.nilai[id]["bentuk"]["utama"] == BELUM
    assert shown.nilai["program.jumlah"]["bentuk"]["utama"] == "6"
    assert all(BELUM in alt for alt in shown.gambar.values())
    assert shown.tabel["realisasi-anggaran"][-1][2:] == [BELUM] * 3
    assert 'class="angka kosong belum"' in shown.html["realisasi-anggaran"]


@pytest.mark.parametrize(
    ("cell", "open_values", "sure_values"),
    [
        (
            ("realisasi", 9, "realisasi"),
            {
                "tpak.realisasi",
                "tpak.capaian",
                "tpak.status",
                "tpak.arah",
                "capaian.tertinggi.nama",
            },
            {"tpak.target", "tpak.realisasi.lalu", "lulusan.capaian", "anggaran.serapan"},
        ),
        (
            ("anggaran", 11, "pagu"),
            {"anggaran.pagu", "anggaran.sisa", "program.p4.serapan", "tpak.serapan"},
            {"anggaran.murni", "anggaran.realisasi", "program.p3.serapan", "lulusan.serapan"},
        ),
        (
            ("pegawai", 2, "laki_laki"),
            {"pegawai.jumlah", "pegawai.pangkat.laki-laki", "pegawai.pangkat.terbanyak.nama"},
            {"pegawai.pangkat.perempuan", "pegawai.jabatan.laki-laki"},
        ),
        (
            ("alokasi_sasaran", 5, "pagu"),
            {"alokasi.jumlah", "alokasi.terendah.nilai", "sakip.serapan"},
            {"anggaran.pagu", "program.p1.pagu", "lulusan.serapan"},
        ),
        (
            ("fakta", 7, "nilai"),
            {"kegiatan.jumlah", "fakta.jumlah_kegiatan"},
            {"subkegiatan.jumlah", "program.jumlah"},
        ),
    ],
)
def test_what_depends_on_one_cell(
    tmp_path: Path, full: Shown, cell: Cell, open_values: set[str], sure_values: set[str]
) -> None:
    shown = run_notebooks(emptied(tmp_path / "data", [cell]), 2022)
    found = {id for id, value in shown.nilai.items() if value.get("belum")}
    assert open_values <= found
    assert not sure_values & found
    assert all(shown.nilai[id] == full.nilai[id] for id in sure_values)


def test_a_fact_that_the_text_needs_has_a_value_without_its_row(tmp_path: Path) -> None:
    base = emptied(tmp_path / "data", [])
    path = base / "2022" / "fakta.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "jumlah_" not in line), "utf-8")
    shown = run_notebooks(base, 2022)
    for id in ("kegiatan.jumlah", "subkegiatan.jumlah"):
        assert shown.nilai[id]["bentuk"]["utama"] == BELUM


def test_a_wrong_value_is_still_refused(tmp_path: Path) -> None:
    base = emptied(tmp_path / "data", to_come())
    path = base / "2022" / "realisasi.csv"
    path.write_text(path.read_text("utf-8").replace("tpak,2022,", "tpak,2022,nihil"), "utf-8")
    with pytest.raises(InputError, match="neither a grade nor a number"):
        read_year(base, 2022)
