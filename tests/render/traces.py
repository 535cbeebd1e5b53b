"""Traces of the sample project, as the notebooks record them in ``nilai.json``."""

from __future__ import annotations

import hashlib
import json
from typing import Any

HOSTILE = "</script><script>alert(1)</script><b>{{< include x >}}"

Node = dict[str, Any]


class Traces:
    """Nodes by key, as they are recorded."""

    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}

    def add(self, **node: Any) -> str:
        """Record a node; gives its key."""
        text = json.dumps(node, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        key = hashlib.sha256(text.encode()).hexdigest()[:12]
        self.nodes[key] = node
        return key

    def cell(self, file: str, row: int, column: str, text: str) -> str:
        """A cell of a CSV file."""
        return self.add(jenis="sel", berkas=file, baris=row, kolom=column, nilai=text)

    def formula(self, name: str, words: str, value: str, inputs: Any, **more: Any) -> str:
        """A computed value."""
        known = {"jenis": "rumus", "nama": name, "rumus": words, "hitung": words, "sumber": None}
        return self.add(**{**known, "nilai": value, "masukan": inputs, **more})


def ratio(traces: Traces, row: int) -> str:
    """A percentage of a sum, of which one term has hostile text beside it."""
    terms = [
        traces.cell("contoh.csv", row, "bekerja", str(5000 + row)),
        traces.cell("contoh.csv", row, "magang", "-12"),
    ]
    total = traces.formula("jumlah", "jumlah", str(4988 + row), terms, hitung="jumlah")
    base = traces.cell("contoh.csv", row, "angkatan", "7001")
    value = f"{(4988 + row) * 100}/7001"
    words = "bekerja / angkatan × 100%"
    return traces.formula(
        "tingkat",
        words,
        value,
        {"bekerja": total, "angkatan": base},
        hitung="bekerja / angkatan * 100",
        sumber="praktik <umum>",
    )


def traces_of_values(traces: Traces) -> dict[str, str]:
    """Value → key."""
    exact = {"angka": ratio(traces, 9)}
    rounded = traces.formula("dibulatkan", "angka", "71.4", exact, desimal=1, cara="half-up")
    target = traces.cell("target.csv", 3, "target", "69.58")
    setting = traces.add(
        jenis="sel", berkas="instansi.yml", kunci="misi", nilai=HOSTILE, baris=None
    )
    return {
        "tpak.capaian": traces.formula(
            "capaian",
            "realisasi / target × 100%",
            "356500/3479",
            {"realisasi": rounded, "target": target},
        ),
        "misi": traces.add(
            jenis="kata", nama="rangkaian", rumus="semua misi", masukan=[setting], nilai="satu"
        ),
        "tahun": traces.add(
            jenis="tetap", berkas="_quarto-2099.yml", kunci="fiscal-year", nilai="2099"
        ),
        "jahat.0": setting,
    }
