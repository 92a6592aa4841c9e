"""The colours can be read by everybody, in both schemes."""

from __future__ import annotations

import re
from dataclasses import asdict

import pytest

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


@SCHEMES
def test_every_colour_is_written_in_full(colours: Colours) -> None:
    assert all(re.fullmatch(r"#[0-9a-f]{6}", value) for value in asdict(colours).values())


def test_diagrams_and_page_share_their_colours() -> None:
    light, dark = asdict(LIGHT), asdict(DARK)
    for name in ("text", "muted", "box", "accent", "warm", "good", "bad", "accent_soft"):
        assert DIAGRAM_SWAPS[light[name]] == dark[name], name
