"""What the data says, as facts that a sentence can repeat or contradict.

Computed from the files of the year and not from ``nilai.json``, so that a finding does not depend
on whether the notebooks were run. The ids are those under which the notebooks record the values.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from lkjip.check.year import Origin, Rounding
from lkjip.numbers import angka, bulatkan, exact, rupiah, tanggal


@dataclass(frozen=True)
class Fact:
    """One thing that the data says.

    Parameters
    ----------
    id
        Of the value in ``nilai.json``; empty when the notebooks record none.
    subject
        Key of what it belongs to; empty for the office as a whole.
    aspect
        ``"target"``, ``"realisasi"``, ``"capaian"``, … (`lkjip.check.narrative.aspects`).
    kind
        ``"persen"``, ``"poin"``, ``"rupiah"`` or ``"jumlah"`` for numbers; ``"tanggal"``,
        ``"nip"``; ``"arah"`` and ``"banding"`` for signs (-1, 0, 1); ``"kelas"`` for a grade or
        category.
    value
        Exact number, sign, date or text.
    origin
        The cells that it comes from; ``setting`` is the key of ``instansi.yml`` instead.
    year
        The year it is about.
    rounding
        How it is printed; None when it is printed as it is.
    nouns
        What a count counts: ``("kasus",)``.
    """

    id: str
    subject: str
    aspect: str
    kind: str
    value: Any
    origin: tuple[Origin, ...]
    year: int
    rounding: Rounding | None = None
    nouns: tuple[str, ...] = ()
    setting: str = ""

    @property
    def shown(self) -> Any:
        """The number as it is printed: rounded by its policy."""
        if self.rounding and self.kind in ("persen", "poin"):
            return exact(bulatkan(self.value, *self.rounding))
        return self.value

    @property
    def text(self) -> str:
        """The value as the report prints it."""
        if self.kind == "tanggal":
            return tanggal(self.value)
        if self.kind == "rupiah":
            return rupiah(int(self.value))
        if self.kind not in ("persen", "poin", "jumlah"):
            return str(self.value)
        places, policy = self.rounding or (_places(self.value), "half-up")
        text = angka(self.value, places, policy, ringkas=True)
        unit = {"persen": "%", "poin": " poin persen"}.get(self.kind, "")
        return f"{text}{unit}"


def _places(value: Fraction) -> int:
    return next((n for n in range(7) if (value * 10**n).denominator == 1), 2)
