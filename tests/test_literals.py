"""No figure, name or year of the data is typed where it should be taken from the data."""

from __future__ import annotations

import csv
import io
import json
import re
import tokenize
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pytest

from .conftest import ROOT

DATA = ROOT / "data" / "2022"
# A percentage is "per hundred": the one figure of the data that is also a constant of arithmetic.
CONSTANTS = {"100"}
# Numbers that belong to a name: regulations, institutions, levels of education, chapters.
NAMES = re.compile(
    r"Nomor [\w./-]+(?: Tahun \d{4})?|No\.? \d+ Tahun \d{4}|Tahun \d{4} tentang|\bD1[–-]D3\b"
    r"|\((?:satu|dua|tiga)\)|\bS-[123]\b|\bD-3\b|Tambahan Lembaran[^.;]*"
)
MARKUP = re.compile(
    r"{{<.*?>}}|\{[^{}\n]*\}|<!--.*?-->|^\s*\d+[.)] |@[\w-]+|\]\([^)]*\)", re.M | re.S
)
TOKEN = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?![\w])")


def cells() -> Iterator[str]:
    for path in sorted(DATA.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield from (cell for cell in row.values() if cell)


def canonical(token: str) -> str:
    """The number that a token shows, whether it is written the English or Indonesian way."""
    plain = token.replace("_", "")
    if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", plain):
        plain = plain.replace(".", "")
    try:
        return f"{Decimal(plain.replace(',', '.')).normalize():f}"
    except InvalidOperation:
        return plain


def is_number(text: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?", text) is not None


FIGURES = {canonical(cell) for cell in cells() if is_number(cell)} | {
    "2022",
    "2023",
    "2021",
    "2026",
}
LONG_FIGURES = {f for f in FIGURES if len(re.sub(r"\D", "", f)) >= 3 or "." in f} - CONSTANTS
# A single word ("pendidikan", "keluarga") is vocabulary; names and sentences have a space.
TEXTS = {cell for cell in cells() if len(cell) >= 8 and " " in cell and not is_number(cell)}
CODES = {
    row["kode"]
    for name in ("indikator", "program", "sasaran", "unit", "fakta")
    for row in csv.DictReader(io.StringIO((DATA / f"{name}.csv").read_text("utf-8")))
}


def narrative() -> list[Path]:
    return [ROOT / "report.qmd", *sorted((ROOT / "narasi").rglob("*.*"))]


@pytest.mark.parametrize("path", narrative(), ids=lambda path: path.name)
def test_no_figure_of_the_data_is_typed_in_the_narrative(path: Path) -> None:
    text = MARKUP.sub(" ", NAMES.sub(" ", path.read_text("utf-8")))
    typed = [
        (number, match.group())
        for number, line in enumerate(text.splitlines(), start=1)
        for match in TOKEN.finditer(line)
        if canonical(match.group()) in FIGURES
    ]
    assert typed == []


def test_no_figure_of_the_data_is_typed_in_a_note_for_readers() -> None:
    with (DATA / "penjelasan.csv").open(encoding="utf-8", newline="") as file:
        notes = [row["untuk_pembaca"] for row in csv.DictReader(file)]
    typed = [
        (found, note)
        for note in notes
        for found in TOKEN.findall(MARKUP.sub(" ", NAMES.sub(" ", note)))
        if canonical(found) in FIGURES - CONSTANTS
    ]
    assert typed == [] and any(notes)


def code(path: Path) -> str:
    if path.suffix == ".py":
        return path.read_text("utf-8")
    notebook = json.loads(path.read_text("utf-8"))
    sources = ("".join(c["source"]) for c in notebook["cells"] if c["cell_type"] == "code")
    return "\n\n".join(sources)


def sources() -> list[Path]:
    return [*sorted((ROOT / "lkjip").rglob("*.py")), *sorted((ROOT / "notebooks").glob("*.ipynb"))]


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.name)
def test_no_figure_of_the_data_is_typed_in_code(path: Path) -> None:
    tokens = tokenize.generate_tokens(io.StringIO(code(path)).readline)
    typed = []
    for token in tokens:
        if token.type == tokenize.NUMBER and canonical(token.string) in LONG_FIGURES:
            typed.append((token.start[0], token.string))
        # Docstrings and messages of the package may show an example; notebooks have neither.
        if token.type == tokenize.STRING and path.suffix == ".ipynb":
            typed += [
                (token.start[0], found)
                for found in TOKEN.findall(token.string)
                if canonical(found) in FIGURES - CONSTANTS
            ]
    assert typed == []


@pytest.mark.parametrize(
    "path", sorted((ROOT / "notebooks").glob("*.ipynb")), ids=lambda path: path.name
)
def test_a_notebook_holds_no_name_code_or_year(path: Path) -> None:
    notebook = json.loads(path.read_text("utf-8"))
    everything = "\n".join("".join(cell["source"]) for cell in notebook["cells"])
    assert [text for text in sorted(TEXTS) if text in everything] == []
    assert re.findall(r"\b(?:19|20)\d\d\b", everything) == []
    tokens = tokenize.generate_tokens(io.StringIO(code(path)).readline)
    strings = {t.string.strip("\"'") for t in tokens if t.type == tokenize.STRING}
    assert strings & CODES == set()
