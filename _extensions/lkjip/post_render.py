"""Quarto runs this after it has rendered: the Word file gets its last form."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def main() -> int:
    try:
        from lkjip.render.word import finish
    except ImportError:
        sys.stderr.write(f"lkjip is not installed for {sys.executable}.\n")
        return 2
    for name in os.environ.get("QUARTO_PROJECT_OUTPUT_FILES", "").splitlines():
        if name.endswith(".docx"):
            finish(Path(name))
    return 0


if __name__ == "__main__":
    sys.exit(main())
