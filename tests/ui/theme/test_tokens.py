"""The colours can be read by everybody, in both schemes."""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path

import pytest

import ui.theme
from ui.theme.tokens import (
    DARK,
    DIAGRAM_SWAPS,
    LIGHT,
    LINE_PAIRS,
    TEXT_PAIRS,
    Colours,
    contrast,
)

SCHEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1.0


@SCHEMES
@pytest.mark.parametrize(("text", "backgrounds"), TEXT_PAIRS, ids=[pair[0] for pair in TEXT_PAIRS])
def test_text_stands_out_from_every_background_it_is_drawn_on(
    colours: Colours, text: str, backgrounds: tuple[str, ...]
) -> None:
    values = asdict(colours)
    low = {b: contrast(values[text], values[b]) for b in backgrounds}
    assert {b: round(c, 2) for b, c in low.items() if c < 4.5} == {}


@SCHEMES
@pytest.mark.parametrize(("line", "backgrounds"), LINE_PAIRS, ids=[pair[0] for pair in LINE_PAIRS])
def test_lines_that_mean_something_can_be_seen(
    colours: Colours, line: str, backgrounds: tuple[str, ...]
) -> None:
    values = asdict(colours)
    assert all(contrast(values[line], values[b]) >= 3 for b in backgrounds)


def test_every_pair_of_the_style_sheet_is_among_them() -> None:
    """A rule that sets both a text and a background colour sets a pair that has to be checked."""
    rules = (Path(ui.theme.__file__).parent / "window.qss").read_text(encoding="utf-8")
    known = {(text, background) for text, backgrounds in TEXT_PAIRS for background in backgrounds}
    used = set()
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", rules):
        text = re.search(r"(?<![-\w])color: \$(\w+)", body)
        background = re.search(r"background: \$(\w+)", body)
        # What is switched off need not be read (WCAG 1.4.3).
        if text and background and ":disabled" not in selector:
            used.add((text[1], background[1]))
    assert len(used) > 5
    assert used - known == set()


def test_no_edge_of_a_control_is_too_faint() -> None:
    rules = (Path(ui.theme.__file__).parent / "window.qss").read_text(encoding="utf-8")
    edges: dict[str, str] = {}
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", rules):
        for colour in re.findall(r"border(?:-color)?: (?:\dpx solid )?\$(\w+)", body):
            if re.match(r"\s*Q(PushButton|LineEdit|SpinBox|ComboBox|\w*TextEdit)\b", selector):
                edges[selector.strip()] = colour
    views = {selector for selector in edges if re.search("QAbstractItemView|:disabled", selector)}
    assert len(edges) > 5
    strong = {line for line, backgrounds in LINE_PAIRS if "raised" in backgrounds} | {"text"}
    assert {s: c for s, c in edges.items() if c not in strong and s not in views} == {}


@SCHEMES
def test_every_colour_is_written_in_full(colours: Colours) -> None:
    assert all(re.fullmatch(r"#[0-9a-f]{6}", value) for value in asdict(colours).values())


def test_diagrams_and_page_share_their_colours() -> None:
    light, dark = asdict(LIGHT), asdict(DARK)
    for name in ("text", "muted", "box", "accent", "warm", "good", "bad", "accent_soft"):
        assert DIAGRAM_SWAPS[light[name]] == dark[name], name
