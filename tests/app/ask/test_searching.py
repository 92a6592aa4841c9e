"""From a question to a reply, with and without a model that reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pytest

from app.ask.features import Kind
from app.ask.index import PassageIndex
from app.ask.judge import Judge
from app.ask.reading import MOST_READ
from app.ask.searching import Reader, find_passages, reply_by
from app.ask.synonyms import Synonyms
from app.model.errors import Cause, EngineError
from app.model.protocol import Prompt
from app.paths import PROMPTS
from app.quiz.prompts import load_prompt
from tests.helpers.scripted_engine import ScriptedEngine

CARRIES = load_prompt(PROMPTS / "ask-carries.md")


@pytest.fixture
def engine() -> ScriptedEngine:
    return ScriptedEngine()


@pytest.fixture
def reader(engine: ScriptedEngine) -> Reader:
    return Reader(engine, CARRIES, "reader")


def affirming(words: str) -> object:
    """Say yes to passages with some words and no to all others."""

    def scores(prompt: Prompt, continuations: Sequence[str]) -> list[float]:
        assert list(continuations) == [" yes", " no"]
        said = words in prompt.messages[-1].content
        return [-0.1, -3.0] if said else [-3.0, -0.1]

    return scores


def believing(judges: Mapping[str, Judge]) -> dict[str, Judge]:
    """Return judges of which one believes whatever the model that reads affirms."""
    kind = Kind("", "reader")
    size = len(kind.features)
    weights = np.zeros(size)
    weights[kind.features.index("affirmed")] = 2.0
    strict = Judge(kind, 0.5, np.zeros(size), np.ones(size), weights, 0.0)
    return {**judges, kind.label: strict}


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("Is it safe to put credentials in the system prompt?", "Keep credentials out of it"),
        ("Which HTTP status codes are worth a retry?", "429 and 503 are worth a retry"),
        ("Can the word error rate exceed 100%?", "WER can exceed 100%"),
        ("Must I embed the corpus again for a new embedding model?", "embedding the whole corpus"),
    ],
)
def test_a_question_near_to_the_words_is_answered_by_words_alone(
    guides: PassageIndex, synonyms: Synonyms, judges: Mapping[str, Judge], question: str, quote: str
) -> None:
    reply = reply_by(find_passages(guides, synonyms, question, None), judges, "", None)
    assert any(quote in citation.passage.text for citation in reply.citations)
    assert reply.kind == Kind()


@pytest.mark.parametrize(
    "question",
    ["How do I bake sourdough bread?", "What is the capital of Australia?", "How does KTO work?"],
)
def test_what_nothing_says_is_refused(
    guides: PassageIndex, synonyms: Synonyms, judges: Mapping[str, Judge], question: str
) -> None:
    reply = reply_by(find_passages(guides, synonyms, question, None), judges, "", None)
    assert not reply.answered
    assert reply.refusal


def test_what_the_model_affirms_is_cited(
    guides: PassageIndex,
    synonyms: Synonyms,
    judges: Mapping[str, Judge],
    engine: ScriptedEngine,
    reader: Reader,
) -> None:
    engine.scores.extend([affirming("Keep credentials out")] * MOST_READ)  # type: ignore[list-item]
    shortlist = find_passages(guides, synonyms, "Are credentials safe in a system prompt?", None)
    reply = reply_by(shortlist, believing(judges), "", reader)
    assert [("Keep credentials" in each.passage.text) for each in reply.citations] == [True]
    assert reply.kind.reader == "reader"
    assert len(engine.prompts) == MOST_READ
    assert all("Are credentials safe" in each.messages[-1].content for each in engine.prompts)


def test_what_the_model_denies_is_refused(
    guides: PassageIndex,
    synonyms: Synonyms,
    judges: Mapping[str, Judge],
    engine: ScriptedEngine,
    reader: Reader,
) -> None:
    engine.scores.extend([affirming("no such words")] * MOST_READ)  # type: ignore[list-item]
    shortlist = find_passages(guides, synonyms, "Are credentials safe in a system prompt?", None)
    assert not reply_by(shortlist, believing(judges), "", reader).answered


def test_a_model_without_a_judge_of_its_own_is_not_asked(
    guides: PassageIndex,
    synonyms: Synonyms,
    judges: Mapping[str, Judge],
    engine: ScriptedEngine,
    reader: Reader,
) -> None:
    shortlist = find_passages(guides, synonyms, "Are credentials safe in a system prompt?", None)
    assert reply_by(shortlist, judges, "", replace(reader, name="unknown")).answered
    assert engine.prompts == []


def test_nothing_is_read_where_a_name_is_unheard_of(
    guides: PassageIndex,
    synonyms: Synonyms,
    judges: Mapping[str, Judge],
    engine: ScriptedEngine,
    reader: Reader,
) -> None:
    shortlist = find_passages(guides, synonyms, "How does SLERP merge weights?", None)
    assert "SLERP" in reply_by(shortlist, believing(judges), "", reader).refusal
    assert engine.prompts == []


def test_an_engine_that_fails_says_so(
    guides: PassageIndex,
    synonyms: Synonyms,
    judges: Mapping[str, Judge],
    engine: ScriptedEngine,
    reader: Reader,
) -> None:
    engine.scores.append(EngineError(Cause.CRASHED))
    shortlist = find_passages(guides, synonyms, "Are credentials safe in a system prompt?", None)
    with pytest.raises(EngineError):
        reply_by(shortlist, believing(judges), "", reader)
