"""The check as a build needs it: in numbers, and asked again only when something changed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from lkjip.check.summary import Count, Summary
from lkjip.errors import LkjipError
from lkjip.execute.fingerprint import NOT_DATA, digest, digest_folder, package
from lkjip.i18n import _, ngettext
from lkjip.paths import Project

FILE = "check.json"


class Refused(LkjipError):
    """A final report with errors that nobody has explained (exit code 1)."""

    exit_code = 1


def remembered(
    project: Project, year: int, computed: Path, sources: Mapping[str, bytes]
) -> Summary:
    """The result of `lkjip.check.engine.check` in numbers.

    Parameters
    ----------
    project, year
        Which report.
    computed
        ``_build/<year>``; the result is kept there for the next build.
    sources
        All that the report is made from.

    Raises
    ------
    InputError
        The files cannot be read, or break their schemas.
    """
    own = Path(__file__).parent
    base = digest(
        [
            package(),
            digest_folder(own),
            digest_folder(own.parent / "render"),
            # What is explained is no matter of the rules; it stands in the sources.
            digest_folder(project.data, without=NOT_DATA),
            str(year),
        ]
    )
    key = digest(
        [
            base,
            digest_folder(computed, ("nilai.json", "tabel/*.csv")),
            *(part for item in sources.items() for part in item),
        ]
    )
    file = computed / FILE
    kept: dict[str, Any] = {}
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        if kept["key"] == key:
            counts = {severity: Count(**count) for severity, count in kept["counts"].items()}
            return Summary(year, counts)
    except (OSError, ValueError, KeyError, TypeError):
        pass  # nothing kept, or not by this version: ask again

    # Imported here: a build that asks nothing does without the rules.
    from lkjip.check import memory
    from lkjip.check.context import Context
    from lkjip.data.folder import read_year

    context = Context(project, read_year(project.data, year))
    found = memory.find(context, base, memory.read(kept))
    counts = memory.count(context, found)
    numbers = {severity: asdict(count) for severity, count in counts.items()}
    text = json.dumps({"key": key, "counts": numbers, "memory": found.to_json()})
    file.write_text(text + "\n", encoding="utf-8", newline="\n")
    return Summary(year, counts)


def refuse_unexplained(summary: Summary) -> None:
    """Stop a final report that has unexplained errors.

    Raises
    ------
    Refused
        With how many there are, and where to read and explain them.
    """
    if summary.unexplained_errors:
        count = summary.unexplained_errors
        raise Refused(
            ngettext(
                "{count} error is not explained, so that this report cannot be final.\n",
                "{count} errors are not explained, so that this report cannot be final.\n",
                count,
            ).format(count=count)
            + _(
                "    to mend it: run 'lkjip check {year}', and mend each or explain it in "
                "data/{year}/penjelasan.csv (what is empty can only be filled in); without "
                "--final a draft is built"
            ).format(year=summary.year)
        )
