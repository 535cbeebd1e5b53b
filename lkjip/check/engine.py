"""Asks the rules, and puts what they find in order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from lkjip.check.context import Context
from lkjip.check.explain import explain, layout
from lkjip.check.model import SEVERITIES, Report, Temuan
from lkjip.check.registry import Rule, all_rules
from lkjip.data.folder import read_year
from lkjip.paths import Project


def check(project: Project, year: int, only: Collection[str] | None = None) -> Report:
    """Hold the sources of a year's report against each other.

    Parameters
    ----------
    project, year
        Which report.
    only
        Codes (``"J1"``) or families (``"sums"``) of the rules to ask; None asks all.

    Returns
    -------
    Report
        All findings, those that ``penjelasan.csv`` explains marked.

    Raises
    ------
    InputError
        The files cannot be read, or break their schemas.
    """
    context = Context(project, read_year(project.data, year))
    asked = [rule for rule in all_rules() if only is None or {rule.code, rule.family} & set(only)]
    codes = tuple(rule.code for rule in asked)
    found = explain(context, ask(context, asked), codes)
    found.sort(key=lambda temuan: SEVERITIES.index(temuan.severity))
    return Report(year, tuple(found), codes, layout(context))


def ask(context: Context, rules: Iterable[Rule]) -> Iterator[Temuan]:
    """What some rules find, explained or not.

    Parameters
    ----------
    context
        The sources of the report.
    rules
        The rules to ask, in order.
    """
    for rule in rules:
        for draft in rule.find(context):
            yield Temuan(
                rule.code,
                draft.severity or rule.severity,
                draft.message,
                tuple(dict.fromkeys(draft.cells)),  # two citations in a sentence are one cell
                draft.arithmetic,
                draft.advice,
            )
