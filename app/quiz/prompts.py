"""Prompts: files under `resources/prompts/`, each with a version that is kept with what it made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from string import Template

from app.content.document import read_document
from app.content.errors import ContentError, Problem
from app.model.protocol import Message, Prompt

_PART = re.compile(r"^## (system|user|reply)\s*$", re.MULTILINE)


@dataclass(frozen=True)
class PromptTemplate:
    """A prompt with places to fill, written ``$name``.

    Attributes
    ----------
    name : str
        Stem of the file.
    version : int
        Raised with every change, and stored with each text that came of it.
    """

    name: str
    version: int
    system: Template
    user: Template
    reply: Template

    @property
    def label(self) -> str:
        """Name and version, as kept in the study log."""
        return f"{self.name}/{self.version}"

    def fill(self, **values: str) -> Prompt:
        """Return the prompt with every place filled.

        Raises
        ------
        KeyError
            A place has no value.
        """
        return Prompt(
            messages=(
                Message("system", self.system.substitute(values)),
                Message("user", self.user.substitute(values)),
            ),
            reply_start=self.reply.substitute(values),
        )


def load_prompt(path: Path) -> PromptTemplate:
    """Load a prompt: front matter with its version, then `## system`, `## user` and `## reply`.

    Raises
    ------
    ContentError
        The file cannot be read, or has no version or no part `user`.
    """
    document = read_document(path)
    version = document.meta.get("version")
    pieces = _PART.split(document.body)
    parts = {name: text.strip() for name, text in zip(pieces[1::2], pieces[2::2], strict=True)}
    if not isinstance(version, int) or "user" not in parts:
        reason = "a prompt needs a `version` and a part `## user`"
        raise ContentError([Problem(path, 1, "prompt", reason)])
    return PromptTemplate(
        name=path.stem,
        version=version,
        system=Template(parts.get("system", "")),
        user=Template(parts["user"]),
        reply=Template(parts.get("reply", "")),
    )
