"""What a model makes of a question and a passage: whether the one is answered by the other."""

from __future__ import annotations

from collections.abc import Sequence

from app.ask.retrieval import Found
from app.model.protocol import Engine
from app.quiz.prompts import PromptTemplate

MOST_READ = 2
"""Passages that are read for one question."""
YES, NO = " yes", " no"


def read_passages(
    engine: Engine,
    template: PromptTemplate,
    question: str,
    found: Sequence[Found],
    known: dict[tuple[str, str], float] | None = None,
) -> dict[int, float]:
    """Return, by number, the logarithm of the odds that each of the first passages has the answer.

    Parameters
    ----------
    known : dict, optional
        What was read before, by question and text; it is not read again, and what is new is added.

    Raises
    ------
    EngineError
        The engine failed, was cancelled, or gives no probabilities.
    """
    known = {} if known is None else known
    for each in found[:MOST_READ]:
        key = (question, each.passage.text)
        if key not in known:
            prompt = template.fill(question=question, passage=each.passage.text)
            yes, no = engine.score(prompt, (YES, NO))
            known[key] = yes.log_probability - no.log_probability
    return {each.number: known[question, each.passage.text] for each in found[:MOST_READ]}
