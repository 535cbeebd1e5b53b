"""What the report says of its traces: nodes in words, and values, tables and figures as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from lkjip.jejak.bilangan import pembulatan
from lkjip.jejak.uraian import Jejak, Simpul, baris_simpul, tempat, uraian

Uraian = dict[str, dict[str, Any]]
"""Nodes in words by key."""


def ikhtisar(index: Mapping[str, Any]) -> dict[str, Any]:
    """All that the page and the annex "Jejak data" say, as ``jejak.json`` holds it.

    Parameters
    ----------
    index
        What ``nilai.json`` holds.

    Returns
    -------
    dict
        - ``simpul``: key → `lkjip.jejak.uraian.uraian`, and of computed ones ``berkas``: the
          files with rows and columns that they rest on;
        - ``nilai``, ``tabel``, ``gambar``: id → ``buku`` and ``sel`` (notebook and cell), ``bulat``
          (the rule that printed the value, or those of the table's columns), of a value ``asal``
          (the key of its node), of the others ``berkas`` and ``rumus`` of all their numbers. What
          has no trace is not there.
    """
    jejak: Jejak = index["jejak"]
    said = {key: uraian(jejak, key) for key in jejak}
    for key, node in said.items():
        if "rumus" in node:
            node["berkas"] = berkas(jejak[each] for each in _dasar(said, [key]))
    parts: dict[str, dict[str, Any]] = {"nilai": {}, "tabel": {}, "gambar": {}}
    for id, entry in index["nilai"].items():
        if key := entry.get("asal"):
            rule = {"bulat": pembulatan(entry.get("cetak"))}
            parts["nilai"][id] = _berisi({**_buku(entry), **rule, "asal": key})
    for id, entry in index["tabel"].items():
        if keys := [key for row in entry.get("asal", ()) for key in row if key]:
            rules = [pembulatan(rule) or "" for rule in entry.get("cetak", ())]
            whole = {**_buku(entry), **_seluruhnya(jejak, said, keys)}
            parts["tabel"][id] = _berisi({**whole, "bulat": rules if any(rules) else None})
    for id, entry in index["gambar"].items():
        if keys := entry.get("asal"):
            parts["gambar"][id] = _berisi({**_buku(entry), **_seluruhnya(jejak, said, keys)})
    return {"simpul": said, **parts}


def berkas(simpul: Iterable[Simpul]) -> list[str]:
    """Files with the rows and columns of some nodes: ``target.csv, baris 2–4: target``."""
    found: dict[str, tuple[set[int], set[str]]] = {}
    for node in simpul:
        if node.get("berkas"):
            rows, names = found.setdefault(node["berkas"], (set(), set()))
            rows.update(baris_simpul(node))
            names.update(node[name] for name in ("kolom", "kunci") if node.get(name))
    return [
        tempat(file, rows) + (f": {', '.join(sorted(names))}" if names else "")
        for file, (rows, names) in sorted(found.items())
    ]


def _seluruhnya(jejak: Jejak, said: Uraian, keys: Iterable[str]) -> dict[str, Any]:
    """What several numbers rest on: their files and their formulas."""
    order = list(_dasar(said, keys))
    made = [node for node in map(said.__getitem__, order) if "rumus" in node]
    formulas = dict.fromkeys(
        f"{node['nama']} = {node['rumus']}" if "nama" in node else node["rumus"]
        for node in made
        if "nama" in node or "kata" in node
    )
    return {"berkas": berkas(map(jejak.__getitem__, order)), "rumus": list(formulas)}


def _dasar(said: Uraian, keys: Iterable[str], seen: set[str] | None = None) -> Iterator[str]:
    """Keys of nodes and of all that they were made of, each once, inputs before what they make."""
    seen = set() if seen is None else seen
    for key in keys:
        if key not in seen:
            seen.add(key)
            inputs = said[key].get("masukan", ())
            below = (each if isinstance(each, str) else each[1] for each in inputs)
            yield from _dasar(said, below, seen)
            yield key


def _buku(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {"buku": PurePosixPath(entry["notebook"]).stem, "sel": entry["sel"]}


def _berisi(part: Mapping[str, Any]) -> dict[str, Any]:
    """What there is; nothing needs no place in the page."""
    return {name: value for name, value in part.items() if value}
