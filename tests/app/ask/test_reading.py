"""What a model makes of a question and a passage."""

from __future__ import annotations

from app.ask.passages import Passage
from app.ask.reading import MOST_READ, read_passages
from app.ask.retrieval import Found
from app.paths import PROMPTS
from app.quiz.prompts import load_prompt
from tests.helpers.scripted_engine import ScriptedEngine

TEMPLATE = load_prompt(PROMPTS / "ask-carries.md")
FOUND = [Found(number, Passage("T", f"Text {number}."), 1.0, None) for number in range(5)]


def test_the_likeliest_passages_are_read_and_no_more() -> None:
    engine = ScriptedEngine()
    engine.scores.extend([lambda _prefix, _words: [-1.0, -3.0]] * MOST_READ)
    assert read_passages(engine, TEMPLATE, "Q?", FOUND) == dict.fromkeys(range(MOST_READ), 2.0)
    said = [prompt.messages[-1].content for prompt in engine.prompts]
    assert all(f"Text: Text {number}." in each for number, each in enumerate(said))


def test_the_question_stands_before_the_text_so_that_it_is_read_once() -> None:
    engine = ScriptedEngine()
    engine.scores.extend([lambda _prefix, _words: [-1.0, -3.0]] * MOST_READ)
    read_passages(engine, TEMPLATE, "What of $all this?", FOUND)
    first, second = (prompt.messages[-1].content for prompt in engine.prompts)
    same = first.partition("Text 0")[0]
    assert second.startswith(same)
    assert "What of $all this?" in same


def test_what_was_read_before_is_not_read_again() -> None:
    engine = ScriptedEngine()
    engine.scores.extend([lambda _prefix, _words: [-2.0, -1.0]])
    known = {("Q?", "Text 1."): 7.0}
    assert read_passages(engine, TEMPLATE, "Q?", FOUND, known) == {0: -1.0, 1: 7.0}
    assert len(engine.prompts) == 1
    assert len(known) == 2
