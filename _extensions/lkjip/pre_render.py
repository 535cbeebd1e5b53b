"""Quarto runs this before it renders: the notebooks of the year, as far as anything has changed."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def main() -> int:
    if os.environ.get("LKJIP_EXECUTED"):
        return 0  # lkjip started Quarto and has just run the notebooks itself
    try:
        from lkjip.cli import app
        from lkjip.config import fiscal_year, load_config
        from lkjip.errors import LkjipError
        from lkjip.paths import Project
    except ImportError:
        sys.stderr.write(
            f"lkjip is not installed for {sys.executable}.\n"
            "Install it there, or set QUARTO_PYTHON to the Python that has it.\n"
        )
        return 2
    project = Project(Path(os.environ.get("QUARTO_PROJECT_DIR") or Path.cwd()))
    try:
        year = fiscal_year(project, load_config(project))
    except LkjipError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    app(["execute", str(year)], prog_name="lkjip")  # exits with lkjip's own code
    return 0


if __name__ == "__main__":
    sys.exit(main())
