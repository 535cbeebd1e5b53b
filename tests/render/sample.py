"""A tiny project: two chapters, two tables, one figure, values full of markup."""

from __future__ import annotations

import html
import json
import shutil
from pathlib import Path
from typing import Any

from lxml import html as lxml_html

from lkjip.jejak.ikhtisar import ikhtisar

from .traces import HOSTILE, Traces, ratio, traces_of_values

ROOT = Path(__file__).resolve().parents[2]

# Each of these must come out as the same text in every format.
NASTY = [
    "<script>alert(1)</script>",
    "*tebal* _miring_ `kode`",
    "#set page(width: 1pt)",
    "{{< include /etc/passwd >}}",
    "$x^2$ \\alpha",
    "@tbl-capaian",
    "[a](https://contoh.invalid)",
    "1. bukan daftar",
    "= bukan judul",
    "a--b ... \"kutip\" 'satu' // /* */",
    "&amp; &lt; <!-- x -->",
]

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d494844520000000100000001080200000090775 3de"
    "0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082".replace(" ", "")
)

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200" viewBox="0 0 400 200">'
    '<rect x="10" y="20" width="120" height="160" fill="#1f5a7a"/>'
    '<rect x="200" y="80" width="120" height="100" fill="#b8860b"/></svg>\n'
)


def value(kind: str, exact: str, **forms: str) -> dict[str, Any]:
    return {"jenis": kind, "nilai": exact, "bentuk": {"utama": exact, **forms}}


def values() -> dict[str, Any]:
    found: dict[str, Any] = {
        "tahun": value("angka", "2099"),
        "pemerintah": value("teks", "Pemerintah Contoh", kapital="PEMERINTAH CONTOH"),
        "dinas": value("teks", "Dinas Contoh", kapital="DINAS CONTOH"),
        "dinas.lengkap": value("teks", "Dinas Contoh Kabupaten Contoh"),
        "alamat": value("teks", "Jl. Contoh No. 1", kapital="JL. CONTOH NO. 1"),
        "tempat": value("teks", "Contoh"),
        "laporan.tanggal": {
            "jenis": "tanggal",
            "nilai": "2100-02-28",
            "bentuk": {"utama": "28 Februari 2100"},
        },
        "penandatangan.nama": value("teks", "Drs. CONTOH, M.Si"),
        "tpak.capaian": {
            "jenis": "persen",
            "nilai": "102.477826",
            "bentuk": {"utama": "102,47%", "angka": "102,47"},
        },
        "misi": {
            "jenis": "daftar",
            "nilai": "satu; dua; tiga",
            "bentuk": {"utama": "satu, dua, dan tiga"},
            "butir": ["satu", "dua *bukan miring*", "tiga"],
        },
        "unit.daftar": {
            "jenis": "daftar",
            "nilai": "Sekretariat; Bidang",
            "bentuk": {"utama": "Sekretariat dan Bidang"},
            "butir": [{"teks": "Sekretariat", "butir": ["Subbagian A", "Subbagian B"]}, "Bidang"],
        },
    }
    for index, text in enumerate(NASTY):
        found[f"jahat.{index}"] = value("teks", text)
    return found


def escape(text: str) -> str:
    return html.escape(text, quote=False).replace("{", "&#123;")


YEAR = 2099
RIGHT = 'class="angka" style="text-align: right"'


def table_capaian(rows: int = 3, traces: Traces | None = None) -> str:
    known = traces or Traces()
    body = "".join(
        f'<tr class="isi"><td>Indikator {n} {escape(NASTY[n % len(NASTY)])}</td>'
        f'<td {RIGHT} data-asal="{known.cell("target.csv", n + 2, "target", HOSTILE)}">'
        f'{70 + n},00</td><td {RIGHT} data-asal="{ratio(known, n + 2)}">{71 + n},03</td></tr>\n'
        for n in range(rows)
    )
    return (
        '<table class="lkjip-tabel" data-id="capaian">\n'
        '<colgroup><col style="width: 60%"><col style="width: 20%"><col style="width: 20%">'
        "</colgroup>\n"
        '<thead><tr><th rowspan="2" scope="col">Indikator</th>'
        '<th colspan="2" scope="colgroup" style="text-align: center">Kinerja</th></tr>\n'
        '<tr><th scope="col" style="text-align: center">Target</th>'
        '<th scope="col" style="text-align: center">Realisasi</th></tr>\n'
        '<tr class="nomor-kolom"><th style="text-align: center">1</th>'
        '<th style="text-align: center">2</th><th style="text-align: center">3</th></tr></thead>\n'
        f'<tbody><tr class="grup"><td colspan="3">1. Kepala Dinas</td></tr>\n{body}'
        f'<tr class="jumlah"><td>Jumlah</td><td {RIGHT}>213,00</td><td {RIGHT}>216,09</td></tr>'
        '</tbody>\n<tfoot><tr><td colspan="3" class="sumber">Sumber: contoh &lt;data&gt;</td></tr>'
        "</tfoot></table>\n"
    )


def table_wide() -> str:
    heads = "".join(f'<th scope="col">Penyelesaian {n}</th>' for n in range(18))
    cells = "".join(f"<td {RIGHT}>{n}</td>" for n in range(18))
    cols = '<col style="width: 12%">' + '<col style="width: 4%">' * 18
    return (
        f'<table class="lkjip-tabel" data-id="lebar"><colgroup>{cols}</colgroup>\n'
        f"<thead><tr><th>Jenis</th>{heads}</tr></thead>\n"
        f'<tbody><tr class="isi"><td rowspan="2">Hak</td>{cells}</tr>\n'
        f'<tr class="isi">{cells}</tr></tbody></table>\n'
    )


REPORT = """---
title: Laporan Kinerja Contoh
---

{{< include narasi/sampul.qmd >}}

{{< include narasi/isi.qmd >}}
"""

COVER = """:::: {.sampul}
::: {.pemerintah}
{{< nilai pemerintah bentuk="kapital" >}}
:::
::: {.judul}
LAPORAN KINERJA
:::
::: {.tahun}
TAHUN {{< nilai tahun >}}
:::
::: {.dinas}
{{< nilai dinas bentuk="kapital" >}}
:::
::::
"""

BODY = """# KATA PENGANTAR {#sec-kata-pengantar .unnumbered}

Laporan {{< nilai dinas.lengkap >}} Tahun {{< nilai tahun >}}.

::: {.tanda-tangan}
{{< nilai tempat >}}, {{< nilai laporan.tanggal >}}

:::: {.nama}
{{< nilai penandatangan.nama >}}
::::
:::

# DAFTAR ISI {#sec-daftar-isi .unnumbered}

::: {#daftar-isi}
:::

# DAFTAR TABEL {#sec-daftar-tabel .unnumbered}

::: {#daftar-tabel}
:::

# PENDAHULUAN {#sec-pendahuluan}

## LATAR BELAKANG TAHUN {{< nilai tahun >}}

Capaian {{< nilai tpak.capaian >}} atau {{< nilai tpak.capaian bentuk="angka" >}}.
Lihat @tbl-capaian, @fig-tren, @sec-kinerja dan @sec-rinci. Misi: {{< nilai misi >}}.

{{< nilai misi >}}

{{< nilai unit.daftar bentuk="huruf, angka" >}}

NASTY

# AKUNTABILITAS KINERJA {#sec-kinerja}

## CAPAIAN

### Rinci {#sec-rinci}

{{< narasi ulasan >}}

::: {#tbl-capaian}

{{< tabel capaian >}}

Capaian {{< nilai jahat.2 >}} Tahun {{< nilai tahun >}}

:::

::: {.tabel-tanpa-nomor}

{{< tabel lebar >}}

Tabel Lebar Tanpa Nomor

:::

::: {#fig-tren}

{{< gambar tren >}}

Tren Kinerja

:::

::: {.content-visible when-format="html"}
Hanya HTML.
:::
::: {.content-visible when-format="typst"}
Hanya PDF.
:::
::: {.content-hidden when-format="docx"}
Bukan DOCX.
:::
"""

COMMENT = """Ulasan tahun {{< nilai tahun >}}, lihat @tbl-capaian.

- butir {{< nilai jahat.0 >}}
"""

CONFIG = """project:
  type: default
  render: [report.qmd]
lang: id
profile:
  default: "2099"
crossref:
  chapters: true
format:
  lkjip-html: default
  lkjip-typst: default
  lkjip-docx: default
"""

PROFILE = """fiscal-year: 2099
project:
  output-dir: output/2099
output-file: lkjip-2099
"""


def computed(traces: Traces, capaian: str) -> dict[str, Any]:
    """What the notebooks of the sample recorded; `traces` has those of its tables already."""
    book = {"notebook": "notebooks/02-contoh.ipynb"}
    found = values()
    for id, key in traces_of_values(traces).items():
        found[id] = {**found[id], **book, "sel": "nilai-contoh", "asal": key}
    found["tpak.capaian"]["cetak"] = {"desimal": 2, "cara": "truncate", "satuan": "persen"}
    table = {
        "asal": [
            [cell.get("data-asal") for cell in row]
            for row in lxml_html.fromstring(capaian).iterfind("tbody/tr")
        ],
        "cetak": [None, None, {"desimal": 2, "cara": "half-up"}],
    }
    return {
        "nilai": found,
        "tabel": {"capaian": {**book, "sel": "tbl-capaian", **table}, "lebar": book},
        "gambar": {
            "tren": {
                **book,
                "sel": "fig-tren",
                "alt": 'Tren "naik" {{< meta title >}} <b>',
                "asal": [ratio(traces, 2), ratio(traces, 3)],
                "rujukan": ["tbl-capaian"],
                "sumber": ["Badan <b> & {{< meta title >}} #set"],
            }
        },
        "jejak": traces.nodes,
    }


def write_computed(build: Path, content: dict[str, Any]) -> None:
    """Write what the notebooks recorded, and what there is to say of its traces."""
    build.mkdir(parents=True, exist_ok=True)
    for name, each in (("nilai", content), ("jejak", ikhtisar(content))):
        text = json.dumps(each, ensure_ascii=False)
        (build / f"{name}.json").write_text(text, encoding="utf-8", newline="\n")


def write_sample(root: Path) -> Path:
    """Write the project into a folder; its extension is the real one."""
    nasty = "\n\n".join(f"{{{{< nilai jahat.{n} >}}}}" for n in range(len(NASTY)))
    inline = "".join(f"- nilai {{{{< nilai jahat.{n} >}}}} akhir\n" for n in range(len(NASTY)))
    build = root / "_build" / "2099"
    traces = Traces()
    capaian = table_capaian(traces=traces)
    files = {
        root / "_quarto.yml": CONFIG,
        root / "_quarto-2099.yml": PROFILE,
        root / "report.qmd": REPORT,
        root / "narasi" / "sampul.qmd": COVER,
        root / "narasi" / "isi.qmd": BODY.replace("NASTY", f"{nasty}\n\n{inline}"),
        root / "narasi" / "2099" / "ulasan.md": COMMENT,
        build / "tabel" / "capaian.html": capaian,
        build / "tabel" / "lebar.html": table_wide(),
        build / "gambar" / "tren.svg": SVG,
        build / "gambar" / "tren.html": SVG,
    }
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="\n")
    write_computed(build, computed(traces, capaian))
    (build / "gambar" / "tren.png").write_bytes(PNG)
    shutil.copytree(ROOT / "_extensions", root / "_extensions")
    return root
