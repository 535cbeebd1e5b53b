"""Copies of data/2022 with one thing changed."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from lkjip.data.folder import Content, read_year
from lkjip.errors import Finding, InputError

YEAR = 2022


class Folder:
    """A data folder that a test may change."""

    def __init__(self, base: Path) -> None:
        self.base = base
        self.year = base / str(YEAR)

    def path(self, name: str) -> Path:
        return self.year / name

    def text(self, name: str) -> str:
        return self.path(name).read_text(encoding="utf-8")

    def write(self, name: str, text: str, encoding: str = "utf-8") -> None:
        self.path(name).write_bytes(text.encode(encoding))

    def replace(self, name: str, old: str, new: str, encoding: str = "utf-8") -> None:
        """Replace the first `old`, which must be there."""
        text = self.text(name)
        assert old in text
        self.write(name, text.replace(old, new, 1), encoding)

    def as_excel(self, name: str, *changes: tuple[str, str], bom: bool = True) -> None:
        """Save a file as Excel in Indonesia does: semicolons, CRLF, byte order mark."""
        rows = list(csv.reader(io.StringIO(self.text(name), newline="")))
        out = io.StringIO()
        csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(rows)
        text = out.getvalue()
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        self.write(name, text, "utf-8-sig" if bom else "utf-8")

    def row(self, name: str, start: str) -> int:
        """The line of the file that begins with `start`."""
        lines = self.text(name).splitlines()
        return next(n for n, line in enumerate(lines, start=1) if line.startswith(start))

    def read(self) -> Content:
        return read_year(self.base, YEAR)

    def findings(self) -> list[Finding]:
        with pytest.raises(InputError) as caught:
            self.read()
        return caught.value.findings

    def finding(self) -> Finding:
        """The one finding; every finding says what to expect and how to mend it."""
        findings = self.findings()
        assert len(findings) == 1, [str(found) for found in findings]
        assert findings[0].expected and findings[0].mend
        return findings[0]


def where(found: Finding) -> tuple[str | None, int | None, str | None, str | None]:
    return found.file, found.row, found.column, found.value


def column(content: Content, name: str, key: str) -> Sequence[object]:
    return [row[key] for row in content.tables[name].rows]


@pytest.fixture
def folder(tmp_path: Path, root: Path) -> Folder:
    """A copy of data/2022."""
    base = tmp_path / "data"
    shutil.copytree(root / "data" / str(YEAR), base / str(YEAR))
    return Folder(base)
