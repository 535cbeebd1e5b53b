"""Values for the narrative: an exact text, and the forms in which prose may print it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from lkjip.belum import BELUM, BELUM_DIISI
from lkjip.jejak.daftar import asal_daftar
from lkjip.jejak.node import Node
from lkjip.jejak.rumus import asal
from lkjip.kata import dengan_kata, kapital, rangkai
from lkjip.numbers import angka, persen, rupiah, tanggal
from lkjip.ukuran import KOSONG, SATUAN_TANPA_TEKS, hilang

Nilai = dict[str, Any]
"""``jenis``, ``nilai`` (exact text) and ``bentuk`` (forms by name); ``butir`` for a list."""

Butir = str | Mapping[str, Any]
"""An item of a list: a text, or ``{"teks": …, "butir": […]}`` with a list below it."""


def nilai(
    isi: Any,
    jenis: str = "teks",
    desimal: int | None = None,
    cara: str = "half-up",
    satuan: str = "persen",
) -> Nilai:
    """Prepare a value.

    Parameters
    ----------
    isi
        The value, exact; None, NaN or NA where the data has none, `BELUM` where it is still to
        come. For ``daftar`` a sequence of texts or of ``{"teks": …, "butir": […]}``.
    jenis
        ``teks``, ``angka``, ``persen``, ``poin`` (difference of two measures), ``rupiah``,
        ``tanggal``, ``daftar``, or ``ukuran``: a measure in its unit, which becomes ``persen``,
        ``angka`` or, for a grade, ``teks``.
    desimal, cara
        Rounding of ``angka``, ``persen``, ``poin``; None prints the decimals that a Decimal has.
    satuan
        Unit of ``ukuran`` and ``poin``.

    Returns
    -------
    dict
        Forms: ``utama`` for all; ``angka`` without unit for numbers; ``kata`` for ``angka`` in
        running text, in letters up to nine; ``kapital`` for texts.
        A missing number prints as `KOSONG`, a missing text as nothing. What is still to come
        prints as `BELUM_DIISI` and carries the mark ``belum``.

    Raises
    ------
    ValueError
        Unknown `jenis`.
    TypeError
        A number is a float.
    """
    if jenis == "ukuran":
        jenis = {"predikat": "teks", "persen": "persen"}.get(satuan, "angka")
    elif jenis != "poin":
        satuan = ""
    if jenis not in _FORMS:
        raise ValueError(f"unknown kind of value: {jenis}")
    if isi is BELUM:
        return _belum(jenis)
    if jenis == "daftar":
        return _daftar([] if isi is None else list(isi))
    if hilang(isi):
        kosong = "" if jenis == "teks" else KOSONG
        return {"jenis": jenis, "nilai": "", "bentuk": dict.fromkeys(_FORMS[jenis], kosong)}
    forms = _BENTUK[jenis](isi, desimal, cara, satuan)
    return {
        "jenis": jenis,
        "nilai": isi.isoformat() if isinstance(isi, date) else str(isi),
        "bentuk": dict(zip(_FORMS[jenis], forms, strict=True)),
    }


def _teks(isi: Any, *_rounding: Any) -> tuple[str, str]:
    return str(isi), kapital(str(isi))


def _angka(isi: Any, desimal: int | None, cara: str, satuan: str) -> tuple[str, str, str]:
    text = angka(isi, desimal, cara, ringkas=True)
    unit = "" if satuan in ("", *SATUAN_TANPA_TEKS) else f" {satuan}"
    return text + unit, text, dengan_kata(isi, text) + unit


def _persen(isi: Any, desimal: int | None, cara: str, _satuan: str) -> tuple[str, str]:
    return persen(isi, desimal, cara), angka(isi, desimal, cara, ringkas=True)


def _poin(isi: Any, desimal: int | None, cara: str, satuan: str) -> tuple[str, str]:
    text = angka(isi, desimal, cara, ringkas=True)
    unit = {"persen": "poin persen", "indeks": "poin"}.get(satuan, satuan)
    return f"{text} {unit}".strip(), text


def _rupiah(isi: Any, *_rounding: Any) -> tuple[str, str]:
    return rupiah(isi), angka(isi)


def _tanggal(isi: Any, *_rounding: Any) -> tuple[str]:
    return (tanggal(isi),)


_FORMS: dict[str, tuple[str, ...]] = {
    "teks": ("utama", "kapital"),
    "angka": ("utama", "angka", "kata"),
    "persen": ("utama", "angka"),
    "poin": ("utama", "angka"),
    "rupiah": ("utama", "angka"),
    "tanggal": ("utama",),
    "daftar": ("utama",),
}
_BENTUK: dict[str, Callable[[Any, int | None, str, str], tuple[str, ...]]] = {
    "teks": _teks,
    "angka": _angka,
    "persen": _persen,
    "poin": _poin,
    "rupiah": _rupiah,
    "tanggal": _tanggal,
}


def _belum(jenis: str) -> Nilai:
    butir: Nilai = {"butir": []} if jenis == "daftar" else {}
    bentuk = dict.fromkeys(_FORMS[jenis], BELUM_DIISI)
    return {"jenis": jenis, "nilai": "", "bentuk": bentuk, "belum": True, **butir}


def _daftar(butir: Sequence[Butir]) -> Nilai:
    texts = [item if isinstance(item, str) else str(item["teks"]) for item in butir]
    return {
        "jenis": "daftar",
        "nilai": "\n".join(texts),
        "bentuk": {"utama": rangkai(texts) or "tidak ada"},
        "butir": [_butir(item) for item in butir],
    }


def _butir(item: Butir) -> Butir:
    if isinstance(item, str):
        return str(item)
    return {"teks": str(item["teks"]), "butir": [_butir(below) for below in item["butir"]]}


def asal_nilai(isi: Any, jenis: str) -> Node | None:
    """Where a value comes from; None where that is not known, or there is no value."""
    if isi is BELUM or jenis != "daftar":
        return asal(isi)
    return asal_daftar(isi) if isi is not None else None


def cetakan(jenis: str, desimal: int | None, cara: str, satuan: str) -> dict[str, Any] | None:
    """How a value is printed; None for texts.

    Parameters
    ----------
    jenis, desimal, cara, satuan
        As for `nilai`.
    """
    if jenis not in ("angka", "persen", "poin", "rupiah", "ukuran"):
        return None
    unit = {"persen": "persen", "rupiah": "rupiah", "angka": None}.get(jenis, satuan)
    return {"desimal": desimal, "cara": None if desimal is None else cara, "satuan": unit}
