"""Examining an installation: what works, what is missing, and what to do about it."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib.util import find_spec
from typing import Literal

from app.model.catalogue import CatalogueError, load_catalogue
from app.model.client import installed_version
from app.model.errors import Cause, EngineError
from app.model.preflight import check_model_file
from app.model.process import probe
from app.model.quarantine import Quarantine
from app.paths import CATALOGUE, GUIDES, SEEDS, Paths
from app.serving import choose_server
from app.settings import load_settings
from app.setup.machine import libraries_text, missing_libraries
from app.study.errors import StudyLogError
from app.study.log import StudyLog
from app.workspace import choose_model, load_library

State = Literal["ok", "warning", "broken"]
OLDEST_PYTHON = (3, 11)


@dataclass(frozen=True)
class Finding:
    """What was found about one part: a warning limits Segue, something broken stops a part."""

    name: str
    state: State
    detail: str
    action: str = ""


def examine(paths: Paths) -> list[Finding]:
    """Examine every part. Nothing is changed, and nothing is created."""
    checks: tuple[Callable[[Paths], Finding | None], ...] = (
        _python,
        _qt,
        _llama_cpp,
        _folders,
        _model,
        _server,
        _database,
        _content,
    )
    return [found for check in checks if (found := check(paths)) is not None]


def _python(_: Paths) -> Finding:
    version = platform.python_version()
    if sys.version_info < OLDEST_PYTHON:
        return Finding("Python", "broken", version, "Install Python 3.11 or newer.")
    return Finding("Python", "ok", f"{version} on {platform.system()} {platform.machine()}")


def _qt(_: Paths) -> Finding:
    if find_spec("PySide6") is None:
        action = "Install Segue again; the terminal session works without it."
        return Finding("Qt", "broken", "PySide6 is not installed", action)
    missing = missing_libraries()
    if missing:
        return Finding("Qt", "broken", f"missing: {', '.join(missing)}", libraries_text(missing))
    return Finding("Qt", "ok", f"PySide6 {importlib.metadata.version('PySide6-Essentials')}")


def _llama_cpp(_: Paths) -> Finding:
    try:
        library = probe()
    except EngineError as error:
        return Finding("llama.cpp", "broken", str(error), error.action)
    told = library.features.removeprefix("CPU :").split("|")
    features = [each.strip().removesuffix(" = 1") for each in told if " = 1" in each]
    detail = f"llama-cpp-python {library.llama_cpp}; {', '.join(features)}"
    return Finding("llama.cpp", "ok", detail)


def _folders(paths: Paths) -> Finding:
    for folder in (paths.data, paths.models):
        nearest = next(each for each in (folder, *folder.parents) if each.exists())
        if not nearest.is_dir() or not os.access(nearest, os.W_OK):
            action = "Give yourself the right to write there, or set SEGUE_DATA / SEGUE_MODELS."
            return Finding("Folders", "broken", f"{folder} cannot be written", action)
    return Finding("Folders", "ok", f"data {paths.data}, models {paths.models}")


def _model(paths: Paths) -> Finding:
    try:
        catalogue = load_catalogue(CATALOGUE)
    except CatalogueError as error:
        return Finding("Model", "broken", str(error), "Install Segue again.")
    settings, _ = load_settings(paths.settings_file)
    choice = choose_model(settings.model, catalogue, paths.models)
    if choice.path is None:
        return Finding("Model", "warning", choice.reason, "Choose one on the Models page.")
    if not choice.usable:
        remedy = "Fetch it with `segue model fetch`" if choice.entry else "Choose another model"
        action = f"{remedy}; until then you rate short answers yourself."
        return Finding("Model", "warning", choice.reason, action)
    try:
        check_model_file(choice.path)
    except EngineError as error:
        state: State = "warning" if error.cause is Cause.OUT_OF_MEMORY else "broken"
        return Finding("Model", state, str(error), error.action)
    set_aside = Quarantine(paths.quarantine, version=installed_version).find(choice.path)
    if set_aside is not None:
        action = "Try it with `segue model try`, or choose another model."
        return Finding("Model", "warning", str(set_aside), action)
    size = choice.path.stat().st_size
    if choice.entry is not None and choice.entry.size not in (None, size):
        detail = f"{choice.path} has {size:,} bytes, not {choice.entry.size:,}"
        return Finding("Model", "broken", detail, "Fetch it again: it is not whole.")
    return Finding("Model", "ok", f"{choice.name}, {size / 1e9:.2f} GB")


def _server(paths: Paths) -> Finding | None:
    """Tell of a model server that is in use; it is not asked, as looking connects to nothing."""
    settings, _ = load_settings(paths.settings_file)
    if not settings.server:
        return None
    choice = choose_server(settings)
    if choice.usable:
        detail = f"{settings.server} words questions and feedback"
        return Finding("Model server", "ok", f"{detail}; ask it with `segue server status`")
    action = "Use it again with `segue server use`, or leave it with `segue server off`."
    return Finding("Model server", "warning", choice.reason, action)


def _database(paths: Paths) -> Finding:
    if not paths.database.exists():
        return Finding("Study log", "ok", "none yet; the first answer makes it")
    try:
        # With the learner's own setting, since another one would move what is due.
        settings, _ = load_settings(paths.settings_file)
        with StudyLog.open(paths.database, desired_retention=settings.desired_retention) as log:
            problems = log.check()
            answers = sum(log.answers_per_day(date.min, date.max).values())
    except StudyLogError as error:
        return Finding("Study log", "broken", str(error), "Keep the file; it is not changed.")
    if problems:
        return Finding("Study log", "broken", "; ".join(problems), "Restore a backup of it.")
    return Finding("Study log", "ok", f"{answers} answer{'s' * (answers != 1)}, sound")


def _content(paths: Paths) -> Finding:
    library = load_library(paths)
    points = sum(len(library.key_points(slug)) for slug in library.transitions)
    detail = f"{len(library.transitions)} transitions, {points} key points"
    shipped = {SEEDS, GUIDES}
    own = [each for each in library.problems if shipped & set(each.path.parents)]
    if not library.transitions or own:
        return Finding("Content", "broken", detail, "\n".join(map(str, own)) or "Install again.")
    if library.problems:
        action = "\n".join(map(str, library.problems))
        return Finding("Content", "warning", f"{detail}; some files are left out", action)
    return Finding("Content", "ok", detail)
