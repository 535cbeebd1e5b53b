"""Sources that are no longer those a report was made of, down to cells and lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lkjip.audit.model import Category, Difference
from lkjip.bundle.layout import kind
from lkjip.diff.sources import inside

_CATEGORIES: dict[str, Category] = {
    "data": "masukan",
    "narasi": "narasi",
    "sumber-buku-kerja": "buku-kerja",
    "ekstensi": "ekstensi",
    "pengaturan": "pengaturan",
}


def compare(published: Mapping[str, bytes], now: Mapping[str, bytes]) -> list[Difference]:
    """Compare the sources in a bundle with those of the project.

    Parameters
    ----------
    published, now
        From `lkjip.bundle.sources`.
    """
    return list(_compare(published, now))


def category(name: str) -> Category:
    """What a source decides over."""
    return _CATEGORIES.get(kind(name), "pengaturan")


def _compare(published: Mapping[str, bytes], now: Mapping[str, bytes]) -> Iterator[Difference]:
    for name in sorted({*published, *now}):
        old, new = published.get(name), now.get(name)
        if new is None:
            yield Difference(category(name), "source-missing", name)
        elif old is None:
            yield Difference(category(name), "source-added", name)
        elif old != new:
            changes, sentences = inside(name, old, new)
            yield Difference(category(name), "source-changed", name, changes, sentences)
