"""The list of abbreviations: what the report uses, in order, in all three formats."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from lxml import html

from lkjip.paths import Project

from .conftest import append, render_builtin
from .sample import YEAR
from .test_builtin import FORMATS, rendered_text

HEAD = "# SINGKATAN {#sec-singkatan .unnumbered}"
LIST = """::: {.singkatan}

- TTG: teknologi tepat guna
- bimtek: bimbingan teknis
- PHK: pemutusan hubungan kerja
- SP/SB: serikat pekerja/serikat buruh
- Plt.: pelaksana tugas

:::"""


def sentence(project: Project, text: str) -> Project:
    append(project, f"{HEAD}\n\n{LIST}\n\n# SESUDAHNYA {{#sec-sesudah}}\n\n{text}")
    return project


@pytest.mark.parametrize("kind", FORMATS)
def test_the_used_ones_are_listed_in_order(sample: Project, tmp_path: Path, kind: str) -> None:
    text = "Ada PHK, bimtek (TTGX), SP/SB, dan Plt. Kepala."
    render_builtin(sentence(sample, text), tmp_path, kind)
    words = rendered_text(tmp_path, kind)
    for meaning in (
        "bimbingan teknis",
        "pemutusan hubungan kerja",
        "serikat pekerja/serikat buruh",
    ):
        assert meaning in words
    assert "pelaksana tugas" in words
    assert "teknologi tepat guna" not in words
    if kind == "html":
        order = ["bimbingan", "pemutusan hubungan", "pelaksana tugas", "serikat pekerja"]
        assert order == sorted(order, key=words.index)


def test_tables_and_figures_count(sample: Project, tmp_path: Path) -> None:
    path = sample.build(YEAR) / "tabel" / "capaian.html"
    path.write_text(path.read_text("utf-8").replace("Kinerja", "Kinerja TTG"), "utf-8")
    (page,) = render_builtin(sentence(sample, "Tidak ada."), tmp_path, "html")
    terms = [term.text_content() for term in html.fromstring(page.read_bytes()).iter("dt")]
    assert terms == ["TTG"]


@pytest.mark.parametrize("kind", FORMATS)
def test_where_none_is_used_there_is_no_list(sample: Project, tmp_path: Path, kind: str) -> None:
    render_builtin(sentence(sample, "Tidak ada."), tmp_path, kind)
    text = rendered_text(tmp_path, kind)
    assert "SINGKATAN" not in text and "pemutusan" not in text and "SESUDAHNYA" in text


def test_in_word_they_stand_in_two_columns(sample: Project, tmp_path: Path) -> None:
    (word,) = render_builtin(sentence(sample, "PHK, TTG, dan bimtek."), tmp_path, "docx")
    document = docx.Document(str(word))
    lines = [p for p in document.paragraphs if p.style.name == "Singkatan"]
    assert [line.text for line in lines] == [
        "bimtek\tbimbingan teknis",
        "PHK\tpemutusan hubungan kerja",
        "TTG\tteknologi tepat guna",
    ]
    for line in lines:
        # The section that they stand in, which begins within the page.
        (section,) = line._p.xpath("(. | following::w:p)/w:pPr/w:sectPr")[:1]
        assert section.xpath("string(./w:cols/@w:num)") == "2"
        assert section.xpath("string(./w:type/@w:val)") == "continuous"
