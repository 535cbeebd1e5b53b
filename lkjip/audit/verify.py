"""Checksums: is every file of a bundle the one that was published?"""

from __future__ import annotations

from lkjip.audit.model import Category, Code, Difference
from lkjip.bundle.bundle import Bundle, sums
from lkjip.bundle.layout import MANIFEST, SUMS
from lkjip.bundle.manifest import checksums, files


def verify(bundle: Bundle) -> list[Difference]:
    """Compare the files of a bundle with its manifest, and the manifest with itself.

    Parameters
    ----------
    bundle
        What the manifest says.

    Returns
    -------
    list of Difference
        A file that was changed, is gone or was added; a manifest that was changed; a checksum
        file that does not fit.
    """
    found: list[Difference] = []
    if not bundle.sound:
        found.append(_file("manifest", MANIFEST))
    now = files(bundle.folder)
    for name in sorted({*now, *bundle.files}):
        was, entry = bundle.files.get(name), now.get(name)
        if entry is None:
            found.append(_file("missing", name))
        elif was is None:
            found.append(_file("added", name, new=entry.sha256))
        elif was != entry:
            found.append(_file("tampered", name, was.sha256, entry.sha256))
    stated = sums(bundle.folder)
    if (stated is not None or bundle.made.final) and stated != checksums(bundle.folder):
        found.append(_file("sums", SUMS, *_first_difference(stated, checksums(bundle.folder))))
    return found


def touched(differences: list[Difference]) -> set[str]:
    """The names of the files that an audit cannot trust."""
    return {each.name for each in differences if each.category == "berkas"}


def _file(code: Code, name: str, old: str | None = None, new: str | None = None) -> Difference:
    category: Category = "berkas"
    return Difference(category, code, name, old=old, new=new)


def _first_difference(stated: str | None, true: str) -> tuple[str | None, str | None]:
    """The first line in which two checksum files differ."""
    left, right = (stated or "").splitlines(), true.splitlines()
    for place in range(max(len(left), len(right))):
        pair = [lines[place] if place < len(lines) else None for lines in (left, right)]
        if pair[0] != pair[1]:
            return pair[0], pair[1]
    return None, None
