"""Versions of installed packages."""

from __future__ import annotations

import re
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution

_VERSION = re.compile(r"^Version:[ \t]*(\S+)", re.MULTILINE)


@cache
def version(name: str) -> str:
    """The version of an installed package, as ``importlib.metadata.version`` gives it.

    That function parses the package's whole description; a build asks for twenty packages.

    Raises
    ------
    importlib.metadata.PackageNotFoundError
        When the package is not installed.
    """
    found = _VERSION.search(distribution(name).read_text("METADATA") or "")
    if not found:
        raise PackageNotFoundError(name)
    return found[1]
