"""Real Quarto and the built-in renderer make the same report."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from lkjip.build import build
from lkjip.paths import Project

from ..conftest import Report, copy_project
from ..documents import docx_tables, docx_text, html_tables, html_text, pdf_tables, pdf_text

pytestmark = [pytest.mark.build, pytest.mark.quarto]
TEXT = {"html": html_text, "pdf": pdf_text, "docx": docx_text}
TABLES = {"html": lambda path: list(html_tables(path).values())}
TABLES |= {"pdf": pdf_tables, "docx": docx_tables}


@pytest.fixture(scope="module")
def by_quarto(tmp_path_factory: pytest.TempPathFactory) -> Report:
    project = copy_project(tmp_path_factory.mktemp("quarto") / "proyek")
    built = build(project, 2022)
    assert built.engine == "quarto"
    return Report(project, 2022)


def quarto(project: Project, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["quarto", "render", *words],
        cwd=project.root,
        env=os.environ | {"QUARTO_PYTHON": sys.executable},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("suffix", TEXT)
def test_both_give_the_same_words_in_the_same_order(
    report: Report, by_quarto: Report, suffix: str
) -> None:
    read = TEXT[suffix]
    assert read(by_quarto.file(suffix)).split() == read(report.file(suffix)).split()


@pytest.mark.parametrize("suffix", TABLES)
def test_both_give_the_same_tables(report: Report, by_quarto: Report, suffix: str) -> None:
    assert TABLES[suffix](by_quarto.file(suffix)) == TABLES[suffix](report.file(suffix))


def test_both_number_and_link_references_alike(report: Report, by_quarto: Report) -> None:
    from lxml import html

    def references(path: Path) -> list[tuple[str, str]]:
        links = html.fromstring(path.read_bytes()).xpath("//main//a[starts-with(@href, '#')]")
        return [(link.get("href"), " ".join(link.text_content().split())) for link in links]

    ours, theirs = references(report.file("html")), references(by_quarto.file("html"))
    assert ours == theirs
    assert ("#tbl-capaian", "Tabel 3.1") in ours
    assert all(re.search(r"\d", text) for href, text in ours if href.startswith("#tbl-"))


def test_both_pages_hold_the_same_styles_and_scripts(report: Report, by_quarto: Report) -> None:
    from lxml import html

    def parts(path: Path) -> list[tuple[str, str]]:
        found = html.fromstring(path.read_bytes()).xpath("//style | //script | //link | //meta")
        # Quarto leaves comments and white space of style sheets out.
        texts = (re.sub(r"/\*.*?\*/", "", part.text or "", flags=re.DOTALL) for part in found)
        return [(part.tag, "".join(text.split())) for part, text in zip(found, texts, strict=True)]

    ours, theirs = parts(report.file("html")), parts(by_quarto.file("html"))
    assert ours == theirs
    assert [tag for tag, _text in ours].count("script") == 3


def test_quarto_render_builds_the_default_year_and_a_profile(by_quarto: Report) -> None:
    project = by_quarto.project
    for words in ([], ["--profile", "2022"]):
        done = quarto(project, *words, "--to", "lkjip-html")
        assert done.returncode == 0, done.stderr
        # The notebooks were run by the build; nothing has changed since.
        assert "0 notebooks run, 5 unchanged" in done.stdout + done.stderr
        assert "WARNING" not in done.stderr
        text = html_text(project.output(2022) / "lkjip-2022.html")
        assert text.split() == html_text(by_quarto.file("html")).split()


def test_quarto_stops_when_the_data_is_wrong(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "proyek")
    path = project.data / "2022" / "anggaran.csv"
    path.write_text(path.read_text("utf-8").replace("171870220", "Rp 4;1 M"), "utf-8")
    done = quarto(project, "--to", "lkjip-html")
    assert done.returncode != 0
    assert "data/2022/anggaran.csv, row 12" in done.stdout + done.stderr
    assert not project.output(2022).exists()
