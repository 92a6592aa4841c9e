"""The model is shown a phrase, and its reply is cut to one question."""

from __future__ import annotations

import random

import pytest

from app.model.errors import Cause, EngineError
from app.paths import PROMPTS
from app.quiz.asking.sketch import RECALL, WHY, Turn
from app.quiz.asking.write import load_prompts, request, write
from tests.helpers.scripted_engine import ScriptedEngine

TEMPLATES = load_prompts(PROMPTS)
TURNS = (
    Turn(RECALL, "how a Bloom filter is emptied", "How", ""),
    Turn(WHY, "a fixed delay brings the load back", "Why", "retries after a failure"),
)


@pytest.mark.parametrize("turn", TURNS)
def test_the_reply_is_begun_and_the_phrase_stands_last(turn: Turn) -> None:
    prompt, sampling = request(turn, TEMPLATES, seed=7)
    assert prompt.reply_start.endswith(f" {turn.start}")
    *_, last = prompt.messages[-1].content.split("\n\n")
    assert last.endswith(turn.phrase)
    assert turn.about in last
    assert (sampling.seed, sampling.stop) == (7, ("\n",))


@pytest.mark.parametrize("turn", TURNS)
def test_two_phrases_share_the_beginning_of_a_prompt(turn: Turn) -> None:
    other = Turn(turn.prompt, "another phrase", turn.start, "another subject")
    first, second = (request(each, TEMPLATES, 0)[0].messages for each in (turn, other))
    assert first[0] == second[0]
    assert first[-1].content[:400] == second[-1].content[:400]


@pytest.mark.parametrize(
    ("reply", "question"),
    [
        (" is it emptied?", "How is it emptied?"),
        ("is it emptied? Because it is full.", "How is it emptied?"),
        (" is it emptied", "How is it emptied"),
        ("How is it emptied?", "How is it emptied?"),
        ("Direct: How is it emptied?", "How is it emptied?"),
        ("", "How "),
    ],
)
def test_a_reply_is_cut_after_its_question_mark(reply: str, question: str) -> None:
    engine = ScriptedEngine()
    engine.texts.append(reply)
    assert write(engine, TURNS[0], TEMPLATES, random.Random(0)) == question


def test_trouble_with_the_engine_is_told() -> None:
    engine = ScriptedEngine()
    engine.texts.append(EngineError(Cause.CRASHED, "x"))
    with pytest.raises(EngineError):
        write(engine, TURNS[0], TEMPLATES, random.Random(0))


def test_every_prompt_is_there_with_a_version() -> None:
    assert set(TEMPLATES) == {RECALL, WHY}
    assert all(template.version >= 1 for template in TEMPLATES.values())
