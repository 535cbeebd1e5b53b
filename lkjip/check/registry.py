"""The rules by code. A rule is one function in a module of `lkjip.check.rules`."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
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
    """

    code: str
    severity: Severity
    reason: str
    find: Find

    @property
    def family(self) -> str:
        """Name of the module that holds it."""
        return self.find.__module__.rpartition(".")[2]

    @property
    def description(self) -> str:
        return inspect.cleandoc(self.find.__doc__ or "")


RULES: dict[str, Rule] = {}
"""Filled by `rule`; call `all_rules` to have all of them."""


def rule(code: str, severity: Severity, *, reason: str) -> Callable[[Find], Find]:
    """Register the decorated function as a rule.

    Parameters
    ----------
    code
        ``"J1"``; given once.
    severity
        ``"error"``: cannot be right; ``"warning"``: needs a word of explanation; ``"info"``.
    reason
        The regulation or the reason behind it, for ``docs/rules.md``.

    Raises
    ------
    ValueError
        The code is taken.
    """

    def register(find: Find) -> Find:
        if code in RULES:
            raise ValueError(f"two rules are called {code}")
        RULES[code] = Rule(code, severity, reason, find)
        return find

    return register


@cache
def all_rules() -> tuple[Rule, ...]:
    """All rules, in the order of families and numbers."""
    package = importlib.import_module("lkjip.check.rules")
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{package.__name__}.{module.name}")
    return tuple(sorted(RULES.values(), key=lambda rule: (rule.code[0], int(rule.code[1:]))))
