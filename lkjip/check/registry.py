"""The rules by code. A rule is one function in a module of `lkjip.check.rules`."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING

from lkjip.check.model import Draft, Severity

if TYPE_CHECKING:
    from lkjip.check.context import Context

    Find = Callable[[Context], Iterator[Draft]]


@dataclass(frozen=True)
class Rule:
    """A rule.

    Parameters
    ----------
    code
        Letter of the family and a number; stable, because ``penjelasan.csv`` names it.
    severity
        Of its findings, unless one says otherwise.
    reason
        The regulation or the reason behind it.
    find
        The function; its docstring says what is compared.
    by_sentence
        Whether it looks at the sentences of a `Reading` one by one: what it finds rests on a
        piece of one of them first of all, and depends on its section and the data alone.
    """

    code: str
    severity: Severity
    reason: str
    find: Find
    by_sentence: bool = False

    @property
    def family(self) -> str:
        """Name of the module that holds it."""
        return self.find.__module__.rpartition(".")[2]

    @property
    def description(self) -> str:
        return inspect.cleandoc(self.find.__doc__ or "")


RULES: dict[str, Rule] = {}
"""Filled by `rule`; call `all_rules` to have all of them."""


def rule(
    code: str, severity: Severity, *, reason: str, by_sentence: bool = False
) -> Callable[[Find], Find]:
    """Register the decorated function as a rule.

    Parameters
    ----------
    code
        ``"J1"``; given once.
    severity
        ``"error"``: cannot be right; ``"warning"``: needs a word of explanation; ``"info"``.
    reason
        The regulation or the reason behind it, for ``docs/rules.md``.
    by_sentence
        Whether it finds in a section the same whatever the others say.

    Raises
    ------
    ValueError
        The code is taken.
    """

    def register(find: Find) -> Find:
        if code in RULES:
            raise ValueError(f"two rules are called {code}")
        RULES[code] = Rule(code, severity, reason, find, by_sentence)
        return find

    return register


_DATA = """
    budget completeness history officials percentages polarity records same_facts staff sums
    transmigration years
"""
DATA = frozenset(_DATA.split())
"""Families whose rules look at the data and never at the narrative."""


@cache
def families() -> tuple[str, ...]:
    """The names of the modules that hold the rules."""
    return tuple(module.name for module in pkgutil.iter_modules(_package().__path__))


def all_rules() -> tuple[Rule, ...]:
    """All rules, in the order of families and numbers."""
    return rules_of(families())


def rules_of(families: Iterable[str]) -> tuple[Rule, ...]:
    """The rules of some families, in the same order. No other module is imported."""
    return _rules(frozenset(families))


@cache
def _rules(families: frozenset[str]) -> tuple[Rule, ...]:
    for family in sorted(families):
        importlib.import_module(f"{_package().__name__}.{family}")
    found = (rule for rule in RULES.values() if rule.family in families)
    return tuple(sorted(found, key=lambda rule: (rule.code[0], int(rule.code[1:]))))


def _package() -> ModuleType:
    return importlib.import_module("lkjip.check.rules")
