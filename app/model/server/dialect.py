"""What kinds of model servers have in common, and how the kind of one is found out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Protocol

from app.model.errors import Cause
from app.model.protocol import Prompt, Sampling, Scored
from app.model.server.documents import find, need
from app.model.server.refusals import ServerError
from app.model.server.talk import Talk

_SHOWN_MODELS = 6


@dataclass(frozen=True)
class Served:
    """One model of a server.

    Attributes
    ----------
    id : str
        What it is called in requests.
    entry : object
        What else the server says of it.
    """

    id: str
    entry: object = None

    @property
    def name(self) -> str:
        """What it is called on the screen: without the folder and the ending of its file."""
        return PurePosixPath(self.id).name.removesuffix(".gguf") or self.id


class Dialect(Protocol):
    """How one kind of server wants to be asked; for one model of it.

    Attributes
    ----------
    server : str
        Name and version of what runs there, for display.
    model : Served
        The model that is asked.
    context_length : int
        How many tokens prompt and reply may have together; 0 where the server does not say.
    scores : bool
        Whether it tells how likely a text is.
    """

    server: str
    model: Served
    context_length: int
    scores: bool

    def write(
        self,
        talk: Talk,
        prompt: Prompt,
        sampling: Sampling,
        schema: Mapping[str, object] | None,
    ) -> Iterator[str]:
        """Yield the pieces of a reply as they arrive.

        Raises
        ------
        EngineError
            There is no reply, or no end of it.
        """

    def score(self, talk: Talk, prefix: Prompt, continuations: Sequence[str]) -> list[Scored]:
        """Tell how likely each continuation is right after the prefix.

        Raises
        ------
        EngineError
            The server does not tell.
        """


def served_models(talk: Talk) -> list[Served]:
    """Return the models that a server lists.

    Raises
    ------
    EngineError
        It lists none, or is no model server.
    """
    entries = need(talk.get("/v1/models"), list, "data")
    models = [Served(need(entry, str, "id"), entry) for entry in entries]
    if not models:
        raise ServerError(Cause.MODEL_NOT_SERVED, "it has no model at all")
    return models


def choose(models: Sequence[Served], wanted: str) -> Served:
    """Return the model wanted, or the first where none is named.

    Raises
    ------
    ServerError
        With ``MODEL_NOT_SERVED``; the detail says which there are.
    """
    for model in models:
        if wanted in ("", model.id, model.name):
            return model
    listed = ", ".join(model.name for model in models[:_SHOWN_MODELS])
    more = ", …" if len(models) > _SHOWN_MODELS else ""
    raise ServerError(Cause.MODEL_NOT_SERVED, f"there is no {wanted}, but {listed}{more}")


def owner(model: Served) -> str:
    """Return the word by which kinds of servers can be told apart."""
    word = find(model.entry, "owned_by")
    return word if isinstance(word, str) else ""
