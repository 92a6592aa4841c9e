"""Reading a Markdown file with front matter that may have been written by anybody."""

from __future__ import annotations

import itertools
import re
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler

from app.content.errors import ContentError, Problem

MAX_BYTES = 2_000_000
"""Longest document accepted, in bytes: about a thousand pages; more is not a study text."""
MAX_FRONT_MATTER = 400_000
"""Longest front matter accepted, in characters."""
MAX_DEPTH = 12
"""Deepest nesting of front matter accepted; a guide needs six levels."""

_HUGE_NUMBER = re.compile(r"[-+.:_0-9a-fA-FxX]{100,}")

FieldPath = tuple[str | int, ...]

# libyaml reads a guide's front matter about ten times as fast as the parser in Python.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Document:
    """A file taken apart.

    Attributes
    ----------
    meta : dict
        The front matter.
    body : str
        The Markdown below it.
    body_line : int
        Line of the file on which the body begins, from 1.
    """

    path: Path
    meta: dict[str, Any]
    body: str
    body_line: int
    _lines: dict[FieldPath, int] = field(default_factory=dict, repr=False)

    def line_of(self, *where: str | int) -> int:
        """Return the line of a field of the front matter, or of the nearest thing around it."""
        for length in range(len(where), 0, -1):
            if where[:length] in self._lines:
                return self._lines[where[:length]]
        return 1


class _RefusedError(Exception):
    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason


class _StrictYAML(YAMLHandler):
    """YAML without anchors and aliases, so that no small file can grow into a large one."""

    def __init__(self, lines_before: int) -> None:
        super().__init__()
        self.lines_before = lines_before
        self.lines: dict[FieldPath, int] = {}
        self.first_line = 0
        self.body_start = 0

    @property
    def found(self) -> bool:
        """Whether the text had front matter at all."""
        return self.first_line > 0

    def split(self, text: str) -> tuple[str, str]:
        assert self.FM_BOUNDARY is not None
        boundaries = list(itertools.islice(self.FM_BOUNDARY.finditer(text), 2))
        if len(boundaries) < 2 or boundaries[0].start() > 0:
            raise ValueError("no front matter")
        opening, closing = boundaries
        self.first_line = self.lines_before + text.count("\n", 0, opening.end()) + 1
        self.body_start = closing.end()
        return text[opening.end() : closing.start()], text[closing.end() :]

    def load(self, fm: str, **_: object) -> dict[str, Any]:
        if len(fm) > MAX_FRONT_MATTER:
            raise _RefusedError(
                0, f"the front matter is longer than {MAX_FRONT_MATTER:,} characters"
            )
        _refuse_unsafe_events(fm)
        loader = _Loader(fm)
        try:
            node = loader.get_single_node()
            data = loader.construct_document(node) if node is not None else {}
        finally:
            loader.dispose()
        if not isinstance(data, dict):
            raise _RefusedError(0, "the front matter is not a list of `name: value` lines")
        self._note_lines((), node)
        return data

    def _note_lines(self, where: FieldPath, node: yaml.Node) -> None:
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                self.lines[(*where, key.value)] = key.start_mark.line
                self._note_lines((*where, key.value), value)
        elif isinstance(node, yaml.SequenceNode):
            for index, value in enumerate(node.value):
                self.lines[(*where, index)] = value.start_mark.line
                self._note_lines((*where, index), value)


def _refuse_unsafe_events(fm: str) -> None:
    depth = 0
    for event in yaml.parse(fm, Loader=_Loader):
        assert event.start_mark is not None  # the parser marks every event
        line = event.start_mark.line
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            raise _RefusedError(line, "anchors and aliases (`&name`, `*name`) are not accepted")
        if getattr(event, "tag", None) is not None:
            raise _RefusedError(line, "tags (`!!name`) are not accepted")
        if isinstance(event, yaml.ScalarEvent) and _HUGE_NUMBER.fullmatch(event.value):
            raise _RefusedError(line, "a number is too long")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                raise _RefusedError(line, f"the front matter is nested more than {MAX_DEPTH} deep")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def read_document(path: Path) -> Document:
    """Read a Markdown file with front matter.

    Raises
    ------
    ContentError
        The file cannot be read, is too long, is not UTF-8 text, or its front matter is missing or
        not acceptable.
    """
    raw = _read_text(path)
    text = raw.strip()
    handler = _StrictYAML(lines_before=raw[: raw.index(text)].count("\n"))
    try:
        meta, _ = frontmatter.parse(text, handler=handler)
    except _RefusedError as refusal:
        raise _error(
            path, handler.first_line + refusal.line, "front-matter", refusal.reason
        ) from refusal
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = handler.first_line + (mark.line if mark is not None else 0)
        said = getattr(error, "problem", None) or "it could not be read"
        raise _error(path, line, "front-matter", f"not valid YAML: {said}") from error
    except ValueError as error:  # a date such as 2026-13-45
        raise _error(
            path, handler.first_line, "front-matter", f"a value is not valid: {error}"
        ) from error
    if not handler.found:
        reason = "no front matter: the file must begin with a line `---`, fields, and `---`"
        raise _error(path, 1, "front-matter", reason)
    rest = text[handler.body_start :]
    body = rest.strip()
    blank = rest[: len(rest) - len(rest.lstrip())]
    body_line = (
        handler.lines_before + text[: handler.body_start].count("\n") + blank.count("\n") + 1
    )
    lines = {where: handler.first_line + line for where, line in handler.lines.items()}
    return Document(path, meta, body, body_line, lines)


def _read_text(path: Path) -> str:
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            # Reading a pipe or a device may never end.
            raise _error(path, 1, "unreadable", "cannot be read: it is not a file")
        if about.st_size > MAX_BYTES:
            reason = f"{about.st_size:,} bytes; at most {MAX_BYTES:,} are accepted"
            raise _error(path, 1, "too-long", reason)
        data = path.read_bytes()
    except OSError as error:
        reason = f"cannot be read: {error.strerror or error}"
        raise _error(path, 1, "unreadable", reason) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        reason = f"byte {error.start + 1} is not UTF-8 text; save the file as UTF-8"
        raise _error(path, line, "not-utf-8", reason) from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise _error(path, line, "not-text", "contains a NUL character, so it is not a text file")
    if not text.strip():
        raise _error(path, 1, "empty", "the file is empty")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _error(path: Path, line: int, rule: str, reason: str) -> ContentError:
    return ContentError([Problem(path, line, rule, reason)])
