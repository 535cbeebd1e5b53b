"""Notebooks side by side: each in a fresh kernel, all findings together, none left running."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from lkjip.errors import Finding, InputError
from lkjip.execute import notebook
from lkjip.execute.kernel import Kernels
from lkjip.paths import Project


def run_all(
    project: Project,
    paths: list[Path],
    parameters: dict[str, Any],
    jobs: int | None,
    on_done: Callable[[Path, NotebookNode], None],
) -> None:
    """Run notebooks, as many at a time as there are cores (or ``jobs``).

    Parameters
    ----------
    on_done
        Called in this thread with each notebook that succeeded, in the order they finish.

    Raises
    ------
    InputError
        What is wrong with the parameters or the cells of all notebooks.
    LkjipError
        When a kernel dies, or cannot be started.
    """
    findings = [
        finding
        for path in paths
        for finding in notebook.check_parameters(project, path, parameters)
    ]
    if findings:
        raise InputError(findings)
    kernels = Kernels()

    def run(path: Path) -> tuple[Path, NotebookNode]:
        return path, notebook.run(project, path, parameters, kernels)

    pool = ThreadPoolExecutor(max_workers=jobs or os.cpu_count() or 1)
    # The longest first, so that no core waits for a late starter.
    running: set[Future[tuple[Path, NotebookNode]]] = {
        pool.submit(run, path) for path in sorted(paths, key=lambda path: -path.stat().st_size)
    }
    failures: list[BaseException] = []
    try:
        while running:
            ended, running = wait(running, return_when=FIRST_COMPLETED)
            for future in ended:
                error = future.exception()
                if error is None:
                    on_done(*future.result())
                else:
                    failures.append(error)
    except BaseException:
        kernels.stop()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        kernels.close()
    _raise_together(failures)


def _raise_together(failures: list[BaseException]) -> None:
    findings: list[Finding] = []
    for failure in failures:
        if not isinstance(failure, InputError):
            raise failure
        findings += failure.findings
    if findings:
        raise InputError(sorted(findings, key=lambda finding: finding.file or "")) from failures[0]
