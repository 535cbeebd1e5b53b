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
