"""An audit as JSON for other programs."""

from __future__ import annotations

import json
from dataclasses import asdict

from lkjip.audit.model import Audit
from lkjip.audit.words import because, describe

SCHEMA = 1
"""Raised when a key changes its meaning or disappears."""


def render(audit: Audit) -> str:
    """Put an audit into JSON.

    Returns
    -------
    str
        ``{"schema", "report", "year", "final", "fingerprint", "passed", "compared", "versions",
        "notes", "differences"}``; a difference has ``category``, ``code``, ``name``, ``message``,
        ``because``, ``fails``, ``causes``, ``changes``, ``sentences``, ``old`` and ``new``.
    """
    content = {
        "schema": SCHEMA,
        "report": audit.bundle.name,
        "year": audit.bundle.year,
        "final": audit.bundle.made.final,
        "fingerprint": audit.bundle.identifier,
        "passed": not audit.failing,
        "compared": asdict(audit.counts),
        "versions": {
            name: {"published": old, "here": new} for name, (old, new) in audit.versions.items()
        },
        "notes": list(audit.notes),
        "differences": [
            {
                "message": describe(each),
                "because": because(each),
                "fails": each.fails,
                **asdict(each),
            }
            for each in audit.differences
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
