"""References, passages, years and spelling: rules about more than one sentence."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from lkjip.check.context import Context
from lkjip.check.engine import check
from lkjip.data.folder import read_year
from lkjip.execute.state import State, outputs
from lkjip.paths import Project

from .clean import YEAR
from .narasi import codes, find
from .spoil import Spoiler


def drafts(code: str, text: str, **commentary: str) -> list[str]:
    return [draft.message for found, draft in find(text, **commentary) if found == code]


TABLE = "::: {#tbl-pk}\n\n{{< tabel pk >}}\n\nPerjanjian\n\n:::\n"
FIGURE = "::: {#fig-tren}\n\n{{< gambar tren >}}\n\nTren\n\n:::\n"
LOOSE = "::: {.tabel-tanpa-nomor}\n\n{{< tabel sengketa >}}\n\nSengketa\n\n:::\n"


@pytest.mark.parametrize(
    ("code", "wrong", "right"),
    [
        ("N17", "Lihat @tbl-pkk.\n\n", "Lihat @tbl-pk.\n\n"),
        ("N17", "Lihat @sec-hilang.\n\n", "# Judul {#sec-hilang}\n\nLihat @sec-hilang.\n\n"),
        ("N18", "Tanpa rujukan.\n\n", "Lihat @tbl-pk.\n\n"),
        ("N20", "Lihat tabel di atas.\n\n", "Lihat tabel di bawah ini.\n\n"),
        ("N20", "Lihat gambar berikut.\n\n", "Lihat tabel berikut.\n\n"),
        ("N21", "Lihat Tabel 3.4.\n\n", "Lihat @tbl-pk dan Tabel {{< nilai tahun >}}.\n\n"),
    ],
)
def test_a_reference_leads_somewhere(code: str, wrong: str, right: str) -> None:
    assert drafts(code, wrong + TABLE)
    assert drafts(code, right + TABLE) == []


def computed(project: Project, **ids: list[str]) -> Path:
    """``_build`` as notebooks that record these ids leave it."""
    folder = project.build(YEAR)
    folder.mkdir(parents=True, exist_ok=True)
    content = {kind: {key: {} for key in names} for kind, names in ids.items()}
    path = folder / "nilai.json"
    path.write_text(json.dumps(content), "utf-8")
    State({}, outputs(folder)).write(folder)  # the clean project has no notebooks
    return path


def test_an_id_that_no_notebook_records(spoiler: Spoiler) -> None:
    assert spoiler.found("N32") == []  # nothing was computed
    text = spoiler.project.report.read_text("utf-8")
    used = {
        kind: sorted(set(re.findall(rf"\{{\{{< {kind} ([\w.-]+)", text)))
        for kind in ("nilai", "tabel", "gambar")
    }
    assert len(used["nilai"]) > 3 and used["tabel"]
    computed(spoiler.project, **used)
    assert spoiler.found("N32") == []
    spoiler.report("# PENDAHULUAN", "# PENDAHULUAN\n\nSenilai {{< nilai tpak.realisasj >}}.")
    (found,) = spoiler.found("N32")
    assert found.severity == "error"
    assert found.message == "no notebook makes this nilai: tpak.realisasj"
    assert found.cells[0].value == "{{< nilai tpak.realisasj >}}"
    assert found.arithmetic and "tpak.realisasi" in found.arithmetic
    # What notebooks made of other data says nothing about this data.
    path = computed(spoiler.project, **used)
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    assert spoiler.found("N32") == []


def test_a_figure_is_cited_too() -> None:
    assert drafts("N18", FIGURE) == ["the text never speaks of fig-tren"]
    assert drafts("N18", "Lihat @fig-tren.\n\n" + FIGURE) == []


def test_a_loose_table_serves_tabel_di_bawah_ini() -> None:
    assert drafts("N20", "Lihat tabel di bawah ini.\n\n" + LOOSE) == []
    assert drafts("N20", LOOSE + "\nSeperti tabel di atas.\n") == []
    other_section = LOOSE + "\n# Lain\n\nSeperti tabel di atas.\n"
    assert drafts("N20", other_section) == ["“tabel di atas”: there is none in this section"]


def test_tables_and_figures_of_a_chapter_are_numbered() -> None:
    chapter, annex = "# SATU {#sec-1}\n\n", "# LAMPIRAN {#sec-2 .unnumbered}\n\n"
    assert drafts("N30", chapter + TABLE + FIGURE) == []
    assert drafts("N30", annex + LOOSE) == []
    assert drafts("N30", chapter + LOOSE) == [
        "a table or figure without a number: {{< tabel sengketa >}}"
    ]


def test_tables_are_cited_before_them_and_in_their_order() -> None:
    second = TABLE.replace("pk", "iku")
    early = "Lihat @tbl-pk.\n\n" + TABLE + "\nLihat @tbl-iku.\n\n" + second
    assert drafts("N19", early) == []
    assert drafts("N19", TABLE + "\nLihat @tbl-pk.\n") == ["tbl-pk is cited too late"]
    exchanged = "Lihat @tbl-iku, lalu @tbl-pk.\n\n" + TABLE + second
    assert drafts("N19", exchanged) == ["tbl-iku is cited before tbl-pk, which stands before it"]


def test_a_typed_number_says_which_table_has_it() -> None:
    text = "# SATU {#sec-1}\n\nLihat Tabel 1.1 dan tabel 2.1. Lihat @tbl-pk.\n\n" + TABLE
    found = [draft for code, draft in find(text) if code == "N21"]
    assert [(d.severity, d.arithmetic) for d in found] == [
        (None, "Tabel 1.1 = tbl-pk"),
        ("error", "no table has this number"),
    ]


def test_a_list_of_sections_is_the_sections() -> None:
    headings = "# SATU {#sec-1}\n\n## LATAR BELAKANG {#sec-2}\n\n"
    assert drafts("N22", headings + "- 1.1 Latar Belakang\n") == []
    assert drafts("N22", headings + "- 1.1 Maksud dan Tujuan\n")
    assert drafts("N22", headings + "- 1.2 Latar Belakang\n")


def test_a_passage_that_is_used_has_words() -> None:
    assert drafts("N24", "Ada.\n", kosong="<!-- teks tahun lalu -->\n") == [
        "the passage is used, and empty: narasi/2022/kosong.md"
    ]
    marked = "[belum ditulis]{.mark}\n"  # M3 says so
    assert drafts("N24", "Ada.\n", isi="Sudah ditulis.\n", nanti=marked) == []
    hidden = f"<!-- {marked} -->\n"  # a mark in a comment is out of sight, of M3 too
    assert drafts("N24", "Ada.\n", nanti=hidden) != []


def test_a_passage_that_is_there_is_used(project: Project) -> None:
    def unused() -> list[str]:
        return [cell.file for found in check(project, 2022, ["N23"]) for cell in found.cells]

    assert unused() == []
    (project.narasi / "2022" / "terlupa.md").write_text("Terlupa.\n", "utf-8")
    (project.narasi / "bab-5.qmd").write_text("# Lebih\n", "utf-8")
    assert unused() == ["narasi/2022/terlupa.md", "narasi/bab-5.qmd"]


def test_a_missing_file_is_told_as_the_build_tells_it(project: Project) -> None:
    (project.narasi / "2022" / "langkah.md").unlink()
    context = Context(project, read_year(project.data, 2022))
    (found,) = check(project, 2022, ["N17"])
    assert (found.cells[0].file, found.cells[0].value) == ("narasi/bab-4-penutup.qmd", "langkah")
    assert found.message == context.narrative.findings[0].message


def test_a_typed_year_is_a_hint_in_the_passages_of_the_year() -> None:
    text = "Pada tahun 2022, Renstra 2021-2026 berlaku.\n"
    found = [d for code, d in find(text, isi=text) if code == "N25"]
    assert [d.severity for d in found] == [None, None, "info", "info"]
    assert {d.advice for d in found} == {
        "write {{< nilai tahun >}} instead",
        "write {{< nilai periode >}} instead",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Laporan ditandatangani 28 Februari 2023.",
        "Undang-Undang Nomor 3 Tahun 2022 tentang Kelembagaan",
        "Sejak tahun 2016 Dinas berdiri sendiri.",
        "RTK Makro 2017–2022 dilanjutkan.",
    ],
)
def test_not_every_year_is_the_fiscal_year(text: str) -> None:
    assert not {"N25", "N26", "N27"} & set(codes(text))


@pytest.mark.parametrize(
    "text",
    [
        "Dibandingkan dengan tahun 2021, perjanjian kinerja tahun ini berubah.",
        "Perjanjian kinerja tahun 2021 dan tahun {{< nilai tahun >}} sama.",
        "Target perjanjian kinerja tahun 2020 sampai dengan tahun 2021 tetap.",
    ],
)
def test_an_earlier_year_may_be_compared(text: str) -> None:
    assert "N26" not in codes(text)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Prosentase itu", "Persentase itu"),
        ("tabel diatas", "tabel di atas"),
        ("hasil kerjasama", "hasil kerja sama"),
        ("ucapan terimakasih", "ucapan terima kasih"),
        ("sistim dan analisa", "sistem dan analisis"),
        ("yang di lakukan", "yang dilakukan"),
        ("38 sub kegiatan", "38 subkegiatan"),
        ("Indikator Kerja Utama", "Indikator Kinerja Utama"),
        ("Peraturan ini dimana berlaku", "Dengan ini Peraturan Nomor 5 Tahun 2020 berlaku"),
    ],
)
def test_words_are_spelled_as_in_the_dictionary(wrong: str, right: str) -> None:
    assert "N28" in codes(wrong)
    assert "N28" not in codes(right)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("Rp. 500", "Rp500"), ("Rp 500", "Rp500"), ("Rp500,-", "Rp500"), ("15 %", "15%")],
)
def test_amounts_and_percentages_are_written_together(wrong: str, right: str) -> None:
    assert "N29" in codes(wrong)
    assert "N29" not in codes(right)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("dilihat bahwa bahwa realisasi", "dilihat bahwa realisasi"),
        ("Rencana Makro, Rencana Mikro dan Rencana Mikro", "Rencana Makro dan Rencana Mikro"),
        ("mutu pelayanan dasar mutu pelayanan dasar", "mutu pelayanan, mutu kerja"),
        ("masing masing sasaran", "masing-masing sasaran dan hal-hal lain"),
        ("Sasaran sasaran itu", "Sasaran: sasaran itu. Itu sasaran"),
        ("tahun demi demi tahun", "dari tahun ke tahun, tahun demi tahun"),
    ],
)
def test_words_are_not_written_twice(wrong: str, right: str) -> None:
    assert "N31" in codes(wrong)
    assert "N31" not in codes(right)


def test_titles_of_regulations_keep_their_spelling() -> None:
    text = "Peraturan Menteri Nomor 53 Tahun 2014 tentang Tata Cara Review Atas Laporan Kinerja"
    assert "N28" not in codes(text)


def test_a_finding_shows_the_words_and_the_line_they_stand_in(root: Path) -> None:
    text = "Baris satu.\n\nBaris dua menyebut\nTPAK sebesar 72,97% saja.\n"
    ((_code, draft),) = [f for f in find(text) if f[0] == "N3"]
    assert (draft.cells[0].row, draft.cells[0].value) == (
        4,
        "Baris dua menyebut TPAK sebesar 72,97% saja.",
    )
    assert draft.cells[1].reference == "realisasi.csv[tpak,2022].realisasi=72.79"
