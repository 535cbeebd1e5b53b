"""A report is a draft, and says so on every page, until it is made as the final one."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pdfplumber
import pytest
from lxml import html

from lkjip.config import load_config
from lkjip.paths import Project
from lkjip.render import builtin
from lkjip.render import quarto as by_quarto

from .sample import YEAR, write_sample

FORMATS = ["html", "pdf", "docx"]


def rendered(folder: Path, final: bool, engine: object = builtin) -> list[Path]:
    project = Project(write_sample(folder / "proyek"))
    config = load_config(project, str(YEAR)) | {"final": final}
    return engine.render(project, YEAR, config, FORMATS, folder)  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return rendered(tmp_path_factory.mktemp("draf"), final=False)


@pytest.fixture(scope="module")
def final(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return rendered(tmp_path_factory.mktemp("final"), final=True)


def banners(path: Path) -> list[str]:
    page = html.fromstring(path.read_text("utf-8"))
    return [" ".join(note.text_content().split()) for note in page.xpath("//*[@class='draf']")]


def marked_pages(path: Path) -> list[bool]:
    """For each page, whether the four big letters are drawn on it."""
    with pdfplumber.open(path) as pdf:
        return [
            sum(curve["linewidth"] > 10 for curve in (*page.curves, *page.lines)) >= 4
            for page in pdf.pages
        ]


def watermarks(path: Path) -> list[int]:
    """For each section, the watermarks in its heads."""
    heads = []
    for section in docx.Document(str(path)).sections:
        heads.append(section.header)
        if section.different_first_page_header_footer:
            heads.append(section.first_page_header)
    return [str(head._element.xml).count('string="DRAF"') for head in heads]


def check(files: list[Path], marked: bool) -> None:
    page, pdf, word = files
    assert bool(banners(page)) is marked
    assert set(marked_pages(pdf)) == {marked}
    assert set(watermarks(word)) == {int(marked)}


def test_a_draft_is_marked_on_every_page(draft: list[Path]) -> None:
    check(draft, marked=True)
    assert banners(draft[0])[0].startswith("DRAF")


def test_a_final_report_is_not(final: list[Path]) -> None:
    check(final, marked=False)
    # Not even in a part of the Word file that no page shows.
    with zipfile.ZipFile(final[2]) as word:
        assert not any(b"DRAF" in word.read(name) for name in word.namelist())


def test_the_mark_is_no_text_of_the_pages(draft: list[Path], final: list[Path]) -> None:
    texts = []
    for _page, pdf, _word in (draft, final):
        with pdfplumber.open(pdf) as document:
            texts.append([page.extract_text() for page in document.pages])
    assert texts[0] == texts[1]


def test_the_banner_stays_visible_and_is_printed(draft: list[Path]) -> None:
    style = html.fromstring(draft[0].read_text("utf-8")).xpath("string(//style)")
    rule = style[style.index(".draf {") :]
    assert "position: fixed" in rule[: rule.index("}")]
    assert "display: none" not in rule[: rule.index("}")]


@pytest.mark.quarto
@pytest.mark.parametrize("final", [False, True])
def test_same_with_quarto(tmp_path: Path, final: bool) -> None:
    check(rendered(tmp_path, final, by_quarto), marked=not final)
