"""What a model makes of a question and a passage: how much likelier the one makes the other.

A passage that answers a question raises its likelihood (Sachan et al. 2022 rank by it). A small
model tells more that way than when it is asked whether the passage has the answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from app.ask.retrieval import Found
from app.model.protocol import Engine, Prompt
from app.quiz.prompts import PromptTemplate, load_prompt

MOST_READ = 3
"""Passages that are read for one question."""


@dataclass(frozen=True)
class Reader:
    """A model that reads passages.

    Attributes
    ----------
    name : str
        Its id, by which its judge is found.
    with_text, without : PromptTemplate
        After which a question is to be expected: after a passage, and after none.
    """

    engine: Engine
    name: str
    with_text: PromptTemplate
    without: PromptTemplate

    @classmethod
    def load(cls, engine: Engine, name: str, prompts: Path) -> Self:
        """Return a reader with the prompts of a folder."""
        with_text, without = prompts / "ask-text.md", prompts / "ask-no-text.md"
        return cls(engine, name, load_prompt(with_text), load_prompt(without))


def read_passages(
    reader: Reader,
    question: str,
    found: Sequence[Found],
    known: dict[tuple[str, str], float] | None = None,
) -> dict[int, float]:
    """Return, by number, how much likelier each of the first passages makes a question.

    It is the difference of the natural logarithms of its probability with the passage and without.

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
        key, alone = (question, each.passage.text), (question, "")
        if alone not in known:
            known[alone] = _likelihood(reader, reader.without.fill(), question)
        if key not in known:
            prompt = reader.with_text.fill(passage=each.passage.text)
            known[key] = _likelihood(reader, prompt, question) - known[alone]
    return {each.number: known[question, each.passage.text] for each in found[:MOST_READ]}


def _likelihood(reader: Reader, prompt: Prompt, question: str) -> float:
    """Return the logarithm of a question's probability after a prompt."""
    [scored] = reader.engine.score(prompt, (f" {question}",))
    return scored.log_probability
