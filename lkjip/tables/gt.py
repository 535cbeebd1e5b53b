"""A table as a great-tables object, for people who look at it in Jupyter."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import Any

import pandas as pd
from great_tables import GT, html, loc, style

from lkjip.tables.lebar import lebar_kolom
from lkjip.tables.model import Baris, Tabel

_RATA = {"kiri": "left", "tengah": "center", "kanan": "right"}
_GRUP = "__grup__"


def to_gt(tabel: Tabel) -> GT:
    """Turn a table into a great-tables object.

    Head tiers become spanners, groups become row groups, totals and sub-heads become rows of
    their own. great-tables cannot merge cells of the body or across head tiers: that is done on
    its HTML afterwards (`lkjip.tables.html`).

    Parameters
    ----------
    tabel
        The table.
    """
    kunci = [kolom.kunci for kolom in tabel.kolom]
    bergrup = any(baris.jenis == "grup" for baris in tabel.baris)
    id = f"lkjip-{tabel.id}"
    gt = GT(_frame(tabel), id=id, groupname_col=_GRUP if bergrup else None)
    gt = gt.cols_label({k.kunci: _label(k.nomor or k.kepala[-1]) for k in tabel.kolom})
    for level, columns, text in _spanners(tabel):
        gt = gt.tab_spanner(
            _label(text), columns=columns, level=level, id=f"tingkat-{level}-{columns[0]}"
        )
    for kolom, lebar in zip(tabel.kolom, lebar_kolom(tabel), strict=True):
        gt = gt.cols_align(_RATA[kolom.rata], columns=kolom.kunci)
        gt = gt.cols_width({kolom.kunci: f"{lebar}%"})
    tebal = [n for n, baris in enumerate(_body(tabel)) if baris.jenis in ("subjudul", "jumlah")]
    if tebal:
        gt = gt.tab_style(style.text(weight="bold"), loc.body(columns=kunci, rows=tebal))
    if tabel.sumber is not None:
        gt = gt.tab_source_note(_label(tabel.sumber))
    return _look(gt, id)


_CSS = """
#{id} .gt_table thead th { border: 1px solid #c8c8c8; padding: 4px; font-weight: bold; }
#{id} .gt_table thead tr { border: none; }
#{id} .gt_table thead th { text-align: center; vertical-align: middle; }
#{id} .gt_table thead .gt_column_spanner { border: none; padding: 0; }
#{id} .gt_table tbody td, #{id} .gt_table tbody th { border: 1px solid #c8c8c8; }
#{id} .gt_table tbody td { vertical-align: top; }
#{id} .gt_table tbody td.lkjip-judul { text-align: left; }
"""


def _look(gt: GT, id: str) -> GT:
    return gt.opt_css(_CSS.replace("{id}", id)).tab_options(
        table_font_size="13px",
        table_width="100%",
        row_group_font_weight="bold",
        row_group_padding="4px",
        data_row_padding="4px",
    )


def _label(text: str) -> Any:
    # great-tables reads "{{…}}" in plain labels as its notation for units, and a text may hold it.
    return html(escape(text).replace("{", "&#123;"))


def _body(tabel: Tabel) -> list[Baris]:
    return [baris for baris in tabel.baris if baris.jenis != "grup"]


def _frame(tabel: Tabel) -> pd.DataFrame:
    grup = ""
    rows = []
    for baris in tabel.baris:
        if baris.jenis == "grup":
            grup = str(baris.sel[0])
        else:
            rows.append([grup, *(sel or "" for sel in baris.sel)])
    columns = [_GRUP, *(kolom.kunci for kolom in tabel.kolom)]
    frame = pd.DataFrame(rows, columns=columns, dtype=object)
    return frame if tabel.baris and tabel.baris[0].jenis == "grup" else frame.drop(columns=_GRUP)


def _spanners(tabel: Tabel) -> list[tuple[int, list[str], str]]:
    """Head cells above the column labels: level from the bottom, columns, text.

    Outer cells stand at the top and the innermost one at the bottom, so that levels stay empty
    only in between or above; `lkjip.tables.html` lets the cell below reach up over them.
    Neighbours share an outer cell when their paths agree down to it.
    """
    spanners: list[tuple[int, list[str], str]] = []
    # The innermost text is the column label itself, unless column numbers stand there.
    levels = tabel.tingkat if tabel.bernomor else tabel.tingkat - 1
    for tier in range(tabel.tingkat - 1):
        for path, group in groupby(tabel.kolom, key=lambda k: k.kepala[:-1][: tier + 1]):
            if len(path) > tier:
                spanners.append((levels - 1 - tier, [k.kunci for k in group], path[tier]))
    if tabel.bernomor:
        spanners += [(0, [k.kunci], k.kepala[-1]) for k in tabel.kolom]
    return spanners
