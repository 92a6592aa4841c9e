"""One place that knows every action of a window and of its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QWidget

from ui.actions.commands import Command, action_command, add_action, commands_below

EVERYWHERE = "Everywhere"
"""The place of what can be done on every page."""


class Actions:
    """What can be done in a window.

    Parameters
    ----------
    window : QMainWindow
        Holds the actions that belong to no page.
    shared : sequence of QWidget
        Parts of the window outside the pages, whose buttons can always be used.
    titles : mapping
        What each page is called, by its name, in order.
    pages : callable
        Returns the pages that are made by now, by name.
    """

    def __init__(
        self,
        window: QMainWindow,
        shared: Sequence[QWidget],
        titles: Mapping[str, str],
        pages: Callable[[], Mapping[str, QWidget]],
    ) -> None:
        self._window = window
        self._shared = tuple(shared)
        self._titles = titles
        self._pages = pages
        self._own: list[QAction] = []
        self._modest: list[QAction] = []

    def add(
        self,
        name: str,
        run: Callable[[], object],
        keys: str | Sequence[str] = (),
        *,
        hint: str = "",
        is_modest: bool = False,
    ) -> QAction:
        """Add something that can be done on every page.

        Parameters
        ----------
        is_modest : bool
            Whether its keys are left to the page, or to a field of text, where that knows them.
            The window must pass what keys are left to :meth:`take`.
        """
        action = add_action(self._window, name, run, keys, hint=hint)
        self._own.append(action)
        if is_modest:
            # Belonging to no widget, it never competes with another that has the same keys.
            self._window.removeAction(action)
            self._modest.append(action)
        return action

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key means that nobody else wanted; return whether it means anything."""
        pressed = QKeySequence(event.keyCombination())
        for action in self._modest:
            if action.isEnabled() and pressed in action.shortcuts():
                action.trigger()
                return True
        return False

    def available(self, page: str) -> list[Command]:
        """Return what can be done now on a page: its own first, then what every page has."""
        own = self._of_page(page)
        return [command for command in (*own, *self._everywhere()) if command.holds]

    def with_keys(self) -> dict[str, list[Command]]:
        """Return all that has keys, by the title of its page, whether it can be done now or not."""
        groups = {EVERYWHERE: self._everywhere()}
        groups |= {title: self._of_page(name) for name, title in self._titles.items()}
        kept = {
            title: _joined(each for each in commands if each.keys)
            for title, commands in groups.items()
        }
        return {title: commands for title, commands in kept.items() if commands}

    def _everywhere(self) -> list[Command]:
        own = [action_command(action, EVERYWHERE) for action in self._own]
        shared = [each for part in self._shared for each in commands_below(part, EVERYWHERE)]
        return [*shared, *own]

    def _of_page(self, name: str) -> list[Command]:
        page = self._pages().get(name)
        return commands_below(page, self._titles[name]) if page is not None else []


def _joined(commands: Iterable[Command]) -> list[Command]:
    """Join the values of one choice, "Rating: Good" and so on, and what the same keys do."""
    groups: dict[str, list[Command]] = {}
    for command in commands:
        choice, colon, _value = command.name.partition(": ")
        groups.setdefault(choice if colon else command.name, []).append(command)
    joined = []
    for name, group in groups.items():
        keys = tuple(dict.fromkeys(key for command in group for key in command.keys))
        first = group[0]
        whole = first.name if len(group) == 1 else name
        hint = first.hint if len({command.hint for command in group}) == 1 else ""
        joined.append(Command(whole, keys, first.place, hint, first.holds, first.run))
    return joined
