"""What is done to the Word file after pandoc: lists, notes, bookmarks, parts, properties."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from lkjip.render.word import finish

from ..conftest import Report

pytestmark = pytest.mark.build

W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
# The order of the format's schema, for what the report uses.
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr pBdr shd tabs "
    "wordWrap spacing ind contextualSpacing jc textAlignment outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike noProof vanish color spacing w "
    "kern position sz szCs highlight u effect bdr shd vertAlign rtl lang",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection vAlign",
    "tblPr": "tblStyle tblpPr tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook "
    "tblCaption tblDescription",
    "sectPr": "headerReference footerReference type pgSz pgMar pgNumType cols titlePg",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlJc pPr rPr",
    "style": "name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat rsid pPr rPr "
    "tblPr trPr tcPr tblStylePr",
}


@pytest.fixture(scope="module")
def parts(report: Report) -> dict[str, etree._Element]:
    """The XML of every part by name."""
    with zipfile.ZipFile(report.file("docx")) as archive:
        return {
            name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }


def style_ids(word: Document, path: str) -> list[str]:
    return [str(style) for style in word.element.xpath(path)]


def test_elements_stand_in_the_order_of_the_format(parts: dict[str, etree._Element]) -> None:
    checked = 0
    for name, part in parts.items():
        for kind, order in ORDERS.items():
            places = order.split()
            for node in part.iter(qn(f"w:{kind}")):
                found = [etree.QName(child).localname for child in node]
                assert set(found) <= set(places), (name, kind, found)
                assert found == sorted(found, key=places.index), (name, kind, found)
                checked += 1
    assert checked > 2000


def test_styles_that_are_used_exist_in_every_part(parts: dict[str, etree._Element]) -> None:
    known = set(parts["word/styles.xml"].xpath("./w:style/@w:styleId", namespaces=W))
    path = ".//w:pStyle/@w:val | .//w:rStyle/@w:val | .//w:tblStyle/@w:val"
    looked = 0
    for part in parts.values():
        used = set(part.xpath(path, namespaces=W))
        assert used <= known
        looked += bool(used)
    assert looked > 6  # document, numbering, heads and feet
    bases = set(
        parts["word/styles.xml"].xpath(
            "./w:style/*[self::w:basedOn|self::w:next]/@w:val", namespaces=W
        )
    )
    assert bases <= known


def test_no_sign_of_how_it_was_made(parts: dict[str, etree._Element], report: Report) -> None:
    assert not {"docProps/custom.xml", "word/comments.xml"} & set(parts)
    relations = parts["word/_rels/document.xml.rels"]
    assert {f"word/{node.get('Target')}" for node in relations} >= {
        name for name in parts if re.match(r"word/(header|footer)", name)
    }
    with zipfile.ZipFile(report.file("docx")) as archive:
        names = set(archive.namelist())
        assert b"_build" not in b"".join(map(archive.read, names))
    for relation in relations:
        if relation.get("TargetMode") != "External":
            assert f"word/{relation.get('Target')}" in names
    types = parts["[Content_Types].xml"].xpath("./*/@PartName")
    assert {name.removeprefix("/") for name in types} <= names
    app = "".join(parts["docProps/app.xml"].itertext())
    assert "Dinas Tenaga Kerja Kabupaten Blitar" in app and "Microsoft" not in app


def test_settings_are_indonesian(parts: dict[str, etree._Element]) -> None:
    settings = parts["word/settings.xml"]
    values = {etree.QName(node).localname: node.get(qn("w:val")) for node in settings}
    assert values["decimalSymbol"] == "," and values["listSeparator"] == ";"
    assert values["themeFontLang"] == "id-ID" and "proofState" not in values


def test_items_have_styles_of_lists(word: Document) -> None:
    numbered = word.element.xpath("//w:p[w:pPr/w:numPr]/w:pPr/w:pStyle/@w:val")
    assert set(numbered) <= {"ListNumber", "DaftarHuruf", "DaftarHuruf2", "DaftarRomawi"}
    assert not style_ids(word, "//w:pStyle[@w:val='Compact']/@w:val")
    # "a." and the "1)" below it are one list, so that Tab leads from one to the other.
    lists: dict[str, set[str]] = {}
    for paragraph in word.element.xpath("//w:p[w:pPr/w:numPr]"):
        number = str(paragraph.pPr.numPr.numId.val)
        lists.setdefault(number, set()).add(paragraph.style)
    assert {"DaftarHuruf", "DaftarHuruf2"} in lists.values()
    numbering = word.part.numbering_part.element
    for number in lists:
        (start,) = numbering.xpath(
            f"./w:num[@w:numId='{number}']/w:lvlOverride[@w:ilvl='0']/w:startOverride/@w:val"
        )
        assert start == "1"
    assert style_ids(word, "//w:pStyle[@w:val='ListBullet']/@w:val")


def test_notes_are_numbered_below_their_heads(word: Document) -> None:
    heads = [p for p in word.paragraphs if p.style.name == "Kepala Catatan"]
    notes = [p for p in word.paragraphs if p.style.name == "Butir Catatan"]
    assert len(heads) > 5 and len(notes) > 2 * len(heads)
    for head in heads:
        assert head.text == "Catatan:"
        assert head._p.getnext().style == "ButirCatatan"
    assert not any(re.match(r"\d", note.text) or "\n" in note.text for note in notes)
    # Two levels of one list: Word begins anew below each head.
    head, note = (
        word.styles[name].element.pPr.numPr for name in ("Kepala Catatan", "Butir Catatan")
    )
    assert head.numId.val == note.numId.val and (head.ilvl.val, note.ilvl.val) == (0, 1)


def test_bookmarks_have_names_that_word_knows(word: Document) -> None:
    names = word.element.xpath("//w:bookmarkStart/@w:name")
    assert len(names) > 60 and all(re.fullmatch(r"_Ref_\w{16}", name) for name in names)
    # Around the text of a heading, not around its chapter.
    assert not word.element.xpath("//w:body/w:bookmarkStart | //w:body/w:bookmarkEnd")
    targets = set(word.element.xpath("//w:hyperlink/@w:anchor"))
    assert targets <= set(names)


def test_sections_are_cited_by_fields(word: Document) -> None:
    (line,) = [
        p for p in word.paragraphs if p.text.startswith("Efisiensi penggunaan sumber daya: ")
    ]
    codes = line._p.xpath(".//w:instrText/text()")
    assert len(codes) == 2 and all(re.fullmatch(r" REF _Ref_\w+ \\r \\h ", code) for code in codes)
    (chapter,) = [
        p for p in word.paragraphs if p.text.startswith("Simpulan dan langkah perbaikan: ")
    ]
    assert chapter.text.endswith(": BAB IV")
    (code,) = chapter._p.xpath(".//w:instrText/text()")
    assert code.split()[2:] == ["\\r", "\\h"]


def test_what_looks_like_a_heading_is_one(word: Document) -> None:
    style = word.styles["Subjudul"]
    assert style.font.bold
    assert style.element.xpath("./w:pPr/w:outlineLvl/@w:val") == ["3"]
    heads = [p for p in word.paragraphs if p.style.name in ("Subjudul", "Judul Lampiran Awal")]
    assert len(heads) > 25
    assert not any(run.bold for head in heads for run in head.runs)


def test_the_cover_reaches_the_edges_of_the_page(word: Document) -> None:
    block = word.tables[0]._tbl
    assert block.xpath("./w:tblPr/w:tblW/@w:w") == [str(round(word.sections[0].page_width.twips))]
    styles = block.xpath(".//w:pStyle/@w:val")
    assert styles == ["SampulJudul", "SampulTahun", "SampulEdisi"]
    assert word.styles["Sampul Judul"].base_style.name == "Title"


def test_finishing_twice_changes_nothing(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "laporan.docx"
    path.write_bytes(report.file("docx").read_bytes())
    finish(path)
    assert path.read_bytes() == report.file("docx").read_bytes()
