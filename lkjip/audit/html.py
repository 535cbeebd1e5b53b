"""The "berita acara pemeriksaan" as an HTML page that prints on one sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from lkjip.audit.model import Audit
from lkjip.audit.record import TITLE, Record, record

_STYLE = """
@page { size: A4; margin: 15mm; }
body { font: 10pt/1.35 system-ui, sans-serif; max-width: 180mm; margin: 10mm auto; padding: 0 5mm;
  color: #111; background: #fff; }
h1 { font-size: 14pt; text-align: center; margin: 0; text-transform: uppercase; }
h1 + p { text-align: center; margin: 0 0 3mm; }
h2 { font-size: 10.5pt; margin: 3mm 0 1mm; }
.verdict { border: 2px solid; padding: 2mm; text-align: center; font-weight: bold; }
.fine { color: #1b5e20; } .bad { color: #a31515; }
table { border-collapse: collapse; width: 100%; font-size: 8.5pt; }
th, td { border: 1px solid #999; padding: .5mm 1.5mm; text-align: left; vertical-align: top;
  overflow-wrap: anywhere; }
.facts th { width: 34mm; } .hash { font: 7.5pt ui-monospace, monospace; }
.sign { display: grid; grid-template-columns: 1fr 1fr; gap: 20mm; margin-top: 4mm; }
.sign div { border-bottom: 1px solid; height: 18mm; }
@media print { body { margin: 0; padding: 0; max-width: none; } }
"""


def render(audit: Audit) -> str:
    """Put an audit on a page in Indonesian, with a place to sign."""
    page = record(audit)
    return (
        '<!DOCTYPE html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{TITLE}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"{''.join(_body(page))}</body>\n</html>\n"
    )


def _body(page: Record) -> Iterator[str]:
    yield f"<h1>{TITLE}</h1>\n<p>Nomor: ……………………………………</p>\n"
    yield (
        "<p>Pada hari ini ………………… tanggal ……………………………… telah diperiksa "
        "laporan kinerja berikut: sidik setiap berkas dicocokkan, seluruh buku kerja dijalankan "
        "ulang, dan setiap hasilnya dibandingkan dengan yang diterbitkan.</p>\n"
    )
    yield _table(page.facts, "facts", first_is_head=True)
    yield f'<p class="verdict {"fine" if page.passed else "bad"}">{escape(page.verdict)}</p>\n'
    if page.findings:
        yield "<h2>Temuan</h2>\n"
        yield _table(page.findings, head=("Jenis", "Berkas atau hasil", "Uraian"))
    if page.more:
        yield f"<p>… dan {page.more} temuan lain (lkjip audit --format json).</p>\n"
    yield "<h2>Perangkat</h2>\n"
    yield _table(page.versions, head=("Nama", "Saat diterbitkan", "Saat diperiksa"))
    yield "<h2>Sidik SHA-256 saat diperiksa</h2>\n"
    yield _table(page.checksums, "hash")
    yield '<section class="sign">\n'
    for who in ("Pemeriksa,", "Yang diperiksa,"):
        yield f"<section>{who}<div></div>NIP.</section>\n"
    yield "</section>\n"


def _table(
    rows: Iterable[tuple[str, ...]],
    css: str = "",
    head: tuple[str, ...] = (),
    first_is_head: bool = False,
) -> str:
    lines = [f'<table class="{css}">\n']
    if head:
        lines.append(f"<tr>{''.join(f'<th>{escape(cell)}</th>' for cell in head)}</tr>\n")
    for row in rows:
        cells = [f"<td>{escape(cell)}</td>" for cell in row]
        if first_is_head:
            cells[0] = f"<th>{escape(row[0])}</th>"
        lines.append(f"<tr>{''.join(cells)}</tr>\n")
    return f"{''.join(lines)}</table>\n"
