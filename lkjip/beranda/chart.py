"""One small chart: realisasi as a line over the years, each year's target as a dash."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from lxml import etree

from lkjip.beranda.published import Angka, Perkembangan

_WIDTH, _HEIGHT = 340, 160
_SIDE, _TOP, _BOTTOM = 34, 26, 44
# Up to this many years every point has its number.
_LABELLED = 6
# Below this share of the value a change is not blown up to the height of the chart.
_LEAST_RANGE = 0.1


def draw(moved: Perkembangan, years: range) -> etree._Element:
    """Draw an indicator.

    Parameters
    ----------
    moved
        The indicator.
    years
        The years of all charts of the page, so that they stand below each other.

    Returns
    -------
    lxml element
        An ``<svg>`` whose colours come from the page's style sheet.
    """
    svg = etree.Element("svg", role="img", viewBox=f"0 0 {_WIDTH} {_HEIGHT}")
    svg.set("aria-label", describe(moved))
    step = (_WIDTH - 2 * _SIDE) / max(len(years) - 1, 1)
    place = {year: _SIDE + step * n for n, year in enumerate(years)}
    base = _HEIGHT - _BOTTOM + 24
    _add(svg, "line", "sumbu", x1=0, y1=base, x2=_WIDTH, y2=base)
    for year in years:
        if len(years) <= _LABELLED or year in (years[0], years[-1]):
            _text(svg, "tahun", place[year], base + 15, str(year))
    height = _scale(moved)
    for year, angka in moved.target.items():
        y, half = height(angka), min(step * 0.38, 30)
        _add(svg, "line", "target", x1=place[year] - half, y1=y, x2=place[year] + half, y2=y)
    for _key, run in groupby(enumerate(moved.realisasi), key=lambda pair: pair[1] - pair[0]):
        points = [f"{place[y]:.1f},{height(moved.realisasi[y]):.1f}" for _n, y in run]
        _add(svg, "polyline", "garis", points=" ".join(points))
    known = list(moved.realisasi)
    for year, angka in moved.realisasi.items():
        _add(svg, "circle", "titik", cx=place[year], cy=height(angka), r=3.5)
        if len(known) <= _LABELLED or year in (known[0], known[-1]):
            y = height(angka) + (19 if _below(moved, year, height) else -10)
            _text(svg, "angka", place[year], y, angka.teks)
    return svg


def describe(moved: Perkembangan) -> str:
    """The chart in words, with its numbers."""
    values = ", ".join(
        f"{year} {angka.teks}"
        + (f" (target {moved.target[year].teks})" if year in moved.target else "")
        for year, angka in moved.realisasi.items()
    )
    return f"Diagram garis {moved.nama} menurut tahun: {values}."


def _below(moved: Perkembangan, year: int, height: Callable[[Angka], float]) -> bool:
    """Whether a label hides less below its point than above it (heights run downwards)."""
    own = height(moved.realisasi[year])
    around = [moved.realisasi[n] for n in (year - 1, year + 1) if n in moved.realisasi]
    gap = height(moved.target[year]) - own if year in moved.target else None

    def hidden(side: int) -> int:
        on_target = gap is not None and 4 < gap * side < 24
        return 2 * on_target + sum((height(angka) - own) * side > 1 for angka in around)

    return hidden(1) < hidden(-1)


def _scale(moved: Perkembangan) -> Callable[[Angka], float]:
    known = [float(a.nilai) for a in (*moved.realisasi.values(), *moved.target.values())]
    low, high = min(known), max(known)
    span = max(high - low, _LEAST_RANGE * max(abs(low), abs(high)), 1e-9)
    middle, room = (low + high) / 2, _HEIGHT - _TOP - _BOTTOM

    def height(angka: Angka) -> float:
        return _TOP + room / 2 - (float(angka.nilai) - middle) / span * room

    return height


def _add(svg: etree._Element, tag: str, kind: str, **attributes: str | float) -> etree._Element:
    element = etree.SubElement(svg, tag, {"class": kind})
    for name, value in attributes.items():
        element.set(name, value if isinstance(value, str) else f"{value:.1f}")
    return element


def _text(svg: etree._Element, kind: str, x: float, y: float, text: str) -> None:
    _add(svg, "text", kind, x=x, y=y).text = text
