"""What an office may tell beside its percentages: counts, and indicators of programmes."""

from __future__ import annotations

import csv
import shutil

import pytest

from .conftest import ROOT
from .notebooks import Shown, run_notebooks

NAMED = {"P3": "Persentase pencari kerja *bersertifikat*", "P6": "Keluarga yang ditempatkan"}


def text(shown: Shown, id: str) -> str:
    found: str = shown.nilai[id]["bentuk"]["utama"]
    return found


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """The year 2022 of an office that tells both."""
    data = tmp_path_factory.mktemp("rincian") / "data"
    shutil.copytree(ROOT / "data", data)
    with (data / "2022" / "fakta.csv").open("a", encoding="utf-8") as file:
        file.write("pembilang_lulusan,1100,orang,Lulusan yang bekerja,\n")
        file.write("pagu_tahun_lalu,8000000000,rupiah,Pagu,\n")
        file.write("realisasi_anggaran_tahun_lalu,7800000000,rupiah,Realisasi,\n")
        file.write("penyebut_lulusan,1500,orang,Lulusan pelatihan,\n")
    path = data / "2022" / "kinerja_program.csv"
    rows = list(csv.DictReader(path.read_text("utf-8").splitlines()))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*rows[0]], lineterminator="\n")
        writer.writeheader()
        writer.writerows(row | {"indikator": NAMED.get(row["program"], "")} for row in rows)
    return run_notebooks(data, 2022)


@pytest.fixture(scope="module")
def silent() -> Shown:
    return run_notebooks(ROOT / "data", 2022)


def test_counts_stand_behind_the_percentage(told: Shown, silent: Shown) -> None:
    assert text(told, "lulusan.rincian") == "73,33% (1.100 dari 1.500)"
    for kode in ("lulusan", "tpak", "phi", "sakip", "tpt"):
        assert text(silent, f"{kode}.rincian") == text(silent, f"{kode}.realisasi")
    assert text(told, "tpak.rincian") == text(silent, "tpak.rincian")


def test_last_years_budget_is_compared(told: Shown, silent: Shown) -> None:
    assert text(told, "anggaran.banding.lalu") == (
        "Pada tahun 2021, anggaran yang terealisasi berjumlah Rp7.800.000.000 atau 97,50% dari "
        "pagu Rp8.000.000.000; serapan tahun ini lebih rendah 1,86 poin persen."
    )
    assert text(silent, "anggaran.banding.lalu") == ""


def test_the_counts_are_traced(told: Shown) -> None:
    node = told.asal["lulusan.rincian"]
    assert {"realisasi", "pembilang", "penyebut"} <= set(node.masukan)


def test_programmes_are_named_with_their_indicators(told: Shown, silent: Shown) -> None:
    assert text(told, "program.p3.kinerja.indikator") == NAMED["P3"]
    sentence = text(told, "program.indikator")
    assert "Program Pembangunan Kawasan Transmigrasi, yaitu Keluarga yang ditempatkan" in sentence
    assert sentence.endswith("indikator program lainnya belum tersedia dalam data laporan ini.")
    names = [row[1] for row in told.tabel["analisis-efisiensi"]]
    before = [row[1] for row in silent.tabel["analisis-efisiensi"]]
    changed = {new: old for new, old in zip(names, before, strict=True) if new != old}
    indicators = {new.removeprefix(old) for new, old in changed.items()}
    assert indicators == {f" ({indicator})" for indicator in NAMED.values()}


def test_where_none_is_named_the_report_says_so(silent: Shown) -> None:
    assert text(silent, "program.indikator").startswith("Nama indikator kinerja setiap program")
    assert text(silent, "program.p3.kinerja.indikator") == ""
