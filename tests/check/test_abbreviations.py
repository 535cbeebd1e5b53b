"""The list of abbreviations holds every abbreviation that the report prints."""

from __future__ import annotations

import pytest

from .narasi import find

LIST = """::: {.singkatan}

- PHK: pemutusan hubungan kerja
- SIAP Kerja: Sistem dan Aplikasi Pelayanan Ketenagakerjaan
- SP/SB: serikat pekerja/serikat buruh

:::
"""
# What the data of 2022 prints; these tests are about the text.
DATA = "\n".join(
    f"- {word}: …"
    for word in [
        "AKAD",
        "AKAN",
        "AKL",
        "AKSUS",
        "BLKLN",
        "DAU",
        "IMTA",
        "JFT",
        "LPTKS",
        "P3MI",
        "PB",
        "PBK",
        "PMI",
        "RTK",
        "SAKIP",
        "SD",
        "SLTA",
        "SLTP",
        "SMTA",
        "TKM",
        "TKS",
        "TPT",
        "TTG",
        "UPT",
        "UPTD",
    ]
)


def words(text: str, more: str = DATA) -> list[str]:
    listed = LIST.replace("\n\n:::\n", f"\n{more}\n\n:::\n")
    found = find(f"{listed}\n{text}\n")
    return [draft.message.split()[0] for code, draft in found if code == "N33"]


@pytest.mark.parametrize(
    "text",
    [
        "Jumlah PHK bertambah, kata SP/SB.",
        "Aplikasi SIAP Kerja dipakai.",
        "Uraian terdapat dalam Bab III dan predikatnya BB.",
        "PIHAK PERTAMA menyanggupi hal itu kepada PIHAK KEDUA.",
        "BAB IV PENUTUP",
        "**PERJANJIAN KINERJA PERUBAHAN**",
        "Dinas Tipe B melaksanakannya.",
    ],
)
def test_what_is_listed_or_no_abbreviation(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Kerja sama dengan BPJS diperkuat.", "BPJS"),
        ("Jumlah PHK menurut LKjIP bertambah.", "LKjIP"),
        ("Pekerja (P4MI) dilindungi.", "P4MI"),
        ("Forum PHK/UMK dibentuk.", "PHK/UMK"),
    ],
)
def test_what_is_not_listed(text: str, word: str) -> None:
    assert words(f"{text} {text}") == [word]


def test_the_data_is_looked_at_too() -> None:
    found = words("Tidak ada.", more="- UPTD: …")
    assert "SAKIP" in found and "PMI" in found and "UPTD" not in found


def test_without_a_list_nothing_is_asked() -> None:
    assert [code for code, _ in find("Kerja sama dengan BPJS diperkuat.\n") if code == "N33"] == []
