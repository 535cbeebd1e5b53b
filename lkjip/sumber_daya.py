"""Use of resources: absorption of the budget and the definitions of efficiency in use."""

from __future__ import annotations

import operator
from fractions import Fraction

from lkjip.definisi import Definisi
from lkjip.efisiensi_pmk import pmk22, pmk249
from lkjip.errors import Finding, InputError
from lkjip.i18n import _
from lkjip.jejak.rumus import bernama, sebagai
from lkjip.numbers import Exact, exact
from lkjip.registry import choose

_PRAKTIK = "praktik LKjIP perangkat daerah"


def serapan(realisasi: Exact, pagu: Exact) -> Fraction:
    """Budget absorption in percent: realisasi / pagu × 100.

    Parameters
    ----------
    realisasi, pagu
        Spending and ceiling in rupiah.

    Returns
    -------
    Fraction
        Percent.

    Raises
    ------
    InputError
        `pagu` is 0 or negative.
    TypeError
        An amount is a float.

    Notes
    -----
    Source: Tabel 3.5 and 3.7 of the 2022 report.
    """
    ceiling = exact(pagu)
    if ceiling <= 0:
        raise InputError(
            Finding(
                _("serapan cannot be computed: the pagu is not positive"),
                value=str(pagu),
                expected=_("an amount above 0"),
                mend=_("correct the pagu, or leave the row out of the absorption"),
            )
        )
    result: Fraction = sebagai(exact(realisasi), "realisasi") / sebagai(ceiling, "pagu") * 100
    return bernama(result, "serapan", "realisasi / pagu × 100%", _PRAKTIK)


def _selisih(capaian: Exact, serapan: Exact) -> Fraction:
    return exact(capaian) - exact(serapan)


def _sisa_bersyarat(capaian: Exact, serapan: Exact) -> Fraction | None:
    return 100 - exact(serapan) if exact(capaian) >= 100 else None


def rupiah_hemat(capaian: Exact, pagu: int, realisasi: int) -> int | None:
    """Rupiah saved: pagu − realisasi where the target was met, else None.

    Parameters
    ----------
    capaian
        Percent.
    pagu, realisasi
        Rupiah.

    Returns
    -------
    int or None
        Rupiah.

    Raises
    ------
    TypeError
        An amount is not an integer, or `capaian` is a float.

    Notes
    -----
    Source: practice of provincial e-SAKIP reports.
    """
    # index() refuses floats and turns NumPy integers into int.
    saved = operator.index(pagu) - operator.index(realisasi)
    return saved if exact(capaian) >= 100 else None


_CAPAIAN_SERAPAN = ("capaian", "serapan")

DEFINISI_EFISIENSI: dict[str, Definisi] = {
    "selisih": Definisi(
        _CAPAIAN_SERAPAN,
        "capaian − serapan",
        _PRAKTIK,
        _selisih,
    ),
    "sisa_bersyarat": Definisi(
        _CAPAIAN_SERAPAN,
        "100% − serapan, jika capaian ≥ 100%",
        "praktik LKjIP perangkat daerah dengan aplikasi e-SAKIP",
        _sisa_bersyarat,
    ),
    "rupiah_hemat": Definisi(
        ("capaian", "pagu", "realisasi"),
        "pagu − realisasi, jika capaian ≥ 100%",
        "praktik aplikasi e-SAKIP provinsi",
        rupiah_hemat,
    ),
    "pmk249": Definisi(
        ("keluaran",),
        "Σ[1 − (RAK/RVK) / (PAK/TVK)] × 100% / n; NE = 50% + (E/20) × 50",
        "PMK Nomor 249/PMK.02/2011",
        pmk249,
    ),
    "pmk22": Definisi(
        ("keluaran",),
        "Σ(AARO·CRO − RARO) / Σ(AARO·CRO) × 100%; NE = 50% + (E/20) × 50",
        "PMK Nomor 22/PMK.02/2021",
        pmk22,
    ),
}
"""Efficiency definitions in use, by the name that `instansi.yml` chooses."""


def efisiensi(capaian: Exact, serapan: Exact, definisi: str = "selisih") -> Fraction | None:
    """Efficiency by a named definition that needs achievement and absorption only.

    Parameters
    ----------
    capaian, serapan
        Percent.
    definisi
        ``"selisih"`` (capaian − serapan) or ``"sisa_bersyarat"`` (100 − serapan where capaian is
        at least 100). The others in `DEFINISI_EFISIENSI` have inputs of their own.

    Returns
    -------
    Fraction or None
        Percentage points; None where the definition gives no value.

    Raises
    ------
    InputError
        The definition is unknown or needs other inputs.
    TypeError
        A percentage is a float.

    Notes
    -----
    Source: ``"selisih"`` is Tabel 3.6 and column (9)=(5)-(8) of Tabel 3.8 of the 2022 report.
    """
    chosen = choose(DEFINISI_EFISIENSI, definisi, _("the definition of efisiensi is unknown"))
    if chosen.masukan != _CAPAIAN_SERAPAN:
        fitting = [k for k, d in DEFINISI_EFISIENSI.items() if d.masukan == _CAPAIAN_SERAPAN]
        raise InputError(
            Finding(
                _("this definition of efisiensi is not computed from capaian and serapan"),
                value=definisi,
                expected=_("one of: {names}").format(names=", ".join(fitting)),
                mend=_("call DEFINISI_EFISIENSI[{name!r}].hitung({inputs})").format(
                    name=definisi, inputs=", ".join(chosen.masukan)
                ),
            )
        )
    inputs = sebagai(exact(capaian), "capaian"), sebagai(exact(serapan), "serapan")
    result: Fraction | None = chosen.hitung(*inputs)
    masukan = {"capaian": capaian, "serapan": serapan, "definisi": definisi}
    return bernama(result, "efisiensi", chosen.rumus, chosen.sumber, masukan)
