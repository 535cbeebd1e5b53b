"""instansi.yml: typed, people filled in, every mistake with its line."""

from __future__ import annotations

import re
from dataclasses import FrozenInstanceError
from datetime import date
from decimal import Decimal

import pytest

from lkjip.data.instansi import Instansi, Kontak
from lkjip.data.instansi_yml import KOLOM_DIBULATKAN
from lkjip.kinerja import predikat
from lkjip.numbers import bulatkan
from tests.data.conftest import Folder, where

FILE = "data/2022/instansi.yml"


@pytest.fixture
def instansi(folder: Folder) -> Instansi:
    return folder.read().instansi


def test_people_are_filled_in(instansi: Instansi) -> None:
    assert instansi.laporan.penandatangan is instansi.pejabat["rully"]
    assert instansi.kepala_daerah.nip is None
    assert instansi.perjanjian["pk"].pihak_pertama.nip == "19620815 199303 1 005"
    assert instansi.perjanjian["pk-perubahan"].pihak_kedua is instansi.kepala_daerah


def test_dates_and_numbers(instansi: Instansi) -> None:
    assert instansi.laporan.tanggal == date(2023, 2, 28)
    assert instansi.laporan.kepegawaian_per == date(2022, 11, 1)
    assert instansi.perjanjian["pk-perubahan"].tanggal == date(2022, 10, 31)
    assert (instansi.periode.awal, instansi.periode.akhir) == (2021, 2026)
    assert instansi.pengaturan.capaian_maksimum is None


def test_lists(instansi: Instansi) -> None:
    assert len(instansi.dasar_hukum) == 21
    assert len(instansi.rpjmd.misi) == 4 and len(instansi.rpjmd.sasaran) == 3
    assert instansi.rpjmd.misi[instansi.rpjmd.misi_dinas - 1].startswith("Percepatan")


def test_scale_is_what_predikat_takes(instansi: Instansi) -> None:
    kelas = instansi.pengaturan.skala_capaian.kelas
    assert predikat(Decimal("90.01"), kelas) == "Sangat Tinggi"
    assert predikat(90, kelas) == "Tinggi"
    assert predikat(-5, kelas) == "Sangat Rendah"


def test_rounding_by_table_and_column(instansi: Instansi) -> None:
    assert instansi.pembulatan("renstra", "kemajuan") == (2, "truncate")
    assert instansi.pembulatan("realisasi-anggaran", "serapan") == (2, "half-up")
    assert instansi.pembulatan("analisis-efisiensi", "efisiensi") == (0, "half-up")
    assert instansi.pembulatan("tak dikenal", "serapan") == (2, "half-up")
    assert instansi.dari_cetak("efisiensi", "efisiensi")
    assert not instansi.dari_cetak("analisis-efisiensi", "efisiensi")
    x = Decimal("99.605107")
    assert bulatkan(x, *instansi.pembulatan("efisiensi", "serapan")) == Decimal("99.60")
    assert bulatkan(x, *instansi.pembulatan("realisasi-anggaran", "serapan")) == Decimal("99.61")


def test_every_rounded_column_may_be_set(folder: Folder) -> None:
    text = (
        folder.text("instansi.yml").split("    bawaan:")[0]
        + "    bawaan: {desimal: 1, cara: half-up}\n"
    )
    for tabel, kolom in KOLOM_DIBULATKAN.items():
        text += f"    {tabel}:\n"
        text += "".join(f"      {k}: {{desimal: 3, cara: truncate, dari: eksak}}\n" for k in kolom)
    folder.write("instansi.yml", text)
    instansi = folder.read().instansi
    assert instansi.pembulatan("lain", "lain") == (1, "half-up")
    assert all(
        instansi.pembulatan(t, k) == (3, "truncate")
        for t, ks in KOLOM_DIBULATKAN.items()
        for k in ks
    )


def test_the_annex_of_traces_is_off_until_it_is_wanted(folder: Folder) -> None:
    assert not folder.read().instansi.jejak_data
    folder.replace("instansi.yml", "logo: null", "logo: null\njejak_data: true")
    assert folder.read().instansi.jejak_data
    folder.replace("instansi.yml", "jejak_data: true", "jejak_data: false")
    assert not folder.read().instansi.jejak_data


def test_frozen(instansi: Instansi) -> None:
    with pytest.raises(FrozenInstanceError):
        instansi.nama = "lain"  # type: ignore[misc]
    with pytest.raises(TypeError):
        instansi.pejabat["baru"] = instansi.kepala_daerah  # type: ignore[index]


BAD = [
    # old text, new text, key, value, part of message, part of expected
    ('nip: "19750902 199412 1 002"', "nip: 197509021994121002", "pejabat.rully.nip",
     "197509021994121002", "not text", "19800131"),
    ("19750902 199412 1 002", "19750902 199412 1 02", "pejabat.rully.nip",
     "19750902 199412 1 02", "wrong form", "19800131"),
    ("19750902 199412 1 002", "19750902 199412 3 002", "pejabat.rully.nip",
     "19750902 199412 3 002", "wrong form", ""),
    ("tanggal: 2022-01-24", "tanggal: 24 Januari 2022", "perjanjian.pk.tanggal",
     "24 Januari 2022", "not a date", "2024-12-31"),
    ("tanggal: 2022-01-24", "tanggal: 2022-02-30", "perjanjian.pk.tanggal",
     "2022-02-30", "not a date", ""),
    ('"2022-11"', '"2022-13"', "laporan.kepegawaian_per", "2022-13", "wrong form", "2024-12"),
    ("penandatangan: rully", "penandatangan: ruly", "laporan.penandatangan",
     "ruly", "unknown", "bupati, mujianto, rully"),
    ("tahun: 2022", "tahun: 2023", "tahun", "2023", "not that of the folder", "2022"),
    ("tahun: 2022", 'tahun: "2022"', "tahun", "2022", "not a number", ""),
    ("misi_dinas: 4", "misi_dinas: 5", "rpjmd.misi_dinas", "5", "range", "1 to 4"),
    ("misi_dinas: 4", "misi_dinas: 010", "rpjmd.misi_dinas", "010", "range", ""),
    ("logo: null", "logo: null\njejak_data: ya", "jejak_data", "ya", "unknown", "true, false"),
    ("logo: null", "logo: null\njejakdata: true", "jejakdata", "jejakdata", "unknown",
     "jejak_data"),
    ("logo: null", "logo: logo.png", "logo", "logo.png", "picture is missing", "beside"),
    ("logo: null", "logo: ../rahasia.png", "logo", "../rahasia.png", "picture is missing", ""),
    ("logo: null", "logo: lambang.svg", "logo", "lambang.svg", "kind of picture", ".png"),
    ("tempat: Blitar", "tempat: 5", "tempat", "5", "not text", "text"),
    ("tempat: Blitar", "tempat: [a, b]", "tempat", "[…]", "not text", "text"),
    ("tempat: Blitar", 'tempat: "Bli\\u0007tar"', "tempat", "Bli\x07tar", "printed", "text"),
    ("tempat: Blitar", "tempat:", "tempat", None, "value is missing", ""),
    ("tempat: Blitar", "tempat: Blitar\nwilayah: x", "wilayah", "wilayah", "unknown", "tempat"),
    ("tempat: Blitar", "tempat: Blitar\ntempat: Wlingi", "tempat", None, "row 9 already", "once"),
    ("alamat: Jl.", "alamt: Jl.", "alamt", "alamt", "unknown", "alamat"),
    ("pihak_pertama: mu", "pihak_prtama: mu", "perjanjian.pk.pihak_prtama", None, "unknown",
     "pihak_pertama"),
    ("efisiensi: selisih", "efisiensi: pmk22", "pengaturan.efisiensi", "pmk22", "unknown",
     "selisih, sisa_bersyarat"),
    ("capaian_maksimum: null", "capaian_maksimum: 90", "pengaturan.capaian_maksimum", "90",
     "range", "100"),
    ("di_atas: 75", "di_atas: 95", "pengaturan.skala_capaian.kelas", None, "holes", "fall"),
    ("di_atas: null", "di_atas: 10", "pengaturan.skala_capaian.kelas", None, "holes", ""),
    (", di_atas: 75", "", "pengaturan.skala_capaian.kelas[2].di_atas", None, "key is missing", ""),
    ("di_atas: 75", "di_atas: banyak", "pengaturan.skala_capaian.kelas[2].di_atas", "banyak",
     "range", ""),
    ("bawaan: {desimal: 2, cara: half-up}", "bawaan: {desimal: 2, cara: halfup}",
     "pengaturan.pembulatan.bawaan.cara", "halfup", "unknown", "half-up, truncate"),
    ("bawaan: {desimal: 2,", "bawaan: {desimal: -2,", "pengaturan.pembulatan.bawaan.desimal", "-2",
     "range", "0 to 6"),
    ("    renstra:", "    rentra:", "pengaturan.pembulatan.rentra", "rentra", "unknown", "renstra"),
    ("      alokasi:", "      persen:", "pengaturan.pembulatan.alokasi-sasaran.persen", "persen",
     "unknown", "alokasi"),
    ("up, dari: cetak", "up, dari: x", "pengaturan.pembulatan.efisiensi.efisiensi.dari", "x",
     "unknown", "cetak, eksak"),
    ("periode: # RPJMD dan Renstra\n  awal: 2021\n  akhir: 2026", "periode: 2021-2026", "periode",
     "2021-2026", "wrong form", "section"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "key", "value", "message", "expected"), BAD)
def test_bad_setting(
    folder: Folder,
    old: str,
    new: str,
    key: str | None,
    value: str | None,
    message: str,
    expected: str,
) -> None:
    before = folder.text("instansi.yml").split(old)[0]
    folder.replace("instansi.yml", old, new)
    found = folder.finding()
    assert found.file == FILE
    assert key in (None, found.column)
    assert value in (None, found.value)
    assert message in found.message and expected in str(found.expected)
    # The line of the change, the one after it, or the one where the changed list begins.
    line = before.count("\n") + 1
    assert found.row is not None and line - 5 <= found.row <= line + 1


@pytest.mark.parametrize(
    "key", ["tahun", "nama", "pejabat", "laporan", "perjanjian", "rpjmd", "pengaturan"]
)
def test_missing_key_is_one_finding(folder: Folder, key: str) -> None:
    top = folder.text("instansi.yml").split("\n")
    start = next(n for n, line in enumerate(top) if line.startswith(f"{key}:"))
    end = next(n for n in range(start + 1, len(top) + 1) if n == len(top) or top[n][:1].isalpha())
    folder.write("instansi.yml", "\n".join(top[:start] + top[end:]))
    assert where(folder.finding()) == (FILE, None, key, None)


def test_all_at_once(folder: Folder) -> None:
    folder.replace("instansi.yml", "tempat: Blitar", "tempat: 5")
    folder.replace("instansi.yml", "tanggal: 2022-01-24", "tanggal: kemarin")
    folder.replace("instansi.yml", "misi_dinas: 4", "misi_dinas: 9")
    places = {(found.row, found.column) for found in folder.findings()}
    assert places == {(9, "tempat"), (36, "perjanjian.pk.tanggal"), (55, "rpjmd.misi_dinas")}


@pytest.mark.parametrize(
    ("text", "row", "words"),
    [
        ("tahun: 2022\n  nama: x\n", 2, "indented more than the line above"),
        ("a:\n  b: 1\n c: 2\n", 3, "the indentation of this line differs from the line above"),
        (" a: 1\nb: 2\n", 2, "the indentation of this line differs from the line above"),
        ("a: 1\n- b\n", 2, "the indentation of this line differs from the line above"),
        ("a: [1, 2\nb: 3\n", 2, "a bracket is not closed"),
        ("a: *tidak\n", 1, "a value that begins with * needs quotes"),
        ("a: @x\n", 1, "a value that begins with this sign needs quotes"),
        ("a: b: c\n", 1, "a colon too many"),
        ("a: 1\nb\nc: 2\n", 3, "the colon after a key is missing, here or in the line above"),
        ('a: "x" y\n', 1, "after a closing quote or bracket"),
        ('a: "x\n', 2, "a quote that was opened is not closed"),
        ("a:\n\tb: 1\n", 2, "a tab stands here"),
        ("a: - x\n", 1, "a list begins on a line of its own"),
    ],
)
def test_invalid_yaml(folder: Folder, text: str, row: int, words: str) -> None:
    folder.write("instansi.yml", text)
    found = folder.finding()
    assert (found.file, found.row) == (FILE, row)
    assert "not valid YAML" in found.message
    assert words in found.message


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "# hanya komentar\n"])
def test_no_settings(folder: Folder, text: str) -> None:
    folder.write("instansi.yml", text)
    assert folder.finding().file == FILE


def test_wrong_encoding(folder: Folder) -> None:
    folder.replace("instansi.yml", "alamat: Jl.", "alamat: Jl. “Imam”", "cp1252")
    found = folder.finding()
    assert (found.file, found.row, found.value) == (FILE, 8, "“Imam”")


def test_self_reference_ends(folder: Folder) -> None:
    folder.replace("instansi.yml", "rpjmd:", "rpjmd: &x\n  lagi: *x")
    assert [found.column for found in folder.findings()] == ["rpjmd.lagi"]


@pytest.mark.parametrize(
    ("line", "edisi"), [("edisi: Edisi kedua", "Edisi kedua"), ("edisi:", None), ("", None)]
)
def test_an_edition_may_be_named(folder: Folder, line: str, edisi: str | None) -> None:
    text = re.sub(r"(?m)^edisi: .*\n", "", folder.text("instansi.yml"))
    folder.write("instansi.yml", f"{text}\n{line}\n")
    assert folder.read().instansi.edisi == edisi


def test_a_year_may_name_no_contact(instansi: Instansi) -> None:
    assert instansi.kontak == Kontak()


def test_a_contact_has_what_it_has(folder: Folder) -> None:
    folder.replace("instansi.yml", "logo: null", "kontak:\n  telepon: (0342) 123456\nlogo: null")
    kontak = folder.read().instansi.kontak
    assert kontak == Kontak(telepon="(0342) 123456")


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("telepon: hubungi kantor", "kontak.telepon"),
        ("surel: dinas.example.go.id", "kontak.surel"),
        ("laman: dinas.example.go.id", "kontak.laman"),
        ("laman: javascript:alert(1)", "kontak.laman"),
        ("email: dinas@example.go.id", "kontak.email"),
    ],
)
def test_a_contact_can_be_used(folder: Folder, line: str, column: str) -> None:
    folder.replace("instansi.yml", "logo: null", f"kontak:\n  {line}\nlogo: null")
    assert folder.finding().column == column
