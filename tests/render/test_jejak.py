"""Traces of numbers: what the page carries for its dialog, and the annex of PDF and Word."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest
from lxml import html

from lkjip.config import load_config
from lkjip.paths import Project
from lkjip.render.quarto import render as quarto

from .conftest import render_builtin
from .sample import YEAR, write_computed, write_sample
from .traces import HOSTILE

ANNEX = "tahun: 2099\njejak_data: true # lampiran\n"


def with_annex(folder: Path, settings: str = ANNEX) -> Project:
    """The sample with its settings in ``instansi.yml``."""
    project = Project(write_sample(folder / "proyek"))
    path = project.data / str(YEAR) / "instansi.yml"
    path.parent.mkdir(parents=True)
    path.write_text(settings, "utf-8")
    return project


@pytest.fixture(scope="module")
def annex(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lampiran")
    render_builtin(with_annex(folder), folder, "pdf", "docx")
    return folder


def page_of(folder: Path) -> html.HtmlElement:
    return html.fromstring((folder / f"lkjip-{YEAR}.html").read_text("utf-8"))


def traces_of(folder: Path) -> Any:
    (script,) = page_of(folder).xpath("//script[@type='application/json'][@id='jejak']/text()")
    return json.loads(script)


def node_of(traces: Any, kind: str, id: str) -> Any:
    return traces["simpul"][traces[kind][id]["asal"]]


def inputs_of(node: Any) -> dict[str, int]:
    """Numbers of the inputs that have names."""
    return dict(each for each in node["masukan"] if isinstance(each, list))


def test_values_and_cells_are_marked(rendered: Path) -> None:
    page, traces = page_of(rendered), traces_of(rendered)
    marked = page.xpath("//main//span[@class='nilai'][@data-nilai='tpak.capaian']")
    assert [span.text_content() for span in marked] == ["102,47%", "102,47"]
    cells = page.xpath("//main//td[@data-asal]/@data-asal")
    assert len(cells) == 6
    # In the order of the page, the first one is that of the first cell; its inputs have others.
    numbers = [int(cell) for cell in cells]
    assert list(dict.fromkeys(numbers)) == list(range(6))
    assert len(traces["simpul"]) > 6


def test_a_formula_comes_with_names_and_with_figures(rendered: Path) -> None:
    traces = traces_of(rendered)
    node = node_of(traces, "nilai", "tpak.capaian")
    assert (node["nama"], node["rumus"]) == ("capaian", "realisasi / target × 100%")
    assert node["angka"] == "71,4 / 69,58 × 100%"
    assert traces["nilai"]["tpak.capaian"]["bulat"] == "dipotong dua desimal"
    assert traces["tabel"]["capaian"]["bulat"][2] == "dibulatkan dua desimal, setengah ke atas"
    inputs = inputs_of(node)
    target = traces["simpul"][inputs["target"]]
    assert target == {
        "hasil": "69,58",
        "isi": "69.58",
        "sumber": "target.csv, baris 3, kolom target",
    }
    rounded = traces["simpul"][inputs["realisasi"]]
    assert rounded["rumus"] == "angka dibulatkan satu desimal, setengah ke atas"
    exact = traces["simpul"][inputs_of(rounded)["angka"]]
    assert (exact["angka"], exact["hasil"]) == ("4.997 / 7.001 × 100%", "71,375517…")
    total = traces["simpul"][inputs_of(exact)["bekerja"]]
    assert total["angka"] == "5.009 + (−12)"
    # Its terms have no names.
    terms = [traces["simpul"][number]["hasil"] for number in total["masukan"]]
    assert terms == ["5.009", "−12"]


def test_years_have_no_points(rendered: Path) -> None:
    assert node_of(traces_of(rendered), "nilai", "tahun")["hasil"] == "2099"


def test_a_table_says_what_it_rests_on(rendered: Path) -> None:
    part = traces_of(rendered)["tabel"]["capaian"]
    assert (part["buku"], part["sel"]) == ("02-contoh", "tbl-capaian")
    assert part["berkas"] == [
        "contoh.csv, baris 2–4: angkatan, bekerja, magang",
        "target.csv, baris 2–4: target",
    ]
    assert "tingkat = bekerja / angkatan × 100%" in part["rumus"]


def used_nodes(folder: Path) -> set[int]:
    """Numbers of the nodes that a cell or value of the page leads to."""
    traces, found = traces_of(folder), set[int]()
    todo = [int(mark) for mark in page_of(folder).xpath("//td/@data-asal")]
    todo += [part["asal"] for part in traces["nilai"].values()]
    while todo:
        number = todo.pop()
        if number not in found:
            found.add(number)
            inputs = traces["simpul"][number].get("masukan", [])
            todo += [each[1] if isinstance(each, list) else each for each in inputs]
    return found


def test_the_page_carries_only_what_it_prints(sample: Project) -> None:
    path = sample.build(YEAR) / "nilai.json"
    content = json.loads(path.read_text("utf-8"))
    unused = {"jenis": "sel", "berkas": "lain.csv", "baris": 2, "kolom": "x", "nilai": "1"}
    content["jejak"]["0123456789ab"] = unused
    content["nilai"]["lain"] = content["nilai"]["tahun"] | {"asal": "0123456789ab"}
    write_computed(path.parent, content)
    render_builtin(sample, sample.root, "html")
    traces = traces_of(sample.root)
    assert not [node for node in traces["simpul"] if "lain.csv" in node.get("sumber", "")]
    assert "lain" not in traces["nilai"]
    assert used_nodes(sample.root) == set(range(len(traces["simpul"])))


def test_hostile_text_of_a_cell_stays_data(rendered: Path) -> None:
    source = (rendered / f"lkjip-{YEAR}.html").read_text("utf-8")
    (script,) = re.findall(
        r'<script type="application/json" id="jejak">(.*?)</script>', source, re.S
    )
    assert "<" not in script
    assert any(node["hasil"] == HOSTILE for node in json.loads(script)["simpul"])


def test_without_traces_the_page_is_as_before(sample: Project) -> None:
    path = sample.build(YEAR) / "nilai.json"
    content = json.loads(path.read_text("utf-8"))
    content["jejak"] = {}
    for kind in ("nilai", "tabel", "gambar"):
        for entry in content[kind].values():
            entry.pop("asal", None)
    write_computed(path.parent, content)
    table = sample.build(YEAR) / "tabel" / "capaian.html"
    table.write_text(re.sub(r' data-asal="\w+"', "", table.read_text("utf-8")), "utf-8")
    render_builtin(sample, sample.root, "html")
    page = page_of(sample.root)
    assert not page.xpath("//script[@id='jejak'] | //button[contains(@class, 'jejak-angka')]")


def pdf_words(folder: Path) -> str:
    pages = pypdf.PdfReader(folder / f"lkjip-{YEAR}.pdf").pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    return text.replace("\u00ad", "")


def docx_rows(folder: Path) -> list[list[str]]:
    document = docx.Document(str(folder / f"lkjip-{YEAR}.docx"))
    return [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]


def test_the_annex_is_not_there_unasked(rendered: Path, tmp_path: Path) -> None:
    assert "JEJAK DATA" not in pdf_words(rendered)
    assert ["Kolom", "Angka", "Asal"] not in docx_rows(rendered)
    project = with_annex(tmp_path, ANNEX.replace("true", "false"))
    render_builtin(project, tmp_path, "pdf")
    assert "JEJAK DATA" not in pdf_words(tmp_path)


def test_the_annex_in_pdf(annex: Path) -> None:
    text = pdf_words(annex)
    assert text.count("JEJAK DATA") >= 2  # in the contents too
    for expected in (
        "Buku kerja: 02-contoh, sel tbl-capaian",
        "Rumus: tingkat = bekerja / angkatan × 100%",
        "Pembulatan: Realisasi dibulatkan dua desimal, setengah ke atas",
        "4.990 / 7.001 × 100% = 71,275532…",
        "bekerja = 5.002 + (−12) = 4.990",
        "Sumber: contoh.csv, baris 2: angkatan, bekerja, magang",
        "→ 102,47%, dipotong dua desimal",
        "_quarto-2099.yml, kunci fiscal-year: “2099”",
    ):
        assert expected in text, expected
    assert HOSTILE.replace(" ", "") in text.replace(" ", "")


def test_headings_of_the_annex_keep_distance_in_word(annex: Path) -> None:
    document = docx.Document(str(annex / f"lkjip-{YEAR}.docx"))
    heads = [p for p in document.paragraphs if p.style.name == "Judul Asal"]
    assert len(heads) > 2
    style = document.styles["Judul Asal"]
    # Space above, as any heading below a table needs, and no place in the contents.
    assert style.base_style.base_style.paragraph_format.space_before.pt > 10
    assert style.element.xpath("./w:pPr/w:outlineLvl/@w:val") == ["3"]


def test_the_annex_in_word_has_tables(annex: Path) -> None:
    rows = docx_rows(annex)
    assert ["Kolom", "Angka", "Asal"] in rows
    assert ["Nilai", "Tercetak", "Asal"] in rows
    (row,) = [row for row in rows if row[:2] == ["tpak › capaian", "102,47%"]]
    assert row[2].splitlines() == [
        "realisasi / target × 100%",
        "71,4 / 69,58 × 100% = 102,471974…",
        "→ 102,47%, dipotong dua desimal",
        "realisasi = 71,375517… dibulatkan satu desimal, setengah ke atas = 71,4",
        "angka = 4.997 / 7.001 × 100% = 71,375517…",
        "bekerja = 5.009 + (−12) = 4.997",
        "Sumber: contoh.csv, baris 9: angkatan, bekerja, magang; target.csv, baris 3: target",
    ]
    texts = [cell for row in rows for cell in row]
    assert any(text.endswith(f"“{HOSTILE}”") for text in texts)
    document = docx.Document(str(annex / f"lkjip-{YEAR}.docx"))
    headed = [table for table in document.tables if table._tbl.xpath(".//w:tblHeader")]
    assert headed[-1].rows[0].cells[0].text == "Nilai"


@pytest.mark.quarto
@pytest.mark.skipif(shutil.which("quarto") is None, reason="Quarto is not on PATH")
def test_quarto_gives_the_same_traces(rendered: Path, annex: Path, tmp_path: Path) -> None:
    project = with_annex(tmp_path)
    quarto(project, YEAR, load_config(project, str(YEAR)), ["html", "pdf", "docx"], tmp_path)
    assert traces_of(tmp_path) == traces_of(rendered)
    marks = "//main//span[@data-nilai] | //main//td[@data-asal]"
    ours, theirs = (
        [dict(mark.attrib) | {"text": mark.text_content()} for mark in page_of(folder).xpath(marks)]
        for folder in (rendered, tmp_path)
    )
    assert ours and theirs == ours
    assert pdf_words(tmp_path) == pdf_words(annex)
    assert docx_rows(tmp_path) == docx_rows(annex)
