"""What can go wrong, in words for the person who has to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lkjip.i18n import _


class LkjipError(Exception):
    """Base of all errors that lkjip reports without a traceback."""

    exit_code = 2
    """What the command line ends with: 2 is bad input or usage."""


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong, and how to mend it.

    Parameters
    ----------
    message
        What is wrong, in one sentence.
    file, row, column, value
        Where it is: file as the user knows it (relative to the project), line in that file
        (the header row is 1), column name, and the offending text.
    expected, mend
        What should stand there, and what to do.
    """

    message: str
    file: str | None = None
    row: int | None = None
    column: str | None = None
    value: str | None = None
    expected: str | None = None
    mend: str | None = None

    def __str__(self) -> str:
        place = [self.file] if self.file else []
        if self.row is not None:
            place.append(_("row {row}").format(row=self.row))
        if self.column is not None:
            place.append(_("column {column}").format(column=self.column))
        lines = [": ".join(filter(None, [", ".join(place), self.message]))]
        for label, text in (
            (_("found"), None if self.value is None else repr(self.value)),
            (_("expected"), self.expected),
            (_("to mend it"), self.mend),
        ):
            if text is not None:
                lines.append(f"    {label}: {text}")
        return "\n".join(lines)


class InputError(LkjipError):
    """Bad input: data, settings, narrative or usage. Carries every finding at once.

    Parameters
    ----------
    findings
        All that was found; never empty.
    """

    def __init__(self, findings: Iterable[Finding] | Finding) -> None:
        self.findings = [findings] if isinstance(findings, Finding) else list(findings)
        if not self.findings:
            raise ValueError("InputError needs at least one finding")
        super().__init__("\n".join(str(finding) for finding in self.findings))
