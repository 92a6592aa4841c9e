"""What can be wished of the words in a text: by a key, from the menu at them, from the palette."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from ui.actions import add_action


@dataclass(frozen=True)
class Wish:
    """Something that can be done with the words at hand.

    Attributes
    ----------
    in_menu : bool
        Whether the menu at the words has it.
    """

    name: str
    keys: tuple[str, ...]
    act: Callable[[], object]
    hint: str = ""
    in_menu: bool = True


class Wishes:
    """Holds while the focus is in the text: plain letters, as nothing is typed there."""

    def __init__(self, reader: QWidget, wishes: tuple[Wish, ...]) -> None:
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        self.menu = QMenu(reader)
        for wish in wishes:
            action = add_action(
                reader, wish.name, wish.act, wish.keys, hint=wish.hint, context=context
            )
            if wish.in_menu:
                self.menu.addAction(action)

    def show_menu(self, at: QPoint) -> None:
        """Open the menu at a place on the screen."""
        self.menu.popup(at)
