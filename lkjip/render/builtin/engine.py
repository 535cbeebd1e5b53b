"""The report is read once and written by one pandoc run per format, side by side."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, as_completed
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from lkjip.errors import InputError
from lkjip.paths import Project
from lkjip.render import beside, narrative, word
from lkjip.render.builtin import pdf, reading, unsupported
from lkjip.render.builtin.pandoc import Pandoc
from lkjip.render.source import Source

OnStep = Callable[[int, int, str], None]

_LONGEST_FIRST = ("pdf", "docx", "html")
WRITERS = {"html": "html5", "pdf": "typst", "docx": "docx"}
_FILTER = Path(__file__).with_name("write.lua")
# Tables, charts and styles are in the page already; only these bring in other files.
_EMBEDDED = re.compile(r"!\[|<(?:img|link|script|source|audio|video|object|embed|iframe)\b|url\(")
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
        The merged settings (``_quarto.yml`` and the year's profile); without ``final`` every page
        is marked as a draft.
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
    pandoc = Pandoc(project, year, known.epoch)
    document = reading.read(pandoc, _head(report, config), report.chapters)
    name = str(config.get("output-file") or f"lkjip-{year}")
    embedding = bool(_EMBEDDED.search(report.text))
    settings = {"final": str(bool(config.get("final"))).lower(), **beside(name, formats)}
    metadata = [f"--metadata={key}:{value}" for key, value in settings.items()]
    run = partial(_render_one, pandoc, document, embedding, metadata)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = {
            pool.submit(run, kind, target / f"{name}.{kind}"): kind
            for kind in sorted(formats, key=_LONGEST_FIRST.index)
        }
        for done, job in enumerate(as_completed(jobs), start=1):
            job.result()
            if on_step:
                on_step(done, len(jobs), jobs[job])
    return [target / f"{name}.{kind}" for kind in formats]


def _head(report: narrative.Narrative, config: dict[str, Any]) -> str:
    """The document's metadata: what its front matter says, and the settings."""
    main: Source = next(iter(report.sources.values()))
    front = yaml.safe_load(main.front_matter) or {}
    meta = {key: config[key] for key in _SETTINGS if key in config} | front
    return str(yaml.safe_dump(meta, allow_unicode=True, sort_keys=True))


def _render_one(
    pandoc: Pandoc,
    document: bytes,
    embedding: bool,
    metadata: list[str],
    kind: str,
    target: Path,
) -> None:
    extension = pandoc.project.extension
    options = {
        "html": [
            f"--template={extension / 'html' / 'template.html'}",
            *(["--embed-resources"] if embedding else []),
            "--section-divs",
            "--toc",
            "--toc-depth=5",
        ],
        "pdf": [f"--template={extension / 'typst' / 'template.typ'}"],
        "docx": [
            f"--reference-doc={extension / 'docx' / 'reference.docx'}",
            f"--template={extension / 'docx' / 'template.openxml'}",
        ],
    }[kind]
    text = pandoc.run(
        document,
        "--from=json",
        f"--to={WRITERS[kind]}",
        "--standalone",
        "--wrap=none",
        *metadata,
        f"--lua-filter={_FILTER}",
        f"--output={'-' if kind == 'pdf' else target}",
        *options,
    )
    if kind == "pdf":
        pdf.compile_typst(pandoc.project, text, target)
    elif kind == "docx":
        word.finish(target)
