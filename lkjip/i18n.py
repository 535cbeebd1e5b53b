"""The one door for text that a user reads: source strings are English, catalogues may follow."""

from __future__ import annotations

import gettext
from pathlib import Path

_catalogue = gettext.translation("lkjip", Path(__file__).parent / "locale", fallback=True)


def _(message: str) -> str:
    """Translate a user-facing message into the user's language.

    Parameters
    ----------
    message
        English source text; placeholders are filled in afterwards with ``str.format``.
    """
    return _catalogue.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """Translate a message that counts something.

    Parameters
    ----------
    one, many
        English source texts for a count of 1 and for any other.
    count
        What is counted; fill it in afterwards, as the other placeholders.
    """
    return _catalogue.ngettext(one, many, count)
