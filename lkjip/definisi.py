"""A formula with its name, wording and source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Definisi:
    """A formula that a setting can choose by name.

    Parameters
    ----------
    masukan
        Names of the inputs of `hitung`, in order.
    rumus
        The formula, as a reader of the report would write it.
    sumber
        The regulation or practice it comes from.
    hitung
        The computation.
    """

    masukan: tuple[str, ...]
    rumus: str
    sumber: str
    hitung: Callable[..., Any]
