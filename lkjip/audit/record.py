"""What a "berita acara pemeriksaan" says, in Indonesian, for one page."""

from __future__ import annotations

from dataclasses import dataclass

from lkjip.audit.model import Audit, Category, Code, Difference
from lkjip.bundle.layout import MANIFEST, kind
from lkjip.bundle.manifest import entry
from lkjip.diff.model import Change
from lkjip.diff.words import moved

TITLE = "Berita Acara Pemeriksaan"
_MOST_FINDINGS = 9
_MOST_EXAMPLES = 2
_LONGEST = 150
_SHOWN = ("Python", "lkjip", "pandas", "matplotlib", "pandoc", "typst", "Typst", "Quarto")

CATEGORIES: dict[Category, str] = {
    "berkas": "Berkas diubah setelah terbit",
    "masukan": "Data berubah",
    "buku-kerja": "Perhitungan berubah",
    "perangkat": "Versi perangkat berbeda",
    "narasi": "Narasi berubah",
    "ekstensi": "Tata letak berubah",
    "pengaturan": "Pengaturan berubah",
    "hasil": "Hasil berbeda",
    "volatil": "Volatil (angka sama)",
}
_CODES: dict[Code, str] = {
    "tampered": "sidik SHA-256 tidak sama dengan manifes",
    "missing": "berkas yang diterbitkan tidak ada lagi",
    "added": "berkas tidak termasuk yang diterbitkan",
    "unreadable": "berkas tidak dapat dibaca lagi",
    "manifest": "manifes tidak sesuai dengan sidiknya sendiri",
    "sums": "daftar sidik tidak sesuai dengan berkas",
    "source-changed": "bukan lagi yang dipakai membuat laporan",
    "source-missing": "dipakai membuat laporan, kini tidak ada",
    "source-added": "belum ada saat laporan dibuat",
    "version": "laporan dibuat dengan {old}, pemeriksaan dengan {new}",
    "values": "{count} nilai tidak sama",
    "table": "{count} sel tabel tidak sama",
    "figure": "isi gambar tidak sama",
    "drawing": "gambar digambar lain, kata dan angkanya sama",
    "document": "{count} baris tidak sama",
    "bytes": "bita lain, kata dan angka sama",
    "notebook": "keluaran lain; angka laporan dibandingkan tersendiri",
    "rerun": "laporan tidak dapat dibuat kembali: {new}",
}


@dataclass(frozen=True)
class Record:
    """The page.

    Attributes
    ----------
    passed
        Whether nothing that counts differs.
    facts, versions, checksums
        Label and text; for versions the published and the present one.
    findings
        Category, what, and how it differs; at most as many as fit.
    more
        How many findings did not fit.
    """

    passed: bool
    verdict: str
    facts: list[tuple[str, str]]
    findings: list[tuple[str, str, str]]
    more: int
    versions: list[tuple[str, str, str]]
    checksums: list[tuple[str, str]]


def record(audit: Audit) -> Record:
    """Put an audit on one page."""
    shown = audit.differences[:_MOST_FINDINGS]
    return Record(
        not audit.failing,
        _verdict(audit),
        _facts(audit),
        [(CATEGORIES[each.category], _short(each.name), _told(each)) for each in shown],
        len(audit.differences) - len(shown),
        [
            (name, was or "tidak tercatat", now)
            for name, (was, now) in audit.versions.items()
            if name in _SHOWN
        ],
        _checksums(audit),
    )


def _verdict(audit: Audit) -> str:
    if audit.failing:
        return f"TERDAPAT {len(audit.failing)} PERBEDAAN"
    if audit.differences:
        return "TIDAK ADA PERBEDAAN ANGKA MAUPUN KATA (ada perbedaan volatil)"
    return "TIDAK ADA PERBEDAAN"


def _facts(audit: Audit) -> list[tuple[str, str]]:
    bundle, counts = audit.bundle, audit.counts
    git = bundle.made.git
    commit = (
        f"{git.commit}{'' if git.clean else ' (dengan perubahan di luar commit)'}" if git else "-"
    )
    source = "sumber proyek saat ini" if audit.of_project else "sumber di dalam berkas terbitan"
    return [
        ("Laporan", bundle.name),
        ("Instansi", bundle.office),
        ("Status", "Final" if bundle.made.final else "Draf"),
        ("Sidik manifes", bundle.identifier.removeprefix("urn:sha256:")),
        ("Commit git", commit),
        ("Dihitung ulang dari", source),
        (
            "Dibandingkan",
            f"{counts.files} berkas, {counts.values} nilai, {counts.cells} sel dari "
            f"{counts.tables} tabel, {counts.figures} gambar, {counts.documents} dokumen",
        ),
        *([("Catatan", _note(audit))] if audit.notes else []),
    ]


def _note(audit: Audit) -> str:
    """Why documents were not compared."""
    if not any(each.code == "rerun" for each in audit.differences):
        return (
            f"Perender {audit.bundle.made.engine} tidak terpasang: dokumen hanya diperiksa "
            "dengan sidik, angka dihitung ulang."
        )
    what = "Dokumen" if audit.counts.values else "Angka dan dokumen"
    return f"{what} tidak dibandingkan: laporan tidak dapat dibuat kembali."


def _told(difference: Difference) -> str:
    said = _CODES[difference.code].format(
        count=len(difference.changes) or len(difference.sentences),
        old=_short(difference.old or "-", 20),
        new=_short(difference.new or "-", 20 if difference.code == "version" else _LONGEST),
    )
    examples = [
        f"{_where(change)}: {moved(change, '-')}"
        for change in difference.changes[:_MOST_EXAMPLES]
        if difference.code != "drawing"
    ]
    examples += [f"“{each.old}” → “{each.new}”" for each in difference.sentences[:1]]
    if difference.causes:
        reasons = ", ".join(CATEGORIES[cause].lower() for cause in difference.causes)
        said += f" (sebab: {reasons})"
    return "; ".join([said, *(_short(example) for example in examples)])


def _where(change: Change) -> str:
    where = change.label or change.id
    return where if change.column in (None, "utama") else f"{where}, {change.column}"


def _checksums(audit: Audit) -> list[tuple[str, str]]:
    folder = audit.bundle.folder
    names = [name for name in audit.bundle.files if kind(name) == "laporan"]
    return [
        (name, entry(folder / name).sha256 if (folder / name).is_file() else "tidak ada")
        for name in (*names, MANIFEST)
    ]


def _short(text: str, longest: int = _LONGEST) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else f"{flat[: longest - 1]}…"
