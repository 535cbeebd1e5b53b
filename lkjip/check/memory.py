"""What rules found in the same sources before, so that a change asks only what it can change.

Rules about the data are asked again when the data changes, rules by sentence for the sections that
have changed, and all others every time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from lkjip.check.context import Context
from lkjip.check.engine import ask
from lkjip.check.explain import Explanations
from lkjip.check.model import SEVERITIES, Severity, Temuan
from lkjip.check.narrative.reading import reading
from lkjip.check.registry import DATA, Rule, families, rules_of
from lkjip.check.summary import Count


class Found(NamedTuple):
    """What counts of a finding: its code and its cells are what an explanation names."""

    code: str
    severity: Severity
    sel: str


@dataclass(frozen=True)
class Memory:
    """What the rules found.

    Parameters
    ----------
    base
        Fingerprint of the rules, the data and the fiscal year: with another one nothing holds.
    codes
        Of the rules about the data.
    data
        What those found.
    sections
        What the rules by sentence found, by the fingerprint of the section.
    others
        What all other rules found.
    """

    base: str
    codes: tuple[str, ...]
    data: tuple[Found, ...]
    sections: dict[str, tuple[Found, ...]]
    others: tuple[Found, ...] = ()

    @property
    def found(self) -> tuple[Found, ...]:
        """What all rules found."""
        of_sections = (one for found in self.sections.values() for one in found)
        return (*self.data, *of_sections, *self.others)

    def to_json(self) -> dict[str, Any]:
        """All but what is asked every time."""
        return {
            "base": self.base,
            "codes": self.codes,
            "data": self.data,
            "sections": {key: found for key, found in self.sections.items() if found},
            "silent": [key for key, found in self.sections.items() if not found],
        }


def read(kept: Any) -> Memory | None:
    """What `Memory.to_json` gave, out of a file that may hold anything; else None.

    Parameters
    ----------
    kept
        The content of the file.
    """
    try:
        content = kept["memory"]
        sections = {key: _read(found) for key, found in content["sections"].items()}
        sections |= dict.fromkeys(content["silent"], ())
        codes = tuple(content["codes"])
        return Memory(content["base"], codes, _read(content["data"]), sections)
    except (KeyError, TypeError, AttributeError):
        return None


def _read(found: Iterable[Iterable[Any]]) -> tuple[Found, ...]:
    return tuple(Found(*one) for one in found)


def find(context: Context, base: str, before: Memory | None) -> Memory:
    """Ask the rules whose sources have changed.

    Parameters
    ----------
    context
        The sources of the report.
    base
        Fingerprint of the rules, the data and the fiscal year.
    before
        What an earlier check found, if any.
    """
    if before is None or before.base != base:
        rules = rules_of(DATA)
        data = tuple(map(_kept, ask(context.without_narrative(), rules)))
        before = Memory(base, tuple(rule.code for rule in rules), data, {})
    rest = (rule for rule in _text_rules() if not rule.by_sentence)
    others = tuple(map(_kept, ask(context, rest)))
    return Memory(base, before.codes, before.data, _sections(context, before.sections), others)


def _sections(
    context: Context, before: dict[str, tuple[Found, ...]]
) -> dict[str, tuple[Found, ...]]:
    """What the rules by sentence find; sections that are alike to the letter count together."""
    numbers: dict[str, list[int]] = {}
    for section, key in reading(context).sections().items():
        numbers.setdefault(key, []).append(section)
    found: dict[str, list[Found]] = {key: [] for key in numbers if key not in before}
    if found:
        new = {section: key for key in found for section in numbers[key]}
        rules = (rule for rule in _text_rules() if rule.by_sentence)
        for temuan in ask(context.part(frozenset(new)), rules):
            place = temuan.cells[0].section
            assert place is not None  # the first cell is a piece of a sentence
            found[new[place]].append(_kept(temuan))
    return {key: before[key] if key in before else tuple(found[key]) for key in numbers}


def _text_rules() -> tuple[Rule, ...]:
    return rules_of(set(families()) - DATA)


def _kept(temuan: Temuan) -> Found:
    return Found(temuan.code, temuan.severity, temuan.sel)


def count(context: Context, memory: Memory) -> dict[Severity, Count]:
    """Count findings and explained ones, as `lkjip.check.summary.summarise` counts a report.

    Parameters
    ----------
    context
        The sources of the report.
    memory
        What the rules found in them.

    Raises
    ------
    InputError
        ``penjelasan.csv`` breaks its schema.
    """
    explanations = Explanations(context)
    all = dict.fromkeys(SEVERITIES, 0)
    explained = dict.fromkeys(SEVERITIES, 0)
    for one in memory.found:
        all[one.severity] += 1
        explained[one.severity] += explanations.of(one.code, one.sel) is not None
    codes = {*memory.codes, *(rule.code for rule in _text_rules())}
    for wrong in explanations.wrong(codes):
        all[wrong.severity] += 1
    return {severity: Count(all[severity], explained[severity]) for severity in SEVERITIES}
