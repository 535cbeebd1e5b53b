"""Executed notebooks as pages: to read them takes a browser, not Jupyter."""

from __future__ import annotations

import base64
import json
import os
import subprocess
from concurrent.futures import ThreadPoolExecutor
from html import escape
from pathlib import Path

from lkjip.errors import LkjipError
from lkjip.execute.fingerprint import digest
from lkjip.i18n import _
from lkjip.installed import version

_TEMPLATE = Path(__file__).with_name("notebook.html")
_MIME = "application/vnd.lkjip+json"
_SVG = "image/svg+xml"
# Of the forms of an output the one that a browser shows best: of pandas' frames the table.
# Headings get no identifiers: those of cells must be the only ones, so that links find them.
_OPTIONS = (
    "--from=ipynb-auto_identifiers",
    "--to=html5",
    "--ipynb-output=best",
    "--standalone",
    "--wrap=none",
    "--syntax-highlighting=pygments",
)


def write(notebooks: list[Path], cache: Path, target: Path) -> None:
    """Write a page for each notebook.

    pandoc makes them: it is at hand already, and takes a tenth of the time that nbconvert would
    need to be imported. Cells keep their ids, so that a link can lead to one.

    Parameters
    ----------
    notebooks
        Executed notebooks.
    cache
        Folder that keeps pages by the content they were made from; others in it are removed.
    target
        Folder that receives ``<name>.html``.
    """
    cache.mkdir(parents=True, exist_ok=True)
    kept = {path: cache / f"{path.stem}-{_key(path)}.html" for path in notebooks}
    missing = [path for path, page in kept.items() if not page.exists()]
    if missing:
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            list(pool.map(lambda path: _make(path, kept[path]), missing))
    for path in set(cache.iterdir()) - set(kept.values()):
        path.unlink()
    for path, page in kept.items():
        (target / f"{path.stem}.html").write_bytes(page.read_bytes())


def _key(notebook: Path) -> str:
    parts = (version("pypandoc_binary"), _TEMPLATE.read_bytes(), notebook.read_bytes())
    return digest([*_OPTIONS, *parts])[:16]


def _make(notebook: Path, page: Path) -> None:
    # Imported here: nothing is made when nothing changed.
    from lkjip.render.builtin.pandoc import pandoc_path

    new = page.with_suffix(".new")
    command = [
        pandoc_path(),
        *_OPTIONS,
        f"--template={_TEMPLATE}",
        f"--metadata=pagetitle:{notebook.stem}",
        f"--output={new}",
    ]
    done = subprocess.run(command, input=_readable(notebook), capture_output=True, check=False)
    if done.returncode:
        message = done.stderr.decode("utf-8", "replace").strip()
        raise LkjipError(_("pandoc: {message}").format(message=message))
    new.replace(page)


def _readable(notebook: Path) -> bytes:
    """The notebook with its figures as HTML: with their words, and without files beside the page.

    (pandoc could put pictures into the page, but takes three times as long for it.)
    """
    content = json.loads(notebook.read_text(encoding="utf-8"))
    for cell in content["cells"]:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            shown = data.pop(_MIME, None)
            if shown and _SVG in data:
                drawing = base64.b64encode("".join(data[_SVG]).encode()).decode()
                picture = f'<img src="data:{_SVG};base64,{drawing}" alt="{escape(shown["alt"])}">'
                output["data"] = {"text/html": picture}
    return json.dumps(content, ensure_ascii=False).encode()
