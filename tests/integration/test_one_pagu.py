"""One pagu changes: all that depends on it follows, in every format, and nothing else."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from lkjip.build import build
from lkjip.paths import Project

from ..conftest import Report, copy_project
from ..documents import Grid, docx_tables, docx_text, html_tables, html_text, pdf_tables, pdf_text

pytestmark = pytest.mark.build

# Program Hubungan Industrial after the change of budget: 171.870.220 becomes 180.000.000.
OLD, NEW = "P5,perubahan,171870220", "P5,perubahan,180000000"
# Table → rows of the body (from 1) whose cells depend on that pagu, with the columns (from 1).
DEPENDENT = {
    "program-anggaran-perubahan": {5: [3], 7: [3]},
    # Its share of the budget changes, and so do the shares of all others.
    "alokasi-sasaran": {1: [5], 2: [5], 3: [4, 5], 4: [5]},
    "kinerja-anggaran": {3: [6, 8]},
    "efisiensi": {3: [5, 6]},
    "realisasi-anggaran": {5: [3, 5], 7: [3, 5]},
    # The indicator of the sasaran, and the programme itself, below their group heads.
    "analisis-efisiensi": {7: [6, 8, 9], 19: [6, 8, 9]},
    "lampiran-pkp-anggaran": {5: [3], 7: [3]},
}


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Report:
    project = copy_project(tmp_path_factory.mktemp("pagu") / "proyek")
    path = project.data / "2022" / "anggaran.csv"
    text = path.read_text("utf-8")
    assert OLD in text
    path.write_text(text.replace(OLD, NEW), "utf-8")
    build(project, 2022, engine="builtin")
    return Report(project, 2022)


def index(project: Project) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((project.build(2022) / "nilai.json").read_text("utf-8"))
    return content


def body_differences(before: Grid, after: Grid, head: int) -> dict[int, list[int]]:
    """Row of the body → columns, both from 1, in which two tables differ."""
    found: dict[int, list[int]] = {}
    for y, (old, new) in enumerate(zip(before, after, strict=True), start=1 - head):
        columns = [x for x, (a, b) in enumerate(zip(old, new, strict=True), start=1) if a != b]
        if columns:
            found[y] = columns
    return found


def test_exactly_the_dependent_cells_change(report: Report, changed: Report) -> None:
    before, after = (html_tables(each.file("html")) for each in (report, changed))
    heads = {id: header_rows(report.file("html"), id) for id in before}
    pairs = {
        "html": zip(before.values(), after.values(), strict=True),
        "pdf": zip(pdf_tables(report.file("pdf")), pdf_tables(changed.file("pdf")), strict=True),
        "docx": zip(
            docx_tables(report.file("docx")), docx_tables(changed.file("docx")), strict=True
        ),
    }
    for suffix, tables in pairs.items():
        found = {
            id: body_differences(old, new, heads[id])
            for id, (old, new) in zip(before, tables, strict=True)
        }
        assert {id: cells for id, cells in found.items() if cells} == DEPENDENT, suffix


def header_rows(path: Path, id: str) -> int:
    from lxml import html

    (table,) = html.fromstring(path.read_bytes()).xpath(f"//table[@data-id='{id}']")
    return len(table.xpath("./thead/tr"))


def test_only_the_chart_of_budgets_changes(report: Report, changed: Report) -> None:
    folders = [each.project.build(2022) / "gambar" for each in (report, changed)]
    names = sorted(path.name for path in folders[0].iterdir())
    differing = [
        name
        for name in names
        if (folders[0] / name).read_bytes() != (folders[1] / name).read_bytes()
    ]
    assert differing == [f"pagu-realisasi.{kind}" for kind in ("html", "png", "svg")]
    alts = [index(each.project)["gambar"] for each in (report, changed)]
    assert [id for id in alts[0] if alts[0][id] != alts[1][id]] == ["pagu-realisasi"]


def test_exactly_the_dependent_values_change(report: Report, changed: Report) -> None:
    before, after = (index(each.project)["nilai"] for each in (report, changed))
    assert before.keys() == after.keys()
    differing = {id for id in before if before[id]["bentuk"] != after[id]["bentuk"]}
    # The trace of a word changes with its inputs, also where the word stays.
    assert differing <= {id for id in before if before[id].get("asal") != after[id].get("asal")}
    assert differing == {
        "anggaran.pagu",
        "anggaran.sisa",
        "anggaran.sisa.program",
        "anggaran.tanpa-rutin",
        "anggaran.serapan",
        "anggaran.perubahan",
        "alokasi.jumlah",
        "alokasi.lain.persen",
        "alokasi.persen",
        "alokasi.tertinggi.nilai",
        "alokasi.terendah.nilai",
        "phi.serapan",
        "phi.efisiensi",
        "program.p5.pagu",
        "program.p5.perubahan",
        "program.p5.serapan",
        "program.p5.efisiensi",
        "ikhtisar.pokok",
        "pk-perubahan.target",
        "program.perubahan",
    }


@pytest.mark.parametrize(
    ("suffix", "read"), [("html", html_text), ("docx", docx_text), ("pdf", pdf_text)]
)
def test_sentences_follow_in_every_format(
    report: Report, changed: Report, suffix: str, read: Any
) -> None:
    gone, come = token_changes(read(report.file(suffix)), read(changed.file(suffix)))
    assert "171.870.220" in gone
    assert "180.000.000" in come
    reference = token_changes(*(printed(each.file("html")) for each in (report, changed)))
    # Charts are text in the PDF and pictures in Word; the amounts that sentences and tables
    # print must have changed alike everywhere.
    assert set(reference[0]) <= set(gone)
    assert set(reference[1]) <= set(come)
    assert words(read(report.file(suffix))) == words(read(changed.file(suffix)))


def printed(path: Path) -> str:
    """What the page prints but for the data of its charts."""
    from lxml import html

    tree = html.fromstring(path.read_bytes())
    for node in tree.xpath("//style | //script | //svg | //head | //*[@class='data-grafik']"):
        node.drop_tree()
    return str(tree.text_content())


def token_changes(before: str, after: str) -> tuple[Counter[str], Counter[str]]:
    tokens = [Counter(re.findall(r"\d[\d.,]*\d%?", text)) for text in (before, after)]
    return tokens[0] - tokens[1], tokens[1] - tokens[0]


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[A-Za-z]{3,}", text))
