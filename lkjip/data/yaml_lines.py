"""In which line of a YAML file each key stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

# The C loader, where PyYAML has it, is many times faster; both give the same marks.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def lines(path: Path) -> dict[str, int]:
    """Map the path of every key, and of every item of a list, to its line (from 1).

    Parameters
    ----------
    path
        A file that is valid YAML.
    """
    node = yaml.compose(path.read_text(encoding="utf-8-sig"), Loader=LOADER)
    return dict(_walk(node, ""))


def _walk(node: yaml.Node | None, prefix: str) -> Iterator[tuple[str, int]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            path = f"{prefix}.{key.value}" if prefix else str(key.value)
            yield path, key.start_mark.line + 1
            yield from _walk(value, path)
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value, start=1):
            path = f"{prefix}[{number}]"
            yield path, item.start_mark.line + 1
            yield from _walk(item, path)
