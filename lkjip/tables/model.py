"""What a table says, apart from how it looks: columns, rows of printed text, and their spans."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from lkjip.jejak.node import Node

JenisBaris = Literal["isi", "grup", "subjudul", "jumlah"]
Rata = Literal["kiri", "tengah", "kanan"]
Bentuk = Literal["teks", "nomor", "uang", "bilangan", "persen", "ukuran"]


@dataclass(frozen=True)
class Kolom:
    """One column of a table.

    Parameters
    ----------
    kunci
        Name of the column in the rows, and in ``pembulatan`` of ``instansi.yml``.
    kepala
        Head texts from the outermost tier inwards. Neighbours that begin with the same texts
        share those head cells.
    bentuk
        How a value is printed; see :mod:`lkjip.tables.cetak`.
    rata
        Where the text stands in its cell.
    gabung
        Equal values below each other become one cell.
    nomor
        Text of the numbering row at the foot of the head, such as ``"5"`` or ``"(5)=(4/3)"``.
    nol
        What a zero prints as, where that is not ``"0"``.
    awalan, akhiran
        Text before and after a printed number.
    bersatuan
        Whether a measure prints with its unit (``"70%"``, ``"3 Kasus"``).
    seperti
        The table whose rounding of this column holds here, too; the table itself if None.
    """

    kunci: str
    kepala: tuple[str, ...]
    bentuk: Bentuk = "teks"
    rata: Rata = "kiri"
    gabung: bool = False
    nomor: str | None = None
    nol: str | None = None
    awalan: str = ""
    akhiran: str = ""
    bersatuan: bool = True
    seperti: str | None = None


@dataclass(frozen=True)
class Baris:
    """One row of printed text.

    Parameters
    ----------
    jenis
        ``isi`` (data), ``grup`` and ``subjudul`` (a heading over the whole width) or ``jumlah``
        (a total).
    sel
        One text for each column; ``None`` is covered by the cell to its left.
    asal
        Where the value of each cell comes from, where that is known; empty for a heading.
    """

    jenis: JenisBaris
    sel: tuple[str | None, ...]
    asal: tuple[Node | None, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True)
class Tabel:
    """A table: data first, look last.

    Parameters
    ----------
    id
        Name of the table, as in ``{{< tabel id >}}``.
    kolom, baris
        Columns and rows, in the order in which they are printed.
    sumber
        Source line below the table.
    cetak
        How the numbers of each column were printed, None for a column of texts.

    Raises
    ------
    ValueError
        When rows and columns do not fit together. This is a mistake in a notebook, not in data.
    """

    id: str
    kolom: tuple[Kolom, ...]
    baris: tuple[Baris, ...]
    sumber: str | None = None
    cetak: tuple[dict[str, Any] | None, ...] = field(default=(), compare=False, repr=False)

    def __post_init__(self) -> None:
        if not self.kolom:
            raise ValueError(f"table {self.id}: no columns")
        if len({kolom.kunci for kolom in self.kolom}) < len(self.kolom):
            raise ValueError(f"table {self.id}: two columns have the same name")
        if any(not kolom.kepala for kolom in self.kolom):
            raise ValueError(f"table {self.id}: a column has no head")
        if len({kolom.nomor is None for kolom in self.kolom}) > 1:
            raise ValueError(f"table {self.id}: either all columns are numbered, or none")
        for baris in self.baris:
            if len(baris.sel) != len(self.kolom) or baris.sel[0] is None:
                raise ValueError(f"table {self.id}: row {baris.sel} does not fit the columns")
        grup = [baris.sel[0] for baris in self.baris if baris.jenis == "grup"]
        if len(set(grup)) < len(grup) or (grup and self.baris[0].jenis != "grup"):
            raise ValueError(f"table {self.id}: groups need different names, from the first row on")

    def jejak(self) -> list[list[Node | None]]:
        """Where each cell comes from, row by row as printed."""
        kosong = [None] * len(self.kolom)
        return [list(baris.asal) or list(kosong) for baris in self.baris]

    @property
    def bernomor(self) -> bool:
        """Whether the head ends in a row of column numbers."""
        return self.kolom[0].nomor is not None

    @property
    def tingkat(self) -> int:
        """Number of head tiers, without the numbering row."""
        return max(len(kolom.kepala) for kolom in self.kolom)

    def gabungan(self) -> tuple[tuple[int, ...], ...]:
        """Row spans of the body, found from the texts.

        Returns
        -------
        tuple of tuple of int
            For each row and column: how many rows the cell covers, 0 when a cell above covers it.
            A column merges only inside the merged cells of the columns to its left.
        """
        spans = [[1] * len(self.kolom) for _ in self.baris]
        for k, kolom in enumerate(self.kolom):
            if not kolom.gabung:
                continue
            kiri = [j for j in range(k + 1) if self.kolom[j].gabung]
            atas = 0
            for b in range(1, len(self.baris)):
                before, here = self.baris[b - 1], self.baris[b]
                if before.jenis == here.jenis == "isi" and all(
                    before.sel[j] == here.sel[j] for j in kiri
                ):
                    spans[b][k] = 0
                    spans[atas][k] += 1
                else:
                    atas = b
        return tuple(tuple(row) for row in spans)
