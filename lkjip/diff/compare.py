"""The numbers of two reports held against each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lkjip.diff import tables
from lkjip.diff.model import Change
from lkjip.diff.numbers import difference, told_apart
from lkjip.diff.published import Figure, Published


def compare(old: Published, new: Published) -> list[Change]:
    """Every value, table cell and figure that differs.

    Parameters
    ----------
    old, new
        The two reports.
    """
    return [
        *_values(old.values, new.values),
        *(
            change
            for id in sorted({*old.tables, *new.tables})
            for change in tables.compare(id, old.tables.get(id, []), new.tables.get(id, []))
        ),
        *(
            change
            for id in sorted({*old.figures, *new.figures})
            for change in _figure(id, old.figures.get(id), new.figures.get(id))
        ),
    ]


def _values(
    old: Mapping[str, dict[str, Any]], new: Mapping[str, dict[str, Any]]
) -> Iterator[Change]:
    for id in sorted({*old, *new}):
        before, after = _forms(old.get(id)), _forms(new.get(id))
        changed = [form for form in {**before, **after} if before.get(form) != after.get(form)]
        # One line for a value: what else is printed of it moved with its main form.
        for form in [form for form in changed if form == "utama"] or changed[:1]:
            texts = before.get(form), after.get(form)
            if form == "nilai" and texts[0] and texts[1]:
                texts = told_apart(texts[0], texts[1], after.get("jenis", ""))
            yield Change("nilai", id, *texts, column=form, delta=difference(*texts))


def _forms(value: dict[str, Any] | None) -> dict[str, str]:
    """The printed forms of a value, then its exact text, its items and its kind."""
    if value is None:
        return {}
    forms = value.get("bentuk")
    named = dict(forms) if isinstance(forms, dict) else {}
    exact = {key: str(value[key]) for key in ("nilai", "butir", "jenis") if key in value}
    return {**named, **exact}


def _figure(id: str, old: Figure | None, new: Figure | None) -> Iterator[Change]:
    if old is None or new is None:
        yield Change("gambar", id, _words(old), _words(new), column="kata")
    elif old.alt != new.alt:
        yield Change("gambar", id, old.alt, new.alt, column="kata")
    elif old.texts != new.texts:
        gone = " · ".join(text for text in old.texts if text not in new.texts)
        came = " · ".join(text for text in new.texts if text not in old.texts)
        yield Change("gambar", id, gone, came, column="teks")
    elif old.svg != new.svg:
        yield Change("gambar", id, old.svg, new.svg, column="svg")
    elif old.png != new.png:
        yield Change("gambar", id, old.png, new.png, column="png")


def _words(figure: Figure | None) -> str | None:
    return figure.alt if figure else None
