"""``docs/data.md`` says what the schemas say."""

from __future__ import annotations

from pathlib import Path

from lkjip.data.document import document
from lkjip.data.schema import schemas


def test_the_stored_page_is_current(root: Path) -> None:
    """Mend it with ``python -m lkjip.data.document``."""
    assert (root / "docs" / "data.md").read_text("utf-8") == document()


def test_every_column_has_its_row() -> None:
    text = document()
    for name, schema in schemas().items():
        part = text.split(f"\n## {name}.csv\n")[1].split("\n## ")[0]
        assert schema.sumber in part
        for field in schema.fields:
            (row,) = [line for line in part.splitlines() if line.startswith(f"| `{field.name}` |")]
            # Bars inside a cell are escaped, or the table would have more columns.
            assert row.replace("\\|", "").count("|") == 7
            assert field.description in row and f"`{field.example}`" in row
            assert not field.satuan or f"| {field.satuan} |" in row


def test_constraints_are_told() -> None:
    rows = {line.split(" | ")[0][2:]: line for line in document().splitlines() if "| `" in line}
    assert "salah satu dari `iku`, `pk`, `pk-perubahan`, `renstra`" in rows["`dokumen`"]
    assert "ada di kolom `kode` berkas `unit.csv`" in rows["`penanggung_jawab`"]
    assert "menyusul bila `cakupan` ialah `sebagian`" in document()
    assert "| menyusul; 0 atau lebih |" in document()
