"""Which commit a report was made from, when the project is in git."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

from lkjip.paths import CONFIG_NAME


@dataclass(frozen=True)
class Git:
    """A state of the working tree.

    Attributes
    ----------
    commit
        The full id of the commit that is checked out.
    clean
        Nothing in the project differs from that commit, and no file is missing in it.
    """

    commit: str
    clean: bool


def state(root: Path) -> Git | None:
    """The state of the tree that a project lies in.

    None without git, outside a tree, before the first commit, and for a project that git does not
    know, because it was unpacked inside another project's tree.
    """
    if run(root, "ls-files", "--error-unmatch", "--", CONFIG_NAME) is None:
        return None
    told = run(root, "status", "--porcelain=v2", "--branch", "--", ".")
    lines = (told or b"").decode("utf-8", "replace").splitlines()
    head = next((line.split()[-1] for line in lines if line.startswith("# branch.oid ")), "")
    if head in ("", "(initial)"):
        return None
    return Git(head, clean=all(line.startswith("#") for line in lines))


def run(root: Path, *words: str) -> bytes | None:
    """What a git command prints; None when it fails or there is no git."""
    try:
        # Reading only: not even the index is refreshed.
        done = subprocess.run(
            ["git", "--no-optional-locks", *words], cwd=root, capture_output=True, check=False
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
