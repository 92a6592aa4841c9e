"""The theme in force: it follows the system or the user's choice and dresses the application."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from ui.theme.fonts import choose_fonts
from ui.theme.icons import ICONS
from ui.theme.tokens import (
    DARK,
    DEFAULT_FONT_SIZE,
    LIGHT,
    MOTION,
    RADIUS,
    SPACE,
    TYPE_SCALE,
    Colours,
)

_HERE = Path(__file__).parent


class Theme(QObject):
    """Decides between light and dark and gives the application its palette and style sheet.

    Attributes
    ----------
    changed : Signal
        The colours, the size of type, or whether things may move are new; everything painted by
        hand is drawn again.
    """

    changed = Signal()

    def __init__(
        self,
        application: QApplication,
        choice: str = "system",
        font_size: int = DEFAULT_FONT_SIZE,
        motion: str = "system",
    ) -> None:
        super().__init__(application)
        self._application = application
        self._choice = choice
        self._font_size = font_size
        self._motion = motion
        self._system_moves: bool | None = None
        self._sans, self._monospace = choose_fonts()
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._apply()

    @property
    def is_dark(self) -> bool:
        """Whether the dark colours are shown now."""
        if self._choice != "system":
            return self._choice == "dark"
        return self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark

    @property
    def colours(self) -> Colours:
        """The colours shown now."""
        return DARK if self.is_dark else LIGHT

    @property
    def font_size(self) -> int:
        """Size of body text in logical pixels."""
        return self._font_size

    def colour(self, name: str) -> str:
        """Return a colour of the present scheme by its name, as ``#rrggbb``."""
        return str(getattr(self.colours, name))

    def size(self, name: str) -> int:
        """Return a size of the type scale in logical pixels."""
        return round(self._font_size * TYPE_SCALE[name])

    def font(self, name: str = "body", *, bold: bool = False, monospace: bool = False) -> QFont:
        """Return a font of the type scale for what is painted by hand."""
        font = QFont(self._monospace if monospace else self._sans)
        font.setPixelSize(self.size(name))
        font.setBold(bold)
        return font

    @property
    def moves(self) -> bool:
        """Whether things may move that need not, as the learner or else the system wishes."""
        if self._motion != "system":
            return self._motion == "on"
        if self._system_moves is None:
            # Asking takes some systems as long as painting the window, and most never need it.
            from ui.theme.motion import system_wants_less_motion  # noqa: PLC0415

            self._system_moves = not system_wants_less_motion()
        return self._system_moves

    def duration(self, name: str) -> int:
        """Return how long a movement takes in milliseconds; none where nothing may move."""
        return MOTION[name] if self.moves else 0

    def choose(self, choice: str, font_size: int | None = None, motion: str | None = None) -> None:
        """Show ``system``, ``light`` or ``dark`` from now on, and body text in another size.

        Parameters
        ----------
        motion : str, optional
            Whether things may move: ``system``, ``on`` or ``off``; as before by default.
        """
        before = (self._choice, self._font_size)
        self._choice = choice
        self._font_size = self._font_size if font_size is None else font_size
        moved, self._motion = self._motion, self._motion if motion is None else motion
        if (self._choice, self._font_size) != before:
            self._apply()
        elif self._motion != moved:
            self.changed.emit()

    def reader_style(self) -> str:
        """Return the style sheet of running text."""
        return self._fill(_HERE / "reader.css")

    def _follow_system(self) -> None:
        if self._choice == "system":
            self._apply()

    def _apply(self) -> None:
        hints = self._application.styleHints()
        # Tells the window manager, so that title bars and native dialogs match the choice.
        if self._choice == "system":
            hints.unsetColorScheme()
        else:
            scheme = Qt.ColorScheme.Dark if self._choice == "dark" else Qt.ColorScheme.Light
            hints.setColorScheme(scheme)
        self._application.setPalette(palette(self.colours))
        self._application.setFont(self.font())
        self._application.setStyleSheet(self._fill(_HERE / "window.qss"))
        self.changed.emit()

    def _fill(self, path: Path) -> str:
        values: dict[str, str] = dict(asdict(self.colours))
        values |= {f"space_{name}": f"{value}px" for name, value in SPACE.items()}
        values |= {f"radius_{name}": f"{value}px" for name, value in RADIUS.items()}
        values |= {f"size_{name}": f"{self.size(name)}px" for name in TYPE_SCALE}
        # Of type in one line: what is pressed into less room than it wants keeps at least this.
        values |= {f"line_{name}": f"{round(1.4 * self.size(name))}px" for name in TYPE_SCALE}
        values |= {"sans": self._sans, "monospace": self._monospace}
        # Style sheets take pictures from files only; these grey arrows suit both schemes.
        values |= {
            f"icon_{name}": (ICONS / f"arrow-{name}.svg").as_posix()
            for name in ("up", "down", "right")
        }
        values |= {
            "icon_tick": (ICONS / "tick.svg").as_posix(),
            "icon_tick_partly": (ICONS / "tick-partly.svg").as_posix(),
        }
        return Template(path.read_text(encoding="utf-8")).substitute(values)


def palette(colours: Colours) -> QPalette:
    """Make the palette for everything that the style sheet does not reach."""
    made = QPalette()
    role = QPalette.ColorRole
    for which, value in (
        (role.Window, colours.page),
        (role.Base, colours.raised),
        (role.AlternateBase, colours.box),
        (role.Button, colours.box),
        (role.ToolTipBase, colours.box),
        (role.Highlight, colours.accent),
        (role.Accent, colours.accent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.WindowText, colours.text),
        (role.Text, colours.text),
        (role.ButtonText, colours.text),
        (role.ToolTipText, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Mid, colours.line),
        (role.Dark, colours.line_strong),
        (role.Light, colours.raised),
    ):
        made.setColor(which, QColor(value))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours.line_strong))
    return made
