"""Fitting the grader's calibration: `python -m app.quiz.calibrate MODEL.gguf`.

The model is measured on the gold set, the parameters are fitted on one half of it, and what they
are worth is reported on the other half, whose key points the fit has not seen.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from app.content.library import Library, Shelf
from app.model.client import LocalEngine
from app.paths import CALIBRATION, GOLD, GUIDES, PROMPTS, SEEDS
from app.quiz.calibration import Calibration, Features, fit
from app.quiz.gold import GoldAnswer, load_gold
from app.quiz.grade import features
from app.quiz.lexical import Lexicon
from app.quiz.prompts import load_prompt
from app.quiz.question import Question
from app.study.records import Format, Judgement, Origin

Measured = tuple[GoldAnswer, Features]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, fit, report, and write the parameters."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("--answers", type=int, help="answers drawn from the gold set; else all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=CALIBRATION)
    chosen = parser.parse_args(arguments)

    library = Library.load([Shelf(SEEDS, GUIDES)])
    transition = next(iter(library.transitions))
    gold = load_gold(GOLD / transition, library)
    if chosen.answers is not None:
        gold = random.Random(chosen.seed).sample(gold, chosen.answers)  # noqa: S311 - a sample
    # Answers to one question follow each other, so that the engine reads the question once.
    gold.sort(key=lambda each: (each.point.id, each.question))
    engine = LocalEngine(chosen.model)
    try:
        measured = list(measure(engine, library, transition, gold))
    finally:
        engine.close()
    seen = [row for row in measured if row[0].half == "fit"]
    unseen = [row for row in measured if row[0].half == "report"]
    name = f"{len(seen)} answers of the gold set, {chosen.model.stem}"
    calibration = fit(
        [found for _, found in seen], [each.judgement for each, _ in seen], fitted_on=name
    )
    calibration.save(chosen.out)
    accuracy, macro_f1 = worth(calibration, unseen)
    told = f"accuracy {accuracy:.2f}, macro-F1 {macro_f1:.2f} on {len(unseen)} answers not seen"
    sys.stdout.write(f"{told}; wrote {chosen.out}\n")
    return 0


def measure(
    engine: LocalEngine, library: Library, transition: str, gold: Sequence[GoldAnswer]
) -> Iterator[Measured]:
    """Yield each answer with what is measured of it.

    Raises
    ------
    EngineError
        The engine failed.
    """
    points = library.key_points(transition)
    lexicon = Lexicon.of(f"{point.claim} {point.answer}" for point in points)
    template = load_prompt(PROMPTS / "grade.md")
    for each in gold:
        question = Question(
            id=each.id,
            text=each.question,
            transition=transition,
            key_points=(each.point,),
            format=Format.SHORT,
            origin=Origin.AUTHORED,
        )
        yield each, features(engine, template, lexicon, question, each.point, each.answer)


def worth(calibration: Calibration, rows: Sequence[Measured]) -> tuple[float, float]:
    """Return accuracy and macro-F1 over the four judgements, each in [0, 1]."""
    pairs = []
    for each, found in rows:
        shares = calibration.probabilities(found)
        pairs.append((each.judgement, max(shares, key=lambda judgement: shares[judgement])))
    right = sum(label is given for label, given in pairs)
    scores = []
    for judgement in Judgement:
        both = sum(label is given is judgement for label, given in pairs)
        either = sum((label is judgement) + (given is judgement) for label, given in pairs)
        scores.append(2 * both / either if either else 0.0)
    return right / len(pairs) if pairs else 0.0, sum(scores) / len(scores)


if __name__ == "__main__":
    sys.exit(main())
