"""The manifest of a bundle: RO-Crate, so that others' programs read it too.

RO-Crate 1.2 was chosen over W3C PROV: it is one JSON file beside the files it describes, it has
terms for files with size and SHA-256, for programs with versions and for the run that made the
results (the profile Process Run Crate), and repositories such as Zenodo and WorkflowHub read it.
Nothing in it comes from a clock: the same sources give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from lkjip.bundle.git import Git
from lkjip.bundle.layout import DATA, MANIFEST, MEDIA_TYPES, SOURCES, SUMS, VALUES, kind

CRATE = "https://w3id.org/ro/crate/1.2"
PROCESS = "https://w3id.org/ro/wfrun/process/0.5"
Entity = dict[str, Any]

# Kind of a file → what it is, for people who read the manifest.
NAMES = {
    "laporan": "Laporan kinerja",
    "buku-kerja": "Buku kerja yang telah dijalankan",
    "halaman": "Buku kerja sebagai halaman baca",
    "tabel": "Tabel laporan",
    "nilai": "Semua nilai yang dicetak laporan",
    "data": "Data",
    "narasi": "Narasi",
    "sumber-buku-kerja": "Buku kerja tanpa keluaran",
    "ekstensi": "Tata letak dan kode pendek",
    "pengaturan": "Pengaturan proyek",
    "lain": "Berkas lain",
}


@dataclass(frozen=True)
class Entry:
    """A file as the manifest knows it: SHA-256 in hexadecimal, size in bytes."""

    sha256: str
    size: int


@dataclass(frozen=True)
class Made:
    """How a report was made: what the manifest tells besides the files.

    Attributes
    ----------
    year
        The fiscal year.
    engine, formats, final
        How it was rendered.
    inputs
        Fingerprint of all that the files depend on; the next build compares it.
    versions
        Name of a program or package → version.
    git
        The commit it was made from, if any.
    """

    year: int
    engine: str
    formats: tuple[str, ...]
    final: bool
    inputs: str
    versions: Mapping[str, str]
    git: Git | None = None


def entry(path: Path) -> Entry:
    """Measure a file."""
    with path.open("rb") as file:
        return Entry(hashlib.file_digest(file, "sha256").hexdigest(), path.stat().st_size)


def files(folder: Path) -> dict[str, Entry]:
    """Every file of a bundle but the manifest and the checksum file, by name."""
    return {
        path.relative_to(folder).as_posix(): entry(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.relative_to(folder).as_posix() not in (MANIFEST, SUMS)
    }


def checksums(folder: Path) -> str:
    """The SHA-256 of all files, the manifest too, as ``sha256sum -c`` reads them."""
    known = {**files(folder), MANIFEST: entry(folder / MANIFEST)}
    return "".join(f"{known[name].sha256}  {name}\n" for name in sorted(known))


def write(folder: Path, made: Made) -> None:
    """Write the manifest of the files that lie in a folder; a final report gets its checksums."""
    graph = _graph(folder, made)
    graph[1]["identifier"] = identifier(graph)
    crate = {"@context": f"{CRATE}/context", "@graph": graph}
    text = json.dumps(crate, ensure_ascii=False, indent=1) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8", newline="\n")
    if made.final:
        (folder / SUMS).write_text(checksums(folder), encoding="utf-8", newline="\n")


def identifier(graph: list[Entity]) -> str:
    """The manifest's own fingerprint: of all it says, but for the fingerprint itself.

    Parameters
    ----------
    graph
        Its entities.
    """
    said = [
        {key: value for key, value in each.items() if key != "identifier" or each["@id"] != "./"}
        for each in graph
    ]
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"urn:sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def _graph(folder: Path, made: Made) -> list[Entity]:
    values = json.loads((folder / VALUES).read_text(encoding="utf-8"))["nilai"]
    known = files(folder)
    inputs = [name for name in known if name.startswith((f"{DATA}/", f"{SOURCES}/"))]
    results = [name for name in known if name not in inputs]
    office = {"@id": "#instansi"}
    license, license_id = _license(folder, made.year)
    date = values.get("laporan.tanggal", {}).get("nilai")
    root: Entity = {
        "@id": "./",
        "@type": "Dataset",
        "name": f"Laporan Kinerja (LKjIP) {_text(values, 'dinas.lengkap')} Tahun {made.year}",
        "description": "Laporan, data, buku kerja dan sumber yang membuatnya: "
        "cukup untuk membuat dan memeriksa laporan ini kembali.",
        "identifier": "",
        "conformsTo": {"@id": PROCESS},
        "inLanguage": "id",
        "temporalCoverage": str(made.year),
        **({"datePublished": date} if date else {}),
        "creativeWorkStatus": _status(made),
        "author": office,
        "publisher": office,
        "license": {"@id": license_id},
        "hasPart": [{"@id": quote(name)} for name in known],
        "mentions": {"@id": "#pembuatan"},
    }
    run: Entity = {
        "@id": "#pembuatan",
        "@type": "CreateAction",
        "name": f"lkjip build {made.year}",
        "instrument": [{"@id": _program(name)} for name in made.versions],
        "object": [
            *({"@id": quote(name)} for name in inputs),
            *({"@id": f"#pengaturan-{name}"} for name in _settings(made)),
        ],
        "result": [{"@id": quote(name)} for name in results],
        "agent": office,
    }
    return [
        {
            "@id": MANIFEST,
            "@type": "CreativeWork",
            "conformsTo": {"@id": CRATE},
            "about": {"@id": "./"},
        },
        root,
        {"@id": PROCESS, "@type": "CreativeWork", "name": "Process Run Crate", "version": "0.5"},
        {
            "@id": "#instansi",
            "@type": "GovernmentOrganization",
            "name": _text(values, "dinas.lengkap"),
            "address": _text(values, "alamat"),
            "parentOrganization": {"@id": "#pemerintah"},
        },
        {
            "@id": "#pemerintah",
            "@type": "GovernmentOrganization",
            "name": _text(values, "pemerintah"),
        },
        license,
        run,
        *(_file(name, known[name]) for name in known),
        *(
            {
                "@id": _program(name),
                "@type": "SoftwareApplication",
                "name": name,
                "softwareVersion": version,
            }
            for name, version in made.versions.items()
        ),
        *(
            {"@id": f"#pengaturan-{name}", "@type": "PropertyValue", "name": name, "value": value}
            for name, value in _settings(made).items()
        ),
    ]


def _settings(made: Made) -> dict[str, str]:
    settings = {
        "tahun": str(made.year),
        "engine": made.engine,
        "format": ",".join(made.formats),
        "status": _status(made),
        "masukan": made.inputs,
    }
    if made.git:
        settings["git-commit"] = made.git.commit
        settings["git-bersih"] = "ya" if made.git.clean else "tidak"
    return settings


def _status(made: Made) -> str:
    return "final" if made.final else "draf"


def _file(name: str, found: Entry) -> Entity:
    described = {
        "@id": quote(name),
        "@type": "File",
        "name": f"{NAMES[kind(name)]}: {name.rpartition('/')[2]}",
        "contentSize": str(found.size),
        "sha256": found.sha256,
    }
    media = MEDIA_TYPES.get(Path(name).suffix)
    return {**described, "encodingFormat": media} if media else described


def _license(folder: Path, year: int) -> tuple[Entity, str]:
    """The licence that the data's description states; the bundle is published under it."""
    try:
        package = json.loads((folder / DATA / str(year) / "datapackage.json").read_text("utf-8"))
        stated = package["licenses"][0]
    except (OSError, ValueError, LookupError):
        stated = {"title": "Belum dinyatakan oleh instansi", "path": "#lisensi"}
    # The names of Data Package are those of SPDX.
    key = str(stated.get("path") or f"https://spdx.org/licenses/{stated.get('name')}")
    name = str(stated.get("title") or stated.get("name") or key)
    return {"@id": key, "@type": "CreativeWork", "name": name}, key


def _program(name: str) -> str:
    return "#perangkat-" + name.lower().replace(" ", "-").strip("()").replace("(", "")


def _text(values: Mapping[str, Any], key: str) -> str:
    return str(values.get(key, {}).get("nilai", ""))
