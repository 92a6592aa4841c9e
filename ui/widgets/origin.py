"""Who worded what is asked and what is to be known: text of the model is marked as the model's."""

from __future__ import annotations

from app.content.types import KeyPoint, Kind, Transition, Wording
from app.quiz.question import Question

BY_MODEL = "Written by the model"
BY_LEARNER = "Edited by you"

_WHOSE_CLAIM = {
    Wording.AUTHORED: "The model worded this question; what is asked for is the guide's.",
    Wording.DOCUMENT: "The model worded this question; what is asked for stands in your file.",
    Wording.MODEL: "The model worded this from your file, and you accepted it.",
    Wording.LEARNER: "The model worded this question; what is asked for is in your own words.",
}
_CLAIMS = {
    Wording.MODEL: "Worded by the model from your file",
    Wording.LEARNER: "Edited by you",
}


def question_mark(question: Question) -> tuple[str, str]:
    """Return the mark of a question and what it means; both empty where it needs none."""
    if question.worded_by is Wording.MODEL:
        return BY_MODEL, _WHOSE_CLAIM[question.key_points[0].worded_by]
    if question.worded_by is Wording.LEARNER:
        return BY_LEARNER, "You changed what was proposed from your file."
    return "", ""


def claim_mark(point: KeyPoint) -> str:
    """Return who worded a key point, where that is not a guide or the learner's own file."""
    return _CLAIMS.get(point.worded_by, "")


def is_own(transition: Transition | None, skill: str) -> bool:
    """Tell whether a skill is a file of the learner's own."""
    skills = transition.skills if transition is not None else ()
    return any(each.slug == skill and each.kind is Kind.MATERIAL for each in skills)
