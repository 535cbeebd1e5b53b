"""The annex "Jejak data" of the real report: every number, nothing clipped, tagged, Word tables."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest

from lkjip.config import load_config
from lkjip.paths import Project
from lkjip.render.builtin.engine import render

from ..conftest import Report
from .geometry import Document, Page, outside, overlapping

pytestmark = pytest.mark.build


@pytest.fixture(scope="module")
def folder(report: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """PDF and Word of a copy of the project with the annex switched on."""
    place = tmp_path_factory.mktemp("lampiran")
    root = place / "proyek"
    shutil.copytree(report.project.root, root, ignore=shutil.ignore_patterns("output"))
    project = Project(root)
    settings = project.data / "2022" / "instansi.yml"
    settings.write_text(f"{settings.read_text('utf-8')}\njejak_data: true\n", "utf-8")
    config = load_config(project, "2022") | {"final": True}
    render(project, 2022, config, ["pdf", "docx"], place)
    return place


@pytest.fixture(scope="module")
def annex(folder: Path) -> Document:
    return Document.read(folder / "lkjip-2022.pdf")


def pages(annex: Document) -> list[Page]:
    start = next(n for n, page in enumerate(annex.pages) if "Lampiran ini mencatat" in page.text)
    return annex.pages[start:]


def test_it_is_the_last_chapter_and_in_the_contents(folder: Path, annex: Document) -> None:
    reader = pypdf.PdfReader(folder / "lkjip-2022.pdf")
    tops = [str(mark["/Title"]) for mark in reader.outline if not isinstance(mark, list)]
    assert tops[-1] == "JEJAK DATA"
    assert 15 < len(pages(annex)) < 45
    contents = next(page for page in annex.pages if page.text.startswith("DAFTAR ISI"))
    listed = " ".join(page.text for page in annex.pages[contents.number - 1 : contents.number + 1])
    assert "JEJAK DATA" in listed


def test_nothing_is_clipped_or_too_small(annex: Document) -> None:
    for page in pages(annex):
        assert outside(page) == [], page.number
        assert overlapping(page) == [], page.number
        assert round(min(word.size for word in page.words), 2) >= 8.0, page.number


def test_it_conforms_and_its_tables_have_heads(folder: Path, annex: Document) -> None:
    reader = pypdf.PdfReader(folder / "lkjip-2022.pdf")
    metadata = reader.trailer["/Root"]["/Metadata"].get_data().decode()
    assert "pdfaid:conformance>A<" in metadata and "pdfuaid:part>1<" in metadata
    levels = [
        int(node["type"][1])
        for node in annex.nodes_of(lambda kind: bool(re.fullmatch(r"H\d", kind)))
    ]
    assert all(after - before <= 1 for before, after in zip([0, *levels], levels, strict=False))
    for table in annex.nodes("Table"):
        assert "THead" in [child["type"] for child in table["children"]]


def recorded(report: Report) -> Any:
    return json.loads((report.project.build(2022) / "nilai.json").read_text("utf-8"))


def test_every_table_with_numbers_is_listed(folder: Path, report: Report) -> None:
    document = docx.Document(str(folder / "lkjip-2022.docx"))
    texts = [paragraph.text for paragraph in document.paragraphs]
    after = "\n".join(texts[texts.index("JEJAK DATA") :])
    shown = (report.folder / "lkjip-2022.html").read_text("utf-8")
    missing = [
        id
        for id, entry in recorded(report)["tabel"].items()
        if f'data-id="{id}"' in shown and f"sel {entry['sel']}\n" not in after + "\n"
    ]
    # Of names alone, which are no numbers.
    for id in missing:
        content = (report.project.build(2022) / "tabel" / f"{id}.html").read_text("utf-8")
        assert 'class="angka"' not in content, id


def test_word_has_real_tables_with_the_formulas(folder: Path) -> None:
    document = docx.Document(str(folder / "lkjip-2022.docx"))
    rows = [
        [cell.text for cell in row.cells]
        for table in document.tables
        if table.rows[0].cells[0].text in ("Kolom", "Nilai")
        for row in table.rows[1:]
    ]
    assert len(rows) > 600
    # Each row is named, total rows too.
    assert not any(re.fullmatch(r"Baris \d+", row[0]) for row in rows)
    assert any(row[0].upper() == "JUMLAH" for row in rows)
    by_name = {(row[0], row[1]): row[2] for row in rows}
    assert by_name["% Capaian", "102,47%"].startswith("72,79 / 71,03 × 100% = 102,477826…\nSumber:")
    assert "→ 45,17%, dipotong dua desimal" in by_name["tpt › capaian", "45,17%"]
