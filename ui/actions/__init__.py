"""Everything that can be done in the window, found where it is made.

A page contributes whatever it has: a :class:`~ui.widgets.buttons.Button` is an action by itself,
with its keys; what has no button is a QAction that :func:`add_action` adds to a widget of the page.
The palette, the shortcut sheet and the tests ask :class:`Actions`; nothing is written down twice.
"""

from ui.actions.commands import Command, add_action, commands_below
from ui.actions.registry import EVERYWHERE, Actions

__all__ = ["EVERYWHERE", "Actions", "Command", "add_action", "commands_below"]
