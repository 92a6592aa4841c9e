"""Writes a log as this release does, for the tests of all later ones.

``python -m tests.helpers.release_log`` is run once for each new schema, before it is released. What
it wrote is never changed: from then on such files are on people's disks.
"""

from __future__ import annotations

import json
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from fsrs import Rating
from sqlite_utils import Database

from app.content.anchor import Anchor
from app.study import Origin, StudyLog
from app.study.candidates import WordedQuestion
from app.study.marked import Look
from app.study.migrations import SCHEMA_VERSION
from app.study.records import Confidence, Hint
from tests.app.study.conftest import Clock, Learner
from tests.app.study.test_projection import Model
from tests.helpers.log_figures import TRANSITION, figures, go_on

FOLDER = Path(__file__).parents[1] / "app" / "study" / "releases"
_STEPS = 160
_TELL_EVERY = 25
_SESSION_EVERY = 40


def dump(db: Database) -> str:
    """Return a whole database as SQL, with the two numbers that mark a study log and its schema."""
    marks = [
        f"PRAGMA {name} = {db.execute(f'PRAGMA {name}').fetchone()[0]};"
        for name in ("application_id", "user_version")
    ]
    return "\n".join([*db.conn.iterdump(), *marks, ""])


def study(log: StudyLog, clock: Clock) -> None:
    """Do what can be done, in two transitions and some sessions."""
    learner, other = Learner(log), Learner(log, "another")
    model = Model(learner, clock, SCHEMA_VERSION)
    log.add_question("leak", TRANSITION, "What does a leak do?", "tiny", "question-1")
    worded = WordedQuestion(
        TRANSITION, "leak", "why", "Why do leaks matter?", (), "tiny", "question-why/1", 21.5
    )
    log.add_worded(worded)
    log.add_worded(replace(worded, refused_by="is_new", reason="repeats a question"))
    hints = (Hint(1, "It has to do with what was seen before."),)
    missed = learner.answer("leak", hints=hints, confidence=Confidence.CERTAIN)
    learner.judge(missed, {"leak": Rating.Again})
    learner.answer("leak", follows=missed)
    _mark(log, model)
    for number in range(1, _STEPS + 1):
        model.step()
        if number % _TELL_EVERY == 0 and model.verdicts:
            log.add_feedback(list(model.verdicts)[-1], "You left out why.", Origin.MODEL)
        if number % _SESSION_EVERY == 0:
            answer, _ = other.review("elsewhere")
            model.act(answer)
            log.end_session(learner.session)
            learner.session = Learner(log).session


def _mark(log: StudyLog, model: Model) -> None:
    """Do what can be done while reading."""
    anchor = Anchor("keep a test set apart", "Always ", " from the others.", 7)
    mark = log.add_mark(TRANSITION, "evaluation", anchor, Look.AMBER)
    note = log.change_mark(mark, look=Look.BLUE, note="Which others?")
    gone = log.add_mark("", "notes/own.md", Anchor("gone", "", "", 0), Look.GREEN, "a note")
    ticks = [
        log.tick_section(TRANSITION, "evaluation", "why", "0123456789abcdef", is_read=is_read)
        for is_read in (True, False)
    ]
    for action in (mark, note, gone, log.remove_mark(gone), *ticks):
        model.act(action)
    log.add_reading("", "notes/own.md", 61.5, 0.25, 1234.5)


def main() -> int:
    """Write the log of this schema and what is said of it, unless it is there."""
    files = [FOLDER / f"schema-{SCHEMA_VERSION}.{ending}" for ending in ("sql", "json")]
    if any(file.exists() for file in files):
        sys.stderr.write(f"{files[0]} is there; what was released stays as it is.\n")
        return 1
    clock = Clock()
    db = Database(memory=True)
    with closing(StudyLog(db, clock=clock)) as log:
        study(log, clock)
        written = dump(db)
        now = clock.forward(days=1)
        said: dict[str, object] = {"now": now.isoformat(), "before": figures(log, now)}
        go_on(log)
        said["after"] = figures(log, now)
    files[0].write_text(written, encoding="utf-8")
    files[1].write_text(json.dumps(said, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
