"""The renderers, by name: Quarto when it is installed, the built-in one when it is not."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Collection
from importlib import import_module
from pathlib import Path
from typing import Any

from lkjip.errors import Finding, InputError
from lkjip.i18n import _
from lkjip.installed import version
from lkjip.paths import Project

OnStep = Callable[[int, int, str], None]
Renderer = Callable[[Project, int, dict[str, Any], list[str], Path, OnStep | None], list[Path]]

ENGINES = {"quarto": "lkjip.render.quarto", "builtin": "lkjip.render.builtin"}


def choose(engine: str = "auto") -> str:
    """The renderer to use: ``auto`` takes Quarto when it is on PATH.

    Raises
    ------
    InputError
        When the name is unknown, or Quarto is asked for and not installed.
    """
    if engine == "auto":
        return "quarto" if shutil.which("quarto") else "builtin"
    if engine not in ENGINES:
        raise InputError(
            Finding(
                _("there is no renderer of this name"),
                column="--engine",
                value=engine,
                expected=", ".join(["auto", *ENGINES]),
            )
        )
    if engine == "quarto" and not shutil.which("quarto"):
        raise InputError(
            Finding(
                _("Quarto is not installed, or not on PATH"),
                column="--engine",
                value=engine,
                mend=_("run 'pip install quarto-cli', or leave --engine out"),
            )
        )
    return engine


def load(engine: str) -> Renderer:
    """The render function of a renderer."""
    renderer: Renderer = import_module(ENGINES[engine]).render
    return renderer


def beside(name: str, formats: Collection[str]) -> dict[str, str]:
    """Metadata that tells the web page which other editions the same build puts beside it.

    Parameters
    ----------
    name
        Of the files, without ending.
    formats
        What the build makes.
    """
    return {f"berkas-{kind}": f"{name}.{kind}" for kind in ("pdf", "docx") if kind in formats}


def engine_version(engine: str) -> str:
    """The versions of the programs that a renderer drives."""
    if engine == "builtin":
        return f"pandoc {version('pypandoc_binary')}, typst {version('typst')}"
    done = subprocess.run(["quarto", "--version"], capture_output=True, text=True, check=False)
    return f"quarto {done.stdout.strip()}"
