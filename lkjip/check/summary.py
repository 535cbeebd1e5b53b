"""The result of a check in one line, for ``lkjip build`` and for the head of every output."""

from __future__ import annotations

from dataclasses import dataclass

from lkjip.check.model import SEVERITIES, Report, Severity
from lkjip.i18n import _, ngettext


@dataclass(frozen=True)
class Count:
    """How many findings of a severity there are, and how many of them are explained."""

    all: int
    explained: int

    @property
    def open(self) -> int:
        return self.all - self.explained


@dataclass(frozen=True)
class Summary:
    """A check in numbers.

    Parameters
    ----------
    year
        The fiscal year.
    counts
        By severity, worst first.
    """

    year: int
    counts: dict[Severity, Count]

    @property
    def unexplained_errors(self) -> int:
        """What stops a final report."""
        return self.counts["error"].open

    def __str__(self) -> str:
        parts = [
            _part(_label(severity, count.all), count) for severity, count in self.counts.items()
        ]
        return _("check {year}: {counts}").format(year=self.year, counts=", ".join(parts))


def _label(severity: Severity, count: int) -> str:
    return {
        "error": ngettext("error", "errors", count),
        "warning": ngettext("warning", "warnings", count),
        "info": ngettext("note", "notes", count),
    }[severity]


def _part(label: str, count: Count) -> str:
    if not count.explained:
        return f"{count.all} {label}"
    if not count.open:
        return _("{count} {label} (explained)").format(count=count.all, label=label)
    return _("{count} {label} ({explained} explained)").format(
        count=count.all, label=label, explained=count.explained
    )


def summarise(report: Report) -> Summary:
    """Count the findings of a check.

    Parameters
    ----------
    report
        What `lkjip.check.engine.check` returns.
    """
    counts = {
        severity: Count(len(report.of(severity)), len(report.of(severity, explained=True)))
        for severity in SEVERITIES
    }
    return Summary(report.year, counts)
