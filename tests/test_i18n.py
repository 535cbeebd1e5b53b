"""Messages that count: one of a thing is named in the singular."""

from __future__ import annotations

import pytest

from lkjip.audit.model import Category, Code, Difference
from lkjip.audit.words import describe
from lkjip.check.remembered import Refused, refuse_unexplained
from lkjip.check.summary import Count, Summary
from lkjip.diff.model import Change
from lkjip.i18n import ngettext


@pytest.mark.parametrize(("count", "text"), [(0, "many"), (1, "one"), (2, "many")])
def test_plural(count: int, text: str) -> None:
    assert ngettext("one", "many", count) == text


@pytest.mark.parametrize(
    ("category", "code", "one", "two"),
    [
        ("hasil", "values", "1 value of x comes out", "2 values of x come out"),
        ("hasil", "table", "table x: 1 cell comes out", "table x: 2 cells come out"),
        ("hasil", "document", "x: 1 line comes out", "x: 2 lines come out"),
    ],
)
def test_audit(category: Category, code: Code, one: str, two: str) -> None:
    change = Change("tabel", "x", "1", "2")
    assert describe(Difference(category, code, "x", [change])) == f"{one} otherwise"
    assert describe(Difference(category, code, "x", [change] * 2)) == f"{two} otherwise"


@pytest.mark.parametrize(
    ("count", "text", "refused"),
    [
        (1, "1 error, 1 warning, 1 note", "1 error is not explained"),
        (2, "2 errors, 2 warnings, 2 notes", "2 errors are not explained"),
    ],
)
def test_check(count: int, text: str, refused: str) -> None:
    one = Count(count, 0)
    summary = Summary(2022, {"error": one, "warning": one, "info": one})
    assert str(summary) == f"check 2022: {text}"
    with pytest.raises(Refused, match=refused):
        refuse_unexplained(summary)
