"""A model is fetched once for the whole window, and put to use when it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.model.catalogue import CatalogueEntry, UrlSource
from app.workspace import Workspace
from ui.fetching import Fetching
from ui.theme import Theme
from ui.widgets.fetch_view import FetchView

if TYPE_CHECKING:
    from tests.ui.conftest import Shop


@pytest.fixture
def fetching(workspace: Workspace, wants_small: CatalogueEntry) -> Fetching:
    return Fetching(workspace)


def test_a_fetched_model_is_put_to_use(
    fetching: Fetching, workspace: Workspace, wants_small: CatalogueEntry, qtbot: QtBot
) -> None:
    assert workspace.engine is None
    with qtbot.waitSignal(fetching.model_arrived, timeout=10_000) as arrived:
        fetching.start(wants_small)
        assert fetching.entry == wants_small
    assert arrived.args == ["small"]
    assert (fetching.entry, fetching.progress, fetching.error) == (None, None, None)
    assert workspace.model_choice().usable
    assert workspace.engine is not None


def test_the_view_shows_how_far_it_is_and_stops_it(
    fetching: Fetching, wants_small: CatalogueEntry, shop: Shop, theme: Theme, qtbot: QtBot
) -> None:
    view = FetchView(fetching, theme)
    qtbot.addWidget(view)
    assert not view.isVisible()
    shop.gate.clear()
    fetching.start(wants_small)
    view.show()
    qtbot.waitUntil(lambda: "of 1 MB" in view.text(), timeout=5000)
    assert "127.0.0.1" in view.text()
    qtbot.mouseClick(view.pause_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: fetching.entry is None, timeout=5000)
    assert not view.isVisible()
    assert fetching.error is None


def test_a_failure_says_what_happened_and_what_to_do(
    fetching: Fetching, wants_small: CatalogueEntry, theme: Theme, qtbot: QtBot
) -> None:
    from dataclasses import replace

    nowhere = replace(wants_small, sources=(UrlSource("http://127.0.0.1:9/none.gguf"),))
    view = FetchView(fetching, theme)
    qtbot.addWidget(view)
    fetching.start(nowhere)
    qtbot.waitUntil(lambda: fetching.error is not None, timeout=20_000)
    assert view.text().startswith("The model could not be fetched")
    assert "Check the network" in view.text()
    assert not view.pause_button.isVisibleTo(view)


def test_a_view_of_one_model_ignores_the_others(
    fetching: Fetching, wants_small: CatalogueEntry, shop: Shop, theme: Theme, qtbot: QtBot
) -> None:
    other = FetchView(fetching, theme, only="another")
    qtbot.addWidget(other)
    shop.gate.clear()
    fetching.start(wants_small)
    assert not other.isVisibleTo(other.parentWidget() or other)
    fetching.cancel()
    qtbot.waitUntil(lambda: fetching.entry is None, timeout=5000)


def test_only_one_model_is_fetched_at_a_time(
    fetching: Fetching, wants_small: CatalogueEntry, shop: Shop, qtbot: QtBot
) -> None:
    shop.gate.clear()
    fetching.start(wants_small)
    first = fetching.entry
    fetching.start(wants_small)
    assert fetching.entry is first
    fetching.cancel()
    qtbot.waitUntil(lambda: fetching.entry is None, timeout=5000)
