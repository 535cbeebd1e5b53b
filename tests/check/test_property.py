"""Data sets generated without contradictions give no error, and empty cells give none either."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from lkjip.check.engine import check
from lkjip.data.schema import schemas

from .clean import YEAR, clean_project
from .spoil import Spoiler
from .test_rules import codes

# Two measured values may be equal by chance: a warning, and rightly one.
BY_CHANCE = {"Y2"}


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(min_value=0, max_value=2**32))
def test_clean_data_gives_neither_errors_nor_warnings(seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        report = check(clean_project(Path(folder), seed), YEAR)
    wrong = [f for f in (*report.of("error"), *report.of("warning")) if f.code not in BY_CHANCE]
    assert [(f.code, f.message, f.arithmetic) for f in wrong] == []


def test_a_year_under_preparation_is_no_contradiction(spoiler: Spoiler) -> None:
    """Every cell that may still come is empty: nothing is wrong but what is missing."""
    for name, schema in schemas().items():
        for field in schema.fields:
            if field.menyusul is None:
                continue
            spoiler.table(
                name,
                lambda rows, field=field: [
                    {**row, field.name: ""}
                    if _this_year(row) and _still_to_come(field, row)
                    else row
                    for row in rows
                ],
            )
    for key in ("laporan.tanggal", "laporan.kepegawaian_per", "perjanjian.pk-perubahan.tanggal"):
        spoiler.office(key, None)
    report = check(spoiler.project, YEAR, codes())
    assert [(f.code, f.message, f.arithmetic) for f in report.of("error")] == []


def _this_year(row: dict[str, str]) -> bool:
    return row.get("tahun", str(YEAR)) == str(YEAR)


def _still_to_come(field, row: dict[str, str]) -> bool:
    return all(row[column] == value for column, value in field.menyusul.items())
