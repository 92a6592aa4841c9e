"""Whatever the learner does, what is derived from the log is what a replay of it gives.

The expected values come from a model of the log in plain Python that knows no SQL.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import fsrs
import pytest
from fsrs import Rating
from sqlite_utils import Database

from app.study import Judgement, StudyLog
from app.study.migrations import PROJECTIONS
from app.study.schedule import STRIDE

if TYPE_CHECKING:
    from tests.app.study.conftest import Clock, Learner

KEY_POINTS = ("leak", "split", "drift", "bias")


@dataclass
class Told:
    """One answer as the model knows it."""

    at: datetime
    ratings: list[tuple[str, str, Rating]] = field(default_factory=list)
    verdict: dict[str, Judgement] = field(default_factory=dict)
    overrules: list[tuple[str, dict[str, Judgement]]] = field(default_factory=list)


class Model:
    """Does random things to a log, and keeps an account of its own."""

    def __init__(self, learner: Learner, clock: Clock, seed: int) -> None:
        self.learner, self.log, self.clock = learner, learner.log, clock
        self.random = Random(seed)
        self.answers: dict[str, Told] = {}
        self.verdicts: dict[str, str] = {}
        self.flags: dict[str, str] = {}
        self.done: list[str] = []
        self.undone: list[str] = []

    def step(self) -> None:
        """Do one of the things that can be done, and let time pass or jump back."""
        jumps = [0, 1e-9, 0.002, 0.5, 1, 6, 40, -2]
        self.clock.forward(days=self.random.choices(jumps, [3, 1, 9, 4, 3, 2, 1, 1])[0])
        if self.random.random() < 0.05:
            zone = timezone(timedelta(minutes=self.random.choice([-660, -210, 0, 60, 345, 840])))
            self.clock.now = self.clock.now.astimezone(zone)
        does = [self.answer, self.judge, self.overrule, self.rerate, self.flag, self.skip]
        does += [self.undo, self.redo, self.read]
        self.random.choices(does, [9, 8, 3, 3, 1, 1, 5, 3, 1])[0]()

    def answer(self) -> None:
        key_points = self.random.sample(KEY_POINTS, self.random.randint(1, 3))
        id_ = self.learner.answer(*key_points, seconds=self.random.random() * 90)
        self.answers[id_] = Told(self.clock.now)
        self.act(id_)

    def judge(self) -> None:
        if self.answers:
            answer = self.any_of(self.answers)
            ratings = self.any_ratings()
            verdict = self.learner.judge(answer, ratings)
            self.verdicts[verdict] = answer
            self.answers[answer].verdict = {
                key_point: self.learner.judgement(rating) for key_point, rating in ratings.items()
            }
            self.rated(answer, verdict, ratings)

    def overrule(self) -> None:
        if self.verdicts:
            verdict = self.any_of(self.verdicts)
            ratings = self.any_ratings()
            judgements = {key_point: self.random.choice(list(Judgement)) for key_point in ratings}
            id_ = self.log.overrule(verdict, judgements, ratings)
            self.answers[self.verdicts[verdict]].overrules.append((id_, judgements))
            self.rated(self.verdicts[verdict], id_, ratings)
            self.act(id_)

    def rerate(self) -> None:
        if self.answers:
            answer = self.any_of(self.answers)
            ratings = dict([self.any_ratings().popitem()])
            [(key_point, rating)] = ratings.items()
            id_ = self.log.rerate(answer, key_point, rating)
            self.rated(answer, id_, ratings)
            self.act(id_)

    def flag(self) -> None:
        question = self.random.choice(["q1", "q2", "q3"])
        id_ = self.log.flag(question, question="?", reason="vague")
        self.flags[id_] = question
        self.act(id_)

    def skip(self) -> None:
        self.act(self.log.skip(self.learner.session, "leak", "q1"))

    def read(self) -> None:
        self.log.add_reading("mle", "evaluation", self.random.choice([0.0, 0.0001, 30.5]), 0.5)

    def undo(self) -> None:
        action = self.log.undo()
        assert (action.id if action else None) == (self.done[-1] if self.done else None)
        if self.done:
            self.undone.append(self.done.pop())

    def redo(self) -> None:
        action = self.log.redo()
        assert (action.id if action else None) == (self.undone[-1] if self.undone else None)
        if self.undone:
            self.done.append(self.undone.pop())

    def act(self, id_: str) -> None:
        self.done.append(id_)
        self.undone.clear()

    def rated(self, answer: str, source: str, ratings: dict[str, Rating]) -> None:
        told = self.answers[answer].ratings
        told += [(source, key_point, rating) for key_point, rating in ratings.items()]

    def any_of(self, things: Mapping[str, object]) -> str:
        # Mostly something recent, as in life, but anything may be corrected.
        names = list(things)
        return self.random.choice(names[-3:] if self.random.random() < 0.7 else names)

    def any_ratings(self) -> dict[str, Rating]:
        key_points = self.random.sample(KEY_POINTS, self.random.randint(1, 3))
        return {key_point: self.random.choice(list(Rating)) for key_point in key_points}

    def effective(self) -> Iterator[tuple[Told, dict[str, Rating]]]:
        """Each answer that holds with the ratings that hold, in the order of answering."""
        for id_, told in self.answers.items():
            if id_ in self.done:
                yield (
                    told,
                    {
                        key_point: rating
                        for source, key_point, rating in told.ratings
                        if source in self.done or source in self.verdicts
                    },
                )

    def overrules(self) -> dict[date, tuple[int, int]]:
        """Return, by day, the answers with a verdict, and those whose last one was changed."""
        graded, changed = Counter[date](), Counter[date]()
        for told, _ in self.effective():
            own = {
                key_point: judgement
                for source, judgements in told.overrules
                if source in self.done
                for key_point, judgement in judgements.items()
            }
            day = told.at.date()
            graded[day] += bool(told.verdict)
            changed[day] += any(
                own.get(key_point, given) is not given for key_point, given in told.verdict.items()
            )
        return {day: (count, changed[day]) for day, count in graded.items() if count}

    def cards(self) -> dict[str, fsrs.Card]:
        scheduler = fsrs.Scheduler(enable_fuzzing=False)
        cards: dict[str, fsrs.Card] = {}
        for told, ratings in self.effective():
            at = told.at.astimezone(UTC)
            for key_point, rating in ratings.items():
                card = cards.get(key_point) or fsrs.Card(card_id=0, due=at)
                cards[key_point], _ = scheduler.review_card(card, rating, at)
        return cards

    def agrees(self) -> None:
        """Compare what the log says with the account kept here."""
        kept = {
            key: (card.state, card.step, card.stability, card.difficulty, card.due)
            for key, card in self.log.cards("mle").items()
        }
        assert kept == {
            key: (card.state, card.step, card.stability, card.difficulty, card.due)
            for key, card in self.cards().items()
        }
        days = Counter(told.at.date() for told, _ in self.effective())
        assert self.log.answers_per_day(date(1, 1, 1), date(9999, 1, 1)) == days
        assert self.log.overrules_per_day(date.min) == self.overrules()
        entries = self.log.entries(limit=10_000)
        assert [entry.id for entry in entries] == [
            id_ for id_ in reversed(self.answers) if id_ in self.done
        ]
        assert [entry.ratings for entry in reversed(entries)] == [
            ratings for _, ratings in self.effective()
        ]
        assert self.log.flagged() == {
            question for id_, question in self.flags.items() if id_ in self.done
        }
        last, undone = self.log.last_action(), self.log.last_undone()
        assert (last.id if last else None) == (self.done[-1] if self.done else None)
        assert (undone.id if undone else None) == (self.undone[-1] if self.undone else None)


def derived(log: StudyLog) -> dict[str, list[tuple[object, ...]]]:
    """Return everything that is derived from a log."""
    return {
        table: sorted(log._db.execute(f"SELECT * FROM {table}").fetchall(), key=repr)
        for table in PROJECTIONS
    }


@pytest.mark.parametrize("seed", range(12))
def test_after_any_history_the_log_says_what_happened(
    learner: Learner, clock: Clock, seed: int
) -> None:
    model = Model(learner, clock, seed)
    for _ in range(12):
        for _ in range(10):
            model.step()
        model.agrees()
        assert model.log.check() == []
    kept = derived(model.log)
    model.log.rebuild()
    assert derived(model.log) == kept
    model.agrees()


@pytest.mark.parametrize("seed", range(4))
def test_two_laptops_that_merge_agree_whoever_merges_first(
    tmp_path: Path, clock: Clock, new_learner: type[Learner], seed: int
) -> None:
    files = [tmp_path / "home.sqlite3", tmp_path / "work.sqlite3"]
    with StudyLog.open(files[0], clock=clock) as log:
        model = Model(new_learner(log), clock, seed)
        for _ in range(30):
            model.step()
        log.backup(files[1])
    with StudyLog.open(files[0], clock=clock) as home, StudyLog.open(files[1], clock=clock) as work:
        models = [
            Model(new_learner(log), clock, 100 * seed + i) for i, log in enumerate((home, work))
        ]
        for model in models:
            model.undo = model.redo = lambda: None  # type: ignore[method-assign]
        for _ in range(40):
            for model in models:
                model.step()
        added = [home.merge(files[1]), work.merge(files[0])]
        assert min(added) > 20
        assert home.entries(limit=1000) == work.entries(limit=1000)
        assert home.cards("mle") == work.cards("mle")
        assert home.last_action() == work.last_action()
        assert (home.check(), work.check()) == ([], [])
        assert (home.merge(files[1]), work.merge(files[0])) == (0, 0)


@pytest.mark.parametrize(
    ("tampering", "table"),
    [
        ("UPDATE card SET reps = reps + 1", "card"),
        ("DELETE FROM card", "card"),
        ("UPDATE day SET milliseconds = milliseconds + 1", "day"),
        ("DELETE FROM day", "day"),
        ("UPDATE skill_total SET answers = answers + 1", "skill_total"),
        ("UPDATE day_total SET overruled = overruled + 1", "day_total"),
        ("DELETE FROM day_total", "day_total"),
        ("UPDATE milestone SET stability = 9", "milestone"),
        ("UPDATE milestone SET answer = answer || '0'", "milestone"),
        ("INSERT INTO undone SELECT id, id FROM answer", "undone"),
    ],
)
def test_a_check_finds_what_does_not_follow_from_the_log_and_a_rebuild_mends_it(
    tmp_path: Path, clock: Clock, new_learner: type[Learner], tampering: str, table: str
) -> None:
    file = tmp_path / "log.sqlite3"
    with StudyLog.open(file, clock=clock) as log:
        learner = new_learner(log)
        for _ in range(STRIDE + 1):
            learner.review()
        with closing(Database(file)) as db:
            db.execute(tampering)
        assert f"The table {table} does not follow from the log." in log.check()
        log.rebuild()
        assert log.check() == []


@pytest.mark.parametrize("seed", range(4))
def test_what_was_answered_long_ago_can_be_corrected(
    log: StudyLog, learner: Learner, clock: Clock, seed: int
) -> None:
    random = Random(seed)
    given = []
    for _ in range(5 * STRIDE + 2):
        clock.forward(days=random.choice([0.001, 1, 9]))
        given.append(learner.review("leak", random.choice(list(Rating))))
    assert log._db.table("milestone").count == 5
    for _ in range(12):
        clock.forward(days=1)
        answer, verdict = random.choice(given)
        rating = random.choice(list(Rating))
        if random.random() < 0.5:
            log.rerate(answer, "leak", rating)
        else:
            log.overrule(verdict, {"leak": Judgement.PARTLY}, {"leak": rating})
        if random.random() < 0.3:
            log.undo()
        kept = derived(log)
        log.rebuild()
        assert derived(log) == kept


def test_milestones_that_are_missing_are_set_again(log: StudyLog, learner: Learner) -> None:
    for _ in range(3 * STRIDE):
        learner.review("leak", Rating.Hard)
    log._db.execute("DELETE FROM milestone")
    assert log.check() == []
    learner.review("leak", Rating.Good)
    kept = derived(log)
    assert len(kept["milestone"]) == 3
    log.rebuild()
    assert derived(log) == kept


def test_what_is_left_after_an_undo_is_due_by_the_desired_retention_of_now(
    log: StudyLog, learner: Learner, clock: Clock
) -> None:
    for _ in range(STRIDE):
        learner.review("leak", Rating.Easy)
        clock.forward(days=20)
    before = log.card("mle", "leak")
    learner.review("leak", Rating.Good)
    log.reschedule(0.8)
    log.undo()
    assert before is not None
    left = log.card("mle", "leak")
    assert left is not None
    assert left.due > before.due
    assert left.reps == STRIDE
    assert log.check() == []


def test_a_check_finds_a_row_that_refers_to_nothing(tmp_path: Path, clock: Clock) -> None:
    file = tmp_path / "log.sqlite3"
    with StudyLog.open(file, clock=clock) as log:
        with closing(Database(file)) as db:
            db.execute("INSERT INTO session_end VALUES ('1', '2026-03-02', 'nowhere')")
        assert log.check() == ["A row of session_end refers to a row of session that is missing."]


def test_a_new_desired_retention_takes_effect_when_the_log_is_opened(
    tmp_path: Path, clock: Clock, new_learner: type[Learner]
) -> None:
    file = tmp_path / "log.sqlite3"
    with StudyLog.open(file, clock=clock) as log:
        learner = new_learner(log)
        for _ in range(3):
            learner.review("leak", Rating.Easy)
            clock.forward(days=15)
        usual = log.card("mle", "leak")
    with StudyLog.open(file, clock=clock, desired_retention=0.97) as log:
        stricter = log.card("mle", "leak")
        assert log.check() == []
    assert usual is not None
    assert stricter is not None
    assert stricter.due < usual.due
    assert stricter.stability == usual.stability


def test_a_new_desired_retention_can_be_set_while_the_log_is_open(
    log: StudyLog, learner: Learner
) -> None:
    learner.review("leak", Rating.Easy)
    usual = log.card("mle", "leak")
    log.reschedule(0.97)
    stricter = log.card("mle", "leak")
    assert usual is not None
    assert stricter is not None
    assert stricter.due < usual.due
    assert log.check() == []
    log.undo()
    log.redo()
    assert log.card("mle", "leak") == stricter


def test_cards_computed_with_other_rules_are_computed_anew(
    tmp_path: Path, clock: Clock, new_learner: type[Learner]
) -> None:
    file = tmp_path / "log.sqlite3"
    with StudyLog.open(file, clock=clock) as log:
        new_learner(log).review()
    with closing(Database(file)) as db:
        db.execute("UPDATE basis SET rules = 'of an earlier version'")
        db.execute("UPDATE card SET stability = 0")
    with StudyLog.open(file, clock=clock) as log:
        assert log.check() == []
