"""Scoring where a server repeats a text with the probability of each of its tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.model.errors import Cause
from app.model.protocol import Prompt, Scored
from app.model.server.documents import find, need, number
from app.model.server.refusals import ServerError
from app.model.server.scoring import branches, scored
from app.model.server.talk import Talk

TEXT = "/v1/completions"
_SAME = 0.5
"""Natural logarithms closer than this are the same, see ENGINE.md."""


@dataclass(frozen=True)
class Echo:
    """Text completions of one model, for a model whose chat format is written here.

    Attributes
    ----------
    model : str
        What it is called in requests.
    chatml : bool
        Whether its format is ChatML; else it gets headings in plain text.
    """

    model: str
    chatml: bool

    def text(self, prompt: Prompt) -> str:
        """Return the conversation in the format of the model."""
        if self.chatml:
            turns = (f"<|im_start|>{m.role}\n{m.content}<|im_end|>\n" for m in prompt.messages)
            return f"{''.join(turns)}<|im_start|>assistant\n{prompt.reply_start}"
        turns = (f"### {m.role.capitalize()}\n{m.content}\n\n" for m in prompt.messages)
        return f"{''.join(turns)}### Assistant\n{prompt.reply_start}"

    @property
    def ends(self) -> tuple[str, ...]:
        """Texts that end a reply although no control token says so."""
        return () if self.chatml else ("\n### ",)

    def is_true(self, talk: Talk) -> bool:
        """Return whether the server repeats texts, and tells right what it tells of them.

        Some tell the probability of the token beside. So it is compared with that of a token which
        it writes itself. Only a few words are tried, as llama-cpp-python sorts its vocabulary for
        each token that it repeats.

        Raises
        ------
        EngineError
            It cannot be asked.
        """
        trial = "<|im_start|>user" if self.chatml else "### User"
        try:
            written = self._ask(talk, trial, echo=False)
            repeated = self._repeat(talk, trial + written[0][0]) if written else []
        except ServerError as error:
            if error.cause in (
                Cause.NOT_A_SERVER,
                Cause.REQUEST_REFUSED,
                Cause.SERVER_FAILED,
                Cause.MODEL_NOT_SERVED,
            ):
                return False
            raise
        if not repeated or repeated[-1][0] != written[0][0]:
            return False
        told, wanted = repeated[-1][1], written[0][1]
        return told is not None and wanted is not None and abs(told - wanted) < _SAME

    def score(self, talk: Talk, prefix: Prompt, continuations: Sequence[str]) -> list[Scored]:
        """Tell how likely each continuation is right after the prefix.

        Raises
        ------
        EngineError
            The server does not tell.
        """
        beginning = self.text(prefix)
        known = [token for token, _ in self._repeat(talk, beginning)]
        whole = [self._repeat(talk, beginning + text) for text in continuations]
        parted = branches(known, [[token for token, _ in each] for each in whole])
        rests = [each[len(parted.known) :] for each in whole]
        if any(probability is None for rest in rests for _, probability in rest):
            raise ServerError(Cause.NOT_SCORABLE, "it leaves out what was asked for")
        return scored(continuations, [[p for _, p in rest if p is not None] for rest in rests])

    def _repeat(self, talk: Talk, text: str) -> list[tuple[str, float | None]]:
        return self._ask(talk, text, echo=True)

    def _ask(self, talk: Talk, text: str, *, echo: bool) -> list[tuple[str, float | None]]:
        """Return the tokens of a text, or the one that would follow, and how likely each is."""
        body = {
            "model": self.model,
            "prompt": text,
            "echo": echo,
            "logprobs": 1,
            # To some of them 0 means as many as there is room for.
            "max_tokens": 1,
            "temperature": 0,
        }
        answer = talk.post(TEXT, body)
        told = find(answer, "choices", 0, "logprobs")
        tokens = need(told, list, "tokens")
        likely = need(told, list, "token_logprobs")
        kept = len(tokens) - (need(answer, int, "usage", "completion_tokens") if echo else 0)
        return [
            (need(tokens, str, i), None if likely[i] is None else number(likely, i))
            for i in range(min(kept, len(likely)))
        ]
