"""Text of the data is text: nothing in a cell becomes markup or code, in any format."""

from __future__ import annotations

import pytest

from lkjip.build import build

from ..conftest import Report, copy_project
from ..documents import docx_text, html_text, pdf_text, squeeze

pytestmark = pytest.mark.build
HOSTILE = (
    "<script>alert(1)</script> *tebal* _miring_ #set page(fill: red) $x^2$ @tbl-pk [a](b) "
    "{{< include /etc/passwd >}} \\LaTeX `kode` <b>&amp; ~~~ :::"
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Report:
    project = copy_project(tmp_path_factory.mktemp("markup") / "proyek")
    for name, old in (
        ("program.csv", "Program Pembangunan Kawasan Transmigrasi"),
        ("unit.csv", "Seksi Transmigrasi"),
        ("pengangguran.csv", "Universitas"),
    ):
        path = project.data / "2022" / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, HOSTILE), "utf-8")
    # The value of a renamed level of education has another id.
    passage = project.narasi / "2022" / "pengangguran.md"
    passage.write_text("Penganggur menurut pendidikan.\n", "utf-8")
    build(project, 2022, engine="builtin")
    return Report(project, 2022)


@pytest.mark.parametrize("suffix", ["html", "pdf", "docx"])
def test_hostile_text_is_printed_as_it_is(hostile: Report, suffix: str) -> None:
    read = {"html": html_text, "pdf": pdf_text, "docx": docx_text}[suffix]
    text = squeeze(read(hostile.file(suffix)))
    # In a table, in the nested list of units, and in sentences. Long words break differently in
    # a PDF cell, so that its parts are looked for one by one.
    assert text.count(squeeze(HOSTILE)) >= (1 if suffix == "pdf" else 4)


def test_nothing_of_it_runs_in_the_html(hostile: Report) -> None:
    source = hostile.file("html").read_text("utf-8")
    assert "<script>alert" not in source
    assert "root:x:" not in source
    assert "<b>&amp;" not in source


def test_the_csv_keeps_the_text(hostile: Report) -> None:
    import csv

    path = hostile.folder / "tabel" / "program-anggaran.csv"
    with path.open(encoding="utf-8", newline="") as file:
        assert any(HOSTILE in row for row in csv.reader(file))
