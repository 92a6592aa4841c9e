"""A calibration that believes an engine which says outright what it finds, for tests of logic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from app.model.protocol import Activations, Passage
from app.quiz.grading.alignment import TokenScale
from app.quiz.grading.calibration import Calibration
from app.quiz.grading.certificate import Certificate, Certified
from app.quiz.grading.combiner import JUDGEMENTS, Combiner
from app.quiz.grading.features import FEATURES, OUTPUTS
from app.quiz.grading.probe import Probe
from app.quiz.grading.reader import INPUTS
from app.quiz.grading.store import GradingStore
from app.study.records import Judgement
from ui.demo_engine import demo_calibration

WIDTH = len(JUDGEMENTS)
SMALL_WIDTH = 576
"""Of SmolLM2-135M."""
CERTIFICATE = Certificate(
    model="Scripted",
    answers=688,
    accuracy=0.74,
    macro_f1=0.71,
    surest_accuracy=0.83,
    unsure=0.2,
    seconds=0.5,
    seconds_p95=1.1,
    here=True,
    measured_on="2026-11-12",
)


def saying(found: Judgement, passage: Passage, depths: Sequence[float]) -> Activations:
    """Return activations that have a one for what is found, everywhere."""
    one = np.zeros(WIDTH, np.float32)
    one[JUDGEMENTS.index(found)] = 1.0
    count = len(passage.stretches)
    token = np.ones((1, WIDTH), np.float32)
    return Activations(
        last=np.tile(one, (len(depths), 1)),
        means=np.tile(one, (count, len(depths), 1)),
        tokens=(1,) * count,
        each=token if passage.beside else np.zeros((0, 0), np.float32),
        beside=(token,) * len(passage.beside),
    )


def believing(*, sure_from: float = 0.6) -> Calibration:
    """Return a calibration that gives what is found a probability of about 0.95."""
    demo = demo_calibration()
    # The demo shows some doubt, which tests of logic do not want.
    combiner = replace(demo.combiner, weights=demo.combiner.weights * 1.375)
    return replace(demo, model="Scripted", combiner=combiner, sure_from=sure_from)


def word_counting() -> Calibration:
    """Return a calibration that goes by shared words alone."""
    count = len(FEATURES)
    weights, score = np.zeros((len(JUDGEMENTS), count)), np.zeros(count)
    weights[0, FEATURES.index("words: coverage")] = 8.0
    score[FEATURES.index("words: coverage")] = 4.0
    return Calibration(
        model="SmolLM2",
        fitted_on="words",
        probe=Probe(
            OUTPUTS,
            np.zeros((len(OUTPUTS), len(INPUTS) * SMALL_WIDTH), np.float32),
            np.zeros(len(OUTPUTS)),
        ),
        scale=TokenScale(np.zeros(SMALL_WIDTH, np.float32), np.ones(SMALL_WIDTH, np.float32)),
        combiner=Combiner(
            FEATURES, np.zeros(count), np.ones(count), weights, np.zeros(4), score, 0.5
        ),
        sure_from=0.6,
    )


def certified(*, macro_f1: float = CERTIFICATE.macro_f1) -> Certified:
    """Return that calibration with a certificate."""
    return Certified(believing(), replace(CERTIFICATE, macro_f1=macro_f1))


def calibrate_small(model: Path, folder: Path) -> None:
    """Put a calibration for the small model where a workspace looks for its own."""
    store = GradingStore(folder / "none", folder)
    store.keep(model, Certified(word_counting(), CERTIFICATE))
