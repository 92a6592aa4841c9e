"""A library that is changed leaves the one that it was copied from alone."""

from __future__ import annotations

from app.content.library import Library

SLUG = "machine-learning-engineer"


def test_what_is_taken_out_of_a_copy_stays_in_the_library(library: Library) -> None:
    copy = library.copy()
    [skill, *_] = library.transitions[SLUG].skills
    [point, *_] = library.key_points(SLUG, skill.slug)
    copy.remove(SLUG, skill.slug)
    assert copy.guide(SLUG, skill.slug) is None
    assert copy.key_point(SLUG, point.id) is None
    assert copy.key_points(SLUG, skill.slug) == ()
    assert library.guide(SLUG, skill.slug) is not None
    assert library.key_point(SLUG, point.id) == point


def test_what_is_not_there_can_be_taken_out(library: Library) -> None:
    copy = library.copy()
    copy.remove(SLUG, "no-such-skill")
    assert copy.guides == library.guides
