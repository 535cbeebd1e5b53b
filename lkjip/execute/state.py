"""What ``_build/<year>`` holds, and whether it still is what was computed."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from lkjip.execute.fingerprint import digest_folder

FILE = "state.json"
# What the renderers read, and readers of the published report may want.
EXTRACTED = ("nilai.json", "jejak.json", "tabel/*", "gambar/*", "notebooks/*.ipynb")


@dataclass
class State:
    """Fingerprints of what was run, and of what came out of it.

    Attributes
    ----------
    notebooks
        Name of a notebook → fingerprint of all that its result depends on.
    outputs
        Fingerprint of the extracted files; None while an execution is under way.
    """

    notebooks: dict[str, str] = field(default_factory=dict)
    outputs: str | None = None

    @classmethod
    def read(cls, folder: Path) -> State:
        """The state of a folder; an empty one when nothing (sound) was written there."""
        try:
            content = json.loads((folder / FILE).read_text(encoding="utf-8"))
            return cls(content["notebooks"], content["outputs"])
        except (OSError, ValueError, KeyError, TypeError):
            return cls()

    def write(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps({"notebooks": self.notebooks, "outputs": self.outputs}, indent=1)
        new = folder / f"{FILE}.new"
        new.write_text(text + "\n", encoding="utf-8", newline="\n")
        new.replace(folder / FILE)

    def holds(self, folder: Path, wanted: dict[str, str]) -> bool:
        """Whether the folder holds the results of exactly these notebooks, untouched."""
        return self.notebooks == wanted and self.outputs == outputs(folder)


def outputs(folder: Path) -> str:
    """Fingerprint of all that was computed for a year."""
    return digest_folder(folder, EXTRACTED)
