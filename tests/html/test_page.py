"""The page as a file: weight, what it asks for, names of its parts, links back."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html

from ..conftest import ROOT, Report

pytestmark = pytest.mark.build
FOLDER = ROOT / "_extensions" / "lkjip" / "html"


@pytest.fixture(scope="module")
def page(report: Report) -> html.HtmlElement:
    return html.fromstring(report.file("html").read_bytes())


def test_weight(report: Report) -> None:
    assert report.file("html").stat().st_size < 1_500_000


def test_it_asks_for_no_other_file(page: html.HtmlElement) -> None:
    sources = page.xpath("//@src | //link/@href")
    assert sources and all(source.startswith("data:") for source in sources)
    # The other editions lie beside it; an office that tells more is reached from the foot.
    beside = page.xpath("//footer//a/@href")
    assert beside == ["lkjip-2022.pdf", "lkjip-2022.docx"]
    assert all(href.startswith("#") for href in page.xpath("//main//a/@href | //nav//a/@href"))
    assert "url(" not in "".join(page.xpath("//style/text()"))
    assert "@import" not in "".join(page.xpath("//style/text()"))


def test_landmarks_and_language(page: html.HtmlElement) -> None:
    assert page.get("lang") == "id"
    for tag in ("header", "nav", "main", "footer"):
        assert len(page.findall(f".//{tag}")) == 1, tag
    assert page.xpath("//body/a[1]/@href") == ["#isi"]
    levels = [int(h.tag[1]) for h in page.xpath("//main//*[self::h1 or self::h2 or self::h3]")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_tables_and_charts_have_names(page: html.HtmlElement) -> None:
    names = page.xpath("//table/@aria-label")
    assert len(names) == len(page.xpath("//table")) > 20
    assert all(names)
    assert "Tabel\u00a03.1 Pencapaian Kinerja" in " ".join(names)
    assert all(cell.get("scope") for cell in page.xpath("//thead//th"))
    details = page.xpath("//figure[@class='gambar']//details")
    assert len(details) == 5
    for part in details:
        (image,) = part.getparent().xpath(".//*[@role='img']")
        words = " ".join(part.text_content().split()).removeprefix("Data grafik ")
        assert squeezed(words) == squeezed(image.get("aria-label"))


def squeezed(text: str) -> str:
    return re.sub(r"[\s;]", "", text)


def test_tables_and_figures_lead_back_to_where_they_are_cited(page: html.HtmlElement) -> None:
    (figure,) = page.xpath("//figure[@id='tbl-capaian']")
    back = figure.xpath(".//div[@class='dirujuk']//a")
    assert [link.text_content().split("\u00a0")[0] for link in back] == ["3.1.1"]
    cited = 0
    for link in page.xpath("//div[@class='dirujuk']//a"):
        target = link.xpath("ancestor::figure/@id")[0]
        (citation,) = page.xpath(f"//a[@id='{link.get('href')[1:]}']")
        assert citation.get("href") == f"#{target}"
        number = link.text_content().removesuffix("\ufe0e").removesuffix("\u00a0↩")
        heading = citation.xpath("ancestor::section[1]/*[1]")[0].text_content()
        assert heading.upper().startswith(number.upper()), (target, heading)
        cited += 1
    assert cited >= 20


def declarations(css: str, selector: str) -> str:
    return " ".join(css.split(selector + " {")[1].split("}")[0].split())


def test_dark_is_the_same_by_the_system_and_by_the_switch() -> None:
    css = (FOLDER / "tema.css").read_text("utf-8")
    by_system = declarations(css, ':root:not([data-tema="terang"])')
    assert by_system == declarations(css, ':root[data-tema="gelap"]')
    assert set(re.findall(r"--\w+", by_system)) < set(re.findall(r"--\w+", css))


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.js")), ids=lambda path: path.name)
def test_a_script_cannot_end_its_element(path: Path) -> None:
    text = path.read_text("utf-8")
    assert "</script" not in text
    assert "<!--" not in text
    assert "http" not in re.sub(r"without https", "", text)
