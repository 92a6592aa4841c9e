"""Whether a machine can carry a model, and how well, in words."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.model.carry import Load, Memory, Speed
from ui.pages.model_row import SLOW, ModelRow, best_words, load_words, speed_words
from ui.theme import Theme

GB = 10**9
LAPTOP = Memory(total=8 * GB, free=4 * GB)
FAST, SLOWLY = Speed(240.0, 20.0, measured=True), Speed(30.0, 2.0, measured=False)


@pytest.mark.parametrize(
    ("needed", "said", "tone"),
    [
        (2 * GB, "Fits: needs 2.0 GB of this machine's 8.0 GB of memory", ""),
        (5 * GB, "Fits when other programs are closed: needs 5.0 GB, 4.0 GB are free", "warm"),
        (9 * GB, "Too large: needs 9.0 GB of memory, this machine has 8.0 GB", "bad"),
        (None, "Memory needed: not known", "muted"),
    ],
)
def test_it_says_whether_a_model_fits(needed: int | None, said: str, tone: str) -> None:
    assert load_words(Load(needed, LAPTOP, None)) == (said, tone)


def test_it_says_how_fast_a_model_is_or_would_be() -> None:
    words, tone = load_words(Load(2 * GB, LAPTOP, FAST))
    assert (words.endswith("  ·  writes 15 words a second"), tone) == (True, "")
    words, tone = load_words(Load(2 * GB, LAPTOP, SLOWLY))
    assert (words.endswith("  ·  about 1.5 words a second"), tone) == (True, "warm")
    assert load_words(Load(None, LAPTOP, FAST))[0].endswith(
        "not known  ·  writes 15 words a second"
    )


def test_of_what_is_too_large_no_speed_is_promised() -> None:
    assert "words a second" not in load_words(Load(9 * GB, LAPTOP, FAST))[0]


def test_without_a_measurement_nothing_is_said_of_speed() -> None:
    assert speed_words(None) == ""


def test_the_largest_that_runs_well_is_named() -> None:
    loads = {
        "Small": Load(GB, LAPTOP, Speed(900.0, 60.0, measured=False)),
        "Middle": Load(2 * GB, LAPTOP, FAST),
        "Slow": Load(3 * GB, LAPTOP, SLOWLY),
        "Tight": Load(5 * GB, LAPTOP, FAST),
        "Huge": Load(9 * GB, LAPTOP, FAST),
        "Unknown": Load(None, LAPTOP, None),
    }
    assert best_words(loads) == (
        "The largest that this machine carries well: Middle, writes 15 words a second."
    )


def test_at_the_limit_of_reading_along_a_model_still_runs_well() -> None:
    just = Speed(60.0, SLOW / 0.75, measured=True)
    assert "Middle" in best_words({"Middle": Load(GB, LAPTOP, just)})


def test_before_anything_was_measured_memory_alone_decides() -> None:
    loads = {"Small": Load(GB, LAPTOP, None), "Large": Load(3 * GB, LAPTOP, None)}
    assert best_words(loads) == "The largest that this machine carries well: Large."


def test_where_none_runs_well_it_says_what_to_do() -> None:
    tight = {"Tight": Load(5 * GB, LAPTOP, FAST), "Huge": Load(9 * GB, LAPTOP, None)}
    assert best_words(tight) == "None of these fits well at the moment: close other programs."
    slow = {"Slow": Load(2 * GB, LAPTOP, SLOWLY)}
    assert best_words(slow) == (
        "All of these that fit are slow on this machine; the fastest is Slow, "
        "about 1.5 words a second."
    )
    assert best_words({"Huge": Load(9 * GB, LAPTOP, None)}) == (
        "None of these fits into this machine's 8.0 GB of memory."
    )


def test_buttons_say_of_which_model_they_are(theme: Theme, qtbot: QtBot) -> None:
    row = ModelRow("Small", "135M parameters", "", in_use=True, theme=theme)
    qtbot.addWidget(row)
    assert row.state.text() == "in use"
    assert row.add_button("Remove").accessibleName() == "Remove: Small"
