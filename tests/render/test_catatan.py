"""Notes for readers: below their places in all three formats, and nowhere else."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest
from lxml import html

from lkjip.errors import Finding
from lkjip.execute.catatan import FILE, write_catatan
from lkjip.paths import Project
from lkjip.render import narrative

from .conftest import append, render_builtin
from .sample import NASTY, YEAR
from .test_builtin import FORMATS, rendered_text

HEAD = "kode,sel,alasan,nama,tanggal,untuk_pembaca,letak"
ONE = "Capaian {{< nilai tpak.capaian >}} belum diperiksa."
TWO = "Judul resminya " + NASTY[1]
LAST = "Daftar ini belum lengkap."


def explain(project: Project, *notes: tuple[str, str]) -> None:
    rows = [
        f'S{n},x.csv[{n}].a=1,Sudah,Sekretaris,2100-02-20,"{text}",{place}'
        for n, (place, text) in enumerate(notes)
    ]
    folder = project.data / str(YEAR)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "penjelasan.csv").write_text("\n".join([HEAD, *rows]) + "\n", "utf-8")
    write_catatan(folder, project.build(YEAR))


def findings(project: Project) -> list[Finding]:
    return narrative.check(narrative.read(project, YEAR), narrative.Known.read(project.build(YEAR)))


@pytest.fixture
def told(sample: Project) -> Project:
    append(sample, "### DAFTAR {#sec-daftar}\n\n- satu\n- dua")
    append(sample, "### SESUDAHNYA {#sec-sesudah}\n\nIsi.")
    explain(sample, ("tbl-capaian", ONE), ("tbl-capaian", TWO), ("sec-daftar", LAST))
    return sample


@pytest.mark.parametrize("kind", FORMATS)
def test_a_note_stands_below_its_place(told: Project, tmp_path: Path, kind: str) -> None:
    render_builtin(told, tmp_path, kind)
    text = rendered_text(tmp_path, kind)
    assert "Capaian 102,47% belum diperiksa." in text
    assert TWO in text and "{{< nilai" not in text
    assert text.count("Catatan:") == 2
    assert text.index(LAST) < text.rindex("SESUDAHNYA")


def test_the_web_page_knows_the_values_of_a_note(told: Project, tmp_path: Path) -> None:
    render_builtin(told, tmp_path, "html")
    page = html.fromstring((tmp_path / f"lkjip-{YEAR}.html").read_text("utf-8"))
    (list_of_two,) = page.xpath("//figure[@id='tbl-capaian']//div[@role='note']//ol")
    assert len(list_of_two) == 2
    (value,) = list_of_two.xpath(".//*[@data-nilai]")
    assert value.get("data-nilai") == "tpak.capaian"
    (alone,) = page.xpath("//section[@id='sec-daftar']/div[@role='note']")
    assert alone.getprevious().tag == "ul" and not alone.xpath(".//ol")


def test_in_word_the_table_keeps_its_note(told: Project, tmp_path: Path) -> None:
    render_builtin(told, tmp_path, "docx")
    document = docx.Document(str(tmp_path / f"lkjip-{YEAR}.docx"))
    styles = [p.style.name for p in document.paragraphs]
    head = styles.index("Kepala Catatan")
    assert styles[head : head + 3] == ["Kepala Catatan", "Butir Catatan", "Butir Catatan"]
    assert "belum diperiksa" in "".join(p.text for p in document.paragraphs[head : head + 3])


@pytest.mark.parametrize("kind", FORMATS)
def test_no_row_no_note(sample: Project, tmp_path: Path, kind: str) -> None:
    explain(sample)
    assert json.loads((sample.build(YEAR) / FILE).read_text("utf-8")) == {}
    render_builtin(sample, tmp_path, kind)
    assert "Catatan:" not in rendered_text(tmp_path, kind)


ANNEX = """::: {#catatan-data}

## CATATAN DATA {#sec-catatan-data .unnumbered}

Hal berikut belum pasti.

:::

## AKHIR {#sec-akhir}

Selesai."""
DOUBT = "Angka 102,47% belum pasti."


@pytest.fixture
def doubtful(sample: Project) -> Project:
    append(sample, "### DAFTAR {#sec-daftar}\n\n- satu\n- dua")
    append(sample, ANNEX)
    explain(
        sample,
        ("tbl-capaian sec-catatan-data", DOUBT.replace("102,47%", "{{< nilai tpak.capaian >}}")),
        ("tbl-capaian", ONE),
        ("sec-daftar tbl-capaian sec-catatan-data", TWO),
        ("sec-catatan-data", LAST),
    )
    return sample


@pytest.mark.parametrize("kind", FORMATS)
def test_the_annex_tells_once_what_is_uncertain(
    doubtful: Project, tmp_path: Path, kind: str
) -> None:
    assert findings(doubtful) == []
    render_builtin(doubtful, tmp_path, kind)
    text = rendered_text(tmp_path, kind)
    annex = text[text.rindex("CATATAN DATA") : text.rindex("AKHIR")]
    for note in (DOUBT, TWO, LAST):
        assert text.count(note) == annex.count(note) == 1
    assert text.count("dijelaskan dalam Catatan atas Data dan Dokumen.") == 2
    assert annex.index(DOUBT) < annex.index(TWO)
    assert ONE.split("}}")[1] not in annex and annex.index("DAFTAR") < annex.index(TWO)


def test_a_place_leads_to_the_annex_and_back(doubtful: Project, tmp_path: Path) -> None:
    render_builtin(doubtful, tmp_path, "html")
    page = html.fromstring((tmp_path / f"lkjip-{YEAR}.html").read_text("utf-8"))
    (table,) = page.xpath("//figure[@id='tbl-capaian']//div[@role='note']")
    assert [link.get("href") for link in table.iter("a")] == ["#sec-catatan-data"]
    assert len(table.xpath(".//li")) == 2
    (section,) = page.xpath("//section[@id='sec-catatan-data']")
    assert [link.get("href") for link in section.xpath(".//strong/a")] == [
        "#sec-rinci",
        "#sec-daftar",
    ]


@pytest.mark.parametrize("kind", FORMATS)
def test_no_doubt_no_annex(sample: Project, tmp_path: Path, kind: str) -> None:
    append(sample, ANNEX)
    explain(sample, ("tbl-capaian", LAST))
    render_builtin(sample, tmp_path, kind)
    text = rendered_text(tmp_path, kind)
    assert "CATATAN DATA" not in text and "Hal berikut" not in text and "AKHIR" in text


def test_a_report_without_the_annex_loses_no_note(sample: Project) -> None:
    explain(sample, ("tbl-capaian sec-catatan-data", LAST))
    (finding,) = findings(sample)
    assert (finding.column, finding.value) == ("letak", "sec-catatan-data")


@pytest.mark.parametrize(
    ("place", "text", "column", "value"),
    [
        ("tbl-capain", LAST, "letak", "tbl-capain"),
        ("sec-tidak-ada", LAST, "letak", "sec-tidak-ada"),
        ("tbl-capaian", "Ya {{< nilai a.b >}}", "untuk_pembaca", "{{< nilai a.b >}}"),
        ("tbl-capaian", "{{< tabel capaian >}}", "untuk_pembaca", "{{< tabel capaian >}}"),
        ("tbl-capaian", "Belum {{< nilai >}}", "untuk_pembaca", "{{< nilai >}}"),
    ],
)
def test_a_note_that_cannot_be_printed_is_found(
    sample: Project, place: str, text: str, column: str, value: str
) -> None:
    explain(sample, ("tbl-capaian", ONE), (place, text))
    (finding,) = findings(sample)
    assert (finding.file, finding.row) == (f"data/{YEAR}/penjelasan.csv", 3)
    assert (finding.column, finding.value) == (column, value)
    assert finding.expected and finding.mend


def test_a_broken_file_stops_the_report(sample: Project) -> None:
    explain(sample, ("tbl-capaian", LAST))
    path = sample.data / str(YEAR) / "penjelasan.csv"
    path.write_text(path.read_text("utf-8").replace("tbl-capaian", ""), "utf-8")
    (finding,) = findings(sample)
    assert finding.column == "letak"


def test_the_file_is_left_alone_while_it_is_right(sample: Project) -> None:
    explain(sample, ("tbl-capaian", LAST))
    path = sample.build(YEAR) / FILE
    before = path.stat().st_mtime_ns
    write_catatan(sample.data / str(YEAR), sample.build(YEAR))
    assert path.stat().st_mtime_ns == before
