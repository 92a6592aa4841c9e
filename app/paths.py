"""Where things are: what ships with Segue, and what belongs to its user."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

_HOME = Path(__file__).resolve().parent.parent

RESOURCES = _HOME / "resources"
SEEDS = _HOME / "seeds"
GUIDES = RESOURCES / "guides"
PROMPTS = RESOURCES / "prompts"
CATALOGUE = RESOURCES / "models.json"
GRADING = RESOURCES / "grading"
GOLD = RESOURCES / "gold"
EMBEDDING_CATALOGUE = RESOURCES / "embedding-models.json"
ASK = RESOURCES / "ask"


@dataclass(frozen=True)
class Paths:
    """The user's two folders.

    Attributes
    ----------
    data : Path
        Study log, settings, own transitions and guides.
    models : Path
        Model files. They are large, shared and replaceable, so they live apart from the data.
    """

    data: Path
    models: Path

    @classmethod
    def find(cls, data: Path | None = None) -> Paths:
        """Return the user's folders: as given, else `SEGUE_DATA` and `SEGUE_MODELS`, else usual."""
        chosen = data.expanduser() if data is not None else _from_environment("SEGUE_DATA")
        models = _from_environment("SEGUE_MODELS")
        return cls(
            data=(chosen or Path(platformdirs.user_data_dir("segue", False))).absolute(),
            models=(models or Path(platformdirs.user_data_dir("segue-models", False))).absolute(),
        )

    @property
    def database(self) -> Path:
        """The study log."""
        return self.data / "study.db"

    @property
    def settings_file(self) -> Path:
        """The settings."""
        return self.data / "settings.json"

    @property
    def transitions(self) -> Path:
        """Folder for transitions of the user's own."""
        return self.data / "transitions"

    @property
    def guides(self) -> Path:
        """Folder for guides of the user's own, one folder per transition."""
        return self.data / "guides"

    @property
    def documents(self) -> Path:
        """Folder for documents of the user's own: Markdown and plain text, to read and search."""
        return self.data / "documents"

    @property
    def material(self) -> Path:
        """Folder for files that the user added, and for what came of them."""
        return self.data / "material"

    @property
    def search_index(self) -> Path:
        """The index of everything that can be read; it is made anew when it is gone."""
        return self.data / "search.db"

    @property
    def passages(self) -> Path:
        """Passages of everything that can be read, for questions; made anew when it is gone."""
        return self.data / "passages.db"

    @property
    def library_cache(self) -> Path:
        """What all content came to when it was last read; it is made anew when it is gone."""
        return self.data / "library.json"

    @property
    def quarantine(self) -> Path:
        """Which models ended the engine while they were loaded."""
        return self.data / "quarantine.json"

    @property
    def grading(self) -> Path:
        """Folder for calibrations and certificates that were made on this machine."""
        return self.data / "grading"

    @property
    def tuning(self) -> Path:
        """Folder for how fast models were measured to be, by machine."""
        return self.data / "tuning"

    def make(self) -> None:
        """Create the folders that are missing.

        Raises
        ------
        OSError
            The system refuses.
        """
        for folder in (self.data, self.models, self.transitions, self.guides, self.documents):
            folder.mkdir(parents=True, exist_ok=True)


def _from_environment(name: str) -> Path | None:
    value = os.environ.get(name)
    return Path(value).expanduser() if value else None
