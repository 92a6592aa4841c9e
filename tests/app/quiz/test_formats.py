"""In which form a key point is asked."""

from __future__ import annotations

import pytest
from fsrs import Rating

from app.quiz.formats import formats_for
from app.study.confidence import LastReview
from app.study.records import Format

SHORT, CHOICE, CLOZE = Format.SHORT, Format.CHOICE, Format.CLOZE


def reviewed(form: Format, rating: Rating = Rating.Good) -> LastReview:
    return LastReview(form, rating)


@pytest.mark.parametrize("wanted", [SHORT, CHOICE, CLOZE])
def test_whoever_wants_one_form_gets_it_alone(wanted: Format) -> None:
    assert formats_for(wanted.value, [None, reviewed(SHORT)]) == [wanted] * 2


def test_new_key_points_are_recognized_or_tried_freely_in_turn() -> None:
    assert formats_for("mixed", [None] * 4) == [CHOICE, SHORT, CHOICE, SHORT]


@pytest.mark.parametrize(
    ("last", "rating", "then"),
    [
        (CHOICE, Rating.Good, CLOZE),
        (CLOZE, Rating.Good, SHORT),
        (CLOZE, Rating.Hard, SHORT),
        (SHORT, Rating.Good, SHORT),
        (Format.SCENARIO, Rating.Good, SHORT),
        (SHORT, Rating.Again, CLOZE),
        (CLOZE, Rating.Again, CHOICE),
        (CHOICE, Rating.Again, CHOICE),
    ],
)
def test_each_climbs_with_every_recall_and_steps_down_when_forgotten(
    last: Format, rating: Rating, then: Format
) -> None:
    assert formats_for("mixed", [reviewed(last, rating)]) == [then]


def test_known_ones_vary_too() -> None:
    known = [reviewed(SHORT)] * 6
    assert formats_for("mixed", known) == [SHORT, SHORT, CHOICE, SHORT, SHORT, CLOZE]


def test_without_a_model_gaps_stand_for_some_of_what_the_learner_would_have_to_judge() -> None:
    known = [reviewed(SHORT)] * 4
    assert formats_for("mixed", known, engine=False) == [SHORT, CLOZE, CHOICE, CLOZE]


def test_where_no_gaps_can_be_made_there_are_none() -> None:
    asked = formats_for("mixed", [reviewed(CHOICE), reviewed(SHORT)] * 3, has_gaps=False)
    assert CLOZE not in asked
