"""Staff against the organisation: posts that exist, posts that are filled."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lkjip.check import facts
from lkjip.check.context import Context
from lkjip.check.model import Draft
from lkjip.check.registry import rule
from lkjip.data.validate import Row
from lkjip.i18n import _
from lkjip.kata import slug
from lkjip.numbers import angka

SEX = ("laki_laki", "perempuan")
_FUNCTIONAL = re.compile(r"(?P<kind>.+?) Ahli (?:Pertama|Muda|Madya|Utama)\b")
_ECHELON_3 = re.compile(r"Sekretaris\b|Kepala (?:Bidang|Bagian)\b")
_ECHELON_4 = re.compile(r"(?:Sub ?Bagian|Seksi|Sub ?Bidang)\b", re.I)


def _positions(context: Context, pattern: str) -> list[Row]:
    """The rows of the staff by position whose name fits."""
    return [
        row
        for row in context.rows("pegawai")
        if row["dimensi"] == "jabatan" and re.search(pattern, str(row["kategori"]), re.I)
    ]


@rule(
    "D1",
    "warning",
    reason="Posts in the organisation are filled by people who are counted with that profession.",
)
def functional_posts(context: Context) -> Iterator[Draft]:
    """Functional staff of one profession leaves room for the other professions that have posts.

    Units led by an “Instruktur Ahli Muda” or a “Mediator Ahli Muda” need an instructor and a
    mediator among the functional staff (JFT). The number of a profession is a fact with its name
    as code (``pengantar_kerja``).
    """
    rows = _positions(context, r"fungsional tertentu|\bJFT\b")
    count = facts.total(rows, *SEX)
    units = [
        (row, match["kind"])
        for row in context.rows("unit")
        if (match := _FUNCTIONAL.match(str(row["nama"])))
    ]
    posts = Counter(kind for _row, kind in units)
    for kind in posts:
        kode = slug(kind).replace("-", "_")
        row, named = facts.fact(context, kode), facts.fact_value(context, kode)
        others = {other: number for other, number in posts.items() if other != kind}
        if count is None or row is None or named is None or not rows:
            continue
        if count - named >= sum(others.values()):
            continue
        yield Draft(
            _("{count} {kind} leave too few functional staff for the other posts").format(
                count=angka(named, 0), kind=kind
            ),
            (
                context.cell("fakta", row, "nilai"),
                *context.cells("pegawai", rows, *SEX),
                *context.cells("unit", [unit for unit, _kind in units], "nama"),
            ),
            _("count the functional staff by profession, and correct the fact"),
            _("{count} functional − {named} {kind} = {rest}; posts of others: {others}").format(
                count=angka(count),
                named=angka(named, 0),
                kind=kind,
                rest=angka(count - named, 0),
                others=", ".join(f"{other} {number}" for other, number in others.items()),
            ),
            "error" if named > count else None,
        )


@rule("D2", "warning", reason="The table of positions and the organisation count the same posts.")
def structural_posts(context: Context) -> Iterator[Draft]:
    """Echelon III and IV: the staff, with the acting ones, fills the posts of the organisation.

    Echelon III are the secretary and the heads of Bidang; echelon IV the heads of Sub Bagian and
    Seksi. A UPTD may have a head of echelon IV or none.
    """
    units = context.rows("unit")
    uptd = sum("UPTD" in str(row["nama"]) for row in units)
    for numeral, posts, optional in (
        ("III", [row for row in units if _ECHELON_3.match(str(row["pimpinan"] or ""))], 0),
        ("IV", [row for row in units if _ECHELON_4.match(str(row["nama"]))], uptd),
    ):
        rows = _positions(context, rf"eselon {numeral}\b")
        filled = facts.total(rows, *SEX)
        acting_row = facts.fact(context, f"eselon_{numeral.lower()}_plt")
        acting = facts.fact_value(context, f"eselon_{numeral.lower()}_plt") or 0
        if filled is None or not rows:
            continue
        if len(posts) <= filled + acting <= len(posts) + optional:
            continue
        yield Draft(
            _("echelon {numeral} is not as many people as posts").format(numeral=numeral),
            (
                *context.cells("pegawai", rows, *SEX),
                *([context.cell("fakta", acting_row, "nilai")] if acting_row else ()),
                *context.cells("unit", posts, "pimpinan" if numeral == "III" else "nama"),
            ),
            _("correct the staff, or say which posts are vacant or held by an acting official"),
            _("{filled} filled + {acting} acting ≠ {posts} posts").format(
                filled=angka(filled), acting=angka(acting, 0), posts=len(posts)
            ),
        )


@rule("D3", "warning", reason="A post that an acting official holds is not filled.")
def acting_head(context: Context) -> Iterator[Draft]:
    """When the head is acting (Plt.), nobody of echelon II is counted as staff."""
    head = context.instansi.laporan.penandatangan
    rows = _positions(context, r"eselon II\b")
    count = facts.total(rows, *SEX)
    if head.jabatan.startswith("Plt") and count:
        yield Draft(
            _("the head is acting, and yet the post of echelon II is counted as filled"),
            (
                context.setting(f"pejabat.{head.kunci}.jabatan", head.jabatan),
                *context.cells("pegawai", rows, *SEX),
            ),
            _("count the acting head where his own post is, or say whose post is counted"),
            f"{head.jabatan}: {head.nama}; {rows[0]['kategori']}: {angka(count)}",
        )
