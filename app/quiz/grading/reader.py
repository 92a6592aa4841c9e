"""Reading answers with the model: from passages to the inputs of the probes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.model.protocol import Activations, Engine, Passage
from app.quiz.grading.alignment import Tokens
from app.quiz.grading.passages import PassageTemplates, Reading

Array = NDArray[np.float32]

DEPTHS = (0.57, 0.68, 0.79)
"""Layers looked at, as fractions of all: the middle ones tell most, see GRADING.md."""


@dataclass(frozen=True)
class Input:
    """One input of the probes: activations of one layer at one place of one passage."""

    passage: int
    place: str
    depth: float

    @property
    def name(self) -> str:
        """What the input is called in files."""
        return f"{('claim first', 'answer first')[self.passage]}, {self.place}, {self.depth}"


INPUTS = (
    Input(0, "last token", 0.57),
    Input(0, "last token", 0.68),
    Input(0, "last token", 0.79),
    Input(0, "mean over answer", 0.57),
    Input(0, "mean over answer", 0.68),
    Input(1, "last token", 0.68),
    Input(1, "last token", 0.79),
    Input(1, "mean over claim", 0.57),
    Input(1, "mean over claim", 0.68),
)


@dataclass(frozen=True, eq=False)
class Observed:
    """What the model's layers gave out for one reading.

    Attributes
    ----------
    inputs : array [inputs, width]
        In the order of :data:`INPUTS`.
    sentences : array [sentences, inputs, width]
        The same, with the means over the answer taken over one sentence of it at a time.
    tokens : Tokens
        Every token of either text, at the first of :data:`DEPTHS`.
    """

    inputs: Array
    sentences: Array
    tokens: Tokens


class Reader:
    """Reads answers with an engine.

    Parameters
    ----------
    engine : Engine
        Runs the model.
    templates : PassageTemplates
        The prompts to read in.
    """

    def __init__(self, engine: Engine, templates: PassageTemplates) -> None:
        self.engine = engine
        self.templates = templates

    def prepare(self, readings: Sequence[Reading]) -> None:
        """Hint that answers which begin like these will be read soon; returns at once."""
        self.engine.prepare(self._passages(readings), DEPTHS)

    def read(self, readings: Sequence[Reading]) -> list[Observed]:
        """Read several answers, or one answer for several key points, in one go.

        Raises
        ------
        EngineError
            The engine failed or was cancelled.
        """
        activations = self.engine.observe(self._passages(readings), DEPTHS)
        pairs = zip(activations[::2], activations[1::2], strict=True)
        return [_observed(pair) for pair in pairs]

    def _passages(self, readings: Sequence[Reading]) -> list[Passage]:
        return [passage for reading in readings for passage in self.templates.passages(reading)]


def _observed(pair: tuple[Activations, Activations]) -> Observed:
    whole = [_over_all(each) for each in pair]
    inputs = np.stack(
        [_input(each, pair[each.passage].last, whole[each.passage]) for each in INPUTS]
    )
    by_sentence = []
    for mean in pair[0].means:
        over = [mean, whole[1]]
        by_sentence.append(
            [_input(each, pair[each.passage].last, over[each.passage]) for each in INPUTS]
        )
    sentences = np.array(by_sentence, np.float32).reshape(-1, *inputs.shape)
    claim, *wrong = pair[0].beside
    (answer,) = pair[1].beside
    tokens = Tokens(pair[1].each, answer, claim, tuple(wrong), pair[0].each)
    return Observed(inputs, sentences, tokens)


def _over_all(activations: Activations) -> Array:
    """Return the mean over the tokens of all stretches, [depths, width]."""
    counts = np.array(activations.tokens, dtype=np.float32)
    if not counts.sum():
        return np.zeros_like(activations.last)
    return np.tensordot(counts / counts.sum(), activations.means, axes=1).astype(np.float32)


def _input(each: Input, last: Array, mean: Array) -> Array:
    place = DEPTHS.index(each.depth)
    chosen: Array = (last if each.place == "last token" else mean)[place]
    return chosen
