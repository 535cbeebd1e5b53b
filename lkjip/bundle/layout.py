"""Where things lie in a published bundle, and what kind of thing each file is."""

from __future__ import annotations

from pathlib import Path

MANIFEST = "ro-crate-metadata.json"
"""The name that readers of RO-Crate demand."""
SUMS = "SHA256SUMS"
VALUES = "nilai.json"
TABLES = "tabel"
NOTEBOOKS = "notebooks"
DATA = "data"
SOURCES = "sumber"

REPORT_SUFFIXES = {
    ".html": "text/html",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
MEDIA_TYPES = {
    **REPORT_SUFFIXES,
    ".csv": "text/csv",
    ".ipynb": "application/x-ipynb+json",
    ".json": "application/json",
    ".md": "text/markdown",
    ".qmd": "text/markdown",
    ".yml": "application/yaml",
}


def is_final(folder: Path) -> bool:
    """Whether a final report was published in a folder: it alone has its checksums beside it."""
    return (folder / SUMS).is_file()


def kind(name: str) -> str:
    """What a file of a bundle is.

    Parameters
    ----------
    name
        Path inside the bundle, with forward slashes.

    Returns
    -------
    str
        ``laporan`` (the report itself), ``buku-kerja`` (an executed notebook), ``halaman`` (the
        same as a page), ``tabel``, ``nilai``, ``data``, ``narasi``, ``sumber-buku-kerja``,
        ``ekstensi``, ``pengaturan``, ``manifes``, ``daftar-sidik`` or ``lain``.
    """
    if name in _BY_NAME:
        return _BY_NAME[name]
    for prefix, found in _BY_PREFIX:
        if name.startswith(prefix):
            if found == "buku-kerja" and name.endswith(".html"):
                return "halaman"
            return found
    stem, dot, suffix = name.rpartition(".")
    return "laporan" if "/" not in stem and dot + suffix in REPORT_SUFFIXES else "lain"


_BY_NAME = {
    MANIFEST: "manifes",
    SUMS: "daftar-sidik",
    VALUES: "nilai",
    f"{SOURCES}/report.qmd": "narasi",
}
_BY_PREFIX = (
    (f"{NOTEBOOKS}/", "buku-kerja"),
    (f"{TABLES}/", "tabel"),
    (f"{DATA}/", "data"),
    (f"{SOURCES}/narasi/", "narasi"),
    (f"{SOURCES}/notebooks/", "sumber-buku-kerja"),
    (f"{SOURCES}/_extensions/", "ekstensi"),
    (f"{SOURCES}/_quarto", "pengaturan"),
)
