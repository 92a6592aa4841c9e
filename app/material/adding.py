"""Taking a file in: looked at, copied into the data folder, read, cut into sections, kept."""

from __future__ import annotations

import hashlib
import os
import re
import stat
import tempfile
from collections.abc import Generator
from contextlib import suppress
from pathlib import Path

from app.material.errors import MaterialError
from app.material.reading.process import Progress, reading
from app.material.records import Document, FileKind
from app.material.sections import cut
from app.material.store import MaterialStore

LARGEST = {
    FileKind.PDF: 100_000_000,
    FileKind.HTML: 20_000_000,
    FileKind.MARKDOWN: 8_000_000,
    FileKind.TEXT: 8_000_000,
}
"""Bytes of the largest file of each kind; a page with its pictures inside is as large as a PDF."""
LONGEST_TITLE = 160

_SUFFIXES = {
    ".md": FileKind.MARKDOWN,
    ".markdown": FileKind.MARKDOWN,
    ".mdx": FileKind.MARKDOWN,
    ".txt": FileKind.TEXT,
    ".text": FileKind.TEXT,
    ".rst": FileKind.TEXT,
    ".html": FileKind.HTML,
    ".htm": FileKind.HTML,
    ".xhtml": FileKind.HTML,
    ".pdf": FileKind.PDF,
}
SUFFIXES = tuple(_SUFFIXES)
"""How the names of files end that can be added."""

_PIECE = 1 << 20
_HEAD = 1024
_KNOWN_OTHERS = (
    (b"PK\x03\x04", "a Word, EPUB or ZIP file; save it as PDF or HTML and add that"),
    (b"\xd0\xcf\x11\xe0", "an old Office file; save it as PDF and add that"),
    (b"{\\rtf", "an RTF file; save it as PDF or text and add that"),
    (b"\x1f\x8b", "a compressed file; unpack it and add what is in it"),
    (b"\x89PNG", "a picture; run it through text recognition (OCR) first"),
    (b"\xff\xd8\xff", "a picture; run it through text recognition (OCR) first"),
    (b"\x7fELF", "a program, not a text"),
    (b"MZ", "a program, not a text"),
)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def add_file(
    store: MaterialStore, path: Path, *, title: str = ""
) -> Generator[Progress, None, Document]:
    """Add a file to the learner's material; a file that is there already is returned as it is.

    Nothing is kept of a file that cannot be read, or when the generator is closed.

    Parameters
    ----------
    title : str
        What to call it; else what it calls itself, else the name of the file.

    Raises
    ------
    MaterialError
        The file cannot be used; the error says why.
    """
    kind = _kind(path)
    # Neither the database nor the screen takes the bytes of a name that is not UTF-8.
    named = Path(os.fsencode(path.name).decode("utf-8", "replace"))
    temporary, digest, size = _copied(path, store.folder, LARGEST[kind])
    try:
        known = store.with_hash(digest)
        if known is not None:
            _keep(temporary, copy_of(store.folder, digest, known.kind), path)
            return known
        found = yield from reading(temporary, kind.value, named.name)
        sections = cut(found)
        _keep(temporary, copy_of(store.folder, digest, kind), path)
        return store.add_document(
            file_hash=digest,
            name=named.name,
            kind=kind,
            title=(title.strip() or found.title or _spoken(named.stem))[:LONGEST_TITLE],
            size=size,
            pages=found.pages,
            sections=sections,
        )
    finally:
        temporary.unlink(missing_ok=True)


def copy_of(folder: Path, digest: str, kind: FileKind) -> Path:
    """Return where the copy of a file is; its name says nothing about who made it."""
    suffix = next(each for each, of in _SUFFIXES.items() if of is kind)
    return folder / f"{digest}{suffix}"


def _kind(path: Path) -> FileKind:
    """Tell the kind of a file by its beginning, then by its name."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            # Reading a pipe or a device may never end.
            raise MaterialError(path, "is not a file")
        if not about.st_size:
            raise MaterialError(path, "is empty")
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise MaterialError(path, f"cannot be read: {error.strerror or error}") from error
    if b"%PDF-" in head:
        return FileKind.PDF
    for mark, what in _KNOWN_OTHERS:
        if head.startswith(mark):
            raise MaterialError(path, f"is {what}")
    kind = _SUFFIXES.get(path.suffix.lower())
    if kind is None:
        raise MaterialError(path, f"is of no kind known here: {', '.join(SUFFIXES)}")
    if kind is FileKind.PDF:
        raise MaterialError(path, "is no PDF, whatever its name says; get it again")
    if b"\0" in head and not head.startswith(_UTF_16):
        line = head.count(b"\n", 0, head.index(b"\0")) + 1
        raise MaterialError(path, "contains a NUL byte, so it is not a text", line=line)
    return kind


def _copied(path: Path, folder: Path, largest: int) -> tuple[Path, str, int]:
    """Copy a file beside its place; return the copy, its SHA-256 and its size."""
    handle, name = tempfile.mkstemp(dir=folder, prefix=".adding-")
    temporary = Path(name)
    digest = hashlib.sha256()
    size = 0
    try:
        with os.fdopen(handle, "wb") as copy, path.open("rb") as file:
            while piece := file.read(_PIECE):
                size += len(piece)
                if size > largest:
                    reason = f"is larger than {largest // 10**6} MB; add a part of it"
                    raise MaterialError(path, reason)
                digest.update(piece)
                copy.write(piece)
            copy.flush()
            os.fsync(copy.fileno())
    except OSError as error:
        temporary.unlink(missing_ok=True)
        reason = f"cannot be copied to {folder}: {error.strerror or error}"
        raise MaterialError(path, reason) from error
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    return temporary, digest.hexdigest(), size


def _keep(temporary: Path, copy: Path, path: Path) -> None:
    """Put the copy in its place, unless it is there: a backup may have come without it."""
    try:
        if not copy.exists():
            temporary.replace(copy)
    except OSError as error:
        reason = f"cannot be copied to {copy.parent}: {error.strerror or error}"
        raise MaterialError(path, reason) from error


def _spoken(stem: str) -> str:
    """Return the name of a file as words."""
    return re.sub(r"[\s_-]+", " ", stem).strip() or stem
