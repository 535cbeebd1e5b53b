"""``_quarto-<year>.yml``: the profile of the year before with the year in its place."""

from __future__ import annotations

import re
from pathlib import Path

from lkjip.paths import Project

_PLAIN = "fiscal-year: {year}\noutput-file: lkjip-{year}\nproject:\n  output-dir: output/{year}\n"


def write_profile(project: Project, path: Path, year: int) -> None:
    """Write the profile of a new year.

    Parameters
    ----------
    project
        The project folder.
    path
        The file to make.
    year
        The new year. Where the year before has no profile, a plain one is written.
    """
    before = project.profile(str(year - 1))
    text = _PLAIN.format(year=year)
    if before.is_file():
        text = before.read_text(encoding="utf-8-sig")
        text = re.sub(rf"(?<!\d){year - 1}(?!\d)", str(year), text)
    path.write_text(text, encoding="utf-8", newline="\n")
