"""Explained findings: marked, gone when a cell changes, never silenced wholesale."""

from __future__ import annotations

import csv
import io
import json

import pytest

from lkjip.belum import BELUM_DITULIS
from lkjip.check import html, text
from lkjip.check import json as as_json
from lkjip.check.engine import check
from lkjip.check.model import REFUSED, STALE, TO_FILL_IN, Cell, Temuan, fingerprint
from lkjip.check.registry import all_rules, rules_of
from lkjip.data.schema import penjelasan
from lkjip.errors import InputError

from .cases import PHI, cell, exchange_sexes
from .clean import YEAR
from .mutate import write
from .spoil import Spoiler

FILE = "penjelasan.csv"


REASON = "Sudah diperiksa"


def explain(
    s: Spoiler,
    *found: Temuan,
    sel: str | None = None,
    reason: str = REASON,
    note: tuple[str, str] = ("", ""),
) -> None:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(penjelasan().columns)
    for one in found:
        writer.writerow([one.code, sel or one.sel, reason, "Sekretaris", "2025-02-01", *note])
    (s.project.data / str(YEAR) / FILE).write_text(out.getvalue(), encoding="utf-8")


@pytest.fixture
def contradiction(spoiler: Spoiler) -> Spoiler:
    """A share of settled disputes that the records do not give: rule R3."""
    cell("realisasi", PHI, "realisasi", "100")(spoiler)
    return spoiler


def test_an_explained_finding_is_listed_with_its_reason(contradiction: Spoiler) -> None:
    found = check(contradiction.project, YEAR)
    assert found.unexplained_errors
    explain(contradiction, *found.unexplained_errors)
    report = check(contradiction.project, YEAR)
    assert report.unexplained_errors == ()
    (error,) = report.of("error")
    assert error.explained is not None
    assert (error.explained.alasan, error.explained.nama) == ("Sudah diperiksa", "Sekretaris")
    assert error.explained.tanggal == "2025-02-01"


def test_it_comes_back_when_one_of_its_cells_changes(contradiction: Spoiler) -> None:
    explain(contradiction, *contradiction.found("R3"))
    cell("realisasi", PHI, "realisasi", "99.5")(contradiction)
    report = check(contradiction.project, YEAR)
    assert [f.code for f in report.unexplained_errors] == ["R3"]
    (stale,) = (f for f in report if f.code == "X1")
    assert stale.severity == "info"
    assert stale.cells[0].file == f"data/{YEAR}/{FILE}"
    assert stale.cells[0].row == 2
    assert stale.message == f"R3 is no longer found as it was explained: “{REASON}”"
    assert stale.advice.startswith("1 finding of R3 is open now, with other cells")
    assert stale.message in " ".join(text.render([report]).split())  # it asks for something


def test_a_report_does_not_go_on_telling_what_is_mended(contradiction: Spoiler) -> None:
    note = ("Yang dihitung ialah kasus yang ditindaklanjuti.", "tbl-capaian")
    explain(contradiction, *contradiction.found("R3"), note=note)
    assert check(contradiction.project, YEAR, ["R3"]).unexplained_errors == ()
    cell("realisasi", PHI, "realisasi", "99.5")(contradiction)
    stale = [f for f in check(contradiction.project, YEAR, ["R3"]) if f.code == STALE]
    assert [f.severity for f in stale] == ["error"]
    assert "the report still tells of R3" in stale[0].message


def test_the_offered_row_says_nothing_to_readers(contradiction: Spoiler) -> None:
    (found,) = contradiction.found("R3")
    (cells,) = csv.reader([text.row(found)])
    offered = dict(zip(penjelasan().columns, cells, strict=True))
    assert (offered["alasan"], offered["nama"]) == ("alasan", "nama")
    assert (offered["untuk_pembaca"], offered["letak"]) == ("", "")


def test_an_explanation_of_nothing_is_only_deleted(spoiler: Spoiler) -> None:
    right = spoiler.value("realisasi", PHI, "realisasi")
    cell("realisasi", PHI, "realisasi", "100")(spoiler)
    explain(spoiler, *spoiler.found("R3"), reason="Dihitung menurut definisi operasional " * 9)
    cell("realisasi", PHI, "realisasi", right)(spoiler)
    stale = [f for f in check(spoiler.project, YEAR, ["R3"]) if f.code == STALE]
    assert [f.advice for f in stale] == ["delete this row: R3 finds nothing else"]
    assert "Dihitung menurut" in stale[0].message and len(stale[0].message) < 120


def test_it_stays_when_rows_move(contradiction: Spoiler) -> None:
    explain(contradiction, *contradiction.found("R3"))
    for name in ("realisasi", "sengketa"):
        contradiction.table(name, lambda rows: rows[::-1])
    assert all(f.explained for f in contradiction.found("R3"))


def test_one_of_many_cells_is_enough_to_bring_it_back(spoiler: Spoiler) -> None:
    exchange_sexes(spoiler)
    (found,) = spoiler.found("S1")
    explain(spoiler, found)
    assert spoiler.found("S1")[0].explained
    rows = spoiler.rows("pegawai")
    # One more man here, one fewer there: all totals are the same, and yet a cell has changed.
    men = [row for row in rows if row["dimensi"] == "pendidikan"]
    men[0]["laki_laki"], men[1]["laki_laki"] = (
        str(int(men[0]["laki_laki"]) + 1),
        str(int(men[1]["laki_laki"]) - 1),
    )
    write(spoiler.project.data / str(YEAR), "pegawai", rows)
    assert spoiler.found("S1")[0].explained is None


@pytest.mark.parametrize("sel", ["*", "realisasi.csv", "realisasi.csv[phi,2024].realisasi=*", "R3"])
def test_nothing_is_silenced_wholesale(contradiction: Spoiler, sel: str) -> None:
    explain(contradiction, *contradiction.found("R3"), sel=sel)
    assert [f.explained for f in contradiction.found("R3")] == [None]


def emptied(s: Spoiler) -> None:
    """What a year under preparation lacks: a cell, a date, a passage, a fact, all but its words."""
    cell("realisasi", PHI, "realisasi", "")(s)
    s.office("laporan.tanggal", None)
    s.report("# PENDAHULUAN", f"{BELUM_DITULIS}\n\n# PENDAHULUAN")
    s.drop("fakta", kode="jumlah_kegiatan")
    s.report("# PENDAHULUAN", "{{< include kosong.md >}}\n\n# PENDAHULUAN")
    (s.project.root / "kosong.md").write_text("<!-- nanti -->\n", "utf-8")


def test_what_is_empty_cannot_be_explained(spoiler: Spoiler) -> None:
    emptied(spoiler)
    missing = [found for found in check(spoiler.project, YEAR) if found.code in TO_FILL_IN]
    assert {found.code for found in missing} == TO_FILL_IN
    explain(spoiler, *check(spoiler.project, YEAR), reason="Data menyusul")
    left = check(spoiler.project, YEAR).unexplained_errors
    assert [f.code for f in left] == [*(f.code for f in missing), *(REFUSED for _ in missing)]
    assert not any(f.explainable for f in left)
    refused = left[-1]
    assert "cannot be explained" in refused.message and "delete this row" in refused.advice
    assert (refused.cells[0].file, refused.cells[0].column) == (f"data/{YEAR}/{FILE}", "sel")
    # Not even when nothing is missing any more is such a row just forgotten.
    cell("realisasi", PHI, "realisasi", "98")(spoiler)
    assert REFUSED in {found.code for found in check(spoiler.project, YEAR)}


def test_no_output_offers_to_explain_what_is_empty(spoiler: Spoiler) -> None:
    cell("realisasi", PHI, "realisasi", "")(spoiler)
    report = check(spoiler.project, YEAR, ["missing"])
    assert [found.code for found in report] == ["M1"]
    shown = text.render([report])
    assert "penjelasan.csv" not in shown and report.findings[0].sel not in shown
    assert 'class="key"' not in html.render([report])
    (year,) = json.loads(as_json.render([report]))["years"]
    assert [finding["key"] for finding in year["findings"]] == [None]


def test_the_rules_that_need_filling_in_exist_and_are_errors() -> None:
    rules = {rule.code: rule for rule in all_rules()}
    assert all(rules[code].severity == "error" for code in TO_FILL_IN)
    assert {rule.code for rule in rules_of(["missing"])} <= TO_FILL_IN
    assert not {STALE, REFUSED} & set(rules)


def test_an_explanation_needs_reason_name_and_date(spoiler: Spoiler) -> None:
    path = spoiler.project.data / str(YEAR) / FILE
    path.write_text("kode,sel,alasan,nama,tanggal\nR3,x,,,kemarin\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        check(spoiler.project, YEAR)
    wrong = {(f.file, f.row, f.column) for f in caught.value.findings}
    assert wrong == {(f"data/{YEAR}/{FILE}", 2, c) for c in ("alasan", "nama", "tanggal")}


def test_a_file_without_explanations_is_fine(spoiler: Spoiler) -> None:
    path = spoiler.project.data / str(YEAR) / FILE
    path.write_text("kode,sel,alasan,nama,tanggal\n", encoding="utf-8")
    assert check(spoiler.project, YEAR).unexplained_errors == ()


def test_explanations_of_rules_that_were_not_asked_are_not_stale(contradiction: Spoiler) -> None:
    explain(contradiction, *contradiction.found("R3"))
    assert [f.code for f in check(contradiction.project, YEAR, {"S1"})] == []


def test_a_fingerprint_is_readable_as_long_as_it_can_be() -> None:
    def at(number: int, value: str) -> Cell:
        return Cell("data/2024/a.csv", number, "x", value, name=f"a.csv[{number}].x")

    few = [at(number, "1") for number in range(3)]
    assert fingerprint(few) == "a.csv[0].x=1 ; a.csv[1].x=1 ; a.csv[2].x=1"
    assert fingerprint(reversed(few)) == fingerprint(few) == fingerprint([*few, few[0]])
    many = [at(number, "1") for number in range(30)]
    assert fingerprint(many).startswith("a.csv.x (30) #")
    changed = [*many[:-1], at(29, "2")]
    assert fingerprint(changed) != fingerprint(many)
