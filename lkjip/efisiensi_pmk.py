"""Budget efficiency of ministries and agencies (K/L), as the Minister of Finance defines it.

Regional offices are not bound by these regulations; their reports use the simpler definitions of
`lkjip.kinerja`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from lkjip.errors import Finding, InputError
from lkjip.i18n import _
from lkjip.numbers import Exact, exact

# The regulations map an efficiency from -20% to 20% onto a score from 0% to 100%.
_LIMIT = Fraction(20)


@dataclass(frozen=True)
class KeluaranPmk249:
    """One output (keluaran kegiatan) with its planned and real money and volume.

    Parameters
    ----------
    pagu
        PAK, planned spending in rupiah.
    realisasi
        RAK, real spending in rupiah.
    target_volume
        TVK, planned volume in any unit.
    realisasi_volume
        RVK, real volume in the same unit.
    """

    pagu: int
    realisasi: int
    target_volume: Exact
    realisasi_volume: Exact


@dataclass(frozen=True)
class KeluaranPmk22:
    """One output detail (rincian output, RO).

    Parameters
    ----------
    pagu
        AARO, allocated spending in rupiah.
    realisasi
        RARO, real spending in rupiah.
    capaian
        CRO, achievement in percent.
    """

    pagu: int
    realisasi: int
    capaian: Exact


@dataclass(frozen=True)
class NilaiEfisiensi:
    """Efficiency and the score made of it.

    Parameters
    ----------
    efisiensi
        E in percent, as computed, not limited.
    nilai
        NE in percent, from 0 to 100.
    """

    efisiensi: Fraction
    nilai: Fraction


def nilai_efisiensi(efisiensi: Exact) -> Fraction:
    """Turn an efficiency into the score NE = 50% + (E / 20) × 50.

    Parameters
    ----------
    efisiensi
        E in percent. Beyond -20 or 20 the limit counts: without it NE leaves its scale, as in
        reports that print more than 200%.

    Returns
    -------
    Fraction
        Percent, from 0 to 100.
    """
    limited = max(-_LIMIT, min(_LIMIT, exact(efisiensi)))
    return 50 + limited / _LIMIT * 50


def pmk249(keluaran: Sequence[KeluaranPmk249]) -> NilaiEfisiensi:
    """Compare the real with the planned cost of one unit of output, averaged over outputs.

    Parameters
    ----------
    keluaran
        The outputs, at least one.

    Returns
    -------
    NilaiEfisiensi
        E = Σ[1 − (RAK/RVK) / (PAK/TVK)] × 100% / n.

    Raises
    ------
    InputError
        There is no output, or one whose pagu, target volume or real volume is not positive.

    Notes
    -----
    Source: PMK 249/PMK.02/2011, as ministries' performance reports quote it.
    """
    _require_positive(keluaran, ("pagu", "target_volume", "realisasi_volume"))
    total = sum(
        1 - exact(k.realisasi) * exact(k.target_volume) / exact(k.realisasi_volume) / exact(k.pagu)
        for k in keluaran
    )
    result = Fraction(100 * total) / len(keluaran)
    return NilaiEfisiensi(result, nilai_efisiensi(result))


def pmk22(keluaran: Sequence[KeluaranPmk22]) -> NilaiEfisiensi:
    """Compare real spending with the spending that the achieved output deserves.

    Parameters
    ----------
    keluaran
        The outputs, at least one.

    Returns
    -------
    NilaiEfisiensi
        E = Σ(AARO·CRO − RARO) / Σ(AARO·CRO) × 100%.

    Raises
    ------
    InputError
        There is no output, or one whose pagu or achievement is not positive.

    Notes
    -----
    Source: PMK 22/PMK.02/2021 (replaced by PMK 62/2023); the formula is given as commonly used,
    its wording in the regulation has not been checked.
    """
    _require_positive(keluaran, ("pagu", "capaian"))
    deserved = sum((exact(k.pagu) * exact(k.capaian) / 100 for k in keluaran), Fraction(0))
    spent = sum((exact(k.realisasi) for k in keluaran), Fraction(0))
    result = 100 * (deserved - spent) / deserved
    return NilaiEfisiensi(result, nilai_efisiensi(result))


def _require_positive(
    keluaran: Sequence[KeluaranPmk249] | Sequence[KeluaranPmk22], fields: tuple[str, ...]
) -> None:
    if not keluaran:
        raise InputError(Finding(_("there is no output"), expected=_("at least one output")))
    findings = [
        Finding(
            _("output {number}: {field} is not positive").format(number=number, field=field),
            value=str(getattr(row, field)),
            expected=_("a number above 0"),
            mend=_("correct it, or leave this output out of the efficiency"),
        )
        for number, row in enumerate(keluaran, start=1)
        for field in fields
        if exact(getattr(row, field)) <= 0
    ]
    if findings:
        raise InputError(findings)
