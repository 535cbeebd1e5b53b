"""The programs and packages that made a report, with their versions."""

from __future__ import annotations

import platform
import re
import subprocess
from pathlib import Path

import lkjip
from lkjip.execute.fingerprint import COMPUTING, digest_folder
from lkjip.installed import requires, version

# Parts of lkjip that nothing in a report comes from.
_NOT_MAKING = ("audit", "beranda", "check", "cli", "diff", "new")
_NAME = re.compile(r"[\w.-]+")


def collect(engine: str) -> dict[str, str]:
    """Name → version of everything that can change what is published.

    Parameters
    ----------
    engine
        The renderer: ``"builtin"`` or ``"quarto"``.

    Returns
    -------
    dict
        ``Python``, ``lkjip``, ``pandoc``, with Quarto ``Quarto`` and ``Typst``, and the packages
        that lkjip needs (the package ``typst`` is the compiler, in its version). ``lkjip (kode)``
        is the SHA-256 of the code that computes and renders.
    """
    # Imported here: only who publishes needs the renderers.
    from lkjip.render.builtin.pandoc import pandoc_path

    found = {
        "Python": platform.python_version(),
        "lkjip": lkjip.__version__,
        "lkjip (kode)": _code(),
    }
    if engine == "quarto":
        found["Quarto"] = _asked("quarto", "--version")
        found["pandoc"] = _asked("quarto", "pandoc", "--version")
        found["Typst"] = _asked("quarto", "typst", "--version")
    else:
        found["pandoc"] = _asked(pandoc_path(), "--version")
    return found | packages()


def packages() -> dict[str, str]:
    """The Python packages that lkjip needs, and those that compute."""
    names = {*COMPUTING}
    for line in requires("lkjip"):
        match = _NAME.match(line)
        if match and "extra ==" not in line:
            names.add(match[0])
    found = {}
    for name in sorted(names):
        try:
            found[name] = version(name)
        except ModuleNotFoundError:
            continue
    return found


def _code() -> str:
    root = Path(lkjip.__file__).parent
    rooms = [path.name for path in root.iterdir() if path.is_dir()]
    return digest_folder(
        root, ["*", *(f"{room}/**/*" for room in rooms if room not in _NOT_MAKING)]
    )


def _asked(*command: str) -> str:
    """The version that a program tells of itself."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    match = re.search(r"\d+(?:\.\d+)+", done.stdout)
    return match[0] if match else ""
