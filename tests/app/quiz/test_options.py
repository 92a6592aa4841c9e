"""What all options begin with is said once."""

from __future__ import annotations

import pytest

from app.content.library import Library
from app.quiz.options import FEWEST_SHARED, split_options

ALIKE = (
    "A filter that is full of keys answers yes each time.",
    "A filter that is full of keys answers no each time.",
    "A filter that is full of keys is emptied.",
)


def test_a_long_beginning_is_said_once() -> None:
    split = split_options(ALIKE)
    assert split.beginning == "A filter that is full of keys"
    assert split.lead == "Each answer begins: “A filter that is full of keys …”"
    assert split.endings == ("… answers yes each time.", "… answers no each time.", "… is emptied.")


@pytest.mark.parametrize(
    "options",
    [
        ("A filter misses keys.", "A filter errs both ways."),
        ("Keys are lost.", "Keys are kept."),
        ("One alone, whatever it says at length.",),
        (),
    ],
)
def test_short_beginnings_stay_where_they_are(options: tuple[str, ...]) -> None:
    split = split_options(options)
    assert (split.beginning, split.lead, split.endings) == ("", "", options)


def test_something_is_left_to_choose() -> None:
    split = split_options(("It is at most one of five.", "It is at most one of five."))
    assert split.endings == ("… five.", "… five.")


def test_no_word_of_any_option_is_lost(library: Library) -> None:
    split_ones = 0
    for point in library.key_points("machine-learning-engineer"):
        options = (point.claim, *(each.claim for each in point.misconceptions))
        split = split_options(options)
        whole = [f"{split.beginning} {each.removeprefix('… ')}".strip() for each in split.endings]
        assert whole == [" ".join(option.split()) for option in options] or not split.beginning
        assert not split.beginning or len(split.beginning.split()) >= FEWEST_SHARED
        split_ones += bool(split.beginning)
    assert split_ones > 20
