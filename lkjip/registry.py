"""Named choices that settings may make: pick one, or say which ones there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import TypeVar

from lkjip.errors import Finding, InputError
from lkjip.i18n import _

T = TypeVar("T")


def nearest(word: str, words: Iterable[str], cutoff: float = 0.5) -> str | None:
    """The known words that look most like a word, as a phrase for a message."""
    close = get_close_matches(word, sorted(words), n=3, cutoff=cutoff)
    return _("for example {words}").format(words=", ".join(close)) if close else None


def choose(registry: Mapping[str, T], name: str, message: str) -> T:
    """Return the entry called `name`.

    Parameters
    ----------
    registry
        The entries by name.
    name
        The name a person wrote in the data, the settings or a notebook.
    message
        What is wrong when there is no such entry, already translated.

    Raises
    ------
    InputError
        No entry has this name; the finding lists the names that exist and the nearest one.
    """
    if name in registry:
        return registry[name]
    nearest = get_close_matches(str(name), registry, n=1)
    raise InputError(
        Finding(
            message,
            value=str(name),
            expected=_("one of: {names}").format(names=", ".join(registry)),
            mend=_("write {name}").format(name=nearest[0]) if nearest else None,
        )
    )
