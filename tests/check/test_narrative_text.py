"""How the check reads: sentences, clauses, numbers, years, subjects, and the facts themselves."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from lkjip.check.context import Context
from lkjip.check.narrative.numerals import dates, nips, numerals
from lkjip.check.narrative.reading import facts, reading
from lkjip.check.narrative.regulations import without_regulations
from lkjip.data.folder import read_year
from lkjip.paths import Project
from lkjip.render.narrative import Known

from .narasi import content, context


def sentences(text: str) -> list[str]:
    # Marks leave blanks where they stood.
    found = (" ".join(s.text.split()) for s in reading(context(text)).sentences)
    return [text.replace(" .", ".") for text in found]


def test_sentences_are_what_a_reader_reads() -> None:
    text = (
        "---\nbukan: kepala\n---\n\n# JUDUL {#sec-a}\n\nKalimat *pertama*. Kalimat kedua,\n"
        "yang bersambung.\n\n1. butir [satu](a.html)\n2. butir dua\n\n::: {.kelas}\n\n"
        "**Tebal**\n\n| sel | 12 |\n\n:::\n\n```\nkode 1.234\n```\n"
    )
    assert sentences(text.partition("---\n\n")[2]) == [
        "JUDUL",
        "Kalimat pertama.",
        "Kalimat kedua, yang bersambung.",
        "butir satu",
        "butir dua",
        "Tebal",
        "sel 12",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Alamatnya Jl. Imam Bonjol No. 7 Blitar.",
        "Anggaran Rp. 5.000.000 untuk Drs. MUJIANTO.",
        "Tabel 1. 2 memuatnya s.d. Desember.",
    ],
)
def test_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "values", "kind"),
    [
        ("Rp8.251.284.892", ["8251284892"], "rupiah"),
        ("Rp. 5.000.000,-", ["5000000"], "rupiah"),
        ("8,25 miliar rupiah", ["8250000000"], "rupiah"),
        ("72,79 %", ["72.79"], "persen"),
        ("-38%", ["-38"], "persen"),
        ("2,35 poin persen", ["2.35"], "poin"),
        ("10,730 orang", ["10.730", "10730"], "jumlah"),
        ("tiga puluh satu pegawai", ["31"], "jumlah"),
        ("seratus dua puluh lima orang", ["125"], "jumlah"),
        ("dua belas orang", ["12"], "jumlah"),
        ("satu juta dua ratus ribu orang", ["1200000"], "jumlah"),
        ("12 (dua belas) orang", ["12"], "jumlah"),
    ],
)
def test_a_number_is_read_as_written(text: str, values: list[str], kind: str) -> None:
    (found,) = numerals(text)
    assert [str(value.normalize()) for value in found.values] == [
        str(Decimal(value).normalize()) for value in values
    ]
    assert found.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "tahun 2022",
        "2021-2026",
        "24 Januari 2022",
        "19750902 199412 1 002",
        "Tabel 3.4",
        "Bab 3 dan Pasal 5 ayat (2)",
        "D1–D3 dan S-2",
        "selama lima (5) tahun",
        "15 tahun ke atas",
        "pukul 08.00",
        "salah satu",
        "ke-4",
    ],
)
def test_a_number_that_names_something_is_none(text: str) -> None:
    assert [n for n in numerals(text) if n.noun != "tahun" and n.noun[:5] != "tahun"] == []


def test_dates_and_nip_are_read() -> None:
    assert [d for _s, _e, d in dates("pada 28 Februari 2023")] == [date(2023, 2, 28)]
    assert list(dates("31 November 2022")) == []
    assert [n for _s, _e, n in nips("NIP. 19620815 199303 1 005")] == ["196208151993031005"]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("UU No 13 Tahun 2003 tentang Ketenagakerjaan dan UU 23 Tahun 2014, lalu", "dan , lalu"),
        (
            "menurut Peraturan Bupati Blitar Nomor 36 Tahun 2022 tentang Kedudukan, Susunan "
            "Organisasi, Uraian Tugas dan Fungsi Serta Tata Kerja Dinas yang berlaku",
            "menurut yang berlaku",
        ),
        (
            "Peraturan Menteri Dalam Negeri Nomor 59 Tahun 2021 tentang Penerapan Standar "
            "Pelayanan Minimal, Dinas Tenaga Kerja bukan",
            ", Dinas Tenaga Kerja bukan",
        ),
        ("Keputusan Kepala LAN Nomor 239/IX/6/8/2003 berlaku", "berlaku"),
    ],
)
def test_a_regulation_is_a_name_with_its_title(text: str, rest: str) -> None:
    plain = without_regulations(text)
    assert len(plain) == len(text)
    assert " ".join(plain.split()) == rest


def test_subjects_are_named_in_words_or_by_a_value() -> None:
    read = reading(
        context(
            "TPAK, tingkat pengangguran terbuka, dan {{< nilai program.p3.pagu >}}.\n\n"
            "Bidang Penempatan Tenaga Kerja dan Perluasan Kesempatan Kerja.\n\n"
            "Penganggur lulusan SLTP dan SMTA\numum.\n\nPegawai lulusan SLTA."
        )
    )
    named = [[m.subject.key for m in mentions] for mentions in read.mentions]
    assert named == [
        ["tpak", "tpt", "program.p3"],
        ["unit.penempatan"],
        ["pengangguran", "pengangguran.sltp", "pengangguran.smta-umum"],
        ["pegawai.pendidikan.slta"],
    ]


def test_every_fact_is_the_value_that_the_notebooks_record(computed: Path) -> None:
    """The facts are computed again from the data: exactly the same, under the same ids."""
    project = Project(computed.parents[1])
    context = Context(project, read_year(project.data, 2022))
    recorded = context.printed
    assert recorded is not None
    kinds = {"persen", "poin", "rupiah", "jumlah"}
    compared = 0
    for fact in facts(context.content):
        if not fact.id:
            continue
        value = recorded[fact.id]
        if fact.kind in kinds:
            assert Fraction(value["nilai"]) == fact.value, fact.id
            # A difference of decimals keeps their zeros in the notebooks: 2,50.
            shown = value["bentuk"]["utama"].replace(",50 poin", ",5 poin")
            assert shown == fact.text, fact.id
        elif fact.kind == "tanggal":
            assert value["nilai"] == fact.value.isoformat()
        elif fact.kind == "nip":
            assert value["nilai"].replace(" ", "") == fact.value
        elif fact.kind == "arah":
            words = {-1: {"turun", "berkurang"}, 0: {"tetap"}, 1: {"naik", "bertambah"}}
            assert value["nilai"] in words[fact.value], fact.id
        elif fact.kind == "banding":
            first = {-1: "lebih kecil", 0: "sama", 1: "lebih besar"}[fact.value]
            assert value["nilai"].startswith(first), fact.id
        else:
            assert value["nilai"] == fact.value, fact.id
        compared += 1
    assert compared > 250


def test_the_labels_are_those_that_the_notebooks_give(computed: Path) -> None:
    """Every id in an advice exists: the reader can copy it."""
    known = Known.read(computed)
    assert {fact.id for fact in facts(content()) if fact.id} <= set(known.nilai)
