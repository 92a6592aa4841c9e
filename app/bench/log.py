"""The study log with up to a million reviews, against Anki's library with as many."""

from __future__ import annotations

import itertools
import os
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from app.bench.anki import RELEASE, Anki, NotMeasuredError, anki_python
from app.bench.learner import Clock, Subject
from app.bench.log_file import log_file
from app.bench.pages import read_progress, read_today
from app.bench.registry import Bench
from app.bench.report import Figure, Goal, Row
from app.bench.timing import WARMING, milliseconds
from app.content.library import Library
from app.paths import Paths
from app.quiz.rating import ratings
from app.study.log import StudyLog
from app.study.records import (
    Answer,
    Format,
    Grader,
    Judgement,
    Origin,
    PointVerdict,
    SessionKind,
    Verdict,
)
from app.workspace import Workspace, load_library

RUNS = 40
QUICK_RUNS = 3
RIVAL = "Anki"


@dataclass(frozen=True)
class Case:
    """A log of so many reviews in so many transitions, each as large as the one that ships."""

    reviews: int
    transitions: int = 1
    suffix: str = ""


CASES = (Case(10_000), Case(100_000), Case(1_000_000), Case(1_000_000, 100, ".many"))
QUICK_CASES = (Case(1_000), Case(2_000, 2, ".many"))
GOALS_FROM = 1_000_000
"""Reviews from which on the goals are meant; smaller logs show what grows."""


@dataclass(frozen=True)
class Operation:
    """Something that is done with a log; ``theirs`` is what it is called in `Anki`."""

    name: str
    what: str
    theirs: str
    goal: Goal | None = None


OPERATIONS = (
    Operation("open", "open the log", "reopen", Goal(50)),
    Operation("save", "save an answer, synced", "answer", Goal(1, "ratio")),
    Operation("judge", "save verdict and schedule, synced", "answer", Goal(1, "ratio")),
    # Anki has no answer in words to save first; its one commit is each of our two.
    Operation("answer", "both of these, one after the other", "answer"),
    Operation("today", "all data of Today", "today", Goal(5)),
    Operation("progress", "all data of Progress", "progress", Goal(0.2, "ratio")),
    Operation("undo", "undo an answer, synced", "undo", Goal(5)),
)

Samples = defaultdict[str, list[float]]
Times = Callable[[], dict[str, float]]
"""Does some operations once and gives the milliseconds that each took."""


def measure(bench: Bench) -> Iterator[Row]:
    """Measure each operation on logs that grow, beside Anki doing the same in turn."""
    library = load_library(bench.paths)
    reason = ""
    with ExitStack() as stack:
        anki: Anki | None = None
        try:
            anki = stack.enter_context(Anki(bench.anki or anki_python(bench.cache, bench.tell)))
        except NotMeasuredError as error:
            reason = str(error)
        for case in QUICK_CASES if bench.quick else CASES:
            try:
                samples = _measure(bench, library, case, anki)
            except NotMeasuredError as error:
                anki, reason = None, str(error)
                samples = _measure(bench, library, case, None)
            yield from _rows(case, _subjects(library, case), samples, reason)


def _measure(bench: Bench, library: Library, case: Case, anki: Anki | None) -> Samples:
    subjects = _subjects(library, case)
    made = log_file(bench.cache, subjects, case.reviews, bench.tell)
    cards = sum(len(subject.points) for subject in subjects)
    runs = QUICK_RUNS if bench.quick else RUNS
    # What is measured is a copy; theirs and ours are on one file system and meet the same disk.
    with TemporaryDirectory(dir=bench.cache, prefix="log-") as temporary:
        paths = Paths(Path(temporary, "data"), Path(temporary, "models"))
        paths.make()
        _copy(made, paths.database)
        if anki is not None:
            collection = bench.cache / f"anki-{anki.version}-{case.reviews}-{cards}.anki2"
            if not collection.exists():
                bench.tell(f"making a collection of Anki with {case.reviews:,} reviews, once")
            anki.collection(collection, case.reviews, cards)
            _copy(collection, Path(temporary, "collection.anki2"))
            anki.open(Path(temporary, "collection.anki2"))
        bench.tell(f"measuring {case.reviews:,} reviews of {cards:,} key points")
        clock = Clock()
        samples = Samples(list)
        _take_turns(samples, runs, lambda: {"open": _opened(paths.database, clock)}, anki)
        with closing(Workspace(paths, clock=clock)) as workspace:
            [latest] = workspace.log.entries(limit=1)
            clock.now = latest.at + timedelta(hours=12)
            learner = _Learner(workspace, clock)
            for does in (learner.look_at_today, learner.look_at_progress, learner.answer_and_undo):
                _take_turns(samples, runs, does, anki)
        if anki is not None:
            anki.close_collection()
    return samples


class _Learner:
    """Does with a workspace what is measured."""

    def __init__(self, workspace: Workspace, clock: Clock) -> None:
        self._workspace = workspace
        self._log = workspace.log
        self._clock = clock
        self._transition = workspace.transition.slug
        self._points = itertools.cycle(workspace.library.key_points(self._transition))
        self._session = self._log.begin_session(
            kind=SessionKind.TODAY, transition=self._transition, skill=None, planned=10
        )

    def look_at_today(self) -> dict[str, float]:
        """Ask for what the page Today shows."""
        return {"today": milliseconds(lambda: read_today(self._workspace))}

    def look_at_progress(self) -> dict[str, float]:
        """Ask for what the page Progress shows."""
        return {"progress": milliseconds(lambda: read_progress(self._workspace))}

    def answer_and_undo(self) -> dict[str, float]:
        """Answer twice, which leaves something behind, and take the second answer back."""
        self._answer()
        return {**self._answer(), "undo": milliseconds(self._log.undo)}

    def _answer(self) -> dict[str, float]:
        point = next(self._points)
        self._clock.wait(30)
        answer = Answer(
            session=self._session,
            transition=self._transition,
            skill=point.skill,
            key_points=(point.id,),
            question=point.questions[0].text,
            question_id=f"{point.id}/q1",
            origin=Origin.AUTHORED,
            format=Format.SHORT,
            text=point.answer,
            seconds=30.0,
        )
        judged = (PointVerdict(point.id, Judgement.PARTLY, 0.9),)
        started = perf_counter()
        id_ = self._log.add_answer(answer)
        saved = perf_counter()
        verdict = Verdict(id_, judged, 0.5, 0.9, Grader.ENGINE, "model")
        self._log.add_verdict(verdict, ratings(judged))
        done = perf_counter()
        return {
            "save": (saved - started) * 1000,
            "judge": (done - saved) * 1000,
            "answer": (done - started) * 1000,
        }


def _take_turns(samples: Samples, runs: int, does: Times, anki: Anki | None) -> None:
    """Do something of ours and the same in Anki in turn; the first times do not count."""
    for run in range(-WARMING, runs):
        ours = does()
        theirs = {}
        for name in dict.fromkeys(each.theirs for each in OPERATIONS if each.name in ours):
            if anki is not None:
                theirs[name] = anki.milliseconds(name)
        if run >= 0:
            for name, value in ours.items():
                samples[name].append(value)
            for name, value in theirs.items():
                samples[f"{RIVAL}.{name}"].append(value)


def _opened(file: Path, clock: Clock) -> float:
    started = perf_counter()
    with StudyLog.open(file, clock=clock):
        return (perf_counter() - started) * 1000


def _rows(case: Case, subjects: list[Subject], samples: Samples, reason: str) -> Iterator[Row]:
    cards = sum(len(subject.points) for subject in subjects)
    for each in OPERATIONS:
        theirs = samples.get(f"{RIVAL}.{each.theirs}")
        yield Row(
            name=f"log.{each.name}.{case.reviews}{case.suffix}",
            what=f"{each.what}: {case.reviews:,} reviews, {cards:,} key points",
            unit="ms",
            measured=Figure.of(samples[each.name]),
            against=Figure.of(theirs) if theirs else None,
            rival=f"{RIVAL} {RELEASE}",
            goal=each.goal if case.reviews >= GOALS_FROM else None,
            note="" if theirs else f"Anki was not measured: {reason}",
        )


def _subjects(library: Library, case: Case) -> list[Subject]:
    transition = next(iter(library.transitions.values()))
    return Subject.of(transition, library.key_points(transition.slug), case.transitions)


def _copy(source: Path, target: Path) -> None:
    """Copy a file and wait until the disk has it, so that no later write waits for that."""
    shutil.copyfile(source, target)
    with target.open("rb+") as file:
        os.fsync(file.fileno())
