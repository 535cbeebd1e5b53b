"""Bytes → rows of text: encodings, separators, headers, ragged rows, Indonesian numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip.data.cells import CellError, integer, number
from lkjip.data.read import read_table
from lkjip.numbers import MINUS, angka
from tests.data.conftest import Folder, column, where

SAVE_AS = "CSV UTF-8"


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
@pytest.mark.parametrize("separator", [b",", b";"])
def test_same_rows_whatever_the_program_that_wrote_them(
    bom: bytes, end: bytes, separator: bytes
) -> None:
    lines = [b"b,a", b"2,satu", b"", b'3," dua "']
    data = bom + end.join(line.replace(b",", separator) for line in lines) + end
    table = read_table(data, "x.csv", ["a", "b"])
    assert table.findings == []
    assert table.delimiter == separator.decode()
    assert [(row.line, row.cells) for row in table.rows] == [
        (2, {"b": "2", "a": "satu"}),
        (4, {"b": "3", "a": "dua"}),
    ]


def test_separators_that_excel_leaves_behind_are_nothing() -> None:
    data = b"a;b;;\r\n1;2;;\r\n;;;\r\n3;4;;\r\n"
    table = read_table(data, "x.csv", ["a", "b"])
    assert table.findings == []
    assert [row.cells for row in table.rows] == [{"a": "1", "b": "2"}, {"a": "3", "b": "4"}]


def test_separator_inside_quotes_is_text() -> None:
    table = read_table(b'a,b\n"satu, dua; ""tiga""",2\n', "x.csv", ["a", "b"])
    assert table.rows[0].cells["a"] == 'satu, dua; "tiga"'


def test_wrong_encoding(folder: Folder) -> None:
    folder.replace("program.csv", "Hubungan", "“Hubungan”", "cp1252")
    found = folder.finding()
    row = folder.path("program.csv").read_bytes().split(b"\n").index
    assert where(found) == ("data/2022/program.csv", 6, "nama", "“Hubungan”")
    assert row(b"P5,Program \x93Hubungan\x94 Industrial,hubungan-industrial,DAU") == 6 - 1
    assert found.expected == "UTF-8" and SAVE_AS in str(found.mend)


def test_wrong_encoding_in_a_file_from_excel(folder: Folder) -> None:
    folder.as_excel("fakta.csv", ("Pendaftar", "Pendaftar – calon"))
    text = folder.path("fakta.csv").read_text(encoding="utf-8-sig")
    folder.write("fakta.csv", text, "cp1252")
    assert where(folder.finding()) == ("data/2022/fakta.csv", 3, "uraian", "–")


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\r\n \r\n", "empty"),
        ("kode,nama".encode("utf-16"), "UTF-16"),
        (b"PK\x03\x04 and the rest of a workbook", "workbook"),
        (b"kode\tnama\tunit\tsumber_dana\n", "tabs"),
        (b"kode,nama,unit,sumber_dana\n", "no rows"),
    ],
)
def test_files_that_hold_no_table(folder: Folder, data: bytes, word: str) -> None:
    folder.path("program.csv").write_bytes(data)
    found = folder.finding()
    assert found.file == "data/2022/program.csv"
    assert word in found.message


def test_missing_header(folder: Folder) -> None:
    folder.write("program.csv", folder.text("program.csv").split("\n", 1)[1])
    found = folder.finding()
    assert (found.row, found.column) == (1, None)
    assert "header row is missing" in found.message
    assert "kode, nama, unit, sumber_dana" in str(found.expected)


def test_misspelt_column_is_one_finding(folder: Folder) -> None:
    folder.replace("program.csv", "sumber_dana", "Sumber Dana")
    found = folder.finding()
    assert where(found) == ("data/2022/program.csv", 1, "Sumber Dana", "Sumber Dana")
    assert found.expected == "sumber_dana"


@pytest.mark.parametrize("title", ["Pagu Anggaran", "PAGU (Rp)", "pagu_2022"])
def test_column_with_another_name_keeps_its_values(folder: Folder, title: str) -> None:
    folder.replace("anggaran.csv", "pagu", title)
    found = folder.finding()
    assert where(found) == ("data/2022/anggaran.csv", 1, title, title)
    assert (found.expected, found.mend) == ("pagu", f"rename the column “{title}” to pagu")


def test_unknown_column_in_place_of_the_missing_one(folder: Folder) -> None:
    folder.replace("anggaran.csv", "pagu", "xyz")
    found = folder.finding()
    assert where(found) == ("data/2022/anggaran.csv", 1, "xyz", "xyz")
    assert found.message == "the column is unknown, and the column pagu is missing"
    assert "rename the column “xyz” to pagu" in str(found.mend)


@pytest.mark.parametrize(
    ("header", "mends"),
    [
        # Each takes the place of a missing one.
        ("program,x,y", [("x", "tahap"), ("y", "pagu")]),
        # The likeness of names goes before the place.
        (
            "program,Pagu Belanja Dinas,tahapan",
            [("Pagu Belanja Dinas", "pagu"), ("tahapan", "tahap")],
        ),
        ("program,tahap,pagu,x", [("x", None)]),
        ("x,program,y,tahap", [("x", None), ("y", "pagu")]),
    ],
)
def test_unknown_columns_are_matched(header: str, mends: list[tuple[str, str | None]]) -> None:
    columns = ["program", "tahap", "pagu"]
    findings = read_table(f"{header}\n".encode(), "x.csv", columns).findings
    told = [(one.value, one.expected if one.expected in columns else None) for one in findings]
    assert told == mends
    assert [one.mend == "delete the column" for one in findings] == [not name for _x, name in mends]


def test_missing_column_without_another(folder: Folder) -> None:
    folder.write("anggaran.csv", "program,tahap\nP1,murni\n")
    missing = folder.findings()[0]
    assert where(missing) == ("data/2022/anggaran.csv", 1, "pagu", None)
    assert "missing" in missing.message and "program, tahap, pagu" in str(missing.expected)


def test_missing_column_does_not_hide_wrong_cells(folder: Folder) -> None:
    folder.replace("kinerja_program.csv", ",realisasi", ",xyz")
    folder.replace("kinerja_program.csv", "P2,persen", "P2,percen")
    assert [found.column for found in folder.findings()] == ["xyz", "satuan"]


def test_column_that_stands_there_twice(folder: Folder) -> None:
    folder.replace("pegawai.csv", "laki_laki,perempuan", "perempuan,perempuan")
    twice, missing = folder.findings()
    assert where(twice) == ("data/2022/pegawai.csv", 1, "perempuan", "perempuan")
    assert where(missing) == ("data/2022/pegawai.csv", 1, "laki_laki", None)


@pytest.mark.parametrize("separator", [",", ";"])
def test_capitals_in_the_header_are_named(folder: Folder, separator: str) -> None:
    text = folder.text("anggaran.csv").replace("program,tahap,pagu", "Program,TAHAP,Pagu")
    folder.write("anggaran.csv", text.replace(",", separator))
    found = folder.findings()
    assert [(one.value, one.expected) for one in found] == [
        ("Program", "program"),
        ("TAHAP", "tahap"),
        ("Pagu", "pagu"),
    ]
    assert all("small letters" in one.message for one in found)
    assert found[0].mend == "rename the column “Program” to program"


@pytest.mark.parametrize("after", [b"", b";;"])
@pytest.mark.parametrize("titles", [b"indikator,tahun,realisasi", b"Indikator,Tahun,Realisasi"])
def test_header_in_one_cell(titles: bytes, after: bytes) -> None:
    data = b'"%s"%s\r\n"tpak,2022,72.79"%s\r\n' % (titles, after, after)
    (found,) = read_table(data, "x.csv", ["indikator", "tahun", "realisasi"]).findings
    assert (found.row, found.value) == (1, titles.decode())
    assert "one cell" in found.message
    assert "From Text/CSV, and the comma as separator" in str(found.mend)
    assert "Text to Columns" in str(found.mend)


@pytest.mark.parametrize("row", ['"P1,""murni, awal"",5"', '"P1;murni;5"', '"P1,murni,5",,'])
def test_rows_in_one_cell_are_one_finding(row: str) -> None:
    data = f"program,tahap,pagu\nP0,murni,4\n{row}\n{row}\n".encode()
    table = read_table(data, "x.csv", ["program", "tahap", "pagu"])
    (found,) = table.findings
    assert found.row == 3 and "one cell" in found.message
    assert f"the {'semicolon' if ';' in row else 'comma'} as separator" in str(found.mend)
    assert [row.line for row in table.rows] == [2]


def test_a_text_with_commas_is_no_whole_row() -> None:
    data = b'a,b\n"satu, dua",3\n'
    assert read_table(data, "x.csv", ["a", "b"]).findings == []


def test_line_break_in_the_first_title() -> None:
    (found,) = read_table(b'"kode\nini",nama\n1,2\n', "x.csv", ["kode_ini", "nama"]).findings
    assert found.expected == "kode_ini"


@pytest.mark.parametrize(
    ("data", "number", "expected"),
    [
        (b"a,,c\n1,2,3\n", 2, "b"),
        (b"a,b,\n1,2,3\n", 3, "c"),
        (b"a;b;;\n1;2;3;\n", 3, "c"),
        (b"a,,\n1,2,3\n", 2, "b or c"),
        (b"a,b,c,\n1,2,3,note\n", 4, "no more columns: all have their titles"),
    ],
)
def test_empty_title(data: bytes, number: int, expected: str) -> None:
    found = read_table(data, "x.csv", ["a", "b", "c"]).findings[0]
    assert found.message == f"the title of column {number} is empty"
    assert (found.row, found.expected) == (1, expected)
    assert (expected in str(found.mend)) == (number < 4)


def test_empty_title_and_more_missing_columns() -> None:
    found = read_table(b"a,,\n1,2,\n", "x.csv", ["a", "b", "c"]).findings
    assert [one.message for one in found] == [
        "the title of column 2 is empty",
        "the column is missing",
        "the column is missing",
    ]


def test_too_many_cells() -> None:
    (found,) = read_table(b"a,b\n1,Rp 4,1 M\n", "x.csv", ["a", "b"]).findings
    assert found.message == "the row has 3 cells, the header 2"
    assert 'straight double quotes: "one, two"' in str(found.mend)
    assert "missing" not in str(found.mend)


def test_too_few_cells() -> None:
    (found,) = read_table(b"a,b\n1\n", "x.csv", ["a", "b"]).findings
    assert found.message == "the row has 1 cell, the header 2"
    assert "add the missing cell" in str(found.mend) and "quotes" not in str(found.mend)


@pytest.mark.parametrize("new", ["tpak,2022,72,79", "tpak,2022"])
def test_ragged_row(folder: Folder, new: str) -> None:
    folder.replace("realisasi.csv", "tpak,2022,72.79", new)
    found = folder.finding()
    expected = ("data/2022/realisasi.csv", 9, None, ", ".join(new.split(",")))
    assert where(found) == expected
    assert found.expected == "3 cells"


def test_open_quotes(folder: Folder) -> None:
    folder.replace("program.csv", "P3,Program", 'P3,"Program')
    found = folder.finding()
    assert (found.file, found.row) == ("data/2022/program.csv", 4)
    assert "quotes" in found.message


@pytest.mark.parametrize("sign", ["\n", "\t", "\x00", "\x0b", "\x85", "\ufffd"])
def test_signs_that_cannot_be_printed(folder: Folder, sign: str) -> None:
    folder.replace("program.csv", "Program Hubungan Industrial", f'"Program{sign}Hubungan"')
    found = folder.finding()
    assert where(found) == ("data/2022/program.csv", 6, "nama", f"Program{sign}Hubungan")


def test_row_numbers_after_a_cell_with_a_line_break(folder: Folder) -> None:
    folder.replace("program.csv", "Program Perencanaan Tenaga Kerja", '"Program\nPerencanaan"')
    folder.replace("program.csv", "P5,Program Hubungan Industrial", "P5,")
    assert [(found.row, found.column) for found in folder.findings()] == [(3, "nama"), (7, "nama")]


def test_markup_is_text(folder: Folder) -> None:
    nasty = '<script>alert(1)</script> *a* # {{< include /etc/passwd >}} #set page() "x" $ \\'
    cell = nasty.replace('"', '""')
    folder.replace("program.csv", "Program Hubungan Industrial", f'"{cell}"')
    assert nasty in column(folder.read(), "program", "nama")


def test_numbers_as_excel_in_indonesia_writes_them(folder: Folder) -> None:
    folder.as_excel(
        "anggaran.csv", ("4091142672", "4.091.142.672"), ("160610000", "160.610.000,00")
    )
    folder.as_excel("realisasi.csv", ("72.79", "72,79"), ("70.44", "70.44"))
    folder.as_excel("fakta.csv", ("5000000", "5.000.000"), ("3018474000", "3.018.474.000,5"))
    folder.as_excel("transmigrasi.csv", ("2022-10-19", "19/10/2022"), bom=False)
    content = folder.read()
    assert 4091142672 in column(content, "anggaran", "pagu")
    assert 160610000 in column(content, "anggaran", "pagu")
    assert {Decimal("72.79"), Decimal("70.44"), "BB"} <= set(
        column(content, "realisasi", "realisasi")
    )
    assert {Decimal(5000000), Decimal("3018474000.5")} <= set(column(content, "fakta", "nilai"))
    assert str(column(content, "transmigrasi", "tanggal_berangkat")[0]) == "2022-10-19"


@pytest.mark.parametrize(
    ("name", "key", "old", "new", "expected"),
    [
        ("realisasi.csv", "realisasi", "72.79", "7.279", "7279 or 7,279"),
        ("fakta.csv", "nilai", "5000000", "5.000", "5000 or 5,000"),
        (
            "transmigrasi.csv",
            "tanggal_berangkat",
            "2022-10-19",
            "10/09/2022",
            "2022-09-10 or 2022-10-09",
        ),
    ],
)
def test_two_readings_are_refused(
    folder: Folder, name: str, key: str, old: str, new: str, expected: str
) -> None:
    folder.as_excel(name, (old, new))
    found = folder.finding()
    assert (found.file, found.column, found.value) == (f"data/2022/{name}", key, new)
    assert "two readings" in found.message and found.expected == expected


def test_an_amount_with_one_point_beside_full_ones_is_refused(folder: Folder) -> None:
    folder.as_excel("anggaran.csv", ("160610000", "160.610"))
    found = folder.finding()
    first = folder.row("anggaran.csv", "P1")
    assert (found.file, found.column, found.value) == ("data/2022/anggaran.csv", "pagu", "160.610")
    assert "two readings" in found.message and f"row {first} " in found.message
    assert found.expected == "160610, or 160610000 if thousands are meant"


def test_amounts_with_points_alone_have_one_reading(folder: Folder) -> None:
    amounts = [n for n in column(folder.read(), "anggaran", "pagu") if isinstance(n, int)]
    folder.as_excel("anggaran.csv", *((f";{n}", f";{angka(n)}") for n in amounts), bom=False)
    assert column(folder.read(), "anggaran", "pagu") == amounts
    folder.replace("anggaran.csv", "160.610.000", "160.610")
    assert 160610 in column(folder.read(), "anggaran", "pagu")


def test_counts_with_points_beside_counts_without_have_one_reading(folder: Folder) -> None:
    folder.as_excel("pengangguran.csv", ("14055", "14.055"))
    assert 14055 in column(folder.read(), "pengangguran", "jumlah")


def test_decimals_with_points_and_commas_in_one_column(folder: Folder) -> None:
    folder.as_excel("realisasi.csv", ("72.79", "72,79"))
    assert {Decimal("72.79"), Decimal("70.44")} <= set(
        column(folder.read(), "realisasi", "realisasi")
    )


@pytest.mark.parametrize("text", ["1,072.79", "1.23.456,7", "1.234,", ",5", "1 072,79", "01.234,5"])
def test_broken_indonesian_numbers(text: str) -> None:
    with pytest.raises(CellError):
        number(text, indonesian=True)


@pytest.mark.parametrize(
    "text", ["4.091.142.67", "40911.426", "10,730", "1,5", "1.234,567", "007.000", "1e9", "٣"]
)
def test_broken_indonesian_whole_numbers(text: str) -> None:
    with pytest.raises(CellError):
        integer(text, indonesian=True)


@pytest.mark.parametrize("text", ["4.091.142.672", "71,03", "1.000", "5,00"])
def test_commas_and_grouping_only_where_semicolons_separate(text: str) -> None:
    with pytest.raises(CellError):
        integer(text, indonesian=False)
    if "," in text or text.count(".") > 1:
        with pytest.raises(CellError):
            number(text, indonesian=False)


whole = st.integers(-(10**18) + 1, 10**18 - 1)
decimals = st.decimals(-(10**9), 10**9, places=2, allow_nan=False, allow_infinity=False)


def written(x: int | Decimal) -> str:
    """A number as Excel writes it in Indonesia: as we print it, with a hyphen for the minus."""
    return angka(x).replace(MINUS, "-")


@given(whole)
def test_any_grouped_whole_number_comes_back(n: int) -> None:
    assert integer(written(n), indonesian=True) == n
    assert integer(str(n), indonesian=True) == integer(str(n), indonesian=False) == n


@given(decimals)
def test_any_decimal_comes_back(x: Decimal) -> None:
    assert number(written(x), indonesian=True) == x
    assert number(written(x).replace(".", ""), indonesian=True) == x
    assert number(f"{x:f}", indonesian=True) == number(f"{x:f}", indonesian=False) == x


@given(decimals)
def test_decimals_are_kept_as_written(x: Decimal) -> None:
    text = f"{abs(x):f}"
    assert str(number(text, indonesian=False)) == text


@given(st.integers(1, 999), st.integers(0, 999))
def test_three_digits_behind_one_point_are_never_guessed(head: int, tail: int) -> None:
    with pytest.raises(CellError):
        number(f"{head}.{tail:03}", indonesian=True)


@given(st.text("0123456789.,-", min_size=1, max_size=12))
def test_what_is_read_prints_as_it_was_written(text: str) -> None:
    """No text of digits, points and commas becomes another number."""
    try:
        value = number(text, indonesian=True)
    except CellError:
        return
    plain = f"{value:f}"
    readings = {written(value), plain, plain.replace(".", ",")}
    assert text.lstrip("-0") in {reading.lstrip("-0") for reading in readings}
