"""What executed notebooks show, laid out for the renderers: values, tables, figures."""

from __future__ import annotations

import base64
import json
import shutil
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from lkjip.errors import Finding, InputError
from lkjip.execute.notebook import label
from lkjip.i18n import _
from lkjip.jejak.ikhtisar import ikhtisar

MIME = "application/vnd.lkjip+json"


class Extract:
    """Collects the outputs of a year's notebooks and writes them below one folder.

    Attributes
    ----------
    nilai, tabel, gambar
        Id → what ``nilai.json`` says of it.
    jejak
        Key → node: where the values, table cells and figures come from (`lkjip.jejak`).
    """

    def __init__(self) -> None:
        self.nilai: dict[str, dict[str, Any]] = {}
        self.tabel: dict[str, dict[str, Any]] = {}
        self.gambar: dict[str, dict[str, Any]] = {}
        self.jejak: dict[str, dict[str, Any]] = {}
        self._files: dict[str, bytes] = {}
        self._findings: list[Finding] = []

    def add(self, name: str, executed: NotebookNode) -> None:
        """Take in one executed notebook; ``name`` is how the user knows it."""
        for number, cell in enumerate(executed.cells, start=1):
            for output in cell.get("outputs", []):
                data = output.get("data", {})
                if MIME in data:
                    # A notebook of an old format has cells without names.
                    source = {"notebook": name, "sel": cell.get("id")}
                    self._take(source, number, label(cell), data)

    def write(self, folder: Path) -> None:
        """Replace ``nilai.json``, ``jejak.json``, ``tabel/`` and ``gambar/`` of a folder.

        Raises
        ------
        InputError
            When two cells claim the same id, or a label and an id differ.
        """
        if self._findings:
            raise InputError(self._findings)
        for part in ("tabel", "gambar"):
            shutil.rmtree(folder / part, ignore_errors=True)
            (folder / part).mkdir(parents=True)
        for name, file in self._files.items():
            (folder / name).write_bytes(file)
        index = {
            "nilai": self.nilai,
            "tabel": self.tabel,
            "gambar": self.gambar,
            "jejak": self.jejak,
        }
        # The one for every reader, the other for the page and the annex alone.
        for name, content, indent in (("nilai", index, 1), ("jejak", ikhtisar(index), None)):
            text = json.dumps(content, ensure_ascii=False, indent=indent, sort_keys=True)
            (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8", newline="\n")

    def _take(
        self, source: dict[str, Any], number: int, labelled: str | None, data: dict[str, Any]
    ) -> None:
        content = data[MIME]
        name = source["notebook"]
        self.jejak |= content.get("jejak", {})
        if content["jenis"] == "nilai":
            for key, value in content["nilai"].items():
                self._claim(self.nilai, key, {**value, **source}, number)
            return
        kind, prefix = {"tabel": ("tabel", "tbl-"), "gambar": ("gambar", "fig-")}[content["jenis"]]
        key = content["id"]
        if labelled != prefix + key:
            self._findings.append(
                Finding(
                    _("the label of the cell and the id it shows differ"),
                    file=name,
                    row=number,
                    value=labelled,
                    expected=f"#| label: {prefix}{key}",
                    mend=_("write the same id in both places"),
                )
            )
        if kind == "tabel":
            jejak = {part: content[part] for part in ("asal", "cetak") if part in content}
            self._claim(self.tabel, key, {**source, **jejak}, number)
            self._files[f"tabel/{key}.html"] = content["html"].encode()
            self._files[f"tabel/{key}.csv"] = content["csv"].encode()
        else:
            self._take_chart(source, number, content, data)

    def _take_chart(
        self, source: dict[str, Any], number: int, content: dict[str, Any], data: dict[str, Any]
    ) -> None:
        key, sheets = content["id"], content.get("lembar", [])
        entry = {**source, "alt": content["alt"], "asal": content.get("asal", [])}
        entry |= {part: content[part] for part in ("rujukan", "sumber") if content.get(part)}
        if sheets:
            entry["lembar"] = [sheet["alt"] for sheet in sheets]
        self._claim(self.gambar, key, entry, number)
        self._files[f"gambar/{key}.svg"] = "".join(data["image/svg+xml"]).encode()
        self._files[f"gambar/{key}.png"] = base64.b64decode("".join(data["image/png"]))
        for n, page in enumerate(content.get("halaman", []), start=1):
            name = f"{key}-{n}" if sheets else key
            self._files[f"gambar/{name}.html"] = page.encode()
        for n, sheet in enumerate(sheets, start=1):
            self._files[f"gambar/{key}-{n}.svg"] = sheet["svg"].encode()
            self._files[f"gambar/{key}-{n}.png"] = base64.b64decode(sheet["png"])

    def _claim(self, room: dict[str, Any], key: str, entry: dict[str, Any], number: int) -> None:
        if key in room:
            self._findings.append(
                Finding(
                    _("this id is already taken by {other}").format(other=room[key]["notebook"]),
                    file=entry["notebook"],
                    row=number,
                    value=key,
                    expected=_("an id of its own for each value, table and figure"),
                    mend=_("rename one of the two"),
                )
            )
        room[key] = entry
