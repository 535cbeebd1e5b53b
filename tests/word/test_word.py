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
    numbering = word.part.numbering_part.element
    for n in range(4):
        number = word.styles[f"Heading {n + 1}"].element.pPr.numPr
        assert number.ilvl.val == n
        (definition,) = numbering.xpath(
            f"./w:num[@w:numId='{number.numId.val}']/w:abstractNumId/@w:val"
        )
        (level,) = numbering.xpath(
            f"./w:abstractNum[@w:abstractNumId='{definition}']/w:lvl[@w:ilvl='{n}']"
        )
        assert level.find(qn("w:pStyle")).get(qn("w:val")) == f"Heading{n + 1}"
    # Arabic by nature: other programs than Word do not know the exception from Roman numerals.
    assert not list(numbering.iter(qn("w:isLgl")))
    # Nothing is counted twice or typed, and the lists of contents say what the headings do.
    found = [(number, text) for _style, number, text in headings(word) if number]
    assert not any(re.match(r"BAB |\d", text) for _number, text in found)
    assert not word.element.xpath("//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'Heading')]//w:br")
    page = html_headings(report.file("html"))
    assert found == [heading for heading in page if heading[0]]
    contents = [
        p.text.rsplit("\t", 1)[0] for p in word.paragraphs if style_of(p).startswith("toc ")
    ]
    # As Word writes them anew: what stands between number and title in the heading.
    parts = [re.fullmatch(r"(BAB [IVX]+) (.*)|([\d.]+)\t(.*)", line) for line in contents]
    listed = [(part[1] or part[3], part[2] or part[4]) for part in parts if part]
    assert listed == found


def html_headings(path: Path) -> list[tuple[str, str]]:
    """Number and text of the headings of the web page."""
    found = []
    for heading in html.fromstring(path.read_bytes()).xpath(
        "//main//section[not(contains(@class, 'subjudul') or @class='pokok')]"
        "/*[self::h2|self::h3|self::h4]"
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
    titles = [p.text for p in word.paragraphs if style_of(p) == "Judul Lampiran Awal"]
    assert titles == ["Lampiran", "Lampiran"]
    assert sum(style_of(p) == "Judul Lampiran" for p in word.paragraphs) == 2
    for style in ("Judul Naskah", "Judul Lampiran"):
        assert word.styles[style].paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
    # Each begins a page by its style, not after an empty paragraph.
    for style in ("Judul Naskah", "Judul Lampiran Awal"):
        assert word.styles[style].paragraph_format.page_break_before
    assert not word.element.xpath("//w:br[@w:type='page']")
    assert sum(style_of(p) == "Naskah" for p in word.paragraphs) == 10


def test_the_list_of_the_parts_has_no_marks(word: Document) -> None:
    parts = [p for p in word.paragraphs if style_of(p).startswith("Sistematika")]
    # The chapters are cited by fields: each number is that of the heading, wherever it moves.
    numbers = {number for _style, number, _text in headings(word) if number.startswith("BAB")}
    assert {" ".join(p.text.split()[:2]).upper() for p in parts[:-1]} == numbers
    for line in parts[:-1]:
        assert re.fullmatch(r" REF _Ref_\w+ \\r \\h ", line._p.xpath(".//w:instrText/text()")[0])
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
    # The lists as a whole: Word makes the numbers of pages within them anew.
    assert len(dirty) == 3
    assert sum(code.startswith("PAGEREF") for code in codes(word)) > 40


def test_captions_are_numbered_by_fields(word: Document) -> None:
    captions = [p for p in word.paragraphs if style_of(p) in ("Table Caption", "Image Caption")]
    numbered = [p for p in captions if re.match(r"(Tabel|Gambar)\s\d", p.text)]
    assert len(numbered) == 16 + 5
    for caption in numbered:
        kind = caption.text.split()[0].replace("\u00a0", " ").split(" ")[0]
        code = "".join(caption._p.xpath(".//w:instrText/text()"))
        # The number of the chapter is counted, too, and the counter begins anew in every chapter.
        assert code.split() == ["SEQ", "Bab", "\\c", "SEQ", kind, "\\*", "ARABIC", "\\s", "1"]
    chapters = word.element.xpath("//w:p[w:pPr/w:pStyle/@w:val='Heading1']")
    assert len(chapters) == 4
    for chapter in chapters:
        assert chapter.xpath("./w:r/w:instrText/text()") == [" SEQ Bab \\h "]


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
        (description,) = table.xpath("./w:tblPr/w:tblDescription/@w:val")
        assert description.startswith("Kolom: ")
        # A number would grow old.
        assert not any(
            re.match(r"Tabel\s\d", title) for title in table.xpath("./w:tblPr/w:tblCaption/@w:val")
        )


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


def test_a_table_with_cells_over_several_rows_is_kept_whole(word: Document) -> None:
    """On a later page those cells would be empty."""
    merged = [table for table in data_tables(word) if table.xpath("./w:tr//w:vMerge[not(@w:val)]")]
    bodies = [
        table
        for table in merged
        if table.xpath("./w:tr[not(w:trPr/w:tblHeader)]//w:vMerge[not(@w:val)]")
    ]
    assert len(bodies) >= 2
    assert all(all(kept_rows(table)[:-1]) for table in bodies)


def test_notes_of_the_annex_are_in_smaller_type(word: Document) -> None:
    notes = [p for p in word.paragraphs if style_of(p) == "Butir Lampiran"]
    assert len(notes) > 5
    (usual,) = word.styles.element.xpath("./w:docDefaults//w:sz/@w:val")
    assert word.styles["Butir Lampiran"].font.size.pt < int(usual) / 2
    # They are items of a list: their style brings the mark.
    assert word.styles["Butir Lampiran"].base_style.name == "List Bullet"


def line_count(text: str, size: float, width: float) -> float:
    """Lines of a text, when a letter is half as wide as it is high."""
    return len(text) * size / 2 / width


def test_texts_do_not_stand_in_ribbons(word: Document) -> None:
    for table in word.tables:
        if not table._tbl.xpath(".//w:tblHeader"):
            continue
        small = table.style.name == "Lkjip Tabel Rapat"
        for cell in (cell for row in table.rows for cell in row.cells):
            style = cell.paragraphs[0].style
            size = (style.font.size or style.base_style.font.size).pt
            if cell._tc.xpath("./w:tcPr/w:textDirection"):
                continue
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
    # Abbreviations stand in two columns; what follows them goes on below.
    assert formats[2:4] == ["lowerRoman"] * 2
    columns = [section._sectPr.xpath("string(./w:cols/@w:num)") for section in word.sections]
    assert columns[2] == "2" and columns.count("2") == 1
    starts = [section._sectPr.xpath("string(./w:type/@w:val)") for section in word.sections]
    assert [n for n, start in enumerate(starts) if start == "continuous"] == [2, 3]
    # Each chapter is a section, and so are the annexes.
    assert formats[4] == "decimal1"
    assert formats[5:] == ["decimal"] * 4
    # Even the widest table finds room on an upright page: its heads stand.
    assert all(s.orientation == WD_ORIENT.PORTRAIT for s in word.sections)
    standing = [t for t in data_tables(word) if t.xpath(".//w:textDirection[@w:val='btLr']")]
    assert len(standing) == 1 and standing[0].xpath("./w:tr/w:trPr/w:trHeight")


def fields(part: etree._Element) -> list[str]:
    return [code.strip() for code in part.xpath(".//w:fldSimple/@w:instr")]


def test_head_and_foot(word: Document) -> None:
    cover, *others = word.sections
    assert cover._sectPr.xpath("./w:footerReference") == []
    for section in others:
        foot = section.footer._element
        roman = section._sectPr.xpath("string(./w:pgNumType/@w:fmt)") == "lowerRoman"
        assert fields(foot) == ["PAGE \\* roman" if roman else "PAGE"]
        text = "".join(foot.xpath(".//w:t/text()"))
        assert text == "Dinas Tenaga Kerja Kabupaten Blitar" + ("i" if roman else "1")
        # The number of the page stands at the right edge of the text.
        (stop,) = section.footer.paragraphs[0].paragraph_format.tab_stops
        room = section.page_width - section.left_margin - section.right_margin
        assert abs(stop.position - room) < Cm(0.1)
    front, chapters = others[:3], others[3:]
    # Nothing but the sign of a draft.
    assert not any(section.header._element.xpath(".//w:t") for section in [cover, *front])
    titles = []
    for section in chapters:
        # No running head where a chapter opens.
        assert section.different_first_page_header_footer
        assert not section.first_page_header._element.xpath(".//w:t")
        assert fields(section.first_page_footer._element) == ["PAGE"]
        titles.append("".join(section.header._element.xpath(".//w:t/text()")))
        *chapter, text = fields(section.header._element)
        assert text == ("STYLEREF 1" if chapter else 'STYLEREF "Judul Pembatas"')
    # What a program shows that does not renew fields.
    assert titles == [
        "BAB I · PENDAHULUANLKjIP 2022",
        "BAB II · PERENCANAAN KINERJALKjIP 2022",
        "BAB III · AKUNTABILITAS KINERJALKjIP 2022",
        "BAB IV · PENUTUPLKjIP 2022",
        "LAMPIRAN-LAMPIRANLKjIP 2022",
    ]


def test_pictures_have_alternative_texts(word: Document) -> None:
    texts = word.element.xpath(".//wp:docPr/@descr")
    assert len(texts) == len(word.element.xpath(".//pic:pic")) == 5
    assert all(len(text) > 80 for text in texts)
    # What the file calls a picture tells nothing of the machine that made it.
    assert not word.element.xpath(".//pic:cNvPr/@descr")
    names = word.element.xpath(".//pic:cNvPr/@name")
    assert len(names) == 5 and all(re.fullmatch(r"Gambar \d\.\d", name) for name in names)


def test_pictures_are_sharp_in_print(word: Document) -> None:
    widths = [int(width) / Cm(2.54) for width in word.element.xpath(".//wp:extent/@cx")]
    parts = [part for part in word.part.package.iter_parts() if part.content_type == "image/png"]
    assert len(parts) == 5
    assert all(part.image.px_width >= 290 * max(widths) for part in parts)


def test_signature_blocks_stay_together_without_borders(word: Document) -> None:
    plain = [t._tbl for t in word.tables if t.style.name == "TandaTanganTabel"]
    blocks = [block for block in plain if block.xpath(".//w:pStyle[@w:val='TandaTangan']")]
    assert len(blocks) == len(plain) == 4
    for block in blocks:
        assert not block.xpath(".//w:tblBorders | .//w:tcBorders")
        styles = set(block.xpath(".//w:pStyle/@w:val"))
        assert styles == {
            "TandaTangan",
            "TandaTanganTempat",
            "TandaTanganNama",
            "TandaTanganAkhir",
        }
        # As wide as the text, and no row, not even an empty cell of it, lets the next one go.
        assert block.xpath("./w:tblPr/w:tblW/@w:w") == ["9072"]
        assert set(block.xpath(".//w:tcW/@w:w")) == {"4536"}
        *rows, last = block.xpath("./w:tr")
        assert all(row.xpath("./w:trPr/w:cantSplit") for row in [*rows, last])
        assert all(row.xpath("count(.//w:p) = count(.//w:p/w:pPr/w:pStyle)") for row in rows)
        assert set(last.xpath(".//w:pStyle/@w:val")) == {"TandaTanganAkhir"}
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
