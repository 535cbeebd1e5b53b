"""Texts and dates that know where they come from."""

from __future__ import annotations

from datetime import date
from typing import Any

from lkjip.jejak.node import Node

_GABUNGAN = "gabungan"


class Teks(str):
    """A text of the data, or a word that depends on it.

    It is a `str` in everything. Joining with ``+``, `removesuffix`, `replace` and `upper` keep
    the trace; whatever else makes a new text ends it.

    Parameters
    ----------
    teks
        The text.
    asal
        Where it comes from.
    """

    __slots__ = ("asal",)
    asal: Node

    def __new__(cls, teks: str, asal: Node) -> Teks:
        self = super().__new__(cls, teks)
        self.asal = asal
        return self

    def __reduce__(self) -> Any:
        return Teks, (str(self), self.asal)

    def __add__(self, other: Any) -> Any:
        return rangkaian(self, other) if isinstance(other, str) else NotImplemented

    def __radd__(self, other: Any) -> Any:
        return rangkaian(other, self) if isinstance(other, str) else NotImplemented

    def removesuffix(self, suffix: str, /) -> str:
        hasil = str(self).removesuffix(suffix)
        return self if hasil == self else turunan(hasil, self, f"tanpa “{suffix.strip()}” di akhir")

    def replace(self, old: str, new: str, /, count: Any = -1) -> str:
        hasil = str(self).replace(old, new, count)
        return self if hasil == self else turunan(hasil, self, f"“{old}” menjadi “{new}”")

    def upper(self) -> str:
        return turunan(str(self).upper(), self, "dengan huruf kapital")


class Tanggal(date):
    """A date that knows where it comes from."""

    __slots__ = ("asal",)
    asal: Node

    @classmethod
    def dari(cls, hari: date, asal: Node) -> Tanggal:
        """A date that a node describes."""
        self = cls(hari.year, hari.month, hari.day)
        self.asal = asal
        return self

    def __reduce__(self) -> Any:
        return Tanggal.dari, (date(self.year, self.month, self.day), self.asal)


def turunan(hasil: str, teks: Teks, rumus: str) -> Teks:
    """A text made of another one; `rumus` says how."""
    return Teks(hasil, Node("kata", hasil, {teks.asal.nama: teks.asal}, nama="teks", rumus=rumus))


def rangkaian(*bagian: str) -> Teks:
    """Texts behind each other, of which at least one knows where it comes from."""
    nodes: list[Node] = []
    pola = ""
    for teks in bagian:
        node = teks.asal if isinstance(teks, Teks) else None
        if node is None:
            pola += teks
        elif node.keterangan.get("nama") == _GABUNGAN and isinstance(node.masukan, tuple):
            # Joined a moment ago: one text of several parts, not texts in texts.
            pola += node.keterangan["rumus"]
            nodes += node.masukan
        else:
            pola += f"[{node.nama}]"
            nodes.append(node)
    hasil = "".join(str(teks) for teks in bagian)
    return Teks(hasil, Node("kata", hasil, tuple(nodes), nama=_GABUNGAN, rumus=pola))
