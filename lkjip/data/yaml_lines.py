"""In which line of a YAML file each key stands, and what is wrong with one that cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from lkjip.i18n import _

# The C loader, where PyYAML has it, is many times faster; both give the same marks.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def lines(path: Path) -> dict[str, int]:
    """Map the path of every key, and of every item of a list, to its line (from 1).

    Parameters
    ----------
    path
        A file that is valid YAML.
    """
    node = yaml.compose(path.read_text(encoding="utf-8-sig"), Loader=LOADER)
    return dict(_walk(node, ""))


def problem(error: Exception) -> str:
    """What is wrong with a YAML file, in words for people who do not know its grammar.

    Parameters
    ----------
    error
        From PyYAML, or of the encoding.
    """
    told = str(getattr(error, "problem", None) or error)
    return next((words for sign, words in _problems().items() if re.search(sign, told)), told)


def _problems() -> dict[str, str]:
    """What PyYAML says, as patterns → plain words."""
    indented = _("the indentation of this line differs from the line above")
    return {
        r"found '(<block (mapping|sequence) start>|-|\?)'": indented,
        "expected <block end>": _(
            "after a closing quote or bracket, nothing more may stand in the line"
        ),
        "mapping values are not allowed": _(
            "a colon too many: this line is indented more than the line above, or its value needs "
            "quotes"
        ),
        "sequence entries are not allowed": _("a list begins on a line of its own"),
        "could not find expected ':'": _(
            "the colon after a key is missing, here or in the line above"
        ),
        r"expected ',' or": _("a bracket is not closed"),
        "unexpected end of stream": _("a quote that was opened is not closed"),
        "undefined alias": _("a value that begins with * needs quotes"),
        r"'\\t'|tab character": _("a tab stands here; only blanks indent a line"),
        "cannot start any token": _("a value that begins with this sign needs quotes"),
    }


def _walk(node: yaml.Node | None, prefix: str) -> Iterator[tuple[str, int]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            path = f"{prefix}.{key.value}" if prefix else str(key.value)
            yield path, key.start_mark.line + 1
            yield from _walk(value, path)
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value, start=1):
            path = f"{prefix}[{number}]"
            yield path, item.start_mark.line + 1
            yield from _walk(item, path)
