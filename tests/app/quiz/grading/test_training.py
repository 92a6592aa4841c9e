"""What is fitted and what is reported never mix, and nothing that is fitted is as it seems."""

from __future__ import annotations

import json
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from app.appraisal import TRAINING
from app.content.library import Library
from app.paths import GOLD, GRADING
from app.quiz.grading.answers import LabelledAnswer, load_answers, load_practice, rubric_of
from app.quiz.grading.attacks import load_attacks
from app.quiz.grading.certificate import thinned
from app.quiz.grading.training import (
    CLASSROOM,
    GOLD_IMPORTANCE,
    TrainingData,
    Weighted,
    answers_to_fit,
    reported_answers,
)
from app.study.records import Judgement

DATA = TRAINING


@pytest.fixture(scope="module")
def fitted(library: Library) -> list[Weighted]:
    return answers_to_fit(DATA, library)


@pytest.fixture(scope="module")
def reported(library: Library) -> list[LabelledAnswer]:
    return reported_answers(DATA, library)


@pytest.fixture(scope="module")
def practice() -> dict[str, LabelledAnswer]:
    return {each.id: each for folder in DATA.practice for each in load_practice(folder)}


def of_kind(fitted: list[Weighted], kind: str) -> list[Weighted]:
    return [each for each in fitted if each.labelled.kind == kind]


def gold(fitted: list[Weighted]) -> list[Weighted]:
    return [each for each in fitted if each.importance == GOLD_IMPORTANCE]


def test_no_reported_key_point_is_among_the_fitted(
    fitted: list[Weighted], reported: list[LabelledAnswer]
) -> None:
    told, learnt = (
        {each.id.rsplit("/", 1)[1] for each in answers}
        for answers in (reported, [each.labelled for each in gold(fitted)])
    )
    assert min(len(told), len(learnt)) > 60
    assert told.isdisjoint(learnt)


def test_nothing_that_is_fitted_has_a_reported_claim_or_misconception(
    fitted: list[Weighted], reported: list[LabelledAnswer]
) -> None:
    claims = {text for each in reported for text in each.rubric.references}
    wrong = {text for each in reported for text in each.rubric.misconceptions}
    for each in fitted:
        assert claims.isdisjoint(each.labelled.rubric.references), each.labelled.id
        assert wrong.isdisjoint(each.labelled.rubric.misconceptions), each.labelled.id


def test_no_reported_question_is_among_the_fitted(
    fitted: list[Weighted], reported: list[LabelledAnswer]
) -> None:
    """A scenario asks for several key points, and these may be in different halves."""
    asked = {each.labelled.rubric.question for each in fitted}
    assert asked.isdisjoint(each.rubric.question for each in reported)


def test_every_reported_answer_was_judged_and_none_scored(
    reported: list[LabelledAnswer],
) -> None:
    assert len(reported) > 600
    assert len({each.id for each in reported}) == len(reported)
    assert {each.judgement for each in reported} == set(Judgement)
    assert {each.score for each in reported} == {None}


def test_answers_come_from_everywhere(
    fitted: list[Weighted], practice: dict[str, LabelledAnswer]
) -> None:
    ids = [each.labelled.id for each in fitted]
    assert len(set(ids)) == len(ids)
    assert len(gold(fitted)) > 450
    assert practice.keys() <= set(ids)
    assert len(fitted) == (
        len(gold(fitted))
        + len(practice)
        + len(of_kind(fitted, "crossed"))
        + len(of_kind(fitted, "attack"))
    )


def test_answers_to_one_question_follow_each_other(fitted: list[Weighted]) -> None:
    keys = [each.labelled.rubric.key for each in fitted]
    changes = sum(a != b for a, b in pairwise(keys))
    assert changes == len(set(keys)) - 1


def test_only_classroom_answers_have_scores_that_count(fitted: list[Weighted]) -> None:
    counting = [each for each in fitted if each.score_importance > 0]
    assert len(counting) > 1000
    assert {each.labelled.kind for each in counting} == {CLASSROOM}
    assert all(each.labelled.score is not None for each in counting)


def test_a_crossed_answer_misses_another_question_of_its_field(
    fitted: list[Weighted], practice: dict[str, LabelledAnswer]
) -> None:
    crossed = [each.labelled for each in of_kind(fitted, "crossed")]
    fields = {each.id.split("/")[0] for each in practice.values()}
    questions: dict[str, set[str]] = {field: set() for field in fields}
    for each in practice.values():
        questions[each.id.split("/")[0]].add(each.rubric.question)
    assert len(crossed) > 300
    for each in crossed:
        own = practice[each.id.removesuffix("/crossed")]
        assert each.answer == own.answer
        assert own.judgement is not Judgement.MISSED
        assert each.rubric.question != own.rubric.question
        assert each.rubric.references[0] != own.rubric.references[0]
        assert each.rubric.question in questions[own.id.split("/")[0]]
        assert (each.judgement, each.score) == (Judgement.MISSED, 0.0)


def test_attacks_of_some_families_miss_key_points_of_the_fitted_half(
    fitted: list[Weighted],
) -> None:
    attacks = [each.labelled for each in of_kind(fitted, "attack")]
    learnt = {f"attack/{each.id}" for each in load_attacks(DATA.attacks) if each.fitted}
    rubrics = {each.labelled.rubric for each in gold(fitted)}
    assert 40 < len(attacks) <= len(learnt)
    assert {each.id for each in attacks} <= learnt
    assert all(each.rubric in rubrics for each in attacks)
    assert {(each.judgement, each.score) for each in attacks} == {(Judgement.MISSED, 0.0)}
    # What says nothing is missed without asking the model, so there is nothing to fit.
    assert all(any(map(str.isalnum, each.answer)) for each in attacks)
    assert max(len(each.answer) for each in attacks) <= 3000


def test_the_same_answers_are_fitted_every_time(library: Library, fitted: list[Weighted]) -> None:
    assert answers_to_fit(DATA, library) == fitted


def test_a_smaller_fit_keeps_all_that_is_about_the_guides(
    fitted: list[Weighted], library: Library
) -> None:
    claims = {each.claim for each in library.key_points("machine-learning-engineer")}
    fewer = thinned(fitted, 4, claims)

    def of_the_guides(answers: list[Weighted]) -> list[Weighted]:
        return [each for each in answers if each.labelled.rubric.references[0] in claims]

    assert of_the_guides(fewer) == of_the_guides(fitted)
    assert gold(fewer) == gold(fitted)
    assert of_kind(fewer, "attack") == of_kind(fitted, "attack")
    others = [
        each.labelled.rubric for each in fewer if each.labelled.rubric.references[0] not in claims
    ]
    assert max(Counter(each.key for each in others).values()) == 4
    assert len(fewer) < 0.5 * len(fitted)


def test_no_claim_that_is_reported_on_is_judged_by_in_the_fit(
    fitted: list[Weighted], reported: list[LabelledAnswer]
) -> None:
    told = {each.rubric.references[0] for each in reported}
    learnt = {each.labelled.rubric.references[0] for each in fitted}
    assert len(told) > 50
    assert not told & learnt


def test_a_rubric_has_the_claim_and_counts_the_model_answer_as_right(library: Library) -> None:
    (first, *_) = library.key_points("machine-learning-engineer")
    rubric = rubric_of("Why?", first)
    assert rubric.question == "Why?"
    assert rubric.references == (first.claim,)
    assert rubric.also == (first.answer,)
    assert rubric.misconceptions == tuple(each.claim for each in first.misconceptions)


def test_a_field_of_one_question_crosses_nothing(tmp_path: Path, library: Library) -> None:
    answers = [{"text": "a", "judgement": "covered", "score": 5, "kind": "plain"}]
    row = {"id": "f/1", "question": "q?", "claim": "c", "misconceptions": [], "answers": answers}
    (tmp_path / "f.jsonl").write_text(json.dumps(row) + "\n")
    data = TrainingData(GOLD, (tmp_path,), DATA.attacks)
    fitted = answers_to_fit(data, library)
    assert "f/1/0" in {each.labelled.id for each in fitted}
    assert of_kind(fitted, "crossed") == []


def test_claims_are_typed_off_right_and_wrong_but_none_that_is_reported(
    reported: list[LabelledAnswer],
) -> None:
    typed = load_practice(GRADING / "typed")
    told = {each.rubric.references[0] for each in reported if len(each.id.split("/")) == 2}
    claims = {each.rubric.references[0] for each in typed}
    assert len(claims) > 150
    assert not claims & told
    made = Counter(each.judgement for each in typed)
    assert min(made[each] for each in (Judgement.COVERED, Judgement.CONTRADICTED)) > 250
    assert all(each.answer != each.rubric.references[0] for each in typed)


def test_claims_typed_off_that_are_reported_are_none_that_is_fitted() -> None:
    fitted = {each.rubric.references[0] for each in load_practice(GRADING / "typed")}
    reported = load_answers(GRADING / "typed-reported.jsonl")
    assert len(reported) > 300
    assert not fitted & {each.rubric.references[0] for each in reported}
