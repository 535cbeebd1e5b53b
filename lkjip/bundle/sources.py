"""All that a report is made from: out of a project, or out of a bundle, in one form."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from lkjip.bundle.layout import DATA, SOURCES
from lkjip.paths import Project

_HIDDEN = (".", "__pycache__")


def of_project(project: Project, year: int) -> dict[str, bytes]:
    """The sources of one year's report as a bundle holds them.

    Other years' data, commentary and profiles are left out: they change nothing in this report.

    Parameters
    ----------
    project, year
        Which report.

    Returns
    -------
    dict
        Name in the bundle (``data/2022/sasaran.csv``, ``sumber/report.qmd``) → content.
    """
    root = project.root
    found = {f"{DATA}/{year}/{name}": content for name, content in _tree(project.data / str(year))}
    for path in (project.config, project.profile(str(year)), project.report, root / "LICENSE"):
        if path.is_file():
            found[f"{SOURCES}/{path.name}"] = path.read_bytes()
    for name, content in _tree(project.narasi):
        folder = name.partition("/")[0]
        if not folder.isdigit() or folder == str(year):
            found[f"{SOURCES}/narasi/{name}"] = content
    for path in project.notebooks():
        found[f"{SOURCES}/notebooks/{path.name}"] = without_outputs(path.read_bytes())
    for name, content in _tree(root / "_extensions"):
        found[f"{SOURCES}/_extensions/{name}"] = content
    return found


def of_bundle(folder: Path) -> dict[str, bytes]:
    """The sources that a bundle holds, named as `of_project` names them."""
    return {
        f"{part}/{name}": content
        for part in (DATA, SOURCES)
        for name, content in _tree(folder / part)
    }


def write(sources: Mapping[str, bytes], folder: Path) -> None:
    """Write sources below a folder, under their names in the bundle."""
    for name, content in sources.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def unpack(sources: Mapping[str, bytes], folder: Path) -> Project:
    """Make a project of sources, in an empty folder.

    Parameters
    ----------
    sources
        From `of_project` or `of_bundle`.
    folder
        Becomes the root of the project.
    """
    prefix = f"{SOURCES}/"
    write({name.removeprefix(prefix): content for name, content in sources.items()}, folder)
    return Project(folder.resolve())


def without_outputs(content: bytes) -> bytes:
    """A notebook without the outputs and counters that an editor may have left in it.

    One that has none is given back as it is, and so is a file that is not a notebook.
    """
    try:
        notebook = json.loads(content)
        cells = [cell for cell in notebook["cells"] if cell.get("cell_type") == "code"]
    except (ValueError, KeyError, TypeError):
        return content
    if not any(cell.get("outputs") or cell.get("execution_count") for cell in cells):
        return content
    for cell in cells:
        cell.update(outputs=[], execution_count=None)
    return (json.dumps(notebook, ensure_ascii=False, indent=1) + "\n").encode()


def _tree(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(_HIDDEN) for part in name.parts):
            yield name.as_posix(), path.read_bytes()
