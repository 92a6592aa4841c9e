"""A workspace with weeks of plausible study in it, for pictures of the window."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.model.catalogue import CatalogueEntry
from app.model.client import installed_version
from app.model.hardware import Hardware
from app.model.tuning import Tuning, TuningStore
from app.paths import Paths
from app.quiz.grading.certificate import Certified
from app.quiz.question import Question
from app.quiz.session import QuizSession
from app.study.records import Confidence, Format, Judgement
from app.workspace import Workspace
from ui.demo_engine import DEMO_FOUND, NOT_SURE, DemoEngine, demo_calibration

NOW = datetime(2026, 5, 20, 16, 30, tzinfo=UTC)
DAYS = 75
_ODDS: tuple[tuple[Judgement, float], ...] = (
    (Judgement.COVERED, 0.68),
    (Judgement.PARTLY, 0.16),
    (Judgement.MISSED, 0.12),
    (Judgement.CONTRADICTED, 0.04),
)
_OVERRULED = 0.08
_FILLED = 0.75


class DemoClock:
    """A clock that stands where it is set."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """Return the time."""
        return self.now


def make_demo(folder: Path) -> tuple[Workspace, DemoClock]:
    """Make a workspace in a folder and study in it for some weeks, with a stand-in for a model."""
    clock = DemoClock(NOW - timedelta(days=DAYS))
    rng = random.Random(7)  # noqa: S311 - plausible, not secret
    workspace = Workspace(Paths(folder / "data", folder / "models"), clock=clock, rng=rng)
    engine = put_engine(workspace)
    for day in range(DAYS):
        clock.now = NOW - timedelta(days=DAYS - day, minutes=rng.randrange(0, 400))
        if rng.random() < 0.62:
            _study(workspace, engine, clock, rng, count=rng.choice((4, 6, 8, 10, 14)))
            _read(workspace, rng)
    clock.now = NOW
    engine.finds = Judgement.PARTLY
    return workspace, clock


def put_engine(workspace: Workspace) -> DemoEngine:
    """Put a stand-in for the default model into a workspace, with that model's certificate."""
    entry = workspace.catalogue.default
    path = workspace.paths.models / entry.file
    path.write_bytes(b"GGUF")  # enough for the page Models to see a file
    workspace.choose_engine()
    known = workspace.certificate()
    if known is None:
        raise RuntimeError(f"no certificate ships for {entry.name}, or SEGUE_MODEL names another")
    if workspace.engine is not None:
        workspace.engine.close()
    engine = DemoEngine(entry.name, path)
    # It answers like a local engine as far as the window asks.
    workspace.engine = engine  # type: ignore[assignment]
    workspace.certified = Certified(demo_calibration(), known)
    keep_speed(workspace, entry, path)
    return engine


def keep_speed(workspace: Workspace, entry: CatalogueEntry, path: Path) -> None:
    """Keep a speed of the stand-in, as if it had been measured on this machine."""
    store = TuningStore(workspace.paths.tuning, Hardware.here(), installed_version())
    tuning = Tuning(
        model=entry.name,
        size=entry.size or path.stat().st_size,
        hardware=store.hardware,
        llama_cpp=store.llama_cpp,
        measured_on=workspace.clock().date().isoformat(),
        found=DEMO_FOUND,
    )
    store.keep(path, tuning)


def _study(
    workspace: Workspace, engine: DemoEngine, clock: DemoClock, rng: random.Random, count: int
) -> None:
    session = workspace.start_quiz(count=count)
    while (question := session.advance()) is not None:
        clock.now += timedelta(seconds=rng.randrange(25, 110))
        session.feel(rng.choice(tuple(Confidence)))
        if question.gaps:
            session.fill(
                [gap.text if rng.random() < _FILLED else NOT_SURE for gap in question.gaps]
            )
        elif question.format is Format.CHOICE:
            wrong = [i for i, option in enumerate(question.options) if not option.right]
            session.choose(question.right_option if rng.random() < 0.8 else rng.choice(wrong))
        else:
            engine.finds = rng.choices([kind for kind, _ in _ODDS], [odds for _, odds in _ODDS])[0]
            _answer(session, question, engine.finds, rng)


def _answer(session: QuizSession, question: Question, found: Judgement, rng: random.Random) -> None:
    text = {
        Judgement.COVERED: question.model_answer,
        Judgement.PARTLY: half_of(question),
        Judgement.MISSED: f"I am {NOT_SURE}.",
        Judgement.CONTRADICTED: question.key_points[0].misconceptions[0].claim,
    }[found]
    grading = session.submit(text)
    for _ in grading.run():
        pass
    outcome = session.conclude(grading)
    if rng.random() < _OVERRULED:
        better = Judgement.PARTLY if found is Judgement.COVERED else Judgement.COVERED
        session.overrule(outcome, {point.id: better for point in question.key_points})


def half_of(question: Question) -> str:
    """Return half of a good answer."""
    words = question.model_answer.split()
    half = " ".join(words[: len(words) // 2]).rstrip(" ,;:.")
    return f"{half}. Of the rest I am {NOT_SURE}."


def _read(workspace: Workspace, rng: random.Random) -> None:
    transition = workspace.transition
    skill = rng.choice(transition.skills).slug
    workspace.log.add_reading(transition.slug, skill, rng.uniform(120, 900), rng.random())
