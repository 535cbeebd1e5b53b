"""Kernels: how they are reached, and what a failed start says."""

import sys
import tempfile
from pathlib import Path

import pytest
from jupyter_client.kernelspec import KernelSpec

from lkjip.errors import LkjipError
from lkjip.execute import execute
from lkjip.execute.kernel import Kernels, OwnKernelManager
from lkjip.paths import Project

from .conftest import value_cell, write_notebook


@pytest.fixture
def temporary(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path_factory.mktemp("t")
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_a_kernel_that_cannot_start_is_told(
    small: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = KernelSpec(argv=[sys.executable, "-c", "raise SystemExit(1)"])
    monkeypatch.setattr(OwnKernelManager, "kernel_spec", broken)
    write_notebook(small, "01-a", value_cell("a", "1"))
    with pytest.raises(LkjipError, match=r"01-a\.ipynb: the kernel died before it could start"):
        execute(small, 2022)


@pytest.mark.skipif(sys.platform == "win32", reason="kernels use TCP on Windows")
def test_each_kernel_has_sockets_of_its_own(temporary: Path) -> None:
    kernels = Kernels()
    manager = kernels.manager_class()
    first, second = manager(), manager()
    assert first.transport == second.transport == "ipc"
    assert first.ip != second.ip
    kernels.close()
    assert not list(temporary.iterdir())


def test_a_folder_whose_name_is_too_long_for_a_socket_leaves_tcp(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = temporary / ("x" * 120)
    deep.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(deep))
    kernels = Kernels()
    assert kernels.manager_class()().transport == "tcp"
    kernels.close()


def test_nothing_is_left_in_the_temporary_folder(small: Project, temporary: Path) -> None:
    write_notebook(small, "01-a", value_cell("a", "1"))
    assert execute(small, 2022).ran == ["01-a"]
    assert not list(temporary.iterdir())
