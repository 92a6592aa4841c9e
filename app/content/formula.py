"""Formulas in TeX, between dollar signs, drawn offline as SVG."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

INK = "#1b1f24"
"""Colour of formulas as drawn; a reader with a dark page swaps it (resources/guides/README.md)."""
SIZE = 17
"""Height of the type, in units of the SVG."""

# A dollar sign opens a formula only before a non-space and closes it only after one and not before
# a digit, so that "$5 to $10" stays money.
_DISPLAY = r"\$\$(?P<display>[^$]+?)\$\$"
_INLINE = r"\$(?P<inline>(?=\S)[^$]*?\S)\$(?!\d)"
_ABOVE_ESCAPES = 185  # below code spans (190), above backslash escapes (180)


DEEPEST = 7
"""Braces within braces; drawing takes twice as long with each further level."""


class FormulaExtension(Extension):
    """Markdown extension that turns formulas into images and keeps the images by name."""

    def __init__(self) -> None:
        super().__init__()
        self.images: dict[str, bytes] = {}

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - overrides Markdown's name
        """Register the pattern."""
        pattern = _FormulaProcessor(f"{_DISPLAY}|{_INLINE}", md, self.images)
        md.inlinePatterns.register(pattern, "formula", _ABOVE_ESCAPES)


class _FormulaProcessor(InlineProcessor):
    def __init__(self, pattern: str, md: Markdown, images: dict[str, bytes]) -> None:
        super().__init__(pattern, md)
        self._images = images

    def handleMatch(  # type: ignore[override]  # noqa: N802 - overrides Markdown's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        tex = " ".join((m["display"] or m["inline"]).split())
        drawn = draw(tex, inline=m["display"] is None)
        if drawn is None:
            element = Element("code")
            element.text = tex
        else:
            name = f"formula-{hashlib.sha256(drawn).hexdigest()[:16]}.svg"
            self._images[name] = drawn
            element = Element("img", {"src": name, "alt": tex})
            if m["display"] is not None:
                element.set("class", "formula")
        return element, m.start(0), m.end(0)


@lru_cache(maxsize=512)
def draw(tex: str, *, inline: bool) -> bytes | None:
    """Draw a formula as SVG, or return None when its TeX is not understood."""
    if _depth(tex) > DEEPEST:
        return None
    # Loading the mathematical font takes 0.2 s, which a page without formulas need not pay.
    from ziamath.config import config  # noqa: PLC0415
    from ziamath.zmath import Latex  # noqa: PLC0415

    config.svg2 = False  # no `symbol` elements, which SVG Tiny renderers do not know
    try:
        svg = Latex(tex, size=SIZE, color=INK, inline=inline).svg()
    except Exception:  # the library raises whatever its parser met
        return None
    return str(svg).encode()


def _depth(tex: str) -> int:
    depth = deepest = 0
    for letter in tex:
        depth += (letter == "{") - (letter == "}")
        deepest = max(deepest, depth)
    return deepest
