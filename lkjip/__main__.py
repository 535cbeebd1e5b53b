"""``python -m lkjip`` and the ``lkjip`` command."""

from __future__ import annotations

import sys

from lkjip.i18n import _


def main() -> None:
    """Run the command line."""
    try:
        from lkjip.cli import app

        app(prog_name="lkjip")
    except ModuleNotFoundError as error:
        if "--debug" in sys.argv:
            raise
        print(_missing(error.name or str(error)), file=sys.stderr)
        sys.exit(2)


def _missing(name: str) -> str:
    return _(
        "{name} is not installed for {python}; activate the environment that README.md sets up "
        "(.venv), or install lkjip there"
    ).format(name=name, python=sys.executable)


if __name__ == "__main__":
    main()
