"""A grade still below the end target of the Renstra: the report is made, without its progress."""

from __future__ import annotations

import shutil
from pathlib import Path

from lkjip.ukuran import KOSONG

from .conftest import ROOT
from .notebooks import run_notebooks


def test_progress_towards_a_better_grade_has_no_percentage(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    path = tmp_path / "data" / "2022" / "target.csv"
    text = path.read_text("utf-8")
    path.write_text(text.replace("sakip,renstra,2026,BB", "sakip,renstra,2026,A"), "utf-8")
    shown, before = run_notebooks(tmp_path / "data", 2022), run_notebooks(ROOT / "data", 2022)
    assert shown.tabel["renstra"][-1][3:] == ["A", "BB", KOSONG]
    assert shown.tabel["renstra"][:-1] == before.tabel["renstra"][:-1]
    assert shown.nilai["sakip.kemajuan"]["bentuk"]["utama"] == KOSONG
    assert shown.nilai["renstra.jumlah-tercapai"]["bentuk"]["utama"] == "3"
    same = before.nilai.keys() - {
        "sakip.kemajuan",
        "sakip.target.renstra",
        "renstra.jumlah-tercapai",
        "renstra.sama",
        "renstra.kalimat",
        "renstra.simpulan",
    }
    assert all(shown.nilai[id] == before.nilai[id] for id in same)
