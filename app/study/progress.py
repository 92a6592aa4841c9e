"""What is due, and how far the learner has come: read from the projections, never from the log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from statistics import fmean

from app.study.cards import CARDS
from app.study.projection import Projections
from app.study.records import Card, SkillProgress
from app.study.store import as_text

_STANDING = "SELECT key_point, stability, due, last_review FROM card WHERE transition = ?"
_STUDIED = """
    SELECT skill, answers, milliseconds + reading_milliseconds FROM skill_total WHERE transition = ?
"""


class Progress(Projections):
    """The schedule's cards and the sums per day."""

    def due(
        self, transition: str, now: datetime, skill: str | None = None, limit: int | None = None
    ) -> list[Card]:
        """Return the cards that are due, the longest overdue first; ``now`` is an aware time."""
        conditions = "transition = ? AND due <= ?" + (" AND skill = ?" if skill is not None else "")
        given = [transition, as_text(now), *([skill] if skill is not None else [])]
        statement = f"{CARDS} WHERE {conditions} ORDER BY due, key_point LIMIT ?"
        # SQLite takes a negative limit for none.
        cards = self._cards(statement, *given, -1 if limit is None else limit)
        return list(cards.values())

    def cards(self, transition: str, skill: str | None = None) -> dict[str, Card]:
        """Return the cards of all key points reviewed at least once, by key point."""
        if skill is None:
            cards = self._cards(f"{CARDS} WHERE transition = ?", transition)
        else:
            statement = f"{CARDS} WHERE transition = ? AND skill = ?"
            cards = self._cards(statement, transition, skill)
        return {card.key_point: card for card in cards.values()}

    def card(self, transition: str, key_point: str) -> Card | None:
        """Return the card of one key point; None before its first review."""
        statement = f"{CARDS} WHERE transition = ? AND key_point = ?"
        return self._cards(statement, transition, key_point).get((transition, key_point))

    def introduced_on(self, transition: str, day: date) -> int:
        """Return how many key points had their first review on this day."""
        statement = "SELECT count(*) FROM card WHERE transition = ? AND introduced = ?"
        return int(self._value(statement, transition, day.isoformat()))

    def retrievability(self, card: Card, now: datetime) -> float:
        """Return the probability in [0, 1] that the key point could be produced now."""
        return self._schedule.retrievability(card, now)

    def progress(
        self, transition: str, skills: Mapping[str, Sequence[str]], now: datetime
    ) -> list[SkillProgress]:
        """Return how far each skill has come.

        Parameters
        ----------
        transition : str
            Slug.
        skills : mapping of str to sequence of str
            Slug of each skill to the ids of its key points, as the content has them today.
        now : datetime
            An aware time.
        """
        with self._reading():
            cards = {row[0]: row[1:] for row in self._tuples(_STANDING, transition)}
            studied = {row[0]: row[1:] for row in self._tuples(_STUDIED, transition)}
        # Texts of one length in UTC sort as their times do; few of them need to be parsed.
        moment = as_text(now)
        result = []
        for skill, key_points in skills.items():
            seen = [cards[key_point] for key_point in key_points if key_point in cards]
            recall = [
                self._schedule.recall(stability, datetime.fromisoformat(last), now)
                for stability, _, last in seen
            ]
            last = max((last for _, _, last in seen), default=None)
            answers, milliseconds = studied.get(skill, (0, 0))
            result.append(
                SkillProgress(
                    skill=skill,
                    total=len(key_points),
                    seen=len(seen),
                    due=sum(due <= moment for _, due, _ in seen),
                    retrievability=fmean(recall) if recall else None,
                    last_reviewed=datetime.fromisoformat(last) if last is not None else None,
                    seconds=milliseconds / 1000,
                    answers=answers,
                )
            )
        return result

    def answers_per_day(
        self, since: date, until: date, transition: str | None = None
    ) -> dict[date, int]:
        """Return the number of answers on each of the learner's days, both ends included.

        Days without an answer are left out.
        """
        given = [since.isoformat(), until.isoformat()]
        if transition is None:
            statement = (
                "SELECT day, answers FROM day_total"
                " WHERE day BETWEEN ? AND ? AND answers > 0 ORDER BY day"
            )
        else:
            given.append(transition)
            statement = (
                "SELECT day, sum(answers) AS answers FROM day INDEXED BY day_day"
                " WHERE day BETWEEN ? AND ? AND transition = ?"
                " GROUP BY day HAVING sum(answers) > 0 ORDER BY day"
            )
        rows = self._tuples(statement, *given)
        return {date.fromisoformat(day): answers for day, answers in rows}

    def overrules_per_day(self, since: date) -> dict[date, tuple[int, int]]:
        """Return, for each day with one, the engine's verdicts and how many were overruled."""
        statement = (
            "SELECT day, graded, overruled FROM day_total"
            " WHERE day >= ? AND graded > 0 ORDER BY day"
        )
        rows = self._tuples(statement, since.isoformat())
        return {date.fromisoformat(day): (graded, overruled) for day, graded, overruled in rows}

    def study_seconds(self, transition: str | None = None) -> float:
        """Return the time spent answering and reading."""
        statement = "SELECT sum(milliseconds + reading_milliseconds) FROM skill_total"
        if transition is None:
            milliseconds = self._value(statement)
        else:
            milliseconds = self._value(f"{statement} WHERE transition = ?", transition)
        return (milliseconds or 0) / 1000.0
