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
        compiler = typst.Compiler(text, root=project.root, ignore_system_fonts=True)
        # Archival and accessible: the compiler checks conformance in every build. (Quarto's Typst
        # takes one standard at a time, so that _extension.yml names ua-1 only.)
        compiled, warnings = compiler.compile_with_warnings(pdf_standards=["a-2a", "ua-1"])
    except (typst.TypstError, RuntimeError) as error:
        raise LkjipError(_("Typst: {message}").format(message=error)) from error
    if warnings or not isinstance(compiled, bytes):
        raise LkjipError(_("Typst: {message}").format(message=warnings))
    target.write_bytes(compiled)
