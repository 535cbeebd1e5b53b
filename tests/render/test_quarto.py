"""Quarto and the built-in renderer give the same report from the same sources."""

from __future__ import annotations

import shutil
from pathlib import Path

import docx
import pypdf
import pytest
from lxml import html

from lkjip.config import load_config
from lkjip.errors import InputError, LkjipError
from lkjip.paths import Project
from lkjip.render import quarto

from .conftest import append, render_builtin
from .sample import YEAR, write_sample

pytestmark = [
    pytest.mark.quarto,
    pytest.mark.skipif(shutil.which("quarto") is None, reason="Quarto is not on PATH"),
]


def render_quarto(project: Project, target: Path, *formats: str) -> list[Path]:
    config = load_config(project, str(YEAR))
    return quarto.render(project, YEAR, config, list(formats or ("html", "pdf", "docx")), target)


@pytest.fixture(scope="module")
def by_quarto(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("quarto")
    project = Project(write_sample(folder / "proyek"))
    target = folder / "hasil"
    target.mkdir()
    render_quarto(project, target)
    return target


def html_lines(folder: Path) -> list[str]:
    body = html.fromstring((folder / f"lkjip-{YEAR}.html").read_text("utf-8")).find("body")
    return [" ".join(text.split()) for text in body.itertext() if text.strip()]


def html_shape(folder: Path) -> list[tuple[str, str | None, str | None]]:
    body = html.fromstring((folder / f"lkjip-{YEAR}.html").read_text("utf-8")).find("body")
    return [
        (element.tag, element.get("id"), element.get("class"))
        for element in body.iter()
        if isinstance(element.tag, str)
    ]


def pdf_pages(folder: Path) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(folder / f"lkjip-{YEAR}.pdf").pages]


def docx_paragraphs(folder: Path) -> list[tuple[str, str]]:
    document = docx.Document(str(folder / f"lkjip-{YEAR}.docx"))
    return [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]


def test_only_the_report_is_written(by_quarto: Path) -> None:
    names = sorted(path.name for path in by_quarto.iterdir())
    assert names == [f"lkjip-{YEAR}.docx", f"lkjip-{YEAR}.html", f"lkjip-{YEAR}.pdf"]


def test_same_html(by_quarto: Path, rendered: Path) -> None:
    assert html_lines(by_quarto) == html_lines(rendered)
    assert html_shape(by_quarto) == html_shape(rendered)


def test_same_pdf(by_quarto: Path, rendered: Path) -> None:
    assert pdf_pages(by_quarto) == pdf_pages(rendered)


def test_same_docx(by_quarto: Path, rendered: Path) -> None:
    ours, theirs = (
        docx.Document(str(folder / f"lkjip-{YEAR}.docx")) for folder in (rendered, by_quarto)
    )
    assert docx_paragraphs(by_quarto) == docx_paragraphs(rendered)
    assert [
        [[cell.text for cell in row.cells] for row in table.rows] for table in theirs.tables
    ] == [[[cell.text for cell in row.cells] for row in table.rows] for table in ours.tables]
    assert theirs.core_properties.title == ours.core_properties.title


def test_same_bytes(sample: Project, by_quarto: Path, tmp_path: Path) -> None:
    target = tmp_path / "lagi"
    target.mkdir()
    for path in render_quarto(sample, target):
        assert path.read_bytes() == (by_quarto / path.name).read_bytes(), path.name


def test_unknown_ids_are_found_before_quarto_starts(sample: Project) -> None:
    row = append(sample, "{{< nilai tidak.ada >}}")
    with pytest.raises(InputError, match=rf"narasi/isi.qmd, row {row}"):
        render_quarto(sample, sample.root, "html")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{< meta tidakada >}}", "Unknown meta key tidakada"),
        ("{{< var tidakada >}}", "Unknown var tidakada"),
        ("{{< tidakdikenal >}}", "'tidakdikenal' not found"),
        ("Lihat @eq-tidak-ada.", "crossref @eq-tidak-ada"),
        ("`{{< nilai tahun >}}`", "cannot stand in code"),
    ],
)
def test_warnings_of_quarto_are_failures(sample: Project, text: str, message: str) -> None:
    append(sample, text)
    with pytest.raises(LkjipError, match=message) as caught:
        render_quarto(sample, sample.root, "html")
    assert ".lua" not in str(caught.value)


def test_one_format(sample: Project, tmp_path: Path) -> None:
    target = tmp_path / "satu"
    target.mkdir()
    (path,) = render_quarto(sample, target, "html")
    assert [found.name for found in target.iterdir()] == [path.name]


def test_quarto_knows_more(sample: Project) -> None:
    append(sample, "::: {.panel-tabset}\n\n## A\n\nisi tab\n\n:::")
    append(sample, "$$x$$ {#eq-satu}\n\nLihat @eq-satu.")
    append(sample, "```python\nprint(1)\n```")
    page, pdf, _word = render_quarto(sample, sample.root)
    assert "isi tab" in page.read_text("utf-8")
    assert "isi tab" in "".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages)


def test_same_callouts(sample: Project, tmp_path: Path) -> None:
    append(sample, '::: {.callout-note title="Perlu diketahui"}\nIsi *catatan*.\n:::')
    append(sample, "::: {.callout-tip}\n## Saran\n\nIsi saran.\n:::")
    append(sample, "::: {.callout-warning}\nTanpa judul.\n:::")
    append(
        sample,
        "![Keterangan](_build/2099/gambar/tren.png)\n\n> kutipan $x^2$\n\nkata[^1]\n\n[^1]: Isi.",
    )
    folders = [tmp_path / "quarto", tmp_path / "builtin"]
    for folder, render in zip(folders, (render_quarto, render_builtin), strict=True):
        folder.mkdir()
        render(sample, folder)
    theirs, ours = folders
    assert html_lines(theirs) == html_lines(ours)
    assert pdf_pages(theirs) == pdf_pages(ours)
    assert docx_paragraphs(theirs) == docx_paragraphs(ours)
