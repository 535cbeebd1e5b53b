"""Reading report sources: what is text, what is code, where the shortcodes stand."""

from __future__ import annotations

import bisect
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

_FENCE = re.compile(r"^[ \t]*(?:(?:>|[-*+]|\d+[.)])[ \t]*)*(`{3,}|~{3,})(.*)$")
_FENCE_MARK = re.compile("```|~~~")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)((?:(?!\n\s*\n).)+?)(?<!`)\1(?!`)", re.DOTALL)
_FRONT_MATTER = re.compile(
    r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_SHORTCODE = re.compile(r"(?<!\{)\{\{<(.*?)>\}\}", re.DOTALL)
_LABEL = re.compile(r"#((?:tbl|fig|sec)-[\w:.\-]+)")
_ATTRIBUTES = re.compile(r"\{[^{}\n]*\}")
_ARGUMENT = re.compile(r"""(?:([\w.-]+)=)?(?:"([^"]*)"|'([^']*)'|([^\s"']+))""")


@dataclass(frozen=True)
class Shortcode:
    """One ``{{< name arguments >}}`` in a source.

    Parameters
    ----------
    name, args, named
        What stands between the marks.
    start, end
        Where it stands in the text of its file.
    alone
        Whether it is a paragraph of its own.
    """

    name: str
    args: tuple[str, ...]
    named: dict[str, str]
    start: int
    end: int
    alone: bool

    @cached_property
    def placeholder(self) -> str:
        """The raw inline that the Lua side of the built-in renderer resolves."""
        content = json.dumps(
            {"name": self.name, "args": list(self.args), "named": self.named}, ensure_ascii=True
        )
        for character in "`|":
            content = content.replace(character, f"\\u{ord(character):04x}")
        return f"`{content}`{{=lkjip-shortcode}}"


@dataclass(frozen=True)
class Code:
    """A fenced code block or a code span: its info string or its text, and where it begins."""

    text: str
    start: int


@dataclass(frozen=True)
class Source:
    """The text of one source file.

    Parameters
    ----------
    name
        The file as the user knows it, relative to the project.
    text
        Its content, with ``\\n`` at the ends of lines and no byte order mark.
    main
        Whether it is the document itself, which may begin with front matter.
    fences, spans
        Its code blocks and code spans, known once ``masked`` has been read.
    """

    name: str
    text: str
    main: bool = False
    fences: list[Code] = field(default_factory=list, compare=False)
    spans: list[Code] = field(default_factory=list, compare=False)

    @cached_property
    def front_matter(self) -> str:
        """The YAML at the head of the document, without its marks."""
        match = _FRONT_MATTER.match(self.text) if self.main else None
        return match[1] if match else ""

    @cached_property
    def body_start(self) -> int:
        match = _FRONT_MATTER.match(self.text) if self.main else None
        return match.end() if match else 0

    @cached_property
    def masked(self) -> str:
        """The text with front matter, code and comments blanked out; positions stay the same."""
        text = _blank(self.text[: self.body_start]) + self.text[self.body_start :]
        text = self._mask_fences(text)
        text = _COMMENT.sub(lambda match: _blank(match[0]), text)
        self.spans[:] = [Code(match[2], match.start()) for match in _CODE_SPAN.finditer(text)]
        return _CODE_SPAN.sub(lambda match: _blank(match[0]), text)

    def _mask_fences(self, text: str) -> str:
        """Blank fenced code blocks, and note what they are."""
        parts: list[str] = []
        fences: list[Code] = []
        position, mark = 0, ""
        for line in text.splitlines(keepends=True):
            match = _FENCE.match(line.rstrip("\n")) if _FENCE_MARK.search(line) else None
            if mark:
                inside = True
                if match and match[1].startswith(mark) and not match[2].strip():
                    mark = ""
            else:
                inside = bool(match) and not (match and match[1][0] == "`" and "`" in match[2])
                if match and inside:
                    mark = match[1]
                    fences.append(Code(match[2].strip(), position))
            parts.append(_blank(line) if inside else line)
            position += len(line)
        self.fences[:] = fences
        return "".join(parts)

    def labels(self) -> Iterator[tuple[str, int]]:
        """The labels of tables, figures and sections, and where their attributes begin."""
        for attributes in _ATTRIBUTES.finditer(self.masked):
            for match in _LABEL.finditer(attributes[0]):
                yield match[1], attributes.start()

    def between(self, start: int, end: int) -> list[Shortcode]:
        """The shortcodes that begin in a part of the text."""
        low = bisect.bisect_left(self._shortcode_starts, start)
        return self.shortcodes[low : bisect.bisect_left(self._shortcode_starts, end)]

    @cached_property
    def _shortcode_starts(self) -> list[int]:
        return [shortcode.start for shortcode in self.shortcodes]

    @cached_property
    def shortcodes(self) -> list[Shortcode]:
        """All shortcodes outside of code and comments, in order."""
        return list(self._find_shortcodes())

    def _find_shortcodes(self) -> Iterator[Shortcode]:
        for match in _SHORTCODE.finditer(self.masked):
            args: list[str] = []
            named: dict[str, str] = {}
            for key, double, single, bare in _ARGUMENT.findall(match[1]):
                value = double or single or bare
                if key:
                    named[key] = value
                else:
                    args.append(value)
            name = args.pop(0) if args else ""
            yield Shortcode(name, tuple(args), named, *match.span(), self._alone(*match.span()))

    def _alone(self, start: int, end: int) -> bool:
        """Whether only blank lines and fences of divs are above, below and beside."""
        first, last = self.line(start) - 1, self.line(end) - 1
        before = self._lines[first][: start - self._line_starts[first]]
        after = self._lines[last][end - self._line_starts[last] :]
        if before.strip() or after.strip():
            return False
        above = self._lines[first - 1].strip() if first else ""
        below = self._lines[last + 1].strip() if last + 1 < len(self._lines) else ""
        return all(not line or line.startswith(":::") for line in (above, below))

    def line(self, position: int) -> int:
        """The line of a position, from 1."""
        return bisect.bisect_right(self._line_starts, position)

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]


@lru_cache(maxsize=256)
def parse(name: str, text: str, main: bool = False) -> Source:
    """A source, the same one for the same text: a build checks it while it renders it."""
    return Source(name, text, main)


def read_text(content: bytes) -> str:
    """Decode a source file: UTF-8, any kind of line end, with or without a byte order mark."""
    return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
