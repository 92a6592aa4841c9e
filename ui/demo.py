"""A workspace with weeks of plausible study in it, for pictures of the window."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.model.protocol import EngineInfo, EngineState, Prompt, Sampling, Scored
from app.paths import Paths
from app.quiz.session import QuizSession
from app.study.records import Format, Judgement
from app.workspace import Workspace

NOW = datetime(2026, 5, 20, 16, 30, tzinfo=UTC)
DAYS = 75
FEEDBACK = (
    "You name the trade-off but not where it comes from. Read once more what is stored for each "
    "group of weights, and why one outlier coarsens the steps for all of its neighbours."
)
_ODDS: tuple[tuple[Judgement, float], ...] = (
    (Judgement.COVERED, 0.68),
    (Judgement.PARTLY, 0.16),
    (Judgement.MISSED, 0.12),
    (Judgement.CONTRADICTED, 0.04),
)


class DemoClock:
    """A clock that stands where it is set."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """Return the time."""
        return self.now


class DemoStream:
    """Gives out prepared words."""

    def __init__(self, text: str) -> None:
        self._pieces = iter(text.split(" "))

    def __iter__(self) -> Iterator[str]:
        """Return itself."""
        return self

    def __next__(self) -> str:
        """Return the next word."""
        return next(self._pieces) + " "

    def cancel(self) -> None:
        """Give out no more words."""
        self._pieces = iter(())


class DemoEngine:
    """Stands in for a model in pictures: it finds some truth in every answer."""

    state = EngineState.READY
    failure = None

    def __init__(self, name: str, path: Path, claims: Set[str]) -> None:
        self.path = path
        self._claims = claims
        self._name = name
        path.write_bytes(b"GGUF")  # enough for the page Models to see a file

    def generate(
        self, prompt: Prompt, sampling: Sampling, schema: Mapping[str, object] | None = None
    ) -> DemoStream:
        """Return the prepared feedback."""
        return DemoStream(FEEDBACK)

    def score(self, prefix: Prompt, continuations: Sequence[str]) -> list[Scored]:
        """Return that an answer is closest to the claim that it is shown, and not too sure."""
        shown = "\n".join(message.content for message in prefix.messages)
        right = {
            text for text in continuations for c in self._claims if f"{text}. {c}" in f" {shown}"
        }
        return [Scored(text, -1.4 if text in right else -1.8, 1) for text in continuations]

    def prefill(self, prefix: Prompt) -> None:
        """Do nothing."""

    def info(self) -> EngineInfo:
        """Return what a real engine would say."""
        return EngineInfo(self._name, self.path, None, 8192, 4, 62.0, 14.0, "0.3.36")

    def on_change(self, callback: object) -> object:
        """Return a disposer; nothing ever changes."""
        return lambda: None

    def start(self) -> None:
        """Do nothing."""

    def cancel(self) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Do nothing."""


def make_demo(folder: Path) -> tuple[Workspace, DemoClock]:
    """Make a workspace in a folder and study in it for some weeks, without a model."""
    clock = DemoClock(NOW - timedelta(days=DAYS))
    rng = random.Random(7)  # noqa: S311 - plausible, not secret
    workspace = Workspace(Paths(folder / "data", folder / "models"), clock=clock, rng=rng)
    for day in range(DAYS):
        clock.now = NOW - timedelta(days=DAYS - day, minutes=rng.randrange(0, 400))
        if rng.random() < 0.62:
            _study(workspace, clock, rng, count=rng.choice((4, 6, 8, 10, 14)))
            _read(workspace, rng)
    clock.now = NOW
    return workspace, clock


def _study(workspace: Workspace, clock: DemoClock, rng: random.Random, count: int) -> None:
    session = workspace.start_quiz(count=count)
    while session.advance() is not None:
        clock.now += timedelta(seconds=rng.randrange(25, 110))
        _answer(session, rng)


def _answer(session: QuizSession, rng: random.Random) -> None:
    question = session.current
    if question is None:
        return
    if question.format is Format.CHOICE:
        wrong = [i for i, option in enumerate(question.options) if not option.right]
        session.choose(question.right_option if rng.random() < 0.8 else rng.choice(wrong))
        return
    judgement = rng.choices([kind for kind, _ in _ODDS], [odds for _, odds in _ODDS])[0]
    text = question.model_answer if judgement is Judgement.COVERED else "I am not sure."
    session.rate_self(text, {point.id: judgement for point in question.key_points})


def _read(workspace: Workspace, rng: random.Random) -> None:
    transition = workspace.transition
    skill = rng.choice(transition.skills).slug
    workspace.log.add_reading(transition.slug, skill, rng.uniform(120, 900), rng.random())
