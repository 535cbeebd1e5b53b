"""The project's settings: ``_quarto.yml`` with a profile's file laid over it, as Quarto does."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import yaml

from lkjip.data.yaml_lines import problem
from lkjip.errors import Finding, InputError
from lkjip.i18n import _
from lkjip.paths import Project

Config = dict[str, Any]


def load_config(project: Project, profile: str | None = None) -> Config:
    """Read the project's settings for one profile.

    Parameters
    ----------
    project
        The project folder.
    profile
        Name of the profile (here: the fiscal year, e.g. ``"2022"``). By default the one in the
        environment variable ``QUARTO_PROFILE``, else the project's default profile.

    Returns
    -------
    dict
        ``_quarto.yml`` with ``_quarto-<profile>.yml`` merged over it: maps are merged, lists are
        joined, anything else is replaced.

    Raises
    ------
    InputError
        When a file is missing or is not valid YAML.
    """
    base = _read(project, project.config)
    name = profile or os.environ.get("QUARTO_PROFILE") or default_profile(base)
    for part in filter(None, (name or "").split(",")):
        base = merge(base, _read(project, project.profile(part.strip())))
    return base


def default_profile(config: Config) -> str | None:
    """The profile that holds when none is named (``profile: default:`` in ``_quarto.yml``)."""
    default = (config.get("profile") or {}).get("default")
    names = default if isinstance(default, list) else [default]
    return ",".join(str(name) for name in names if name) or None


def fiscal_year(project: Project, config: Config) -> int:
    """The fiscal year of merged settings.

    Raises
    ------
    InputError
        When ``fiscal-year`` is missing or is not a year.
    """
    value = config.get("fiscal-year")
    if isinstance(value, int) and 1900 <= value <= 2200:
        return value
    raise InputError(
        Finding(
            _("the settings name no fiscal year"),
            file=project.relative(project.config),
            column="fiscal-year",
            value=None if value is None else str(value),
            expected=_("a year of four digits"),
            mend=_(
                "set fiscal-year in the profile of the year, and profile: default: in {file}"
            ).format(file=project.config.name),
        )
    )


def default_year(project: Project) -> int:
    """The fiscal year to use when none is named: that of the profile in force."""
    return fiscal_year(project, load_config(project))


def merge(base: Config, over: Config) -> Config:
    """Lay one map of settings over another, as Quarto merges profiles."""
    merged = dict(base)
    for key, value in over.items():
        old = merged.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            merged[key] = merge(old, value)
        elif isinstance(old, list) and isinstance(value, list):
            merged[key] = old + [item for item in value if item not in old]
        else:
            merged[key] = value
    return merged


def _read(project: Project, path: Path) -> Config:
    name = project.relative(path)
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise InputError(_missing(project, path)) from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        raise InputError(
            Finding(
                _("this is not valid YAML: {problem}").format(problem=problem(error)),
                file=name,
                row=mark.line + 1 if mark else None,
                mend=_("compare the line with its neighbours: indentation, colons and quotes"),
            )
        ) from None
    if content is not None and not isinstance(content, dict):
        raise InputError(
            Finding(_("this is not a map of settings"), file=name, expected=_("key: value lines"))
        )
    return content or {}


def _missing(project: Project, path: Path) -> Finding:
    if path == project.config:
        return Finding(_("the file is missing"), file=project.relative(path))
    prefix = "_quarto-"
    known = sorted(file.stem.removeprefix(prefix) for file in project.root.glob(f"{prefix}*.yml"))
    return Finding(
        _("there is no profile of this name"),
        file=project.relative(path),
        expected=_("one of: {names}").format(names=", ".join(known) or _("(none)")),
        mend=_("name a year that has a profile; lkjip new prepares the next year with its profile"),
    )
