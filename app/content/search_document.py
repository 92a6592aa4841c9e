"""Documents of the learner's own, Markdown or plain text, cut into entries of the search index."""

from __future__ import annotations

import codecs
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.content.search_source import LONGEST_PASSAGE, Entry, HitKind, joined
from app.content.search_text import Section, grouped, sections, tidy

LARGEST_DOCUMENT = 10_000_000
"""Bytes of the largest document that is indexed."""
MARKDOWN_TYPES = {".md", ".markdown"}
DOCUMENT_TYPES = MARKDOWN_TYPES | {".txt"}

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<fields>(?:.*\n){0,200}?)---[ \t]*(?:\n|\Z)")
_TITLE = re.compile(r"^title:[ \t]*(?P<title>.+)$", re.MULTILINE)


@dataclass(frozen=True)
class DocumentSource:
    """A file of the learner's own, Markdown or plain text."""

    path: Path
    stamp: str

    @property
    def key(self) -> str:
        """Tells it from all others."""
        return f"document:{self.path}"

    def content(self) -> bytes | None:
        """Return the file's bytes, or None if it cannot be read now."""
        try:
            return self.path.read_bytes()
        except OSError:
            return None

    def entries(self, content: bytes) -> list[Entry]:
        """Return the document by section, in passages; nothing if it is no text."""
        text = decoded(content)
        if not text or "\0" in text:
            return []
        title = ""
        parts = [Section("", "", 0, tidy(text))]
        if self.path.suffix.lower() in MARKDOWN_TYPES:
            front = _FRONT_MATTER.match(text)
            if front is not None:
                named = _TITLE.search(front["fields"])
                title = tidy(named["title"]).strip("\"'") if named is not None else ""
                text = text[front.end() :]
            parts = sections(text)
            title = title or next((each.heading for each in parts if each.level == 1), "")
        title = title or self.path.stem
        name = " ".join(re.split(r"[-_]", self.path.stem))
        return [
            Entry(
                HitKind.DOCUMENT,
                title,
                title,
                "\n".join(part.text for part in group),
                claim="\n".join(part.heading if part.heading != title else "" for part in group),
                anchor="\n".join(part.anchor for part in group),
                path=str(self.path),
                also=f"{name} {joined(' '.join(f'{part.heading} {part.text}' for part in group))}",
            )
            for group in grouped(parts, LONGEST_PASSAGE)
        ]


def document_sources(folder: Path) -> Iterator[DocumentSource]:
    """Yield the documents of a folder and the folders in it; hidden ones are left out."""
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(place, name)
            if name.startswith(".") or path.suffix.lower() not in DOCUMENT_TYPES:
                continue
            if not _is_encodable(path):
                continue
            try:
                found = path.stat()
            except OSError:  # gone since the folder was listed
                continue
            if stat.S_ISREG(found.st_mode) and found.st_size <= LARGEST_DOCUMENT:
                yield DocumentSource(path, f"{found.st_size}:{found.st_mtime_ns}")


def decoded(content: bytes) -> str:
    """Return the text of a file in UTF-8, in UTF-16 with its mark, or else in Windows-1252."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = content.decode("utf-16", "replace")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_encodable(path: Path) -> bool:
    """Tell whether SQLite can hold a path; file systems accept names that are no text."""
    try:
        str(path).encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
