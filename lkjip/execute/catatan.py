"""Notes for readers, laid out for the renderers: ``_build/<year>/catatan.json``."""

from __future__ import annotations

import json
from pathlib import Path

FILE = "catatan.json"


def write_catatan(data: Path, folder: Path) -> None:
    """Bring the notes of a year up to date.

    Parameters
    ----------
    data
        ``data/<year>``; a year without ``penjelasan.csv`` has no notes.
    folder
        ``_build/<year>``. The file maps a label to the texts of its notes, in order. Notes of the
        annex are below ``"lampiran:<label>"`` of the place that refers to them, the texts only at
        the first of several places.

    Raises
    ------
    InputError
        ``penjelasan.csv`` breaks its schema.
    """
    # Here, because commands that build nothing should not wait for it.
    from lkjip.data.penjelasan import read_catatan

    notes: dict[str, list[str]] = {}
    told: set[str] = set()
    for note in read_catatan(data):
        texts = notes.setdefault(f"lampiran:{note.letak}" if note.lampiran else note.letak, [])
        if not (note.lampiran and note.teks in told):
            texts.append(note.teks)
        if note.lampiran:
            told.add(note.teks)
    content = (json.dumps(notes, ensure_ascii=False, indent=1) + "\n").encode()
    path = folder / FILE
    if not path.exists() or path.read_bytes() != content:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
