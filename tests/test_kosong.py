"""A sentence that may have no words stands last in its paragraph: no gap is left in the line."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from .conftest import ROOT

pytestmark = pytest.mark.build
VALUE = re.compile(r"\{\{<\s*nilai\s+([\w.-]+)[^>]*>\}\}")


def paragraphs() -> list[str]:
    files = [*(ROOT / "narasi").glob("bab-*.qmd"), *(ROOT / "narasi" / "2022").glob("*.md")]
    return [part for path in files for part in path.read_text("utf-8").split("\n\n")]


def test_no_value_without_words_stands_inside_a_paragraph(computed: Path) -> None:
    values = json.loads((computed / "nilai.json").read_text("utf-8"))["nilai"]
    silent = {id for id, value in values.items() if not value["bentuk"]["utama"]}
    assert "anggaran.banding.lalu" in silent
    inside = [
        found[1]
        for paragraph in paragraphs()
        for found in VALUE.finditer(paragraph)
        if found[1] in silent and paragraph[found.end() :].strip()
    ]
    assert inside == []
