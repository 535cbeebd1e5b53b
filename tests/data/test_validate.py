"""Every bad cell, link or missing row gives one clear finding at its place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lkjip.data.cells import parse
from lkjip.data.folder import read_year
from lkjip.data.schema import NAMA, schemas
from lkjip.errors import InputError
from tests.data.conftest import Folder, where


def test_the_published_year_is_right(folder: Folder) -> None:
    content = folder.read()
    assert list(content.tables) == list(NAMA)
    assert all(table.sound for table in content.tables.values())


def test_missing_year(folder: Folder) -> None:
    (folder.base / "2019").mkdir()
    (folder.base / "arsip").mkdir()
    with pytest.raises(InputError) as caught:
        read_year(folder.base, 2031)
    (found,) = caught.value.findings
    assert (found.file, found.value) == ("data/2031", "2031")
    assert found.expected == "one of the years: 2019, 2022" and found.mend


@pytest.mark.parametrize(
    ("year", "mend"), [(2023, "run: lkjip new 2023"), (2099, "lkjip new 2023")]
)
def test_missing_year_is_made_by_new(folder: Folder, year: int, mend: str) -> None:
    with pytest.raises(InputError) as caught:
        read_year(folder.base, year)
    assert mend in str(caught.value.findings[0].mend)


@pytest.mark.parametrize(
    ("name", "row", "column"),
    [
        ("anggaran.csv", "Jumlah,murni,5000", "program"),
        ("anggaran.csv", "TOTAL:,,5000", "program"),
        ("anggaran.csv", ",Grand Total,5000", "tahap"),
        ("program.csv", "Jumlah,,,", "kode"),
        ("kinerja_program.csv", "Jumlah Keseluruhan,,,,,", "program"),
        ("pegawai.csv", "Total,,,46,49", "dimensi"),
    ],
)
def test_row_of_totals_is_to_be_deleted(folder: Folder, name: str, row: str, column: str) -> None:
    text = folder.text(name)
    folder.write(name, f"{text}{row}\n")
    found = folder.finding()
    at = len(text.splitlines()) + 1
    assert (found.file, found.row, found.column) == (f"data/2022/{name}", at, column)
    assert str(found.mend) == "delete the row: totals are computed"


@pytest.mark.parametrize("code", ["jumlah_kegiatan", "Jumlah lain", "totally"])
def test_a_code_like_a_total_is_a_code(folder: Folder, code: str) -> None:
    folder.write("anggaran.csv", f"{folder.text('anggaran.csv')}{code},murni,5000\n")
    assert "totals" not in str(folder.finding().mend)


def test_no_data_at_all(folder: Folder) -> None:
    with pytest.raises(InputError) as caught:
        read_year(folder.base / "nirgends", 2022)
    assert "a folder for each year" in str(caught.value)


@pytest.mark.parametrize("name", [*(f"{stem}.csv" for stem in NAMA), "instansi.yml"])
def test_missing_file_is_one_finding(folder: Folder, name: str) -> None:
    folder.path(name).unlink()
    found = folder.finding()
    assert where(found) == (f"data/2022/{name}", None, None, None)
    assert "missing" in found.message


def test_misnamed_file(folder: Folder) -> None:
    folder.path("realisasi_anggaran.csv").rename(folder.path("realisasi-anggaran.csv"))
    assert folder.finding().mend == "rename realisasi-anggaran.csv to realisasi_anggaran.csv"


def test_a_folder_in_place_of_a_file(folder: Folder) -> None:
    folder.path("fakta.csv").unlink()
    folder.path("fakta.csv").mkdir()
    assert folder.finding().file == "data/2022/fakta.csv"


CELLS = [
    # file, old text, new text, column, value, part of message, part of expected, part of mend
    ("anggaran.csv", "4144720692", '"Rp 4,1 M"', "pagu", "Rp 4,1 M", "whole", "digits", "Rp"),
    ("anggaran.csv", "4144720692", "4144720692.5", "pagu", "4144720692.5", "whole", "", ""),
    ("anggaran.csv", "4144720692", "4.144.720.692", "pagu", "4.144.720.692", "whole", "", "points"),
    ("anggaran.csv", "4144720692", "4.14E+09", "pagu", "4.14E+09", "whole", "", "Excel"),
    ("anggaran.csv", "4144720692", "-4144720692", "pagu", "-4144720692", "negative", "0", ""),
    ("anggaran.csv", "4144720692", "4" * 19, "pagu", "4" * 19, "digits", "18", ""),
    ("anggaran.csv", "P2,murni", ",murni", "program", "", "empty", "P1", "fill in"),
    ("anggaran.csv", "P1,murni", "P1,Murni", "tahap", "Murni", "not allowed", "murni", "murni"),
    ("realisasi.csv", "72.79", '"72,79"', "realisasi", "72,79", "not a number", "62.5", "point"),
    ("realisasi.csv", "72.79", "72.79%", "realisasi", "72.79%", "not a number", "", "percent"),
    ("realisasi.csv", "72.79", "-1", "realisasi", "-1", "negative", "0", ""),
    ("realisasi.csv", "72.79", "B+", "realisasi", "B+", "grade", "AA, A, BB", "grades"),
    ("realisasi.csv", "tpak,2022", "tpak,22", "tahun", "22", "small", "2000", ""),
    ("realisasi.csv", "tpak,2022", "tpak,20222", "tahun", "20222", "large", "2100", ""),
    ("indikator.csv", "persen,turun", "persen,menurun", "arah", "menurun", "", "naik, turun", ""),
    ("indikator.csv", "tpak,", "1 tpak,", "kode", "1 tpak", "wrong form", "tpak", "letter"),
    ("pegawai.csv", "1,0", "satu,0", "laki_laki", "satu", "whole", "", ""),
    ("transmigrasi.csv", "2022-10-19", "19 Okt 2022", None, "19 Okt 2022", "date", "2024-", ""),
    ("transmigrasi.csv", "2022-10-19", "2022-02-30", None, "2022-02-30", "date", "", ""),
    ("transmigrasi.csv", "2022-10-19", "19/10/2022", None, "19/10/2022", "date", "", "yyyy"),
    ("fakta.csv", "5000000,rupiah", "lima juta,rupiah", "nilai", "lima juta", "number", "", ""),
    ("fakta.csv", "5000000,rupiah", "5000000,Rp", "satuan", "Rp", "wrong form", "rupiah", ""),
    ("sasaran.csv", "S1,sasaran", "S1,program", "jenis", "program", "not allowed", "tujuan", ""),
    ("program.csv", "P2,", "P1,", "kode", "P1", "row 2 already", "once", "correct"),
    ("anggaran.csv", "P2,murni", "P1,murni", None, "P1, murni", "row 2 already", "once", ""),
    ("target.csv", "tpak,pk,", "lulusan,pk,", None, "lulusan, pk, 2022", "already", "", ""),
    ("anggaran.csv", "P2,murni", "P22,murni", "program", "P22", "data/2022/program", "P1", "P2"),
    ("program.csv", ",pelatihan,", ",bina,", "unit", "bina", "unit.csv", "kode", "add bina"),
    ("unit.csv", "1,sekretariat,", "1,sekretariatt,", "induk", "sekretariatt", "unit.csv", "", ""),
    ("indikator.csv", "tpak,S2", "tpak,S9", "sasaran", "S9", "sasaran.csv", "T1, S1", ""),
    ("fungsi.csv", "penempatan,1,", "Penempatan,1,", "unit", "Penempatan", "unit.csv", "", ""),
    ("kegiatan.csv", "P5,1", "P7,1", "program", "P7", "program.csv", "P6", ""),
    ("alokasi_sasaran.csv", "S1,P3", "S5,P3", "sasaran", "S5", "sasaran.csv", "", ""),
]


@pytest.mark.parametrize(
    ("name", "old", "new", "column", "value", "message", "expected", "mend"), CELLS
)
def test_bad_cell(
    folder: Folder,
    name: str,
    old: str,
    new: str,
    column: str | None,
    value: str,
    message: str,
    expected: str,
    mend: str,
) -> None:
    row = folder.text(name).split(old)[0].count("\n") + 1
    folder.replace(name, old, new)
    found = folder.finding()
    assert (found.file, found.row, found.value) == (f"data/2022/{name}", row, value)
    assert column in (None, found.column)
    assert message in found.message
    assert expected in str(found.expected)
    assert mend in str(found.mend)


RULES = [
    # file, old text, new text, place of the finding, part of message
    (
        "target.csv",
        "tpak,pk,2022,71.03",
        "tpak,pk,2022,0",
        ("target.csv", "tpak,pk,", "target", "0"),
        "division by the target",
    ),
    ("target.csv", "3.52", "0", ("target.csv", "tpt,", "target", "0"), "division"),
    (
        "kinerja_program.csv",
        "naik,40,",
        "naik,0,",
        ("kinerja_program.csv", "P2", "target", "0"),
        "division",
    ),
    (
        "target.csv",
        "tpak,pk,2022,71.03",
        "tpak,pk,2022,BB",
        ("target.csv", "tpak,pk,", "target", "BB"),
        "a grade, but the unit is persen",
    ),
    (
        "realisasi.csv",
        "sakip,2021,BB",
        "sakip,2021,70.01",
        ("realisasi.csv", "sakip,2021", "realisasi", "70.01"),
        "a number, but the unit is predikat",
    ),
    (
        "realisasi.csv",
        "sakip,2022,BB",
        "sakip,2022,B",
        ("realisasi.csv", "sakip,2022", "realisasi", "B"),
        "below its target BB",
    ),
    (
        "kinerja_program.csv",
        "P2,persen,naik,40,40",
        "P2,predikat,naik,40,A",
        ("kinerja_program.csv", "P2", "target", "40"),
        "a number, but the unit is predikat",
    ),
    (
        "kinerja_program.csv",
        "P2,persen,naik,40,40",
        "P2,predikat,naik,A,CC",
        ("kinerja_program.csv", "P2", "realisasi", "CC"),
        "below its target A",
    ),
    (
        "indikator.csv",
        "predikat,naik",
        "predikat,turun",
        ("indikator.csv", "sakip", "arah", "turun"),
        "lower-is-better",
    ),
    (
        "alokasi_sasaran.csv",
        "seluruh,,",
        "seluruh,,5",
        ("alokasi_sasaran.csv", "S1", "realisasi", "5"),
        "the whole programme pays",
    ),
    (
        "alokasi_sasaran.csv",
        "sebagian,198665000,197247750",
        "seluruh,198665000,",
        ("alokasi_sasaran.csv", "S4", "pagu", "198665000"),
        "the whole programme pays",
    ),
    (
        "alokasi_sasaran.csv",
        "198665000,197247750",
        "0,0",
        ("alokasi_sasaran.csv", "S4", "pagu", "0"),
        "division by the pagu",
    ),
    (
        "anggaran.csv",
        "perubahan,171870220",
        "perubahan,0",
        ("anggaran.csv", "P5,perubahan", "pagu", "0"),
        "division by the pagu",
    ),
    (
        "sasaran.csv",
        "sasaran,T1,Mewuj",
        "sasaran,S1,Mewuj",
        ("sasaran.csv", "S4", "induk", "S1"),
        "",
    ),
    ("sasaran.csv", "sasaran,T1,Mewuj", "sasaran,,Mewuj", ("sasaran.csv", "S4", "induk", ""), ""),
    ("sasaran.csv", "tujuan,,", "tujuan,S1,", ("sasaran.csv", "T1", "induk", "S1"), "nothing"),
    ("indikator.csv", "tpt,T1", "tpt,S1", ("sasaran.csv", "T1", "kode", "T1"), "nothing measures"),
    ("unit.csv", "uptd,6,,", "uptd,6,uptd,", ("unit.csv", "uptd", "induk", "uptd"), "below itself"),
    (
        "program.csv",
        ",hubungan-industrial,",
        ",pelatihan-swasta,",
        ("unit.csv", "pelatihan-swasta", "nama_singkat", ""),
        "short name",
    ),
]


@pytest.mark.parametrize(("name", "old", "new", "place", "message"), RULES)
def test_what_makes_the_report_impossible(
    folder: Folder, name: str, old: str, new: str, place: tuple[str, str, str, str], message: str
) -> None:
    folder.replace(name, old, new)
    found = next(iter(folder.findings()))
    file, start, column, value = place
    assert where(found) == (f"data/2022/{file}", folder.row(file, start), column, value)
    assert message in found.message
    assert found.expected and found.mend


def test_target_0_is_right_for_a_lower_is_better_indicator_that_reaches_it(folder: Folder) -> None:
    folder.replace("target.csv", "tpt,iku,2022,3.52", "tpt,iku,2022,0")
    folder.replace("realisasi.csv", "tpt,2022,5.45", "tpt,2022,0")
    folder.read()


def test_a_grade_below_several_targets_is_one_finding(folder: Folder) -> None:
    folder.replace("target.csv", "sakip,pk-perubahan,2022,BB", "sakip,pk-perubahan,2022,A")
    folder.replace("realisasi.csv", "sakip,2022,BB", "sakip,2022,B")
    found = folder.finding()
    assert where(found)[1:] == (15, "realisasi", "B")
    assert "A (pk-perubahan 2022), BB (pk 2022)" in found.message
    assert found.expected == "A or better, or numbers"
    assert "of all years and of the Renstra too" in str(found.mend)


@pytest.mark.parametrize(
    ("code", "mend"),
    [
        ("P9", "correct the code, or add P9 to data/2022/program.csv"),
        ("P33", "write P3, or add P33 to data/2022/program.csv"),
    ],
)
def test_an_unknown_code_may_be_a_wrong_one(folder: Folder, code: str, mend: str) -> None:
    folder.replace("alokasi_sasaran.csv", "P3", code)
    assert folder.findings()[0].mend == mend


def test_the_end_target_of_the_renstra_may_be_above_this_years_grade(folder: Folder) -> None:
    folder.replace("target.csv", "sakip,renstra,2026,BB", "sakip,renstra,2026,A")
    folder.read()


def test_in_its_last_year_the_renstra_is_due(folder: Folder) -> None:
    folder.replace("instansi.yml", "akhir: 2026", "akhir: 2022")
    folder.write(
        "target.csv", folder.text("target.csv").replace(",renstra,2026,", ",renstra,2022,")
    )
    folder.read()
    folder.replace("target.csv", "sakip,renstra,2022,BB", "sakip,renstra,2022,A")
    found = folder.finding()
    assert where(found)[1:] == (15, "realisasi", "BB")
    assert "below its target A (renstra 2022)" in found.message


def test_a_part_of_a_programme_may_follow_later(folder: Folder) -> None:
    folder.replace("alokasi_sasaran.csv", "198665000,197247750", "198665000,")
    assert folder.read().tables["alokasi_sasaran"].rows[3]["realisasi"] is None
    folder.replace("alokasi_sasaran.csv", "198665000,", ",")
    folder.read()


def test_grades_of_other_years_are_not_compared(folder: Folder) -> None:
    folder.replace("realisasi.csv", "sakip,2020,BB", "sakip,2020,CC")
    folder.write("target.csv", folder.text("target.csv") + "sakip,renstra,2024,A\n")
    folder.read()


MISSING = [
    ("realisasi.csv", "tpak,2022,72.79\n", "indikator, tahun", "tpak, 2022"),
    ("target.csv", "tpak,pk,2022,71.03\n", "indikator, dokumen, tahun", "tpak, pk, 2022"),
    ("target.csv", "phi,pk-perubahan,2022,96\n", None, "phi, pk-perubahan, 2022"),
    ("target.csv", "phi,renstra,2026,96\n", None, "phi, renstra, 2026"),
    ("target.csv", "tpt,iku,2022,3.52\n", None, "tpt, iku, 2022"),
    ("anggaran.csv", "P3,murni,779218000\n", "program, tahap", "P3, murni"),
    ("anggaran.csv", "P3,perubahan,960776000\n", "program, tahap", "P3, perubahan"),
    ("realisasi_anggaran.csv", "P3,826171345\n", "program", "P3"),
    ("kinerja_program.csv", "P3,persen,naik,0.02,0.02,\n", "program", "P3"),
    ("alokasi_sasaran.csv", "S3,P5,seluruh,,\n", "sasaran", "S3"),
    ("ketenagakerjaan.csv", "2022,938232", "tahun", "2022"),
]


@pytest.mark.parametrize(("name", "row", "column", "key"), MISSING)
def test_missing_row(folder: Folder, name: str, row: str, column: str | None, key: str) -> None:
    folder.replace(name, row, "2021,938232" if name == "ketenagakerjaan.csv" else "")
    found = folder.finding()
    assert (found.file, found.row, found.value) == (f"data/2022/{name}", None, None)
    assert column in (None, found.column)
    assert key in found.message and str(found.expected).startswith(key)


def test_missing_dimension_of_staff(folder: Folder) -> None:
    lines = folder.text("pegawai.csv").splitlines(keepends=True)
    folder.write("pegawai.csv", "".join(line for line in lines if "jabatan" not in line))
    assert "jabatan" in folder.finding().message


def test_all_findings_of_all_files_come_together(folder: Folder) -> None:
    folder.path("fakta.csv").unlink()
    folder.replace("program.csv", "Hubungan", "“Hubungan”", "cp1252")
    folder.replace("anggaran.csv", "4144720692", "banyak")
    folder.replace("anggaran.csv", "31680000", "-1")
    folder.replace("realisasi.csv", "tpak,2022,72.79\n", "")
    folder.replace("instansi.yml", "tahun: 2022", "tahun: dua ribu")
    assert {(found.file, found.row, found.column) for found in folder.findings()} == {
        ("data/2022/fakta.csv", None, None),
        ("data/2022/program.csv", 6, "nama"),
        ("data/2022/anggaran.csv", 2, "pagu"),
        ("data/2022/anggaran.csv", 3, "pagu"),
        ("data/2022/realisasi.csv", None, "indikator, tahun"),
        ("data/2022/instansi.yml", 3, "tahun"),
    }


def test_one_wrong_row_does_not_make_other_files_wrong(folder: Folder) -> None:
    """Codes are not looked up in a file that could not be read well."""
    folder.replace("program.csv", "P3,Program", "P3,terlalu,banyak,sel,Program")
    assert folder.finding().file == "data/2022/program.csv"


def test_files_without_rows_that_a_year_may_have(folder: Folder) -> None:
    for name in ("transmigrasi.csv", "kegiatan.csv", "fakta.csv"):
        folder.write(name, folder.text(name).split("\n")[0] + "\n")
    content = folder.read()
    assert content.tables["transmigrasi"].rows == ()


def test_columns_in_another_order(folder: Folder) -> None:
    lines = [line.split(",") for line in folder.text("anggaran.csv").splitlines()]
    folder.write("anggaran.csv", "".join(f"{c},{a},{b}\n" for a, b, c in lines))
    row = folder.read().tables["anggaran"].rows[0]
    assert (row["program"], row["tahap"], row["pagu"]) == ("P1", "murni", 4144720692)


def test_readable_message(folder: Folder) -> None:
    folder.replace("anggaran.csv", "4144720692", '"Rp 4,1 M"')
    assert str(folder.finding()) == (
        "data/2022/anggaran.csv, row 2, column pagu: this is not a whole number\n"
        "    found: 'Rp 4,1 M'\n"
        "    expected: digits only, such as 1250000000\n"
        "    to mend it: write the full amount without Rp, points, commas and words"
    )


@pytest.mark.parametrize("name", NAMA)
def test_schemas_describe_every_column(name: str) -> None:
    schema = schemas()[name]
    assert schema.title and schema.description and schema.sumber
    assert set(schema.primary_key) <= set(schema.columns)
    for field in schema.fields:
        assert field.title and field.description and field.example
        parse(field, field.example)
        assert field.satuan or field.type in ("string", "date") or field.name == "urutan"
    for key in schema.foreign_keys:
        assert key.reference in schemas()[key.resource].columns


@pytest.mark.parametrize("name", NAMA)
def test_files_have_the_columns_of_the_contract(folder: Folder, name: str) -> None:
    header = folder.text(f"{name}.csv").split("\n")[0]
    assert header == ",".join(schemas()[name].columns)


@pytest.mark.parametrize("name", NAMA)
def test_the_stock_tool_takes_the_schema(root: Path, name: str) -> None:
    frictionless = pytest.importorskip("frictionless")
    file = root / "lkjip" / "data" / "schemas" / f"{name}.json"
    schema = frictionless.Schema.from_descriptor(str(file))
    raw = json.loads(file.read_text(encoding="utf-8"))
    assert [field.name for field in schema.fields] == [field["name"] for field in raw["fields"]]
