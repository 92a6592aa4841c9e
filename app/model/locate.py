"""Finding model files that other programs have already put on this machine."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from app.model.gguf import GgufError, GgufHeader, read_header

MAX_DEPTH = 6
"""Folders below a place that are looked into."""

MAX_FILES = 20_000
"""Directory entries of one place that are looked at."""

MAX_MODELS = 200

_SPLIT = re.compile(r"(?P<stem>.+)-(?P<number>\d{5})-of-(?P<count>\d{5})\.gguf", re.IGNORECASE)

# They are GGUF files too, but turn text into vectors, or images into tokens; none can answer.
_CANNOT_CHAT = re.compile(r"clip|mmproj|bert|t5encoder|whisper|embedding|reranker", re.IGNORECASE)


class Origin(StrEnum):
    """The program that put a model file where it is; the value is its name on the screen."""

    SEGUE = "Segue"
    HUGGING_FACE = "Hugging Face cache"
    LM_STUDIO = "LM Studio"
    OLLAMA = "Ollama"
    GPT4ALL = "GPT4All"
    JAN = "Jan"


@dataclass(frozen=True)
class FoundModel:
    """A model file on this machine that the engine may be able to run.

    Attributes
    ----------
    path
        The file to load; for a model in several files the first of them.
    name
        What its program calls it.
    size
        Bytes, of all files of the model together.
    origin
        The program that it belongs to.
    header
        What the file says about itself.
    """

    path: Path
    name: str
    size: int
    origin: Origin
    header: GgufHeader


@dataclass(frozen=True)
class Place:
    """A folder in which a program keeps its models."""

    folder: Path
    origin: Origin


def usual_places(
    models: Path,
    *,
    home: Path | None = None,
    environment: Mapping[str, str] | None = None,
    platform: str = sys.platform,
) -> list[Place]:
    """Return the folders that are worth a look, whether or not they exist.

    Parameters
    ----------
    models
        Segue's own folder of models.
    home, environment, platform
        The user's home, the environment and the value of ``sys.platform``; this machine's own
        where nothing is given.
    """
    home = Path.home() if home is None else home
    env = os.environ if environment is None else environment
    folders = [(models, Origin.SEGUE)]
    folders += [(folder, Origin.HUGGING_FACE) for folder in _hugging_face(home, env)]
    folders += [(folder, Origin.LM_STUDIO) for folder in _lm_studio(home)]
    folders += [(folder, Origin.OLLAMA) for folder in _ollama(home, env)]
    data, settings = _application_folders(home, env, platform)
    folders.append((data / "nomic.ai" / "GPT4All", Origin.GPT4ALL))
    folders.append((home / ".cache" / "gpt4all", Origin.GPT4ALL))
    folders += [
        (root / "Jan" / "data" / part, Origin.JAN)
        for root in dict.fromkeys([data, settings])
        for part in ("llamacpp/models", "models")
    ]
    folders.append((home / "jan" / "models", Origin.JAN))
    return [Place(folder, origin) for folder, origin in dict.fromkeys(folders)]


def locate(places: list[Place]) -> list[FoundModel]:
    """Return the models in these places, each file once, in the order of the places.

    Folders that do not exist or may not be read count as empty. At most `MAX_MODELS` are returned.
    """
    found: dict[Path, FoundModel] = {}
    for place in places:
        finder = _find_in_ollama if place.origin is Origin.OLLAMA else _find_in_folder
        for model in finder(place):
            found.setdefault(_identity(model.path), model)
            if len(found) >= MAX_MODELS:
                return list(found.values())
    return list(found.values())


def describe_file(path: Path, origin: Origin = Origin.SEGUE) -> FoundModel:
    """Return what can be told about one model file that somebody has chosen.

    Raises
    ------
    GgufError
        It is no model file, or one of its parts is missing.
    """
    header = read_header(path)
    parts = _parts(path)
    try:
        size = sum(part.stat().st_size for part in parts)
    except OSError as error:
        raise GgufError(f"a part of the model is missing: {error.filename}") from error
    return FoundModel(path, _file_name(path), size, origin, header)


def _find_in_folder(place: Place) -> Iterator[FoundModel]:
    for path in _gguf_files(place.folder):
        split = _SPLIT.fullmatch(path.name)
        if split is not None and int(split["number"]) != 1:
            continue
        model = _usable(path, place.origin)
        if model is not None:
            yield model


def _gguf_files(folder: Path) -> Iterator[Path]:
    """Go through a folder, not deeper and not longer than is sensible."""
    seen = 0
    for where, folders, files in os.walk(folder):
        folders.sort()
        if len(Path(where).relative_to(folder).parts) >= MAX_DEPTH:
            folders.clear()
        seen += len(folders) + len(files)
        if seen > MAX_FILES:
            return
        for name in sorted(files):
            if name.lower().endswith(".gguf"):
                yield Path(where) / name


def _usable(path: Path, origin: Origin) -> FoundModel | None:
    if _CANNOT_CHAT.search(path.name):
        return None
    try:
        model = describe_file(path, origin)
    except GgufError:
        return None
    return None if _CANNOT_CHAT.search(model.header.architecture) else model


def _find_in_ollama(place: Place) -> Iterator[FoundModel]:
    """Read Ollama's manifests: they tell which blob is the model that it calls so."""
    manifests = place.folder / "manifests"
    seen = 0
    for where, folders, files in os.walk(manifests):
        folders.sort()
        seen += len(folders) + len(files)
        if seen > MAX_FILES:
            return
        for tag in sorted(files):
            blob = _ollama_blob(place.folder, Path(where) / tag)
            model = None if blob is None else _usable(blob, place.origin)
            if model is not None:
                parts = Path(where).relative_to(manifests).parts
                yield replace(model, name=_ollama_name(parts, tag))


def _ollama_blob(folder: Path, manifest: Path) -> Path | None:
    try:
        if manifest.stat().st_size > 1_000_000:
            return None
        layers = json.loads(manifest.read_text(encoding="utf-8"))["layers"]
        digest = next(
            str(layer["digest"])
            for layer in layers
            if layer["mediaType"] == "application/vnd.ollama.image.model"
        )
    except (OSError, ValueError, KeyError, TypeError, StopIteration):
        return None
    # The digest becomes a file name, so it must be nothing but a digest.
    match = re.fullmatch(r"sha256[:-]([0-9a-f]{64})", digest)
    return None if match is None else folder / "blobs" / f"sha256-{match[1]}"


def _ollama_name(parts: tuple[str, ...], tag: str) -> str:
    """Return the name as `ollama list` writes it: its own host and library are left out."""
    if parts[:1] == ("registry.ollama.ai",):
        parts = parts[1:]
        if parts[:1] == ("library",):
            parts = parts[1:]
    return "/".join(parts) + f":{tag}"


def _file_name(path: Path) -> str:
    # Jan calls every file model.gguf and puts the name on the folder.
    stem = path.parent.name if path.name.lower() == "model.gguf" else path.stem
    return re.sub(r"-00001-of-\d{5}$", "", stem)


def _parts(path: Path) -> list[Path]:
    split = _SPLIT.fullmatch(path.name)
    if split is None:
        return [path]
    # A name that counts to none is that of one file.
    count = max(1, min(int(split["count"]), 1000))
    return [
        path.with_name(f"{split['stem']}-{number:05d}-of-{split['count']}{path.suffix}")
        for number in range(1, count + 1)
    ]


def _identity(path: Path) -> Path:
    """Return the path without links, so that a blob and the link to it count once."""
    try:
        return path.resolve()
    except OSError:
        return path


def _hugging_face(home: Path, env: Mapping[str, str]) -> list[Path]:
    for name in ("HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE"):
        if env.get(name):
            return [Path(env[name])]
    if env.get("HF_HOME"):
        return [Path(env["HF_HOME"]) / "hub"]
    cache = Path(env["XDG_CACHE_HOME"]) if env.get("XDG_CACHE_HOME") else home / ".cache"
    return [cache / "huggingface" / "hub"]


def _lm_studio(home: Path) -> list[Path]:
    folders = [home / ".lmstudio" / "models", home / ".cache" / "lm-studio" / "models"]
    try:
        moved_to = (home / ".lmstudio-home-pointer").read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return folders
    return [Path(moved_to) / "models", *folders] if moved_to else folders


def _ollama(home: Path, env: Mapping[str, str]) -> list[Path]:
    if env.get("OLLAMA_MODELS"):
        return [Path(env["OLLAMA_MODELS"])]
    # The second is where its service on Linux keeps them.
    return [home / ".ollama" / "models", Path("/usr/share/ollama/.ollama/models")]


def _application_folders(home: Path, env: Mapping[str, str], platform: str) -> tuple[Path, Path]:
    """Return where programs keep their data and their settings on this system."""
    if platform == "win32":
        local = env.get("LOCALAPPDATA")
        roaming = env.get("APPDATA")
        return (
            Path(local) if local else home / "AppData" / "Local",
            Path(roaming) if roaming else home / "AppData" / "Roaming",
        )
    if platform == "darwin":
        support = home / "Library" / "Application Support"
        return support, support
    data, settings = env.get("XDG_DATA_HOME"), env.get("XDG_CONFIG_HOME")
    return (
        Path(data) if data else home / ".local" / "share",
        Path(settings) if settings else home / ".config",
    )
