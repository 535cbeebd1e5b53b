"""Filling the folder that becomes a bundle."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from lkjip.bundle import manifest, pages, sources
from lkjip.bundle.layout import NOTEBOOKS, TABLES, VALUES
from lkjip.bundle.manifest import Made

PAGES_CACHE = "halaman"
COMPUTED = (VALUES, f"{NOTEBOOKS}/*.ipynb", f"{TABLES}/*.csv")
"""What of ``_build/<year>`` is published, as patterns."""


def fill(stage: Path, computed: Path, made_from: Mapping[str, bytes], made: Made) -> None:
    """Lay everything beside the rendered reports, and describe it.

    Parameters
    ----------
    stage
        The folder to fill; it holds the reports already.
    computed
        ``_build/<year>``.
    made_from
        The sources, from `lkjip.bundle.sources.of_project`.
    made
        How the report was made.
    """
    for pattern in COMPUTED:
        for path in sorted(computed.glob(pattern)):
            target = stage / path.relative_to(computed)
            target.parent.mkdir(exist_ok=True)
            shutil.copyfile(path, target)
    notebooks = sorted((computed / NOTEBOOKS).glob("*.ipynb"))
    pages.write(notebooks, computed / PAGES_CACHE, stage / NOTEBOOKS)
    sources.write(made_from, stage)
    manifest.write(stage, made)
