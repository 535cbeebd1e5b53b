"""The three outputs, the exit codes and the summary that `build` prints."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner

from lkjip.check import html, text
from lkjip.check import json as as_json
from lkjip.check.engine import check
from lkjip.check.model import Cell, Explanation, Report, Temuan
from lkjip.check.summary import summarise
from lkjip.cli import app
from lkjip.data.schema import penjelasan
from lkjip.errors import InputError
from lkjip.paths import Project

from .cases import PHI, cell, exchange_sexes
from .clean import YEAR, clean_project
from .spoil import Spoiler
from .test_explain import explain


@pytest.fixture
def wrong(spoiler: Spoiler) -> Spoiler:
    """A project with two errors and a warning."""
    cell("realisasi", PHI, "realisasi", "100")(spoiler)
    exchange_sexes(spoiler)
    cell("fakta", {"kode": "jumlah_kegiatan"}, "nilai", 16)(spoiler)
    return spoiler


def run(s: Spoiler, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["check", "--project", str(s.project.root), *arguments])
    return result.exit_code, result.output


def test_text_is_grouped_by_severity_with_counts(wrong: Spoiler) -> None:
    shown = text.render([check(wrong.project, YEAR)])
    assert shown.startswith(f"check {YEAR}: 2 errors, 1 warning, ")
    heads = [shown.index(word) for word in ("ERRORS: ", "WARNINGS: ", "NOTES: ")]
    assert heads == sorted(heads)
    assert "100%" in shown and "realisasi.csv, row" in shown


def test_text_fits_80_columns_but_for_the_keys_that_are_copied(wrong: Spoiler) -> None:
    explain(wrong, *check(wrong.project, YEAR).unexplained_errors)
    lines = text.render([check(wrong.project, YEAR)]).splitlines()
    wide = [line for line in lines if len(line) > 80]
    assert all(line.startswith("     explain ") for line in wide)


HEADER = "kode,sel,alasan,nama,tanggal"


def rows_to_paste(shown: str) -> list[str]:
    label = "     explain "
    return [line.removeprefix(label) for line in shown.splitlines() if line.startswith(label)]


@pytest.mark.parametrize(
    "header", [HEADER, HEADER.replace(",", ";"), "tanggal,nama,alasan,sel,kode"]
)
def test_the_row_in_the_text_can_be_pasted(wrong: Spoiler, header: str) -> None:
    path = wrong.project.data / str(YEAR) / "penjelasan.csv"
    path.write_text(f"{header}\n", encoding="utf-8")
    rows = rows_to_paste(text.render([check(wrong.project, YEAR)], full=True))
    assert len(rows) == len(check(wrong.project, YEAR).findings)
    assert any(" ; " in row for row in rows) and all(row.count('"') == 10 for row in rows)
    path.write_text("\n".join([header, *rows]), encoding="utf-8")
    with pytest.raises(InputError) as caught:  # nobody has written a reason yet
        check(wrong.project, YEAR)
    places = {(found.row, found.column) for found in caught.value.findings}
    assert places == {(2 + at, key) for at in range(len(rows)) for key in ("alasan", "nama")}
    written = [row.replace('"alasan"', '"Benar, sudah dilihat"') for row in rows]
    written = [row.replace('"nama"', '"Sekretaris"') for row in written]
    path.write_text("\n".join([header, *written]), encoding="utf-8")
    report = check(wrong.project, YEAR)
    assert all(found.explained for found in report)
    for shown in (text.render([report]), text.render([report], full=True)):
        assert not rows_to_paste(shown) and "2 errors (explained)" in shown
    assert "because Benar, sudah dilihat (Sekretaris, 20" in shown


def test_an_explained_finding_takes_a_line_unless_all_is_asked_for(wrong: Spoiler) -> None:
    (error,) = (f for f in check(wrong.project, YEAR) if f.code == "R3")
    explain(wrong, error)
    _code, short = run(wrong, str(YEAR))
    (line,) = (line for line in short.splitlines() if line.startswith("R3 "))
    place = f"realisasi.csv:{error.cells[0].row} +{len(error.cells) - 1}"
    # What was found, with its end: names are long, and what they lack comes last.
    assert line.startswith(f"R3   {place}: {error.message[:10]}") and len(line) <= 80
    assert line.endswith(error.message[-12:]) and "Sudah diperiksa" not in short
    # What is open is not shortened, and says how it is explained.
    report = check(wrong.project, YEAR)
    others = len(report.of("error", explained=False)) + len(report.of("warning"))
    assert len(rows_to_paste(short)) == short.count("     to do   ") == others == 2
    assert f"lkjip check {YEAR} --full" in " ".join(short.split())
    assert "To explain a finding, paste its row" in short
    _code, full = run(wrong, str(YEAR), "--full")
    assert error.message in " ".join(full.split()) and "--full" not in full
    assert full.count("     because ") == 1
    assert len(rows_to_paste(full)) == len(report.findings) - 1


def test_notes_take_a_line_each_unless_all_is_asked_for(wrong: Spoiler) -> None:
    notes = check(wrong.project, YEAR).of("info")
    short, full = (run(wrong, str(YEAR), *more)[1] for more in ((), ("--full",)))
    lines = short.partition("NOTES: ")[2].splitlines()[1 : len(notes) + 1]
    assert [line.split()[0] for line in lines] == [note.code for note in notes] and notes
    assert len(rows_to_paste(full)) - len(rows_to_paste(short)) == len(notes)


def test_the_published_year_fits_on_two_screens(root: Path) -> None:
    report = check(Project(root), 2022)
    shown = text.render([report])
    assert len(shown.splitlines()) <= len(report.findings) + 15
    assert max(map(len, shown.splitlines())) <= 80
    # A sentence with two citations is one place.
    assert all(len(set(found.cells)) == len(found.cells) for found in report)


@pytest.mark.parametrize("room", [24, 40, 60])
@pytest.mark.parametrize("words", ["satu dua tiga " * 20, "x" * 300, "Program " + "y" * 300])
def test_a_text_that_is_cut_has_room(words: str, room: int) -> None:
    cell = Cell("data/2024/a.csv", 3, "x", "1")
    found = Temuan("B1", "info", words, (cell,), None, "", Explanation("x", "y", "2025-02-01"))
    report = Report(YEAR, (found,))
    assert all(len(line) <= 80 for line in text.render([report]).splitlines())
    name = Cell("data/2024/" + "n" * (80 - room - 9) + ".csv", 3, "x", "1")
    shown = text.render([Report(YEAR, (replace(found, cells=(name,)),))])
    (line,) = (line for line in shown.splitlines() if line.startswith("B1 "))
    assert "…" in line and len(line) <= 85


@pytest.mark.parametrize("format", ["json", "html"])
def test_the_other_formats_are_complete(wrong: Spoiler, format: str) -> None:
    explain(wrong, *check(wrong.project, YEAR).unexplained_errors)
    whole = run(wrong, str(YEAR), "--format", format)
    assert whole == run(wrong, str(YEAR), "--format", format, "--full")
    assert all(found.message in unescape(whole[1]) for found in check(wrong.project, YEAR))


def test_the_header_is_named_where_there_is_no_file_yet(wrong: Spoiler) -> None:
    def shown() -> str:
        return " ".join(text.render([check(wrong.project, YEAR)]).split())

    path = wrong.project.data / str(YEAR) / "penjelasan.csv"
    path.unlink(missing_ok=True)
    header = ",".join(penjelasan().columns)
    assert f"with the header {header}, and paste the finding's row below it" in shown()
    path.write_text(f"{HEADER}\n", encoding="utf-8")
    assert "header" not in shown() and f"its row into data/{YEAR}/penjelasan.csv" in shown()


def test_json_has_a_stable_schema(wrong: Spoiler) -> None:
    code, output = run(wrong, str(YEAR), "--format", "json")
    content = json.loads(output)
    assert code == 1 and content["schema"] == 1
    (year,) = content["years"]
    assert year["counts"]["error"] == {"all": 2, "explained": 0}
    assert year["unexplained_errors"] == 2
    for finding in year["findings"]:
        assert list(finding) == [
            "code",
            "severity",
            "message",
            "cells",
            "arithmetic",
            "advice",
            "key",
            "explained",
        ]
        for place in finding["cells"]:
            assert list(place) == ["file", "row", "column", "value", "printed"]


class Page(HTMLParser):
    """Tags that would load something, and whether all tags are closed."""

    VOID = frozenset({"meta"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value or "" for name, value in attrs if name in ("src", "href")]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_html_is_one_page_that_needs_no_other_file(wrong: Spoiler) -> None:
    shown = html.render([check(wrong.project, YEAR)])
    page = Page()
    page.feed(shown)
    assert page.open == [] and page.links == []
    assert "@import" not in shown and "url(" not in shown
    assert "2 errors" in shown


def test_html_shows_data_as_text(wrong: Spoiler) -> None:
    attack = "<script>alert(1)</script>"
    cell("indikator", {"kode": "phi"}, "nama", f"Persentase perselisihan diselesaikan {attack}")(
        wrong
    )
    shown = html.render([check(wrong.project, YEAR)])
    assert attack not in shown and "&lt;script&gt;" in shown


def test_exit_codes(wrong: Spoiler) -> None:
    code, output = run(wrong)
    assert code == 1 and "ERRORS" in output
    explain(wrong, *check(wrong.project, YEAR).unexplained_errors)
    assert run(wrong, str(YEAR))[0] == 0
    cell("realisasi", PHI, "realisasi", "banyak")(wrong)
    code, output = run(wrong, str(YEAR))
    assert code == 2 and "realisasi.csv" in output
    assert run(wrong, "1999")[0] == 2
    assert run(wrong, str(YEAR), "--format", "pdf")[0] == 2


def test_several_years_and_an_output_file(spoiler: Spoiler, tmp_path: Path) -> None:
    target = tmp_path / "hasil" / "temuan.html"
    code, output = run(
        spoiler, str(YEAR - 1), str(YEAR), "--format", "html", "--output", str(target)
    )
    assert code == 0 and output == ""
    assert re.findall(r"<h1>lkjip check (\d+)</h1>", target.read_text("utf-8")) == ["2023", "2024"]


def test_the_same_input_gives_the_same_bytes(wrong: Spoiler, tmp_path: Path) -> None:
    for render in (text.render, as_json.render, html.render):
        assert render([check(wrong.project, YEAR)]) == render([check(wrong.project, YEAR)])
    one, other = (clean_project(tmp_path / name, 3) for name in ("a", "b"))
    assert as_json.render([check(one, YEAR)]) == as_json.render([check(other, YEAR)])


def test_the_summary_counts_what_stops_a_final_report(wrong: Spoiler) -> None:
    summary = summarise(check(wrong.project, YEAR))
    assert summary.unexplained_errors == 2
    explain(wrong, check(wrong.project, YEAR).unexplained_errors[0])
    summary = summarise(check(wrong.project, YEAR))
    assert (summary.unexplained_errors, summary.counts["error"].all) == (1, 2)
    assert str(summary).startswith(f"check {YEAR}: 2 errors (1 explained), 1 warning, ")
