"""What a reviewer wrote down about the printed 2022 report before looking at the check.

`blind-2022.csv` is that list: number, lines of the printed report, severity (E cannot be right,
W needs a word, I form), what is wrong, and how the check stands to it:

- ``data``: reported on ``data/2022`` (`kode`, a cell of it in `di`);
- ``baru``: so too, by a rule that was written because of this list;
- ``kalimat``: reported on the printed sentence, which our narrative does not have any more
  (`di`: words of it in `test_narrative_2022`);
- ``salinan``: reported when the printed figure is put back (`di`: its name in `test_2022`);
- ``tidak ada lagi``: cannot stand in our report any more, `keterangan` says why;
- ``tidak``: not found, `keterangan` says why;
- ``benar``: looks suspicious and is right: `kode` must not name `di`.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from lkjip.check.engine import check
from lkjip.check.model import Report
from lkjip.paths import Project

from . import test_2022, test_narrative_2022


class Row(NamedTuple):
    """A line of the list."""

    nomor: str
    baris: str
    tingkat: str
    temuan: str
    cara: str
    kode: str
    di: str
    keterangan: str


def _rows() -> list[Row]:
    path = Path(__file__).with_name("blind-2022.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return [Row(*row) for row in list(csv.reader(file))[1:]]


ROWS = _rows()
LOOKED_FOR = ("data", "baru", "kalimat", "salinan")


@pytest.fixture(scope="module")
def report(root: Path) -> Report:
    return check(Project(root), 2022)


def names(report: Report, code: str) -> list[str]:
    """The cells that the findings of a rule name."""
    found = [cell for finding in report if finding.code == code for cell in finding.cells]
    return [str(cell.name or cell.file) for cell in found]


def objections(words: str) -> set[str]:
    """The rules that object to the printed sentence with these words."""
    (quote,) = [quote for quote in test_narrative_2022.PRINTED if words in quote.text]
    return test_narrative_2022.rules_that_object(quote)


@pytest.mark.parametrize("row", [r for r in ROWS if r.cara in LOOKED_FOR], ids=lambda r: r.nomor)
def test_what_the_reviewer_wrote_down_is_found(report: Report, row: Row) -> None:
    if row.cara == "salinan":
        (restored,) = [name for name in test_2022.PRINTED if row.di in name]
        assert test_2022.PRINTED[restored][3] == row.kode  # and test_2022 tries it
    elif row.kode.startswith("N") and "narasi/" not in row.di:
        assert row.kode in objections(row.di)
    else:
        assert any(row.di in name for name in names(report, row.kode)), names(report, row.kode)


@pytest.mark.parametrize("row", [r for r in ROWS if r.cara == "benar"], ids=lambda r: r.nomor)
def test_what_is_right_is_not_reported(report: Report, row: Row) -> None:
    assert [name for name in names(report, row.kode) if row.di in name] == []


def test_what_is_not_looked_for_says_why() -> None:
    others = [row for row in ROWS if row.cara in ("tidak ada lagi", "tidak")]
    assert [row.nomor for row in others if not row.keterangan or row.kode] == []
    known = (*LOOKED_FOR, "tidak ada lagi", "tidak", "benar")
    assert {row.cara for row in ROWS} == set(known)
    assert len({row.nomor for row in ROWS}) == len(ROWS)


def test_the_share_of_the_blind_list_that_the_check_finds() -> None:
    wrong = [row for row in ROWS if row.cara not in ("benar", "tidak ada lagi")]
    for severity in "EWI":
        ways = Counter(row.cara for row in wrong if row.tingkat == severity)
        found = sum(ways[way] for way in LOOKED_FOR)
        print(f"\n{severity}: {found} of {ways.total()} found; {dict(ways)}", end="")
    found = sum(row.cara in LOOKED_FOR for row in wrong)
    before = found - sum(row.cara == "baru" for row in wrong)
    print(
        f"\nof {len(wrong)} mistakes that could stand in the report, {found} are found "
        f"({found / len(wrong):.0%}); {before} were before the list was compared"
    )
    assert found / len(wrong) > 0.8
