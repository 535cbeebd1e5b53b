"""Who publishes the report, and how to reach them: in the front matter and at the page's foot."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest
from lxml import html

from lkjip.paths import Project

from .conftest import append, render_builtin
from .sample import YEAR, value
from .test_builtin import FORMATS, rendered_text

BLOCK = """::: {.kolofon}

- Penerbit: {{< nilai dinas.lengkap >}}
- Alamat: {{< nilai alamat >}}
- Telepon: {{< nilai kontak.telepon >}}
- Surel: {{< nilai kontak.surel >}}

:::"""


EDITION = """::: {.edisi}
{{< nilai edisi >}}
:::
"""


def edition(project: Project, name: str) -> Project:
    """Record the mark of an edition, and print it on the cover."""
    path = project.build(YEAR) / "nilai.json"
    content = json.loads(path.read_text("utf-8"))
    content["nilai"]["edisi"] = value("teks", name)
    path.write_text(json.dumps(content), "utf-8")
    cover = project.narasi / "sampul.qmd"
    before, office, after = cover.read_text("utf-8").partition("::: {.dinas}")
    assert office
    cover.write_text(f"{before}{EDITION}\n{office}{after}", "utf-8")
    return project


@pytest.mark.parametrize("kind", FORMATS)
def test_the_cover_names_the_edition(sample: Project, tmp_path: Path, kind: str) -> None:
    render_builtin(edition(sample, "Edisi <b>kedua</b>"), tmp_path, kind)
    assert "Edisi <b>kedua</b>" in rendered_text(tmp_path, kind)


def test_in_word_the_edition_stands_below_the_year(sample: Project, tmp_path: Path) -> None:
    (word,) = render_builtin(edition(sample, "Edisi kedua"), tmp_path, "docx")
    block = docx.Document(str(word)).tables[0].cell(0, 0)
    assert [p.text for p in block.paragraphs][-2:] == [f"TAHUN {YEAR}", "Edisi kedua"]


def test_the_first_edition_has_no_empty_line(sample: Project, tmp_path: Path) -> None:
    page, word = render_builtin(edition(sample, ""), tmp_path, "html", "docx")
    assert not html.fromstring(page.read_bytes()).find_class("edisi")
    assert b"SampulEdisi" not in docx.Document(str(word)).part.blob


def reach(project: Project, **ways: str) -> Project:
    """Record how to reach the office, and print it."""
    path = project.build(YEAR) / "nilai.json"
    content = json.loads(path.read_text("utf-8"))
    for way in ("telepon", "surel", "laman"):
        content["nilai"][f"kontak.{way}"] = value("teks", ways.get(way, ""))
    path.write_text(json.dumps(content), "utf-8")
    append(project, BLOCK)
    return project


def foot(page: Path) -> html.HtmlElement:
    return html.fromstring(page.read_bytes()).find(".//footer")


@pytest.mark.parametrize("kind", FORMATS)
def test_what_there_is_is_printed(sample: Project, tmp_path: Path, kind: str) -> None:
    render_builtin(reach(sample, surel="dinas-*x*@example.go.id"), tmp_path, kind)
    text = rendered_text(tmp_path, kind)
    assert "Penerbit: Dinas Contoh Kabupaten Contoh" in text
    assert "Alamat: Jl. Contoh No. 1" in text
    assert "Surel: dinas-*x*@example.go.id" in text
    assert "Telepon" not in text


def test_in_word_it_is_one_block(sample: Project, tmp_path: Path) -> None:
    (word,) = render_builtin(reach(sample), tmp_path, "docx")
    (block,) = (p for p in docx.Document(str(word)).paragraphs if "Penerbit:" in p.text)
    assert block.text.splitlines()[1:] == ["Alamat: Jl. Contoh No.\u00a01"]


def test_the_foot_leads_to_the_office(sample: Project, tmp_path: Path) -> None:
    ways = {
        "telepon": "+62 (342) 123-456",
        "surel": "a@b.go.id",
        "laman": "https://b.go.id/x?y=1&z",
    }
    (page,) = render_builtin(reach(sample, **ways), tmp_path, "html")
    links = {link.get("href"): link.text_content() for link in foot(page).iter("a")}
    assert links == {
        "tel:+62342123456": ways["telepon"],
        "mailto:a@b.go.id": ways["surel"],
        "https://b.go.id/x?y=1&z": ways["laman"],
    }
    assert "Jl. Contoh No. 1" in foot(page).text_content()
    assert "Tanggal laporan 28 Februari 2100" in foot(page).text_content()


def test_the_foot_of_an_office_that_names_no_way(sample: Project, tmp_path: Path) -> None:
    (page,) = render_builtin(reach(sample), tmp_path, "html")
    assert not list(foot(page).iter("a"))
    assert "Jl. Contoh No. 1" in foot(page).text_content()


@pytest.mark.parametrize("formats", [("html",), ("html", "docx"), ("docx", "pdf", "html")])
def test_the_foot_leads_to_the_editions_that_lie_beside_it(
    sample: Project, tmp_path: Path, formats: tuple[str, ...]
) -> None:
    files = render_builtin(sample, tmp_path, *formats)
    page = next(file for file in files if file.suffix == ".html")
    links = [link.get("href") for link in foot(page).iter("a")]
    assert sorted(links) == sorted(file.name for file in files if file != page)
    assert all((tmp_path / link).is_file() for link in links)
