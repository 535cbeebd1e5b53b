"""What is said of installed packages: their versions, and what they need.

``importlib.metadata`` says the same, but takes longer to be imported, with the email parser that
it reads a package's whole description with, than a build takes to find that nothing changed.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from pathlib import Path

_VERSION = re.compile(r"^Version:[ \t]*(\S+)", re.MULTILINE)
_NEEDED = re.compile(r"^Requires-Dist:[ \t]*(.+?)[ \t]*$", re.MULTILINE)


@cache
def version(name: str) -> str:
    """The version of an installed package, as ``importlib.metadata.version`` gives it.

    Raises
    ------
    ModuleNotFoundError
        When the package is not installed.
    """
    found = _VERSION.search(_head(name))
    if not found:
        raise ModuleNotFoundError(name)
    return found[1]


def requires(name: str) -> list[str]:
    """What an installed package needs, as ``importlib.metadata.requires`` gives it.

    Raises
    ------
    ModuleNotFoundError
        When the package is not installed.
    """
    return _NEEDED.findall(_head(name))


def _head(name: str) -> str:
    """The fields of a package's metadata, without the description below them."""
    folder = _folders().get(_normal(name))
    if folder:
        text = (folder / "METADATA").read_text(encoding="utf-8")
    else:  # not installed, or in another form than that of wheels
        from importlib.metadata import distribution

        text = str(distribution(name).metadata)
    return text.partition("\n\n")[0]


@cache
def _folders() -> dict[str, Path]:
    """Name of an installed package → its ``.dist-info``; the first on the path counts."""
    found: dict[str, Path] = {}
    for place in map(Path, sys.path):
        for folder in sorted(place.glob("*.dist-info")) if place.is_dir() else ():
            found.setdefault(_normal(folder.name.partition("-")[0]), folder)
    return found


def _normal(name: str) -> str:
    """A name as PEP 503 compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()
