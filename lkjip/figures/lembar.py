"""Charts that are rows below each other, split over sheets where a page cannot hold them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lkjip.figures.kanvas import LEBAR, PUCAT, TINGGI, Gambar, Kanvas

Lukis = Callable[[Kanvas, float], None]


@dataclass(frozen=True)
class Baris:
    """A row of a chart.

    Parameters
    ----------
    tinggi
        Height in cm.
    lukis
        Draws the row on a sheet, given where it begins (y in cm).
    kata
        The row in words.
    """

    tinggi: float
    lukis: Lukis
    kata: str = ""


def gambar_berbaris(
    pembuka: str,
    baris: Sequence[Baris],
    *,
    kepala: Baris | None = None,
    kaki: Baris | None = None,
    bergaris: bool = True,
    pemisah: str = "; ",
) -> Gambar:
    """Draw rows below each other.

    Parameters
    ----------
    pembuka
        Sentence with which the words of the chart begin.
    baris
        The rows, from the top down.
    kepala, kaki
        Legend above the rows and axis below them; every sheet has its own.
    bergaris
        Whether thin rules part the rows.
    pemisah
        What stands between the rows in words.
    """

    def draw(rows: Sequence[Baris]) -> Gambar:
        parts = [*([kepala] if kepala else []), *rows, *([kaki] if kaki else [])]
        kanvas = Kanvas(max(sum(part.tinggi for part in parts), 1.0))
        y = 0.0
        for part in parts:
            if bergaris and part in rows and part is not rows[0]:
                kanvas.garis([0, LEBAR], [y, y], PUCAT, tebal=0.5)
            part.lukis(kanvas, y)
            y += part.tinggi
        return Gambar(kanvas.fig, f"{pembuka} {pemisah.join(row.kata for row in rows)}.")

    whole = draw(baris)
    room = TINGGI - sum(part.tinggi for part in (kepala, kaki) if part)
    sheets = list(_sheets(baris, room))
    if len(sheets) < 2:
        return whole
    return Gambar(whole.fig, whole.alt, tuple(draw(rows) for rows in sheets))


def _sheets(baris: Sequence[Baris], room: float) -> Iterator[list[Baris]]:
    """As many rows on each sheet as it holds, at least one."""
    sheet: list[Baris] = []
    for row in baris:
        if sheet and sum(other.tinggi for other in sheet) + row.tinggi > room:
            yield sheet
            sheet = []
        sheet.append(row)
    if sheet:
        yield sheet
