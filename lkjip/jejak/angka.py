"""An exact number that knows where it comes from."""

from __future__ import annotations

import operator
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from numbers import Integral
from typing import Any

from lkjip.jejak.node import Node
from lkjip.jejak.pohon import Daun, Jumlah, Operasi, Pohon, sebutan, simpul


class Angka(Fraction):
    """A number of the data, or one computed from such numbers.

    It is a `Fraction`, so that nothing is lost: quotients are exact too. It prints as it was
    written, with its decimals; a quotient prints as ``p/q``. Operations with `int`, `Decimal` and
    `Fraction` give an `Angka` again; other numbers do not, and the trace ends.

    Not a subclass of `int`: pandas would turn a column of those into 64-bit integers, which know
    nothing.

    Parameters
    ----------
    nilai
        The number.
    pohon
        How it came about: a cell or formula (`Daun`), or an expression of such.
    desimal
        Decimals that it is written with; None for a quotient, which may have endless ones.
    """

    __slots__ = ("_asal", "desimal", "pohon")
    pohon: Pohon
    desimal: int | None
    _asal: Node | None  # once somebody asked

    def __new__(cls, nilai: int | Decimal | Fraction, pohon: Pohon, desimal: int | None) -> Angka:
        self = super().__new__(cls, nilai)
        self.pohon = pohon
        self.desimal = desimal
        self._asal = None
        return self

    @classmethod
    def dari(cls, nilai: int | Decimal | Fraction, node: Node, nama: str | None = None) -> Angka:
        """A number that a node describes; `nama` is what formulas call it."""
        return cls(nilai, Daun(nama or node.nama, node), desimal(nilai))

    @property
    def polos(self) -> Fraction:
        """The number alone."""
        return Fraction(self.numerator, self.denominator)

    @property
    def asal(self) -> Node:
        """Where it comes from."""
        if self._asal is None:
            self._asal = simpul(self.pohon, str(self))
        return self._asal

    @property
    def selesai(self) -> bool:
        """Whether it is an input or a finished formula, not an expression on its way."""
        return isinstance(self.pohon, Daun)

    def sebagai(self, nama: str) -> Angka:
        """The same number as an input of a formula, under the name that the formula gives it."""
        return Angka(self.polos, Daun(nama, self.asal), self.desimal)

    def __str__(self) -> str:
        if self.desimal is None or (self.denominator == 1 and not self.desimal):
            return str(self.polos)
        return str(Decimal(f"{self.polos * 10**self.desimal}E-{self.desimal}"))

    __repr__ = __str__

    def __format__(self, format_spec: str) -> str:
        # Fraction's own depends on the version of Python.
        if not format_spec:
            return str(self)
        plain = self.polos if self.desimal is None else Decimal(str(self))
        return format(plain, format_spec)

    def __index__(self) -> int:
        if self.denominator != 1:
            raise TypeError(f"{self} is not a whole number")
        return self.numerator

    def __reduce__(self) -> Any:
        return Angka, (self.polos, Daun(sebutan_daun(self), self.asal), self.desimal)

    def __copy__(self) -> Angka:
        return self

    def __deepcopy__(self, _memo: Any) -> Angka:
        return self

    def __add__(self, other: Any) -> Any:
        return _hitung("+", operator.add, self, other)

    def __radd__(self, other: Any) -> Any:
        return _hitung("+", operator.add, other, self)

    def __sub__(self, other: Any) -> Any:
        return _hitung("-", operator.sub, self, other)

    def __rsub__(self, other: Any) -> Any:
        return _hitung("-", operator.sub, other, self)

    def __mul__(self, other: Any) -> Any:
        return _hitung("*", operator.mul, self, other)

    def __rmul__(self, other: Any) -> Any:
        return _hitung("*", operator.mul, other, self)

    def __truediv__(self, other: Any) -> Any:
        return _hitung("/", operator.truediv, self, other)

    def __rtruediv__(self, other: Any) -> Any:
        return _hitung("/", operator.truediv, other, self)

    def __neg__(self) -> Angka:
        return Angka(-self.polos, Operasi("-", (Fraction(0), _bagian(self))), self.desimal)

    def __pos__(self) -> Angka:
        return self

    def __abs__(self) -> Angka:
        return Angka(abs(self.polos), Operasi("abs", (_bagian(self),)), self.desimal)


def polos(nilai: Any) -> Any:
    """A number alone, without what is known of it; anything else as it is."""
    return nilai.polos if isinstance(nilai, Angka) else nilai


def desimal(nilai: Any) -> int | None:
    """Decimals that a number is written with; None for a quotient."""
    if isinstance(nilai, Angka):
        return nilai.desimal
    if isinstance(nilai, Decimal):
        return max(0, -int(nilai.as_tuple().exponent))
    return None if isinstance(nilai, Fraction) else 0


def sebutan_daun(angka: Angka) -> str:
    """What a formula calls the number when nobody gave it another name."""
    return angka.pohon.nama if isinstance(angka.pohon, Daun) else angka.asal.nama


def _hitung(tanda: str, fungsi: Callable[[Any, Any], Any], kiri: Any, kanan: Any) -> Any:
    a, b = _eksak(kiri), _eksak(kanan)
    if a is None or b is None:
        # A float has no place here, but pandas asks for one now and then.
        other = kanan if isinstance(kiri, Angka) else kiri
        if isinstance(other, float):
            return fungsi(*(float(x) for x in (kiri, kanan)))
        return NotImplemented
    if tanda == "+":
        # The 0 that sums begin with is no part of the formula.
        if isinstance(kiri, Integral) and not a:
            return kanan
        if isinstance(kanan, Integral) and not b:
            return kiri
    return Angka(fungsi(a, b), _pohon(tanda, kiri, kanan), _desimal(tanda, kiri, kanan))


def _eksak(nilai: Any) -> Fraction | None:
    if isinstance(nilai, Angka):
        return nilai.polos
    if isinstance(nilai, Fraction):
        return nilai
    if isinstance(nilai, Decimal):
        return Fraction(nilai) if nilai.is_finite() else None
    # NumPy integers become int first: a Fraction of them would overflow at 64 bits.
    if isinstance(nilai, Integral) and not isinstance(nilai, bool):
        return Fraction(operator.index(nilai))
    return None


def _desimal(tanda: str, kiri: Any, kanan: Any) -> int | None:
    a, b = desimal(kiri), desimal(kanan)
    if a is None or b is None or tanda == "/":
        return None
    return a + b if tanda == "*" else max(a, b)


def _pohon(tanda: str, kiri: Any, kanan: Any) -> Pohon:
    if tanda == "+" and (jumlah := _sejenis(kiri, kanan)):
        return jumlah
    return Operasi(tanda, (_bagian(kiri), _bagian(kanan)))


def _sejenis(kiri: Any, kanan: Any) -> Jumlah | None:
    """The sum of two numbers of one kind, such as two cells of a column; None for any others."""
    if not (isinstance(kiri, Angka) and isinstance(kanan, Angka)):
        return None
    suku: list[Node] = []
    names = set()
    for angka in (kiri, kanan):
        if isinstance(angka.pohon, Jumlah):
            suku += angka.pohon.suku
            names.add(angka.pohon.sebutan)
        else:
            suku.append(angka.asal)
            names.add(sebutan(angka.pohon))
    return Jumlah(names.pop(), tuple(suku)) if len(names) == 1 else None


def _bagian(nilai: Any) -> Pohon:
    """A number as a part of an expression."""
    if not isinstance(nilai, Angka):
        hasil = _eksak(nilai)
        assert hasil is not None
        return hasil
    if isinstance(nilai.pohon, Jumlah):
        return Daun(f"jumlah_{nilai.pohon.sebutan}", nilai.asal)
    return nilai.pohon
