"""PDF from Typst text, with the fonts that Typst carries: the same bytes on every machine."""

from __future__ import annotations

from pathlib import Path

import typst

from lkjip.errors import LkjipError
from lkjip.i18n import _
from lkjip.paths import Project


def compile_typst(project: Project, text: bytes, target: Path) -> None:
    """Compile a report's Typst text.

    Raises
    ------
    LkjipError
        When Typst refuses the text.
    """
    try:
        compiled = typst.compile(text, root=str(project.root), ignore_system_fonts=True)
    except (typst.TypstError, RuntimeError) as error:
        raise LkjipError(_("Typst: {message}").format(message=error)) from error
    target.write_bytes(compiled)
