"""One pandoc run per format, side by side."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, as_completed
from functools import partial
from pathlib import Path
from typing import Any

import pypandoc
import yaml

from lkjip.errors import InputError, LkjipError
from lkjip.i18n import _
from lkjip.paths import Project
from lkjip.render import narrative
from lkjip.render.builtin import pdf, unsupported
from lkjip.render.source import Source

OnStep = Callable[[int, int, str], None]

WRITERS = {"html": "html5", "pdf": "typst", "docx": "docx"}
_FILTERS = Path(__file__).parent
# Room for pandoc's allocations between two clean-ups: a sixth less time.
_MEMORY = ("+RTS", "-A64m", "-RTS")
_SETTINGS = ("title", "subtitle", "author", "lang", "description", "keywords", "fiscal-year")


def render(
    project: Project,
    year: int,
    config: dict[str, Any],
    formats: list[str],
    target: Path,
    on_step: OnStep | None = None,
) -> list[Path]:
    """Render a year's report without Quarto.

    Parameters
    ----------
    project
        The project folder; ``_build/<year>`` must hold the outputs of the notebooks.
    year
        The fiscal year.
    config
        The merged settings (``_quarto.yml`` and the year's profile).
    formats
        Any of ``"html"``, ``"pdf"``, ``"docx"``.
    target
        The folder that receives the files.
    on_step
        Called with steps done, steps in all and the name of the step.

    Returns
    -------
    list of Path
        The files made, in the order of ``formats``.

    Raises
    ------
    InputError
        When sources are wrong or use what only Quarto knows; all findings at once.
    LkjipError
        When pandoc or Typst refuses the document.
    """
    report = narrative.read(project, year)
    known = narrative.Known.read(project.build(year))
    findings = narrative.check(report, known) + unsupported.check(report, config)
    if findings:
        raise InputError(findings)
    document = _document(report, config)
    name = str(config.get("output-file") or f"lkjip-{year}")
    run = partial(_render_one, project, year, known.epoch, document)
    with ThreadPoolExecutor() as pool:
        jobs = {pool.submit(run, kind, target / f"{name}.{kind}"): kind for kind in formats}
        for done, job in enumerate(as_completed(jobs), start=1):
            job.result()
            if on_step:
                on_step(done, len(jobs), jobs[job])
    return [target / f"{name}.{kind}" for kind in formats]


def _document(report: narrative.Narrative, config: dict[str, Any]) -> bytes:
    """The whole report as one Markdown text, with its metadata at the head."""
    main: Source = next(iter(report.sources.values()))
    front = yaml.safe_load(main.front_matter) or {}
    meta = {key: config[key] for key in _SETTINGS if key in config} | front
    head = yaml.safe_dump(meta, allow_unicode=True, sort_keys=True)
    return f"---\n{head}---\n\n{report.text}".encode()


def _render_one(
    project: Project, year: int, epoch: int, document: bytes, kind: str, target: Path
) -> None:
    extension = project.extension
    options = {
        "html": [
            f"--template={extension / 'html' / 'template.html'}",
            "--embed-resources",
            "--section-divs",
            "--toc",
            "--toc-depth=3",
        ],
        "pdf": [f"--template={extension / 'typst' / 'template.typ'}"],
        "docx": [
            f"--reference-doc={extension / 'docx' / 'reference.docx'}",
            f"--template={extension / 'docx' / 'template.openxml'}",
        ],
    }[kind]
    output = "-" if kind == "pdf" else str(target)
    options = [f"--to={WRITERS[kind]}", "--standalone", f"--output={output}", *options]
    text = _pandoc(project, year, epoch, document, options)
    if kind == "pdf":
        pdf.compile_typst(project, text, target)


def _pandoc(project: Project, year: int, epoch: int, document: bytes, options: list[str]) -> bytes:
    environment = {
        "LKJIP_EXTENSION": str(project.extension),
        "LKJIP_PROJECT": str(project.root),
        "LKJIP_PROFILE": str(year),
        "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH") or str(epoch),
    }
    done = subprocess.run(
        [
            pypandoc.get_pandoc_path(),
            *_MEMORY,
            "--from=markdown-auto_identifiers",
            "--wrap=none",
            f"--lua-filter={_FILTERS / 'quarto.lua'}",
            *options,
        ],
        input=document,
        cwd=project.root,
        env=os.environ | environment,
        capture_output=True,
        check=False,
    )
    messages = done.stderr.decode("utf-8", "replace").strip()
    if done.returncode or messages:
        raise LkjipError(_("pandoc: {message}").format(message=_plain(messages)))
    return done.stdout


def _plain(messages: str) -> str:
    """A Lua error without the paths and the stack of calls."""
    text = messages.split("\nstack traceback:")[0]
    text = re.sub(r"^Error running filter [^\n]*:\n", "", text)
    return re.sub(r"^[^\n]*?\.lua:\d+: ", "", text).strip()
