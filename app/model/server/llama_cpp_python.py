"""The server of llama-cpp-python: asked in text, with the chat format written here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from app.model.errors import Cause
from app.model.protocol import Prompt, Sampling, Scored
from app.model.server.dialect import Served
from app.model.server.documents import find, need
from app.model.server.echo import TEXT, Echo
from app.model.server.marks import plain
from app.model.server.openai import CHAT, chat_pieces
from app.model.server.refusals import ServerError
from app.model.server.talk import Talk

_COUNT = "/extras/tokenize/count"


class LlamaCppPythonServer:
    """One model of a llama-cpp-python server; a ``Dialect``.

    It cannot go on from a given beginning of a reply in a conversation, and does not tell what
    format its model wants. So the format is ChatML where the vocabulary knows its marks, as in the
    local engine, else headings in plain text.
    """

    def __init__(self, model: Served, echo: Echo, *, scores: bool) -> None:
        self.server = "llama-cpp-python"
        self.model = model
        self.context_length = 0
        self.scores = scores
        self._echo = echo

    @classmethod
    def recognise(cls, talk: Talk, model: Served) -> LlamaCppPythonServer | None:
        """Return the dialect if this is the kind of server.

        Raises
        ------
        EngineError
            It cannot be asked.
        """
        mark = find(talk.find(_COUNT, {"model": model.id, "input": "<|im_start|>"}), "count")
        if not isinstance(mark, int):
            return None
        # In other vocabularies it is several tokens.
        echo = Echo(model.id, chatml=mark == 1)
        return cls(model, echo, scores=echo.is_true(talk))

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
        prompt = plain(prompt)
        body: dict[str, object] = {
            "model": self.model.id,
            "stream": True,
            "max_tokens": sampling.max_tokens,
            "temperature": sampling.temperature,
            "top_k": sampling.top_k,
            "top_p": sampling.top_p,
            "min_p": sampling.min_p,
            "repeat_penalty": sampling.repeat_penalty,
            "seed": sampling.seed,
            "stop": [*sampling.stop, *self._echo.ends],
        }
        if schema is None:
            body["prompt"] = self._echo.text(prompt)
            return _with_reason(talk, TEXT, body, _text_pieces(talk, body))
        # Only conversations can be held to a schema, and they know no beginning of a reply.
        body["messages"] = [{"role": m.role, "content": m.content} for m in prompt.messages]
        body["response_format"] = {"type": "json_object", "schema": dict(schema)}
        return _with_reason(talk, CHAT, body, chat_pieces(talk, body))

    def score(self, talk: Talk, prefix: Prompt, continuations: Sequence[str]) -> list[Scored]:
        """Tell how likely each continuation is right after the prefix.

        Raises
        ------
        EngineError
            The server does not tell.
        """
        if not self.scores:
            raise ServerError(
                Cause.NOT_SCORABLE, "llama-cpp-python tells it of some models, with --logits_all"
            )
        return self._echo.score(talk, plain(prefix), continuations)


def _with_reason(
    talk: Talk, path: str, body: Mapping[str, object], pieces: Iterator[str]
) -> Iterator[str]:
    """Pass on the pieces of a reply; where there are none, find out why.

    This server begins each stream before it looks at the prompt, and then just hangs up.
    """
    begun = False
    try:
        for piece in pieces:
            begun = True
            yield piece
    except ServerError as error:
        if error.cause is Cause.BROKEN_OFF and not begun:
            talk.post(path, {**body, "stream": False, "max_tokens": 1})
        raise


def _text_pieces(talk: Talk, body: Mapping[str, object]) -> Iterator[str]:
    ended = False
    for event in talk.events(TEXT, body):
        if piece := need(event, str, "choices", 0, "text"):
            yield piece
        ended = ended or find(event, "choices", 0, "finish_reason") is not None
    if not ended:
        raise ServerError(Cause.BROKEN_OFF)
