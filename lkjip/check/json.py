"""A check as JSON for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from lkjip.check.model import Report, Temuan
from lkjip.check.summary import summarise

SCHEMA = 1
"""Raised when a key changes its meaning or disappears."""


def render(reports: Iterable[Report]) -> str:
    """Put checks into JSON.

    Parameters
    ----------
    reports
        One for each year.

    Returns
    -------
    str
        ``{"schema": 1, "years": [{"year", "counts", "unexplained_errors", "findings"}]}``; a
        finding has ``code``, ``severity``, ``message``, ``cells`` (``file``, ``row``,
        ``column``, ``value``, ``printed``), ``arithmetic``, ``advice``, ``key`` (the column
        ``sel`` of ``penjelasan.csv``; null where nothing can be explained) and ``explained``
        (``alasan``, ``nama``, ``tanggal``, or null).
    """
    content = {"schema": SCHEMA, "years": [_report(report) for report in reports]}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _report(report: Report) -> dict[str, Any]:
    summary = summarise(report)
    return {
        "year": report.year,
        "counts": {severity: asdict(count) for severity, count in summary.counts.items()},
        "unexplained_errors": summary.unexplained_errors,
        "findings": [_finding(temuan) for temuan in report],
    }


def _finding(temuan: Temuan) -> dict[str, Any]:
    return {
        "code": temuan.code,
        "severity": temuan.severity,
        "message": temuan.message,
        "cells": [
            {
                "file": cell.file,
                "row": cell.row,
                "column": cell.column,
                "value": cell.value,
                "printed": cell.printed,
            }
            for cell in temuan.cells
        ],
        "arithmetic": temuan.arithmetic,
        "advice": temuan.advice,
        "key": temuan.sel if temuan.explainable else None,
        "explained": asdict(temuan.explained) if temuan.explained else None,
    }
