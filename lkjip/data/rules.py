"""What must fit together across files, or the report cannot be computed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lkjip.data import complete, measurable
from lkjip.data.year import Year
from lkjip.errors import Finding

Rule = Callable[[Year], Iterator[Finding]]

RULES: tuple[tuple[tuple[str, ...], Rule], ...] = (
    (("sasaran", "indikator"), complete.sasaran),
    (("unit", "program"), complete.unit),
    (("sasaran", "indikator", "target", "realisasi"), complete.indikator),
    (("program", "anggaran", "realisasi_anggaran", "kinerja_program"), complete.program),
    (("sasaran", "alokasi_sasaran"), complete.alokasi),
    (("pegawai",), complete.pegawai),
    (("pengangguran", "ketenagakerjaan"), complete.labour_market),
    (("indikator", "target", "realisasi"), measurable.grades_and_numbers),
    (("indikator", "target", "realisasi"), measurable.indikator),
    (("kinerja_program",), measurable.program),
    (("anggaran",), measurable.pagu),
    (("alokasi_sasaran",), measurable.alokasi),
)
"""Each rule with the files it reads; it waits until nothing else is wrong in them."""


def check_rules(year: Year) -> Iterator[Finding]:
    """Find what does not fit together.

    Parameters
    ----------
    year
        The files of the year.
    """
    for names, check in RULES:
        if year.tables.keys() >= set(names):
            yield from check(year)
