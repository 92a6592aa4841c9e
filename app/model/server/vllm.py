"""vLLM: asked by conversations; how likely a text is it tells of prompts, token by token."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from app.model.protocol import Prompt, Sampling, Scored
from app.model.server.dialect import Served
from app.model.server.documents import find, need, number
from app.model.server.marks import plain
from app.model.server.openai import chat_pieces, response_format
from app.model.server.scoring import branches, scored
from app.model.server.talk import Talk


class VllmServer:
    """One model of a vLLM server; a ``Dialect``."""

    scores = True

    def __init__(self, model: Served, version: str) -> None:
        self.server = f"vLLM {version}"
        self.model = model
        length = find(model.entry, "max_model_len")
        self.context_length = length if isinstance(length, int) else 0

    @classmethod
    def recognise(cls, talk: Talk, model: Served) -> VllmServer | None:
        """Return the dialect if this is the kind of server.

        Raises
        ------
        EngineError
            It cannot be asked.
        """
        version = find(talk.find("/version"), "version")
        return cls(model, version) if isinstance(version, str) else None

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
        body = {
            **self._conversation(plain(prompt)),
            "stream": True,
            "max_tokens": sampling.max_tokens,
            "temperature": sampling.temperature,
            # Of older versions 0 is refused; to all of them -1 means no limit.
            "top_k": sampling.top_k or -1,
            "top_p": sampling.top_p,
            "min_p": sampling.min_p,
            "repetition_penalty": sampling.repeat_penalty,
            "seed": sampling.seed,
            "stop": list(sampling.stop),
        }
        if schema is not None:
            body["response_format"] = response_format(schema)
        return chat_pieces(talk, body)

    def score(self, talk: Talk, prefix: Prompt, continuations: Sequence[str]) -> list[Scored]:
        """Tell how likely each continuation is right after the prefix.

        Raises
        ------
        EngineError
            The server does not tell.
        """
        if not continuations:
            return []
        prompt = plain(prefix)
        prefix_tokens, *whole = (
            self._tokens(talk, Prompt(prompt.messages, prompt.reply_start + text))
            for text in ("", *continuations)
        )
        parted = branches(prefix_tokens, whole)
        body = {
            "model": self.model.id,
            "prompt": whole,
            "max_tokens": 1,
            "temperature": 0,
            # That of the prompt's own tokens, and of no others.
            "prompt_logprobs": 0,
        }
        answer = talk.post("/v1/completions", body)
        # Answers to several prompts need not stand in their order.
        choices = {need(each, int, "index"): each for each in need(answer, list, "choices")}
        begin = len(parted.known)
        found = [
            [
                number(choices.get(i), "prompt_logprobs", begin + k, str(token), "logprob")
                for k, token in enumerate(rest)
            ]
            for i, rest in enumerate(parted.rest)
        ]
        return scored(continuations, found)

    def _tokens(self, talk: Talk, prompt: Prompt) -> list[int]:
        told = need(talk.post("/tokenize", self._conversation(prompt)), list, "tokens")
        return [need(token, int) for token in told]

    def _conversation(self, prompt: Prompt) -> dict[str, object]:
        """Return the part of a request that says what is to be gone on from."""
        messages = [{"role": m.role, "content": m.content} for m in prompt.messages]
        if prompt.reply_start:
            messages.append({"role": "assistant", "content": prompt.reply_start})
        return {
            "model": self.model.id,
            "messages": messages,
            "add_generation_prompt": not prompt.reply_start,
            "continue_final_message": bool(prompt.reply_start),
            # Models that think aloud first are told not to.
            "chat_template_kwargs": {"enable_thinking": False},
        }
