"""From great-tables' HTML to the table that a reader sees: real spans, then nothing but meaning.

great-tables puts an empty cell above a column without an outer spanner and cannot merge cells of
the body. `arrange` mends both in its HTML (what Jupyter shows); `clean` takes away styles, ids
and classes (what both renderers read and dress with one stylesheet).
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement
from lxml.html import builder as build

from lkjip.belum import BELUM_DIISI
from lkjip.tables.gt import to_gt
from lkjip.tables.lebar import lebar_kolom
from lkjip.tables.model import Baris, Kolom, Tabel
from lkjip.ukuran import KOSONG

_RATA = {"kiri": "left", "tengah": "center", "kanan": "right"}
_KELAS = {"tengah": "tengah", "kanan": "angka"}
# A text with more letters than this needs a wide column where nothing else gives it one.
_PANJANG = 120
_TANPA_NILAI = {KOSONG: "kosong", BELUM_DIISI: "kosong belum"}


@dataclass(frozen=True)
class HtmlTabel:
    """Two faces of one table.

    Parameters
    ----------
    tampilan
        great-tables' HTML with its styles, for Jupyter.
    bersih
        The bare table of the contract, for the renderers.
    """

    tampilan: str
    bersih: str


def to_html(tabel: Tabel) -> HtmlTabel:
    """Render a table.

    Parameters
    ----------
    tabel
        The table.
    """
    root = lxml_html.fragment_fromstring(to_gt(tabel).as_raw_html(), create_parent=False)
    arrange(root, tabel)
    return HtmlTabel(
        tampilan=lxml_html.tostring(root, encoding="unicode").rstrip() + "\n",
        bersih=clean(root, tabel),
    )


def arrange(root: HtmlElement, tabel: Tabel) -> None:
    """Give great-tables' HTML the spans of the table, in place.

    Parameters
    ----------
    root
        The element that holds the ``<table>``.
    tabel
        The table it was made from.
    """
    for element in root.iter("th", "td"):
        # Built from the texts of the heads, hence neither unique nor needed.
        element.attrib.pop("id", None)
        element.attrib.pop("headers", None)
    _arrange_head(root.find(".//thead"), len(tabel.kolom))
    _arrange_body(root.find(".//tbody"), tabel)


def _arrange_head(head: HtmlElement, width: int) -> None:
    """Let each head cell reach up over the empty cells above it."""
    rows = head.findall("tr")
    grid = _grid(rows, width)
    for column in range(width):
        for n in reversed(range(len(rows) - 1)):
            if not grid[n][column].text_content().strip():
                grid[n][column] = grid[n + 1][column]
    for row in rows:
        for cell in list(row):
            row.remove(cell)
    placed: set[HtmlElement] = set()
    for n, cells in enumerate(grid):
        for cell in cells:
            if cell in placed:
                continue
            placed.add(cell)
            cell.set("rowspan", str(sum(cell in others for others in grid)))
            cell.set("colspan", str(cells.count(cell)))
            rows[n].append(cell)


def _grid(rows: list[HtmlElement], width: int) -> list[list[HtmlElement]]:
    """Spread cells with spans over a grid: one element for each place."""
    grid: list[list[HtmlElement | None]] = [[None] * width for _row in rows]
    for n, row in enumerate(rows):
        for cell in row:
            start = grid[n].index(None)
            for k in range(n, n + int(cell.get("rowspan", "1"))):
                for column in range(start, start + int(cell.get("colspan", "1"))):
                    grid[k][column] = cell
    return [[cell for cell in line if cell is not None] for line in grid]


def _arrange_body(body: HtmlElement, tabel: Tabel) -> None:
    spans = tabel.gabungan()
    for n, (row, baris) in enumerate(zip(body.findall("tr"), tabel.baris, strict=True)):
        cells = list(row)
        if baris.jenis == "grup":
            continue
        for k, cell in enumerate(cells):
            if baris.sel[k] is None or spans[n][k] == 0:
                row.remove(cell)
                continue
            covered = 1
            while k + covered < len(cells) and baris.sel[k + covered] is None:
                covered += 1
            if covered > 1:
                cell.set("colspan", str(covered))
            if baris.jenis == "subjudul":
                cell.set("class", f"{cell.get('class')} lkjip-judul")
            if spans[n][k] > 1:
                cell.set("rowspan", str(spans[n][k]))


def clean(root: HtmlElement, tabel: Tabel) -> str:
    """Take the bare table out of arranged HTML.

    Parameters
    ----------
    root
        The element that holds the arranged ``<table>``.
    tabel
        The table it was made from.

    Returns
    -------
    str
        One ``<table class="lkjip-tabel">``: texts, spans and classes of meaning only. Alignment
        stands in each cell too, since pandoc knows no classes.
    """
    table = build.TABLE({"class": "lkjip-tabel", "data-id": tabel.id})
    table.append(build.COLGROUP(*(build.COL(style=f"width: {n}%") for n in lebar_kolom(tabel))))
    table.append(_clean_head(root.find(".//thead"), tabel))
    table.append(_clean_body(root.find(".//tbody"), tabel))
    if (note := root.find(".//tfoot//td")) is not None:
        cell = _cell(build.TD, note, "sumber", "left")
        table.append(build.TFOOT(build.TR(cell)))
    # One row a line, so that a change in a table is a readable difference.
    etree.indent(table, space="")
    return f"{lxml_html.tostring(table, encoding='unicode')}\n"


def _clean_head(head: HtmlElement, tabel: Tabel) -> HtmlElement:
    result = build.THEAD()
    rows = head.findall("tr")
    for row in rows:
        # The number of a column is no name of it: read aloud, it would stand beside every cell.
        numbers = tabel.bernomor and row is rows[-1]
        new = build.TR({"class": "nomor-kolom"} if numbers else {})
        for cell in row:
            head = _cell(build.TD if numbers else build.TH, cell, None, "center")
            if not numbers:
                head.set("scope", "colgroup" if "colspan" in head.attrib else "col")
            new.append(head)
        result.append(new)
    return result


def _clean_body(body: HtmlElement, tabel: Tabel) -> HtmlElement:
    result = build.TBODY()
    for row, baris, spans in zip(body.findall("tr"), tabel.baris, tabel.gabungan(), strict=True):
        new = build.TR({"class": baris.jenis})
        # Columns without a cell are covered from the left (None) or from above.
        kept = iter(row)
        jejak = baris.asal or (None,) * len(spans)
        for k, node in enumerate(jejak):
            if baris.sel[k] is None or spans[k] == 0:
                continue
            new.append(_body_cell(next(kept), tabel, baris, k))
            if node is not None:
                new[-1].set("data-asal", node.kunci)
        result.append(new)
    return result


def _body_cell(cell: HtmlElement, tabel: Tabel, baris: Baris, k: int) -> HtmlElement:
    """A cell of the body; the one that names its row is a head."""
    kolom, sel = tabel.kolom[k], baris.sel[k] or ""
    if int(cell.get("colspan", "1")) > 1 and baris.jenis != "isi":
        if baris.jenis == "jumlah":
            return _row_head(_cell(build.TH, cell, None, "center"))
        return _cell(build.TD, cell, None, "left")
    kelas = [
        _KELAS.get(kolom.rata),
        _TANPA_NILAI.get(sel),
        "panjang" if len(sel) > _PANJANG else None,
    ]
    names = kolom is _naming(tabel) and baris.jenis in ("isi", "jumlah")
    made = _cell(
        build.TH if names else build.TD, cell, " ".join(filter(None, kelas)), _RATA[kolom.rata]
    )
    return _row_head(made) if names else made


def _row_head(cell: HtmlElement) -> HtmlElement:
    cell.set("scope", "row")
    return cell


def _naming(tabel: Tabel) -> Kolom | None:
    """The column whose texts say what a row is about: the first one of texts."""
    return next((k for k in tabel.kolom if k.bentuk == "teks" and k.rata == "kiri"), None)


def _cell(kind: type, source: HtmlElement, kelas: str | None, align: str) -> HtmlElement:
    cell = kind(source.text_content().strip())
    if kelas:
        cell.set("class", kelas)
    for span in ("rowspan", "colspan"):
        if int(source.get(span, "1")) > 1:
            cell.set(span, source.get(span))
    cell.set("style", f"text-align: {align}")
    return cell
