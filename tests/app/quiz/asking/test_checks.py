"""All checks together: in order, by name, and easy on questions that people wrote."""

from __future__ import annotations

from dataclasses import replace

from app.content.library import Library
from app.quiz.asking.checks import CHECKS, CODE_CHECKS, MODEL_CHECKS, refusal
from app.quiz.asking.context import Context
from app.quiz.asking.mutants import authored
from app.quiz.asking.types import Check, Needs
from app.study.records import Format
from tests.app.quiz.asking.conftest import OPTIONS, candidate
from tests.helpers.guide_contexts import material

GOOD = "In which direction does a wrong answer of a Bloom filter go?"


def test_every_check_has_a_name_of_its_own() -> None:
    assert len({check.name for check in CHECKS}) == len(CHECKS)


def test_what_costs_nothing_comes_first() -> None:
    costs = [[Needs.NOTHING, Needs.SCORES, Needs.GRADER].index(check.needs) for check in CHECKS]
    assert costs == sorted(costs)
    assert (*CODE_CHECKS, *MODEL_CHECKS) == CHECKS


def test_without_a_model_its_checks_say_that_they_do_not_apply(context: Context) -> None:
    assert [check.applies(context) for check in MODEL_CHECKS] == [False] * len(MODEL_CHECKS)
    assert all(check.applies(context) for check in CODE_CHECKS)
    assert refusal(candidate(GOOD), context) is None


def test_the_first_check_against_a_candidate_is_named(context: Context) -> None:
    bad = candidate("Is it?")
    refused = refusal(bad, context)
    assert refused is not None
    assert (refused.check, refused.reason) == ("right_length", "has 2 words")
    assert refused.candidate is bad


def test_a_check_can_be_made_of_any_function(context: Context) -> None:
    def never(_candidate: object, _context: object) -> str:
        return "no"

    refused = refusal(candidate(GOOD), context, [Check(never)])
    assert refused is not None
    assert (refused.check, refused.reason) == ("never", "no")


def test_a_candidate_with_options_is_a_choice() -> None:
    assert candidate(GOOD).format is Format.SHORT
    assert replace(candidate(GOOD), options=OPTIONS).format is Format.CHOICE


def test_hardly_any_question_that_people_wrote_is_refused(library: Library) -> None:
    ours = material(library)
    samples = list(authored(ours.contexts, ours.points))
    refused = [
        each for each in samples if refusal(each.candidate, each.context, CODE_CHECKS) is not None
    ]
    assert len(samples) > 700
    assert len(refused) < 0.06 * len(samples)
