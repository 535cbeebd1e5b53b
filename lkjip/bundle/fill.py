"""Filling the folder that becomes a bundle."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from lkjip.bundle import pages, sources
from lkjip.bundle.layout import NOTEBOOKS, TABLES, VALUES

PAGES_CACHE = "halaman"
COMPUTED = (VALUES, f"{NOTEBOOKS}/*.ipynb", f"{TABLES}/*.csv")
"""What of ``_build/<year>`` is published, as patterns."""


def fill(stage: Path, computed: Path, made_from: Mapping[str, bytes]) -> None:
    """Lay everything but the rendered reports into a folder.

    Parameters
    ----------
    stage
        The folder to fill.
    computed
        ``_build/<year>``.
    made_from
        The sources, from `lkjip.bundle.sources.of_project`.
    """
    for pattern in COMPUTED:
        for path in sorted(computed.glob(pattern)):
            target = stage / path.relative_to(computed)
            target.parent.mkdir(exist_ok=True)
            shutil.copyfile(path, target)
    notebooks = sorted((computed / NOTEBOOKS).glob("*.ipynb"))
    pages.write(notebooks, computed / PAGES_CACHE, stage / NOTEBOOKS)
    sources.write(made_from, stage)
