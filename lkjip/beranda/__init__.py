"""The page above the reports of several years: ``output/index.html``.

It is made from what the years published (``nilai.json`` and the files beside it), so its numbers
are those of the reports, letter for letter.
"""

from __future__ import annotations

from pathlib import Path

from lkjip.paths import Project

NAME = "index.html"


def write(project: Project, folder: Path) -> Path | None:
    """Write the page when two or more years are published; leave it alone when nothing changed.

    Parameters
    ----------
    project
        The project, for the order and direction of the indicators and for the look of the page.
    folder
        The folder that holds the years, e.g. ``output``.

    Returns
    -------
    Path or None
        The page; None with fewer than two years.
    """
    from lkjip.beranda.published import read_indicators, read_years

    years = read_years(folder)
    if len(years) < 2:
        return None
    from lkjip.beranda.page import render

    content = render(project, years, read_indicators(project, years)).encode("utf-8")
    path = folder / NAME
    if not path.is_file() or path.read_bytes() != content:
        stage = path.with_name(f".{NAME}.new")
        stage.write_bytes(content)
        stage.replace(path)
    return path
