"""A node: one cell, formula, word or count, and the nodes it was made of."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any

Masukan = Mapping[str, "Node"] | tuple["Node", ...]
"""The inputs of a node: by name, or a list where they are all alike."""

_PANJANG = 12
_TANPA: Mapping[str, Any] = MappingProxyType({})


class Node:
    """What is known of one value.

    Parameters
    ----------
    jenis
        ``sel`` (a cell), ``rumus`` (computed), ``kata`` (a word or text that depends on values),
        ``cacah`` (a count of rows) or ``urut`` (a number of the layout).
    nilai
        The exact value as text.
    masukan
        What it was made of; None for a source.
    **keterangan
        What else is known, such as ``berkas``, ``baris`` and ``kolom`` of a cell.
    """

    def __init__(
        self, jenis: str, nilai: str, masukan: Masukan | None = None, **keterangan: Any
    ) -> None:
        self.jenis = jenis
        self.nilai = nilai
        self.masukan = masukan
        self.keterangan: Mapping[str, Any] = keterangan or _TANPA

    @cached_property
    def isi(self) -> dict[str, Any]:
        """The node as it is written, its inputs as keys."""
        isi: dict[str, Any] = {"jenis": self.jenis, "nilai": self.nilai, **self.keterangan}
        if isinstance(self.masukan, tuple):
            isi["masukan"] = [node.kunci for node in self.masukan]
        elif self.masukan is not None:
            isi["masukan"] = {nama: node.kunci for nama, node in self.masukan.items()}
        return isi

    @cached_property
    def kunci(self) -> str:
        """Name of the node: the same content has the same name, in every notebook."""
        text = json.dumps(self.isi, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()[:_PANJANG]

    @property
    def nama(self) -> str:
        """What a formula that uses the node calls it: the column, the key, or the formula."""
        k = self.keterangan
        return str(k.get("kolom") or k.get("nama") or k.get("kunci", self.jenis).split(".")[-1])

    def __repr__(self) -> str:
        return f"<{self.jenis} {self.nama} = {self.nilai}>"


def kumpulkan(nodes: Iterable[Node]) -> dict[str, dict[str, Any]]:
    """The nodes by key, with all that they were made of, as `nilai.json` holds them.

    Parameters
    ----------
    nodes
        Where to begin.
    """
    hasil: dict[str, dict[str, Any]] = {}
    sisa = list(nodes)
    while sisa:
        node = sisa.pop()
        if node.kunci in hasil:
            continue
        hasil[node.kunci] = node.isi
        masukan = node.masukan or ()
        sisa += masukan if isinstance(masukan, tuple) else masukan.values()
    return dict(sorted(hasil.items()))
