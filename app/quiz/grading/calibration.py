"""A model's calibration: the probe and the combiner that were fitted for it, in one file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from app.quiz.grading.alignment import Alignment, TokenScale, align
from app.quiz.grading.combiner import JUDGEMENTS, Combiner
from app.quiz.grading.features import FEATURES, OUTPUTS, feature_rows
from app.quiz.grading.probe import Probe
from app.quiz.grading.reader import INPUTS, Observed
from app.quiz.grading.wordevidence import WordEvidence
from app.study.records import Judgement

FORMAT = 1


class CalibrationError(ValueError):
    """A file is no calibration, or one of another version; the text names it and says why."""


@dataclass(frozen=True)
class Judged:
    """What is made of one answer for one rubric.

    Attributes
    ----------
    probabilities : dict
        Of each judgement; they sum to 1.
    score : float
        From 0 to 5 points.
    """

    probabilities: dict[Judgement, float]
    score: float

    @property
    def judgement(self) -> Judgement:
        """The likeliest judgement."""
        return max(self.probabilities, key=lambda each: self.probabilities[each])

    @property
    def confidence(self) -> float:
        """The probability of the likeliest judgement."""
        return max(self.probabilities.values())


class Judge(Protocol):
    """Whatever turns measured answers into probabilities and scores."""

    @property
    def sure_from(self) -> float:
        """Confidence from which a judgement is given as sure."""

    def judge_rows(
        self,
        inputs: Sequence[NDArray[np.float32]],
        aligned: Sequence[Alignment],
        words: Sequence[WordEvidence],
    ) -> list[Judged]:
        """Return what is made of each answer."""


@dataclass(frozen=True, eq=False)
class Calibration:
    """Turns what was observed of an answer into probabilities of judgements and a score.

    Attributes
    ----------
    model : str
        What the model is called that it was fitted for.
    fitted_on : str
        What it was fitted to, for people.
    sure_from : float
        Confidence from which a judgement is given as sure.
    """

    model: str
    fitted_on: str
    probe: Probe
    scale: TokenScale
    combiner: Combiner
    sure_from: float

    def judge(self, observed: Sequence[Observed], words: Sequence[WordEvidence]) -> list[Judged]:
        """Return what is made of each answer."""
        aligned = [align(self.scale, each.tokens) for each in observed]
        return self.judge_rows([each.inputs for each in observed], aligned, words)

    def judge_rows(
        self,
        inputs: Sequence[NDArray[np.float32]],
        aligned: Sequence[Alignment],
        words: Sequence[WordEvidence],
    ) -> list[Judged]:
        """Return what is made of each answer, from the inputs of its probes and its alignment."""
        if not inputs:
            return []
        estimates = self.probe(np.stack([each.ravel() for each in inputs]))
        rows = feature_rows(estimates, aligned, words)
        probabilities = self.combiner.probabilities(rows)
        scores = self.combiner.scores(rows)
        return [
            Judged(dict(zip(JUDGEMENTS, map(float, shares), strict=True)), float(score))
            for shares, score in zip(probabilities, scores, strict=True)
        ]

    def sentence_estimates(self, observed: Observed) -> NDArray[np.float64]:
        """Return what the probe says of each sentence of an answer, [sentences, outputs]."""
        rows = observed.sentences.reshape(len(observed.sentences), -1)
        return self.probe(rows)

    def save(self, path: Path) -> None:
        """Write the parameters to a file; weights of the probe stand on one line per output."""
        probe = {
            name: {**row, "weights": " ".join(map(str, row["weights"]))}
            for name, row in self.probe.packed().items()
        }
        data = {
            "format": FORMAT,
            "model": self.model,
            "fitted_on": self.fitted_on,
            "sure_from": round(self.sure_from, 3),
            "inputs": [each.name for each in INPUTS],
            "combiner": self.combiner.packed(),
            "tokens": self.scale.packed(),
            "probe": probe,
        }
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> Calibration:
        """Read parameters from a file.

        Raises
        ------
        CalibrationError
            It is no calibration, or one for inputs or features of another version.
        OSError
            It cannot be read.
        """
        try:
            data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
            fits = (
                data["format"] == FORMAT
                and data["inputs"] == [each.name for each in INPUTS]
                and tuple(data["combiner"]["features"]) == FEATURES
                and tuple(data["probe"]) == OUTPUTS
            )
            if not fits:
                raise CalibrationError(f"{path}: fitted for another version; fit it again")
            probe = {
                name: {**row, "weights": [int(each) for each in row["weights"].split()]}
                for name, row in data["probe"].items()
            }
            return cls(
                model=data["model"],
                fitted_on=data["fitted_on"],
                probe=Probe.unpacked(probe),
                scale=TokenScale.unpacked(data["tokens"]),
                combiner=Combiner.unpacked(data["combiner"]),
                sure_from=float(data["sure_from"]),
            )
        except CalibrationError:
            raise
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise CalibrationError(f"{path}: not a calibration: {error}") from error
