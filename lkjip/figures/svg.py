"""Charts as SVG: for paper with colours of its own, for the web page with those of its style."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from lkjip.figures.kanvas import Bentuk, Garis, Kanvas, Kotak, Tanda, Teks
from lkjip.figures.media import CM
from lkjip.figures.warna import TERANG, TINTA

# The font of the PDF comes first, then faces of the same width.
_FONT = "Libertinus Serif, Times New Roman, Liberation Serif, STIXGeneral, serif"
_TEPI = 0.6
_JANGKAR = {"left": "start", "center": "middle", "right": "end"}
# Classes of the page are short: there are many.
_KELAS = {"left": "", "center": "t", "right": "r"}

Rupa = Callable[[Bentuk], str]


def kertas(kanvas: Kanvas) -> str:
    """A drawing as a file of its own; its unit is the point, as of the PDF."""
    satuan = 72 / CM
    lebar, tinggi = (_angka(n * satuan) for n in (kanvas.media.lebar, kanvas.tinggi))
    isi = "\n".join(_bentuk(bentuk, satuan, _warna_kertas(kanvas)) for bentuk in kanvas.bentuk)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{lebar}pt" height="{tinggi}pt" '
        f'viewBox="0 0 {lebar} {tinggi}" font-family="{_FONT}" '
        f'font-size="{_angka(kanvas.media.huruf)}" fill="{TERANG[TINTA]}">\n{isi}\n</svg>\n'
    )


def halaman(kanvas: Kanvas) -> str:
    """A drawing as a part of the web page, in pixels; ``html/grafik.css`` says how it looks."""
    satuan = 96 / CM
    lebar, tinggi = (_angka(n * satuan) for n in (kanvas.media.lebar, kanvas.tinggi))
    isi = "".join(_bentuk(bentuk, satuan, _kelas(kanvas)) for bentuk in kanvas.bentuk)
    kelas = "sempit" if kanvas.media.sempit else "lebar"
    return (
        f'<svg class="grafik {kelas}" viewBox="0 0 {lebar} {tinggi}" aria-hidden="true">{isi}</svg>'
    )


def _warna_kertas(kanvas: Kanvas) -> Rupa:
    """Attributes of a shape on paper; what is as in most texts stands at the drawing itself."""

    def rupa(bentuk: Bentuk) -> str:
        if isinstance(bentuk, Garis):
            return (
                f' fill="none" stroke="{TERANG[bentuk.warna]}" '
                f'stroke-width="{_angka(bentuk.tebal)}" stroke-linejoin="round"'
            )
        text = "" if bentuk.warna == TINTA else f' fill="{TERANG[bentuk.warna]}"'
        if isinstance(bentuk, Teks):
            if bentuk.ukuran != kanvas.media.huruf:
                text += f' font-size="{_angka(bentuk.ukuran)}"'
            if bentuk.rata != "left":
                text += f' text-anchor="{_JANGKAR[bentuk.rata]}"'
            return text + (' font-weight="bold"' if bentuk.tebal else "")
        if bentuk.tepi:
            text += f' stroke="{TERANG[bentuk.tepi]}" stroke-width="{_angka(_TEPI)}"'
        return text

    return rupa


def _kelas(kanvas: Kanvas) -> Rupa:
    """The class attribute of a shape in the page."""

    def rupa(bentuk: Bentuk) -> str:
        if isinstance(bentuk, Garis):
            tebal = f' stroke-width="{_angka(bentuk.tebal * 4 / 3)}"'
            return f' class="garis {bentuk.warna}"{tebal}'
        names = ["" if bentuk.warna == TINTA else bentuk.warna]
        if isinstance(bentuk, Teks):
            kecil = bentuk.ukuran != kanvas.media.huruf
            names += [_KELAS[bentuk.rata], "b" if bentuk.tebal else "", "k" if kecil else ""]
        elif bentuk.tepi:
            names.append("bertepi")
        text = " ".join(name for name in names if name)
        return f' class="{text}"' if text else ""

    return rupa


def _bentuk(bentuk: Bentuk, satuan: float, rupa: Rupa) -> str:
    def ke(*angka: float) -> list[str]:
        return [_angka(n * satuan) for n in angka]

    if isinstance(bentuk, Teks):
        x, y = ke(bentuk.x, bentuk.y)
        return f'<text x="{x}" y="{y}"{rupa(bentuk)}>{escape(bentuk.isi, quote=False)}</text>'
    if isinstance(bentuk, Kotak):
        x, y, lebar, tinggi = ke(bentuk.x, bentuk.y, bentuk.lebar, bentuk.tinggi)
        tempat = f'x="{x}" y="{y}" width="{lebar}" height="{tinggi}"'
        return f"<rect {tempat}{rupa(bentuk)}/>"
    if isinstance(bentuk, Tanda) and not bentuk.ketupat:
        x, y, jari = ke(bentuk.x, bentuk.y, bentuk.jari)
        return f'<circle cx="{x}" cy="{y}" r="{jari}"{rupa(bentuk)}/>'
    titik, akhir = (bentuk.titik, "") if isinstance(bentuk, Garis) else (_ketupat(bentuk), "z")
    jalan = "L".join(" ".join(ke(x, y)) for x, y in titik)
    return f'<path d="M{jalan}{akhir}"{rupa(bentuk)}/>'


def _ketupat(tanda: Tanda) -> tuple[tuple[float, float], ...]:
    x, y, jari = tanda.x, tanda.y, tanda.jari
    return ((x, y - jari), (x + jari, y), (x, y + jari), (x - jari, y))


def _angka(nilai: float) -> str:
    """A coordinate; a tenth of a point or pixel is finer than what anybody sees."""
    text = f"{nilai:.1f}"
    return text.removesuffix(".0") if text != "-0.0" else "0"
