"""The expression that a number was computed by, and how it is written down."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from lkjip.jejak.node import Masukan, Node


@dataclass(frozen=True)
class Daun:
    """An input, under the name that the formula gives it."""

    nama: str
    node: Node


@dataclass(frozen=True)
class Operasi:
    """An operation: a sign between two parts, or a function of some."""

    tanda: str
    bagian: tuple[Pohon, ...]


@dataclass(frozen=True)
class Jumlah:
    """A sum of inputs that are all of one kind, such as the cells of a column."""

    sebutan: str
    suku: tuple[Node, ...]


Pohon = Daun | Operasi | Jumlah | Fraction
"""A Fraction is a number that the formula itself holds."""

_KUAT = {"+": 1, "-": 1, "*": 2, "/": 2}
_NAMA = {
    "+": "jumlah",
    "-": "selisih",
    "*": "hasil kali",
    "/": "perbandingan",
    "abs": "nilai mutlak",
    "max": "terbesar",
    "min": "terkecil",
}

_SERATUS = Fraction(100)
_SEBUTAN = (
    ("*", "×"),
    ("-", "−"),
    ("abs(", "nilai mutlak ("),
    ("max(", "terbesar dari ("),
    ("min(", "terkecil dari ("),
)


def simpul(pohon: Pohon, nilai: str, nama: str | None = None, **keterangan: object) -> Node:
    """The node of an expression.

    Parameters
    ----------
    pohon
        The expression. One that is an input is that input's node, unless it gets a name.
    nilai
        Its exact value as text.
    nama
        Name of the formula; by default one for its last operation.
    **keterangan
        ``rumus`` in place of the expression itself, and what else is to be written.
    """
    if isinstance(pohon, Daun) and nama is None:
        return pohon.node
    masukan: Masukan
    if isinstance(pohon, Jumlah):
        hitung, masukan, bawaan = "jumlah", pohon.suku, "jumlah"
        keterangan = {"rumus": _jumlah(pohon.sebutan), **keterangan}
    else:
        hitung, masukan = tulis(pohon)
        bawaan = _sifat(pohon)
    isi: dict[str, object] = {"rumus": _untuk_orang(hitung), "sumber": None, **keterangan}
    return Node("rumus", nilai, masukan, nama=nama or bawaan, hitung=hitung, **isi)


def _sifat(pohon: Pohon) -> str:
    """The name of an expression that nobody named."""
    if not isinstance(pohon, Operasi):
        return "nilai"
    dalam = pohon.bagian[0]
    seratus = pohon.tanda == "*" and pohon.bagian[-1] == _SERATUS
    if seratus and isinstance(dalam, Operasi) and dalam.tanda == "/":
        return "persentase"
    return _NAMA[pohon.tanda]


def _jumlah(sebutan: str) -> str:
    """A sum in words."""
    if sebutan == "jumlah":
        return sebutan
    return f"jumlah {sebutan}" if sebutan.isidentifier() else f"jumlah ({_untuk_orang(sebutan)})"


def sebutan(pohon: Pohon) -> str:
    """What an expression is called when another one adds its like to it."""
    return pohon.nama if isinstance(pohon, Daun) else tulis(pohon)[0]


def tulis(pohon: Pohon) -> tuple[str, dict[str, Node]]:
    """Write an expression down.

    Parameters
    ----------
    pohon
        The expression.

    Returns
    -------
    str
        With ``+ - * / ( )``, ``abs``, ``min``, ``max`` and the names of the inputs.
    dict
        The inputs by name.
    """
    masukan: dict[str, Node] = {}
    return _tulis(pohon, masukan)[0], masukan


def _tulis(pohon: Pohon, masukan: dict[str, Node]) -> tuple[str, int]:
    """Text and binding strength (3: an atom) of an expression."""
    if isinstance(pohon, Daun):
        return _nama(pohon, masukan), 3
    if isinstance(pohon, Fraction):
        return str(pohon), 3 if pohon.denominator == 1 and pohon >= 0 else 0
    if isinstance(pohon, Jumlah):
        raise TypeError("a sum of a column is an input, not a part of an expression")
    kuat = _KUAT.get(pohon.tanda)
    bagian = [_tulis(part, masukan) for part in pohon.bagian]
    if kuat is None:
        return f"{pohon.tanda}({', '.join(text for text, _kuat in bagian)})", 3
    (kiri, kuat_kiri), (kanan, kuat_kanan) = bagian
    kiri = f"({kiri})" if kuat_kiri < kuat else kiri
    kanan = f"({kanan})" if kuat_kanan <= kuat and kuat_kanan < 3 else kanan
    return f"{kiri} {pohon.tanda} {kanan}", kuat


def _nama(daun: Daun, masukan: dict[str, Node]) -> str:
    awal = re.sub(r"\W+", "_", daun.nama).strip("_") or "nilai"
    nama, ke = awal, 1
    while nama in masukan and masukan[nama].kunci != daun.node.kunci:
        ke += 1
        nama = f"{awal}_{ke}"
    masukan[nama] = daun.node
    return nama


def _untuk_orang(hitung: str) -> str:
    for tanda, sebutan in _SEBUTAN:
        hitung = hitung.replace(tanda, sebutan)
    return hitung
