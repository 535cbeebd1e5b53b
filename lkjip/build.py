"""A year's report from data to ``output/<year>``, doing only what is needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lkjip
from lkjip import publish, render
from lkjip.bundle import git, manifest, sources
from lkjip.bundle.bundle import up_to_date
from lkjip.bundle.fill import fill
from lkjip.bundle.layout import is_final
from lkjip.bundle.manifest import Made
from lkjip.bundle.versions import collect
from lkjip.check.remembered import refuse_unexplained, remembered
from lkjip.check.summary import Summary
from lkjip.config import fiscal_year, load_config
from lkjip.errors import Finding, InputError
from lkjip.execute import Executed, OnStep, execute
from lkjip.execute.fingerprint import digest, digest_folder
from lkjip.execute.state import outputs
from lkjip.i18n import _
from lkjip.paths import Project

FORMATS = ("html", "pdf", "docx")


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
    checked
        What the check found, in numbers.
    unchanged
        True when the published report was already the right one and was left alone.
    final
        Whether it is the report as it is published, and no draft.
    replaced_final
        Whether a draft took the place of a final report.
    """

    year: int
    folder: Path
    engine: str
    executed: Executed
    checked: Summary
    unchanged: bool
    final: bool
    replaced_final: bool = False


def build(
    project: Project,
    year: int,
    formats: Sequence[str] = FORMATS,
    engine: str = "auto",
    jobs: int | None = None,
    output: Path | None = None,
    final: bool = False,
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
    final
        The report as it is published, with a checksum file, and not a draft.
    on_notebook, on_format
        Called as ``f(done, total, name)`` when a notebook or a format is finished.

    Raises
    ------
    InputError
        Bad data, notebooks, narrative or settings; nothing is published then.
    Refused
        When the report is to be final, and an error that the check finds is not explained.
    """
    config = load_config(project, str(year))
    if fiscal_year(project, config) != year:
        raise InputError(_wrong_profile(project, year, config))
    chosen = render.choose(engine)
    executed = execute(project, year, jobs, on_notebook)
    target = output.resolve() / str(year) if output else project.output(year)
    made_from = sources.of_project(project, year)
    inputs = _inputs(made_from, executed.folder, chosen, formats, final)
    commit = git.state(project.root)
    # Beside the renderers, which are programs of their own; a final waits for the check.
    with ThreadPoolExecutor(1) as beside:
        check = beside.submit(remembered, project, year, executed.folder, made_from)
        if final:
            refuse_unexplained(check.result())
        if up_to_date(target, inputs, commit):
            return Built(year, target, chosen, executed, check.result(), True, final)

        was_final = is_final(target)
        renderer = render.load(chosen)
        with publish.replacing(target) as stage:
            filled = beside.submit(fill, stage, executed.folder, made_from)
            versions = beside.submit(collect, chosen)
            try:
                renderer(project, year, config | {"final": final}, list(formats), stage, on_format)
            finally:
                wait([filled])  # nobody writes into a folder that is published or removed
            filled.result()
            checked = check.result()
            manifest.write(
                stage, Made(year, chosen, tuple(formats), final, inputs, versions.result(), commit)
            )
    replaced = was_final and not final
    return Built(year, target, chosen, executed, checked, False, final, replaced)


def _inputs(
    made_from: Mapping[str, bytes],
    computed: Path,
    engine: str,
    formats: Sequence[str],
    final: bool,
) -> str:
    """Fingerprint of all that the published files depend on."""
    own = Path(lkjip.__file__).parent
    parts: list[bytes | str] = [
        lkjip.__version__,
        engine,
        ",".join(sorted(formats)),
        "final" if final else "draft",
        render.engine_version(engine),
        outputs(computed),
        digest_folder(own / "render"),
        digest_folder(own / "bundle"),
        Path(__file__).read_bytes(),
    ]
    for name, content in made_from.items():
        parts += [name, content]
    return digest(parts)


def _wrong_profile(project: Project, year: int, config: dict[str, Any]) -> Finding:
    return Finding(
        _("the profile of {year} names another fiscal year").format(year=year),
        file=project.profile(str(year)).name,
        column="fiscal-year",
        value=str(config.get("fiscal-year")),
        expected=str(year),
        mend=_("write fiscal-year: {year} in that file").format(year=year),
    )
