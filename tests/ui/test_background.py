"""Work in the background is known in one place, and paused in one place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.power import Obstacle, Power
from app.workspace import Workspace
from ui.background import Background, Doing, Kind, obstacle_words

MAINS, BATTERY, LOW = Power(True, 80), Power(False, 60), Power(False, 12)


class Socket:
    """Where the power comes from; a test pulls the plug."""

    def __init__(self) -> None:
        self.power = MAINS
        self.looks = 0

    def __call__(self) -> Power:
        self.looks += 1
        return self.power


@pytest.fixture
def socket() -> Socket:
    return Socket()


@pytest.fixture
def background(workspace: Workspace, socket: Socket) -> Iterator[Background]:
    made = Background(workspace, power=socket, look_every=10)
    yield made
    made.stop()


@pytest.fixture
def told(background: Background) -> list[bool]:
    """Give whether something may be done, each time that this has become another."""
    heard: list[bool] = []
    background.permission_changed.connect(lambda: heard.append(background.may_run()))
    return heard


def test_at_first_everything_may_be_done(background: Background, workspace: Workspace) -> None:
    assert workspace.settings.background_work == "on"
    assert background.obstacle is None
    assert background.may_run()
    assert background.tasks == {}


def test_pausing_stops_it_and_resuming_lets_it_go_on(
    background: Background, told: list[bool]
) -> None:
    background.pause()
    assert background.is_paused
    assert background.obstacle is Obstacle.PAUSED
    background.resume()
    assert background.obstacle is None
    assert told == [False, True]


def test_who_pauses_also_pauses_what_they_asked_for(background: Background) -> None:
    background.pause()
    assert not background.may_run(asked=True)


def test_below_a_level_of_the_battery_nothing_is_done_even_if_asked(
    background: Background, socket: Socket, told: list[bool], qtbot: QtBot
) -> None:
    socket.power = LOW
    qtbot.waitUntil(lambda: told == [False])
    assert background.obstacle is Obstacle.LOW_BATTERY
    assert not background.may_run(asked=True)
    socket.power = MAINS
    qtbot.waitUntil(lambda: told == [False, True])


def test_what_holds_at_the_start_is_told_when_it_ends(
    background: Background, socket: Socket, told: list[bool]
) -> None:
    socket.power = LOW
    assert not background.may_run()
    socket.power = MAINS
    background.look()
    assert told == [True]


def test_the_level_is_the_learners_choice(
    background: Background, socket: Socket, workspace: Workspace, told: list[bool]
) -> None:
    socket.power = LOW
    background.look()
    workspace.change_settings(battery_level=10)
    background.look()
    assert told == [False, True]


def test_on_battery_what_was_asked_for_is_done_where_only_the_mains_were_chosen(
    background: Background, socket: Socket, workspace: Workspace
) -> None:
    workspace.change_settings(background_work="mains")
    socket.power = BATTERY
    background.look()
    assert background.obstacle is Obstacle.ON_BATTERY
    assert not background.may_run()
    assert background.may_run(asked=True)


def test_off_is_off_but_for_what_was_asked_for(
    background: Background, workspace: Workspace
) -> None:
    workspace.change_settings(background_work="off")
    background.look()
    assert not background.may_run()
    assert background.may_run(asked=True)


def test_permission_is_told_only_where_it_changes(
    background: Background, socket: Socket, told: list[bool]
) -> None:
    for charge in (90, 70, 40):
        socket.power = Power(False, charge)
        background.look()
    assert told == []


def test_what_is_done_is_known_in_its_order_until_it_ends(
    background: Background, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(background.changed):
        background.note(Kind.CERTIFICATE, "Measuring the model")
    background.note(Kind.QUESTIONS, "Preparing questions")
    background.note(Kind.CERTIFICATE, "Measuring the model", "2 min left")
    assert list(background.tasks.items()) == [
        (Kind.CERTIFICATE, Doing("Measuring the model", "2 min left")),
        (Kind.QUESTIONS, Doing("Preparing questions")),
    ]
    background.note(Kind.CERTIFICATE, "")
    assert list(background.tasks) == [Kind.QUESTIONS]


def test_what_is_known_already_is_not_told_again(background: Background, qtbot: QtBot) -> None:
    background.note(Kind.TUNING, "Measuring the speed")
    background.stop()
    with qtbot.assertNotEmitted(background.changed):
        background.note(Kind.TUNING, "Measuring the speed")
        background.note(Kind.QUESTIONS, "")


def test_after_the_end_nobody_looks_at_the_battery(
    background: Background, socket: Socket, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: socket.looks > 1)
    background.stop()
    before = socket.looks
    qtbot.wait(50)
    assert socket.looks == before


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (Obstacle.PAUSED, "paused by you"),
        (Obstacle.OFF, "background work is off"),
        (Obstacle.ON_BATTERY, "waits for the mains"),
        (Obstacle.LOW_BATTERY, "battery at 12 %"),
    ],
)
def test_every_reason_has_its_words(reason: Obstacle, said: str) -> None:
    assert obstacle_words(reason, LOW) == said
