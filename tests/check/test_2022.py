"""What an experienced reviewer finds in the 2022 report, and what is right in it.

`review-2022.csv` is the list of a review of the printed report: its tables, signature pages, legal
basis and narrative, held against the data. The arithmetic of every row was checked by hand.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from lkjip.check.engine import check
from lkjip.check.model import Cell, Report, Temuan
from lkjip.paths import Project

from .test_rules import codes

LIST = Path(__file__).with_name("review-2022.csv")
MOST_CELLS = 8  # more are counted by column


@pytest.fixture(scope="module")
def report(root: Path) -> Report:
    return check(Project(root), 2022, codes())


def cells(found: Temuan) -> str:
    """The cells of a finding as the list names them."""
    once = sorted({_named(cell) for cell in found.cells})
    if len(once) <= MOST_CELLS:
        return " ; ".join(once)
    groups = Counter(cell.group for cell in {cell.reference: cell for cell in found.cells}.values())
    return " ; ".join(f"{group} ({count})" for group, count in sorted(groups.items()))


def _named(cell: Cell) -> str:
    # Long texts are named, not repeated.
    return cell.reference if cell.file.endswith(".csv") else str(cell.name or cell.file)


def test_the_check_finds_what_a_reviewer_finds(report: Report) -> None:
    with LIST.open(encoding="utf-8", newline="") as file:
        wanted = {tuple(row) for row in list(csv.reader(file))[1:]}
    found = {(f.code, f.severity, cells(f), f.arithmetic or "") for f in report if f.code != "X1"}
    assert sorted(wanted - found) == []
    assert sorted(found - wanted) == []


def test_every_cell_stands_where_the_finding_says(report: Report, root: Path) -> None:
    for found in report:
        for cell in found.cells:
            path = root / cell.file
            lines = path.read_text("utf-8").splitlines()
            if path.suffix == ".csv" and cell.row is not None:
                header, row = next(csv.reader([lines[0]])), next(csv.reader([lines[cell.row - 1]]))
                assert dict(zip(header, row, strict=True))[cell.column or ""] == cell.value
            elif path.suffix == ".yml" and cell.row is not None and cell.value:
                key = str(cell.column).split(".")[-1].split("[")[0]
                near = " ".join(lines[cell.row - 1 : cell.row + 1])
                assert key in near or cell.value.split()[0] in near
            elif cell.row is not None and cell.value:
                assert cell.value == lines[cell.row - 1].strip()


# What inventory.md calls “Figures that agree”: rule, and what it must not name.
AGREE = {
    "17 + 14 = 16 + 15 = 16 + 15 = 31 employees": ("J1", ""),
    "Tabel 2.3 and 2.5 are exact sums of their programmes": ("J2", ""),
    "no programme spent more than Tabel 2.5 gives it": ("B1", ""),
    "TPAK 682.958 / 938.232 = 72,79%": ("R1", ""),
    "TPT 37.219 / 682.958 = 5,45%": ("R2", ""),
    "unemployed ≤ labour force ≤ population": ("R6", ""),
    "the six groups of education of both years": ("R7", ""),
    "24.072 / 3,66% / 70,44% fits the population of 2022": ("R8", ""),
    "PHK: bipartit 3 = in process 1 + settled 2": ("R4", ""),
    "the four kinds of disputes": ("R9", ""),
    "100 workers, 3 cases": ("R10", ""),
    "Tabel 3.6, row 2: 102,47 − 99,60 = 2,87": ("P2", "[tpak,"),
    "Tabel 3.7: 95,30 99,12 85,99 91,58 97,56": (
        "P1",
        ("[P1,", "[P2,", "[P3,", "[P5,", "[P6,", "[P1]", "[P2]", "[P3]", "[P5]", "[P6]"),
    ),
    "achievement is truncated alike in 3.1, 3.3, 3.5, 3.6 and 3.8": ("P1", "realisasi.csv"),
    "transmigration: 2 + 4 = 6 families, the quota": ("G1", ""),
    "departures in October and December 2022": ("G4", ""),
    "6 × Rp5.000.000 was spent": ("G5", ""),
    "annexes: the figures of Tabel 2.2 to 2.5": ("S2", ""),
    "three Bidang and the secretary: 3 of echelon III and one acting": ("D2", ""),
    "NIP of both heads: born, appointed, not retired when signing": ("O1", ""),
    "Drs. Mujianto was 59 in January 2022": ("O2", ""),
    "Drs. and a man's NIP": ("O3", ""),
    "the Bupati is the second party": ("O4", ""),
    "24 January 2022, 31 October 2022, 28 February 2023": ("O6", ""),
    "Renstra and RPJMD 2021–2026": ("O8", ""),
    "one Pembina Utama Muda, a man": ("O9", ""),
    "TPT is lower-is-better": ("A1", ""),
    "no achievement beyond 120%": ("A4", ""),
    "the bounds of Permendagri 86/2017": ("A6", ""),
    "73,33 is not last year's 70,83": ("Y1", "lulusan"),
    "TPAK and training did not jump": ("Y3", ("tpak", "lulusan")),
    "SD and SMTA Kejuruan changed less than twofold": ("Y4", ("SD,", "Kejuruan")),
    "the revised budgets of P1, P3, P4, P5": ("B2", ("[P1,", "[P3,", "[P4,", "[P5,")),
    "the efficiency of five programmes is positive": (
        "B4",
        ("[P1]", "[P2]", "[P3]", "[P4]", "[P5]"),
    ),
    "all sections of chapter III are there": ("W1", ""),
    "all tables are there": ("W2", ""),
    "all six signature blocks are there": ("W3", ""),
    "causes and solutions of TPT": ("W4", "[tpt]"),
}


@pytest.mark.parametrize("figure", AGREE, ids=str)
def test_what_is_right_is_not_reported(report: Report, figure: str) -> None:
    code, parts = AGREE[figure]
    if code == "Y1":
        wrong = [f for f in report if f.code == code and f.severity != "info"]
        assert wrong == []
    for part in (parts,) if isinstance(parts, str) else parts:
        named = [
            cell.reference
            for found in report
            if found.code == code
            for cell in found.cells
            if part in str(cell.name)
        ]
        assert named == []


# Mistakes of the printed report that the data does not have any more: file, old, new, rule, cell.
PRINTED = {
    "Tabel 3.1: last year's 70,83% as this year's": (
        "realisasi.csv",
        "lulusan,2022,73.33",
        "lulusan,2022,70.83",
        "Y1",
        "realisasi.csv[lulusan,2022].realisasi=70.83",
    ),
    "Tabel 3.1: 3 Kasus of an indicator in percent": (
        "indikator.csv",
        "melalui perjanjian bersama (PB),persen",
        "melalui perjanjian bersama (PB),kasus",
        "S3",
        "indikator.csv[phi].satuan=kasus",
    ),
    "Tabel 3.8: Rp5.232.810.892 for the SAKIP out of a programme of Rp4.091.142.672": (
        "alokasi_sasaran.csv",
        "198665000,197247750",
        "5232810892,5060179133",
        "J2",
        "alokasi_sasaran.csv[S4,P1].pagu=5232810892",
    ),
    "Tujuan: Renstra 2016-2021 in a report of 2022": (
        "instansi.yml",
        "awal: 2021\n  akhir: 2026",
        "awal: 2016\n  akhir: 2021",
        "O8",
        "instansi.yml[periode.akhir]=2021",
    ),
    "TPT as if more unemployment were better": (
        "indikator.csv",
        "(TPT),persen,turun",
        "(TPT),persen,naik",
        "A1",
        "indikator.csv[tpt].arah=naik",
    ),
}


@pytest.mark.parametrize("mistake", PRINTED)
def test_a_mistake_of_the_printed_report_is_found(project: Project, mistake: str) -> None:
    file, old, new, code, cell = PRINTED[mistake]
    path = project.data / "2022" / file
    text = path.read_text("utf-8")
    assert old in text
    text = text.replace(old, new)
    if code == "O8":  # the targets of the plan follow its last year
        targets = path.with_name("target.csv")
        targets.write_text(targets.read_text("utf-8").replace(",2026,", ",2021,"), "utf-8")
    path.write_text(text, "utf-8")
    found = check(project, 2022, {code})
    assert cell in [named.reference for f in found if f.code == code for named in f.cells]


def test_everything_that_needs_a_word_has_one(root: Path) -> None:
    """All rules, those of the narrative too: the published report can be built as final."""
    report = check(Project(root), 2022)
    assert report.of("error", explained=False) == ()
    assert report.of("warning", explained=False) == ()
    assert [found for found in report if found.code == "X1"] == []
    said = [found.explained for found in report if found.explained]
    assert all(explanation.nama and len(explanation.alasan) > 40 for explanation in said)
