"""``datapackage.json``: the folder of a year described for any tool that reads Data Packages.

The schemas stand in it in full, so that the folder can be handed over and checked alone, for
instance with ``frictionless validate data/<year>/datapackage.json``.

``python -m lkjip.data.package [YEAR…]`` writes it anew.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from lkjip.data.folder import Content, read_year, years
from lkjip.data.read import read_table
from lkjip.data.schema import NAMA, definition
from lkjip.kata import slug
from lkjip.paths import Project

FILE = "datapackage.json"

# What a Table Schema consists of; the rest of a definition describes the file.
_SCHEMA_KEYS = ("fields", "primaryKey", "foreignKeys")


def package_text(content: Content) -> str:
    """Describe the folder of a year.

    Parameters
    ----------
    content
        The files of the year, read and valid.

    Returns
    -------
    str
        The content of ``datapackage.json``: name, title, year, licence and source from
        ``instansi.yml``, one resource for each CSV file that is there.

    Notes
    -----
    Source: Data Package and Table Schema, version 1 (specs.frictionlessdata.io).
    """
    instansi, tahun = content.instansi, content.tahun
    dinas = f"{instansi.nama} {instansi.daerah}"
    package: dict[str, Any] = {
        "name": slug(f"lkjip {dinas} {tahun}"),
        "title": f"Data Laporan Kinerja (LKjIP) {dinas} Tahun {tahun}",
        "tahun": tahun,
        "profile": "tabular-data-package",
        "sources": [{"title": dinas}],
        "contributors": [{"title": dinas, "role": "publisher"}],
    }
    if instansi.lisensi is not None:
        package["licenses"] = [{"name": instansi.lisensi}]
    names = [name for name in (*NAMA, "penjelasan") if (content.folder / f"{name}.csv").is_file()]
    package["resources"] = [_resource(content.folder, name) for name in names]
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def write_package(content: Content) -> Path:
    """Write ``datapackage.json`` into the folder of a year, and tell where it is."""
    path = content.folder / FILE
    path.write_text(package_text(content), encoding="utf-8", newline="\n")
    return path


def _resource(folder: Path, name: str) -> dict[str, Any]:
    raw, path = definition(name), folder / f"{name}.csv"
    fields = [field["name"] for field in raw["fields"]]
    # A column that the file does without is none of this resource's.
    there = read_table(path.read_bytes(), path.name, fields, fields).columns
    raw["fields"] = [field for field in raw["fields"] if field["name"] in there]
    return {
        "name": name,
        "title": raw["title"],
        "description": raw["description"],
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {key: raw[key] for key in _SCHEMA_KEYS if key in raw},
    }


def main() -> None:
    """Write it for the years named on the command line, or for all that have a folder."""
    project = Project.find()
    for tahun in map(int, sys.argv[1:]) if sys.argv[1:] else years(project.data):
        print(project.relative(write_package(read_year(project.data, tahun))))


if __name__ == "__main__":
    main()
