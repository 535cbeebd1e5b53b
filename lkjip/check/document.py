"""``docs/rules.md``: every rule, what it compares and why, written from the rules themselves.

``python -m lkjip.check.document`` writes it anew.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from itertools import groupby

from lkjip.check.model import REFUSED, STALE, TO_FILL_IN
from lkjip.check.registry import Rule, all_rules
from lkjip.paths import Project

_HEAD = """\
<!-- Written by `python -m lkjip.check.document` from lkjip/check/rules. Do not edit. -->

# Rules of `lkjip check`

`lkjip check [YEAR…]` holds the data, the settings and the text of a report against each other.
Each finding names its rule, the cells it rests on (file, row, column, value, and where the report
prints them), the arithmetic that shows it, and what to do.

- **error**: cannot be right. `lkjip check` ends with exit code 1, and `lkjip build --final`
  refuses, until it is corrected or explained.
- **warning**: may be right, and needs a word of explanation.
- **info**: good to know.

A finding is explained by a row in `data/<year>/penjelasan.csv`. The check prints it ready to be
pasted (`explain`): the columns in the order of the file, in double quotes, with its separator and
today's date; only reason and name are written in place of `alasan` and `nama`, and refused as they
are. The finding is then listed as explained, in one line like the notes (code, place, what was
found; `--full` shows all of it), and comes back when one of its cells changes. There are no
wildcards: nothing is silenced wholesale. An explanation that fits no finding any more is itself
reported ({stale}), with whether its rule finds other cells now; one that also tells the reader of
the report something (`untuk_pembaca`) is an error then, because the report would go on telling it.

What is missing cannot be explained ({empty}): a row that names one of these is an
error ({refused}), and no report is final before the cell is filled in or the passage written.

A percentage is shown as the table that prints it does, cut or rounded. One that no table prints
ends in “…” where it has more digits: 66,6666…% is 66,67 or 66,66 in a table.

A rule is one function in a module of `lkjip/check/rules`: `@rule("J1", "error", reason=…)` over a
generator of `Draft`, whose docstring is the text below. Codes never change their meaning. A build
asks only the rules whose sources have changed: those of the families about data when the data has,
those marked `by_sentence` for the sections that have, the others always.
"""


def document() -> str:
    """Describe all rules.

    Returns
    -------
    str
        The content of ``docs/rules.md``: Markdown.
    """
    parts = [_HEAD.format(stale=STALE, refused=REFUSED, empty=", ".join(sorted(TO_FILL_IN)))]
    for _module, family in groupby(all_rules(), key=lambda rule: rule.find.__module__):
        parts.append("\n".join(_family(list(family))))
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _family(rules: list[Rule]) -> Iterator[str]:
    module = inspect.getdoc(sys.modules[rules[0].find.__module__]) or ""
    title, _, more = module.partition("\n\n")
    yield f"## {' '.join(title.split()).rstrip('.')}"
    yield ""
    if more.strip():
        yield " ".join(more.split())
        yield ""
    yield "| Rule | Severity | What is compared | Why |"
    yield "|---|---|---|---|"
    for rule in rules:
        what = " ".join(rule.description.split())
        cells = (f"**{rule.code}**", rule.severity, what, rule.reason)
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def main() -> None:
    """Write ``docs/rules.md`` of the project."""
    path = Project.find().root / "docs" / "rules.md"
    path.write_text(document(), encoding="utf-8", newline="\n")
    print(path.name)


if __name__ == "__main__":
    main()
