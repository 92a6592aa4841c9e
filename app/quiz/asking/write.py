"""Asking the model to turn a phrase into a question."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from app.model.protocol import Engine, Prompt, Sampling
from app.quiz.asking.sketch import RECALL, WHY, Turn
from app.quiz.prompts import PromptTemplate, load_prompt

_SAMPLING = Sampling(max_tokens=64, temperature=0.3, stop=("\n",))


def load_prompts(folder: Path) -> dict[str, PromptTemplate]:
    """Load the prompts for everything that can be turned.

    Raises
    ------
    ContentError
        A file is missing or is no prompt.
    """
    return {name: load_prompt(folder / f"{name}.md") for name in (RECALL, WHY)}


def request(
    turn: Turn, templates: Mapping[str, PromptTemplate], seed: int
) -> tuple[Prompt, Sampling]:
    """Return what the model is asked, and how it is to write it."""
    prompt = templates[turn.prompt].fill(phrase=turn.phrase, about=turn.about, start=turn.start)
    return prompt, replace(_SAMPLING, seed=seed)


def write(
    engine: Engine, turn: Turn, templates: Mapping[str, PromptTemplate], rng: random.Random
) -> str:
    """Return the question that the model makes of a phrase.

    Raises
    ------
    EngineError
        The engine failed or was cancelled.
    """
    prompt, sampling = request(turn, templates, rng.randrange(2**31))
    reply = "".join(engine.generate(prompt, sampling)).strip()
    # A server may not go on from what was begun, but write it again.
    reply = reply.removeprefix(prompt.reply_start.removesuffix(turn.start).strip()).strip()
    begun = reply.split(maxsplit=1)[:1] == [turn.start]
    question, mark, _ = (reply if begun else f"{turn.start} {reply}").partition("?")
    return question + mark
