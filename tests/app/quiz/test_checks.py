"""Questions that the model wrote are refused for a reason that can be told."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from app.content.library import Library
from app.content.types import AuthoredQuestion, KeyPoint, Level, Misconception
from app.quiz.checks import Candidate, refusal
from app.quiz.lexical import Lexicon

POINT = KeyPoint(
    id="lora-rank",
    skill="adapt-foundation-models",
    topic="the parameters that LoRA trains",
    claim="LoRA trains two thin factors of rank r and leaves the pretrained weights frozen.",
    level=Level.UNDERSTAND,
    questions=(AuthoredQuestion("Which parameters receive gradients under LoRA?"),),
    answer="Only the two low-rank factors; the pretrained matrix stays frozen.",
    misconceptions=(Misconception("a", "b"), Misconception("c", "d")),
    quote="two thin factors",
    sources=("hu2021",),
    line=1,
)


def refused(text: str, others: Sequence[str] = ()) -> str | None:
    lexicon = Lexicon.of([POINT.claim, POINT.answer])
    return refusal(Candidate(text, POINT, others or [POINT.questions[0].text], lexicon))


@pytest.mark.parametrize(
    "text",
    [
        "During LoRA tuning of a large model, which parameters does the optimizer update?",
        "Your optimizer state is tiny after you switch to LoRA: what does LoRA train?",
    ],
)
def test_a_good_question_passes(text: str) -> None:
    assert refused(text) is None


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("Explain which parameters LoRA trains.", "one_question"),
        ("Which parameters does LoRA train? And why does it?", "one_question"),
        ("What is LoRA?", "right_length"),
        ("What does LoRA train " + "in this and that case " * 12 + "then?", "right_length"),
        ("According to the passage, which parameters does LoRA train?", "stands_alone"),
        ("Which parameters does LoRA train in the given context?", "stands_alone"),
        (
            "Why does LoRA train two thin factors of rank r and leave pretrained weights frozen?",
            "keeps_its_answer",
        ),
        ("What is the capital of France and its population today?", "aims_at_its_point"),
        ("Under LoRA, which parameters receive the gradients?", "is_new"),
    ],
)
def test_a_bad_question_is_refused_by_the_check_it_fails(text: str, check: str) -> None:
    reason = refused(text)
    assert reason is not None
    assert reason.startswith(f"{check}: ")


def test_our_own_questions_pass_their_own_checks(library: Library) -> None:
    points = library.key_points("machine-learning-engineer")
    lexicon = Lexicon.of(f"{point.claim} {point.answer}" for point in points)
    refusals = [
        reason
        for point in points
        for question in point.questions
        if (reason := refusal(Candidate(question.text, point, (), lexicon))) is not None
        and not reason.startswith("right_length")
    ]
    assert len(refusals) <= len(points) * 2 * 0.1, refusals
