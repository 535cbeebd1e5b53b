"""The executive summary, and sentences that say what is missed, easy, or no step forward."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from .conftest import ROOT, Report
from .documents import html_tables
from .notebooks import Shown, run_notebooks

LULUSAN = "Persentase lulusan pelatihan yang telah bekerja"
TPAK = "Tingkat partisipasi angkatan kerja"


def changed(folder: Path, *changes: tuple[str, str, str]) -> Shown:
    """What the notebooks show after texts of CSV files of 2022 were replaced."""
    shutil.copytree(ROOT / "data", folder / "data")
    for name, old, new in changes:
        path = folder / "data" / "2022" / f"{name}.csv"
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")
    return run_notebooks(folder / "data", 2022)


def said(shown: Shown, id: str) -> str:
    text = shown.nilai[id]["bentuk"]["utama"]
    assert isinstance(text, str)
    return text


@pytest.fixture(scope="module")
def published() -> Shown:
    return run_notebooks(ROOT / "data", 2022)


def test_every_indicator_has_its_result(published: Shown) -> None:
    rows = published.tabel["ikhtisar"][1:]
    assert rows[1][0] == "Tingkat Pengangguran Terbuka (TPT)"
    assert rows[1][1:] == ["3,52%", "5,45%", "45,17%", "tidak tercapai"]
    assert [row[-1] for row in rows[3:]] == ["tercapai"] * 4
    # Rounded as Tabel 3.1 is.
    assert [row[3] for row in rows[3:]] == [row[5] for row in published.tabel["capaian"][1:]]
    counted = [said(published, f"iku.jumlah-{what}") for what in ("tercapai", "indikator")]
    assert counted == ["0", "1"]


def test_the_main_goal_comes_first_and_by_name(published: Shown, tmp_path: Path) -> None:
    assert said(published, "ikhtisar.tujuan.angka") == "5,45%"
    assert said(published, "ikhtisar.tujuan.arti") == (
        "Tingkat Pengangguran Terbuka (TPT): tidak tercapai, target 3,52%"
    )
    goal, results, programmes, money = published.nilai["ikhtisar.pokok"]["butir"]
    assert "1,93 poin persen di atas target 3,52% (tidak tercapai)" in goal
    assert goal.endswith("Sejak tahun 2021 (3,66%), keadaannya memburuk 1,79 poin persen.")
    assert results.startswith("Semua indikator sasaran mencapai target.")
    assert "Kawasan Transmigrasi negatif (−38%)" in programmes
    assert "Rp359.403.633 (4,36%) tidak terserap" in money

    shown = changed(
        tmp_path,
        ("realisasi", "tpt,2022,5.45", "tpt,2022,3.40"),
        ("realisasi", "tpak,2022,72.79", "tpak,2022,70.03"),
        ("kinerja_program", ",100,60", ",100,100"),
    )
    assert "tercapai, target 3,52%" in said(shown, "ikhtisar.tujuan.arti")
    goal, results, programmes, _money = shown.nilai["ikhtisar.pokok"]["butir"]
    assert "di bawah target 3,52% (tercapai)" in goal and "membaik 0,26 poin persen" in goal
    assert f"yang meleset ialah {TPAK} (70,03%, target 71,03%)" in results
    assert f"yang memburuk ialah {TPAK} (70,03%, tahun 2021 70,44%)" in results
    assert programmes == "Tidak ada program yang tingkat efisiensinya negatif."


def test_targets_that_stay_while_the_money_changes(published: Shown, tmp_path: Path) -> None:
    assert said(published, "pk-perubahan.target") == (
        "Meskipun pagu bertambah Rp481.730.200 (6,20% dari anggaran awal), target keempat "
        "indikator sasaran tidak berubah."
    )
    shown = changed(
        tmp_path, ("target", "tpak,pk-perubahan,2022,71.03", "tpak,pk-perubahan,2022,71")
    )
    assert said(shown, "pk-perubahan.target").startswith(
        f"Target satu dari empat indikator sasaran berubah, yaitu {TPAK}; pagu bertambah"
    )


def test_what_is_missed_is_named(published: Shown, tmp_path: Path) -> None:
    assert said(published, "capaian.meleset") == "tidak ada yang meleset dari target"
    shown = changed(tmp_path, ("realisasi", "tpak,2022,72.79", "tpak,2022,71.02"))
    assert said(shown, "capaian.meleset") == f"yang meleset dari target ialah indikator {TPAK}"


def test_a_target_below_the_last_result_is_told_of(published: Shown, tmp_path: Path) -> None:
    text = said(published, "target.terlampaui")
    assert text.startswith(
        f"target Tahun 2022 sudah dilampaui oleh realisasi Tahun 2021 pada indikator {LULUSAN} dan "
    )
    shown = changed(
        tmp_path,
        ("realisasi", "lulusan,2021,70.83", "lulusan,2021,70.00"),
        ("realisasi", "phi,2021,100", "phi,2021,95"),
    )
    assert said(shown, "target.terlampaui") == (
        "tidak ada target Tahun 2022 yang sudah dilampaui oleh realisasi Tahun 2021"
    )


def test_an_end_target_that_is_no_step_forward_is_told_of(published: Shown, tmp_path: Path) -> None:
    every = "target akhir Renstra sama dengan target Tahun 2022 pada setiap indikator sasaran"
    assert said(published, "renstra.sama") == every
    shown = changed(tmp_path, ("target", "tpak,renstra,2026,71.03", "tpak,renstra,2026,75"))
    assert said(shown, "renstra.sama").count("ndikator") == 1
    assert TPAK not in said(shown, "renstra.sama") and LULUSAN in said(shown, "renstra.sama")


@pytest.mark.build
def test_many_are_counted(stressed: Report) -> None:
    values = json.loads((stressed.folder / "nilai.json").read_text("utf-8"))["nilai"]
    texts = {id: value["bentuk"]["utama"] for id, value in values.items()}
    count = int(texts["capaian.jumlah-tidak-tercapai"])
    assert count > 5
    assert texts["capaian.meleset"] == f"yang meleset dari target ialah {count} indikator"
    failed = int(texts["iku.jumlah-indikator"]) - int(texts["iku.jumlah-tercapai"])
    missed = [
        row for row in html_tables(stressed.file("html"))["ikhtisar"] if row[-1][:5] == "tidak"
    ]
    assert len(missed) == count + failed


def test_the_rounding_is_told_of(published: Shown, tmp_path: Path) -> None:
    ways = [said(published, f"cara.{id}") for id in ("capaian", "realisasi-anggaran")]
    assert ways == ["dipotong", "dibulatkan"]
    shutil.copytree(ROOT / "data", tmp_path / "data")
    path = tmp_path / "data" / "2022" / "instansi.yml"
    path.write_text(path.read_text("utf-8").replace("truncate", "half-up"), "utf-8")
    shown = run_notebooks(tmp_path / "data", 2022)
    assert said(shown, "cara.capaian") == "dibulatkan"
