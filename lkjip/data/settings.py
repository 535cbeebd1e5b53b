"""Reads YAML settings key by key and says in which line something is wrong."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal
from difflib import get_close_matches

import yaml

from lkjip.errors import Finding
from lkjip.i18n import _

_TAG = "tag:yaml.org,2002:"
# Controls cannot be printed and break XML; YAML lets some of them in through escapes.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffd\ufffe\uffff]")


class Section:
    """A map of settings. Every reading takes one key; `close` reports the keys nobody took.

    A reading that fails adds a finding and returns an empty value of its type, so that all
    findings come together; the caller throws the result away when there are findings.

    Parameters
    ----------
    pairs
        Key and value nodes of the YAML map.
    line
        Line at which it begins.
    file, path
        Where it is, for messages: ``"pejabat.rully"`` inside ``"data/2022/instansi.yml"``.
    findings
        Where findings go.
    """

    def __init__(
        self,
        pairs: list[tuple[yaml.Node, yaml.Node]],
        line: int,
        file: str,
        path: str,
        findings: list[Finding],
    ) -> None:
        self.line, self.file, self.path, self.findings = line, file, path, findings
        self._nodes: dict[str, yaml.Node] = {}
        self._lines: dict[str, int] = {}
        self._taken: list[str] = []
        self._missing_keys: dict[str, Finding] = {}
        for key, value in pairs:
            name, row = str(key.value), key.start_mark.line + 1
            if name in self._nodes:
                self.report(
                    name,
                    _("the key stands in row {row} already").format(row=self._lines[name]),
                    expected=_("a key that stands there once"),
                    mend=_("delete one of the two"),
                    row=row,
                )
                continue
            self._nodes[name], self._lines[name] = value, row

    def report(
        self,
        key: str,
        message: str,
        value: str | None = None,
        expected: str | None = None,
        mend: str | None = None,
        row: int | None = None,
    ) -> None:
        """Add a finding about a key of this section."""
        # A key that is missing at the top is missing in the file, not in its first line.
        where = row or self._lines.get(key) or (self.line if self.path else None)
        column = f"{self.path}.{key}" if self.path else key
        self.findings.append(
            Finding(
                message,
                file=self.file,
                row=where,
                column=column,
                value=value,
                expected=expected,
                mend=mend,
            )
        )

    def names(self) -> tuple[str, ...]:
        """The keys, in the order of the file."""
        return tuple(self._nodes)

    def text(self, key: str, pattern: str | None = None, example: str | None = None) -> str:
        """A text that must be there; `example` shows the form that `pattern` asks for."""
        node = self._required(key)
        return "" if node is None else self._text(key, node, pattern, example)

    def optional_text(
        self,
        key: str,
        pattern: str | None = None,
        example: str | None = None,
        required: bool = False,
    ) -> str | None:
        """A text, or None where it is null; `required` says that the key must be there."""
        node = self._take(key)
        if node is None and required:
            self._missing(key, _("the key {key}, its value may follow later").format(key=key))
        if node is None or _is_null(node):
            return None
        return self._text(key, node, pattern, example)

    def integer(self, key: str, minimum: int, maximum: int) -> int:
        """A whole number within bounds."""
        node = self._required(key)
        if node is None:
            return minimum
        # Digits only: YAML would also read 010 as eight and 1_000 as a thousand.
        if node.tag == f"{_TAG}int" and re.fullmatch("0|[1-9][0-9]{0,8}", node.value):
            value = int(node.value)
            if minimum <= value <= maximum:
                return value
        self.report(
            key,
            _("this is not a number in the range"),
            _shown(node),
            _("a whole number from {minimum} to {maximum}").format(
                minimum=minimum, maximum=maximum
            ),
            _("correct the number, and write it without quotes"),
        )
        return minimum

    def optional_number(self, key: str, minimum: int, required: bool = True) -> Decimal | None:
        """A number, or None where it is null; `required` says that the key must be there."""
        node = self._take(key)
        if node is None and required:
            self._missing(key, _("a number or null"))
        if node is None or _is_null(node):
            return None
        if re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,9})?", str(node.value)):
            value = Decimal(node.value)
            if value >= minimum:
                return value
        self.report(
            key,
            _("this is not a number in the range"),
            _shown(node),
            _("a number from {minimum}, or null").format(minimum=minimum),
            _("correct the number"),
        )
        return None

    def optional_day(self, key: str) -> date | None:
        """A date, or None where it is null; the key must be there."""
        node = self._take(key)
        if node is None:
            self._missing(key, _("the key {key}, its value may follow later").format(key=key))
        if node is None or _is_null(node):
            return None
        try:
            if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", str(node.value)):
                return date.fromisoformat(node.value)
        except ValueError:
            pass  # such as February 30: reported like any other text that is no date
        self.report(
            key,
            _("this is not a date"),
            _shown(node),
            _("year-month-day, such as {example}").format(example="2024-12-31"),
            _("write the date in this form"),
        )
        return None

    def choice(self, key: str, names: Collection[str]) -> str:
        """One of some names."""
        node = self._required(key)
        if node is None:
            return ""
        if isinstance(node, yaml.ScalarNode) and node.value in names:
            return str(node.value)
        nearest = get_close_matches(str(node.value), names, n=1)
        self.report(
            key,
            _("this name is unknown"),
            _shown(node),
            _("one of: {names}").format(names=", ".join(names)),
            _("write {name}").format(name=nearest[0]) if nearest else _("choose one of these"),
        )
        return ""

    def section(self, key: str) -> Section:
        """A section below this one."""
        node = self._required(key)
        if isinstance(node, yaml.MappingNode):
            return self._below(node, key)
        if node is not None:
            self._wrong_kind(key, node, _("a section: indented lines of the form key: value"))
        # What is read from it now is not reported: a missing section is one finding.
        return Section([], self.line, self.file, key, [])

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, not empty."""
        return tuple(
            self._text(f"{key}[{number}]", node, None, None, node.start_mark.line + 1)
            for number, node in enumerate(self._items(key), start=1)
        )

    def sections(self, key: str) -> Iterator[Section]:
        """A list of sections, not empty."""
        for number, node in enumerate(self._items(key), start=1):
            name = f"{key}[{number}]"
            if isinstance(node, yaml.MappingNode):
                yield self._below(node, name)
            else:
                self._wrong_kind(name, node, _("a section: {key: value, key: value}"))

    def close(self, *optional: str) -> None:
        """Report the keys that nobody took; `optional` names known keys that may be absent."""
        known = list(dict.fromkeys([*self._taken, *optional]))
        for name in self._nodes:
            if name in self._taken:
                continue
            nearest = get_close_matches(name, [key for key in known if key not in self._nodes], n=1)
            # A misspelt key is one finding, not an unknown one and a missing one.
            if nearest and (double := self._missing_keys.pop(nearest[0], None)):
                self.findings.remove(double)
            self.report(
                name,
                _("the key is unknown"),
                name,
                nearest[0] if nearest else _("one of: {names}").format(names=", ".join(known)),
                _("rename the key to {name}").format(name=nearest[0])
                if nearest
                else _("delete the key"),
            )

    def _take(self, key: str) -> yaml.Node | None:
        self._taken.append(key)
        return self._nodes.get(key)

    def _required(self, key: str) -> yaml.Node | None:
        node = self._take(key)
        if node is None:
            self._missing(key, None)
        elif _is_null(node):
            self.report(
                key,
                _("the value is missing"),
                expected=_("a value behind {key}:").format(key=key),
                mend=_("fill in the value"),
            )
            return None
        return node

    def _missing(self, key: str, expected: str | None) -> None:
        self.report(
            key,
            _("the key is missing"),
            expected=expected or _("the key {key} with a value").format(key=key),
            mend=_("add the key; the file of another year shows how"),
        )
        self._missing_keys[key] = self.findings[-1]

    def _items(self, key: str) -> list[yaml.Node]:
        node = self._required(key)
        if isinstance(node, yaml.SequenceNode) and node.value:
            return list(node.value)
        if node is not None:
            self._wrong_kind(key, node, _("a list: lines that begin with a hyphen"))
        return []

    def _below(self, node: yaml.MappingNode, key: str) -> Section:
        path = f"{self.path}.{key}" if self.path else key
        return Section(node.value, node.start_mark.line + 1, self.file, path, self.findings)

    def _text(
        self,
        key: str,
        node: yaml.Node,
        pattern: str | None,
        example: str | None,
        row: int | None = None,
    ) -> str:
        value = " ".join(node.value.split()) if isinstance(node, yaml.ScalarNode) else ""
        expected = _("text") if example is None else _("text such as {x}").format(x=example)
        if node.tag != f"{_TAG}str" or not value:
            self.report(
                key, _("this is not text"), _shown(node), expected, _("put it into quotes"), row
            )
        elif pattern is not None and not re.fullmatch(pattern, value):
            message = _("this text has the wrong form")
            self.report(key, message, value, expected, _("write it in this form"), row)
        elif _UNPRINTABLE.search(value):
            message = _("the text holds a sign that cannot be printed")
            self.report(key, message, value, expected, _("type the text again"), row)
        return value

    def _wrong_kind(self, key: str, node: yaml.Node, expected: str) -> None:
        self.report(
            key,
            _("the value has the wrong form"),
            _shown(node),
            expected,
            _("compare with the file of another year"),
            node.start_mark.line + 1,
        )


def _is_null(node: yaml.Node) -> bool:
    return bool(node.tag == f"{_TAG}null")


def _shown(node: yaml.Node) -> str:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    return "[…]" if isinstance(node, yaml.SequenceNode) else "{…}"
