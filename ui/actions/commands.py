"""What can be done below a widget: its buttons, and the actions that have keys only."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QMenu, QPushButton, QWidget

_LONGEST = 60  # characters of a name


@dataclass(frozen=True)
class Command:
    """Something that can be done.

    Attributes
    ----------
    name : str
        What it is called, as a screen reader says it too.
    keys : tuple of str
        Key sequences as this system writes them.
    place : str
        The page on which it holds.
    hint : str
        A few words more; empty where the name says all.
    holds : bool
        Whether it can be done now.
    run : callable
        Does it.
    """

    name: str
    keys: tuple[str, ...]
    place: str
    hint: str
    holds: bool
    run: Callable[[], object]


def add_action(
    widget: QWidget,
    name: str,
    run: Callable[[], object],
    keys: str | Sequence[str] = (),
    *,
    hint: str = "",
    context: Qt.ShortcutContext = Qt.ShortcutContext.WindowShortcut,
) -> QAction:
    """Add something that can be done while a widget can be seen.

    Parameters
    ----------
    keys : str or sequence of str
        Key sequences that do it.
    context : Qt.ShortcutContext
        ``WidgetWithChildrenShortcut`` for keys that hold only while the focus is below the widget.
    """
    action = QAction(name, widget)
    action.setShortcuts([QKeySequence(key) for key in ((keys,) if isinstance(keys, str) else keys)])
    action.setShortcutContext(context)
    action.setAutoRepeat(False)
    action.setWhatsThis(hint)
    action.triggered.connect(lambda _checked=False: run())
    widget.addAction(action)
    return action


def commands_below(widget: QWidget, place: str) -> list[Command]:
    """Return what can be done in a widget and below it, each once, in the order of the widgets.

    What cannot be done just now is among it.
    """
    found: dict[tuple[str, tuple[str, ...]], Command] = {}
    for command in _all_below(widget, place):
        known = found.get((command.name, command.keys))
        if known is None or (command.holds and not known.holds):
            found[command.name, command.keys] = command
    return list(found.values())


def action_command(action: QAction, place: str) -> Command:
    """Return what an action does."""
    widgets = [each for each in action.associatedObjects() if isinstance(each, QWidget)]
    holds = action.isEnabled() and (not widgets or any(_can_be_used(each) for each in widgets))
    return Command(
        action.text(),
        _as_shown(action.shortcuts()),
        place,
        action.whatsThis(),
        holds,
        action.trigger,
    )


def _all_below(widget: QWidget, place: str) -> Iterator[Command]:
    for each in (widget, *widget.findChildren(QWidget)):
        if isinstance(each, QPushButton):
            yield from _button_commands(each, place)
            continue
        # The entries of a menu belong to the button that opens it.
        for action in each.actions() if not isinstance(each, QMenu) else ():
            if action.text() and action.parent() is each:
                yield action_command(action, place)


def _button_commands(button: QAbstractButton, place: str) -> Iterator[Command]:
    name = _short(button.accessibleName(), button.text())
    if not name:
        return
    keys = [key for action in button.actions() for key in action.shortcuts()]
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    keys += [shortcut.key() for shortcut in button.findChildren(QShortcut, options=direct)]
    shown = _as_shown(keys)
    # Tool-tips end with the first key; see ui/widgets/buttons.py.
    hint = button.toolTip().removesuffix(f" ({shown[0]})") if shown else button.toolTip()
    yield Command(
        name, shown, place, "" if hint == name else hint, _can_be_used(button), button.click
    )


def _short(spoken: str, written: str) -> str:
    """Return what a button is called: what is said of it, unless that goes on for a sentence."""
    goes_on = len(spoken) > _LONGEST and written and spoken.startswith(written)
    return written if goes_on else spoken or written


def _can_be_used(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled()


def _as_shown(keys: Sequence[QKeySequence]) -> tuple[str, ...]:
    written = (key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys)
    return tuple(dict.fromkeys(each for each in written if each))
