"""Typed access to front matter that notes every problem instead of stopping at the first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from app.content.document import Document
from app.content.errors import Problem

SLUG = re.compile(r"[^\W_]+(-[^\W_]+)*", re.UNICODE)


class Fields:
    """One mapping of a document's front matter; problems go to a list shared by all of them.

    Every method returns a usable value even when it notes a problem, so that one reading of a file
    finds all that is wrong with it.
    """

    def __init__(
        self,
        document: Document,
        problems: list[Problem],
        data: dict[str, Any] | None = None,
        where: tuple[str | int, ...] = (),
    ) -> None:
        self._document = document
        self._problems = problems
        self._data = document.meta if data is None else data
        self._where = where

    @property
    def line(self) -> int:
        """Line of the file on which this mapping begins."""
        return self._document.line_of(*self._where)

    def problem(self, rule: str, reason: str, *name: str | int) -> None:
        """Note a problem at a field of this mapping."""
        line = self._document.line_of(*self._where, *name)
        self._problems.append(Problem(self._document.path, line, rule, reason))

    def text(self, name: str, *, required: bool = True) -> str:
        """Return a field's text with white space folded; empty when it is missing."""
        value = self._data.get(name)
        if value is None or value == "":
            if required:
                self.problem("missing", f"`{name}` is missing", name)
            return ""
        if isinstance(value, (dict, list, bool)):
            kind = "a list" if isinstance(value, list) else "not a text"
            self.problem("wrong-type", f"`{name}` must be a text, but is {kind}", name)
            return ""
        return " ".join(str(value).split())

    def slug(self, name: str) -> str:
        """Return a field that must be a slug: letters and digits joined by hyphens."""
        value = self.text(name)
        if value and (not SLUG.fullmatch(value) or value != value.lower()):
            reason = f"`{name}` is “{value}”; use lower-case letters and digits joined by hyphens"
            self.problem("slug", reason, name)
            return ""
        return value

    def number(self, name: str) -> int:
        """Return a whole number; 0 when it is missing."""
        value = self._data.get(name)
        if not isinstance(value, int) or isinstance(value, bool):
            self.problem("wrong-type", f"`{name}` must be a whole number", name)
            return 0
        return value

    def flag(self, name: str) -> bool:
        """Return a field that is true or false; false when it is missing."""
        value = self._data.get(name, False)
        if not isinstance(value, bool):
            self.problem("wrong-type", f"`{name}` must be true or false", name)
            return False
        return value

    def texts(self, name: str, *, least: int = 1) -> tuple[str, ...]:
        """Return a list of texts of at least this length."""
        value = self._data.get(name)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.problem("wrong-type", f"`{name}` must be a list of texts", name)
            return ()
        if len(value) < least:
            self.problem("too-few", f"`{name}` needs at least {least}", name)
        return tuple(value)

    def items(self, name: str, *, least: int = 0) -> Iterator[Fields]:
        """Yield each mapping of a list of mappings, which must have at least this many."""
        value = self._data.get(name, [])
        if not isinstance(value, list):
            self.problem("wrong-type", f"`{name}` must be a list", name)
            return
        if len(value) < least:
            self.problem("too-few", f"`{name}` has {len(value)}; at least {least} are needed", name)
        for index, item in enumerate(value):
            if isinstance(item, dict):
                yield Fields(self._document, self._problems, item, (*self._where, name, index))
            else:
                self.problem("wrong-type", f"`{name}` must hold `name: value` fields", name, index)

    def mappings(self, name: str) -> Iterator[tuple[str, Fields]]:
        """Yield each entry of a mapping of mappings."""
        value = self._data.get(name)
        if not isinstance(value, dict):
            self.problem("wrong-type", f"`{name}` must be a list of `key:` entries", name)
            return
        for key, item in value.items():
            if isinstance(item, dict):
                fields = Fields(self._document, self._problems, item, (*self._where, name, key))
                yield str(key), fields
            else:
                self.problem("wrong-type", f"`{key}` must have fields", name, key)
