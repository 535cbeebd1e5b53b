"""LibreOffice opens the Word report, renews its fields and prints the same report."""

from __future__ import annotations

import re
from copy import deepcopy
from pathlib import Path

import docx
import pypdfium2
import pytest

from ..conftest import Report
from ..documents import docx_tables, heading_numbers, squeeze
from .conftest import run

pytestmark = [pytest.mark.build, pytest.mark.office]

ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">
Sub Perbarui(sumber As String, hasil As String)
  Dim sifat(0) As New com.sun.star.beans.PropertyValue
  sifat(0).Name = "Hidden"
  sifat(0).Value = True
  naskah = StarDesktop.loadComponentFromURL(sumber, "_blank", 0, sifat())
  naskah.TextFields.refresh()
  daftar = naskah.DocumentIndexes
  For nomor = 0 To daftar.Count - 1
    daftar.getByIndex(nomor).update()
  Next
  sifat(0).Name = "FilterName"
  sifat(0).Value = "writer_pdf_Export"
  naskah.storeToURL(hasil, sifat())
  naskah.close(True)
End Sub
</script:module>
"""


def print_renewed(office: list[str], source: Path, target: Path) -> None:
    """Renew the fields of a Word file and print it as PDF."""
    profile = Path(office[1].split("file://", 1)[1])
    module = profile / "user" / "basic" / "Standard" / "Module1.xba"
    if not module.exists():
        # The first start makes the profile that the macro is put into.
        run(office, "--terminate_after_init")
    module.write_text(MACRO, "utf-8")
    run(office, f"macro:///Standard.Module1.Perbarui({source.as_uri()},{target.as_uri()})")


@pytest.fixture(scope="module")
def printed(office: list[str], report: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Word report with its fields renewed, printed as PDF."""
    target = tmp_path_factory.mktemp("cetak") / "perbarui.pdf"
    print_renewed(office, report.file("docx"), target)
    return target


def page_texts(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as pdf:
        # How PDFium gives a hyphen at the end of a line.
        return [page.get_textpage().get_text_range().replace("\ufffe", "-\n") for page in pdf]


@pytest.fixture(scope="module")
def pages(printed: Path) -> list[str]:
    """The text of every printed page."""
    return page_texts(printed)


@pytest.fixture(scope="module")
def plain_pages(
    office: list[str], report: Report, tmp_path_factory: pytest.TempPathFactory
) -> list[str]:
    """The same of the file as it is, with the results of its fields that stand in it."""
    folder = tmp_path_factory.mktemp("cetak-apa-adanya")
    source = report.file("docx")
    run(office, "--convert-to", "pdf", "--outdir", str(folder), str(source))
    return page_texts(folder / f"{source.stem}.pdf")


@pytest.fixture(scope="module")
def stressed_pages(
    office: list[str], stressed: Report, tmp_path_factory: pytest.TempPathFactory
) -> list[str]:
    """The same of a year with long names and large sums."""
    folder = tmp_path_factory.mktemp("cetak-berat")
    source = stressed.file("docx")
    run(office, "--convert-to", "pdf", "--outdir", str(folder), str(source))
    return page_texts(folder / f"{source.stem}.pdf")


def pieces(text: str) -> set[str]:
    """What a line may not end in: words, without the hyphens and strokes at which it may."""
    return set(re.findall(r"[^\s/-]+", text))


def cells(report: Report) -> list[str]:
    return [
        cell for grid in docx_tables(report.file("docx")) for row in grid for cell in row if cell
    ]


def standing(report: Report) -> set[str]:
    """The words of heads that stand: PDFium does not give them in one piece."""
    found = docx.Document(str(report.file("docx"))).element.xpath(
        "//w:tc[w:tcPr/w:textDirection]//w:t/text()"
    )
    return pieces(" ".join(found))


def stand_whole(path: Path) -> set[str]:
    """What is printed in lines that stand, piece by piece."""
    found = set()
    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            text = page.get_textpage()
            columns: dict[int, list[tuple[float, str]]] = {}
            for n in range(text.count_chars()):
                letter = text.get_text_range(n, 1)
                if letter.strip():
                    left, bottom, _right, _top = text.get_charbox(n, loose=True)
                    # Twice, as no line may fall between two of them.
                    for column in {round(2 * left) // 2, (round(2 * left) + 1) // 2}:
                        columns.setdefault(column, []).append((bottom, letter))
            for letters in columns.values():
                found.add("".join(letter for _bottom, letter in sorted(letters)))
    return found


def test_every_word_of_the_cells_is_printed_in_one_piece(report: Report, pages: list[str]) -> None:
    words = pieces(" ".join(cells(report)))
    assert len(words) > 350
    assert words - standing(report) <= pieces(" ".join(pages))


def test_heads_that_stand_are_printed_in_one_piece(report: Report, printed: Path) -> None:
    words = standing(report)
    assert {"BIPARTIT", "PENGADILAN"} <= words
    lines = stand_whole(printed)
    assert [word for word in words if not any(word in line for line in lines)] == []


def test_no_word_is_broken_in_a_stressed_year(stressed: Report, stressed_pages: list[str]) -> None:
    words = pieces(" ".join(cells(stressed)))
    assert len(words) > 900
    assert words - standing(stressed) <= pieces(" ".join(stressed_pages))


def test_no_number_wraps(report: Report, pages: list[str]) -> None:
    words = set(" ".join(pages).split())
    numbers = {cell for cell in cells(report) if re.fullmatch(r"-?[\d.,]{4,}%?", cell)}
    assert len(numbers) > 60
    assert numbers <= words
    # What columns are computed from: "(9)=(5)-(8)".
    formulas = {cell for cell in cells(report) if re.fullmatch(r"\(\d+\)=[()\d/-]+", cell)}
    assert len(formulas) == 2
    assert formulas <= words


def test_a_number_stays_with_its_unit(stressed: Report, stressed_pages: list[str]) -> None:
    everything = "".join(stressed_pages)
    numbers = {cell for cell in cells(stressed) if re.fullmatch(r"[\d.,]+ [A-Za-z]+", cell)}
    assert len(numbers) > 60
    assert [number for number in numbers if number not in everything] == []


def test_a_label_stays_with_its_number(pages: list[str]) -> None:
    lines = [line.strip() for page in pages for line in page.splitlines()]
    assert sum("Tabel\u00a0" in line or "Tabel " in line for line in lines) > 40
    assert [line for line in lines if line.endswith((" Tabel", " Gambar"))] == []


def test_renewed_contents_show_the_pages(pages: list[str]) -> None:
    lines = [line for page in pages[1:5] for line in page.splitlines()]
    listed = {}
    for line in lines:
        if found := re.match(r"(.+?)\s*\.{3,}\s*([ivx]+|\d+)$", line):
            listed[squeeze(found[1])] = found[2]
    assert "LAMPIRAN-LAMPIRAN" in listed
    body = first_of_body(pages)
    checked = 0
    for title, number in listed.items():
        if number.isdigit() and len(title) > 12:
            page = squeeze(pages[body + int(number) - 1])
            checked += title in page
    assert checked >= 25


def first_of_body(pages: list[str]) -> int:
    """Where the first chapter begins."""
    return next(
        n
        for n, page in enumerate(pages)
        if "BABIPENDAHULUAN1.1" in squeeze(page) and "DAFTAR ISI" not in page
    )


def test_headings_and_captions_are_numbered_as_in_word(report: Report, pages: list[str]) -> None:
    everything = squeeze("".join(pages))
    word = docx.Document(str(report.file("docx")))
    numbers = heading_numbers(word)
    assert len(numbers) > 20
    for paragraph in word.paragraphs:
        if paragraph._p in numbers:
            assert squeeze(numbers[paragraph._p] + paragraph.text) in everything
        elif paragraph.style.name in ("Table Caption", "Image Caption"):
            assert squeeze(paragraph.text) in everything


def test_the_pages_in_the_file_are_those_printed(report: Report, plain_pages: list[str]) -> None:
    # Where nobody renews the fields, readers see these numbers. Those in Word's own layout may be
    # others, which Word then writes: its lists are marked for it.
    body = first_of_body(plain_pages)
    squeezed = [squeeze(page) for page in plain_pages]
    wrong, checked = [], 0
    for paragraph in docx.Document(str(report.file("docx"))).paragraphs:
        if not re.match(r"toc \d|table of figures", paragraph.style.name):
            continue
        title, number = paragraph.text.rsplit("\t", 1)
        place = body + int(number) - 1 if number.isdigit() else ROMAN.index(number) + 1
        key = squeeze(title)
        lists = [
            n for n, page in enumerate(squeezed) if "DAFTARISI" in page or "DAFTARTABEL" in page
        ]
        found = [
            n for n, page in enumerate(squeezed) if key in page and (n not in lists or n == place)
        ]
        checked += 1
        if place not in found or key not in squeezed[place]:
            wrong.append((title, number, found))
    assert checked > 50
    assert wrong == []


def test_all_that_follows_a_new_chapter_is_counted_anew(
    office: list[str], report: Report, tmp_path: Path
) -> None:
    # As an official does it: copy the title of a chapter and a caption, change the text, renew.
    word = docx.Document(str(report.file("docx")))
    body = word.element.body
    second = body.xpath("./w:p[w:pPr/w:pStyle/@w:val='Heading1']")[1]
    caption = body.xpath("./w:p[w:pPr/w:pStyle/@w:val='TableCaption']")[1]
    for old in (second, caption):
        new = deepcopy(old)
        for mark in new.xpath(".//w:bookmarkStart | .//w:bookmarkEnd"):
            mark.getparent().remove(mark)
        new.xpath(".//w:t")[-1].text = " SISIPAN"
        second.addprevious(new)
    word.save(str(tmp_path / "baru.docx"))
    print_renewed(office, tmp_path / "baru.docx", tmp_path / "baru.pdf")
    everything = squeeze("".join(page_texts(tmp_path / "baru.pdf")))
    for text in (
        "BABIISISIPAN",
        "Tabel2.1SISIPAN",
        "BABIIIPERENCANAANKINERJA3.1RENCANASTRATEGIS",
        "3.2.1PerubahanPerjanjianKinerja",
        "Tabel3.1IndikatorKinerjaUtama",
        "disajikanpadaTabel3.1",
        "Perjanjiankinerjatahunberjalan:Bagian3.2",
    ):
        assert text in everything, text


def test_no_field_is_broken(pages: list[str]) -> None:
    everything = " ".join(pages)
    assert "Error" not in everything
    assert "Galat" not in everything
    assert re.search(r"Tabel\s3\.8", everything)


def test_headings_of_the_file_are_those_printed(report: Report, pages: list[str]) -> None:
    everything = squeeze("".join(pages))
    for paragraph in docx.Document(str(report.file("docx"))).paragraphs:
        if paragraph.style.name.startswith("Heading"):
            assert squeeze(paragraph.text) in everything
