"""Formulas with a name, words that depend on values, and the application of either."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeVar, cast

from lkjip.jejak.angka import Angka, sebutan_daun
from lkjip.jejak.node import Node
from lkjip.jejak.pohon import Daun, Jumlah, Operasi, simpul
from lkjip.jejak.teks import Tanggal, Teks

T = TypeVar("T")


def asal(nilai: Any) -> Node | None:
    """Where a value comes from; None when that was not recorded."""
    # A date made of another one, by date.replace, has none.
    return getattr(nilai, "asal", None) if isinstance(nilai, Angka | Teks | Tanggal) else None


def asal_semua(isi: Iterable[Any]) -> tuple[Node, ...]:
    """Where some values come from: those that were recorded, each once."""
    nodes = {node.kunci: node for node in map(asal, isi) if node is not None}
    return tuple(nodes.values())


def sebagai(nilai: Any, nama: str) -> Any:
    """A value as an input of a formula, under the name that the formula gives it."""
    return nilai.sebagai(nama) if isinstance(nilai, Angka) else nilai


def sebutan(nilai: Any) -> str:
    """What a formula calls a value: a number that nobody named is called what it is."""
    if isinstance(nilai, Angka):
        return sebutan_daun(nilai)
    node = asal(nilai)
    return str(nilai) if node is None else node.nama


def bernama(
    hasil: T,
    nama: str,
    rumus: str,
    sumber: str | None = None,
    masukan: Mapping[str, Any] | None = None,
) -> T:
    """Give a computed number the name of its formula.

    Parameters
    ----------
    hasil
        What was computed; anything but an `Angka` stays as it is.
    nama, rumus, sumber
        Name of the formula, the formula as a reader would write it, and where it comes from.
    masukan
        Inputs to name besides those that the number was computed from, such as the one that
        decides which formula holds.
    """
    if not isinstance(hasil, Angka):
        return hasil
    node = simpul(hasil.pohon, str(hasil), nama, rumus=rumus, sumber=sumber)
    lain = {key: asal(value) for key, value in (masukan or {}).items()}
    ada = {key: found for key, found in lain.items() if found is not None}
    if isinstance(node.masukan, Mapping):
        node.masukan = {**ada, **node.masukan}
    named: Any = Angka(hasil.polos, Daun(nama, node), hasil.desimal)
    return cast(T, named)


def tetap(nilai: Fraction, nama: str, rumus: str, masukan: Mapping[str, Any]) -> Fraction:
    """A number that a rule gives for some inputs without computing with them.

    Returns
    -------
    Angka or the plain number
        The number alone when none of the inputs knows where it comes from.
    """
    nodes = {key: node for key, value in masukan.items() if (node := asal(value)) is not None}
    if not nodes:
        return nilai
    text = str(nilai)
    node = Node("rumus", text, nodes, nama=nama, rumus=rumus, sumber=None, hitung=text)
    return Angka.dari(nilai, node)


def dibulatkan(
    angka: int | Decimal | Fraction, hasil: Decimal, desimal: int, cara: str
) -> Decimal | Angka:
    """A rounded number that further numbers are computed from."""
    if not isinstance(angka, Angka):
        return hasil
    nama = angka.asal.nama
    node = Node(
        "rumus",
        str(hasil),
        {nama: angka.asal},
        nama="dibulatkan",
        rumus=f"{nama} dibulatkan seperti tercetak",
        sumber=None,
        hitung=nama,
        desimal=desimal,
        cara=cara,
    )
    return Angka.dari(hasil, node, nama)


def kata(hasil: str, nama: str, rumus: str, masukan: Mapping[str, Any] | Sequence[Any]) -> str:
    """A text that depends on values.

    Parameters
    ----------
    hasil
        The text.
    nama, rumus
        Name of the rule that chose it, and the rule in words.
    masukan
        What it depends on, by name, or a list of values that are all alike.

    Returns
    -------
    Teks or str
        The text as it is when nothing of this knows where it comes from.
    """
    nodes: Mapping[str, Node] | tuple[Node, ...]
    if isinstance(masukan, Mapping):
        nodes = {key: node for key, value in masukan.items() if (node := asal(value)) is not None}
    else:
        nodes = asal_semua(masukan)
    if not nodes:
        return hasil
    return Teks(hasil, Node("kata", str(hasil), nodes, nama=nama, rumus=rumus))


def terapkan(rumus: Callable[..., Any], masukan: Sequence[Any]) -> Any:
    """Apply a function of a notebook; its parameters' names become those of the inputs.

    Parameters
    ----------
    rumus
        A function or a named formula of the package. The name of a function (not of a lambda)
        becomes the name of the formula.
    masukan
        Its arguments.

    Returns
    -------
    object
        What the function gives. A number is a finished formula then, a text knows its inputs.
    """
    names = _parameter(rumus, len(masukan))
    hasil = rumus(
        *(sebagai(isi, nama) if nama else isi for nama, isi in zip(names, masukan, strict=True))
    )
    return _selesai(hasil, rumus, names, masukan)


def _selesai(
    hasil: Any, rumus: Callable[..., Any], names: Sequence[str | None], masukan: Sequence[Any]
) -> Any:
    nama = getattr(rumus, "__name__", "<lambda>")
    bernama = nama if nama.isidentifier() and not inspect.isbuiltin(rumus) else None
    if isinstance(hasil, Angka) and not (hasil.selesai or isinstance(hasil.pohon, Jumlah)):
        node = simpul(hasil.pohon, str(hasil), bernama and bernama.replace("_", " "))
        return Angka(hasil.polos, Daun(bernama or node.nama, node), hasil.desimal)
    if isinstance(hasil, str) and not isinstance(hasil, Teks):
        doc = (inspect.getdoc(rumus) or "").split("\n")[0].rstrip(".")
        isi = {n or f"masukan_{k}": x for k, (n, x) in enumerate(zip(names, masukan, strict=True))}
        return kata(
            hasil, (bernama or "kata").replace("_", " "), doc or "menurut nilai-nilai berikut", isi
        )
    return hasil


def _parameter(rumus: Callable[..., Any], banyak: int) -> list[str | None]:
    """The names that a function gives its arguments; none for built-in functions."""
    kode = getattr(rumus, "__code__", None)
    if kode is None:
        return [None] * banyak
    names: list[str | None] = list(kode.co_varnames[: kode.co_argcount][:banyak])
    return names + [None] * (banyak - len(names))


def pilihan(fungsi: str, isi: Sequence[Any], hasil: Any) -> Any:
    """The result of ``min`` or ``max`` over numbers, as a formula of all of them."""
    if len(isi) == 1 or not any(isinstance(angka, Angka) for angka in isi):
        return hasil
    bagian = tuple(
        angka.pohon
        if isinstance(angka, Angka) and isinstance(angka.pohon, Daun)
        else Daun(angka.asal.nama, angka.asal)
        if isinstance(angka, Angka)
        else Fraction(angka)
        for angka in isi
    )
    desimal = hasil.desimal if isinstance(hasil, Angka) else None
    angka = hasil.polos if isinstance(hasil, Angka) else Fraction(hasil)
    return Angka(angka, Operasi(fungsi, bagian), desimal)
