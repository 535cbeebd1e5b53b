"""One notebook: checked, run by papermill in a fresh kernel, its failures put into words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import nbformat
import papermill
from nbclient.exceptions import DeadKernelError
from nbformat import NotebookNode
from papermill.exceptions import PapermillExecutionError

from lkjip.errors import Finding, InputError, LkjipError
from lkjip.execute.kernel import KERNEL_NAME, Kernels, KernelStartError
from lkjip.i18n import _
from lkjip.paths import Project

PARAMETERS_TAG = "parameters"
INJECTED_TAG = "injected-parameters"
_LABEL = re.compile(r"^#\|\s*label:\s*(\S+)\s*$", re.MULTILINE)
_DATA_USE = re.compile(r"\bdata\.([a-z_]+)\b")


def read(path: Path) -> NotebookNode:
    """A notebook as it will be run: whatever kernel an editor noted in it, it is Python."""
    content: NotebookNode = nbformat.read(path, as_version=4)
    content.metadata["kernelspec"] = {
        "name": KERNEL_NAME,
        "display_name": "Python 3",
        "language": "python",
    }
    return content


def label(cell: dict[str, Any]) -> str | None:
    """The ``#| label:`` of a code cell."""
    match = _LABEL.search(cell["source"])
    return match.group(1) if match else None


def check_parameters(project: Project, path: Path, parameters: dict[str, Any]) -> list[Finding]:
    """Compare a notebook's ``parameters`` cell with what it will be given.

    papermill itself only warns when a parameter is unknown or the cell is missing, and the
    notebook would then compute another year.
    """
    name = project.relative(path)
    content = read(path)
    tagged = [cell for cell in content.cells if PARAMETERS_TAG in cell.metadata.get("tags", [])]
    expected = ", ".join(parameters)
    if len(tagged) != 1:
        return [
            Finding(
                _("the notebook has {count} cells tagged 'parameters'").format(count=len(tagged)),
                file=name,
                expected=_("exactly one, which sets: {names}").format(names=expected),
                mend=_("give the cell that sets the parameters the tag 'parameters'"),
            )
        ]
    declared = papermill.inspect_notebook(content)
    findings = [
        Finding(
            _("the notebook has no parameter of this name"),
            file=name,
            column=parameter,
            expected=_("a cell tagged 'parameters' which sets: {names}").format(names=expected),
            mend=_("add a line '{name} = None' to that cell").format(name=parameter),
        )
        for parameter in parameters
        if parameter not in declared
    ]
    findings += [
        Finding(
            _("the notebook asks for a parameter that nobody gives it"),
            file=name,
            column=parameter,
            expected=_("only: {names}").format(names=expected),
            mend=_("remove it from the cell tagged 'parameters', or compute it in another cell"),
        )
        for parameter in declared
        if parameter not in parameters
    ]
    return findings


def run(project: Project, path: Path, parameters: dict[str, Any], kernels: Kernels) -> NotebookNode:
    """Run a notebook and give it back with its outputs, without volatile metadata.

    Raises
    ------
    InputError
        When a cell raises: which notebook, which cell, the error, the data it looked at.
    LkjipError
        When the kernel dies, or cannot be started.
    """
    try:
        executed = papermill.execute_notebook(
            read(path),
            None,
            parameters=parameters,
            kernel_name=KERNEL_NAME,
            progress_bar=False,
            kernel_manager_class=kernels.manager_class(),
            resources={"metadata": {"path": str(project.root)}},
            shutdown_kernel="immediate",
        )
    except PapermillExecutionError as error:
        raise InputError(_explain(project, path, error)) from error
    except KernelStartError as error:
        raise LkjipError(
            _("{notebook}: the kernel died before it could start ({error}); build again").format(
                notebook=project.relative(path), error=error
            )
        ) from error
    except DeadKernelError as error:
        raise LkjipError(
            _("{notebook}: the kernel died before the notebook was finished; build again").format(
                notebook=project.relative(path)
            )
        ) from error
    return normalise(executed)


def normalise(executed: NotebookNode) -> NotebookNode:
    """Take out what differs from run to run: times, durations, random cell ids."""
    executed.metadata.pop("papermill", None)
    for cell in executed.cells:
        for key in ("papermill", "execution"):
            cell.metadata.pop(key, None)
        if INJECTED_TAG in cell.metadata.get("tags", []):
            cell["id"] = INJECTED_TAG
    nbformat.validate(executed)
    return executed


def _explain(project: Project, path: Path, error: PapermillExecutionError) -> Finding:
    # papermill counts its injected cell; the reader counts the cells of the file.
    sources = [cell.source for cell in read(path).cells]
    position = (sources.index(error.source) if error.source in sources else error.cell_index) + 1
    used = sorted(set(_DATA_USE.findall(error.source)) - {"instansi", "tahun", "folder"})
    named = label({"source": error.source})
    return Finding(
        _("cell {cell} raised {error}").format(
            cell=f"{position} ({named})" if named else position,
            error=f"{error.ename}: {error.evalue}".strip(),
        ),
        file=project.relative(path),
        row=position,
        value=_failing_line(error),
        expected=_("a cell that runs; it looked at: {data}").format(
            data=", ".join(f"{name}.csv" for name in used) or _("values of earlier cells")
        ),
        mend=_("open the notebook in Jupyter, run all cells, and mend the cell or the data"),
    )


def _failing_line(error: PapermillExecutionError) -> str | None:
    text = re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(error.traceback))
    lines = re.findall(r"^-+> *\d+ (.*)$", text, re.MULTILINE)
    return lines[0].strip() if lines else None
