"""A stand-in for a model, for pictures of the window: it finds what it is told to find."""

from __future__ import annotations

import re
from collections.abc import Generator, Mapping, Sequence
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from app.content.sentences import split_sentences
from app.model.options import RunOptions
from app.model.protocol import (
    Activations,
    EngineInfo,
    EngineState,
    Passage,
    Prompt,
    Sampling,
    Scored,
)
from app.model.tuning import Comparison, Found
from app.model.tuning_search import Step
from app.quiz.grading.alignment import TokenScale
from app.quiz.grading.calibration import Calibration
from app.quiz.grading.combiner import JUDGEMENTS, Combiner
from app.quiz.grading.features import FEATURES, OUTPUTS
from app.quiz.grading.probe import Probe
from app.quiz.grading.reader import INPUTS
from app.study.records import Judgement

NOT_SURE = "not sure"
"""A sentence with these words is never evidence."""
DEMO_FOUND = Found(
    RunOptions(threads=4, write_threads=3),
    read_tokens_per_second=62.0,
    write_tokens_per_second=14.0,
    busy=0.03,
    comparisons=(
        Comparison("threads", 8, 4, 1.09, 3, chosen=False),
        Comparison("write_threads", 3, 4, 0.94, 5, chosen=True),
        Comparison("chunk", 512, 256, 1.01, 3, chosen=False),
        Comparison("memory_map", False, True, 0.99, 3, chosen=False),
        Comparison("key_type", "q8_0", "f16", 1.03, 3, chosen=False),
    ),
)
"""What it finds of its speed."""

_LACKING = re.compile(r"What a full answer says: (?P<claim>.+)\n")
_EXPLAINED = re.compile(r"Text: (?P<text>.+)\n\nPart to explain: (?P<part>.+)\n")
_WIDTH = len(JUDGEMENTS)
_CREDULITY, _FAINTLY = 1.6, 0.3


class DemoStream:
    """Gives out prepared words."""

    def __init__(self, text: str) -> None:
        self._pieces = iter(text.split(" "))

    def __iter__(self) -> Self:
        """Return itself."""
        return self

    def __next__(self) -> str:
        """Return the next word."""
        return next(self._pieces) + " "

    def cancel(self) -> None:
        """Give out no more words."""
        self._pieces = iter(())


class DemoEngine:
    """Does what the window asks of a local engine, without a model.

    Attributes
    ----------
    finds : Judgement
        What it finds in every answer, for :func:`demo_calibration`.
    doubts : bool
        Whether it finds that but faintly.
    """

    state = EngineState.READY
    failure = None
    pid = None

    def __init__(self, name: str, path: Path) -> None:
        self.path = path
        self.finds = Judgement.PARTLY
        self.doubts = False
        self._name = name

    def generate(
        self, prompt: Prompt, sampling: Sampling, schema: Mapping[str, object] | None = None
    ) -> DemoStream:
        """Say once more what a full answer says, or what stands around a passage; else nothing."""
        asked = prompt.messages[-1].content
        explained = _EXPLAINED.search(asked)
        if explained is not None:
            return DemoStream(_around(explained["text"], explained["part"]))
        match = _LACKING.search(asked)
        claim = match["claim"] if match is not None else ""
        return DemoStream(f" {claim[:1].lower()}{claim[1:]}")

    def score(self, prefix: Prompt, continuations: Sequence[str]) -> list[Scored]:
        """Find everything equally likely."""
        return [Scored(text, -1.0, 1) for text in continuations]

    def observe(self, passages: Sequence[Passage], depths: Sequence[float]) -> list[Activations]:
        """Return a one for what is found, and for missed where a sentence is not sure."""
        return [self._seen(passage, len(depths)) for passage in passages]

    def _seen(self, passage: Passage, depths: int) -> Activations:
        message, reply = passage.prompt.messages[-1].content, passage.prompt.reply_start
        text = reply if passage.in_reply else message
        means = [
            _one(Judgement.MISSED if NOT_SURE in text[start:end] else self.finds, depths)
            for start, end in passage.stretches
        ]
        token = np.ones((1 if passage.beside else 0, _WIDTH), np.float32)
        return Activations(
            _one(self.finds, depths) * np.float32(_FAINTLY if self.doubts else 1.0),
            np.array(means, np.float32).reshape(-1, depths, _WIDTH),
            (1,) * len(means),
            each=token,
            beside=(token,) * len(passage.beside),
        )

    def prefill(self, prefix: Prompt) -> None:
        """Do nothing."""

    def prepare(self, passages: Sequence[Passage], depths: Sequence[float]) -> None:
        """Do nothing."""

    def info(self) -> EngineInfo:
        """Return what a real engine would say."""
        return EngineInfo(self._name, self.path, None, 8192, 4, 62.0, 14.0, "0.3.36")

    def on_change(self, callback: object) -> object:
        """Return a disposer; nothing ever changes."""
        return lambda: None

    def start(self) -> None:
        """Do nothing."""

    def tune(self, seconds: float) -> Generator[Step, None, Found]:
        """Find at once what such a model comes to on a laptop of four cores."""
        yield Step("", "", 0.0)
        return DEMO_FOUND

    def use(self, options: RunOptions) -> None:
        """Do nothing."""

    def cancel(self) -> None:
        """Do nothing."""

    def close(self, *, wait: bool = True) -> None:
        """Do nothing."""


def demo_calibration() -> Calibration:
    """Return a calibration that believes a :class:`DemoEngine`, but not without doubt."""
    weights = np.zeros((len(OUTPUTS), len(INPUTS), _WIDTH), np.float32)
    for place in ("last token", "mean over answer"):
        first = next(i for i, each in enumerate(INPUTS) if each.place == place)
        weights[:_WIDTH, first] = np.eye(_WIDTH)
    combined = np.zeros((len(JUDGEMENTS), len(FEATURES)))
    combined[:, :_WIDTH] = _CREDULITY * np.eye(_WIDTH)
    return Calibration(
        model="Demo",
        fitted_on="nothing",
        probe=Probe(OUTPUTS, weights.reshape(len(OUTPUTS), -1), np.zeros(len(OUTPUTS))),
        scale=TokenScale(np.zeros(_WIDTH, np.float32), np.ones(_WIDTH, np.float32)),
        combiner=Combiner(
            features=FEATURES,
            centre=np.zeros(len(FEATURES)),
            spread=np.ones(len(FEATURES)),
            weights=combined,
            constants=np.zeros(len(JUDGEMENTS)),
            score_weights=np.zeros(len(FEATURES)),
            score_constant=2.5,
        ),
        sure_from=0.6,
    )


def _one(judgement: Judgement, depths: int) -> NDArray[np.float32]:
    row = np.zeros(_WIDTH, np.float32)
    row[JUDGEMENTS.index(judgement)] = 1.0
    return np.tile(row, (depths, 1))


def _around(text: str, part: str) -> str:
    """Return the sentence that a passage begins in, and the next."""
    sentences = split_sentences(text)
    places = [place for place, each in enumerate(sentences) if part[:24] in each]
    first = places[0] if places else 0
    return " ".join(sentences[first : first + 2])
