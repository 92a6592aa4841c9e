"""A gold set of a few answers and an engine that reads them, for measurements within a moment."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.model.protocol import Activations, Passage
from app.quiz.grading.training import TrainingData
from tests.helpers.calibrations import WIDTH
from tests.helpers.gated_engine import GatedEngine

TRANSITION = "machine-learning-engineer"
TO_FIT, TO_REPORT = "rtn-outlier-coarsens-group", "weight-only-regime"
FIRST_REPORTED = "Small batches, which wait for weights."
FITTED = 14
TOTAL = 16

_GOLD = (
    (TO_FIT, "What does an outlier do?", "It coarsens the steps of its whole group.", "covered"),
    (TO_FIT, "What does an outlier do?", "It does not matter, 3 bits are enough.", "contradicted"),
    (TO_REPORT, "What gets faster?", FIRST_REPORTED, "covered"),
    (TO_REPORT, "What gets faster?", "It is never faster.", "contradicted"),
)
_PRACTICE = {
    "practice": (
        ("How many legs has an ant?", "An ant has 6 legs.", "it has 6 of them", "some, but not 8"),
        ("What do bees make?", "Bees make honey and wax.", "Honey, and wax for combs.", "no idea"),
    ),
    "classroom": (
        ("What is ice?", "Ice is frozen water.", "Water that froze.", "A rock of the north."),
        ("What is rust?", "Rust is oxidized iron.", "iron that took up oxygen", "red paint"),
    ),
}


def write_small_gold(folder: Path) -> TrainingData:
    """Write the answers to be fitted to and to be measured by; return where they are."""
    gold, grading = folder / "gold", folder / "grading"
    rows = [
        {
            "id": f"small/{number}",
            "key_points": [point],
            "question": question,
            "answer": answer,
            "judgements": {point: judgement},
            "reasons": {point: "It says so."},
            "kind": "plain",
        }
        for number, (point, question, answer, judgement) in enumerate(_GOLD)
    ]
    _write(gold / TRANSITION / "small.jsonl", rows)
    for name, questions in _PRACTICE.items():
        rows = [
            {
                "id": f"{name}/{number}",
                "question": question,
                "claim": claim,
                "misconceptions": [],
                "answers": [
                    {"text": right, "judgement": "covered", "score": 5, "kind": name},
                    {"text": wrong, "judgement": "missed", "score": 0, "kind": name},
                ],
            }
            for number, (question, claim, right, wrong) in enumerate(questions)
        ]
        _write(grading / name / "small.jsonl", rows)
    (grading / "attacks.jsonl").write_text("", encoding="utf-8")
    return TrainingData(
        gold, (grading / "practice", grading / "classroom"), grading / "attacks.jsonl"
    )


def _write(path: Path, rows: Sequence[dict[str, object]]) -> None:
    path.parent.mkdir(parents=True)
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")


class ReadingEngine(GatedEngine):
    """An engine for which no two passages are the same.

    Attributes
    ----------
    holds_at : str
        Words of an answer before which the gate is shut, once; never with nothing.
    readings : int
        How often it was asked to read.
    """

    holds_at = ""
    readings = 0

    def observe(self, passages: Sequence[Passage], depths: Sequence[float]) -> list[Activations]:
        texts = [each.prompt.messages[-1].content + each.prompt.reply_start for each in passages]
        if self.holds_at and any(self.holds_at in text for text in texts):
            self.holds_at = ""
            self.gate.clear()
        self._begin()
        self.readings += 1
        return [_seen(text, each, len(depths)) for text, each in zip(texts, passages, strict=True)]


def _seen(text: str, passage: Passage, depths: int) -> Activations:
    rng = np.random.default_rng(list(hashlib.sha256(text.encode()).digest()[:8]))

    def some(*shape: int) -> NDArray[np.float32]:
        return rng.normal(size=(*shape, WIDTH)).astype(np.float32)

    count = len(passage.stretches)
    tokens = 3 if passage.beside else 0
    return Activations(
        some(depths),
        some(count, depths),
        (1,) * count,
        each=some(tokens),
        beside=(some(tokens),) * len(passage.beside),
    )
