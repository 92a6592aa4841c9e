"""The interface of OpenAI, as far as all who offer it agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from app.model.errors import Cause
from app.model.protocol import Prompt, Sampling, Scored
from app.model.server.dialect import Served
from app.model.server.documents import find
from app.model.server.echo import Echo
from app.model.server.marks import plain
from app.model.server.refusals import ServerError
from app.model.server.talk import Talk

CHAT = "/v1/chat/completions"
_BEGIN = "\n\nBegin your reply with these words: {start}"


class OpenAIServer:
    """One model of a server of no kind that is known better; a ``Dialect``.

    It need not be able to go on from a given beginning of a reply, so it is told to begin so.
    """

    def __init__(self, model: Served, *, scores: bool = False) -> None:
        self.server = "a server with the OpenAI interface"
        self.model = model
        self.context_length = 0
        self.scores = scores
        # What format the model wants is not known.
        self._echo = Echo(model.id, chatml=False)

    @classmethod
    def recognise(cls, talk: Talk, model: Served) -> OpenAIServer:
        """Return the dialect, which every kind of server is taken to speak.

        Raises
        ------
        EngineError
            It cannot be asked.
        """
        return cls(model, scores=Echo(model.id, chatml=False).is_true(talk))

    def body(
        self, prompt: Prompt, sampling: Sampling, schema: Mapping[str, object] | None
    ) -> dict[str, object]:
        """Return what is sent for a reply."""
        prompt = plain(prompt)
        messages = [{"role": m.role, "content": m.content} for m in prompt.messages]
        start = prompt.reply_start.strip()
        if start and messages:
            messages[-1]["content"] += _BEGIN.format(start=start)
        body: dict[str, object] = {
            "model": self.model.id,
            "messages": messages,
            "stream": True,
            "max_tokens": sampling.max_tokens,
            "temperature": sampling.temperature,
            "top_p": sampling.top_p,
            "seed": sampling.seed,
        }
        if schema is not None:
            body["response_format"] = response_format(schema)
        return body

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
        pieces = chat_pieces(talk, self.body(prompt, sampling, schema))
        return without_start(pieces, prompt.reply_start)

    def score(self, talk: Talk, prefix: Prompt, continuations: Sequence[str]) -> list[Scored]:
        """Tell how likely each continuation is right after the prefix.

        Raises
        ------
        EngineError
            The server does not tell.
        """
        if not self.scores:
            raise ServerError(Cause.NOT_SCORABLE, self.server)
        return self._echo.score(talk, plain(prefix), continuations)


def response_format(schema: Mapping[str, object]) -> dict[str, object]:
    """Return how the interface is told that a reply is to be JSON of some shape."""
    return {"type": "json_schema", "json_schema": {"name": "reply", "schema": dict(schema)}}


def chat_pieces(talk: Talk, body: Mapping[str, object], path: str = CHAT) -> Iterator[str]:
    """Yield the pieces of a reply to a conversation.

    Raises
    ------
    EngineError
        There is no reply, or no end of it.
    """
    ended = False
    for event in talk.events(path, body):
        piece = find(event, "choices", 0, "delta", "content")
        if isinstance(piece, str) and piece:
            yield piece
        ended = ended or find(event, "choices", 0, "finish_reason") is not None
    if not ended:
        raise ServerError(Cause.BROKEN_OFF)


def without_start(pieces: Iterator[str], start: str) -> Iterator[str]:
    """Leave out the words that a reply was told to begin with; the engine's replies go on there."""
    awaited = start.strip()
    held = ""
    for piece in pieces:
        if not awaited:
            yield piece
            continue
        held += piece
        begun = held.lstrip()
        if awaited.startswith(begun):
            # Nothing but the beginning so far, or less.
            awaited = "" if begun == awaited else awaited
        else:
            held = begun.removeprefix(awaited)
            awaited = ""
            yield held
        if not awaited:
            held = ""
    if held:
        yield held
