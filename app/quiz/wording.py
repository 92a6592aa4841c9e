"""Fresh wording: the model words, code checks, and the authored question is the floor."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from app.content.types import KeyPoint
from app.model.protocol import Engine, Sampling
from app.quiz.checks import Candidate, refusal
from app.quiz.lexical import Lexicon
from app.quiz.prompts import PromptTemplate

TRIES = 3
"""Candidates asked of the model before the authored question is left to serve."""
ANGLES = ("why it is so", "a decision at work", "what goes wrong without it", "an estimate")


@dataclass(frozen=True)
class Worded:
    """A question that the model wrote for a key point, with the prompt's name and version."""

    key_point: str
    text: str
    model: str
    prompt: str


def word_question(
    engine: Engine,
    template: PromptTemplate,
    point: KeyPoint,
    lexicon: Lexicon,
    rng: random.Random,
    known: Sequence[str] = (),
) -> Worded | None:
    """Ask the model for a fresh question; None when no candidate passes the checks.

    Raises
    ------
    EngineError
        The engine failed or was cancelled.
    """
    existing = [*(question.text for question in point.questions), *known]
    for _ in range(TRIES):
        prompt = template.fill(
            claim=point.claim, existing="\n- ".join(existing), angle=rng.choice(ANGLES)
        )
        sampling = Sampling(max_tokens=70, temperature=0.8, seed=rng.randrange(2**31), stop=("\n",))
        text = "".join(engine.generate(prompt, sampling)).strip().strip('"“”')
        if refusal(Candidate(text, point, existing, lexicon)) is None:
            return Worded(point.id, text, engine.info().model, template.label)
    return None
