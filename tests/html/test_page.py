"""The page as a file: weight, what it asks for, names of its parts, links back."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html

from lkjip.paths import Project

from ..conftest import ROOT, Report
from ..render.conftest import render_builtin
from ..render.sample import write_sample

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
    beside = ["lkjip-2022.pdf", "lkjip-2022.docx"]
    assert page.xpath("//footer//a/@href") == beside
    assert page.xpath("//section[@class='pokok']//a[not(starts-with(@href, '#'))]/@href") == beside
    inside = page.xpath("//main//a[not(ancestor::section[@class='pokok'])]/@href | //nav//a/@href")
    assert inside and all(href.startswith("#") for href in inside)
    assert "url(" not in "".join(page.xpath("//style/text()"))
    assert "@import" not in "".join(page.xpath("//style/text()"))


def test_landmarks_and_language(page: html.HtmlElement) -> None:
    assert page.get("lang") == "id"
    for tag in ("header", "nav", "main", "footer"):
        assert len(page.findall(f".//{tag}")) == 1, tag
    assert page.xpath("//body/a[1]/@href") == ["#isi"]
    headings = page.xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5]")
    levels = [int(h.tag[1]) for h in headings]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_bold_lines_that_head_a_text_are_headings(page: html.HtmlElement) -> None:
    sections = page.xpath("//main//section[contains(@class, 'subjudul')]")
    assert len(sections) > 20
    linked = page.xpath("//nav//a/@href")
    assert all(f"#{section.get('id')}" in linked for section in sections)
    (cause,) = page.xpath("//section[@id='kendala-pencapaian-iku']")
    assert cause.getparent().get("id") == "sec-penyebab-solusi"
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_tables_and_charts_have_names(page: html.HtmlElement) -> None:
    keys = page.xpath("//table/@aria-labelledby")
    assert len(set(keys)) == len(page.xpath("//table")) > 20
    names = [page.get_element_by_id(key).text_content() for key in keys]
    assert all(names) and len(set(names)) == len(names)
    # Each can be linked, one without a number, too.
    assert len(page.xpath("//figure[@class]/@id")) == len(page.xpath("//figure"))
    assert page.xpath("//figure[@id='tabel-ikhtisar']")
    assert "Tabel\u00a03.1 Pencapaian Kinerja" in " ".join(names)
    assert all(cell.get("scope") for cell in page.xpath("//thead//th"))
    details = page.xpath("//figure[@class='gambar']//details")
    assert len(details) == 5
    for part in details:
        (image,) = part.getparent().xpath(".//*[@role='img']")
        words = " ".join(part.text_content().split()).removeprefix("Data grafik ")
        assert squeezed(words) == squeezed(image.get("aria-label"))


def test_cells_say_what_they_are(page: html.HtmlElement) -> None:
    for table in page.xpath("//table"):
        rows = table.xpath("./tbody/tr[@class='isi' or @class='jumlah']")
        heads = [row.xpath("count(./th[@scope='row'])") for row in rows]
        assert heads[0] == 1 and max(heads) == 1, table.get("data-id")
        assert not table.xpath(".//tr[@class='nomor-kolom']/th")
    (table,) = page.xpath("//table[@data-id='analisis-efisiensi']")
    assert "--k3: 'Kinerja\u00a0· Target'; --k4: 'Kinerja\u00a0· Realisasi'" in table.get("style")
    # A year does not stand alone on a line.
    (table,) = page.xpath("//table[@data-id='perbandingan-realisasi']")
    assert "'Realisasi\u00a0· Th.\u00a02020'" in table.get("style")
    # Heads stand as their columns do.
    assert table.xpath("./thead/tr[2]/th[1]/@class") == ["kanan"]


def test_numbers_are_in_line_at_the_comma(tmp_path: Path) -> None:
    root = write_sample(tmp_path / "proyek")
    (table,) = root.rglob("tabel/capaian.html")
    table.write_text(table.read_text().replace("213,00", "213"))
    (path,) = render_builtin(Project(root), tmp_path, "html")
    cells = html.fromstring(path.read_bytes()).xpath("//table[@data-id='capaian']/tbody/tr/td[2]")
    room = {cell.text_content(): cell.get("style") for cell in cells}
    # What ",00" needs: two digits and half of one.
    assert room["70,00"] is None and room["213"] == "--kurang: 2.5"


def test_percentages_and_grades_end_at_one_edge(page: html.HtmlElement) -> None:
    for table in ("capaian", "lampiran-pk-sasaran"):
        cells = page.xpath(f"//table[@data-id='{table}']/tbody/tr/td[contains(@class, 'angka')]")
        grades = [cell for cell in cells if cell.text_content() == "BB"]
        assert grades and len(cells) > len(grades)
        assert not any(cell.get("style") for cell in cells)


def squeezed(text: str) -> str:
    return re.sub(r"[\s;]", "", text)


# The heading of the section that something stands in; bold lines head parts of it.
OF_SECTION = "ancestor::section[not(contains(@class, 'subjudul'))][1]/*[1]"


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
        heading = citation.xpath(OF_SECTION)[0].text_content()
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
