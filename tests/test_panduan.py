"""The messages that the guide explains are those that the program prints."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

import lkjip

PACKAGE = Path(lkjip.__file__).parent
GUIDE = PACKAGE.parent / "docs" / "panduan.md"
PLACEHOLDER = re.compile(r"\{[^{}]*\}")


def explained() -> list[str]:
    table = GUIDE.read_text("utf-8").partition("| Pesan |")[2].partition("\n\n")[0]
    rows = table.splitlines()[2:]
    return [text for row in rows for text in re.findall("`([^`]+ [^`]+)`", row.split("|")[1])]


@cache
def printed() -> frozenset[str]:
    """Every text that goes through the door for texts, but for those of placeholders alone."""
    return frozenset(
        text.value
        for path in PACKAGE.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in ("_", "ngettext")
        for text in call.args
        if isinstance(text, ast.Constant) and isinstance(text.value, str)
        if re.search("[a-z]{3} ", PLACEHOLDER.sub("", text.value))
    )


def says(printed: str, message: str) -> bool:
    """Whether a message may begin like this; ``…`` stands for any words."""
    pieces = map(re.escape, PLACEHOLDER.split(printed))
    begin = message.removesuffix("…")
    return printed.startswith(begin) or re.match(".+".join(pieces) + "$", message) is not None


@pytest.mark.parametrize("message", explained())
def test_the_program_prints_what_the_guide_explains(message: str) -> None:
    assert any(says(text, message) for text in printed()), message


@pytest.mark.parametrize("message", ["has no bentuk …", "this is no message of the program"])
def test_another_message_would_be_noticed(message: str) -> None:
    assert not any(says(text, message) for text in printed())
