"""What a result depends on, known by content: never by time stamps."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path
from typing import Any

import lkjip
from lkjip.installed import version

# Packages whose version can change a number, a table or a figure.
COMPUTING = ("great-tables", "ipykernel", "matplotlib", "numpy", "pandas", "papermill")
# Files of a data folder that notebooks never read.
NOT_DATA = ("datapackage.json", "penjelasan.csv")
# Parts of lkjip that notebooks never reach.
NOT_COMPUTING = ("audit", "beranda", "bundle", "check", "cli", "diff", "new", "render")


def digest(parts: Iterable[bytes | str]) -> str:
    """SHA-256 of parts, each with its length, so that no two lists of parts run together."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        total.update(f"{len(data)}:".encode())
        total.update(data)
    return total.hexdigest()


def digest_file(path: Path) -> str:
    """SHA-256 of a file's content."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def digest_folder(
    folder: Path, patterns: Iterable[str] = ("**/*",), without: Collection[str] = ()
) -> str:
    """SHA-256 of the names and contents of a folder's files.

    Hidden files are left out, and those whose names are in ``without``.
    """
    files = sorted(
        path
        for path in {path for pattern in patterns for path in folder.glob(pattern)}
        if path.is_file() and path.name not in without
    )
    parts: list[bytes | str] = []
    for path in files:
        name = path.relative_to(folder)
        if not any(part.startswith(".") or part == "__pycache__" for part in name.parts):
            parts += [name.as_posix(), path.read_bytes()]
    return digest(parts)


@cache
def package() -> str:
    """SHA-256 of the code and packages that compute: lkjip itself and what it computes with."""
    root = Path(lkjip.__file__).parent
    own = (
        path
        for path in sorted(root.rglob("*"))
        if path.suffix in {".py", ".json"} and path.relative_to(root).parts[0] not in NOT_COMPUTING
    )
    parts: list[bytes | str] = [platform.python_version(), lkjip.__version__]
    parts += [f"{name}=={version(name)}" for name in COMPUTING]
    for path in own:
        parts += [path.relative_to(root).as_posix(), path.read_bytes()]
    return digest(parts)


def notebook(path: Path, data: str, parameters: dict[str, Any]) -> str:
    """Fingerprint of one notebook's result.

    Parameters
    ----------
    path
        The notebook. Only its cells count: outputs and counters that an editor left in it do not
        change what it computes.
    data
        Fingerprint of the year's data folder.
    parameters
        What papermill hands over.
    """
    cells = [
        [cell["cell_type"], cell.get("metadata", {}).get("tags", []), cell["source"]]
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
    ]
    return digest(
        [
            package(),
            data,
            json.dumps(parameters, sort_keys=True),
            path.name,
            json.dumps(cells, ensure_ascii=False),
        ]
    )
