"""Studies without pause until it is killed, and prints the id of every answer that was saved.

Run as ``python child_writer.py FILE SEED [COUNT]``.
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path
from random import Random

from fsrs import Rating

from app.study import (
    Answer,
    Format,
    Grader,
    Judgement,
    Origin,
    PointVerdict,
    SessionKind,
    StudyLog,
    Verdict,
)


def study(log: StudyLog, random: Random, rounds: int | None) -> None:
    """Answer again and again, with all that follows an answer."""
    session = log.begin_session(
        kind=SessionKind.TODAY, transition="mle", skill=None, planned=rounds or 10
    )
    for number in range(rounds) if rounds is not None else count():
        key_points = tuple(random.sample(["leak", "split", "drift"], 2))
        text = f"answer {number} " * random.choice([1, 10, 500])
        answer = log.add_answer(
            Answer(
                session=session,
                transition="mle",
                skill="evaluation",
                key_points=key_points,
                question="Why?",
                question_id="leak/0",
                origin=Origin.AUTHORED,
                format=Format.SHORT,
                text=text,
                seconds=random.random() * 60,
            )
        )
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()
        ratings = {key_point: random.choice(list(Rating)) for key_point in key_points}
        points = tuple(PointVerdict(key_point, Judgement.PARTLY, 0.5) for key_point in key_points)
        verdict = Verdict(answer, points, 0.5, 0.5, Grader.ENGINE, "tiny")
        id_ = log.add_verdict(verdict, ratings)
        what = random.random()
        if what < 0.2:
            log.overrule(id_, dict.fromkeys(ratings, Judgement.COVERED), ratings)
        elif what < 0.4:
            log.undo()
        elif what < 0.5:
            log.redo()


if __name__ == "__main__":
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    with StudyLog.open(Path(sys.argv[1])) as opened:
        study(opened, Random(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else None)
