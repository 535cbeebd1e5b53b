"""Lists that know what decided about their items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from lkjip.jejak.node import Node
from lkjip.jejak.rumus import asal, asal_semua


class Daftar(list[Any]):
    """A list of texts of which not every row of the data has one.

    Parameters
    ----------
    butir
        The items.
    dari
        The values that decide which rows are in it.
    """

    def __init__(self, butir: Iterable[Any], dari: Iterable[Any]) -> None:
        super().__init__(butir)
        self.dari = asal_semua(dari)


def asal_daftar(butir: Sequence[Any]) -> Node | None:
    """Where a list comes from: its items, and what decided about them.

    Parameters
    ----------
    butir
        Texts, or ``{"teks": …, "butir": […]}`` with a list below each.

    Returns
    -------
    Node
        None when an item does not know where it comes from.
    """
    items = list(_rata(butir))
    nodes = [node for node in map(asal, items) if node is not None]
    if len(nodes) < len(items):
        return None
    nilai = "; ".join(map(str, items))
    dari = butir.dari if isinstance(butir, Daftar) else ()
    if not dari:
        return Node("kata", nilai, tuple(nodes), nama="daftar", rumus="daftar menurut urutan data")
    masukan = {f"butir_{n}": node for n, node in enumerate(nodes, start=1)}
    masukan |= {f"syarat_{n}": node for n, node in enumerate(dari, start=1)}
    return Node("kata", nilai, masukan, nama="daftar", rumus="butir yang memenuhi syarat")


def _rata(butir: Iterable[Any]) -> Iterator[Any]:
    for item in butir:
        if isinstance(item, Mapping):
            yield item["teks"]
            yield from _rata(item["butir"])
        else:
            yield item
