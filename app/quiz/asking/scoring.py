"""What a model's log-probabilities say of a question, and the checks that rest on them.

Which claim a question asks for shows in what it makes likelier: the difference between the
log-probability of a claim after the question and after a question that asks for nothing in
particular is their pointwise mutual information, and the claim that is asked for has the most of
it. How common the words of a claim are cancels out.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.model.protocol import Engine, Message, Prompt
from app.quiz.asking.context import Context
from app.quiz.asking.types import Candidate

RIVALS = 3
"""Other key points of the same guide, the most alike, that a question must not ask for."""
LEAST_GAIN = 0.3
"""Nats per token by which a question makes its claim likelier: authored ones do by 0.35 and more,
but for one of 240."""
AHEAD = -0.5
"""Nats per token by which it does so more than with any other claim; below 0, as far as it may
lag."""

_EXAMINER = Message("system", "You examine engineers. You answer in one precise sentence.")
_NEUTRAL = "What should an engineer know?"


class EngineLikelihoods:
    """Log-probabilities by an engine; what does not depend on the question is kept.

    Parameters
    ----------
    engine : Engine
        One that can score.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._neutral: dict[str, float] = {}

    def fluency(self, texts: Sequence[str]) -> list[float]:
        """Return the mean log-probability of each question's tokens, nothing being known.

        Raises
        ------
        EngineError
            The engine failed, was cancelled, or cannot score.
        """
        prompt = Prompt((_EXAMINER, Message("user", "Ask me an exam question.")))
        scored = self._engine.score(prompt, texts)
        return [each.log_probability / max(each.tokens, 1) for each in scored]

    def gains(self, question: str, claims: Sequence[str]) -> list[float]:
        """Return by how much the question makes each claim likelier, in nats per token.

        Raises
        ------
        EngineError
            As for :meth:`fluency`.
        """
        unknown = [claim for claim in dict.fromkeys(claims) if claim not in self._neutral]
        if unknown:
            self._neutral |= zip(unknown, self._after(_NEUTRAL, unknown), strict=True)
        after = self._after(question, claims)
        return [each - self._neutral[claim] for claim, each in zip(claims, after, strict=True)]

    def _after(self, question: str, claims: Sequence[str]) -> list[float]:
        prompt = Prompt((_EXAMINER, Message("user", question)))
        scored = self._engine.score(prompt, claims)
        return [each.log_probability / max(each.tokens, 1) for each in scored]


def asks_for_its_claim(candidate: Candidate, context: Context) -> str | None:
    """Refuse a question that makes another key point's claim likelier than its own, or neither."""
    assert context.likelihoods is not None
    rivals = context.others[:RIVALS]
    claims = [candidate.key_point.claim, *(rival.claim for rival in rivals)]
    own, *others = context.likelihoods.gains(candidate.text, claims)
    if own < LEAST_GAIN:
        return f"hardly asks for its key point ({own:.2f} nats per token)"
    for rival, gain in zip(rivals, others, strict=True):
        if own - gain < AHEAD:
            return f"asks rather for {rival.topic} ({gain - own:.2f} nats per token more)"
    return None
