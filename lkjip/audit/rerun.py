"""A report made once more from its sources, in a place of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from lkjip import render
from lkjip.bundle import sources, versions
from lkjip.bundle.fill import fill
from lkjip.bundle.manifest import Made
from lkjip.config import load_config
from lkjip.errors import InputError, LkjipError
from lkjip.execute import OnStep, execute
from lkjip.paths import Project

# Programs that only the engine of the report can tell the version of.
_OF_ENGINE = ("Quarto", "pandoc", "Typst")


@dataclass(frozen=True)
class Rerun:
    """What came out.

    Attributes
    ----------
    computed
        The numbers: ``_build/<year>``; None when the notebooks did not run.
    published
        The report made anew; None when it was not rendered.
    versions
        Of the programs and packages that made it, as far as they can be compared.
    engine_missing
        The engine that the report was made with is not installed here.
    failure
        Why the notebooks did not run or the report was not rendered.
    """

    computed: Path | None
    published: Path | None
    versions: Mapping[str, str]
    engine_missing: bool = False
    failure: str | None = None


def rerun(
    made_from: Mapping[str, bytes],
    made: Made,
    folder: Path,
    jobs: int | None = None,
    on_notebook: OnStep | None = None,
    on_format: OnStep | None = None,
) -> Rerun:
    """Run all notebooks in fresh kernels, and render the report as it was rendered.

    Parameters
    ----------
    made_from
        The sources, from `lkjip.bundle.sources`.
    made
        How the report was made: year, engine, formats, final or draft.
    folder
        An empty folder that the caller removes.
    jobs, on_notebook, on_format
        As for `lkjip.build.build`.
    """
    missing = not _available(made.engine)
    now = _versions(made.engine, missing)
    computed: Path | None = None
    try:
        project = sources.unpack(made_from, folder / "proyek")
        computed = execute(project, made.year, jobs, on_notebook).folder
        if missing:
            return Rerun(computed, None, now, engine_missing=True)
        published = _render(project, made, computed, folder / "hasil", on_format)
    except LkjipError as error:
        return Rerun(computed, None, now, missing, str(error))
    return Rerun(computed, published, now)


def _render(
    project: Project, made: Made, computed: Path, folder: Path, on_format: OnStep | None
) -> Path:
    """Render as `lkjip.build.build` does, whatever the check finds.

    What the check refuses to publish is just what an audit has to show: data that were touched
    so that they no longer fit together.
    """
    folder.mkdir()
    config = load_config(project, str(made.year)) | {"final": made.final}
    renderer = render.load(made.engine)
    renderer(project, made.year, config, list(made.formats), folder, on_format)
    fill(folder, computed, sources.of_project(project, made.year))
    return folder


def _available(engine: str) -> bool:
    try:
        return render.choose(engine) == engine
    except InputError:
        return False


def _versions(engine: str, missing: bool) -> dict[str, str]:
    found = versions.collect("builtin" if missing else engine)
    if missing:
        return {name: version for name, version in found.items() if name not in _OF_ENGINE}
    return found


Maker = Callable[[Mapping[str, bytes], Made, Path], Rerun]
"""What makes a report anew: `rerun` with its options filled in."""
