"""The visual language written down: colours, type scale, spacing, radii and motion.

The colours of text, secondary text, boxes and the two emphases are those of the guides' diagrams,
so that a diagram and the page around it are one picture.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Colours:
    """One scheme's colours, each ``#rrggbb``; a ``*_soft`` colour is a background."""

    page: str
    sidebar: str
    raised: str
    box: str
    hover: str
    pressed: str
    line: str
    line_strong: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    accent_soft: str
    quote_soft: str
    warm: str
    warm_soft: str
    good: str
    good_soft: str
    bad: str
    bad_soft: str


LIGHT = Colours(
    page="#ffffff",
    sidebar="#f4f6f9",
    raised="#ffffff",
    box="#eef2f7",
    hover="#e9eef5",
    pressed="#dde5ef",
    line="#dbe1e9",
    line_strong="#7d8896",
    text="#1b1f24",
    muted="#57606a",
    accent="#1f5fbf",
    accent_hover="#1a52a6",
    accent_pressed="#15448a",
    on_accent="#ffffff",
    accent_soft="#dce9fb",
    quote_soft="#f1f6fd",
    warm="#9a4a00",
    warm_soft="#fbe8d6",
    good="#1a7f37",
    good_soft="#e8f7ec",
    bad="#b3261e",
    bad_soft="#fce6e4",
)

DARK = Colours(
    page="#161a20",
    sidebar="#11151a",
    raised="#1c2128",
    box="#232a33",
    hover="#222932",
    pressed="#2c3540",
    line="#2d353f",
    line_strong="#7a8694",
    text="#e6e8eb",
    muted="#a3adb8",
    accent="#82b1ff",
    accent_hover="#9cc1ff",
    accent_pressed="#b5d1ff",
    on_accent="#0b1a2f",
    accent_soft="#1c3352",
    quote_soft="#1b2431",
    warm="#ffb066",
    warm_soft="#4a2f14",
    good="#5bd48b",
    good_soft="#163624",
    bad="#ff8a80",
    bad_soft="#4a2220",
)

#: Every text colour with the backgrounds that it is drawn on; each pair is at least 4.5:1.
TEXT_PAIRS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "text",
        (
            *("page", "sidebar", "raised", "box", "hover", "pressed"),
            *("accent_soft", "quote_soft", "warm_soft", "good_soft", "bad_soft"),
        ),
    ),
    (
        "muted",
        (
            *("page", "sidebar", "raised", "box", "hover"),
            *("accent_soft", "warm_soft", "good_soft", "bad_soft"),
        ),
    ),
    ("accent", ("page", "sidebar", "raised", "hover", "box", "accent_soft", "quote_soft")),
    ("on_accent", ("accent", "accent_hover", "accent_pressed")),
    ("warm", ("page", "raised", "box", "warm_soft")),
    ("good", ("page", "raised", "good_soft")),
    ("bad", ("page", "raised", "bad_soft", "hover")),
)

#: What carries meaning without being text (edges of fields, focus rings, bars, icons); each pair
#: is at least 3:1.
LINE_PAIRS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("line_strong", ("page", "raised", "sidebar")),
    ("accent", ("page", "raised", "sidebar", "hover", "box", "accent_soft", "line")),
    ("text", ("box",)),
    ("on_accent", ("accent",)),
    ("muted", ("page", "raised", "sidebar", "box", "hover")),
    ("good", ("page", "raised", "good_soft")),
    ("bad", ("page", "raised", "bad_soft")),
    ("warm", ("page", "raised", "warm_soft")),
)

#: What the diagrams' colours become in the dark, from the table in ``resources/guides/README.md``.
DIAGRAM_SWAPS: dict[str, str] = {
    "#1b1f24": "#e6e8eb",
    "#57606a": "#a3adb8",
    "#eef2f7": "#232a33",
    "#1f5fbf": "#82b1ff",
    "#9a4a00": "#ffb066",
    "#1a7f37": "#5bd48b",
    "#b3261e": "#ff8a80",
    "#dce9fb": "#1c3352",
    "#fbe8d6": "#4a2f14",
}

#: Sizes of type, as multiples of the size that the user chose for body text.
TYPE_SCALE: dict[str, float] = {
    "caption": 0.84,
    "small": 0.92,
    "body": 1.0,
    "reading": 1.1,
    "lead": 1.16,
    "heading": 1.28,
    "question": 1.45,
    "title": 1.8,
    "display": 3.2,
}
DEFAULT_FONT_SIZE = 15  # logical pixels of body text

#: Families in order of preference; the first that is installed is used. Where there is none, what
#: ships with Segue is: it is drawn better than what bare Linux systems have for everything.
SANS = (
    "Inter",
    "Adwaita Sans",
    "Segoe UI Variable Text",
    "Segoe UI",
    "SF Pro Text",
    "Helvetica Neue",
    "Noto Sans",
    "Cantarell",
    "Ubuntu",
    "Roboto",
)
MONOSPACE = (
    "JetBrains Mono",
    "Cascadia Mono",
    "SF Mono",
    "Menlo",
    "Consolas",
    "Ubuntu Mono",
    "Noto Sans Mono",
    "DejaVu Sans Mono",
    "Liberation Mono",
)

#: Distances in logical pixels.
SPACE: dict[str, int] = {"xs": 4, "s": 8, "m": 12, "l": 16, "xl": 24, "xxl": 36, "xxxl": 56}
RADIUS: dict[str, int] = {"small": 4, "medium": 8, "large": 12}
#: How long movements take, in milliseconds; see ``Theme.duration``.
MOTION: dict[str, int] = {"sweep": 1600}  # of a bar that shows that something is being done
MEASURE = 720  # width of a page's column
READING_MEASURE = 700  # width of a column of running text


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours as WCAG 2.2 defines it, from 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
