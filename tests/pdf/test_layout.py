"""The pages of the real report, by their own geometry."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pdfplumber
import pypdf
import pytest

from ..conftest import Report
from ..golden.compare import FOLDER
from .geometry import SIDE, TOP, Document, Page, Word, outside, overlapping

pytestmark = pytest.mark.build
FRONT = 6
SMALLEST = 8.0


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def squeezed(page: Page) -> str:
    return "".join(page.text.split())


def test_nothing_stands_outside_the_margins(document: Document) -> None:
    assert {page.number: outside(page) for page in document.pages[1:] if outside(page)} == {}


def test_no_words_cover_each_other(document: Document) -> None:
    found = {page.number: overlapping(page) for page in document.pages if overlapping(page)}
    assert found == {}


def test_no_letter_is_smaller_than_8_points(document: Document) -> None:
    sizes = {round(word.size, 2) for page in document.pages for word in page.words}
    assert min(sizes) >= SMALLEST
    # Charts have the sizes that they were drawn with, so that they are not scaled.
    chart = document.page_of("realisasi (tidak tercapai)")
    assert {8.0, 9.0} <= {round(word.size, 2) for word in chart.words}


def test_pages_are_full_unless_a_chapter_ends(document: Document) -> None:
    """Where text runs on to the next page, three quarters of the page are used. A page before a
    new chapter or a document of the annexes may be shorter; the cover and the page that opens the
    annexes stand alone."""
    for page, after in zip(document.pages[1:], document.pages[2:], strict=False):
        assert page.filled >= (0.2 if after.begins else 0.75), page.number
    assert document.pages[-1].filled >= 0.2


def test_no_heading_is_the_last_thing_on_a_page(document: Document) -> None:
    for page in document.pages[FRONT:]:
        last = page.body[-1]
        assert not (last.bold and last.size > 11.6), page.number


def test_numbers_of_pages(document: Document) -> None:
    labels = pypdf.PdfReader(document.path).page_labels
    assert labels[1:FRONT] == ["i", "ii", "iii", "iv", "v"]
    assert labels[FRONT:] == [str(n) for n in range(1, len(labels) - FRONT + 1)]
    for page, label in zip(document.pages[1:], labels[1:], strict=True):
        foot = [word.text for word in page.words if word.top > page.height - 70]
        assert foot == ["Dinas", "Tenaga", "Kerja", "Kabupaten", "Blitar", label]


def test_running_heads(document: Document) -> None:
    for page in document.pages[FRONT:]:
        head = " ".join(word.text for word in page.words if word.bottom < 70)
        if page.begins and not head:
            continue
        pattern = r"(BAB [IVX]+ · [A-Z ]+|LAMPIRAN ?- ?LAMPIRAN) LKjIP 2022$"
        assert re.match(pattern, head), page.number


def test_each_table_and_figure_is_cited(document: Document) -> None:
    text = " ".join(page.text for page in document.pages[FRONT:])
    captions = [f"Tabel {row['nomor']}" for row in rows("captions.csv") if row["nomor"]]
    captions += sorted(set(re.findall(r"Gambar \d\.\d", text)))
    assert len(captions) == 16 + 5
    for caption in captions:
        # Once as caption, and at least once in a sentence.
        assert len(re.findall(rf"{re.escape(caption)}(?!\d)", text)) >= 2, caption


def test_contents_and_lists_lead_to_the_right_pages(document: Document) -> None:
    reader = pypdf.PdfReader(document.path)
    labels, entries = reader.page_labels, 0
    for number in range(3, FRONT - 1):  # the abbreviations lead nowhere
        page = document.pages[number]
        for line in _entries(page):
            printed, title = line[-1].text.lstrip(".\u2060"), _title(line)
            target = document.pages[labels.index(printed)]
            assert title in squeezed(target), (printed, title)
            entries += 1
        links = [a.get_object() for a in reader.pages[number].get("/Annots", [])]
        assert len(links) >= len(_entries(page))
        assert all(link["/Subtype"] == "/Link" for link in links)
    assert entries >= len(rows("headings.csv")) + 16 + 5


def _entries(page: Page) -> list[list[Word]]:
    """The entries of a list of contents: the words up to each page number at the right edge."""
    found: list[list[Word]] = [[]]
    for word in page.body:
        if word.size > 14:
            continue
        found[-1].append(word)
        number = re.search(r"(^|\u2060)([ivx]+|\d+)$", word.text)
        if number and word.x1 > page.width - SIDE - 6:
            found.append([])
    return [line for line in found if len(line) > 1]


def _title(line: list[Word]) -> str:
    text = "".join(word.text for word in line[:-1])
    return re.sub(
        r"^(BAB[IVX]+?(?=[A-Z]{3})|\d(\.\d)*|(Tabel|Gambar)\d\.\d+)|[.\u2060]+$", "", text
    )


def test_signature_blocks_stay_together(document: Document) -> None:
    signed = [page for page in document.pages if re.search(r"NIP\. \d{8} \d{6}", page.text)]
    assert len(signed) == 6
    for page in signed:
        assert re.search(r"Blitar, \d+ \w+ \d{4} ", page.text), page.number
        assert re.search(r"Drs\. (MUJIANTO|RULLY WAHYU)", page.text), page.number


def test_numbers_line_up_at_the_decimal_comma(document: Document) -> None:
    page = document.page_of("Tabel 3.1 Pencapaian")
    column = [w for w in page.words if re.match(r"\d{3}(,\d+)?%$", w.text) and w.size == 9]
    commas = {round(_comma(word), 0) for word in column if "," in word.text}
    # In the last column; another one holds a realisasi of 100% too.
    whole = max((word for word in column if word.text == "100%"), key=lambda word: word.x0)
    assert len(commas) == 1
    assert _comma(whole) == pytest.approx(commas.pop(), abs=1)


def _comma(word: Word) -> float:
    """Where the whole part of a number ends; digits have one width, and so has this: `%`."""
    digits = re.match(r"\d+", word.text)
    assert digits
    return word.x0 + len(digits[0]) * 0.455 * word.size


def test_long_words_are_hyphenated_in_text_only(document: Document) -> None:
    words = [word for page in document.pages for word in page.words]
    ends = [word for word in words if re.search("[a-z]\u00ad$", word.text)]
    assert len(ends) > 20
    # Headings, captions and cells are set ragged, without hyphens.
    assert {word.size for word in ends} == {11.5}
    # The heads of one table need them, so that it fits on an upright page.
    table = document.page_of("DATA SENGKETA PENGUSAHA").words
    heads = [w.text for w in table if re.match("[A-Z]{2,}", w.text) and w.size == 8]
    broken = [text for text in heads if text.endswith("\u00ad")]
    assert "KABU\u00ad" in broken and len(broken) <= 4
    assert {"BIPARTIT", "MEDIASI", "ARBITRASI", "PERSELISIHAN"} <= set(heads)
    # A real hyphen stays one, and no letter drags a soft hyphen along.
    with pdfplumber.open(document.path) as pdf:
        letters = [char for page in pdf.pages[4:9] for char in page.chars]
    assert {char["text"] for char in letters if "\u00ad" in char["text"]} == {"\u00ad"}
    soft = {char["fontname"].split("-")[-1] for char in letters if char["text"] == "\u00ad"}
    assert all(face.startswith("Semibold") for face in soft)


def test_the_coat_of_arms_is_placed_when_there_is_one(
    document: Document, report: object, tmp_path: Path
) -> None:
    import shutil

    from matplotlib.figure import Figure

    from lkjip.paths import Project

    from .conftest import render_pdf

    assert isinstance(report, Report)
    shutil.copytree(report.project.root, tmp_path / "p", ignore=shutil.ignore_patterns("output"))
    project = Project(tmp_path / "p")
    Figure(figsize=(1, 1.2)).savefig(project.data / "2022" / "lambang.png")
    settings = project.data / "2022" / "instansi.yml"
    text = settings.read_text("utf-8").replace("logo: null", "logo: lambang.png  # kabupaten")
    settings.write_text(text, "utf-8")
    with_arms = Document.read(render_pdf(project, 2022, tmp_path))
    cover = pypdf.PdfReader(with_arms.path).pages[0]
    assert len(cover.images) == 1 and not pypdf.PdfReader(document.path).pages[0].images
    alternatives = [node.get("alt_text") for node in with_arms.nodes("Figure")]
    # On the cover and at the head of both agreements.
    assert alternatives.count("Lambang") == 3
    assert len(with_arms.pages) == len(document.pages)


def test_copied_titles_are_whole_words(document: Document) -> None:
    # Spaced capitals tear words apart when they are copied or searched for.
    for page, title in ((0, "PEMERINTAH KABUPATEN BLITAR"), (0, "TAHUN 2022"), (FRONT, "BAB I ")):
        assert title in document.pages[page].text
        # As programs read it that take wide gaps for spaces.
        with pdfplumber.open(document.path) as pdf:
            assert title.strip() in pdf.pages[page].extract_text(x_tolerance_ratio=0.1)


def test_three_lines_follow_a_title(document: Document) -> None:
    for page in document.pages[FRONT:]:
        titles = [w for w in page.body if w.bold and 11.9 <= w.size <= 13.1]
        if not titles:
            continue
        last = max(word.bottom for word in titles)
        lines = {round(word.bottom) for word in page.body if word.top > last}
        assert len(lines) >= 3, page.number


def test_items_of_lists_are_ragged_and_not_hyphenated(document: Document) -> None:
    page = document.page_of("UPTD)")
    start = next(word for word in page.body if word.text == "e.")
    lines: dict[int, list[Word]] = {}
    for word in page.body:
        if word.x0 > start.x0 + 10:
            lines.setdefault(round(word.bottom), []).append(word)
    items = [max(line, key=lambda w: w.x1) for line in lines.values() if len(line) > 3]
    assert len({round(word.x1) for word in items}) > len(items) / 2


def test_names_of_signatures_are_as_large_as_the_text(document: Document) -> None:
    names = [
        word
        for page in document.pages
        if re.search(r"NIP\. \d{8} \d{6}", page.text)
        for n, word in enumerate(page.words)
        if word.text in ("MUJIANTO", "PRASETYOWANTO,", "SYARIFAH,") and word.bold
    ]
    assert len(names) >= 10
    assert {round(word.size, 1) for word in names} == {11.5}


def test_agreements_have_a_letterhead_and_no_running_head(document: Document) -> None:
    first = [page for page in document.pages if "Guna menghadirkan" in page.text]
    assert len(first) == 2
    for page in document.pages[first[0].number - 1 :]:
        assert all(word.top > TOP - 12 for word in page.words), page.number
    for page in first:
        text = " ".join(word.text for word in page.body[:12])
        assert text.startswith("PEMERINTAH KABUPATEN BLITAR DINAS TENAGA KERJA Jl. Imam Bonjol")


def test_agreements_are_in_the_contents_and_among_the_bookmarks(
    document: Document, report: Report
) -> None:
    outline = pypdf.PdfReader(document.path).outline
    tops = [str(mark["/Title"]) for mark in outline if not isinstance(mark, list)]
    assert tops[6:] == [
        "BAB I PENDAHULUAN",
        "BAB II PERENCANAAN KINERJA",
        "BAB III AKUNTABILITAS KINERJA",
        "BAB IV PENUTUP",
        "CATATAN ATAS DATA DAN DOKUMEN",
        "LAMPIRAN-LAMPIRAN",
    ]
    titles = ["PERJANJIAN KINERJA TAHUN 2022", "PERJANJIAN KINERJA PERUBAHAN TAHUN 2022"]
    assert isinstance(outline[-1], list)
    assert [str(mark["/Title"]) for mark in outline[-1]] == titles
    contents = next(page for page in document.pages if page.text.startswith("DAFTAR ISI"))
    assert all(title in contents.text for title in titles)
    web = report.file("html").read_text("utf-8")
    assert web.count('href="#sec-lampiran-pk"') == 3
