"""The files of one year side by side, as rules look at them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lkjip.data.instansi import Instansi
from lkjip.data.validate import Row, Table
from lkjip.errors import Finding


@dataclass(frozen=True)
class Year:
    """The files of one year, to look at.

    Parameters
    ----------
    tahun
        The fiscal year.
    tables
        The files by stem, those only in which nothing is wrong by itself.
    instansi
        The office, None when its file is wrong.
    """

    tahun: int
    tables: Mapping[str, Table]
    instansi: Instansi | None

    def rows(self, name: str) -> tuple[Row, ...]:
        return self.tables[name].rows

    def compared(self) -> list[tuple[str, int]]:
        """The targets that this year's realisasi is held against: document and year."""
        of_year = [(dokumen, self.tahun) for dokumen in ("iku", "pk", "pk-perubahan")]
        if self.instansi is None:
            return of_year
        return [*of_year, ("renstra", self.instansi.periode.akhir)]

    def finding(
        self,
        name: str,
        message: str,
        *,
        row: Row | None = None,
        column: str | None = None,
        expected: str | None = None,
        mend: str | None = None,
    ) -> Finding:
        """A finding about a cell of a file, or about the file when `row` is None."""
        return Finding(
            message,
            file=self.tables[name].file,
            row=None if row is None else row.line,
            column=column,
            value=None if row is None or column is None else row.texts[column],
            expected=expected,
            mend=mend,
        )
