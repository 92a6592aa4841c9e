"""The user's settings: few, each with a sensible value from the start."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from app.whole_file import write_whole

_CHOICES: dict[str, tuple[str, ...]] = {
    "theme": ("system", "light", "dark"),
    "answer_format": ("mixed", "short", "choice", "cloze", "scenario"),
    "session_unit": ("questions", "minutes"),
    "ask_confidence": ("on", "off"),
    "background_work": ("on", "mains", "off"),
    "motion": ("system", "on", "off"),
}
_RANGES: dict[str, tuple[float, float]] = {
    "desired_retention": (0.70, 0.97),
    "new_per_day": (0, 200),
    "session_length": (1, 200),
    "session_minutes": (1, 240),
    "font_size": (9, 28),
    "battery_level": (0, 100),
}


@dataclass(frozen=True)
class Settings:
    """What the user chose.

    Attributes
    ----------
    theme : str
        ``system``, ``light`` or ``dark``.
    model : str or None
        Id in the catalogue, path of a GGUF file, ``none``, or None for the default.
    desired_retention : float
        Probability of recall at which a key point becomes due, 0.70–0.97.
    new_per_day : int
        New key points a day in today's session.
    session_length : int
        Questions in a session.
    session_minutes : int
        Minutes of a session.
    session_unit : str
        Which of the two a session ends by: ``questions`` or ``minutes``.
    answer_format : str
        ``mixed``, ``short``, ``choice``, ``cloze`` or ``scenario``.
    ask_confidence : str
        Whether the quiz asks how sure the learner is before an answer: ``on`` or ``off``.
    font_size : int
        Size of reading text in points.
    motion : str
        Whether things may move that need not: ``system``, ``on`` or ``off``.
    background_work : str
        Whether questions are prepared and models measured while nobody waits for it: ``on``,
        ``mains`` (not on battery) or ``off``.
    battery_level : int
        Percent of charge below which that pauses on battery.
    server : str
        Address of a model server; empty when none is used. Its key is in the system's keyring.
    server_model : str
        Which of its models; its first one if empty.
    server_agreed : str
        The server, other than this machine, that the learner agreed to send things to.
    backup : str
        File of the last backup that was made from the window; empty before the first.
    window : str
        Geometry of the window as the window keeps it.
    splitters : str
        How the pages' movable edges stand, as the window keeps it.
    page : str
        The page that was shown last; empty before the window was first closed.
    page_day : str
        On which day that was, ``2026-11-23``.
    """

    theme: str = "system"
    model: str | None = None
    desired_retention: float = 0.9
    new_per_day: int = 10
    session_length: int = 10
    session_minutes: int = 15
    session_unit: str = "questions"
    answer_format: str = "mixed"
    ask_confidence: str = "on"
    font_size: int = 12
    motion: str = "system"
    background_work: str = "on"
    battery_level: int = 30
    server: str = ""
    server_model: str = ""
    server_agreed: str = ""
    backup: str = ""
    window: str = ""
    splitters: str = ""
    page: str = ""
    page_day: str = ""

    def changed(self, **values: Any) -> Settings:  # noqa: ANN401 - each field has its own type
        """Return settings with some values changed.

        Raises
        ------
        ValueError
            A value is out of its range or of the wrong type.
        """
        for name, value in values.items():
            _check(name, value)
        return replace(self, **values)


def load_settings(path: Path) -> tuple[Settings, list[str]]:
    """Read settings; what is missing or wrong takes its default, and is said in the list."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings(), []
    except (OSError, ValueError, RecursionError) as error:
        return Settings(), [f"{path}: {error}; default settings are used"]
    if not isinstance(data, dict):
        return Settings(), [f"{path}: not a list of settings; default settings are used"]
    settings = Settings()
    complaints = []
    for name in (field.name for field in fields(Settings)):
        if name in data:
            try:
                settings = settings.changed(**{name: data[name]})
            except ValueError as error:
                complaints.append(f"{path}: {error}; the default is used")
    return settings, complaints


def save_settings(settings: Settings, path: Path) -> None:
    """Write settings so that a crash leaves either the old file or the new one.

    Raises
    ------
    OSError
        The file cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, json.dumps(asdict(settings), indent=2))


def _check(name: str, value: object) -> None:
    default = getattr(Settings(), name)
    kinds: tuple[type, ...] = (str, type(None)) if name == "model" else (type(default),)
    if kinds == (float,):
        kinds = (int, float)
    if not isinstance(value, kinds) or isinstance(value, bool):
        raise ValueError(f"`{name}` cannot be {value!r}")
    if name in _CHOICES and value not in _CHOICES[name]:
        raise ValueError(f"`{name}` must be one of {', '.join(_CHOICES[name])}")
    if name in _RANGES and isinstance(value, (int, float)):
        low, high = _RANGES[name]
        if not low <= value <= high:
            raise ValueError(f"`{name}` must be between {low:g} and {high:g}")
