"""From data to ``_build``: notebooks side by side, and only those that something changed for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lkjip.errors import Finding, InputError
from lkjip.execute import fingerprint
from lkjip.execute.catatan import write_catatan
from lkjip.execute.state import FILE, State, outputs
from lkjip.i18n import _
from lkjip.paths import Project

if TYPE_CHECKING:
    from nbformat import NotebookNode

OnStep = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Executed:
    """What an execution did.

    Attributes
    ----------
    folder
        ``_build/<year>``.
    ran, reused
        Names of the notebooks that were run, and of those whose result still holds.
    """

    folder: Path
    ran: list[str]
    reused: list[str]


def execute(
    project: Project, year: int, jobs: int | None = None, on_step: OnStep | None = None
) -> Executed:
    """Bring ``_build/<year>`` up to date.

    Parameters
    ----------
    project, year
        Which report.
    jobs
        How many notebooks run at the same time; by default as many as there are cores.
    on_step
        Called as ``on_step(done, total, name)`` when a notebook is finished.

    Raises
    ------
    InputError
        Bad data (all findings at once), a notebook without the right parameters, a cell that
        raises.
    LkjipError
        When a kernel dies.
    """
    notebooks = project.notebooks()
    if not notebooks:
        raise InputError(Finding(_("there are no notebooks"), file="notebooks/"))
    folder = project.build(year)
    write_catatan(project.data / str(year), folder)
    parameters, wanted = _parameters(project, year), _wanted(project, year)
    state = State.read(folder)
    if state.holds(folder, wanted):
        return Executed(folder, [], [path.stem for path in notebooks])

    # Imported here: a build that computes nothing does without the code that computes.
    from lkjip.data.folder import read_year

    read_year(project.data, year)
    todo = [
        path
        for path in notebooks
        if state.notebooks.get(path.name) != wanted[path.name]
        or not (folder / "notebooks" / path.name).exists()
    ]
    if todo:
        _run(project, folder, todo, parameters, jobs, _Recorder(folder, state, wanted, on_step))
    _extract(project, folder, notebooks)
    State(wanted, outputs(folder)).write(folder)
    return Executed(
        folder,
        [path.stem for path in todo],
        [path.stem for path in notebooks if path not in todo],
    )


def is_current(project: Project, year: int) -> bool:
    """Whether ``_build/<year>`` holds what the notebooks make of the data as it is now.

    Parameters
    ----------
    project, year
        Which report.
    """
    folder = project.build(year)
    return (folder / FILE).exists() and State.read(folder).holds(folder, _wanted(project, year))


def _parameters(project: Project, year: int) -> dict[str, Any]:
    # Relative, so that an executed notebook holds no path of the machine that ran it.
    return {"fiscal_year": year, "data_dir": project.relative(project.data)}


def _wanted(project: Project, year: int) -> dict[str, str]:
    """Fingerprints of what the notebooks are to make, by name."""
    parameters = _parameters(project, year)
    data = fingerprint.digest_folder(project.data / str(year), without=fingerprint.NOT_DATA)
    return {path.name: fingerprint.notebook(path, data, parameters) for path in project.notebooks()}


@dataclass
class _Recorder:
    """Keeps each finished notebook at once, so that a build that fails later is not in vain."""

    folder: Path
    state: State
    wanted: dict[str, str]
    on_step: OnStep | None
    finished: int = 0
    total: int = 0

    def __call__(self, path: Path, executed: NotebookNode) -> None:
        import nbformat

        target = self.folder / "notebooks" / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        text = nbformat.writes(executed)
        target.write_text(text + "\n", encoding="utf-8", newline="\n")
        self.state.notebooks[path.name] = self.wanted[path.name]
        self.state.outputs = None
        self.state.write(self.folder)
        self.finished += 1
        if self.on_step:
            self.on_step(self.finished, self.total, path.stem)


def _run(
    project: Project,
    folder: Path,
    todo: list[Path],
    parameters: dict[str, Any],
    jobs: int | None,
    recorder: _Recorder,
) -> None:
    from lkjip.execute.pool import run_all

    # A notebook that is about to be written again counts as not done until it is.
    for path in todo:
        recorder.state.notebooks.pop(path.name, None)
    recorder.total = len(todo)
    recorder.state.outputs = None
    recorder.state.write(folder)
    run_all(project, todo, parameters, jobs, recorder)


def _extract(project: Project, folder: Path, notebooks: list[Path]) -> None:
    import nbformat

    from lkjip.execute.extract import Extract

    extract = Extract()
    for path in notebooks:
        executed = nbformat.read(folder / "notebooks" / path.name, as_version=4)
        extract.add(project.relative(path), executed)
    extract.write(folder)
    names = {path.name for path in notebooks}
    for stale in (folder / "notebooks").glob("*.ipynb"):
        if stale.name not in names:
            stale.unlink()
