"""Computes the numbers of a trace again, from the text of the files: knows nothing of lkjip."""

from __future__ import annotations

import ast
import csv
import math
import operator
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

_SIGNS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_FUNCTIONS: dict[str, Callable[..., Fraction]] = {"abs": abs, "min": min, "max": max}


class Reckoner:
    """The numbers of some nodes, with the data of a year."""

    def __init__(self, jejak: Mapping[str, Any], data: Path) -> None:
        self.jejak, self.data = jejak, data

    def cell(self, node: Mapping[str, Any]) -> str:
        """The text that a file holds where a node says it does."""
        text = (self.data / node["berkas"]).read_text(encoding="utf-8")
        if "kunci" in node:
            value = yaml.load(text, yaml.BaseLoader)
            for part in re.findall(r"[^.\[\]]+", node["kunci"]):
                value = value[int(part) - 1] if isinstance(value, list) else value[part]
            assert node["kunci"].split(".")[-1].split("[")[0] in text.split("\n")[
                node["baris"] - 1
            ] or node["kunci"].endswith("]")
            return str(value)
        lines = text.split("\n")
        header, row = (next(csv.reader([lines[n - 1]])) for n in (1, node["baris"]))
        return row[header.index(node["kolom"])]

    def number(self, key: str) -> Fraction:
        """The number of a node, from its inputs and not from its ``nilai``."""
        node = self.jejak[key]
        if node["jenis"] == "sel":
            return Fraction(self.cell(node))
        if node["jenis"] == "cacah":
            return Fraction(len(set(node["baris"])))
        if node["jenis"] == "urut":
            return Fraction(node["nilai"])
        assert node["jenis"] == "rumus", node
        inputs = node["masukan"]
        if node["hitung"] == "jumlah":
            return sum((self.number(each) for each in inputs), Fraction(0))
        result = self._evaluate(ast.parse(node["hitung"], mode="eval").body, inputs)
        return rounded(result, node["desimal"], node["cara"]) if "desimal" in node else result

    def _evaluate(self, tree: ast.expr, inputs: Mapping[str, str]) -> Fraction:
        if isinstance(tree, ast.Constant):
            return Fraction(tree.value)  # type: ignore[arg-type]
        if isinstance(tree, ast.Name):
            return self.number(inputs[tree.id])
        if isinstance(tree, ast.BinOp):
            parts = (self._evaluate(part, inputs) for part in (tree.left, tree.right))
            return _SIGNS[type(tree.op)](*parts)
        assert isinstance(tree, ast.Call) and isinstance(tree.func, ast.Name)
        return _FUNCTIONS[tree.func.id](*(self._evaluate(part, inputs) for part in tree.args))


def rounded(number: Fraction, desimal: int | None, cara: str | None) -> Fraction:
    """The number with some decimals; as it is where nothing says how many."""
    if desimal is None:
        return number
    scaled = abs(number) * 10**desimal
    whole = math.floor(scaled + Fraction(1, 2)) if cara == "half-up" else math.floor(scaled)
    return Fraction(whole if number >= 0 else -whole, 10**desimal)


def printed(text: str) -> Fraction:
    """The number that an Indonesian text prints, without its unit."""
    if text == "-":
        return Fraction(0)  # how a table of counts prints none
    found = re.fullmatch(r"(−?)(?:Rp ?)?([0-9.]+)(?:,([0-9]+))?(?:%| [A-Za-z ]+)?\.?", text)
    assert found, text
    sign, whole, decimals = found.groups()
    return Fraction(Decimal(f"{'-' if sign else ''}{whole.replace('.', '')}.{decimals or 0}"))


def sources(jejak: Mapping[str, Any], key: str) -> set[str]:
    """The kinds of nodes at the end of a trace."""
    inputs: Sequence[str] | Mapping[str, str] = jejak[key].get("masukan") or ()
    below = inputs.values() if isinstance(inputs, Mapping) else inputs
    found = {kind for each in below for kind in sources(jejak, each)}
    return found or {jejak[key]["jenis"]}
