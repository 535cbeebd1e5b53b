"""The folder of a fiscal year: all its files read and checked, without pandas."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from lkjip.data.instansi import Instansi
from lkjip.data.instansi_yml import FILE, read_instansi
from lkjip.data.read import read_table
from lkjip.data.rules import check_rules
from lkjip.data.schema import schemas
from lkjip.data.validate import Table, check_links, check_table
from lkjip.data.year import Year
from lkjip.errors import Finding, InputError
from lkjip.i18n import _


@dataclass(frozen=True)
class Content:
    """What the files of a year say.

    Parameters
    ----------
    tahun
        The fiscal year.
    folder
        The folder of the year.
    instansi
        Content of ``instansi.yml``.
    tables
        The CSV files by stem.
    """

    tahun: int
    folder: Path
    instansi: Instansi
    tables: Mapping[str, Table]


def years(data_dir: Path) -> list[int]:
    """The fiscal years that have a folder, ascending."""
    if not data_dir.is_dir():
        return []
    folders = (path for path in data_dir.iterdir() if path.is_dir())
    return sorted(int(path.name) for path in folders if path.name.isdecimal())


def read_year(data_dir: str | os.PathLike[str], tahun: int) -> Content:
    """Read and check all files of a fiscal year.

    Parameters
    ----------
    data_dir
        The folder that holds the folders of the years.
    tahun
        The fiscal year.

    Returns
    -------
    Content
        Typed rows of every file, and the office.

    Raises
    ------
    InputError
        With everything that is wrong in any of the files.
    """
    base = Path(data_dir).resolve()
    folder = base / str(tahun)
    if not folder.is_dir():
        raise InputError(_no_folder(base, tahun))
    place = f"{base.name}/{tahun}"
    findings: list[Finding] = []
    tables: dict[str, Table] = {}
    for name, schema in schemas().items():
        content = _("a CSV file with the columns {columns}").format(
            columns=", ".join(schema.columns)
        )
        data = _bytes(folder, f"{name}.csv", content, findings)
        if data is not None:
            absent = schema.columns_that_may_be_absent
            text = read_table(data, f"{place}/{name}.csv", schema.columns, absent)
            tables[name], found = check_table(text, schema)
            findings += found
    instansi = None
    data = _bytes(folder, FILE, _("a YAML file with the office and its settings"), findings)
    if data is not None:
        instansi, found = read_instansi(data, f"{place}/{FILE}", tahun, _names(folder))
        findings += found
    findings += check_links(tables)
    wrong = {found.file for found in findings}
    right = {name: table for name, table in tables.items() if table.file not in wrong}
    findings += check_rules(Year(tahun, right, instansi))
    if findings or instansi is None:
        raise InputError(findings)
    return Content(tahun, folder, instansi, tables)


def _bytes(folder: Path, name: str, content: str, findings: list[Finding]) -> bytes | None:
    try:
        return (folder / name).read_bytes()
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        known = _names(folder) - {f"{stem}.csv" for stem in schemas()}
        nearest = get_close_matches(name, known, n=1, cutoff=0.7) if missing else []
        findings.append(
            Finding(
                _("the file is missing")
                if missing
                else _("the file cannot be read: {reason}").format(reason=error.strerror),
                file=f"{folder.parent.name}/{folder.name}/{name}",
                expected=content,
                mend=_("rename {file} to {name}").format(file=nearest[0], name=name)
                if nearest
                else _("put the file back, or copy it from another year and change it"),
            )
        )
        return None


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.is_file()}


def _no_folder(base: Path, tahun: int) -> Finding:
    known = years(base)
    if not known:
        mend = _("add the folder {folder}").format(folder=f"{base.name}/{tahun}")
    elif tahun - 1 in known:
        mend = _("run: lkjip new {year}").format(year=tahun)
    else:
        mend = _("name one of these years; the next one is made by: lkjip new {year}").format(
            year=known[-1] + 1
        )
    return Finding(
        _("there is no data for {year}").format(year=tahun),
        file=f"{base.name}/{tahun}",
        value=str(tahun),
        expected=_("one of the years: {years}").format(years=", ".join(map(str, known)))
        if known
        else _("a folder for each year, with its CSV files and {file}").format(file=FILE),
        mend=mend,
    )
