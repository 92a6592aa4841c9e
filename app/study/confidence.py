"""How sure learners were of their answers, and what the log knows of how a key point was asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fsrs import Rating

from app.study.records import Confidence, Format, Judgement, score_of
from app.study.serial import load_judgements, load_point_judgements
from app.study.store import Store

NEWEST = 2000
"""Answers that are looked at: what somebody was sure of years ago says little of them now."""

# The newest first, so that a long log costs no more than a short one. What holds of an answer is
# folded from its verdicts and overrules in the order in which they came, as `Reader` does it.
_HELD = """
    WITH said AS (
        SELECT confidence.id AS id, level, answer FROM confidence
        CROSS JOIN answer ON answer.id = confidence.answer
        WHERE NOT EXISTS (SELECT 1 FROM undone WHERE target = confidence.answer) {}
        ORDER BY confidence.id DESC LIMIT ?
    )
    SELECT said.id, level, verdict.id AS held, points, NULL AS judgements
    FROM said CROSS JOIN verdict ON verdict.answer = said.answer
    UNION ALL
    SELECT said.id, level, own.id, NULL, judgements
    FROM said CROSS JOIN effective_overrule AS own ON own.answer = said.answer
    ORDER BY 1, 3
"""
_LAST_REVIEW = """
    SELECT format, rating FROM effective_review AS review
    CROSS JOIN answer ON answer.id = review.answer
    WHERE review.transition = ? AND review.key_point = ?
    ORDER BY review.answer DESC LIMIT 1
"""


@dataclass(frozen=True)
class ConfidenceFigures:
    """What became of the answers of which the learner was sure to one degree.

    Attributes
    ----------
    answers : int
        How many have a verdict.
    score : float
        Their mean score in [0, 1], overrules applied; 0 where there are none.
    """

    answers: int = 0
    score: float = 0.0


@dataclass(frozen=True)
class LastReview:
    """How a key point was asked about the last time it counted, and how that was rated."""

    format: Format
    rating: Rating


class ConfidenceReader(Store):
    """Confidence against correctness, and the last review of key points."""

    def confidence_against_correctness(
        self, *, transition: str | None = None, skill: str | None = None, limit: int = NEWEST
    ) -> dict[Confidence, ConfidenceFigures]:
        """Return for each level how many answers there are, and their mean score.

        All three levels are there, from guessing to certain. Undone answers and answers without a
        verdict do not count; an overruled verdict counts as the learner has it.

        Parameters
        ----------
        transition, skill : str or None
            Slugs to leave out everything else.
        limit : int
            How many answers to look at, the newest ones.
        """
        asked = {"transition": transition, "skill": skill}
        given = {key: value for key, value in asked.items() if value is not None}
        wanted = "".join(f"AND answer.{key} = ? " for key in given)
        levels: dict[str, int] = {}
        judged: dict[str, dict[str, Judgement]] = {}
        rows = self._tuples(_HELD.format(wanted), *given.values(), limit)
        for id_, level, _, points, judgements in rows:
            levels[id_] = level
            found = load_judgements(judgements) if points is None else load_point_judgements(points)
            judged.setdefault(id_, {}).update(found)
        scores: dict[int, list[float]] = {}
        for id_, level in levels.items():
            scores.setdefault(level, []).append(score_of(judged[id_].values()))
        return {level: _figures(scores.get(level, [])) for level in Confidence}

    def last_reviews(self, transition: str, key_points: Iterable[str]) -> dict[str, LastReview]:
        """Return the last review that counts of each key point that has one."""
        found = {}
        with self._reading():
            for point in key_points:
                for row in self._rows(_LAST_REVIEW, transition, point):
                    found[point] = LastReview(Format.named(row["format"]), Rating(row["rating"]))
        return found


def _figures(scores: list[float]) -> ConfidenceFigures:
    return ConfidenceFigures(len(scores), sum(scores) / len(scores) if scores else 0.0)
