"""What a model makes of a question and a passage."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from app.ask.passages import Passage
from app.ask.reading import MOST_READ, Reader, read_passages
from app.ask.retrieval import Found
from app.model.client import LocalEngine
from app.model.protocol import Prompt
from app.paths import PROMPTS
from tests.helpers.scripted_engine import ScriptedEngine

FOUND = [Found(number, Passage("T", f"Text {number}."), 1.0, None) for number in range(5)]


def likely(prompt: Prompt, continuations: Sequence[str]) -> list[float]:
    """Find the question likelier the higher the number of the text."""
    assert list(continuations) == [" What of it?"]
    said = prompt.messages[-1].content
    return [-20.0 + next((n for n in range(5) if f"Text: Text {n}." in said), -5)]


@pytest.fixture
def engine() -> ScriptedEngine:
    engine = ScriptedEngine()
    engine.scores.extend([likely] * 20)
    return engine


@pytest.fixture
def reader(engine: ScriptedEngine) -> Reader:
    return Reader.load(engine, "scripted", PROMPTS)


def test_the_likeliest_passages_are_compared_with_no_text(
    reader: Reader, engine: ScriptedEngine
) -> None:
    gains = read_passages(reader, "What of it?", FOUND)
    assert gains == {number: 5.0 + number for number in range(MOST_READ)}
    assert len(engine.prompts) == 1 + MOST_READ
    assert {prompt.reply_start for prompt in engine.prompts} == {"Question:"}


def test_what_was_read_before_is_not_read_again(reader: Reader, engine: ScriptedEngine) -> None:
    known = {("What of it?", "Text 1."): 70.0, ("What of it?", ""): -25.0}
    assert read_passages(reader, "What of it?", FOUND, known) == {0: 5.0, 1: 70.0, 2: 7.0}
    assert len(engine.prompts) == 2
    assert len(known) == 4


def test_nothing_found_is_not_read(reader: Reader, engine: ScriptedEngine) -> None:
    assert read_passages(reader, "What of it?", []) == {}
    assert engine.prompts == []


@pytest.mark.engine
def test_a_real_model_expects_a_question_after_the_text_that_answers_it(
    small_model: Path,
) -> None:
    texts = (
        "Citric acid dissolves the limescale in a kettle within half an hour.",
        "The treaty was signed by both kings in the spring of that year.",
    )
    found = [Found(number, Passage("T", text), 1.0, None) for number, text in enumerate(texts)]
    with LocalEngine(small_model, context_length=1024, threads=1) as engine:
        reader = Reader.load(engine, "smollm2-135m", PROMPTS)
        gains = read_passages(reader, "What dissolves limescale in a kettle?", found)
    assert gains[0] > gains[1] + 3
    assert gains[0] > 0
