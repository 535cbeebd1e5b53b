"""What notebooks say of rows: how many there are, the most and the least, and running numbers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lkjip.belum import BELUM, ada_belum
from lkjip.jejak.angka import Angka
from lkjip.jejak.node import Masukan, Node
from lkjip.jejak.pohon import Jumlah, simpul
from lkjip.jejak.rumus import asal, asal_semua, pilihan
from lkjip.jejak.teks import Teks


def banyak(isi: Iterable[Any], rumus: str, dari: Iterable[Any] = ()) -> Any:
    """How many rows there are, with the lines of the file that they stand in.

    Parameters
    ----------
    isi
        One cell of each row, such as its name.
    rumus
        Which rows count, in words: ``"sasaran dengan status tercapai"``.
    dari
        Values that decide which rows count.

    Returns
    -------
    Angka
        `BELUM` while one of `dari` is still to come.
    """
    cells, dari = list(isi), list(dari)
    if ada_belum(dari):
        return BELUM
    nodes = [node for node in map(asal, cells) if node is not None and node.jenis == "sel"]
    if len(nodes) < len(cells):
        return len(cells)
    files = sorted({node.keterangan["berkas"] for node in nodes})
    masukan: Masukan | None = asal_semua(dari) or None
    node = Node(
        "cacah",
        str(len(cells)),
        masukan,
        berkas=", ".join(files),
        baris=[node.keterangan.get("baris") for node in nodes],
        rumus=rumus,
    )
    return Angka.dari(len(cells), node, "banyaknya")


def jumlah(isi: Iterable[Any]) -> Any:
    """The sum of some numbers of one kind, 0 when there are none; they must be there."""
    angka = list(isi)
    return sum(angka) if angka else Angka.dari(0, simpul(Jumlah("baris", ()), "0"), "jumlah")


def terbesar(isi: Iterable[Any]) -> Any:
    """The largest of some numbers, or `BELUM` while one of them is still to come."""
    return _pilih("max", max, isi)


def terkecil(isi: Iterable[Any]) -> Any:
    """The smallest of some numbers, or `BELUM` while one of them is still to come."""
    return _pilih("min", min, isi)


def _pilih(fungsi: str, pilih: Any, isi: Iterable[Any]) -> Any:
    angka = list(isi)
    if ada_belum(angka):
        return BELUM
    return pilihan(fungsi, angka, pilih(angka)) if angka else None


def urut(nomor: int | str) -> Any:
    """A number that only says where something stands in a table, such as ``1`` or ``"2.1"``."""
    node = Node("urut", str(nomor))
    return Teks(nomor, node) if isinstance(nomor, str) else Angka.dari(nomor, node)
