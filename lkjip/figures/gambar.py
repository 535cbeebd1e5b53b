"""A chart: its drawings, its words, and where its numbers come from."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

from lkjip.figures import raster, svg
from lkjip.figures.kanvas import Kanvas
from lkjip.jejak.node import Node
from lkjip.jejak.rumus import asal_semua

MAKIN_KECIL = "(makin kecil makin baik)"
"""Below the name of an indicator whose lower values are the better ones."""


@dataclass(frozen=True)
class Gambar:
    """A chart and what it says.

    Parameters
    ----------
    kertas
        The drawing for paper.
    alt
        The chart in words, with its figures, for people who cannot see it.
    layar
        The drawings for the web page, one for wide and one for narrow windows.
    lembar
        The same chart in several sheets, when it is higher than a page.
    asal
        Where the numbers that it draws come from.
    """

    kertas: Kanvas
    alt: str
    layar: tuple[Kanvas, ...] = ()
    lembar: tuple[Gambar, ...] = ()
    asal: tuple[Node, ...] = ()

    def dari(self, rows: pd.DataFrame, *kolom: str) -> Gambar:
        """The chart with where its numbers come from: these columns of the rows it was drawn of."""
        return replace(self, asal=asal_semua(isi for nama in kolom for isi in rows[nama]))

    def svg(self) -> str:
        """The chart as SVG. Texts stay texts; the same chart gives the same bytes."""
        return svg.kertas(self.kertas)

    def halaman(self) -> str:
        """The chart for the web page: its drawings as elements, without a name."""
        return "\n".join(svg.halaman(kanvas) for kanvas in self.layar)

    def png(self) -> bytes:
        """The chart as PNG for Word; of several sheets, the first."""
        return self.lembar[0].png() if self.lembar else raster.png(self.kertas)
