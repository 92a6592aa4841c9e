"""The settings tell how many connections there were, as they are made."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.model.connections import Connections
from app.workspace import Workspace
from ui.pages.connections import ConnectionsText, count_words
from ui.pages.settings import SettingsPage
from ui.theme import Theme


def test_where_they_led_is_told() -> None:
    connections = Connections()
    assert count_words(connections) == "Connections made since start: 0"
    connections.note("localhost", here=True)
    assert count_words(connections) == "Connections made since start: 1, all to this computer"
    for host in ("b.example", "a.example", "b.example"):
        connections.note(host)
    assert count_words(connections) == (
        "Connections made since start: 4: a.example (1), b.example (2), this computer (1)"
    )


def test_the_number_follows_while_it_can_be_seen(qtbot: QtBot) -> None:
    connections = Connections()
    text = ConnectionsText(connections)
    qtbot.addWidget(text)
    text.show()
    connections.note("a.example")
    qtbot.waitUntil(lambda: "a.example (1)" in text.text(), timeout=5000)
    text.hide()
    connections.note("a.example")
    text.show()
    assert "a.example (2)" in text.text()


def test_it_stands_in_the_settings(workspace: Workspace, theme: Theme, qtbot: QtBot) -> None:
    workspace.change_settings(server="http://192.168.1.7:8080")
    page = SettingsPage(workspace, theme)
    qtbot.addWidget(page)
    page.refresh()
    assert page.connections.text() == "Connections made since start: 0"
    assert page.server.address.text() == "http://192.168.1.7:8080"
    assert "not agreed" in page.server.status.text()
