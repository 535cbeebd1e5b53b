"""``docs/data.md``: every file, column, unit and constraint, written from the schemas.

``python -m lkjip.data.document`` writes it anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from lkjip.data.schema import Field, Schema, penjelasan, schemas
from lkjip.paths import Project

_HEAD = """\
<!-- Ditulis oleh `python -m lkjip.data.document` dari lkjip/data/schemas. Jangan disunting. -->

# Berkas data

Setiap tahun anggaran mempunyai satu folder `data/<tahun>/` dengan berkas CSV di bawah ini dan
`instansi.yml` (instansi, pejabat, tanggal, dan pengaturan; lihat [panduan](panduan.md)). Berkas
CSV memakai UTF-8, koma di antara kolom, titik untuk desimal, dan judul kolom di baris pertama.
Berkas dari Excel berbahasa Indonesia (titik koma di antara kolom) juga dibaca oleh `lkjip`: titik
ribuan dan koma desimal diterima sejauh isinya hanya mempunyai satu arti, selebihnya ditolak
dengan kedua artinya ([tabel lengkapnya](panduan.md#memakai-excel)).

Folder itu juga sebuah *Data Package*: `datapackage.json` memuat seluruh syarat di halaman ini,
sehingga datanya dapat diperiksa dengan alat lain, misalnya

```
pip install frictionless
frictionless validate data/2022/datapackage.json
```

Alat itu mengharapkan koma di antara kolom. Sesudah `instansi.yml` berubah,
`python -m lkjip.data.package` menulis `datapackage.json` kembali.

Dalam tabel di bawah ini, kolom **Syarat** memakai istilah berikut.

- **wajib**: sel tidak boleh kosong;
- **menyusul**: sel boleh kosong selama tahun berjalan dan tercetak "belum diisi"; `lkjip check`
  menyebutkannya sampai diisi, dan laporan akhir tidak dibuat sebelum itu;
- **boleh kosong**: sel kosong berarti tidak ada;
- **kolom boleh tidak ada**: berkas tanpa kolom itu sama dengan berkas yang sel-selnya kosong.

**Kunci** menyebutkan kolom yang isinya, bersama-sama, hanya boleh ada satu kali.
"""

_TYPES = {
    "string": "teks",
    "integer": "bilangan bulat",
    "number": "bilangan",
    "date": "tanggal (tahun-bulan-hari)",
}


def document() -> str:
    """Describe all files of a year.

    Returns
    -------
    str
        The content of ``docs/data.md``: Markdown, in Indonesian.
    """
    files = [*schemas().values(), penjelasan()]
    parts = [_HEAD, "\n".join(_overview(files)), *("\n".join(_file(schema)) for schema in files)]
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _overview(files: list[Schema]) -> Iterator[str]:
    yield "| Berkas | Isi | Kunci | Dalam laporan 2022 |"
    yield "|---|---|---|---|"
    for schema in files:
        keys = ", ".join(f"`{column}`" for column in schema.primary_key)
        link = f"[`{schema.name}.csv`](#{schema.name}csv)"
        yield f"| {link} | {schema.title} | {keys} | {schema.sumber} |"


def _file(schema: Schema) -> Iterator[str]:
    yield f"## {schema.name}.csv"
    yield ""
    least = "" if schema.baris_minimum else " Berkas boleh tanpa baris."
    yield f"{schema.description}. Dalam laporan 2022: {schema.sumber}.{least}"
    yield ""
    yield "| Kolom | Isi | Jenis | Satuan | Syarat | Contoh |"
    yield "|---|---|---|---|---|---|"
    for field in schema.fields:
        cells = (
            f"`{field.name}`",
            field.description,
            "bilangan atau predikat" if field.bentuk == "nilai" else _TYPES[field.type],
            field.satuan or "",
            "; ".join(_constraints(schema, field)),
            f"`{field.example}`" if field.example else "",
        )
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _constraints(schema: Schema, field: Field) -> Iterator[str]:
    yield _presence(field)
    if field.absent:
        yield "kolom boleh tidak ada"
    if field.unique:
        yield "tidak berulang"
    for key in schema.foreign_keys:
        if key.field == field.name:
            yield f"ada di kolom `{key.reference}` berkas `{key.resource}.csv`"
    if field.enum:
        yield "salah satu dari " + ", ".join(f"`{name}`" for name in field.enum)
    if field.minimum is not None and field.maximum is not None:
        yield f"{field.minimum} sampai {field.maximum}"
    elif field.minimum is not None:
        yield f"{field.minimum} atau lebih"
    if field.pattern is not None:
        yield f"pola `{field.pattern}`"


def _presence(field: Field) -> str:
    if field.required:
        return "wajib"
    if field.menyusul is None:
        return "boleh kosong"
    when = " dan ".join(f"`{column}` ialah `{value}`" for column, value in field.menyusul.items())
    return f"menyusul bila {when}, selain itu kosong" if when else "menyusul"


def main() -> None:
    """Write ``docs/data.md`` of the project."""
    path = Project.find().root / "docs" / "data.md"
    path.write_text(document(), encoding="utf-8", newline="\n")
    print(path.name)


if __name__ == "__main__":
    main()
