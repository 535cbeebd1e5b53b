"""What ``lkjip check`` finds in the sources of a bundle."""

from __future__ import annotations

from pathlib import Path

from lkjip.bundle import sources
from lkjip.bundle.bundle import Bundle
from lkjip.check.engine import check
from lkjip.errors import InputError


def of_bundle(bundle: Bundle, scratch: Path) -> set[str]:
    """The findings, each as code and message.

    Parameters
    ----------
    bundle
        A published report with its sources.
    scratch
        A folder that does not exist yet.
    """
    project = sources.unpack(sources.of_bundle(bundle.folder), scratch)
    try:
        report = check(project, bundle.year)
    except InputError as error:
        return {str(finding) for finding in error.findings}
    return {f"{temuan.code}: {temuan.message}" for temuan in report}
