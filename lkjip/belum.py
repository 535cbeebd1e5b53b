"""What is still to come: the cells of a year under preparation, and all that depends on them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from lkjip.jejak.daftar import Daftar
from lkjip.jejak.rumus import kata

BELUM_DIISI = "belum diisi"
"""Printed where the office has yet to fill in a cell, or one that the value depends on."""

BELUM_DITULIS = "[belum ditulis]{.mark}"
"""Stands in a passage of the narrative until somebody writes it."""


class Belum:
    """A value that is still to come. There is one: `BELUM`.

    Sums, differences, products and quotients with it are still to come too, whatever the other
    side is. It does not compare and is neither true nor false: nobody knows yet, and a program
    that asks should stop rather than take one of the answers. pandas does not take it for a
    missing value, so no sum passes it over.
    """

    __slots__ = ()

    def _belum(self, *_other: Any) -> Belum:
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _belum
    __truediv__ = __rtruediv__ = __abs__ = __neg__ = _belum

    def __bool__(self) -> bool:
        raise TypeError(f"{BELUM_DIISI}: neither true nor false")

    def __reduce__(self) -> str:
        return "BELUM"

    def __repr__(self) -> str:
        return BELUM_DIISI


BELUM: Final = Belum()


def ada_belum(isi: Iterable[Any]) -> bool:
    """Whether one of some values is still to come."""
    return any(nilai is BELUM for nilai in isi)


def bila_lengkap(isi: Iterable[Any], hasil: Any, rumus: str = "menurut nilai-nilai berikut") -> Any:
    """A result that needs all of some values: itself, or `BELUM` when one of them is.

    Parameters
    ----------
    isi
        What the result depends on.
    hasil
        The result, computed from those that are there. A list or a text knows then that they
        decided about it.
    rumus
        How they decide about a text, in words.
    """
    dari = list(isi)
    if ada_belum(dari):
        return BELUM
    if isinstance(hasil, list):
        return Daftar(hasil, dari)
    return kata(hasil, "kata", rumus, [hasil, *dari]) if isinstance(hasil, str) else hasil


def isian(nilai: Any) -> Any:
    """A setting of ``instansi.yml`` that may be empty at first: `BELUM` for None."""
    return BELUM if nilai is None else nilai
