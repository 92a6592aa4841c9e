"""Explaining a passage: with what stands around it, in words that it carries."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from app.ask.explaining import AROUND, LONGEST_QUOTE, MOST_WORDS, Excerpt, excerpt_of, explain
from app.content.guide_page import guide_page
from app.content.library import Library
from app.content.page_text import PageText
from app.model.errors import Cause, EngineError
from app.model.protocol import Sampling
from app.paths import PROMPTS
from app.quiz.lexical import Lexicon
from app.quiz.prompts import load_prompt
from app.quiz.speech import Speech
from tests.helpers.scripted_engine import ScriptedEngine

TEMPLATE = load_prompt(PROMPTS / "explain.md")
SKILL = ("machine-learning-engineer", "learn-model-optimization")
EXCERPT = Excerpt(
    "Citric acid dissolves limescale",
    "Limescale slows a kettle down. Citric acid dissolves limescale within half an hour, because "
    "it binds calcium. Vinegar does the same more slowly and leaves a smell.",
    "Kettles › Descaling",
)
GOOD = "Citric acid dissolves limescale, because it binds calcium."


def said(text: str, excerpt: Excerpt = EXCERPT) -> Speech:
    engine = ScriptedEngine()
    engine.texts.append(text)
    speeches = list(explain(engine, TEMPLATE, excerpt, Lexicon()))
    return speeches[-1] if speeches else Speech()


@pytest.fixture
def page(library: Library) -> PageText:
    guide = library.guide(*SKILL)
    assert guide is not None
    return PageText.of(guide_page(guide))


def test_the_model_is_given_the_passage_and_what_stands_around_it() -> None:
    engine = ScriptedEngine()
    engine.texts.append(GOOD)
    list(explain(engine, TEMPLATE, EXCERPT, Lexicon()))
    asked = engine.prompts[0].messages[-1].content
    assert EXCERPT.quote in asked
    assert "leaves a smell" in asked


def test_what_the_passage_carries_is_kept() -> None:
    text = f"{GOOD} Vinegar does it more slowly, and leaves a smell."
    assert said(text) == Speech(text)


@pytest.mark.parametrize(
    "wrong",
    [
        "Citric acid dissolves limescale within nine hours.",
        "Citric acid does not dissolve limescale within half an hour.",
        "Baking soda and lemon peel from the freezer scrub every stain.",
        "Shall we look at vinegar next?",
    ],
)
def test_it_ends_before_what_the_passage_does_not_carry(wrong: str) -> None:
    assert said(wrong).kept == ""
    assert said(f"{GOOD} {wrong} {GOOD}").kept == GOOD


def test_it_never_becomes_longer_than_may_be() -> None:
    sentences = [
        f"Part {number} of vinegar and acid number {number} binds calcium {number} in half an hour."
        for number in range(40)
    ]
    around = " ".join(sentences)
    kept = said(around, Excerpt("vinegar", around, "Kettles")).kept
    assert 0 < len(kept.split()) <= MOST_WORDS


def test_key_points_of_the_passage_may_be_told_too() -> None:
    told = Excerpt(EXCERPT.quote, EXCERPT.around, EXCERPT.place, ("Rinsing removes the residue.",))
    assert said("Rinsing removes the residue.").kept == ""
    assert said("Rinsing removes the residue.", told).kept == "Rinsing removes the residue."


def test_an_engine_that_fails_leaves_what_was_kept() -> None:
    class Failing(ScriptedEngine):
        def generate(self, prompt: object, sampling: Sampling, schema: object = None) -> object:
            raise EngineError(Cause.CRASHED)

    with pytest.raises(EngineError):
        list(explain(Failing(), TEMPLATE, EXCERPT, Lexicon()))  # type: ignore[arg-type]


def test_a_passage_is_cut_out_with_its_surroundings(page: PageText, library: Library) -> None:
    points: Sequence[object] = library.key_points(*SKILL)
    point = library.key_points(*SKILL)[2]
    span = page.span_of(point.quote)
    assert span is not None
    excerpt = excerpt_of(page, *span, "Learn model optimization", library.key_points(*SKILL))
    assert excerpt.quote == " ".join(page.text[slice(*span)].split())
    assert excerpt.quote in excerpt.around
    assert excerpt.place.startswith("Learn model optimization › ")
    assert point.claim in excerpt.told
    assert len(excerpt.told) < 2 * len(points)
    assert len(excerpt.around) <= 2 * AROUND + len(excerpt.quote) + 100
    # No word at the ends is cut.
    words = page.text.split()
    assert excerpt.around.split()[0] in words
    assert excerpt.around.split()[-1] in words


def test_a_whole_text_is_explained_from_its_beginning(page: PageText) -> None:
    excerpt = excerpt_of(page, 0, len(page.text), "Title")
    assert len(excerpt.quote) <= LONGEST_QUOTE
    assert page.text.split()[0] == excerpt.quote.split()[0]
