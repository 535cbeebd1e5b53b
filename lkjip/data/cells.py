"""From the text of one cell to a value of its column's type."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from difflib import get_close_matches

from lkjip.data.schema import Field
from lkjip.i18n import _
from lkjip.skala import SKALA_SAKIP

Value = str | int | Decimal | date

PREDIKAT = tuple(nama for nama, _bound in SKALA_SAKIP)
"""The grades that a target or realisasi may be."""

_MOST_DIGITS = 18  # what fits into 64 bits; more is a slip of the hand
_WHOLE = re.compile(r"-?[0-9]+")
_POINT = re.compile(r"-?[0-9]+\.[0-9]+")
# A number as Excel writes it in Indonesia: 1.250.000.000 or 62,5.
_GROUPED = re.compile(r"-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_COMMA = re.compile(r"-?(?:[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+),[0-9]+")
_WHOLE_AS_MONEY = re.compile(r"(.*),00?")
_SCIENTIFIC = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?[eE]\+?[0-9]+")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")


class CellError(ValueError):
    """The cell cannot be read.

    Parameters
    ----------
    message, expected, mend
        As in `lkjip.errors.Finding`.
    """

    def __init__(self, message: str, expected: str, mend: str | None = None) -> None:
        super().__init__(message)
        self.message, self.expected, self.mend = message, expected, mend


def parse(field: Field, text: str, indonesian: bool = False) -> Value:
    """Read a cell and check it against the constraints of its column.

    Parameters
    ----------
    field
        The column.
    text
        The cell, not empty, without surrounding blanks.
    indonesian
        Whether the file separates columns by ``;``. Excel writes such files where the comma is
        the decimal mark, so ``62,5`` and ``1.250.000.000`` are numbers there.

    Returns
    -------
    str, int, Decimal or datetime.date
        By the type of the column; a column of form ``nilai`` gives Decimal or a grade.

    Raises
    ------
    CellError
        The text is not of the type, has two readings, or breaks a constraint.
    """
    value: Value
    if field.bentuk == "nilai":
        value = text if text in PREDIKAT else number(text, indonesian, grades=True)
    elif field.type == "integer":
        value = integer(text, indonesian)
    elif field.type == "number":
        value = number(text, indonesian)
    elif field.type == "date":
        value = day(text, indonesian)
    else:
        value = text
    _check(field, value)
    return value


def integer(text: str, indonesian: bool) -> int:
    """Read a whole number, such as an amount of rupiah or a count of persons."""
    plain = text
    if indonesian:
        money = _WHOLE_AS_MONEY.fullmatch(plain)
        plain = money.group(1) if money else plain
        plain = plain.replace(".", "") if _GROUPED.fullmatch(plain) else plain
    if not _WHOLE.fullmatch(plain):
        raise CellError(
            _("this is not a whole number"),
            _("digits only, such as {example}").format(example="1250000000"),
            _how_to_write(text, indonesian, whole=True),
        )
    _check_length(plain)
    return int(plain)


def number(text: str, indonesian: bool, grades: bool = False) -> Decimal:
    """Read a decimal number; `grades` says that a grade would have been right too."""
    plain = text
    if indonesian and _COMMA.fullmatch(text):
        plain = text.replace(".", "").replace(",", ".")
    elif indonesian and _GROUPED.fullmatch(text):
        if text.count(".") == 1:
            raise CellError(
                _("this number has two readings: the point may mark thousands or decimals"),
                _("{thousands} or {decimals}").format(
                    thousands=text.replace(".", ""), decimals=text.replace(".", ",")
                ),
                _("write thousands without a point, and decimals with a comma"),
            )
        plain = text.replace(".", "")
    if not (_WHOLE.fullmatch(plain) or _POINT.fullmatch(plain)):
        example = "62,5" if indonesian else "62.5"
        expected = _("a number such as {example}").format(example=example)
        if grades:
            expected = _("{number}, or a grade: {grades}").format(
                number=expected, grades=", ".join(PREDIKAT)
            )
            if not re.search("[0-9]", text):
                mend = _("write one of the grades, or a number")
                raise CellError(_("this is neither a grade nor a number"), expected, mend)
        raise CellError(_("this is not a number"), expected, _how_to_write(text, indonesian))
    _check_length(plain)
    value = Decimal(plain)
    return value if value else value.copy_abs()


def day(text: str, indonesian: bool) -> date:
    """Read a date: year-month-day, or day/month/year as Excel in Indonesia writes it."""
    expected = _("year-month-day, such as {example}").format(example="2024-12-31")
    parts = _DAY_FIRST.fullmatch(text)
    try:
        if not (indonesian and parts):
            if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
                raise ValueError
            return date.fromisoformat(text)
        first, second, year = map(int, parts.groups())
        value = date(year, second, first)
    except ValueError:
        raise CellError(
            _("this is not a date"),
            expected,
            _("write the date so; in Excel choose the cell format yyyy-mm-dd or Text"),
        ) from None
    if first <= 12 and first != second:
        raise CellError(
            _("this date has two readings: day or month may come first"),
            _("{day_first} or {month_first}").format(
                day_first=value, month_first=date(year, first, second)
            ),
            _("write the date as year-month-day; in Excel choose the cell format yyyy-mm-dd"),
        )
    return value


def _check_length(plain: str) -> None:
    if sum(sign.isdigit() for sign in plain) > _MOST_DIGITS:
        raise CellError(
            _("the number has too many digits"),
            _("at most {count} digits").format(count=_MOST_DIGITS),
            _("correct the number"),
        )


def _how_to_write(text: str, indonesian: bool, whole: bool = False) -> str:
    if _SCIENTIFIC.fullmatch(text):
        return _("Excel shortened the number: format the cell as Number and type it again")
    if text.endswith("%"):
        return _("leave the percent sign away: the unit is in the column satuan")
    if whole:
        return _("write the full amount without Rp, points, commas and words")
    if indonesian and re.search(r"[0-9].*[.,]", text):
        return _("write thousands without a point, and decimals with a comma")
    if re.search(r"[0-9],[0-9]", text):
        return _("write the decimals with a point; only a file with ; between columns has commas")
    return _("write the number only, without unit, blanks and words")


def _check(field: Field, value: Value) -> None:
    if field.enum is not None and value not in field.enum:
        nearest = get_close_matches(str(value).lower(), field.enum, n=1)
        raise CellError(
            _("this value is not allowed"),
            _("one of: {names}").format(names=", ".join(field.enum)),
            _("write {name}").format(name=nearest[0]) if nearest else _("choose one of these"),
        )
    if field.pattern is not None and not re.fullmatch(field.pattern, str(value)):
        raise CellError(*_pattern_message(field, value))
    if isinstance(value, int):
        if field.minimum is not None and value < field.minimum:
            raise CellError(
                _("the number is negative") if value < 0 else _("the number is too small"),
                _("{minimum} or more").format(minimum=field.minimum),
                _("correct the number"),
            )
        if field.maximum is not None and value > field.maximum:
            raise CellError(
                _("the number is too large"),
                _("{maximum} or less").format(maximum=field.maximum),
                _("correct the number"),
            )


def _pattern_message(field: Field, value: Value) -> tuple[str, str, str]:
    if isinstance(value, Decimal):
        return _("the number is negative"), _("0 or more"), _("correct the number")
    return (
        _("this text has the wrong form"),
        _("text such as {example}").format(example=field.example),
        _("use letters, digits and hyphens only, a letter first"),
    )
