"""What a program, a screen reader or an archive finds in the PDF."""

from __future__ import annotations

import re

import pypdf
import pytest

from ..golden.compare import ALL_TABLES
from .geometry import Document

pytestmark = pytest.mark.build


@pytest.fixture(scope="module")
def reader(document: Document) -> pypdf.PdfReader:
    return pypdf.PdfReader(document.path)


def test_conformance_is_stated(reader: pypdf.PdfReader) -> None:
    # The compiler checks it in each build and refuses a document that does not conform.
    metadata = reader.trailer["/Root"]["/Metadata"].get_data().decode()
    for claim in ("pdfaid:part>2<", "pdfaid:conformance>A<", "pdfuaid:part>1<"):
        assert claim in metadata
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.trailer["/Root"]["/Lang"] == "id"
    assert reader.metadata and reader.metadata.title
    assert reader.metadata.title == "Laporan Kinerja Instansi Pemerintah (LKjIP) Tahun 2022"


def test_headings_are_tagged_without_gaps(document: Document) -> None:
    levels = [
        int(node["type"][1])
        for node in document.nodes_of(lambda kind: bool(re.fullmatch(r"H\d", kind)))
    ]
    assert levels.count(1) == 6 + 4 + 2
    assert all(after - before <= 1 for before, after in zip([0, *levels], levels, strict=False))


def test_tables_have_header_cells(document: Document) -> None:
    tables = list(document.nodes("Table"))
    assert len(tables) == len(ALL_TABLES)
    for table in tables:
        kinds = [child["type"] for child in table["children"]]
        assert "THead" in kinds and "TBody" in kinds
        head = next(child for child in table["children"] if child["type"] == "THead")
        cells = [cell["type"] for row in head["children"] for cell in row["children"]]
        assert cells and set(cells) == {"TH"}


def test_figures_have_an_alternative(document: Document) -> None:
    texts = [node.get("alt_text") or "" for node in document.nodes("Figure")]
    assert len(texts) == 5
    assert all(text.startswith("Diagram ") and len(text) > 80 for text in texts)


def test_bookmarks_lead_through_the_report(reader: pypdf.PdfReader) -> None:
    def titles(entries: list[object]) -> list[str]:
        found: list[str] = []
        for entry in entries:
            found += titles(entry) if isinstance(entry, list) else [str(entry["/Title"])]  # type: ignore[index]
        return found

    marks = titles(list(reader.outline))
    for title in ("KATA PENGANTAR", "PENUTUP", "PERJANJIAN KINERJA PERUBAHAN TAHUN 2022"):
        assert any(title in mark for mark in marks), title
    assert len(marks) > 30


def test_all_fonts_are_in_the_file(reader: pypdf.PdfReader) -> None:
    names = set()
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            below = font.get_object()["/DescendantFonts"][0].get_object()
            assert "/FontFile3" in below["/FontDescriptor"]
            names.add(str(font.get_object()["/BaseFont"]).split("+")[-1])
    # One family for text, tables and charts.
    assert {name.split("-")[0] for name in names} == {"LibertinusSerif"}


def test_the_title_on_the_cover_is_one(reader: pypdf.PdfReader) -> None:
    root = reader.trailer["/Root"]["/StructTreeRoot"]["/K"]
    whole = root[0].get_object() if isinstance(root, list) else root.get_object()
    kinds = [part.get_object()["/S"] for part in whole["/K"]]
    assert kinds.count("/Title") == 1
    assert kinds.index("/Title") < kinds.index("/H1")
