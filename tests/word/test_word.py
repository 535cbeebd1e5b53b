"""The Word report has what an official who edits it expects: styles, fields, sections, tables."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm
from lxml import etree, html

from ..conftest import Report
from ..documents import heading_numbers
from ..golden.compare import ALL_TABLES

pytestmark = pytest.mark.build


def style_of(paragraph: object) -> str:
    return str(paragraph.style.name)  # type: ignore[attr-defined]


def codes(word: Document) -> list[str]:
    """The codes of all fields, in order."""
    return [text.strip() for text in word.element.xpath(".//w:instrText/text()")]


def data_tables(word: Document) -> list[etree._Element]:
    """The tables with a head; signature blocks are laid out as tables without one."""
    return [table._tbl for table in word.tables if table._tbl.xpath(".//w:tblHeader")]


def headings(word: Document) -> list[tuple[str, str, str]]:
    """Style, number and text of each paragraph."""
    numbers = heading_numbers(word)
    return [(style_of(p), numbers.get(p._p, ""), " ".join(p.text.split())) for p in word.paragraphs]


def test_headings_have_real_styles(word: Document) -> None:
    found = headings(word)
    assert ("Heading 1", "BAB I", "PENDAHULUAN") in found
    assert ("Judul Tanpa Nomor", "", "KATA PENGANTAR") in found
    assert ("Judul Pembatas", "", "LAMPIRAN-LAMPIRAN") in found
    assert ("Judul Naskah", "", "PERJANJIAN KINERJA PERUBAHAN TAHUN 2022") in found
    assert ("Heading 2", "1.1", "LATAR BELAKANG") in found
    assert any(style == "Heading 3" and number == "3.1.7" for style, number, _text in found)


def test_headings_are_numbered_by_word(word: Document, report: Report) -> None:
    # The styles are tied to the levels of one list, so that a new heading moves all that follow.
    levels = [
        level
        for level in word.part.numbering_part.element.iter(qn("w:lvl"))
        if level.find(qn("w:pStyle")) is not None
    ]
    for n, level in enumerate(levels):
        assert level.find(qn("w:pStyle")).get(qn("w:val")) == f"Heading{n + 1}"
        assert (level.find(qn("w:isLgl")) is not None) == (n > 0)
        number = word.styles[f"Heading {n + 1}"].element.pPr.numPr
        assert (number.ilvl.val, number.numId.val) == (n, 1)
    assert len(levels) == 4
    # Nothing is counted twice, and the lists of contents say what the headings do.
    found = [(number, text) for _style, number, text in headings(word) if number]
    assert not any(re.match(r"BAB |\d", text) for _number, text in found)
    page = html_headings(report.file("html"))
    assert found == [heading for heading in page if heading[0]]
    contents = [p.text.split("\t") for p in word.paragraphs if style_of(p).startswith("toc ")]
    listed = {(line[0], line[1]) for line in contents if len(line) == 3}
    assert listed == set(found)


def html_headings(path: Path) -> list[tuple[str, str]]:
    """Number and text of the headings of the web page."""
    found = []
    for heading in html.fromstring(path.read_bytes()).xpath(
        "//main//*[self::h1|self::h2|self::h3]"
    ):
        (number,) = heading.xpath("./span[@class='nomor']") or [None]
        text = heading.text_content()
        prefix = "" if number is None else number.text_content()
        found.append((prefix, " ".join(text.removeprefix(prefix).split())))
    return found


def test_documents_of_the_annexes_are_set_as_such(word: Document) -> None:
    (forms,) = {p.alignment for p in word.paragraphs if style_of(p) == "Identitas"}
    assert forms is None and word.styles["Identitas"].paragraph_format.first_line_indent < 0
    lines = [p.text for p in word.paragraphs if style_of(p) == "Identitas"]
    assert len(lines) == 8 and all(re.match(r"(Nama|Jabatan)\t: \S", line) for line in lines)
    titles = [p.text for p in word.paragraphs if style_of(p) == "Judul Lampiran"]
    assert titles[0] == "Lampiran" and len(titles) == 4
    for style in ("Judul Naskah", "Judul Lampiran"):
        assert word.styles[style].paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert sum(style_of(p) == "Naskah" for p in word.paragraphs) == 10


def test_the_list_of_the_parts_has_no_marks(word: Document) -> None:
    parts = [p for p in word.paragraphs if style_of(p).startswith("Sistematika")]
    assert [p.text.split(" memuat ")[0] for p in parts[::4]] == [
        "Bab I Pendahuluan",
        "Lampiran-lampiran",
    ]
    assert len(parts) == 5 and not any(p._p.xpath(".//w:numPr") for p in parts)


def test_contents_and_lists_are_fields_with_a_result(word: Document) -> None:
    fields = codes(word)
    assert 'TOC \\o "1-3" \\h \\z \\u' in fields
    assert 'TOC \\h \\z \\c "Tabel"' in fields
    assert 'TOC \\h \\z \\c "Gambar"' in fields
    lines = [p.text for p in word.paragraphs if re.match(r"toc \d|table of", style_of(p).lower())]
    assert len(lines) >= 26 + 16 + 5
    # Every line ends in a page number: roman in front of the chapters, arabic from them on.
    assert all(re.search(r"\t([ivx]+|\d+)$", line) for line in lines), lines
    numbers = [int(found[1]) for line in lines if (found := re.search(r"\t(\d+)$", line))]
    contents = numbers[: numbers.index(min(numbers), 1) or None]
    assert contents == sorted(contents)


def test_fields_of_lists_are_renewed_by_word(word: Document) -> None:
    dirty = word.element.xpath(".//w:fldChar[@w:fldCharType='begin'][@w:dirty='true']")
    assert len(dirty) == 3 + sum(code.startswith("PAGEREF") for code in codes(word))


def test_captions_are_numbered_by_fields(word: Document) -> None:
    captions = [p for p in word.paragraphs if style_of(p) in ("Table Caption", "Image Caption")]
    numbered = [p for p in captions if re.match(r"(Tabel|Gambar)\s\d", p.text)]
    assert len(numbered) == 16 + 5
    for caption in numbered:
        kind = caption.text.split()[0].replace("\u00a0", " ").split(" ")[0]
        code = "".join(caption._p.xpath(".//w:instrText/text()"))
        assert f"SEQ {kind} " in code
        # the counter begins anew in every chapter
        assert ("\\r 1" in code) == bool(re.match(r"\w+\s\d+\.1\s", caption.text))


def test_citations_repeat_the_numbers_of_captions(word: Document) -> None:
    marks = set(word.element.xpath(".//w:bookmarkStart/@w:name"))
    cited = [code.split()[1] for code in codes(word) if code.startswith("REF ")]
    assert len(cited) >= 21
    assert set(cited) <= marks
    assert any("disajikan pada Tabel\u00a01.1" in p.text for p in word.paragraphs)


def test_bookmarks_and_links_are_sound(word: Document) -> None:
    starts = word.element.xpath(".//w:bookmarkStart/@w:id")
    names = word.element.xpath(".//w:bookmarkStart/@w:name")
    assert len(starts) == len(set(starts))
    assert len(names) == len(set(names))
    assert sorted(starts) == sorted(word.element.xpath(".//w:bookmarkEnd/@w:id"))
    assert all(len(name) <= 40 for name in names)
    assert set(word.element.xpath(".//w:hyperlink/@w:anchor")) <= set(names)
    targets = {code.split()[1] for code in codes(word) if code.startswith("PAGEREF")}
    assert targets <= set(names)


def test_table_heads_repeat_and_rows_do_not_split(word: Document) -> None:
    tables = data_tables(word)
    assert len(tables) == len(ALL_TABLES)
    for table in tables:
        rows = table.xpath("./w:tr")
        heads = [bool(row.xpath("./w:trPr/w:tblHeader")) for row in rows]
        assert heads[0] and heads == sorted(heads, reverse=True)
        assert all(row.xpath("./w:trPr/w:cantSplit") for row in rows)
        (style,) = table.xpath("./w:tblPr/w:tblStyle/@w:val")
        assert style in ("LkjipTabel", "LkjipTabelRapat")
        assert table.xpath("./w:tblPr/w:tblDescription/@w:val")[0]


def kept_rows(table: etree._Element) -> list[bool]:
    """Whether each row of the body stays on the page of the next one."""
    rows = table.xpath("./w:tr[not(w:trPr/w:tblHeader)]")
    return [all(p.xpath("./w:pPr/w:keepNext") for p in row.iter(qn("w:p"))) for row in rows]


def test_only_short_tables_are_kept_whole(word: Document) -> None:
    whole, broken = [], []
    for table in data_tables(word):
        kept = kept_rows(table)
        (whole if all(kept[:-1]) else broken).append(kept)
        # No row stands alone at the foot or the head of a page.
        assert kept[0] and kept[-2]
    assert len(whole) > 5 and broken
    assert max(map(len, whole)) <= 12 < max(map(len, broken))


def line_count(text: str, size: float, width: float) -> float:
    """Lines of a text, when a letter is half as wide as it is high."""
    return len(text) * size / 2 / width


def test_texts_do_not_stand_in_ribbons(word: Document) -> None:
    for table in word.tables:
        if not table._tbl.xpath(".//w:tblHeader"):
            continue
        small = table.style.name == "Lkjip Tabel Rapat"
        for cell in (cell for row in table.rows for cell in row.cells):
            size = cell.paragraphs[0].style.font.size.pt
            assert (size < 9) == small
            room = cell.width.pt - (5 if small else 8)
            assert line_count(cell.text, size, room) <= 8, cell.text


def test_leads_stay_with_what_they_announce(word: Document) -> None:
    assert word.styles["Pengantar"].paragraph_format.keep_with_next
    leads = [p for p in word.paragraphs if style_of(p) == "Pengantar"]
    assert len(leads) > 15
    signed = [p for p in leads if p._p.getnext().xpath("string(w:pPr/w:pStyle/@w:val)")
              == "TandaTanganTempatKanan"]  # fmt: skip
    assert len(signed) == 2


def test_tables_stay_inside_the_page(word: Document) -> None:
    widths = {True: [], False: []}
    for table in data_tables(word):
        total = sum(int(width) for width in table.xpath("./w:tblGrid/w:gridCol/@w:w"))
        turned = bool(table.xpath("following::w:sectPr[1]/w:pgSz[@w:orient='landscape']"))
        widths[turned].append(total)
    assert max(widths[False]) <= 11906 - 2 * 1417
    assert max(widths[True], default=0) <= 16838 - 2 * 1417


def test_sections_and_page_numbers(word: Document) -> None:
    formats = [
        section._sectPr.xpath("string(./w:pgNumType/@w:fmt)")
        + section._sectPr.xpath("string(./w:pgNumType/@w:start)")
        for section in word.sections
    ]
    assert formats[0] == ""  # the cover
    assert formats[1] == "lowerRoman1"
    assert formats[2] == "decimal1"
    assert set(formats[3:]) == {"decimal"}
    turned = [s for s in word.sections if s.orientation == WD_ORIENT.LANDSCAPE]
    assert turned and all(s.page_width > s.page_height for s in turned)


def test_head_and_foot(word: Document) -> None:
    cover, *others = word.sections
    assert cover._sectPr.xpath("./w:footerReference") == []
    for section in others:
        foot = section.footer._element.xpath(".//w:fldSimple/@w:instr")
        assert [code.strip() for code in foot] == ["AUTHOR", "PAGE"]
        head = section.header._element.xpath(".//w:fldSimple/@w:instr")
        assert [code.strip() for code in head] == ["TITLE"]
        # The number of the page stands at the right edge of the text, on turned pages too.
        (stop,) = section.footer.paragraphs[0].paragraph_format.tab_stops
        room = section.page_width - section.left_margin - section.right_margin
        assert abs(stop.position - room) < Cm(0.1)


def test_pictures_have_alternative_texts(word: Document) -> None:
    texts = word.element.xpath(".//wp:docPr/@descr")
    assert len(texts) == len(word.element.xpath(".//pic:pic")) == 5
    assert all(len(text) > 80 for text in texts)


def test_signature_blocks_stay_together_without_borders(word: Document) -> None:
    # The list of abbreviations stands side by side in such a table, too.
    plain = [t._tbl for t in word.tables if t.style.name == "TandaTanganTabel"]
    blocks = [block for block in plain if block.xpath(".//w:pStyle[@w:val='TandaTangan']")]
    assert len(blocks) == 4 and len(plain) == 5
    for block in blocks:
        assert not block.xpath(".//w:tblBorders | .//w:tcBorders")
        styles = set(block.xpath(".//w:pStyle/@w:val"))
        assert styles <= {"TandaTangan", "TandaTanganTempat", "TandaTanganNama"}
    # Where one party signs, a table would do no more than let a page end within it.
    alone = [style_of(p) for p in word.paragraphs if style_of(p).startswith("Tanda Tangan")]
    assert alone.count("Tanda Tangan Nama Kanan") == 2 and len(alone) == 2 * 5
    assert word.styles["Tanda Tangan"].paragraph_format.keep_with_next
    for style in set(alone):
        assert word.styles[style].paragraph_format.keep_with_next is None


def test_document_properties_and_language(report: Report, word: Document) -> None:
    properties = word.core_properties
    assert properties.title.endswith("Tahun 2022")
    assert properties.author == "Dinas Tenaga Kerja Kabupaten Blitar"
    assert properties.created.date().isoformat() == "2023-02-28"
    languages = word.styles.element.xpath("./w:docDefaults//w:lang/@w:val")
    assert languages == ["id-ID"]
    with zipfile.ZipFile(report.file("docx")) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))


def test_styles_that_are_used_exist(word: Document) -> None:
    known = set(word.styles.element.xpath("./w:style/@w:styleId"))
    used = set(word.element.xpath(".//w:pStyle/@w:val | .//w:rStyle/@w:val | .//w:tblStyle/@w:val"))
    assert used <= known
    assert qn("w:styleId")  # the names above are those of the file format
