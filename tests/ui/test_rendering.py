"""Documents are rendered once, and never on the window's thread."""

from __future__ import annotations

from threading import current_thread, main_thread

from pytestqt.qtbot import QtBot

from app.content.render import Page
from ui.rendering import Renderings


def test_a_page_is_made_elsewhere_and_shown_here(qtbot: QtBot) -> None:
    made_on: list[object] = []
    shown: list[tuple[Page, object]] = []

    def make() -> Page:
        made_on.append(current_thread())
        return Page("<p>text</p>", ())

    Renderings().show("key", make, lambda page: shown.append((page, current_thread())))
    qtbot.waitUntil(lambda: len(shown) == 1)
    assert made_on[0] is not main_thread()
    assert shown[0] == (Page("<p>text</p>", ()), main_thread())


def test_it_is_made_only_once(qtbot: QtBot) -> None:
    renderings = Renderings()
    times: list[int] = []
    shown: list[Page] = []

    def make() -> Page:
        times.append(1)
        return Page("", ())

    for _ in range(3):
        renderings.show("key", make, shown.append)
    qtbot.waitUntil(lambda: len(shown) == 3)
    renderings.show("key", make, shown.append)
    assert (len(shown), len(times)) == (4, 1)


def test_after_forgetting_it_is_made_anew(qtbot: QtBot) -> None:
    renderings = Renderings()
    shown: list[Page] = []
    renderings.show("key", lambda: Page("old", ()), shown.append)
    qtbot.waitUntil(lambda: len(shown) == 1)
    renderings.forget()
    renderings.show("key", lambda: Page("new", ()), shown.append)
    qtbot.waitUntil(lambda: len(shown) == 2)
    assert [page.html for page in shown] == ["old", "new"]
