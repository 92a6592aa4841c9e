"""Ollama: asked by its own interface, as the one of OpenAI cuts long prompts without a word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from app.model.errors import Cause
from app.model.protocol import Prompt, Sampling, Scored
from app.model.server.dialect import Served
from app.model.server.documents import find, need, number
from app.model.server.marks import plain
from app.model.server.refusals import ServerError
from app.model.server.scoring import scored
from app.model.server.talk import Talk

_CONTEXT = 4096
_LIKELIEST = 20
"""As many tokens does it tell of at most."""
_MOST_TOKENS = 16


class OllamaServer:
    """One model of an Ollama server; a ``Dialect``."""

    scores = True

    def __init__(self, model: Served, version: str) -> None:
        self.server = f"Ollama {version}"
        self.model = model
        self.context_length = _CONTEXT

    @classmethod
    def recognise(cls, talk: Talk, model: Served) -> OllamaServer | None:
        """Return the dialect if this is the kind of server.

        Raises
        ------
        EngineError
            It cannot be asked, or would pass on what it is told.
        """
        version = find(talk.find("/api/version"), "version")
        if not isinstance(version, str):
            return None
        for entry in need(talk.get("/api/tags"), list, "models"):
            host = find(entry, "remote_host")
            if find(entry, "model") == model.id and isinstance(host, str) and host:
                raise ServerError(Cause.PASSED_ON, f"{model.name} runs at {host}")
        return cls(model, version)

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
        options = {
            "num_predict": sampling.max_tokens,
            "temperature": sampling.temperature,
            "top_k": sampling.top_k,
            "top_p": sampling.top_p,
            "min_p": sampling.min_p,
            "repeat_penalty": sampling.repeat_penalty,
            "seed": sampling.seed,
            "stop": list(sampling.stop),
        }
        body = self._conversation(plain(prompt), options)
        if schema is not None:
            body["format"] = dict(schema)
        for document in talk.json_lines("/api/chat", body):
            if piece := need(document, str, "message", "content"):
                yield piece
            if find(document, "done") is True:
                return
        raise ServerError(Cause.BROKEN_OFF)

    def score(self, talk: Talk, prefix: Prompt, continuations: Sequence[str]) -> list[Scored]:
        """Tell how likely each continuation is right after the prefix, if it is likely at all.

        Ollama tells of the twenty likeliest next tokens only, by their text, and reads no tokens
        but those of a conversation.

        Raises
        ------
        EngineError
            With ``NOT_SCORABLE``: a continuation is not among them.
        """
        prompt = plain(prefix)
        told: dict[str, dict[str, float]] = {}
        probabilities = []
        for text in continuations:
            done, found = "", list[float]()
            while done != text and len(found) < _MOST_TOKENS:
                if done not in told:
                    told[done] = self._next(
                        talk, Prompt(prompt.messages, prompt.reply_start + done)
                    )
                # The longest is most probably what the text would be cut into.
                fitting = [
                    token for token in told[done] if token and text[len(done) :].startswith(token)
                ]
                if not fitting:
                    raise ServerError(
                        Cause.NOT_SCORABLE, "it tells of the likeliest words only, and not of these"
                    )
                token = max(fitting, key=len)
                found.append(told[done][token])
                done += token
            probabilities.append(found)
        return scored(continuations, probabilities)

    def _next(self, talk: Talk, prompt: Prompt) -> dict[str, float]:
        """Return the likeliest tokens that may come next, and how likely each is."""
        body = self._conversation(prompt, {"num_predict": 1, "temperature": 0})
        body |= {"stream": False, "logprobs": True, "top_logprobs": _LIKELIEST}
        answer = talk.post("/api/chat", body)
        # Of versions from before there were any, nothing comes.
        entries = find(answer, "logprobs", 0, "top_logprobs")
        if not isinstance(entries, list):
            raise ServerError(Cause.NOT_SCORABLE, f"{self.server} does not tell")
        return {need(each, str, "token"): number(each, "logprob") for each in entries}

    def _conversation(self, prompt: Prompt, options: Mapping[str, object]) -> dict[str, object]:
        messages = [{"role": m.role, "content": m.content} for m in prompt.messages]
        if prompt.reply_start:
            messages.append({"role": "assistant", "content": prompt.reply_start})
        return {
            "model": self.model.id,
            "messages": messages,
            "stream": True,
            "think": False,
            # Else it would leave out the beginning of what does not fit.
            "truncate": False,
            "shift": False,
            "options": {"num_ctx": self.context_length, **options},
        }
