"""Undo and redo of what is in the study log, each told with the way back."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.quiz.session import QuizSession
from app.workspace import Workspace
from tests.conftest import Clock
from ui.messages import Message, Messages, Offer
from ui.taking_back import TakingBack


class Scene:
    """A learner who has answered two questions, and what is said to them."""

    def __init__(self, workspace: Workspace, clock: Clock) -> None:
        self.workspace = workspace
        self.clock = clock
        self.said: list[str] = []
        self.offers: list[Offer | None] = []
        self.undone_in_session = 0
        self.open_session: QuizSession | None = None
        messages = Messages(clock)
        messages.said.connect(self._hear)
        self.messages = messages
        self.taking_back = TakingBack(
            workspace,
            messages,
            session=lambda: self.open_session,
            undo_in_session=self._undo_in_session,
        )
        self.session = workspace.start_quiz(count=3, answer_format="choice")
        self.session.follow_up_misses = False
        for _ in range(2):
            question = self.session.advance()
            assert question is not None
            self.session.choose(question.right_option)
            clock.advance(seconds=20)

    def answers(self) -> int:
        return len(self.workspace.log.entries())

    def _hear(self, message: Message, offer: Offer | None) -> None:
        self.said.append(message.text)
        self.offers.append(offer)

    def _undo_in_session(self) -> None:
        self.undone_in_session += 1
        self.session.undo()


@pytest.fixture
def scene(workspace: Workspace, clock: Clock) -> Scene:
    return Scene(workspace, clock)


def test_the_last_answer_is_taken_back_and_named(scene: Scene) -> None:
    question = scene.workspace.log.entries()[0].answer.question
    scene.taking_back.undo()
    assert scene.answers() == 1
    assert scene.said[0].startswith("Undone: the answer: “")
    assert question[:30] in scene.said[0]
    assert len(scene.said[0]) < 130


def test_the_offer_brings_it_back(scene: Scene) -> None:
    scene.taking_back.undo()
    offer = scene.offers[0]
    assert offer is not None
    assert offer.text == "Redo"
    offer.run()
    assert scene.answers() == 2
    assert scene.said[1].startswith("Redone: the answer")
    again = scene.offers[1]
    assert again is not None
    assert again.text == "Undo"


def test_whoever_shows_the_log_is_told(scene: Scene, qtbot: QtBot) -> None:
    with qtbot.waitSignal(scene.taking_back.done):
        scene.taking_back.undo()
    with qtbot.waitSignal(scene.taking_back.done):
        scene.taking_back.redo()


def test_nothing_to_take_back_is_said(scene: Scene) -> None:
    for _ in range(3):
        scene.taking_back.undo()
    assert scene.answers() == 0
    assert scene.said[-1] == "There is nothing to undo."
    for _ in range(3):
        scene.taking_back.redo()
    assert scene.answers() == 2
    assert scene.said[-1] == "There is nothing to redo."


def test_a_session_takes_back_its_own_answers(scene: Scene) -> None:
    scene.open_session = scene.session
    scene.taking_back.undo()
    assert scene.undone_in_session == 1
    assert scene.answers() == 1
    assert scene.session.current is not None


def test_what_is_asked_again_is_not_brought_back_as_well(scene: Scene) -> None:
    scene.open_session = scene.session
    scene.taking_back.undo()
    scene.taking_back.redo()
    assert scene.said[-1] == "This question is being asked again. Answer it, or skip it."
    assert scene.answers() == 1


def test_a_session_leaves_what_was_done_before_it_to_the_log(scene: Scene) -> None:
    scene.session.finish()
    other = scene.workspace.start_quiz(count=1, answer_format="choice")
    other.advance()
    scene.open_session = other
    scene.taking_back.undo()
    assert scene.undone_in_session == 0
    assert scene.answers() == 1


def test_a_log_that_cannot_be_written_is_told_and_nothing_is_offered(scene: Scene) -> None:
    scene.workspace.log._db.execute("PRAGMA query_only = 1")
    scene.taking_back.undo()
    scene.workspace.log._db.execute("PRAGMA query_only = 0")
    assert "cannot be written" in scene.said[-1]
    assert scene.offers[-1] is None
    assert scene.answers() == 2
