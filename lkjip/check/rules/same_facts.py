"""The same fact is the same everywhere: staff, targets, units, names, responsibility."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from lkjip.check import facts
from lkjip.check.context import Context
from lkjip.check.model import Cell, Draft
from lkjip.check.registry import rule
from lkjip.data.validate import Row
from lkjip.i18n import _
from lkjip.numbers import angka

SEX = ("laki_laki", "perempuan")
_VERB = re.compile(r"\bdi\w{3,}(?:kan|i)\b")
_UNIT_WORD = re.compile(r"(?:Bidang|Sub ?bagian|Seksi|Sekretariat|UPTD?)\b", re.I)
_SIMILAR = 0.92  # names that differ in a letter or a word, not in meaning


@rule("S1", "error", reason="One person is counted once, as a man or as a woman, in every table.")
def staff_by_sex(context: Context) -> Iterator[Draft]:
    """Men and women are as many by rank, by position and by education."""
    rows = context.rows("pegawai")
    groups = dict.fromkeys(str(row["dimensi"]) for row in rows)
    counts = {
        group: tuple(
            facts.total([row for row in rows if row["dimensi"] == group], sex) for sex in SEX
        )
        for group in groups
    }
    if any(None in pair for pair in counts.values()) or len(set(counts.values())) == 1:
        return
    yield Draft(
        _("the number of men and women differs between the tables of staff"),
        context.cells("pegawai", rows, *SEX),
        _("find the person who is counted with the other sex, and correct that row"),
        "; ".join(
            f"{group} {angka(men or 0)} + {angka(women or 0)} = {angka((men or 0) + (women or 0))}"
            for group, (men, women) in counts.items()
        ),
    )


@rule(
    "S2",
    "warning",
    reason=(
        "PermenPANRB 53/2014: the agreement takes its targets from the plan, and a revised target "
        "is explained."
    ),
)
def targets_of_the_year(context: Context) -> Iterator[Draft]:
    """A target of this year is the same in the IKU, the agreement and the revised agreement.

    What stands in the agreement stands in the revised one, and the other way round.
    """
    for indicator in facts.indicators(context):
        agreed = [row for name, row in indicator.targets.items() if name.startswith("pk")]
        if len(agreed) == 1:
            yield Draft(
                _("{name} stands in one of the two agreements only").format(name=indicator.nama),
                context.cells("target", agreed, "dokumen", "target"),
                _("add the row of the other agreement to target.csv"),
                f"{agreed[0]['dokumen']} {agreed[0].texts['target']}",
            )
        rows = [row for name, row in indicator.targets.items() if name != "renstra"]
        known = [row for row in rows if row["target"] is not None]
        if len({row["target"] for row in known}) < 2:
            continue
        iku = any(row["dokumen"] == "iku" for row in known)
        yield Draft(
            _("the target of {name} differs between the documents").format(name=indicator.nama),
            context.cells("target", known, "target"),
            _("say why the target was revised, or correct the wrong one"),
            "; ".join(f"{row['dokumen']} {row.texts['target']}" for row in known),
            "error" if iku else None,
        )


@rule("S3", "warning", reason="The unit says what the number is: a percentage is not a count.")
def unit_and_name(context: Context) -> Iterator[Draft]:
    """The unit fits the name: persentase in persen, jumlah as a count, predikat as a grade."""
    for row in context.rows("indikator"):
        name, satuan = str(row["nama"]).lower(), str(row["satuan"])
        percent = name.startswith(("persentase", "prosentase", "tingkat partisipasi"))
        count = name.startswith(("jumlah ", "banyaknya "))
        if (percent and satuan != "persen") or (count and satuan in ("persen", "predikat")):
            yield Draft(
                _("the unit of {name} does not fit its name").format(name=row["nama"]),
                context.cells("indikator", [row], "nama", "satuan"),
                _("write the unit of the agreement; a ratio of cases is a percentage, not cases"),
                f"{row['nama']}: {satuan}",
            )


@rule(
    "S4",
    "warning",
    reason="PermenPANRB 53/2014, reviu: the operational definition measures what the name says.",
)
def definition_and_name(context: Context) -> Iterator[Draft]:
    """The operational definition counts what the name of the indicator says.

    Verbs of the name (diselesaikan) come back in the definition, and labour force participation
    and open unemployment are defined as BPS defines them.
    """
    for row in context.rows("indikator"):
        definition = str(row["definisi_operasional"] or "").lower()
        name = str(row["nama"]).lower()
        if not definition:
            continue
        said, counted = set(_VERB.findall(name)), set(_VERB.findall(definition))
        base = next((base for part, base in _BPS if part in name and base not in definition), None)
        if said and counted and not said & counted:
            shown = f"{', '.join(sorted(said))} ≠ {', '.join(sorted(counted))}"
        elif base:
            shown = _("“{base}” is missing in: {definition}").format(
                base=base, definition=row["definisi_operasional"]
            )
        else:
            continue
        yield Draft(
            _("the definition of {name} measures something else than the name").format(
                name=row["nama"]
            ),
            context.cells("indikator", [row], "nama", "definisi_operasional"),
            _("correct the definition, or the name in the next Perjanjian Kinerja"),
            shown,
        )


_BPS = (
    ("partisipasi angkatan kerja", "usia kerja"),
    ("pengangguran terbuka", "angkatan kerja"),
)
"""Part of an indicator's name, and the base that BPS divides by."""


@rule("S5", "warning", reason="A unit has one name: the one of the regulation that made it.")
def names_of_units(context: Context) -> Iterator[Draft]:
    """Sources of data and heads of units name a unit as the organisation does."""
    units = {str(row["nama"]) for row in context.rows("unit")}
    for row in context.rows("indikator"):
        source = str(row["sumber_data"] or "")
        if _UNIT_WORD.match(source) and source not in units:
            nearest = max(units, key=lambda unit: SequenceMatcher(None, unit, source).ratio())
            yield Draft(
                _("the source of {name} is a unit that the organisation does not have").format(
                    name=row["nama"]
                ),
                context.cells("indikator", [row], "sumber_data"),
                _("write the unit's name as in unit.csv"),
                _("{source} — nearest: {unit}").format(source=source, unit=nearest),
            )
    for row in context.rows("unit"):
        head = str(row["pimpinan"] or "")
        if str(row["nama"]).startswith("Bidang ") and head and head != f"Kepala {row['nama']}":
            yield Draft(
                _("the head is not named like the unit"),
                context.cells("unit", [row], "nama", "pimpinan"),
                _("write the same name in both"),
                f"{head} ≠ Kepala {row['nama']}",
            )


@rule("S6", "warning", reason="Who answers for the result also runs the programme behind it.")
def responsible_unit(context: Context) -> Iterator[Draft]:
    """The unit behind an indicator of a sasaran runs a programme that pays for the sasaran."""
    programmes = {row["kode"]: row for row in context.rows("program")}
    for indicator in facts.indicators(context):
        unit = indicator.row["penanggung_jawab"]
        paying = [
            programmes[row["program"]]
            for row in context.rows("alokasi_sasaran")
            if row["sasaran"] == indicator.row["sasaran"]
        ]
        if unit is None or not paying or unit in {row["unit"] for row in paying}:
            continue
        yield Draft(
            _("no programme of the unit behind {name} pays for its sasaran").format(
                name=indicator.nama
            ),
            (
                context.cell("indikator", indicator.row, "penanggung_jawab"),
                *context.cells("program", paying, "unit"),
            ),
            _("correct the unit, or the programme in alokasi_sasaran.csv"),
            f"{unit}; " + ", ".join(f"{row['kode']}: {row['unit']}" for row in paying),
        )


@rule("S7", "warning", reason="One thing has one name, and two things have two.")
def names(context: Context) -> Iterator[Draft]:
    """No two indicators, sasaran, programmes or activities have (nearly) the same name."""
    for name, column in (
        ("sasaran", "nama"),
        ("indikator", "nama"),
        ("program", "nama"),
        ("kegiatan", "nama"),
        ("transmigrasi", "lokasi"),
    ):
        rows = [row for row in context.rows(name) if row[column] is not None]
        for number, row in enumerate(rows):
            for other in rows[:number]:
                if _alike(str(row[column]), str(other[column])):
                    yield Draft(
                        _("two rows of {file}.csv have nearly the same name").format(file=name),
                        context.cells(name, [other, row], column),
                        _("delete one of the rows, or say in the names what differs"),
                        f"{other[column]} ~ {row[column]}",
                    )


def _alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one.lower(), other.lower(), autojunk=False)
    # The cheap upper bounds first: a folder has many pairs of names.
    return (
        matcher.real_quick_ratio() > _SIMILAR
        and matcher.quick_ratio() > _SIMILAR
        and matcher.ratio() > _SIMILAR
    )


@rule(
    "S8",
    "warning",
    reason="Permendagri 86/2017: the sasaran of the RPJMD becomes the tujuan of the office.",
)
def plan_of_the_region(context: Context) -> Iterator[Draft]:
    """The tujuan is a sasaran of the RPJMD, and the sasaran that heads the IKU is one too."""
    rpjmd = context.instansi.rpjmd
    cells = [
        context.setting(f"rpjmd.sasaran[{number}]", text)
        for number, text in enumerate(rpjmd.sasaran, start=1)
    ]
    known = {text.casefold() for text in rpjmd.sasaran}
    for row in context.rows("sasaran"):
        if row["jenis"] == "tujuan" and str(row["nama"]).casefold() not in known:
            yield _other_wording(str(row["nama"]), rpjmd.sasaran, context, row, cells)
    if rpjmd.sasaran_rpjmd.casefold() not in known:
        yield Draft(
            _("the sasaran of the RPJMD that heads the IKU is not among its sasaran"),
            (context.setting("rpjmd.sasaran_rpjmd", rpjmd.sasaran_rpjmd), *cells),
            _("write one of the sasaran of the RPJMD, or add the missing one"),
            rpjmd.sasaran_rpjmd,
        )


def _other_wording(
    name: str, texts: tuple[str, ...], context: Context, row: Row, cells: list[Cell]
) -> Draft:
    scores = [SequenceMatcher(None, text.lower(), name.lower()).ratio() for text in texts]
    nearest = scores.index(max(scores))
    return Draft(
        _("the tujuan is worded differently from every sasaran of the RPJMD"),
        (context.cell("sasaran", row, "nama"), cells[nearest]),
        _("write the tujuan as the RPJMD does"),
        f"{name} ≠ {texts[nearest]}",
    )


@rule(
    "S9", "info", reason="PermenPANRB 89/2021: a sasaran is a condition reached, not an activity."
)
def wording_of_sasaran(context: Context) -> Iterator[Draft]:
    """A sasaran says what has become (Meningkatnya, Terwujudnya), not what is done (Mewujudkan)."""
    for row in context.rows("sasaran"):
        first = str(row["nama"]).split()[0]
        if re.fullmatch(r"(?:me\w+kan|me\w+i|pe\w+an)", first.lower()):
            yield Draft(
                _("{code} is worded as an activity").format(code=row["kode"]),
                context.cells("sasaran", [row], "nama"),
                _("word it as a condition in the next Renstra: Meningkatnya, Terwujudnya"),
                first,
            )
