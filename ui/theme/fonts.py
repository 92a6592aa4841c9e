"""Which typefaces are used: the system's where they are good, else those that ship with Segue."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

from app.paths import RESOURCES
from ui.theme.tokens import MONOSPACE, SANS

FONTS = RESOURCES / "fonts"
_SHIPPED_SANS = ("Inter-Regular.ttf", "Inter-SemiBold.ttf")
_SHIPPED_MONOSPACE = ("JetBrainsMono-Regular.ttf",)


def choose_fonts() -> tuple[str, str]:
    """Return the family of text and that of code; what ships is loaded only where it is needed."""
    installed = frozenset(QFontDatabase.families())
    sans = _first(SANS, installed) or _load(_SHIPPED_SANS, QFontDatabase.SystemFont.GeneralFont)
    monospace = _first(MONOSPACE, installed) or _load(
        _SHIPPED_MONOSPACE, QFontDatabase.SystemFont.FixedFont
    )
    return sans, monospace


def _first(families: tuple[str, ...], installed: frozenset[str]) -> str:
    return next((family for family in families if family in installed), "")


def _load(files: tuple[str, ...], otherwise: QFontDatabase.SystemFont) -> str:
    """Make shipped files of one family known; without them text is drawn as the system can."""
    family = ""
    for file in files:
        number = QFontDatabase.addApplicationFont(str(FONTS / file))
        if number >= 0:
            family = QFontDatabase.applicationFontFamilies(number)[0]
    return family or QFontDatabase.systemFont(otherwise).family()
