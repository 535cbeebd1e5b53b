"""Scales that turn a number into the name of a class: categories and SAKIP grades."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from lkjip.errors import Finding, InputError
from lkjip.i18n import _
from lkjip.jejak.rumus import kata
from lkjip.numbers import Exact, exact

Skala = Sequence[tuple[str, Exact | None]]
"""Classes from the best down: (name, the bound it lies above); the last one has no bound."""

SKALA_SAKIP: Skala = (
    ("AA", 90),
    ("A", 80),
    ("BB", 70),
    ("B", 60),
    ("CC", 50),
    ("C", 30),
    ("D", None),
)
"""Grades of a SAKIP evaluation, best first; bounds are exclusive below (PermenPANRB 88/2021)."""


def predikat(capaian: Exact, skala: Skala) -> str:
    """Category of an achievement.

    Parameters
    ----------
    capaian
        Percent, exact: bands are half-open, so no value falls between two of them.
    skala
        Classes from the best down, each (name, the bound it lies above). The last has None and
        takes the rest.

    Returns
    -------
    str
        The name of the first class whose bound lies below `capaian`.

    Raises
    ------
    InputError
        The scale is empty, its bounds do not fall, or not exactly the last one is None.
    TypeError
        A number is a float.

    Notes
    -----
    Source: the scale and its legal basis are settings in `instansi.yml`, for instance
    Permendagri 86/2017.

    Examples
    --------
    >>> predikat(Fraction(181, 2), [("Tinggi", 90), ("Sedang", 50), ("Rendah", None)])
    'Tinggi'
    """
    value = exact(capaian)
    bounds = [None if bound is None else exact(bound) for _nama, bound in skala]
    known = [bound for bound in bounds if bound is not None]
    falling = all(upper > lower for upper, lower in pairwise(known))
    if not falling or bounds != [*known, None]:
        raise InputError(
            Finding(
                _("the scale leaves holes or overlaps"),
                value="; ".join(f"{nama} > {bound}" for nama, bound in skala),
                expected=_("bounds that fall from class to class, and none for the last class"),
            )
        )
    nama, batas = next(
        (nama, bound)
        for (nama, _bound), bound in zip(skala, bounds, strict=True)
        if bound is None or value > bound
    )
    rumus = (
        "kelas terbawah" if batas is None else f"kelas pertama yang batasnya dilampaui: > {batas}"
    )
    masukan = {"capaian": capaian, "batas": batas, "kelas": nama}
    return kata(nama, "predikat", f"{nama}: {rumus}", masukan)


def predikat_sakip(nilai: Exact) -> str:
    """Grade of a SAKIP evaluation score.

    Parameters
    ----------
    nilai
        Score from 0 to 100.

    Returns
    -------
    str
        AA, A, BB, B, CC, C or D. A score on a bound has the lower grade: 80 is BB.

    Raises
    ------
    InputError
        The score is outside 0 to 100.
    TypeError
        The score is a float.

    Notes
    -----
    Source: PermenPANRB 88/2021.
    """
    if not 0 <= exact(nilai) <= 100:
        raise InputError(
            Finding(_("the SAKIP score is out of range"), value=str(nilai), expected=_("0 to 100"))
        )
    return predikat(nilai, SKALA_SAKIP)
