"""A comparison as JSON for other programs."""

from __future__ import annotations

import json
from dataclasses import asdict

from lkjip.diff.model import Comparison

SCHEMA = 1
"""Raised when a key changes its meaning or disappears."""


def render(comparison: Comparison) -> str:
    """Put a comparison into JSON.

    Returns
    -------
    str
        ``{"schema", "names", "changes", "sentences", "appeared", "gone", "notes"}``; a change has
        ``kind``, ``id``, ``old``, ``new``, ``row``, ``label``, ``column`` and ``delta``; a
        sentence ``old``, ``new`` and ``words``.
    """
    content = {"schema": SCHEMA, **asdict(comparison)}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
