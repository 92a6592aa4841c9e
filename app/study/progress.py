"""What is due, and how far the learner has come: read from the projections, never from the log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from statistics import fmean

from app.study.projection import Projections
from app.study.records import Card, SkillProgress
from app.study.store import as_text


class Progress(Projections):
    """The schedule's cards and the sums per day."""

    def due(
        self, transition: str, now: datetime, skill: str | None = None, limit: int | None = None
    ) -> list[Card]:
        """Return the cards that are due, the longest overdue first; ``now`` is an aware time."""
        conditions = "transition = ? AND due <= ?" + (" AND skill = ?" if skill is not None else "")
        given = [transition, as_text(now), *([skill] if skill is not None else [])]
        statement = f"SELECT * FROM card WHERE {conditions} ORDER BY due, key_point LIMIT ?"
        # SQLite takes a negative limit for none.
        cards = self._cards(statement, *given, -1 if limit is None else limit)
        return list(cards.values())

    def cards(self, transition: str, skill: str | None = None) -> dict[str, Card]:
        """Return the cards of all key points reviewed at least once, by key point."""
        if skill is None:
            cards = self._cards("SELECT * FROM card WHERE transition = ?", transition)
        else:
            statement = "SELECT * FROM card WHERE transition = ? AND skill = ?"
            cards = self._cards(statement, transition, skill)
        return {card.key_point: card for card in cards.values()}

    def card(self, transition: str, key_point: str) -> Card | None:
        """Return the card of one key point; None before its first review."""
        statement = "SELECT * FROM card WHERE transition = ? AND key_point = ?"
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
            cards = self.cards(transition)
            studied = {
                row["skill"]: row
                for row in self._rows(
                    "SELECT skill, sum(answers) AS answers,"
                    " sum(milliseconds + reading_milliseconds) AS milliseconds"
                    " FROM day WHERE transition = ? GROUP BY skill",
                    transition,
                )
            }
        nothing = {"answers": 0, "milliseconds": 0}
        result = []
        for skill, key_points in skills.items():
            seen = [cards[key_point] for key_point in key_points if key_point in cards]
            row = studied.get(skill, nothing)
            result.append(
                SkillProgress(
                    skill=skill,
                    total=len(key_points),
                    seen=len(seen),
                    due=sum(card.due <= now for card in seen),
                    retrievability=fmean(self.retrievability(card, now) for card in seen)
                    if seen
                    else None,
                    last_reviewed=max((card.last_review for card in seen), default=None),
                    seconds=row["milliseconds"] / 1000,
                    answers=row["answers"],
                )
            )
        return result

    def answers_per_day(
        self, since: date, until: date, transition: str | None = None
    ) -> dict[date, int]:
        """Return the number of answers on each of the learner's days, both ends included.

        Days without an answer are left out.
        """
        only, given = _only(transition)
        statement = (
            f"SELECT day, sum(answers) AS answers FROM day WHERE day BETWEEN ? AND ? AND {only}"
            " GROUP BY day HAVING sum(answers) > 0 ORDER BY day"
        )
        rows = self._rows(statement, since.isoformat(), until.isoformat(), *given)
        return {date.fromisoformat(row["day"]): row["answers"] for row in rows}

    def overrule_rate(self) -> float | None:
        """Return the share in [0, 1] of the engine's verdicts that the learner overruled.

        Who confirms a judgement, or changes it back, has not overruled it. None before the
        engine's first verdict.
        """
        rate: float | None = self._value(
            "SELECT CAST(sum(overruled) AS REAL) / sum(graded) FROM day"
        )
        return rate

    def overrules_per_day(self, since: date) -> dict[date, tuple[int, int]]:
        """Return, for each day with one, the engine's verdicts and how many were overruled."""
        statement = (
            "SELECT day, sum(graded) AS graded, sum(overruled) AS overruled FROM day"
            " WHERE day >= ? GROUP BY day HAVING sum(graded) > 0 ORDER BY day"
        )
        rows = self._rows(statement, since.isoformat())
        return {date.fromisoformat(row["day"]): (row["graded"], row["overruled"]) for row in rows}

    def study_seconds(self, transition: str | None = None) -> float:
        """Return the time spent answering and reading."""
        only, given = _only(transition)
        statement = f"SELECT sum(milliseconds + reading_milliseconds) FROM day WHERE {only}"
        return (self._value(statement, *given) or 0) / 1000.0


def _only(transition: str | None) -> tuple[str, list[str]]:
    """Return the condition that leaves out other transitions, and its parameters."""
    return ("TRUE", []) if transition is None else ("transition = ?", [transition])
