"""Fills in the year that ``lkjip new 2023`` prepared, as the units of the office would."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

from lkjip.data.schema import schemas
from lkjip.paths import Project

YEAR = 2023
Row = dict[str, str]

TARGETS = {"tpt": "5.2", "lulusan": "71", "tpak": "72.9", "phi": "80", "sakip": "BB"}
# As the records below give them: 690000 / 945000, 33810 / 690000, 5 of 6 cases.
RESULTS = {"tpt": "4.9", "lulusan": "74.1", "tpak": "73.02", "phi": "83.33", "sakip": "A"}
PAGU = {
    "P1": (4_200_000_000, 4_150_000_000),
    "P2": (90_000_000, 95_000_000),
    "P3": (900_000_000, 1_020_000_000),
    "P4": (2_500_000_000, 2_700_000_000),
    "P5": (200_000_000, 190_000_000),
    "P6": (150_000_000, 260_000_000),
}
SPENT = {
    "P1": 4_010_000_000,
    "P2": 93_100_000,
    "P3": 940_500_000,
    "P4": 2_655_000_000,
    "P5": 176_250_000,
    "P6": 244_000_000,
}
PERFORMANCE = {
    "P1": ("100", "100"),
    "P2": ("45", "46"),
    "P3": ("12.5", "13.1"),
    "P4": ("85", "87.25"),
    "P5": ("31", "33"),
    "P6": ("100", "80"),
}
STAFF = {
    "pangkat": [(1, 0), (0, 1), (3, 1), (5, 1), (2, 1), (2, 0), (1, 11), (1, 0), (0, 0), (1, 0)],
    "jabatan": [(1, 0), (3, 0), (2, 1), (5, 4), (5, 10)],
    "pendidikan": [(5, 2), (6, 12), (1, 0), (4, 1)],
}
UNEMPLOYED = ("9000", "12500", "5200", "5000", "1310", "800")
DISPUTES = {"PHK": {"bipartit": "5", "mediasi": "1", "dalam_proses": "1", "selesai": "5"}}
FACTS = {
    "pagu_tahun_lalu": "8251284892",
    "realisasi_anggaran_tahun_lalu": "7891881259",
    "pekerja_phk": "41",
    "pendaftar_transmigrasi": "5",
    "kuota_transmigrasi": "4",
    "uang_saku": "5000000",
    "anggaran_rutin": "3100000000",
    "jumlah_kegiatan": "16",
    "jumlah_subkegiatan": "39",
    "pengantar_kerja": "8",
    "eselon_iii_plt": "1",
}
DEPARTURE = {
    "lokasi": "UPT Tanjung",
    "kecamatan": "Bulik",
    "kabupaten": "Lamandau",
    "provinsi": "Kalimantan Tengah",
    "keluarga": "4",
    "tanggal_berangkat": "2023-11-08",
    "tempat_berangkat": "Surabaya",
    "tempat_penyerahan": "Pendopo",
}
DATES = {
    "laporan.tanggal": ("  tanggal: null", "  tanggal: 2024-02-27"),
    "laporan.kepegawaian_per": ("kepegawaian_per: null", 'kepegawaian_per: "2023-12"'),
    "perjanjian.pk.tanggal": ("    tanggal: null", "    tanggal: 2023-01-20"),
    "perjanjian.pk-perubahan.tanggal": ("    tanggal: null", "    tanggal: 2023-10-30"),
}


def fill(project: Project) -> None:
    """Fill in every cell, every date and every passage of the year."""
    folder = project.data / str(YEAR)
    for name, change in _FILL.items():
        _edit(folder / f"{name}.csv", change)
    path = folder / "instansi.yml"
    text = path.read_text("utf-8")
    for old, new in DATES.values():
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")
    for passage in (project.narasi / str(YEAR)).iterdir():
        passage.write_text(f"Ulasan {passage.stem} tahun {{{{< nilai tahun >}}}}.\n", "utf-8")


def correct_the_legal_basis(project: Project) -> None:
    """Delete the second citation of PermenPANRB 53/2014, which has the title of another one."""
    path = project.data / str(YEAR) / "instansi.yml"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    wrong = [line for line in lines if "Nomor 53 Tahun 2014 tentang Pedoman Penyusunan" in line]
    assert len(wrong) == 1
    path.write_text("".join(line for line in lines if line not in wrong), "utf-8")


def _target(row: Row) -> None:
    row["target"] = row["target"] or TARGETS[row["indikator"]]


def _realisasi(row: Row) -> None:
    row["realisasi"] = row["realisasi"] or RESULTS[row["indikator"]]


def _anggaran(row: Row) -> None:
    row["pagu"] = str(PAGU[row["program"]][row["tahap"] == "perubahan"])


def _spent(row: Row) -> None:
    row["realisasi"] = str(SPENT[row["program"]])


def _allocation(row: Row) -> None:
    if row["cakupan"] == "sebagian":
        row["pagu"], row["realisasi"] = "210000000", "205500000"


def _performance(row: Row) -> None:
    row["target"], row["realisasi"] = PERFORMANCE[row["program"]]


def _staff(row: Row) -> None:
    men, women = STAFF[row["dimensi"]][int(row["urutan"]) - 1]
    row["laki_laki"], row["perempuan"] = str(men), str(women)


def _disputes(row: Row) -> None:
    for field in schemas()["sengketa"].fields:
        if field.menyusul is not None:
            row[field.name] = DISPUTES.get(row["jenis"], {}).get(field.name, "0")


def _unemployed(row: Row) -> None:
    row["jumlah"] = row["jumlah"] or UNEMPLOYED[int(row["urutan"]) - 1]


def _labour(row: Row) -> None:
    row["penduduk_usia_kerja"] = row["penduduk_usia_kerja"] or "945000"
    row["angkatan_kerja"] = row["angkatan_kerja"] or "690000"


def _departure(row: Row) -> None:
    row |= DEPARTURE


def _fact(row: Row) -> None:
    row["nilai"], row["sumber"] = FACTS[row["kode"]], "Catatan kantor"


_FILL: dict[str, Callable[[Row], None]] = {
    "target": _target,
    "realisasi": _realisasi,
    "anggaran": _anggaran,
    "realisasi_anggaran": _spent,
    "alokasi_sasaran": _allocation,
    "kinerja_program": _performance,
    "pegawai": _staff,
    "sengketa": _disputes,
    "pengangguran": _unemployed,
    "ketenagakerjaan": _labour,
    "transmigrasi": _departure,
    "fakta": _fact,
}


def _edit(path: Path, change: Callable[[Row], None]) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        change(row)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
