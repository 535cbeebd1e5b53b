"""lkjip: an annual government performance report (LKjIP) that computes itself.

The names below are stable: auditors and notebooks use them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

# Loaded on first use, so that commands which compute nothing start without pandas.
_HOMES = {
    "capaian": "lkjip.kinerja",
    "serapan": "lkjip.kinerja",
    "efisiensi": "lkjip.kinerja",
    "predikat": "lkjip.kinerja",
    "bulatkan": "lkjip.numbers",
    "angka": "lkjip.numbers",
    "persen": "lkjip.numbers",
    "rupiah": "lkjip.numbers",
    "tanggal": "lkjip.numbers",
    "load": "lkjip.data.load",
}

if TYPE_CHECKING:
    from lkjip.data.load import load as load
    from lkjip.kinerja import capaian as capaian
    from lkjip.kinerja import efisiensi as efisiensi
    from lkjip.kinerja import predikat as predikat
    from lkjip.kinerja import serapan as serapan
    from lkjip.numbers import angka as angka
    from lkjip.numbers import bulatkan as bulatkan
    from lkjip.numbers import persen as persen
    from lkjip.numbers import rupiah as rupiah
    from lkjip.numbers import tanggal as tanggal

__all__ = [
    "angka",
    "bulatkan",
    "capaian",
    "efisiensi",
    "load",
    "persen",
    "predikat",
    "rupiah",
    "serapan",
    "tanggal",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
