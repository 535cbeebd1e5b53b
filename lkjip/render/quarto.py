"""The Quarto renderer: ``quarto render`` with the year's profile."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from lkjip.errors import InputError, LkjipError
from lkjip.i18n import _
from lkjip.paths import Project
from lkjip.render import beside, narrative, word
from lkjip.render.lock import locked

OnStep = Callable[[int, int, str], None]

FORMATS = {"html": "lkjip-html", "pdf": "lkjip-typst", "docx": "lkjip-docx"}
_PROBLEM = re.compile(r"^\[?(?:ERROR|WARNING|WARN)\b[\]:]?(?: \([^)]*\))?:?\s*(.*)$")
_LUA_ERROR = re.compile(r"^Error running filter .*\n(.*)$", re.MULTILINE)
# The compiler itself has checked the standard; verapdf would do it once more.
_HARMLESS = "verapdf is not installed"
_PLACE = re.compile(r"^.*?\.lua:\d+: ")


def render(
    project: Project,
    year: int,
    config: dict[str, Any],
    formats: list[str],
    target: Path,
    on_step: OnStep | None = None,
) -> list[Path]:
    """Render a year's report with Quarto.

    Parameters and result are those of :func:`lkjip.render.builtin.render`.

    Raises
    ------
    InputError
        When sources are wrong; all findings at once.
    LkjipError
        When Quarto fails, or warns of something that would leave a hole in the report.
    """
    name = str(config.get("output-file") or f"lkjip-{year}")
    settings = {"final": str(bool(config.get("final"))).lower(), **beside(name, formats)}
    known = narrative.Known.read(project.build(year))
    findings = narrative.check(narrative.read(project, year), known)
    if findings:
        raise InputError(findings)
    # One run makes all formats; a choice of formats needs one run for each of them.
    runs: list[list[str]] = [[kind] for kind in formats]
    if set(formats) == set(FORMATS):
        runs = [formats]
    with locked(project.root / "_build" / "quarto.lock"):
        for done, kinds in enumerate(runs, start=1):
            kind = None if len(kinds) > 1 else FORMATS[kinds[0]]
            _quarto(project, year, kind, target, known, settings)
            if on_step:
                on_step(done, len(runs), ", ".join(kinds))
    if "docx" in formats:
        # The project's own script has done it, when _quarto.yml names it.
        word.finish(target / f"{name}.docx")
    return [target / f"{name}.{kind}" for kind in formats]


def _quarto(
    project: Project,
    year: int,
    kind: str | None,
    target: Path,
    known: narrative.Known,
    settings: Mapping[str, str],
) -> None:
    command = [
        "quarto",
        "render",
        "--profile",
        str(year),
        "--no-clean",
        "--output-dir",
        str(target),
    ]
    for key, value in settings.items():
        command += ["--metadata", f"{key}:{value}"]
    if kind:
        command += ["--to", kind]
    environment = {
        "QUARTO_PYTHON": sys.executable,
        "NO_COLOR": "1",
        "LKJIP_EXECUTED": "1",
        "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH") or str(known.epoch),
    }
    done = subprocess.run(
        command,
        cwd=project.root,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    output = done.stdout.decode("utf-8", "replace").replace("\r\n", "\n")
    problems = _problems(output)
    if done.returncode or problems:
        raise LkjipError(
            _("quarto render failed: {message}").format(
                message="\n".join(problems) or output.strip()[-2000:]
            )
        )


def _problems(output: str) -> list[str]:
    """What Quarto complained of, without places in Quarto's own files and without repetition."""
    text = re.sub(r"\x1b\[[\d;]*m", "", output)
    found = [_PLACE.sub("", match[1]) for match in _LUA_ERROR.finditer(text)]
    for line in text.splitlines():
        match = _PROBLEM.match(line.strip())
        if not match or not match[1] or _HARMLESS in match[1]:
            continue
        if not (found and "rendering files" in match[1]):
            found.append(match[1])
    return list(dict.fromkeys(found))
