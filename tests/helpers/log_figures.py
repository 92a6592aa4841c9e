"""What a study log answers to every question, as plain values that can be kept in a file.

It asks for no more than the first release of the log offered, so that what a release said then can
be compared with what is said now.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from fsrs import Rating

from app.study import Judgement, StudyLog

TRANSITION = "mle"
SKILLS = {"evaluation": ("leak", "split", "never asked"), "monitoring": ("drift", "bias")}

Figures = dict[str, object]


def overrule_rate(log: StudyLog) -> float | None:
    """Return the share of the engine's verdicts that the learner overruled."""
    days = log.overrules_per_day(date.min).values()
    graded = sum(each for each, _ in days)
    return sum(overruled for _, overruled in days) / graded if graded else None


def _questions(log: StudyLog) -> list[list[object]]:
    """Return what a model worded for one key point, with how often it was asked."""
    rows = log._tuples(
        "SELECT id, text FROM question WHERE transition = ? AND key_point = 'leak' ORDER BY id",
        TRANSITION,
    )
    times, flagged = log.times_asked([id_ for id_, _ in rows]), log.flagged()
    return [[text, times[id_]] for id_, text in rows if id_ not in flagged]


def figures(log: StudyLog, now: datetime) -> Figures:
    """Return everything that pages show of a log, without ids."""
    ever = date(2000, 1, 1), date(2100, 1, 1)
    later = now + timedelta(days=20)
    last, undone = log.last_action(), log.last_undone()
    return {
        "due": [
            [card.key_point for card in log.due(TRANSITION, moment, skill)]
            for moment in (now, later)
            for skill in (None, *SKILLS)
        ],
        "cards": {
            key: [
                card.skill,
                card.state.name,
                card.step,
                round(card.stability, 9),
                round(card.difficulty, 9),
                card.due.isoformat(),
                card.last_review.isoformat(),
                card.introduced.isoformat(),
                card.reps,
                card.lapses,
            ]
            for key, card in sorted(log.cards(TRANSITION).items())
        },
        "progress": [
            [
                each.skill,
                each.total,
                each.seen,
                each.due,
                None if each.retrievability is None else round(each.retrievability, 9),
                None if each.last_reviewed is None else each.last_reviewed.isoformat(),
                each.seconds,
                each.answers,
            ]
            for each in log.progress(TRANSITION, SKILLS, later)
        ],
        "introduced": {
            str(day): log.introduced_on(TRANSITION, day) for day in log.answers_per_day(*ever)
        },
        "days": [
            {str(day): answers for day, answers in log.answers_per_day(*ever, only).items()}
            for only in (None, TRANSITION, "another")
        ],
        "overrules": {str(day): list(both) for day, both in log.overrules_per_day(ever[0]).items()},
        "overrule rate": overrule_rate(log),
        "seconds": [log.study_seconds(only) for only in (None, TRANSITION, "another")],
        "judged": [[given.value, held.value] for given, held in log.judged(20)],
        "flagged": sorted(log.flagged()),
        "questions": _questions(log),
        "position": log.reading_position(TRANSITION, "evaluation"),
        "last": [last.description if last else None, undone.description if undone else None],
        "entries": [
            [
                entry.at.isoformat(),
                list(entry.answer.key_points),
                entry.answer.text,
                {key: judgement.value for key, judgement in entry.judgements.items()},
                {key: int(rating) for key, rating in entry.ratings.items()},
                entry.overruled,
                entry.feedback.text if entry.feedback else None,
                entry.flagged,
            ]
            for entry in log.entries(limit=1000)
        ],
    }


def go_on(log: StudyLog) -> None:
    """Correct something old and something new, and take some of it back."""
    entries = log.entries(limit=1000)
    oldest, newest = entries[-1], entries[0]
    for _ in range(3):
        log.undo()
    log.redo()
    log.rerate(oldest.id, oldest.answer.key_points[0], Rating.Hard)
    judged = next(entry for entry in reversed(entries) if entry.verdict_id is not None)
    assert judged.verdict_id is not None
    for key_point in judged.judgements:
        again = {key_point: Rating.Again}
        log.overrule(judged.verdict_id, {key_point: Judgement.MISSED}, again)
    log.rerate(newest.id, newest.answer.key_points[0], Rating.Easy)
    log.undo()
