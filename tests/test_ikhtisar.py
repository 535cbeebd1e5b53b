"""The executive summary, and sentences that say what is missed, easy, or no step forward."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from .conftest import ROOT, Report
from .documents import html_tables
from .notebooks import Shown, run_notebooks

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
    told = "indikator sasaran memiliki target tahun 2022 yang sudah dilampaui oleh realisasi tahun"
    assert said(published, "target.terlampaui") == f"dua dari empat {told} 2021"
    shown = changed(
        tmp_path,
        ("realisasi", "lulusan,2021,70.83", "lulusan,2021,70.00"),
        ("realisasi", "phi,2021,100", "phi,2021,95"),
    )
    assert said(shown, "target.terlampaui") == f"tidak satu pun dari empat {told} 2021"


def test_an_end_target_that_is_no_step_forward_is_told_of(published: Shown, tmp_path: Path) -> None:
    same = "indikator sasaran memiliki target akhir Renstra yang sama dengan target tahun 2022"
    reached = "indikator sasaran mencapai target akhir Renstra, yaitu target tahun 2026"
    assert said(published, "renstra.sama") == f"keempat {same}"
    assert said(published, "renstra.kalimat") == f"keempat {reached}"
    assert said(published, "renstra.simpulan") == (
        "target akhir itu terpenuhi empat tahun sebelum periode Renstra berakhir dan perlu "
        "ditinjau agar tetap mendorong perbaikan"
    )
    shown = changed(tmp_path, ("target", "tpak,renstra,2026,71.03", "tpak,renstra,2026,75"))
    assert said(shown, "renstra.sama") == f"tiga dari empat {same}"
    assert said(shown, "renstra.kalimat") == f"tiga dari empat {reached}"
    assert said(shown, "renstra.simpulan").startswith("target akhir yang sudah dicapai itu ")


def test_a_goal_without_an_end_target_is_told_of(published: Shown, tmp_path: Path) -> None:
    assert said(published, "iku.renstra") == (
        "target akhir Renstra indikator tujuan belum tersedia dalam data laporan ini sehingga "
        "kemajuannya tidak dapat dihitung"
    )
    more = "lulusan,renstra,2026,70"
    shown = changed(tmp_path, ("target", more, f"tpt,renstra,2026,6\n{more}"))
    assert said(shown, "iku.renstra") == (
        "satu-satunya indikator tujuan mencapai target akhir Renstra"
    )


def test_a_verdict_names_what_is_missed(published: Shown, tmp_path: Path) -> None:
    assert said(published, "capaian.kalimat") == (
        "keempat indikator sasaran mencapai target: tiga melampauinya dan satu tepat menyamainya"
    )
    shown = changed(tmp_path, ("realisasi", "tpak,2022,72.79", "tpak,2022,71.02"))
    assert said(shown, "capaian.kalimat") == (
        "tiga dari empat indikator sasaran mencapai target: dua melampauinya dan satu tepat "
        f"menyamainya; yang meleset dari target ialah indikator {TPAK}"
    )
    assert said(shown, "tpak.hasil") == "lebih rendah 0,01 poin persen daripada target"


def test_what_no_part_of_the_budget_names_is_printed(published: Shown) -> None:
    # 8.251.284.892 − 3.943.911.220 − (254.286.000 + 160.610.000) − 3.018.474.000
    assert said(published, "alokasi.lain") == "Rp874.003.672"
    # As the first edition printed it for SAKIP: all but the routine budget.
    assert said(published, "anggaran.tanpa-rutin") == "Rp5.232.810.892"


def test_the_largest_part_of_a_rise_follows_the_data(published: Shown, tmp_path: Path) -> None:
    assert said(published, "pengangguran.penyumbang") == (
        "kenaikan terbesar terdapat pada lulusan SLTP, yaitu 8.454 orang atau 64,30% dari kenaikan "
        "bersih"
    )
    shown = changed(tmp_path, ("pengangguran", "SLTP,2022,14055", "SLTP,2022,5601"))
    found = said(shown, "pengangguran.penyumbang")
    assert "lulusan SMTA umum, yaitu 2.989 orang atau 63,69%" in found


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
    ways = [said(published, f"cara.{id}") for id in ("kinerja-anggaran", "realisasi-anggaran")]
    assert ways == ["dipotong", "dibulatkan"]
    shutil.copytree(ROOT / "data", tmp_path / "data")
    path = tmp_path / "data" / "2022" / "instansi.yml"
    path.write_text(path.read_text("utf-8").replace("truncate", "half-up"), "utf-8")
    shown = run_notebooks(tmp_path / "data", 2022)
    assert said(shown, "cara.kinerja-anggaran") == "dibulatkan"
    # Only the whole percentages of Tabel 3.8 differ from all others then.
    assert said(shown, "cara.kalimat") == (
        "pada umumnya persentase dicetak dengan dua desimal dan dibulatkan; tingkat efisiensi "
        "dalam tabel Analisis Efisiensi dicetak tanpa desimal dan dibulatkan"
    )
