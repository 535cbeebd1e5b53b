"""Opens a file of YAML settings; `settings.Section` reads its keys."""

from __future__ import annotations

import yaml

from lkjip.data.read import decode
from lkjip.data.settings import Section
from lkjip.data.yaml_lines import LOADER, problem
from lkjip.errors import Finding
from lkjip.i18n import _


def read_settings(data: bytes, file: str, findings: list[Finding]) -> Section | None:
    """Read a YAML file.

    Parameters
    ----------
    data
        Content of the file.
    file
        Name for messages.
    findings
        Where findings go, now and when the keys are read.

    Returns
    -------
    Section
        The keys at the top; None when the file cannot be read.
    """
    text = decode(data, file)
    if isinstance(text, Finding):
        findings.append(text)
        return None
    try:
        node = _compose(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        findings.append(
            Finding(
                _("this is not valid YAML: {problem}").format(problem=problem(error)),
                file=file,
                row=mark.line + 1 if mark else None,
                expected=_("lines of the form key: value"),
                mend=_("compare the line with its neighbours: indentation, colons and quotes"),
            )
        )
        return None
    if isinstance(node, yaml.MappingNode):
        return Section(node.value, 1, file, "", findings)
    findings.append(
        Finding(
            _("the file holds no settings"),
            file=file,
            expected=_("lines of the form key: value"),
            mend=_("put the content back, or copy the file of another year and change it"),
        )
    )
    return None


def _compose(text: str) -> yaml.Node | None:
    try:
        node: yaml.Node | None = yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    return node
