"""``docs/rules.md`` says what the rules say."""

from __future__ import annotations

from pathlib import Path

import pytest

from lkjip.check.document import document
from lkjip.check.model import SEVERITIES
from lkjip.check.registry import all_rules, rule


def test_the_stored_page_is_current(root: Path) -> None:
    """Mend it with ``python -m lkjip.check.document``."""
    assert (root / "docs" / "rules.md").read_text("utf-8") == document()


def test_every_rule_has_its_row_with_a_reason() -> None:
    lines = document().splitlines()
    for one in all_rules():
        (row,) = [line for line in lines if line.startswith(f"| **{one.code}** |")]
        assert one.severity in SEVERITIES and f"| {one.severity} |" in row
        assert one.reason and one.description
        assert row.replace("\\|", "").count("|") == 5


def test_a_code_is_given_once() -> None:
    with pytest.raises(ValueError, match="J1"):
        rule("J1", "error", reason="twice")(lambda context: iter(()))
