"""What performance is measured with: achievement, absorption, efficiency and category.

The door for notebooks and auditors; achievement is defined here, the rest in the modules it is
taken from. All results are exact ratios in percent, rounded when printed (`lkjip.numbers`).
"""

from __future__ import annotations

from fractions import Fraction

from lkjip.definisi import Definisi
from lkjip.errors import Finding, InputError
from lkjip.i18n import _
from lkjip.jejak.rumus import bernama, sebagai, tetap
from lkjip.jejak.susunan import terkecil
from lkjip.numbers import Exact, exact
from lkjip.registry import choose
from lkjip.skala import SKALA_SAKIP, Skala, predikat, predikat_sakip
from lkjip.sumber_daya import DEFINISI_EFISIENSI, efisiensi, rupiah_hemat, serapan

__all__ = [
    "ARAH",
    "DEFINISI_EFISIENSI",
    "SKALA_SAKIP",
    "Skala",
    "Target",
    "capaian",
    "efisiensi",
    "predikat",
    "predikat_sakip",
    "rupiah_hemat",
    "serapan",
]

Target = Exact | tuple[Exact, Exact] | str
"""A number, a range (lower, upper), or a grade."""

_WHOLE = Fraction(100)
_PREDIKAT = "100%, karena predikat realisasi sama dengan atau lebih tinggi daripada target"
_PENUH = "100%, karena realisasi sama dengan target atau berada dalam rentangnya"


def _naik(target: Fraction, realisasi: Fraction) -> Fraction:
    return realisasi / target * 100


def _turun(target: Fraction, realisasi: Fraction) -> Fraction:
    return (2 * target - realisasi) / target * 100


def _turun_rasio(target: Fraction, realisasi: Fraction) -> Fraction:
    if realisasi <= 0:
        raise InputError(
            Finding(
                _("target / realisasi needs a realisasi above 0"),
                value=str(realisasi),
                expected=_("a number above 0"),
                mend=_("use arah turun, which divides by the target"),
            )
        )
    return target / realisasi * 100


ARAH: dict[str, Definisi] = {
    "naik": Definisi(
        ("target", "realisasi"),
        "realisasi / target × 100%",
        "praktik umum LKjIP",
        _naik,
    ),
    "turun": Definisi(
        ("target", "realisasi"),
        "(2 × target − realisasi) / target × 100%",
        "praktik umum LKjIP",
        _turun,
    ),
    "turun-rasio": Definisi(
        ("target", "realisasi"),
        "target / realisasi × 100%",
        "praktik sebagian instansi",
        _turun_rasio,
    ),
}
"""How achievement is measured, by polarity: naik = higher is better, turun = lower is better."""

# Place in the scale, 0 is best.
_URUTAN_SAKIP = {nama: urutan for urutan, (nama, _di_atas) in enumerate(SKALA_SAKIP)}


def capaian(
    target: Target, realisasi: Exact | str, arah: str = "naik", maksimum: Exact | None = None
) -> Fraction:
    """Achievement of a target in percent.

    Parameters
    ----------
    target
        A number; a range (lower, upper), which is met anywhere inside and else measured at its
        nearest bound; or a SAKIP grade.
    realisasi
        A number in the target's unit, or a grade when the target is one.
    arah
        A name in `ARAH`: ``"naik"`` R/T, ``"turun"`` (2T − R)/T, ``"turun-rasio"`` T/R.
    maksimum
        Highest result to give, 100 or more; None for no limit.

    Returns
    -------
    Fraction
        Percent. ``"turun"`` gives less than 0 when realisasi is above twice the target.

    Raises
    ------
    InputError
        The target is 0 or negative (except lower-is-better with 0 of 0, which is 100); only one
        side is a grade; a grade is unknown or below its target; `arah` is unknown; `maksimum` is
        below 100.
    TypeError
        A number is a float.

    Notes
    -----
    Sources: Tabel 3.1, 3.3, 3.5 and 3.8 of the 2022 report (naik, grades); PermenPANRB 8/2021,
    special conditions (turun, ranges); PermenPANRB 88/2021 (order of the grades). 100 for a
    grade that reaches its target and for 0 of 0 are decisions of this package.

    Examples
    --------
    >>> capaian(8, 9), capaian(8, 9, "turun"), capaian((80, 90), 85), capaian("B", "A")
    (Fraction(225, 2), Fraction(175, 2), Fraction(100, 1), Fraction(100, 1))
    """
    definisi = choose(ARAH, arah, _("the polarity (arah) is unknown"))
    limit = None if maksimum is None else exact(maksimum)
    if limit is not None and limit < _WHOLE:
        raise InputError(
            Finding(
                _("the highest capaian would hide a target that was met"),
                value=str(maksimum),
                expected=_("100 or more, or nothing"),
            )
        )
    masukan = {"target": target, "realisasi": realisasi, "arah": arah}
    if isinstance(target, str) or isinstance(realisasi, str):
        return tetap(_capaian_predikat(target, realisasi, arah), "capaian", _PREDIKAT, masukan)
    actual = exact(realisasi)
    bound = _nearest(target, actual) if isinstance(target, tuple) else exact(target)
    if bound is None or (bound == actual == 0 and arah != "naik"):
        return tetap(_WHOLE, "capaian", _PENUH, masukan)
    if bound <= 0:
        raise _target_not_positive(bound)
    result: Fraction = definisi.hitung(sebagai(bound, "target"), sebagai(actual, "realisasi"))
    rumus = definisi.rumus
    if limit is not None:
        result = terkecil((result, sebagai(limit, "maksimum")))
        rumus = f"{rumus}, paling tinggi maksimum"
    return bernama(result, "capaian", rumus, definisi.sumber, {"arah": arah})


def _nearest(target: tuple[Exact, Exact], actual: Fraction) -> Fraction | None:
    """Return the bound that `actual` lies beyond, None inside the range."""
    lower, upper = map(exact, target)
    if lower > upper:
        raise InputError(
            Finding(
                _("the lower bound of the target is above the upper bound"),
                value=f"({target[0]}, {target[1]})",
                expected=_("(lower, upper)"),
            )
        )
    if actual < lower:
        return lower
    return upper if actual > upper else None


def _target_not_positive(target: Fraction) -> InputError:
    return InputError(
        Finding(
            _("capaian cannot be computed: the target is not positive"),
            value=str(target),
            expected=_("a target above 0; 0 only with arah turun and a realisasi of 0"),
            mend=_("set a target above 0, or choose an indicator that can be divided by it"),
        )
    )


def _capaian_predikat(target: Target, realisasi: Exact | str, arah: str) -> Fraction:
    if not (isinstance(target, str) and isinstance(realisasi, str)):
        raise InputError(
            Finding(
                _("a grade is compared with something that is no grade"),
                value=_("target {target}, realisasi {realisasi}").format(
                    target=target, realisasi=realisasi
                ),
                expected=_("two grades or two numbers"),
                mend=_("give the score (nilai) on both sides, or the grade on both"),
            )
        )
    if arah != "naik":
        raise InputError(
            Finding(_("a grade cannot be lower-is-better"), value=arah, expected="naik")
        )
    message = _("the SAKIP grade is unknown")
    if choose(_URUTAN_SAKIP, realisasi, message) <= choose(_URUTAN_SAKIP, target, message):
        return _WHOLE
    raise InputError(
        Finding(
            _("the grade is below its target, and letters alone do not say by how much"),
            value=realisasi,
            expected=_("{target} or better, or numbers").format(target=target),
            mend=_("give the scores (nilai) of target and realisasi instead of the grades"),
        )
    )
