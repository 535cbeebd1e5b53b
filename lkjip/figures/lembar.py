"""Charts that are rows below each other, split over sheets where a page cannot hold them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lkjip.figures.gambar import Gambar
from lkjip.figures.kanvas import Kanvas
from lkjip.figures.media import KERTAS, LAYAR, SEMUA, Media
from lkjip.figures.warna import RUSUK

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


@dataclass(frozen=True)
class Bagan:
    """A chart for one kind of sheet.

    Parameters
    ----------
    baris
        The rows, from the top down: the same ones for every kind of sheet.
    kepala, kaki
        Legend above the rows and axis below them; every sheet has its own.
    bergaris
        Whether thin rules part the rows.
    """

    baris: Sequence[Baris]
    kepala: Baris | None = None
    kaki: Baris | None = None
    bergaris: bool = True

    def ruang(self, media: Media) -> float:
        """Height that a sheet has for rows."""
        lain = sum(part.tinggi for part in (self.kepala, self.kaki) if part)
        return float("inf") if media.tinggi is None else media.tinggi - lain

    def lukis(self, media: Media, bagian: slice) -> Kanvas:
        """Draw some of the rows on a sheet."""
        rows = self.baris[bagian]
        parts = [*([self.kepala] if self.kepala else []), *rows]
        parts += [self.kaki] if self.kaki else []
        kanvas = Kanvas(media, max(sum(part.tinggi for part in parts), 1.0))
        y = 0.0
        for part in parts:
            if self.bergaris and part in rows and part is not rows[0]:
                kanvas.garis([0, media.lebar], [y, y], RUSUK, tebal=0.5)
            part.lukis(kanvas, y)
            y += part.tinggi
        return kanvas


def gambar_berbaris(pembuka: str, susun: Callable[[Media], Bagan], pemisah: str = "; ") -> Gambar:
    """Draw rows below each other.

    Parameters
    ----------
    pembuka
        Sentence with which the words of the chart begin.
    susun
        Lays the chart out for a kind of sheet.
    pemisah
        What stands between the rows in words.
    """
    bagan = {media: susun(media) for media in SEMUA}

    def draw(bagian: slice) -> Gambar:
        kata = pemisah.join(row.kata for row in bagan[KERTAS].baris[bagian])
        kertas, *layar = (bagan[media].lukis(media, bagian) for media in SEMUA)
        return Gambar(kertas, f"{pembuka} {kata}.", tuple(layar))

    whole = draw(slice(None))
    sheets = list(_sheets([(bagan[media], media) for media in (KERTAS, LAYAR)]))
    if len(sheets) < 2:
        return whole
    return Gambar(whole.kertas, whole.alt, whole.layar, tuple(map(draw, sheets)))


def _sheets(bagan: Sequence[tuple[Bagan, Media]]) -> Iterator[slice]:
    """As many rows on each sheet as it holds of every kind, at least one."""
    mulai, jumlah = 0, len(bagan[0][0].baris)
    for akhir in range(1, jumlah + 1):
        penuh = any(
            sum(row.tinggi for row in each.baris[mulai:akhir]) > each.ruang(media)
            for each, media in bagan
        )
        if penuh and akhir - 1 > mulai:
            yield slice(mulai, akhir - 1)
            mulai = akhir - 1
    if mulai < jumlah:
        yield slice(mulai, jumlah)
