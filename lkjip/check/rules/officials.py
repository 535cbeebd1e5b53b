"""Officials and dates: NIP, age, signatures, order of the documents, period of the plan."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from lkjip.check.context import Context
from lkjip.check.model import Cell, Draft
from lkjip.check.registry import rule
from lkjip.data.instansi import Pejabat
from lkjip.i18n import _
from lkjip.numbers import tanggal

_RETIREMENT = {"kepala dinas": 60, "kepala badan": 60, "sekretaris daerah": 60}
_RETIREMENT_OTHERS = 58
_YOUNGEST, _OLDEST = 18, 46  # at appointment; 46 was the limit for temporary staff (PP 48/2005)
_YEARS_OF_A_PLAN = 5
_MEN, _WOMEN = re.compile(r"\b(?:Drs|H)\."), re.compile(r"\b(?:Dra|Hj)\.")
_PLAN = re.compile(r"Jangka Menengah Daerah.*?(?P<awal>\d{4})\s*[-–]\s*(?P<akhir>\d{4})")


@dataclass(frozen=True)
class Nip:
    """What a NIP says: date of birth, month of appointment, sex."""

    birth: date
    appointed: date
    man: bool

    @classmethod
    def read(cls, nip: str) -> Nip:
        """Read the digits.

        Raises
        ------
        ValueError
            A date in it does not exist.
        """
        digits = nip.replace(" ", "")
        return cls(
            date(int(digits[:4]), int(digits[4:6]), int(digits[6:8])),
            date(int(digits[8:12]), int(digits[12:14]), 1),
            digits[14] == "1",
        )


def _nip(official: Pejabat) -> Nip | None:
    try:
        return None if official.nip is None else Nip.read(official.nip)
    except ValueError:
        return None


def _age(birth: date, day: date) -> int:
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def _cell(context: Context, official: Pejabat, key: str) -> Cell:
    return context.setting(f"pejabat.{official.kunci}.{key}", getattr(official, key))


@dataclass(frozen=True)
class Signature:
    """Who signs which document when."""

    document: str
    day: date | None
    official: Pejabat
    day_cell: Cell
    official_cell: Cell


def _signatures(context: Context) -> list[Signature]:
    """Signatures of civil servants, in the order of the year."""
    instansi = context.instansi
    found = [
        Signature(
            name,
            agreement.tanggal,
            agreement.pihak_pertama,
            context.setting(f"perjanjian.{name}.tanggal", agreement.tanggal),
            context.setting(f"perjanjian.{name}.pihak_pertama", agreement.pihak_pertama.kunci),
        )
        for name, agreement in instansi.perjanjian.items()
    ]
    report = instansi.laporan
    return [
        *found,
        Signature(
            "laporan",
            report.tanggal,
            report.penandatangan,
            context.setting("laporan.tanggal", report.tanggal),
            context.setting("laporan.penandatangan", report.penandatangan.kunci),
        ),
    ]


@rule("O1", "error", reason="Perka BKN 22/2007: a NIP holds date of birth and of appointment.")
def nip(context: Context) -> Iterator[Draft]:
    """The dates inside a NIP exist, the age at appointment is plausible, nobody shares a NIP."""
    seen: dict[str, Pejabat] = {}
    advice = _("copy the NIP from the decree of appointment")
    for official in context.instansi.pejabat.values():
        if official.nip is None:
            continue
        cell = _cell(context, official, "nip")
        if other := seen.get(official.nip):
            cells = (cell, _cell(context, other, "nip"))
            yield Draft(_("two officials have the same NIP"), cells, advice, official.nip)
        seen[official.nip] = official
        inside = _nip(official)
        if inside is None:
            message = _("the NIP holds a date that does not exist")
            yield Draft(message, (cell,), advice, official.nip)
            continue
        age = _age(inside.birth, inside.appointed)
        if not _YOUNGEST <= age <= _OLDEST:
            yield Draft(
                _("by the NIP, {name} was appointed at an implausible age").format(
                    name=official.nama
                ),
                (cell,),
                advice,
                _("born {birth}, appointed {appointed}: {age} years").format(
                    birth=tanggal(inside.birth),
                    appointed=tanggal(inside.appointed, "MMMM y"),
                    age=age,
                ),
            )


@rule("O2", "error", reason="Undang-Undang 5/2014 pasal 90: 60 years for heads, 58 for others.")
def retired(context: Context) -> Iterator[Draft]:
    """Nobody signs before the appointment or after the age of retirement, both by the NIP."""
    for signature in _signatures(context):
        official, day = signature.official, signature.day
        inside = _nip(official)
        if inside is None or day is None:
            continue
        post = official.jabatan.lower().removeprefix("plt. ")
        limit = next(
            (age for start, age in _RETIREMENT.items() if post.startswith(start)),
            _RETIREMENT_OTHERS,
        )
        age = _age(inside.birth, day)
        if age < limit and day >= inside.appointed:
            continue
        yield Draft(
            _("{name} signs {document} when not in service, by the NIP").format(
                name=official.nama, document=signature.document
            ),
            (_cell(context, official, "nip"), signature.day_cell, signature.official_cell),
            _("correct the NIP, the date or the signatory"),
            _("born {birth}, signed {day}: {age} years, retirement at {limit}").format(
                birth=tanggal(inside.birth), day=tanggal(day), age=age, limit=limit
            ),
        )


@rule("O3", "error", reason="Digit 15 of a NIP is 1 for a man and 2 for a woman.")
def title_and_sex(context: Context) -> Iterator[Draft]:
    """The title (Drs., Dra., H., Hj.) fits the sex in the NIP."""
    for official in context.instansi.pejabat.values():
        inside = _nip(official)
        if inside is None:
            continue
        wrong = _WOMEN.search(official.nama) if inside.man else _MEN.search(official.nama)
        if wrong:
            yield Draft(
                _("the title of {name} does not fit the sex in the NIP").format(name=official.nama),
                (_cell(context, official, "nama"), _cell(context, official, "nip")),
                _("correct the title or the NIP"),
                f"{wrong[0]} ≠ {official.nip}",
            )


@rule("O4", "warning", reason="PermenPANRB 53/2014: the head of the region is the second party.")
def parties(context: Context) -> Iterator[Draft]:
    """The second party of an agreement is the head of the region, the first one somebody else."""
    regent = context.instansi.kepala_daerah
    for name, agreement in context.instansi.perjanjian.items():
        second = agreement.pihak_kedua
        if second.kunci == regent.kunci and agreement.pihak_pertama.kunci != regent.kunci:
            continue
        yield Draft(
            _("the parties of {document} are not the head of the office and of the region").format(
                document=name
            ),
            (
                context.setting(f"perjanjian.{name}.pihak_pertama", agreement.pihak_pertama.kunci),
                context.setting(f"perjanjian.{name}.pihak_kedua", second.kunci),
                context.setting("kepala_daerah", regent.kunci),
            ),
            _("write the head of the office first, the head of the region second"),
            f"{agreement.pihak_pertama.nama} – {second.nama}",
        )


@rule("O5", "info", reason="Who signs the report answers for the agreement in force.")
def change_of_signatory(context: Context) -> Iterator[Draft]:
    """The same person signs the agreement, the revised agreement and the report."""
    signatures = _signatures(context)
    for before, after in pairwise(signatures):
        if before.official.kunci != after.official.kunci:
            yield Draft(
                _("{document} is signed by somebody else than {earlier}").format(
                    document=after.document, earlier=before.document
                ),
                (before.official_cell, after.official_cell, before.day_cell, after.day_cell),
                _("say in Bab I when the office changed hands"),
                f"{before.official.nama} → {after.official.nama}",
            )


@rule(
    "O6",
    "error",
    reason=(
        "PermenPANRB 53/2014: the agreement is made in the fiscal year, and the report follows "
        "within two months of its end."
    ),
)
def dates(context: Context) -> Iterator[Draft]:
    """Agreement, revision, end of the year and report follow each other."""
    agreement, revised, report = _signatures(context)
    year = context.tahun
    advice = _("correct the date, or the order of the documents")
    for signature in (agreement, revised):
        if signature.day is not None and signature.day.year != year:
            yield Draft(
                _("{document} is not dated in the fiscal year").format(document=signature.document),
                (signature.day_cell,),
                advice,
                f"{tanggal(signature.day)} ≠ {year}",
            )
    if agreement.day and revised.day and revised.day <= agreement.day:
        yield Draft(
            _("the revised agreement is not later than the agreement"),
            (agreement.day_cell, revised.day_cell),
            advice,
            f"{tanggal(revised.day)} ≤ {tanggal(agreement.day)}",
        )
    if report.day is None:
        return
    due = date(year + 1, 2, monthrange(year + 1, 2)[1])
    if report.day.year <= year or report.day > due:
        early = report.day.year <= year
        yield Draft(
            _("the report is dated before its year is over")
            if early
            else _("the report is later than two months after the year"),
            (report.day_cell,),
            advice if early else _("say why the report is late"),
            f"{tanggal(report.day)}; {tanggal(date(year, 12, 31))} – {tanggal(due)}",
            None if early else "warning",
        )


@rule("O7", "info", reason="The report describes the end of the year.")
def day_of_the_count(context: Context) -> Iterator[Draft]:
    """Staff is counted at the end of the fiscal year."""
    day = context.instansi.laporan.kepegawaian_per
    if day is None or (day.year, day.month) == (context.tahun, 12):
        return
    yield Draft(
        _("the staff is not counted at the end of the year"),
        (context.setting("laporan.kepegawaian_per", f"{day:%Y-%m}"),),
        _("count the staff of December, or say why another month is shown"),
        f"{day:%Y-%m} ≠ {context.tahun}-12",
        None if day.year == context.tahun else "error",
    )


@rule("O8", "error", reason="Permendagri 86/2017: RPJMD and Renstra cover five years of office.")
def period(context: Context) -> Iterator[Draft]:
    """The fiscal year lies in the Renstra's period, and the RPJMD is cited with that period."""
    period = context.instansi.periode
    cells = (
        context.setting("periode.awal", period.awal),
        context.setting("periode.akhir", period.akhir),
    )
    advice = _("correct the period, or the regulation that is cited")
    if not period.awal <= context.tahun <= period.akhir:
        message = _("the fiscal year is outside of the period of the Renstra")
        shown = f"{context.tahun}; {period.awal}–{period.akhir}"
        yield Draft(message, (*cells, context.setting("tahun", context.tahun)), advice, shown)
    elif period.akhir - period.awal != _YEARS_OF_A_PLAN:
        message = _("the Renstra does not cover five years")
        yield Draft(message, cells, advice, f"{period.awal}–{period.akhir}", "warning")
    for number, text in enumerate(context.instansi.dasar_hukum, start=1):
        cited = _PLAN.search(text)
        if cited and (int(cited["awal"]), int(cited["akhir"])) != (period.awal, period.akhir):
            yield Draft(
                _("the RPJMD is cited with another period than the Renstra's"),
                (*cells, context.setting(f"dasar_hukum[{number}]", text)),
                advice,
                f"{cited['awal']}–{cited['akhir']} ≠ {period.awal}–{period.akhir}",
            )


@rule("O9", "error", reason="A civil servant signs with rank and NIP.")
def rank_and_nip(context: Context) -> Iterator[Draft]:
    """Signatories of the office have a rank and a NIP, and the rank is among the staff."""
    for official in {s.official.kunci: s.official for s in _signatures(context)}.values():
        for key in ("pangkat", "nip"):
            if getattr(official, key) is None:
                yield Draft(
                    _("{name} signs without {key}").format(name=official.nama, key=key),
                    (_cell(context, official, key), _cell(context, official, "nama")),
                    _("fill it in in instansi.yml"),
                    f"pejabat.{official.kunci}.{key}: –",
                )
    yield from _rank_among_staff(context)


def _rank_among_staff(context: Context) -> Iterator[Draft]:
    head = context.instansi.laporan.penandatangan
    inside = _nip(head)
    rows = [row for row in context.rows("pegawai") if row["dimensi"] == "pangkat"]
    if inside is None or head.pangkat is None or not rows:
        return
    sex = "laki_laki" if inside.man else "perempuan"
    same = [row for row in rows if str(row["kategori"]).startswith(f"{head.pangkat} (")]
    if any(row[sex] is None or row[sex] for row in same):
        return
    yield Draft(
        _("nobody of the rank and sex of {name} is among the staff").format(name=head.nama),
        (_cell(context, head, "pangkat"), *context.cells("pegawai", same or rows, sex)),
        _("correct the rank, or the table of staff"),
        f"{head.pangkat}: 0 ({sex})",
        "warning",
    )
