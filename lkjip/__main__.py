"""``python -m lkjip`` and the ``lkjip`` command."""

from __future__ import annotations

from lkjip.cli import app


def main() -> None:
    """Run the command line."""
    app(prog_name="lkjip")


if __name__ == "__main__":
    main()
