"""What a notebook of the report shows: tables, figures, and the values that prose prints.

Each output carries, next to what a person sees in Jupyter, the same thing for the build under one
MIME type, `MIME`.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from fractions import Fraction
from html import escape
from typing import TYPE_CHECKING, Any

from IPython.core.getipython import get_ipython
from IPython.display import display

from lkjip.belum import BELUM, ada_belum, bila_lengkap
from lkjip.jejak.node import Node, kumpulkan
from lkjip.jejak.rumus import kata
from lkjip.jejak.susunan import terbesar, terkecil
from lkjip.kata import rangkai
from lkjip.nilai import Nilai, asal_nilai, cetakan, nilai
from lkjip.numbers import bulatkan
from lkjip.tables import Kolom, susun, to_csv, to_html
from lkjip.ukuran import hilang

if TYPE_CHECKING:
    import pandas as pd

    from lkjip.data.load import Data
    from lkjip.figures import Gambar

MIME = "application/vnd.lkjip+json"

_tercatat: dict[str, Nilai] = {}
_baru: dict[str, Nilai] = {}
_asal: dict[str, Node] = {}


def record(
    id: str,
    isi: Any,
    jenis: str = "teks",
    desimal: int | None = None,
    cara: str = "half-up",
    *,
    satuan: str = "persen",
) -> None:
    """Record a value that the narrative may print with ``{{< nilai id >}}``.

    All values of a cell become one output when the cell has run.

    Parameters
    ----------
    id
        Name of the value, such as ``"tpak.realisasi"``.
    isi, jenis, desimal, cara, satuan
        See `lkjip.nilai.nilai`.

    Raises
    ------
    ValueError
        The notebook has recorded another value under this id.
    """
    value = nilai(isi, jenis, desimal, cara, satuan)
    before = _tercatat.setdefault(id, value)
    if before != value:
        raise ValueError(
            f"{id} is recorded as {before['bentuk']['utama']!r} already, not as "
            f"{value['bentuk']['utama']!r}: one value, one id. "
            "After a change in a notebook, restart the kernel and run all cells."
        )
    shell = get_ipython()
    if shell is not None and not _baru:
        shell.events.register("post_run_cell", _show_values)
    _baru[id] = value
    node = asal_nilai(isi, jenis)
    if node is not None:
        _asal[id] = node
        _baru[id] = {**value, "asal": node.kunci}
        # A grade is a measure too, but no number.
        if not isinstance(isi, str) and (how := cetakan(jenis, desimal, cara, satuan)):
            _baru[id]["cetak"] = how


def record_puncak(
    id: str,
    nama: pd.Series,
    isi: pd.Series,
    jenis: str,
    desimal: int | None = None,
    cara: str = "half-up",
) -> None:
    """Record who has the highest and the lowest value, as ``<id>.tertinggi.nama|nilai`` and
    ``<id>.terendah.nama|nilai``.

    Parameters
    ----------
    id
        Beginning of the ids.
    nama, isi
        Names and exact values, row by row. Rows without a value do not count; ties are named
        together. While one value is still to come, nobody knows the highest and the lowest.
    jenis, desimal, cara
        As in `record`.
    """
    ada = isi[isi.notna()]
    for akhir, pilih in (("tertinggi", terbesar), ("terendah", terkecil)):
        names: Any = BELUM
        puncak: Any = BELUM
        if not ada_belum(ada):
            puncak = pilih(ada)
            who = [] if puncak is None else list(nama[ada.index][ada == puncak])
            names = kata(str(rangkai(who)), "nama", f"nama dengan nilai {akhir}", [*who, *ada])
        record(f"{id}.{akhir}.nama", names)
        record(f"{id}.{akhir}.nilai", puncak, jenis, desimal, cara)


def record_tanda(id: str, isi: pd.Series) -> None:
    """Record in words whether values are positive: all, some, or none of them negative.

    Parameters
    ----------
    id
        Name of the value.
    isi
        Exact numbers; rows without one do not count. While one is still to come, so are the
        words.
    """
    tanda = _tanda([angka for angka in isi if not hilang(angka)])
    record(id, bila_lengkap(isi, tanda, "menurut tanda semua nilai"))


def _tanda(ada: list[Any]) -> str:
    if ada and all(angka > 0 for angka in ada):
        return "seluruhnya positif"
    if ada and all(angka < 0 for angka in ada):
        return "seluruhnya negatif"
    if any(angka < 0 for angka in ada):
        return "sebagian negatif"
    return "tidak ada yang negatif"


def lihat(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows for the eye of a reader: exact ratios as decimals with six places.

    Parameters
    ----------
    rows
        Rows to look at; the computation goes on with the exact ones.
    """

    def tampil(isi: Any) -> Any:
        ratio = isinstance(isi, Fraction) and getattr(isi, "desimal", None) is None
        return bulatkan(isi, 6) if ratio else isi

    return rows.map(tampil)


def _show_values(*_result: Any) -> None:
    shell = get_ipython()
    if shell is not None:
        shell.events.unregister("post_run_cell", _show_values)
    values = dict(_baru)
    jejak = kumpulkan(_asal[id] for id in values if id in _asal)
    _baru.clear()
    _asal.clear()
    rows = [(id, value["bentuk"]["utama"]) for id, value in values.items()]
    cells = "".join(f"<tr><td>{escape(id)}</td><td>{escape(text)}</td></tr>" for id, text in rows)
    display(
        {
            "text/plain": "\n".join(f"{id} = {text}" for id, text in rows),
            "text/html": f"<details><summary>{len(rows)} nilai dicatat</summary>"
            f"<table>{cells}</table></details>",
            MIME: {"jenis": "nilai", "nilai": values, "jejak": jejak},
        },
        raw=True,
    )


def tabel(
    id: str, isi: pd.DataFrame, kolom: Sequence[Kolom], *, data: Data, **pilihan: Any
) -> None:
    """Show a table of the report; the cell has the label ``tbl-<id>``.

    Parameters
    ----------
    id
        Name of the table, for ``{{< tabel id >}}``.
    isi, kolom
        Rows with exact values, and the columns to print; see `lkjip.tables.susun`.
    data
        The data of the year: its settings say how columns are rounded.
    **pilihan
        Further arguments of `lkjip.tables.susun`: ``bernomor``, ``rumus``, ``grup``, ``subjudul``,
        ``jumlah``, ``sumber``.
    """
    tersusun = susun(id, isi, kolom, data.instansi.pembulatan, **pilihan)
    html, csv = to_html(tersusun), to_csv(tersusun)
    rows = tersusun.jejak()
    display(
        {
            "text/plain": csv,
            "text/html": html.tampilan,
            MIME: {
                "jenis": "tabel",
                "id": id,
                "html": html.bersih,
                "csv": csv,
                "asal": [[node and node.kunci for node in row] for row in rows],
                "cetak": tersusun.cetak,
                "jejak": kumpulkan(node for row in rows for node in row if node is not None),
            },
        },
        raw=True,
    )


def gambar(
    id: str, grafik: Gambar, rujukan: Sequence[str] = (), sumber: Sequence[str] = ()
) -> None:
    """Show a figure of the report; the cell has the label ``fig-<id>``.

    Parameters
    ----------
    id
        Name of the figure, for ``{{< gambar id >}}``.
    grafik
        A chart of `lkjip.figures`.
    rujukan
        Labels of the tables that it was drawn from, such as ``"tbl-capaian"``. The report prints
        their numbers below the figure.
    sumber
        Further sources, as they are printed behind them.
    """
    content: dict[str, Any] = {"jenis": "gambar", "id": id, "alt": grafik.alt}
    content |= {"rujukan": list(rujukan), "sumber": list(sumber)}
    content["asal"] = [node.kunci for node in grafik.asal]
    content["jejak"] = kumpulkan(grafik.asal)
    content["halaman"] = [each.halaman() for each in grafik.lembar or (grafik,)]
    pictures = [b64encode(each.png()).decode("ascii") for each in grafik.lembar or (grafik,)]
    if grafik.lembar:
        content["lembar"] = [
            {"svg": sheet.svg(), "png": picture, "alt": sheet.alt}
            for sheet, picture in zip(grafik.lembar, pictures, strict=True)
        ]
    display(
        {
            "text/plain": grafik.alt,
            "image/svg+xml": grafik.svg(),
            "image/png": pictures[0],
            MIME: content,
        },
        raw=True,
    )
