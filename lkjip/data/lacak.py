"""The office with values that know their key in ``instansi.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

from lkjip.data.instansi import Instansi, Pejabat, Pembulatan, SkalaCapaian
from lkjip.data.instansi_yml import FILE
from lkjip.data.yaml_lines import lines
from lkjip.jejak.angka import Angka
from lkjip.jejak.node import Node
from lkjip.jejak.teks import Tanggal, Teks

# Stands in the file as year and month.
_BULAN = "laporan.kepegawaian_per"


def lacak(instansi: Instansi, folder: Path) -> Instansi:
    """Give the values of the office their keys.

    Parameters
    ----------
    instansi
        The office as `lkjip.data.instansi_yml` reads it.
    folder
        The folder that its file lies in.

    Returns
    -------
    Instansi
        The same, with texts, numbers and dates of `lkjip.jejak`. Of a rounding rule only the
        policy: its decimals are no inputs of a formula.
    """
    hasil: Instansi = _Pelacak(lines(folder / FILE)).isi(instansi, "")
    return hasil


# In the file the rule for all other columns stands among theirs.
_ATURAN = {"pengaturan.bawaan": "pengaturan.pembulatan.bawaan"}


class _Pelacak:
    def __init__(self, baris: Mapping[str, int]) -> None:
        self.baris = baris

    def isi(self, value: Any, path: str) -> Any:
        if isinstance(value, str | date | Decimal) or type(value) is int:
            return self._nilai(value, path)
        if isinstance(value, Pembulatan):
            return replace(value, cara=self._nilai(value.cara, f"{_ATURAN.get(path, path)}.cara"))
        if isinstance(value, Pejabat):
            # Whoever names an official by key means the entry under ``pejabat``.
            path = f"pejabat.{value.kunci}"
            return replace(value, **self._bagian(value, path, tanpa=("kunci",)))
        if isinstance(value, SkalaCapaian):
            return self._skala(value, path)
        if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **self._bagian(value, path))
        if isinstance(value, Mapping):
            return MappingProxyType(
                {k: self.isi(v, _di(path, _kunci(k))) for k, v in value.items()}
            )
        if isinstance(value, tuple):
            return tuple(self.isi(v, f"{path}[{n}]") for n, v in enumerate(value, start=1))
        return value

    def _bagian(self, value: Any, path: str, tanpa: tuple[str, ...] = ()) -> dict[str, Any]:
        return {
            field.name: self.isi(getattr(value, field.name), _di(path, field.name))
            for field in fields(value)
            if field.name not in tanpa
        }

    def _skala(self, skala: SkalaCapaian, path: str) -> SkalaCapaian:
        kelas = (
            (self.isi(nama, f"{at}.nama"), self.isi(batas, f"{at}.di_atas"))
            for at, (nama, batas) in (
                (f"{path}.kelas[{n}]", pair) for n, pair in enumerate(skala.kelas, start=1)
            )
        )
        return SkalaCapaian(self.isi(skala.dasar, f"{path}.dasar"), tuple(kelas))

    def _nilai(self, value: Any, path: str) -> Any:
        text = value.isoformat() if isinstance(value, date) else str(value)
        text = text[:7] if path == _BULAN else text
        where: dict[str, Any] = {"baris": self.baris[path]} if path in self.baris else {}
        node = Node("sel", text, berkas=FILE, kunci=path, **where)
        if isinstance(value, str):
            return Teks(value, node)
        return Tanggal.dari(value, node) if isinstance(value, date) else Angka.dari(value, node)


def _kunci(key: str | tuple[str, ...]) -> str:
    # Rounding rules are known by table and column, which are keys within each other in the file.
    return key if isinstance(key, str) else ".".join(key)


def _di(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key
