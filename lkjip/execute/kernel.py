"""The kernel that runs a notebook: this very Python, whatever kernels the user has installed."""

from __future__ import annotations

import sys
import tempfile
import threading
from pathlib import Path
from typing import Any

import zmq
from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from traitlets import Type

KERNEL_NAME = "python3"
# `python -m ipykernel_launcher`, sooner ready. Nobody debugs a notebook here, so the debugger is
# not loaded; and garbage is looked for less often, since all that is loaded stays.
_START = """\
import gc, runpy, sys
gc.set_threshold(50_000)
sys.modules["debugpy"] = None
runpy.run_module("ipykernel_launcher", run_name="__main__")
"""


class KernelStartError(Exception):
    """The kernel ended, or stayed silent, before it had answered once."""


class OwnKernelClient(AsyncKernelClient):
    """A client that tells a failed start from any other RuntimeError."""

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        try:
            await super().wait_for_ready(timeout)
        except RuntimeError as error:
            raise KernelStartError(str(error)) from error


class OwnKernelManager(AsyncKernelManager):
    """A kernel manager that does not look for kernel specifications on the machine.

    A specification called ``python3`` in the user's folder may belong to another Python, without
    lkjip or with another pandas; the numbers must come from the environment that was installed.
    """

    client_factory = Type(OwnKernelClient)

    def __init__(self, **traits: Any) -> None:
        # On a shared machine others must not be able to read along.
        encryption = "auto" if zmq.has("curve") else "disabled"
        super().__init__(transport_encryption=encryption, **traits)

    @property
    def kernel_spec(self) -> KernelSpec:
        return KernelSpec(
            argv=[sys.executable, "-c", _START, "-f", "{connection_file}"],
            display_name="Python 3",
            language="python",
            metadata={"supported_encryption": "curve"},
        )


class Kernels:
    """The kernels of one execution, so that an interrupted build can end them all."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._managers: list[OwnKernelManager] = []
        self._stopped = False
        self._sockets = tempfile.TemporaryDirectory(prefix="lkjip-", ignore_cleanup_errors=True)

    def manager_class(self) -> type[OwnKernelManager]:
        """The class that papermill instantiates for each notebook; its instances register here."""
        kernels = self

        class Registered(OwnKernelManager):
            def __init__(self, **traits: Any) -> None:
                super().__init__(**traits, **kernels._add(self))

        return Registered

    def _add(self, manager: OwnKernelManager) -> dict[str, str]:
        with self._lock:
            if self._stopped:
                raise KernelStartError("the build was interrupted")
            self._managers.append(manager)
            return self._transport(len(self._managers))

    def _transport(self, number: int) -> dict[str, str]:
        # A TCP port is only looked up here and bound in the kernel, and in between a kernel of
        # another process can take it. Socket files in a folder of one's own cannot be taken.
        # Windows, and a temporary folder with a very long name, are left with TCP.
        path = str(Path(self._sockets.name, str(number)))
        if sys.platform == "win32" or len(path) + len("-5") >= zmq.IPC_PATH_MAX_LEN:
            return {}
        return {"transport": "ipc", "ip": path}

    def stop(self) -> None:
        """End all kernels at once; the notebooks that they run fail."""
        with self._lock:
            self._stopped = True
            for manager in self._managers:
                # Straight to the process: the manager's own shutdown belongs to the event loop
                # of the thread that runs the notebook.
                process = getattr(manager.provisioner, "process", None)
                if process is not None and process.poll() is None:
                    process.kill()

    def close(self) -> None:
        """Clear away what the kernels, all ended by now, were reached by."""
        self._sockets.cleanup()
