"""All checks on a candidate, in order: what costs least comes first."""

from __future__ import annotations

from collections.abc import Sequence

from app.quiz.asking import content, flaws, form, graded, scoring
from app.quiz.asking.context import Context
from app.quiz.asking.types import Candidate, Check, Needs, Refused

CODE_CHECKS: tuple[Check, ...] = tuple(
    map(
        Check,
        (
            form.right_length,
            form.one_question,
            form.asks_openly,
            form.well_formed,
            form.stands_alone,
            flaws.is_a_question,
            flaws.asks_positively,
            flaws.has_a_focus,
            flaws.claims_nothing_absolute,
            flaws.options_stand_in_the_guide,
            flaws.options_alike,
            flaws.options_in_order,
            flaws.stem_tells_no_option,
            content.keeps_its_answer,
            content.invents_no_number,
            content.aims_at_its_point,
            content.is_new,
            content.denies_nothing_true,
            content.presumes_nothing_wrong,
            content.names_nothing_new,
            content.speaks_of_its_subject,
            form.well_spelled,
        ),
    )
)
"""What code sees by itself, in less than a millisecond each."""

MODEL_CHECKS: tuple[Check, ...] = (
    Check(scoring.asks_for_its_claim, Needs.SCORES),
    Check(graded.is_no_answer, Needs.GRADER),
)
"""What the model tells, in seconds each."""

CHECKS: tuple[Check, ...] = (*CODE_CHECKS, *MODEL_CHECKS)


def refusal(
    candidate: Candidate, context: Context, checks: Sequence[Check] = CHECKS
) -> Refused | None:
    """Return the first check against a candidate with its reason, or None when it is good.

    Raises
    ------
    EngineError
        The engine that some checks ask failed or was cancelled.
    """
    for check in checks:
        reason = check(candidate, context)
        if reason is not None:
            return Refused(candidate, check.name, reason)
    return None
