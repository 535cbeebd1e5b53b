"""The folder of a year as a Data Package: current, self-contained, and as strict as the loader."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import frictionless
import pytest

from lkjip.data.folder import read_year, years
from lkjip.data.package import FILE, package_text, write_package
from lkjip.data.schema import NAMA, definition
from lkjip.errors import InputError
from tests.conftest import ROOT
from tests.data.conftest import YEAR, Folder

Place = tuple[str, int | None, str | None]


@pytest.mark.parametrize("year", years(ROOT / "data"))
def test_the_stored_package_is_current(root: Path, year: int) -> None:
    """Mend it with ``python -m lkjip.data.package``."""
    content = read_year(root / "data", year)
    assert (content.folder / FILE).read_text("utf-8") == package_text(content)


def test_the_stock_tool_takes_the_folder_without_us(folder: Folder, tmp_path: Path) -> None:
    alone = shutil.copytree(folder.year, tmp_path / "serah")
    command = [sys.executable, "-m", "frictionless", "validate", str(alone / FILE)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout
    files = len(list(alone.glob("*.csv")))
    assert done.stdout.count("VALID") == files and "INVALID" not in done.stdout


def test_it_says_what_it_is(folder: Folder) -> None:
    package = json.loads(folder.text(FILE))
    assert package["name"] == "lkjip-dinas-tenaga-kerja-kabupaten-blitar-2022"
    assert package["title"].endswith("Dinas Tenaga Kerja Kabupaten Blitar Tahun 2022")
    assert package["tahun"] == 2022 and "licenses" not in package
    assert package["sources"] == [{"title": "Dinas Tenaga Kerja Kabupaten Blitar"}]
    for resource in package["resources"]:
        assert resource["schema"]["fields"] == definition(resource["name"])["fields"]


def test_it_follows_the_settings_and_the_files(folder: Folder) -> None:
    folder.replace("instansi.yml", "lisensi: null", "lisensi: CC-BY-4.0")
    folder.write("penjelasan.csv", "kode,sel,alasan,nama,tanggal\n")
    package = json.loads(write_package(read_year(folder.base, YEAR)).read_text("utf-8"))
    assert package["licenses"] == [{"name": "CC-BY-4.0"}]
    assert [resource["name"] for resource in package["resources"]] == [*NAMA, "penjelasan"]


def test_a_licence_is_one_word(folder: Folder) -> None:
    folder.replace("instansi.yml", "lisensi: null", "lisensi: bebas dipakai")
    assert folder.finding().column == "lisensi"


BROKEN = [
    # file, old text, new text, column
    ("anggaran", "4144720692", "banyak", "pagu"),
    ("anggaran", "4144720692", "4.144.720.692", "pagu"),
    ("anggaran", "4144720692", "4144720692.5", "pagu"),
    ("anggaran", "4144720692", "-4144720692", "pagu"),
    ("anggaran", "P1,murni", "P1,Murni", "tahap"),
    ("anggaran", "P2,murni", "P1,murni", "program, tahap"),
    ("anggaran", "P2,murni", "P22,murni", "program"),
    ("alokasi_sasaran", "S1,P3,seluruh", "S1,P3,sebagiann", "cakupan"),
    ("alokasi_sasaran", "S3,P5", "S9,P5", "sasaran"),
    ("fakta", "5000000,rupiah", "lima juta,rupiah", "nilai"),
    ("fakta", "5000000,rupiah", "5000000,Rp", "satuan"),
    ("fungsi", "penempatan,1,", "Penempatan,1,", "unit"),
    ("indikator", "persen,turun", "persen,menurun", "arah"),
    ("indikator", "tpak,S2", "tpak,S9", "sasaran"),
    ("kegiatan", "P5,1", "P5,0", "urutan"),
    ("ketenagakerjaan", "938232", "93 8232", "penduduk_usia_kerja"),
    ("kinerja_program", "naik,40,40", "naik,40,40%", "realisasi"),
    ("pegawai", "1,0", "satu,0", "laki_laki"),
    ("pengangguran", "SLTP,2022", "SLTP,22", "tahun"),
    ("program", ",DAU", ",", "sumber_dana"),
    ("program", "P5,Program Hubungan Industrial", "P5,Program Penempatan Tenaga Kerja", "nama"),
    ("realisasi", "72.79", "B+", "realisasi"),
    ("realisasi", "tpak,2022", "tpak,20222", "tahun"),
    ("realisasi_anggaran", "826171345", "826171345 rupiah", "realisasi"),
    ("sasaran", "S1,sasaran", "S1,", "jenis"),
    ("sengketa", "PHK,3", "PHK,-3", "bipartit"),
    ("target", "tpak,pk,", "tpak,PK,", "dokumen"),
    ("transmigrasi", "2022-10-19", "19 Okt 2022", "tanggal_berangkat"),
    ("unit", "1,sekretariat,", "1,sekretariatt,", "induk"),
]


@pytest.mark.parametrize(("name", "old", "new", "column"), BROKEN)
def test_a_broken_cell_fails_in_both_at_the_same_place(
    folder: Folder, name: str, old: str, new: str, column: str
) -> None:
    row = folder.text(f"{name}.csv").split(old)[0].count("\n") + 1
    folder.replace(f"{name}.csv", old, new)
    assert by_the_loader(folder) == by_the_stock_tool(folder) == [(name, row, column)]


def test_a_broken_folder_fails_in_both_at_the_same_places(folder: Folder) -> None:
    # One in each file that no other file refers to: our loader does not look codes up in a file
    # that is wrong itself, so that one mistake is told once.
    referred = {"sasaran", "unit", "indikator", "program"}
    broken = {name: (old, new) for name, old, new, _column in BROKEN if name not in referred}
    for name, (old, new) in broken.items():
        folder.replace(f"{name}.csv", old, new)
    places = by_the_loader(folder)
    assert places == by_the_stock_tool(folder)
    assert {name for name, _row, _column in places} == set(broken) == set(NAMA) - referred


def by_the_loader(folder: Folder) -> list[Place]:
    with pytest.raises(InputError) as caught:
        folder.read()
    return sorted(
        (Path(found.file or "").stem, found.row, found.column) for found in caught.value.findings
    )


def by_the_stock_tool(folder: Folder) -> list[Place]:
    report = frictionless.validate(str(folder.year / FILE))
    return sorted(
        (task.name, getattr(error, "row_number", None), field(error))
        for task in report.tasks
        for error in task.errors
    )


def field(error: frictionless.Error) -> str | None:
    """The column; for links and keys the columns, which the tool does not name for a key."""
    name = getattr(error, "field_name", None)
    if name is None and error.type == "primary-key":
        name = "program, tahap"
    names = getattr(error, "field_names", None)
    return name or (", ".join(names) if names else None)
