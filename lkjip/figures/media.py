"""What charts are drawn for: the page of paper, the wide and the narrow web page.

Charts of a report are small and full of long names. Every text is measured before it is placed,
with fonts that matplotlib brings along, so that a chart looks the same on every machine and
nothing overlaps whatever the data says.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from matplotlib.font_manager import FontProperties, findfont
from matplotlib.ft2font import FT2Font

CM = 2.54
"""Centimetres of an inch."""

_POINT = CM / 72
# Texts are measured large, where the fitting of letters to pixels does not count.
_UKUR = 100.0


@dataclass(frozen=True)
class Media:
    """A kind of sheet, and the letters on it.

    Parameters
    ----------
    lebar
        Width of every chart in cm.
    tinggi
        Height in cm that a chart may have; a higher one is split over several sheets. None where
        there are no pages.
    huruf, kecil
        Font sizes in points, of most texts and of small ones.
    font
        The font that is measured; matplotlib brings it along.
    lebih
        What the font that readers see may be wider, for normal and for bold letters.
    sempit
        Whether names stand above what is drawn, as there is no room beside it.
    """

    lebar: float
    tinggi: float | None
    huruf: float
    kecil: float
    font: str
    lebih: tuple[float, float] = (1.0, 1.0)
    sempit: bool = False

    def lebar_teks(self, teks: str, ukuran: float | None = None, tebal: bool = False) -> float:
        """Width of a line of text in cm; `ukuran` is its font size in points."""
        if not teks.strip():
            return 0.0
        lebar = _width(teks, self.font, tebal) * (ukuran or self.huruf) * self.lebih[tebal]
        return lebar * _POINT / _UKUR

    def bungkus(
        self, teks: str, lebar: float, ukuran: float | None = None, tebal: bool = False
    ) -> list[str]:
        """Break text into lines that fit.

        Parameters
        ----------
        teks
            The text; a word wider than a line is broken too.
        lebar
            Room in cm.
        ukuran, tebal
            As in `lebar_teks`.

        Returns
        -------
        list of str
            At least one line.
        """
        lines = [""]
        for word in teks.split():
            while self.lebar_teks(word, ukuran, tebal) > lebar and len(word) > 1:
                cut = next(
                    n
                    for n in range(len(word) - 1, 0, -1)
                    if n == 1 or self.lebar_teks(word[:n], ukuran, tebal) <= lebar
                )
                lines += [word[:cut]]
                word = word[cut:]
            joined = f"{lines[-1]} {word}".strip()
            if self.lebar_teks(joined, ukuran, tebal) <= lebar:
                lines[-1] = joined
            else:
                lines.append(word)
        return [line for line in lines if line] or [""]

    def tinggi_baris(self, ukuran: float | None = None) -> float:
        """Distance between lines of text in cm."""
        return (ukuran or self.huruf) * 1.3 * _POINT


# As wide as the PDF's text, so that sizes there are as set here. Readers see Libertinus, which is
# wider than STIX.
KERTAS = Media(15.6, 20.5, 9.0, 8.0, "STIXGeneral", (1.04, 1.08))

# The letters of the page come from the reader's machine; those of DejaVu are as wide as any. On
# paper, a page may be printed too.
LAYAR = Media(15.6, 22.5, 9.0, 8.5, "DejaVu Sans")

# 276 pixels: even on the narrowest phones letters are not smaller than set here, 12 pixels.
PONSEL = Media(7.3, None, 9.0, 9.0, "DejaVu Sans", sempit=True)

SEMUA = (KERTAS, LAYAR, PONSEL)


@lru_cache(maxsize=16384)
def _width(teks: str, family: str, tebal: bool) -> float:
    """Width of a line in points, at the size of measuring."""
    font = _font(family, tebal)
    font.set_text(teks)
    return float(font.get_width_height()[0]) / 64


@lru_cache
def _font(family: str, tebal: bool) -> FT2Font:
    path = findfont(FontProperties(family=family, weight="bold" if tebal else "normal"))
    # An own copy: the one that matplotlib draws with changes its size from text to text.
    font = FT2Font(path)
    font.set_size(_UKUR, 72)
    return font
