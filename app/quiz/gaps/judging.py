"""The verdict on what was filled into gaps; no model is asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.quiz.gaps.figures import judge_figure
from app.quiz.gaps.gap import SEPARATOR, Filled, Fit, Gap
from app.quiz.gaps.terms import judge_term
from app.quiz.gaps.vocabulary import Vocabulary
from app.study.records import Evidence, Judgement


def judge_filled(
    gaps: Sequence[Gap], typed: Sequence[str], shown: str, vocabulary: Vocabulary
) -> tuple[Filled, ...]:
    """Return what was typed into each gap with how it fits.

    Parameters
    ----------
    shown : str
        The sentence with its gaps.
    """
    return tuple(
        Filled(gap, text.strip(), _fit(gap, text.strip(), shown, vocabulary))
        for gap, text in zip(gaps, typed, strict=True)
    )


def judgement_of(filled: Sequence[Filled]) -> Judgement:
    """Return the judgement on a whole sentence: covered only if every gap is filled."""
    credit = sum(each.credit for each in filled)
    if filled and credit == len(filled):
        return Judgement.COVERED
    return Judgement.PARTLY if credit else Judgement.MISSED


def confidence_of(filled: Iterable[Filled]) -> float:
    """Return how sure the code is of that, in [0, 1]: as sure as of the least certain gap."""
    return min((each.confidence for each in filled), default=1.0)


def evidence_in(filled: Sequence[Filled]) -> tuple[Evidence, ...]:
    """Return where what counts stands in the text that the log keeps of the answer."""
    spans, start = [], 0
    for each in filled:
        if each.credit and each.typed:
            spans.append(Evidence(start, start + len(each.typed)))
        start += len(each.typed) + len(SEPARATOR)
    return tuple(spans)


def _fit(gap: Gap, typed: str, shown: str, vocabulary: Vocabulary) -> Fit:
    if not any(letter.isalnum() for letter in typed):
        return Fit.EMPTY
    if gap.is_figure:
        return judge_figure(gap, typed)
    return judge_term(gap, typed, shown, vocabulary)
