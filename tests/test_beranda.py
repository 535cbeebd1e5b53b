"""The page of several years: made from what is published, number by number."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from lkjip import beranda
from lkjip.beranda.published import read_indicators, read_years
from lkjip.paths import Project

from .conftest import Report

pytestmark = pytest.mark.build

# The real report gets neighbours: the same values but these.
CHANGED = {
    2021: {"tpak.realisasi": ("70.44", "70,44%"), "sakip.realisasi": ("CC", "CC")},
    2023: {
        "tpak.realisasi": ("71.9", "71,9%"),
        "tpt.realisasi": ("4.9", "4,9%"),
        "dinas.lengkap": ("Dinas <b>$A & B", "Dinas <b>$A & B"),
        "tpt.nama": ("Penganggur & {{< x >}} <i>", "Penganggur & {{< x >}} <i>"),
    },
}


def publish_years(published: Path, folder: Path) -> None:
    """Lay a published report and made-up neighbours of it into a folder."""
    index = json.loads((published / "nilai.json").read_text("utf-8"))
    real = int(published.name)
    for year in (real, *CHANGED):
        target = folder / str(year)
        target.mkdir(parents=True)
        values = {id: _changed(year, id, entry) for id, entry in index["nilai"].items()}
        content = json.dumps({**index, "nilai": values}, ensure_ascii=False)
        (target / "nilai.json").write_text(content, "utf-8")
        (target / "SHA256SUMS").write_text("", "utf-8")
        for suffix in ("html", "pdf"):
            (target / f"lkjip-{year}.{suffix}").write_bytes(b"laporan")


def _changed(year: int, id: str, entry: dict[str, Any]) -> dict[str, Any]:
    if id not in CHANGED.get(year, {}):
        return entry
    exact, text = CHANGED[year][id]
    return {**entry, "nilai": exact, "bentuk": {**entry["bentuk"], "utama": text}}


@pytest.fixture
def folder(report: Report, tmp_path: Path) -> Path:
    publish_years(report.folder, tmp_path / "output")
    return tmp_path / "output"


def write(report: Report, folder: Path) -> html.HtmlElement:
    path = beranda.write(report.project, folder)
    assert path == folder / "index.html"
    return html.fromstring(path.read_text("utf-8"))


def test_one_year_needs_no_page(report: Report) -> None:
    assert beranda.write(report.project, report.folder.parent) is None
    assert not (report.folder.parent / "index.html").exists()


def test_years_stand_with_their_files_the_latest_first(report: Report, folder: Path) -> None:
    page = write(report, folder)
    cards = page.xpath("//ul[contains(@class, 'tahunan')]/li")
    assert [card.findtext("h3") for card in cards] == ["Tahun 2023", "Tahun 2022", "Tahun 2021"]
    links = [[a.get("href") for a in card.iter("a")] for card in cards]
    assert links[1] == ["2022/lkjip-2022.html", "2022/lkjip-2022.pdf"]
    assert all((folder / href).is_file() for year in links for href in year)
    facts = [item.text for item in cards[1].xpath("ul[@class='fakta']/li")]
    assert facts[:3] == [
        "4 dari 4 indikator sasaran mencapai target",
        "target Tingkat Pengangguran Terbuka (TPT) tidak tercapai",
        "serapan anggaran 95,64%",
    ]


def test_a_draft_is_called_one(report: Report, folder: Path) -> None:
    (folder / "2022" / "SHA256SUMS").unlink()
    heads = [head.text_content() for head in write(report, folder).xpath("//ul/li/h3")]
    assert "Tahun 2022 draf" in heads
    assert [head for head in heads if "draf" in head] == ["Tahun 2022 draf"]


def test_every_indicator_is_a_chart_with_its_numbers(report: Report, folder: Path) -> None:
    page = write(report, folder)
    charts = page.xpath("//svg")
    assert [chart.getparent().findtext("h3") for chart in charts[1:3]] == [
        "Persentase lulusan pelatihan yang telah bekerja",
        "Tingkat partisipasi angkatan kerja",
    ]
    tpak = charts[2].getparent()
    rows = [[cell.text for cell in row] for row in tpak.iter("tr")]
    assert rows == [
        ["Tahun", "Realisasi", "Target"],
        # Of 2020 there is no report; that of 2021 says what was a year before.
        ["2020", "70,44%", "–"],
        ["2021", "70,44%", "71,03%"],
        ["2022", "72,79%", "71,03%"],
        ["2023", "71,9%", "71,03%"],
    ]
    assert "2022 72,79% (target 71,03%)" in charts[2].get("aria-label")
    drawn = [text.text for text in charts[2].iter("text") if text.get("class") == "angka"]
    assert drawn == ["70,44%", "70,44%", "72,79%", "71,9%"]
    # Six indicators in all: five of the data and the absorption of the budget.
    assert len(charts) == 6


def test_higher_values_stand_higher(report: Report, folder: Path) -> None:
    page = write(report, folder)
    (sakip,) = page.xpath("//svg[contains(@aria-label, 'SAKIP')]")
    ys = [float(point.get("cy")) for point in sakip.iter("circle")]
    # BB, CC, BB, BB: grades are drawn by rank, and the page counts downwards.
    assert ys[1] > ys[0] == ys[2] == ys[3]


def test_what_the_data_says_is_text(report: Report, folder: Path) -> None:
    page = write(report, folder)
    assert page.xpath("//p[@class='dinas']")[0].text == "Dinas <b>$A & B"
    assert page.xpath("//h3")[3].text == "Penganggur & {{< x >}} <i>"
    assert not page.xpath("//main//b | //main//i")


def test_a_value_still_to_come_is_not_drawn(report: Report, folder: Path) -> None:
    path = folder / "2023" / "nilai.json"
    index = json.loads(path.read_text("utf-8"))
    index["nilai"]["tpak.realisasi"]["belum"] = True
    index["nilai"]["tpt.realisasi"]["nilai"] = "bukan angka"
    path.write_text(json.dumps(index), "utf-8")
    indicators = read_indicators(report.project, read_years(folder))
    by_name = {moved.nama: moved for moved in indicators}
    assert list(by_name["Tingkat partisipasi angkatan kerja"].realisasi) == [2020, 2021, 2022]
    assert 2023 not in by_name["Penganggur & {{< x >}} <i>"].realisasi


def test_a_damaged_year_is_left_out(report: Report, folder: Path) -> None:
    (folder / "2023" / "nilai.json").write_text("{", "utf-8")
    assert [year.tahun for year in read_years(folder)] == [2022, 2021]


def test_same_bytes_and_nothing_written_twice(report: Report, folder: Path) -> None:
    path = beranda.write(report.project, folder)
    assert path is not None
    before, time = path.read_bytes(), path.stat().st_mtime_ns
    beranda.write(report.project, folder)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before, time)
    path.unlink()
    beranda.write(report.project, folder)
    assert path.read_bytes() == before
    assert [file.name for file in folder.iterdir() if file.is_file()] == ["index.html"]


def test_the_page_asks_for_nothing(report: Report, folder: Path) -> None:
    page = write(report, folder)
    assert page.xpath("//@src") == []
    assert page.xpath("//link/@href") == ["data:,"]
    assert "url(" not in page.xpath("string(//style)")


def test_building_two_years_writes_it(report: Report, tmp_path: Path) -> None:
    import shutil

    from click.testing import CliRunner

    from lkjip.cli import app

    from .conftest import copy_project

    project: Project = copy_project(tmp_path / "proyek")
    for name in ("_build", "output"):
        shutil.copytree(report.project.root / name, project.root / name)
    shutil.copytree(project.output(2022), project.output(2021))
    words = ["build", "2022", "--engine", "builtin", "--project", str(project.root)]
    done = CliRunner().invoke(app, words)
    assert done.exit_code == 0, done.output
    page = html.fromstring((project.root / "output" / "index.html").read_text("utf-8"))
    heads = [head.text_content() for head in page.iter("h3")]
    assert heads[:2] == ["Tahun 2022 draf", "Tahun 2021 draf"]
