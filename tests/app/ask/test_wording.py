"""The model's words on what is cited: kept as far as the passages carry them."""

from __future__ import annotations

import numpy as np
import pytest

from app.ask.asked import read_question
from app.ask.features import Kind
from app.ask.index import PassageIndex
from app.ask.judge import Judge
from app.ask.reply import Reply, decide
from app.ask.retrieval import retrieve
from app.ask.synonyms import Synonyms
from app.ask.wording import word_reply
from app.model.errors import Cause, EngineError
from app.paths import PROMPTS
from app.quiz.prompts import load_prompt
from app.quiz.speech import Speech
from tests.helpers.scripted_engine import ScriptedEngine

TEMPLATE = load_prompt(PROMPTS / "ask-answer.md")


@pytest.fixture
def engine() -> ScriptedEngine:
    return ScriptedEngine()


@pytest.fixture
def reply(kettles: PassageIndex) -> Reply:
    size = len(Kind().features)
    judge = Judge(Kind(), 0.5, np.zeros(size), np.ones(size), np.zeros(size), 0.0)
    shortlist = retrieve(kettles, read_question("What removes limescale?", Synonyms()))
    order = [each.passage.headings == ("Descaling",) for each in shortlist.found]
    return decide(shortlist, judge, np.array(order, float))


def said(engine: ScriptedEngine, reply: Reply, kettles: PassageIndex, text: str) -> Speech:
    engine.texts.append(text)
    speeches = list(word_reply(engine, TEMPLATE, reply, kettles.lexicon))
    return speeches[-1] if speeches else Speech()


def test_what_the_passage_says_is_kept(
    engine: ScriptedEngine, reply: Reply, kettles: PassageIndex
) -> None:
    text = "Citric acid dissolves limescale within half an hour. Vinegar does the same more slowly."
    assert said(engine, reply, kettles, text) == Speech(text)
    prompt = engine.prompts[0].messages[-1].content
    assert "What removes limescale?" in prompt
    assert "leaves a smell" in prompt
    assert "2,200 watts" not in prompt


@pytest.mark.parametrize(
    "wrong",
    [
        "Citric acid dissolves limescale within nine hours.",
        "Baking soda and lemon peel from the freezer scrub every stain.",
        "Citric acid does not dissolve limescale within half an hour.",
        "Citric acid dissolves limescale within half an",
    ],
)
def test_what_the_passage_does_not_say_is_not_shown(
    engine: ScriptedEngine, reply: Reply, kettles: PassageIndex, wrong: str
) -> None:
    assert said(engine, reply, kettles, wrong).kept == ""
    good = "Citric acid dissolves limescale."
    assert said(engine, reply, kettles, f"{good} {wrong}").kept == good


def test_a_refusal_is_not_put_into_words(
    engine: ScriptedEngine, reply: Reply, kettles: PassageIndex
) -> None:
    refused = Reply(reply.question, (), "No passage answers this.", (), reply.kind)
    assert list(word_reply(engine, TEMPLATE, refused, kettles.lexicon)) == []
    assert engine.prompts == []


def test_whoever_stops_listening_stops_the_model(
    engine: ScriptedEngine, reply: Reply, kettles: PassageIndex
) -> None:
    engine.texts.append("Citric acid dissolves limescale. Vinegar leaves a smell that goes away.")
    words = word_reply(engine, TEMPLATE, reply, kettles.lexicon)
    next(words)
    words.close()
    assert engine.streams[0].cancelled


def test_an_engine_that_fails_says_so(
    engine: ScriptedEngine, reply: Reply, kettles: PassageIndex
) -> None:
    engine.texts.append(EngineError(Cause.CRASHED))
    with pytest.raises(EngineError):
        list(word_reply(engine, TEMPLATE, reply, kettles.lexicon))
