"""Where in its guide a key point stands."""

from __future__ import annotations

from dataclasses import replace

from app.content.guide_place import place_of
from app.content.library import Library
from app.content.types import Guide

TRANSITION = "machine-learning-engineer"


def guide_with(library: Library, source: str, quote: str) -> Guide:
    guide = library.guides[TRANSITION, "learn-model-optimization"]
    point = replace(guide.key_points[0], quote=quote)
    return replace(guide, source=source, key_points=(point,))


def test_every_key_point_that_ships_stands_below_a_heading(library: Library) -> None:
    for guide in library.guides.values():
        for point in guide.key_points:
            place = place_of(guide, point)
            assert place.title == guide.title
            assert place.heading
            assert all(each.endswith((".", "!", "?")) for each in place.sentences_before)


def test_the_sentences_before_it_are_whole_and_no_code(library: Library) -> None:
    source = (
        "Top.\n\n## Here\n\nOne sentence stands before all of it (Smith et al. 2020). See e.g. "
        "this and that, 0.5 of it.\n\n```python\nx = 1.\n# here. is. code.\n```\n\n!"
        "[A picture. Of it.](p.svg)\n\nBut **the claim** itself is here.\n"
    )
    guide = guide_with(library, source, "the claim itself")
    place = place_of(guide, guide.key_points[0])
    assert place.heading == "Here"
    assert place.sentences_before == (
        "One sentence stands before all of it (Smith et al. 2020).",
        "See e.g. this and that, 0.5 of it.",
    )


def test_a_quotation_that_is_not_found_has_no_heading(library: Library) -> None:
    guide = guide_with(library, "## Here\n\nText.\n", "nothing of the kind")
    place = place_of(guide, guide.key_points[0])
    assert (place.heading, place.before, place.sentences_before) == ("", "", ())
