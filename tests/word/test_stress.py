"""Forty programmes and names of 250 characters still give a sound Word file."""

from __future__ import annotations

import json

import docx
import pytest

from ..conftest import Report
from ..stress import PROGRAMS
from .test_word import data_tables

pytestmark = pytest.mark.build


def test_tables_of_a_stressed_year_stay_inside_the_page(stressed: Report) -> None:
    word = docx.Document(str(stressed.file("docx")))
    tables = data_tables(word)
    assert max(len(table.xpath("./w:tr")) for table in tables) > PROGRAMS
    for table in tables:
        columns = [int(width) for width in table.xpath("./w:tblGrid/w:gridCol/@w:w")]
        turned = bool(table.xpath("following::w:sectPr[1]/w:pgSz[@w:orient='landscape']"))
        assert sum(columns) <= (16838 if turned else 11906) - 2 * 1417
        for row in table.xpath("./w:tr"):
            spans = [
                int(cell.xpath("string(./w:tcPr/w:gridSpan/@w:val)") or 1) for cell in row.tc_lst
            ]
            assert sum(spans) == len(columns)
        assert all(row.xpath("./w:trPr/w:cantSplit") for row in table.xpath("./w:tr"))


def test_charts_higher_than_a_page_stand_on_several(stressed: Report) -> None:
    word = docx.Document(str(stressed.file("docx")))
    computed = json.loads((stressed.project.build(2022) / "nilai.json").read_text("utf-8"))
    sheets = [
        alt
        for entry in computed["gambar"].values()
        for alt in entry.get("lembar") or [entry["alt"]]
    ]
    assert len(sheets) > len(computed["gambar"]) + 5
    assert sorted(word.element.xpath(".//wp:docPr/@descr")) == sorted(sheets)
    section = word.sections[1]
    room = section.page_height - section.top_margin - section.bottom_margin
    heights = [int(height) for height in word.element.xpath(".//wp:extent/@cy")]
    assert max(heights) < room
    # One caption for all sheets of a chart, below the last one.
    captions = [p for p in word.paragraphs if p.style.name == "Image Caption"]
    assert len(captions) == len(computed["gambar"])
    before = [caption._p.getprevious().xpath(".//pic:pic") for caption in captions]
    assert all(len(pictures) == 1 for pictures in before)
