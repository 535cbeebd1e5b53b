"""Frames: exact types, order of the files, defaults from the project."""

from __future__ import annotations

import csv
import subprocess
import sys
from dataclasses import FrozenInstanceError
from pathlib import Path

import pandas as pd
import pytest

import lkjip
from lkjip.data.load import Data, load
from lkjip.data.schema import NAMA, schemas
from lkjip.jejak.angka import Angka
from lkjip.jejak.rumus import asal
from lkjip.jejak.teks import Tanggal, Teks
from tests.data.conftest import Folder


@pytest.fixture(scope="module")
def data(root: Path) -> Data:
    return load(root / "data", 2022)


def test_a_frame_for_each_file(data: Data, root: Path) -> None:
    assert (data.tahun, data.folder) == (2022, root / "data" / "2022")
    for name in NAMA:
        frame = getattr(data, name)
        lines = (root / "data" / "2022" / f"{name}.csv").read_text(encoding="utf-8").splitlines()
        assert tuple(frame.columns) == schemas()[name].columns
        assert len(frame) == len(lines) - 1


def test_public_name() -> None:
    assert lkjip.load is load


def test_exact_types(data: Data) -> None:
    assert all(getattr(data, name).dtypes.eq(object).all() for name in NAMA)
    assert {type(value) for value in data.anggaran.pagu} == {Angka}
    assert data.alokasi_sasaran.pagu.isna().tolist() == [True, True, True, False]
    assert {type(value) for value in data.target.target} == {Angka, Teks}
    assert {type(value) for value in data.transmigrasi.tanggal_berangkat} == {Tanggal}
    assert {type(value) for value in data.sasaran.nama} == {Teks}
    assert data.sasaran.induk[0] is None and data.unit.tugas.isna().any()


def test_values_are_those_of_the_file_and_know_where_they_stand(data: Data, root: Path) -> None:
    for name in NAMA:
        text = (root / "data" / "2022" / f"{name}.csv").read_text(encoding="utf-8")
        lines = list(csv.reader(text.splitlines()))
        for column, cells in getattr(data, name).items():
            at = lines[0].index(column)
            for row, value in zip(lines[1:], cells, strict=True):
                assert str(value) == row[at] if row[at] else value is None
                if value is not None:
                    isi = value.asal.isi
                    assert lines[isi["baris"] - 1][lines[0].index(isi["kolom"])] == isi["nilai"]
                    assert isi["berkas"] == f"{name}.csv" and isi["nilai"] == row[at]


def test_the_office_knows_its_keys(data: Data, root: Path) -> None:
    lines = (root / "data" / "2022" / "instansi.yml").read_text(encoding="utf-8").splitlines()
    instansi = data.instansi
    for value, key in (
        (data.tahun, "tahun"),
        (instansi.laporan.penandatangan.nip, "pejabat.rully.nip"),
        (instansi.laporan.tanggal, "laporan.tanggal"),
        (instansi.laporan.kepegawaian_per, "laporan.kepegawaian_per"),
        (instansi.perjanjian["pk"].pihak_kedua.nama, "pejabat.bupati.nama"),
        (instansi.rpjmd.misi[3], "rpjmd.misi[4]"),
        (instansi.dasar_hukum[20], "dasar_hukum[21]"),
        (instansi.pengaturan.skala_capaian.kelas[1][0], "pengaturan.skala_capaian.kelas[2].nama"),
        (instansi.pengaturan.efisiensi, "pengaturan.efisiensi"),
    ):
        isi = asal(value).isi  # type: ignore[union-attr]
        assert (isi["berkas"], isi["kunci"]) == ("instansi.yml", key)
        assert isi["nilai"] in lines[isi["baris"] - 1]


def test_decimals_are_those_of_the_file(data: Data) -> None:
    tpak = data.target[(data.target.indikator == "tpak") & (data.target.dokumen == "pk")]
    assert str(tpak.target.item()) == "71.03"


def test_no_float_anywhere(data: Data) -> None:
    for name in NAMA:
        frame: pd.DataFrame = getattr(data, name)
        assert not [c for c in frame if pd.api.types.is_float_dtype(frame[c])]
        assert not [v for c in frame for v in frame[c] if isinstance(v, float)]


def test_frames_without_rows_keep_their_types(folder: Folder) -> None:
    folder.write("transmigrasi.csv", folder.text("transmigrasi.csv").split("\n")[0] + "\n")
    frame = load(folder.base, 2022).transmigrasi
    assert frame.keluarga.dtype == frame.lokasi.dtype == object and frame.empty


def test_a_file_from_excel_gives_the_same_frames(folder: Folder, data: Data) -> None:
    for name in NAMA:
        folder.as_excel(f"{name}.csv")
    for name in NAMA:
        pd.testing.assert_frame_equal(getattr(load(folder.base, 2022), name), getattr(data, name))


def test_frozen(data: Data) -> None:
    with pytest.raises(FrozenInstanceError):
        data.tahun = 2023  # type: ignore[misc]


def test_defaults_come_from_the_project(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = folder.base.parent / "notebooks"
    inside.mkdir()
    (folder.base.parent / "_quarto.yml").write_text(
        "profile: {default: '2022'}\n", encoding="utf-8"
    )
    (folder.base.parent / "_quarto-2022.yml").write_text("fiscal-year: 2022\n", encoding="utf-8")
    monkeypatch.chdir(inside)
    monkeypatch.delenv("QUARTO_PROFILE", raising=False)
    data = load()
    assert (data.tahun, data.folder) == (2022, folder.year)
    assert load(year=2022).folder == folder.year
    assert load("../data").folder == folder.year


def test_a_notebook_started_elsewhere_finds_its_project(
    folder: Folder, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    monkeypatch.delenv("QUARTO_PROFILE", raising=False)
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    # Without any hint: the project that lkjip is developed in.
    assert load().folder.resolve() == root / "data" / "2022"
    # In Jupyter: the project of the notebook.
    (folder.base.parent / "_quarto.yml").write_text("fiscal-year: 2022\n", encoding="utf-8")
    monkeypatch.setenv("JPY_SESSION_NAME", str(folder.base.parent / "notebooks" / "x.ipynb"))
    assert load().folder == folder.year


def test_outside_a_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    monkeypatch.setattr("lkjip.data.load.__file__", str(tmp_path / "load.py"))
    with pytest.raises(lkjip.errors.InputError, match="not inside"):
        load()


def test_checking_needs_no_pandas(root: Path) -> None:
    code = (
        "import sys; from lkjip.data.folder import read_year; "
        f"read_year({str(root / 'data')!r}, 2022); "
        "print({'pandas', 'frictionless', 'numpy'} & set(sys.modules))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "set()"
