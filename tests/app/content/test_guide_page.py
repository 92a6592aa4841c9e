"""A guide is read with its key points marked, its scenarios without answers, and its sources."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.content.guide_page import guide_page
from app.content.library import Library
from app.content.types import Guide

TRANSITION = "machine-learning-engineer"


@pytest.fixture
def guide(library: Library) -> Guide:
    guide = library.guide(TRANSITION, "learn-about-ai-agents")
    assert guide is not None
    return guide


def test_the_title_stands_first_and_every_key_point_is_marked(guide: Guide) -> None:
    page = guide_page(guide)
    assert page.headings[0].text == guide.title
    assert all(f'href="keypoint:{point.id}"' in page.html for point in guide.key_points)


def test_scenarios_are_listed_without_their_answers(guide: Guide) -> None:
    page = guide_page(guide)
    assert page.headings[-1].text == "Scenarios"
    for scenario in guide.scenarios:
        assert f'id="scenario-{scenario.id}"' in page.html
        assert scenario.answer not in page.html


def test_sources_are_listed_only_where_the_guide_does_not(guide: Guide) -> None:
    assert "Sources" not in [heading.text for heading in guide_page(guide).headings]
    bare = replace(guide, source="## How it works\n\nText.")
    page = guide_page(bare)
    assert [heading.text for heading in page.headings][-2:] == ["Sources", "Scenarios"]
    assert all(source.id in page.html for source in guide.sources.values())


def test_the_words_of_a_scenario_are_never_markup(guide: Guide) -> None:
    hostile = replace(guide.scenarios[0], text="<script>alert(1)</script>")
    page = guide_page(replace(guide, scenarios=(hostile,)))
    assert "<script>" not in page.html


def test_a_heading_of_that_name_keeps_its_anchor(guide: Guide) -> None:
    page = guide_page(replace(guide, source="## Scenarios\n\nText."))
    anchors = [heading.anchor for heading in page.headings]
    assert len(anchors) == len(set(anchors))
