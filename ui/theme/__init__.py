"""The visual language as data, and what is made from it: palette, style sheets and icons."""

from ui.theme.icons import ThemedIcon, icon
from ui.theme.theme import Theme
from ui.theme.tokens import DARK, LIGHT, Colours

__all__ = ["DARK", "LIGHT", "Colours", "Theme", "ThemedIcon", "icon"]
