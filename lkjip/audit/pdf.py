"""The "berita acara pemeriksaan" as a PDF of one page."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from lkjip.audit.model import Audit
from lkjip.audit.record import TITLE, record

_TEMPLATE = Path(__file__).with_name("berita_acara.typ")


def render(audit: Audit) -> bytes:
    """Put an audit on a sheet in Indonesian, with a place to sign.

    All text reaches Typst as data; the same audit gives the same bytes.
    """
    # Imported here: only this format needs the compiler.
    import typst

    page = {"title": TITLE, **asdict(record(audit))}
    compiled = typst.compile(
        _TEMPLATE,
        sys_inputs={"page": json.dumps(page, ensure_ascii=False)},
        ignore_system_fonts=True,
        timestamp=_timestamp(audit.bundle.date),
        pdf_standards=["a-2a", "ua-1"],
    )
    return bytes(compiled)


def _timestamp(date: str) -> int:
    """The report's date in seconds since 1970: a record made twice is the same."""
    try:
        return int(datetime.fromisoformat(date).replace(tzinfo=UTC).timestamp())
    except ValueError:
        return 0
