"""What the explanations of a year tell the reader of the report."""

from __future__ import annotations

import pytest

from lkjip.data.penjelasan import read_catatan, read_penjelasan
from lkjip.errors import Finding, InputError

from .conftest import Folder

FILE = "penjelasan.csv"
HEAD = "kode,sel,alasan,nama,tanggal"
ROW = "S1,pegawai.csv[x].laki_laki=1,Sudah diperiksa,Sekretaris,2023-02-20"


def wrong(folder: Folder) -> list[Finding]:
    with pytest.raises(InputError) as caught:
        read_catatan(folder.year)
    return caught.value.findings


def test_a_file_of_before_is_as_good_as_ever(folder: Folder) -> None:
    folder.write(FILE, f"{HEAD}\n{ROW}\n")
    (row,) = read_penjelasan(folder.year)
    assert (row.texts["untuk_pembaca"], row["letak"]) == ("", None)
    assert read_catatan(folder.year) == ()


def test_a_year_may_have_no_explanations(folder: Folder) -> None:
    folder.path(FILE).unlink()
    assert read_penjelasan(folder.year) == read_catatan(folder.year) == ()


def test_a_text_is_told_once_in_a_place(folder: Folder) -> None:
    other = ROW.replace("[x]", "[y]")
    rows = [
        f"{ROW},Kedua tabel berbeda.,tbl-pegawai-pangkat",
        f"{other},Kedua tabel berbeda.,tbl-pegawai-pangkat",
        f"{other.replace('S1', 'S2')},Kedua tabel berbeda.,sec-gambaran-umum",
        f"{ROW.replace('S1', 'S3')},,",
    ]
    folder.write(FILE, "\n".join([f"{HEAD},untuk_pembaca,letak", *rows]) + "\n")
    notes = read_catatan(folder.year)
    assert [(note.letak, note.line) for note in notes] == [
        ("tbl-pegawai-pangkat", 2),
        ("sec-gambaran-umum", 4),
    ]
    assert notes[0].file == f"data/2022/{FILE}"


def test_a_note_may_have_several_places(folder: Folder) -> None:
    places = "tbl-capaian sec-catatan-data tbl-renstra"
    rows = [
        f"{ROW},Dua dari tiga.,tbl-capaian tbl-renstra",
        f"{ROW.replace('S1', 'S2')},Belum pasti.,{places}",
        f"{ROW.replace('S1', 'S3')},Tidak di mana-mana.,sec-catatan-data",
    ]
    folder.write(FILE, "\n".join([f"{HEAD},untuk_pembaca,letak", *rows]) + "\n")
    notes = read_catatan(folder.year)
    assert [(note.letak, note.line, note.lampiran) for note in notes] == [
        ("tbl-capaian", 2, False),
        ("tbl-renstra", 2, False),
        ("tbl-capaian", 3, True),
        ("tbl-renstra", 3, True),
        ("sec-catatan-data", 4, True),
    ]


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ("Kedua tabel berbeda.,", "letak"),
        (",tbl-capaian", "untuk_pembaca"),
        ("Kedua tabel berbeda.,Tabel 1.2", "letak"),
        ("Kedua tabel berbeda.,tbl-capaian  tbl-renstra", "letak"),
    ],
)
def test_a_note_has_a_text_and_a_place(folder: Folder, cells: str, column: str) -> None:
    folder.write(FILE, f"{HEAD},untuk_pembaca,letak\n{ROW},{cells}\n")
    (finding,) = wrong(folder)
    assert (finding.row, finding.column) == (2, column)
    assert finding.expected and finding.mend


def test_a_column_with_another_name_is_not_lost(folder: Folder) -> None:
    folder.write(FILE, f"{HEAD},Untuk Pembaca,letak\n{ROW},Berbeda.,tbl-capaian\n")
    (finding,) = wrong(folder)
    assert (finding.value, finding.expected) == ("Untuk Pembaca", "untuk_pembaca")


def test_the_notes_of_2022_are_there(folder: Folder) -> None:
    places = [note.letak for note in read_catatan(folder.year)]
    assert {"tbl-iku", "tbl-pegawai-jabatan", "sec-landasan-hukum"} <= set(places)
