"""What belongs together on a page: signatures and text, items of lists, rows of tables."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from lkjip.paths import Project

from ..conftest import Report
from .conftest import render_pdf
from .geometry import Document, Page

pytestmark = pytest.mark.build

# A place and a date at the head of a signature block.
PLACE = r"Blitar, \d+ \w+ \d{4}"


def before_signature(page: Page) -> list[str]:
    """The words of a page above its signature block."""
    texts = [word.text for word in page.body]
    at = max(n for n in range(len(texts)) if re.match(PLACE, " ".join(texts[n : n + 4])))
    return [word.text for word in page.body if word.bottom < page.body[at].top]


def assert_company(document: Document, count: int) -> None:
    signed = [page for page in document.pages if re.search(r"NIP\. \d{8} \d{6}", page.text)]
    assert len(signed) == count
    for page in signed:
        assert re.search(PLACE, page.text), page.number
        assert len(before_signature(page)) >= 5, page.number


def test_no_signature_stands_alone(document: Document) -> None:
    assert_company(document, 6)


def test_no_signature_stands_alone_below_long_tables(stressed_pdf: Document) -> None:
    assert_company(stressed_pdf, 6)


@pytest.mark.parametrize("lines", [17, 20, 23, 26])
def test_the_same_holds_for_longer_texts(lines: int, report: Report, tmp_path: Path) -> None:
    shutil.copytree(report.project.root, tmp_path / "p", ignore=shutil.ignore_patterns("output"))
    project = Project(tmp_path / "p")
    more = "\\\n".join(["Kalimat tambahan yang memanjangkan bab ini."] * lines)
    for name in ("perubahan-perjanjian", "capaian-iku", "penutup"):
        path = project.root / "narasi" / "2022" / f"{name}.md"
        path.write_text(path.read_text("utf-8") + f"\n\n{more}\n", "utf-8")
    pdf = Document.read(render_pdf(project, 2022, tmp_path), tree=False)
    assert_company(pdf, 6)
    assert_sections(pdf, report)


def test_no_announcement_stays_behind(document: Document) -> None:
    for page in document.pages:
        last = " ".join(word.text for word in page.body[-3:])
        assert not re.search(r"berikut[.:]$", last), page.number
    # The words about a table that has no number stand on its page.
    page = document.page_of("Tabel berikut merinci perselisihan")
    assert "DATA SENGKETA PENGUSAHA" in page.text


def pages_of(node: dict[str, Any]) -> Iterator[int]:
    if "mcids" in node and node.get("page_number"):
        yield node["page_number"]
    for child in node.get("children", []):
        yield from pages_of(child)


def parted(parts: list[dict[str, Any]]) -> list[int]:
    """Pages at whose edge one item of a list, or one row of a table, is parted from the others."""
    spans = [list(pages_of(part)) for part in parts]
    spans = [[min(span), max(span)] for span in spans if span]
    pairs = {0, len(spans) - 2} if len(spans) > 1 else set()
    return [spans[n][1] for n in sorted(pairs) if spans[n][1] != spans[n + 1][0]]


def test_no_item_of_a_list_is_alone(document: Document) -> None:
    lists = [
        [child for child in node["children"] if child["type"] == "LI"]
        for node in document.nodes("L")
    ]
    assert len(lists) > 25
    assert [parted(items) for items in lists if parted(items)] == []


def test_the_last_row_of_a_table_is_not_alone(document: Document) -> None:
    for table in document.nodes("Table"):
        rows = [
            row for part in table["children"] for row in part["children"] if row["type"] == "TR"
        ]
        widths = [len(row["children"]) for row in rows]
        # Beside a cell that covers several rows, a page may end between any two of them.
        assert max(widths[-2:]) < max(widths) or parted(rows[-2:]) == []


def test_tables_and_figures_stand_in_their_section(document: Document, report: Report) -> None:
    assert_sections(document, report)


# Titles that the paper has, too: those of chapters and sections, one level below the page's own.
HEADS = "*[self::h2 or self::h3 or self::h4][not(contains(@class, 'subjudul'))]"


def assert_sections(document: Document, report: Report) -> None:
    """Each table and figure stands after the title of its section, and before the next one."""
    page = html.fromstring(report.file("html").read_bytes())
    titles = page.xpath(f"//main//section/{HEADS}")
    found = 0
    for figure in page.xpath("//figure[.//figcaption/span[@class='nomor']]"):
        number = figure.xpath("string(.//figcaption/span[@class='nomor'])").split()
        own = titles.index(
            figure.xpath(f"ancestor::section[not(contains(@class, 'subjudul'))][1]/{HEADS}")[0]
        )
        after = titles[own + 1].xpath("string(span[@class='nomor'])").split()
        place = place_of(document, number, 10)
        assert place_of(document, titles[own].xpath("string(span[@class='nomor'])").split()) < place
        assert place < place_of(document, after), number
        found += 1
    assert found == 16 + 5


def place_of(document: Document, words: list[str], size: float = 11.6) -> tuple[int, float]:
    """Page and height of the first words in a row that are large enough, or bold."""
    for page in document.pages[4:]:
        for n, word in enumerate(page.words):
            row = [other.text for other in page.words[n : n + len(words)]]
            if row == words and word.size >= size and (word.bold or word.size >= 11.6):
                return page.number, word.top
    raise AssertionError(f"{words} is nowhere")
