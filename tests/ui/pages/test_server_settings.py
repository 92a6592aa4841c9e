"""A model server is used when the learner says so, after seeing what would be sent."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.model.server.keys import SERVICE
from app.settings import load_settings
from app.workspace import Workspace
from tests.helpers.gated_engine import GatedEngine
from tests.helpers.loopback import Loopback, document, models, serving
from tests.helpers.memory_keyring import BrokenKeyring, MemoryKeyring
from ui.pages.quiz.page import why_rate_yourself
from ui.pages.server_settings import ServerSettings
from ui.task import running_tasks
from ui.theme import Theme

NAME = "study.example"


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> MemoryKeyring:
    ring = MemoryKeyring()
    monkeypatch.setattr("keyring.get_keyring", lambda: ring)
    return ring


@pytest.fixture
def loopback() -> Iterator[Loopback]:
    with serving() as told:
        told.on("/v1/models", models("large", "small"))
        yield told


@pytest.fixture
def elsewhere(loopback: Loopback, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of the same server by a name that could be anybody's."""
    real = socket.getaddrinfo

    def look_up(host: str, *args: object, **kwargs: object) -> object:
        return real("127.0.0.1" if host == NAME else host, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return loopback.url.replace("127.0.0.1", NAME)


@pytest.fixture
def page(
    workspace: Workspace, theme: Theme, qtbot: QtBot, ring: MemoryKeyring
) -> Iterator[ServerSettings]:
    made = ServerSettings(workspace, theme)
    qtbot.addWidget(made)
    made.resize(800, 900)
    made.refresh()
    made.show()
    yield made
    qtbot.waitUntil(lambda: not running_tasks(), timeout=10_000)


@pytest.fixture
def enter(page: ServerSettings, qtbot: QtBot) -> Callable[..., None]:
    """Give what types into the fields, presses Connect and waits for the end."""

    def fill(address: str, model: str = "", key: str = "") -> None:
        for field, text in ((page.address, address), (page.model, model), (page.key, key)):
            field.clear()
            qtbot.keyClicks(field, text)
        press(page.connect_button, qtbot)

    return fill


def press(button: object, qtbot: QtBot) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: not running_tasks(), timeout=10_000)
    qtbot.wait(1)


def test_at_first_there_is_none_and_nothing_to_turn_off(page: ServerSettings) -> None:
    assert page.address.text() == ""
    assert page.connect_button.isVisible()
    for part in (page.off_button, page.forget_button, page.status, page.consent):
        assert not part.isVisible()


def test_a_server_on_this_computer_is_connected_without_more_ado(
    page: ServerSettings, enter: Callable[..., None], workspace: Workspace, loopback: Loopback
) -> None:
    enter(f"{loopback.url}/v1", "small")
    assert "Connected: small" in page.status.text()
    assert "rate your short answers yourself" in page.status.text()
    settings, _ = load_settings(workspace.paths.settings_file)
    assert (settings.server, settings.server_model) == (loopback.url, "small")
    assert page.address.text() == loopback.url
    assert page.off_button.isVisible()


def test_a_server_that_does_not_answer_need_not_be_waited_for(
    page: ServerSettings, qtbot: QtBot
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        qtbot.keyClicks(page.address, f"http://127.0.0.1:{silent.getsockname()[1]}")
        qtbot.mouseClick(page.connect_button, Qt.MouseButton.LeftButton)
        assert page.stop_button.isVisible()
        press(page.stop_button, qtbot)
    assert not page.stop_button.isVisible()
    assert page.connect_button.isEnabled()


def test_with_a_model_that_grades_it_is_said_that_it_goes_on_grading(
    page: ServerSettings,
    enter: Callable[..., None],
    engine: GatedEngine,
    loopback: Loopback,
) -> None:
    enter(loopback.url)
    assert "on this computer grades" in page.status.text()


def test_anything_else_asks_once_and_shows_what_would_be_sent(
    page: ServerSettings,
    enter: Callable[..., None],
    workspace: Workspace,
    loopback: Loopback,
    elsewhere: str,
    qtbot: QtBot,
) -> None:
    enter(elsewhere)
    assert page.consent.isVisible()
    assert elsewhere in page.consent.text()
    assert "your answer as you typed it" in page.consent.text()
    assert "The learner answered: (here stands your answer" in page.example.toPlainText()
    assert (loopback.requests, workspace.connections.made) == ([], 0)
    assert workspace.settings.server == ""

    press(page.agree_button, qtbot)
    assert not page.consent.isVisible()
    assert "Connected: large" in page.status.text()
    assert workspace.settings.server_agreed == elsewhere
    assert workspace.connections.made > 0

    press(page.connect_button, qtbot)
    assert not page.consent.isVisible()


def test_who_refuses_sends_nothing(
    page: ServerSettings,
    enter: Callable[..., None],
    workspace: Workspace,
    loopback: Loopback,
    elsewhere: str,
    qtbot: QtBot,
) -> None:
    enter(elsewhere)
    press(page.refuse_button, qtbot)
    assert not page.consent.isVisible()
    assert (loopback.requests, workspace.settings.server) == ([], "")


def test_agreement_is_to_what_was_shown(
    page: ServerSettings, enter: Callable[..., None], elsewhere: str, qtbot: QtBot
) -> None:
    enter(elsewhere)
    qtbot.keyClicks(page.address, "1")
    assert not page.consent.isVisible()


def test_after_turning_it_off_it_is_asked_again(
    page: ServerSettings,
    enter: Callable[..., None],
    workspace: Workspace,
    elsewhere: str,
    qtbot: QtBot,
) -> None:
    enter(elsewhere)
    press(page.agree_button, qtbot)
    press(page.off_button, qtbot)
    assert workspace.server is None
    assert (workspace.settings.server, workspace.settings.server_agreed) == ("", "")
    assert page.address.text() == ""
    assert not page.status.isVisible()
    enter(elsewhere)
    assert page.consent.isVisible()


@pytest.mark.parametrize(
    ("address", "said"),
    [("", "Enter an address"), ("ftp://x", "http:// or https://"), ("http://[", "no address")],
)
def test_what_is_no_address_is_said(
    address: str, said: str, page: ServerSettings, enter: Callable[..., None]
) -> None:
    enter(address)
    assert said in page.status.text()


def test_what_goes_wrong_is_said_with_what_to_do(
    page: ServerSettings, enter: Callable[..., None], loopback: Loopback, qtbot: QtBot
) -> None:
    enter(loopback.url, "huge")
    assert "does not have this model" in page.status.text()
    assert "large, small" in page.status.text()
    assert "Choose one of its models" in page.status.text()
    loopback.on("/v1/models", document({"error": "Invalid API Key"}, 401))
    press(page.connect_button, qtbot)
    assert "refused the key" in page.status.text()
    page.refresh()
    assert "refused the key" in page.status.text()


# -- the key -------------------------------------------------------------------------------------


def test_the_key_goes_to_the_keyring_and_out_of_sight(
    page: ServerSettings,
    enter: Callable[..., None],
    workspace: Workspace,
    loopback: Loopback,
    ring: MemoryKeyring,
    qtbot: QtBot,
) -> None:
    assert page.key.echoMode() is QLineEdit.EchoMode.Password
    enter(loopback.url, key="sk-secret")
    assert ring.kept == {(SERVICE, loopback.url): "sk-secret"}
    assert page.key.text() == ""
    assert {each.headers["authorization"] for each in loopback.requests} == {"Bearer sk-secret"}
    assert "sk-secret" not in workspace.paths.settings_file.read_text()
    press(page.forget_button, qtbot)
    assert ring.kept == {}
    assert "forgotten" in page.status.text()


def test_what_is_no_key_is_said_and_not_repeated(
    page: ServerSettings, enter: Callable[..., None], loopback: Loopback
) -> None:
    enter(loopback.url, key="two words")
    assert "no key" in page.status.text()
    assert "two words" not in page.status.text()
    assert loopback.requests == []


def test_without_a_keyring_the_key_holds_until_the_end_and_that_is_said(
    page: ServerSettings,
    enter: Callable[..., None],
    loopback: Loopback,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    broken = BrokenKeyring()
    monkeypatch.setattr("keyring.get_keyring", lambda: broken)
    enter(loopback.url, key="sk-secret")
    assert "Connected: large" in page.status.text()
    assert "keyring did not keep the key" in page.status.text()
    assert {each.headers["authorization"] for each in loopback.requests} == {"Bearer sk-secret"}


def test_settings_that_cannot_be_saved_hold_until_the_end(
    page: ServerSettings, enter: Callable[..., None], workspace: Workspace, loopback: Loopback
) -> None:
    workspace.paths.settings_file.mkdir()
    enter(loopback.url)
    assert workspace.server is not None
    assert "Connected: large" in page.status.text()
    assert "could not be saved" in page.status.text()


def test_a_server_that_somebody_wrote_into_the_file_is_not_used_unasked(
    page: ServerSettings, workspace: Workspace, loopback: Loopback, elsewhere: str
) -> None:
    workspace.change_settings(server=elsewhere)
    page.refresh()
    assert "not agreed" in page.status.text()
    assert loopback.requests == []


def test_the_quiz_says_why_answers_are_rated_by_the_learner(
    enter: Callable[..., None], workspace: Workspace, loopback: Loopback
) -> None:
    enter(loopback.url)
    assert why_rate_yourself(workspace) == (
        "A model server cannot grade, and no model is here: rate yourself"
    )


def test_without_anything_to_learn_it_still_asks_for_leave(
    monkeypatch: pytest.MonkeyPatch,
    page: ServerSettings,
    enter: Callable[..., None],
    workspace: Workspace,
    elsewhere: str,
) -> None:
    monkeypatch.setattr(workspace.library, "transitions", {})
    enter(elsewhere)
    assert page.consent.isVisible()
    assert page.example.toPlainText() == "(no key points)"
