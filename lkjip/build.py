"""A year's report from data to ``output/<year>``, doing only what is needed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lkjip
from lkjip import publish, render
from lkjip.config import fiscal_year, load_config
from lkjip.errors import Finding, InputError
from lkjip.execute import Executed, OnStep, execute
from lkjip.execute.fingerprint import digest, digest_file, digest_folder
from lkjip.i18n import _
from lkjip.paths import Project

FORMATS = ("html", "pdf", "docx")
MANIFEST = "manifest.json"
# What is published beside the report itself: folder or file of _build → name in output.
BESIDE = ("nilai.json", "notebooks", "tabel")


@dataclass(frozen=True)
class Built:
    """What a build did.

    Attributes
    ----------
    year, folder
        The report and where it lies.
    engine
        The renderer: ``"quarto"`` or ``"builtin"``.
    executed
        The notebooks that ran, and those whose results still held.
    unchanged
        True when the published report was already the right one and was left alone.
    """

    year: int
    folder: Path
    engine: str
    executed: Executed
    unchanged: bool


def build(
    project: Project,
    year: int,
    formats: Sequence[str] = FORMATS,
    engine: str = "auto",
    jobs: int | None = None,
    output: Path | None = None,
    on_notebook: OnStep | None = None,
    on_format: OnStep | None = None,
) -> Built:
    """Build the report of one fiscal year.

    Parameters
    ----------
    project, year
        Which report.
    formats
        Some of ``html``, ``pdf``, ``docx``.
    engine
        ``auto`` (Quarto when it is installed), ``quarto`` or ``builtin``.
    jobs
        How many notebooks run at the same time.
    output
        Folder that receives ``<year>/``; by default the project's ``output``.
    on_notebook, on_format
        Called as ``f(done, total, name)`` when a notebook or a format is finished.

    Raises
    ------
    InputError
        Bad data, notebooks, narrative or settings; nothing is published then.
    """
    config = load_config(project, str(year))
    if fiscal_year(project, config) != year:
        raise InputError(_wrong_profile(project, year, config))
    chosen = render.choose(engine)
    executed = execute(project, year, jobs, on_notebook)
    target = output.resolve() / str(year) if output else project.output(year)
    inputs = _inputs(project, executed.folder, chosen, formats)
    if _published(target) == inputs:
        return Built(year, target, chosen, executed, unchanged=True)
    renderer = render.load(chosen)
    with publish.replacing(target) as stage:
        renderer(project, year, config, list(formats), stage, on_format)
        for name in BESIDE:
            source = executed.folder / name
            if source.is_dir():
                shutil.copytree(source, stage / name)
            else:
                shutil.copy2(source, stage / name)
        _write_manifest(stage, year, chosen, inputs)
    return Built(year, target, chosen, executed, unchanged=False)


def _inputs(project: Project, computed: Path, engine: str, formats: Sequence[str]) -> str:
    """Fingerprint of all that the published files depend on."""
    own = Path(lkjip.__file__).parent
    parts = [
        lkjip.__version__,
        engine,
        ",".join(sorted(formats)),
        render.engine_version(engine),
        digest_folder(computed, (*BESIDE[:1], "notebooks/*.ipynb", "tabel/*", "gambar/*")),
        digest_file(project.report),
        digest_folder(project.narasi),
        digest_folder(project.extension),
        *(digest_file(path) for path in sorted(project.root.glob("_quarto*.yml"))),
        digest_folder(own / "render"),
        digest_file(Path(__file__)),
    ]
    return digest(parts)


def _published(target: Path) -> str | None:
    """The fingerprint of a published report, if every file is still as it was written."""
    try:
        manifest = json.loads((target / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return manifest.get("inputs") if manifest.get("files") == _digests(target) else None


def _write_manifest(folder: Path, year: int, engine: str, inputs: str) -> None:
    manifest = {
        "tahun": year,
        "lkjip": lkjip.__version__,
        "engine": engine,
        "inputs": inputs,
        "files": _digests(folder),
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8", newline="\n")


def _digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): digest_file(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


def _wrong_profile(project: Project, year: int, config: dict[str, Any]) -> Finding:
    return Finding(
        _("the profile of {year} names another fiscal year").format(year=year),
        file=project.profile(str(year)).name,
        column="fiscal-year",
        value=str(config.get("fiscal-year")),
        expected=str(year),
        mend=_("write fiscal-year: {year} in that file").format(year=year),
    )
