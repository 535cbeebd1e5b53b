"""Reading the report: once for all formats, and of its chapters only those that have changed.

Reading Markdown and resolving shortcodes takes as long as writing a format. The result, pandoc's
own JSON, is kept in ``_build/<year>/bacaan/`` under the digest of all that it depends on: metadata
and blocks on two lines, so that the chapters are put together without being decoded again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from lkjip.execute.fingerprint import digest, digest_file, digest_folder
from lkjip.installed import version
from lkjip.render.builtin.pandoc import Pandoc

FOLDER = "bacaan"
_HERE = Path(__file__).parent
_OPTIONS = (
    "--from=markdown-auto_identifiers",
    "--to=json",
    "--strip-comments",
    f"--lua-filter={_HERE / 'read.lua'}",
)


def read(pandoc: Pandoc, head: str, chapters: Iterable[str]) -> bytes:
    """The report as pandoc's JSON, with values in the place of shortcodes.

    Parameters
    ----------
    pandoc
        What reads.
    head
        The metadata of the document as YAML.
    chapters
        Texts that do not depend on each other, in order.

    Raises
    ------
    LkjipError
        When pandoc or a shortcode refuses a text.
    """
    folder = pandoc.project.build(pandoc.year) / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    common = _common(pandoc)
    texts = [f"---\n{head}---\n\n{chapter}".encode() for chapter in chapters]
    places = [folder / f"{digest([common, text])}.json" for text in texts]
    todo = {place: text for place, text in zip(places, texts, strict=True) if not place.exists()}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda place: _keep(place, _lines(pandoc.run(todo[place], *_OPTIONS))), todo))
    for old in set(folder.iterdir()) - set(places):
        old.unlink()
    lines = [place.read_bytes().split(b"\n") for place in places]
    first = lines[0][0].removesuffix(b"}")
    blocks = [each.removeprefix(b"[").removesuffix(b"]") for _, each in lines]
    return first + b',"blocks":[' + b",".join(filter(None, blocks)) + b"]}"


def _lines(document: bytes) -> bytes:
    """The metadata of a chapter, and its blocks."""
    head = json.loads(document)
    blocks = head.pop("blocks")
    texts = (json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in (head, blocks))
    return "\n".join(texts).encode()


def _common(pandoc: Pandoc) -> str:
    """Digest of what every chapter depends on, beside its text."""
    return digest(
        [
            version("pypandoc_binary"),
            str(pandoc.year),
            digest_file(pandoc.project.build(pandoc.year) / "nilai.json"),
            digest_folder(pandoc.project.extension, ("shortcodes.lua", "lua/*.lua")),
            digest_folder(_HERE, ("*.lua", "reading.py")),
        ]
    )


def _keep(place: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    new = place.with_suffix(".new")
    new.write_bytes(content)
    new.replace(place)
