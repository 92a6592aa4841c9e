"""What was started and left to itself is told wherever the learner is by then."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.model.catalogue import CatalogueEntry
from app.model.fetch_errors import FetchCause, FetchError
from app.workspace import Workspace
from tests.conftest import Clock
from tests.helpers.calibrations import certified
from ui.fetching import Fetching
from ui.measuring import Measuring
from ui.messages import Messages
from ui.notices import Notices
from ui.task import running_tasks


class Scene:
    """Work behind the page, and what is said of it."""

    def __init__(self, workspace: Workspace, clock: Clock) -> None:
        self.fetching = Fetching(workspace)
        self.measuring = Measuring(workspace)
        self.messages = Messages(clock)
        self.notices = Notices(workspace, self.messages, self.fetching, self.measuring)

    def said(self) -> list[tuple[str, str]]:
        return [(message.text, message.tone) for message in self.messages.all]


@pytest.fixture
def scene(workspace: Workspace, clock: Clock, qtbot: QtBot) -> Iterator[Scene]:
    made = Scene(workspace, clock)
    yield made
    made.fetching.cancel()
    qtbot.waitUntil(lambda: not running_tasks(), timeout=10_000)


def test_a_model_that_arrived(scene: Scene, wants_small: CatalogueEntry, qtbot: QtBot) -> None:
    with qtbot.waitSignal(scene.fetching.model_arrived, timeout=10_000):
        scene.fetching.start(wants_small)
    assert scene.said() == [("Small is on this computer now.", "good")]


def test_a_fetch_that_failed_is_told_once(scene: Scene) -> None:
    scene.fetching.error = FetchError(FetchCause.NO_SPACE, "2 GB are missing.")
    for _ in range(3):
        scene.fetching.changed.emit()
    [(text, tone)] = scene.said()
    assert text.startswith("There is not enough free space for this model. Free some space")
    assert tone == "bad"


def test_a_model_that_was_measured(scene: Scene, workspace: Workspace) -> None:
    scene.measuring.certified.emit()
    assert scene.said() == []  # there is none after all
    workspace.engine = object()  # type: ignore[assignment]
    workspace.certified = certified()
    scene.measuring.certified.emit()
    workspace.engine = None
    [(text, _tone)] = scene.said()
    assert "was measured as a grader." in text
