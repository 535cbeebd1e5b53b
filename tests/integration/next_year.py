"""A made-up fiscal year 2023: other values, a programme and an indicator more, a year missing."""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

from lkjip.paths import Project

YEAR = 2023
PROGRAM = "Program Pengembangan Balai Latihan Kerja"
INDIKATOR = "Persentase kecelakaan kerja di perusahaan"

Rows = list[dict[str, str]]


def make_2023(project: Project) -> None:
    """Write data, narrative and profile of 2023 into a copy of the project."""
    old, new = project.data / "2022", project.data / str(YEAR)
    shutil.copytree(old, new)
    _settings(new / "instansi.yml")
    _edit(new, "target", _shift_targets)
    _edit(new, "realisasi", _shift_history)
    _edit(new, "pengangguran", _next_unemployment)
    _edit(new, "ketenagakerjaan", lambda _rows: [_row("2023", "940001", "700002")])
    _edit(new, "transmigrasi", lambda _rows: [])
    _add_programme(new)
    profile = project.profile("2022").read_text("utf-8")
    project.profile(str(YEAR)).write_text(profile.replace("2022", str(YEAR)), "utf-8")
    shutil.copytree(project.narasi / "2022", project.narasi / str(YEAR))
    for passage in (project.narasi / str(YEAR)).iterdir():
        passage.write_text(f"Ulasan {passage.stem} tahun {{{{< nilai tahun >}}}}.\n", "utf-8")


def _settings(path: Path) -> None:
    text = path.read_text("utf-8").replace("tahun: 2022", f"tahun: {YEAR}")
    text = re.sub(r"\b2023-02-28", "2024-02-27", text)
    path.write_text(re.sub(r"\b2022-(?=\d)", "2023-", text), "utf-8")


def _shift_targets(rows: Rows) -> Rows:
    for row in rows:
        if row["tahun"] == "2022":
            row["tahun"] = str(YEAR)
        if row["indikator"] == "tpak":
            row["target"] = "72.5"
    for dokumen, year, target in (
        ("pk", "2023", "4"),
        ("pk-perubahan", "2023", "3.5"),
        ("renstra", "2026", "2"),
    ):
        rows.append({"indikator": "kk", "dokumen": dokumen, "tahun": year, "target": target})
    return rows


def _shift_history(rows: Rows) -> Rows:
    kept = [row for row in rows if row["tahun"] != "2021"]
    results = {
        "tpt": "4.9",
        "lulusan": "68.25",
        "tpak": "73.1",
        "phi": "91",
        "sakip": "A",
        "kk": "3",
    }
    return kept + [
        {"indikator": key, "tahun": str(YEAR), "realisasi": value} for key, value in results.items()
    ]


def _next_unemployment(rows: Rows) -> Rows:
    last = [row for row in rows if row["tahun"] == "2022"]
    now = [row | {"tahun": str(YEAR), "jumlah": str(int(row["jumlah"]) // 2)} for row in last]
    return last + now


def _row(*values: str) -> dict[str, str]:
    return dict(zip(("tahun", "penduduk_usia_kerja", "angkatan_kerja"), values, strict=True))


def _add_programme(folder: Path) -> None:
    for name, line in (
        ("sasaran", "S5,sasaran,T1,Meningkatnya keselamatan kerja"),
        (
            "indikator",
            f"kk,S5,{INDIKATOR},persen,turun,Persentase perusahaan yang mengalami kecelakaan kerja,"
            "Bidang Hubungan Industrial dan Syarat Kerja,hubungan-industrial",
        ),
        ("program", f"P7,{PROGRAM},pelatihan,DAU"),
        ("anggaran", "P7,murni,400000000\nP7,perubahan,500000001"),
        ("realisasi_anggaran", "P7,123456789"),
        ("alokasi_sasaran", "S5,P7,seluruh,,"),
        ("kinerja_program", "P7,persen,naik,50,55.5,"),
        ("kegiatan", "P7,1,Pengadaan Peralatan Latihan"),
    ):
        path = folder / f"{name}.csv"
        path.write_text(path.read_text("utf-8") + line + "\n", "utf-8")


def _edit(folder: Path, name: str, change: object) -> None:
    path = folder / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        fields, rows = list(reader.fieldnames or []), list(reader)
    changed = change(rows)  # type: ignore[operator]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fields, lineterminator="\n")
        writer.writeheader()
        writer.writerows(changed)
