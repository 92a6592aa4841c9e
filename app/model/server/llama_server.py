"""llama.cpp's ``llama-server``: asked in tokens, so that it reads what the local engine would."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlencode

from app.model.errors import Cause
from app.model.protocol import Message, Prompt, Role, Sampling, Scored
from app.model.server.dialect import Served
from app.model.server.documents import find, need, number
from app.model.server.marks import plain
from app.model.server.refusals import ServerError
from app.model.server.scoring import branches, scored, walk
from app.model.server.talk import Talk

_PENALISED_TOKENS = 64
_LIKELIEST = 40
# Large enough to win against any logit.
_FORCE = 1000
# (text of the format, number of the content that follows it)
_Piece = tuple[str, int | None]


class LlamaServer:
    """One model of a ``llama-server``; a ``Dialect``."""

    scores = True

    def __init__(self, model: Served, properties: object) -> None:
        build = find(properties, "build_info")
        self.server = f"llama-server {build if isinstance(build, str) else ''}".strip()
        self.model = model
        self.context_length = need(properties, int, "default_generation_settings", "n_ctx")
        self._formats: dict[tuple[Role, ...], list[_Piece] | None] = {}
        self._known: dict[tuple[str, bool], list[int]] = {}

    @classmethod
    def recognise(cls, talk: Talk, model: Served) -> LlamaServer | None:
        """Return the dialect if this is the kind of server.

        Raises
        ------
        EngineError
            It cannot be asked.
        """
        properties = talk.find(f"/props?{urlencode({'model': model.id})}")
        if find(properties, "default_generation_settings", "n_ctx") is None:
            return None
        return cls(model, properties)

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
        tokens = [*self._head(talk, prompt), *self._tokens(talk, prompt.reply_start)]
        if len(tokens) + sampling.max_tokens > self.context_length:
            raise ServerError(
                Cause.PROMPT_TOO_LONG,
                f"the text has {len(tokens)} tokens, and {sampling.max_tokens} are kept for the "
                f"reply; the server takes {self.context_length} together",
            )
        body: dict[str, object] = {
            "model": self.model.id,
            "prompt": tokens,
            "stream": True,
            "cache_prompt": True,
            "n_predict": sampling.max_tokens,
            "temperature": sampling.temperature,
            "top_k": sampling.top_k,
            "top_p": sampling.top_p,
            "min_p": sampling.min_p,
            "repeat_penalty": sampling.repeat_penalty,
            "repeat_last_n": _PENALISED_TOKENS,
            "seed": sampling.seed,
            "stop": list(sampling.stop),
        }
        if schema is not None:
            body["json_schema"] = dict(schema)
        for event in talk.events("/completion", body):
            if piece := need(event, str, "content"):
                yield piece
            if find(event, "stop") is True:
                return
        raise ServerError(Cause.BROKEN_OFF)

    def score(self, talk: Talk, prefix: Prompt, continuations: Sequence[str]) -> list[Scored]:
        """Tell how likely each continuation is right after the prefix.

        The server tells the probabilities of what it writes only, so it is made to write each
        token that is not among the likeliest anyway.

        Raises
        ------
        EngineError
            It does not tell.
        """
        head, start = self._head(talk, prefix), prefix.reply_start
        parted = branches(
            self._tokens(talk, start),
            [self._tokens(talk, start + text) for text in continuations],
        )
        known = (*head, *parted.known)

        def step(before: tuple[int, ...], after: frozenset[int]) -> dict[int, float]:
            prompt = (*known, *before)
            told = self._next(talk, prompt)
            for token in after - told.keys():
                told |= self._next(talk, prompt, token)
            return {token: told[token] for token in after}

        return scored(continuations, walk(parted.rest, step))

    def _next(
        self, talk: Talk, prompt: Sequence[int], forced: int | None = None
    ) -> dict[int, float]:
        """Return how likely some tokens are to come next, the forced one among them."""
        body: dict[str, object] = {
            "model": self.model.id,
            "prompt": prompt,
            "cache_prompt": True,
            "n_predict": 1,
            # Of the logits as they are: neither sampling nor bias changes what is told.
            "n_probs": _LIKELIEST if forced is None else 1,
            "temperature": 0,
            "logit_bias": [] if forced is None else [[forced, _FORCE]],
            "response_fields": ["completion_probabilities"],
        }
        answer = talk.post("/completion", body)
        written = need(answer, dict, "completion_probabilities", 0)
        entries = [written, *need(written, list, "top_logprobs")]
        told = {need(each, int, "id"): number(each, "logprob") for each in entries}
        if forced is not None and forced not in told:
            raise ServerError(Cause.NOT_SCORABLE, "it would not write what was to be scored")
        return told

    def _head(self, talk: Talk, prompt: Prompt) -> list[int]:
        """Return the tokens up to where the reply begins.

        Structure may become control tokens; what somebody wrote never does.
        """
        pieces = self._format(talk, tuple(message.role for message in prompt.messages))
        tokens = start = list(self._tokens(talk, "", start=True))
        if pieces is None:
            text = self._apply(talk, plain(prompt).messages)
            tokens = [*start, *self._tokens(talk, text, structure=True)]
        else:
            for text, content in pieces:
                tokens = [*tokens, *self._tokens(talk, text, structure=True)]
                if content is not None:
                    tokens += self._tokens(talk, prompt.messages[content].content)
        # A few formats write the start token themselves.
        return tokens[1:] if start and tokens[1:2] == start else tokens

    def _format(self, talk: Talk, roles: tuple[Role, ...]) -> list[_Piece] | None:
        """Return how the model's format writes messages of these roles, contents left open.

        None where it does more to contents than to write them down.
        """
        if roles not in self._formats:
            marked = tuple(Message(role, f"@@content{i}@@") for i, role in enumerate(roles))
            parts = re.split(r"@@content(\d+)@@", self._apply(talk, marked))
            numbers = [int(part) for part in parts[1::2]]
            self._formats[roles] = (
                list(zip(parts[::2], [*numbers, None], strict=True))
                if sorted(numbers) == list(range(len(roles)))
                else None
            )
        return self._formats[roles]

    def _apply(self, talk: Talk, messages: Sequence[Message]) -> str:
        body = {
            "model": self.model.id,
            "messages": [{"role": m.role, "content": m.content} for m in messages],
            # Models that think aloud first are told not to.
            "chat_template_kwargs": {"enable_thinking": False},
        }
        return need(talk.post("/apply-template", body), str, "prompt")

    def _tokens(
        self, talk: Talk, text: str, *, structure: bool = False, start: bool = False
    ) -> list[int]:
        if not text and not start:
            return []
        if (text, structure) in self._known:
            return self._known[text, structure]
        body = {
            "model": self.model.id,
            "content": text,
            "add_special": start,
            "parse_special": structure,
        }
        told = need(talk.post("/tokenize", body), list, "tokens")
        tokens = [need(token, int) for token in told]
        if structure or start:
            # Of structure there is little, and it comes again with every prompt.
            self._known[text, structure] = tokens
        return tokens
