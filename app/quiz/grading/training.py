"""The answers that a calibration is fitted to, and those that it is measured by."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.content.library import Library
from app.quiz.grading.answers import LabelledAnswer, Rubric, load_practice, rubric_of
from app.quiz.grading.attacks import load_attacks
from app.quiz.grading.cleaning import says_something, visible
from app.quiz.grading.gold import GoldAnswer, load_gold
from app.study.records import Judgement


@dataclass(frozen=True)
class TrainingData:
    """Where the answers are.

    Attributes
    ----------
    gold : Path
        Folder of the gold set, one folder per transition.
    practice : sequence of Path
        Folders of practice files.
    attacks : Path
        The file of attacks.
    """

    gold: Path
    practice: Sequence[Path]
    attacks: Path


@dataclass(frozen=True)
class Weighted:
    """An answer to fit to, how much its judgement and its score count, and if it is a gold one."""

    labelled: LabelledAnswer
    importance: float
    score_importance: float = 0.0
    gold: bool = False


GOLD_IMPORTANCE = 2.0
"""The gold set is about what Segue teaches; practice answers are about everything else."""
CLASSROOM = "classroom"
"""Kind of the answers that scores are fitted to: the others were made judgement by judgement, and
the mix of their scores is nothing that a class would give."""
CROSSED_PER_QUESTION = 1


def reported_answers(data: TrainingData, library: Library) -> list[LabelledAnswer]:
    """Return the half of the gold set that nothing is ever fitted to."""
    return [_labelled(each) for each in _gold(data, library) if each.half == "report"]


def answers_to_fit(data: TrainingData, library: Library) -> list[Weighted]:
    """Return the other half, the practice answers, crossed answers, and attacks of some families.

    Scenarios have key points of both halves; those that are reported on are left out as a whole.
    Answers to one question follow each other, so that a model reads each question once.
    """
    reported = {each.rubric.question for each in reported_answers(data, library)}
    gold = [
        _labelled(each)
        for each in _gold(data, library)
        if each.half == "fit" and each.question not in reported
    ]
    practice = [each for folder in data.practice for each in load_practice(folder)]
    rubrics = list({each.rubric.key: each.rubric for each in gold}.values())
    others = [*practice, *_crossed(practice), *_attacks(data.attacks, rubrics)]
    weighted = [Weighted(each, GOLD_IMPORTANCE, gold=True) for each in gold]
    weighted += [Weighted(each, 1.0, float(each.kind == CLASSROOM)) for each in others]
    return sorted(weighted, key=lambda each: (each.labelled.rubric.key, each.labelled.id))


def _gold(data: TrainingData, library: Library) -> Iterator[GoldAnswer]:
    for folder in sorted(data.gold.iterdir()):
        if folder.is_dir():
            yield from load_gold(folder, library)


def _labelled(each: GoldAnswer) -> LabelledAnswer:
    return LabelledAnswer(
        id=f"{each.id}/{each.point.id}",
        rubric=rubric_of(each.question, each.point),
        answer=each.answer,
        judgement=each.judgement,
        score=None,
        kind=each.kind,
    )


def _crossed(practice: Sequence[LabelledAnswer]) -> Iterator[LabelledAnswer]:
    """Yield answers as they would be to another question of their field: they miss it.

    Without them a fit could tell good answers by how they are written, whatever was asked.
    """
    fields: dict[str, dict[str, list[LabelledAnswer]]] = defaultdict(lambda: defaultdict(list))
    for each in practice:
        fields[each.id.split("/")[0]][each.rubric.key].append(each)
    for questions in fields.values():
        rubrics = {key: questions[key][0].rubric for key in sorted(questions)}
        for key, own in rubrics.items():
            # A scenario asks for several claims at once: an answer to it may meet each of them.
            others = [each for each in rubrics.values() if not _alike(each, own)]
            if not others:
                continue
            # By the question, so that other fields added to the set change nothing.
            rng = random.Random(key)  # noqa: S311 - a fixed choice, no secret
            other = rng.choice(others)
            said = [each for each in questions[key] if each.judgement is not Judgement.MISSED]
            for each in rng.sample(said, min(CROSSED_PER_QUESTION, len(said))):
                yield replace(
                    each,
                    id=f"{each.id}/crossed",
                    rubric=other,
                    judgement=Judgement.MISSED,
                    score=0.0,
                    kind="crossed",
                )


def _alike(one: Rubric, other: Rubric) -> bool:
    return one.question == other.question or one.references[0] == other.references[0]


def _attacks(path: Path, rubrics: Sequence[Rubric]) -> Iterator[LabelledAnswer]:
    """Yield the attacks of the fitted families, each on a rubric drawn for it."""
    rng = random.Random(9)  # noqa: S311 - a fixed choice, no secret
    for attack in load_attacks(path):
        if not attack.fitted:
            continue
        rubric, other = rng.sample(rubrics, 2)
        answer = visible(attack.answer(rubric, other.references[0]))
        if says_something(answer):
            yield LabelledAnswer(
                id=f"attack/{attack.id}",
                rubric=rubric,
                answer=answer,
                judgement=Judgement.MISSED,
                score=0.0,
                kind="attack",
            )
