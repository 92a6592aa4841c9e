"""From a question to a reply, with and without a model that reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pytest

from app.ask.features import Kind
from app.ask.index import PassageIndex
from app.ask.judge import Judge
from app.ask.reading import MOST_READ, Reader
from app.ask.searching import find_passages, reply_by
from app.ask.synonyms import Synonyms
from app.model.errors import Cause, EngineError
from app.model.protocol import Prompt
from app.paths import PROMPTS
from tests.helpers.scripted_engine import Scoring, ScriptedEngine


@pytest.fixture
def engine() -> ScriptedEngine:
    return ScriptedEngine()


@pytest.fixture
def reader(engine: ScriptedEngine) -> Reader:
    return Reader.load(engine, "reader", PROMPTS)


def expecting(words: str) -> Scoring:
    """Find a question likelier after passages with some words, and less likely after others."""

    def scores(prompt: Prompt, continuations: Sequence[str]) -> list[float]:
        [question] = continuations
        assert question.startswith(" Are credentials")
        said = prompt.messages[-1].content
        if "Text:" not in said:
            return [-40.0]
        return [-30.0] if words in said else [-50.0]

    return scores


def believing(judges: Mapping[str, Judge]) -> dict[str, Judge]:
    """Return judges of which one believes the model that reads."""
    kind = Kind("", "reader")
    size = len(kind.features)
    weights = np.zeros(size)
    weights[kind.features.index("gain")] = 1.0
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


def test_what_makes_the_question_likelier_is_cited(
    guides: PassageIndex,
    synonyms: Synonyms,
    judges: Mapping[str, Judge],
    engine: ScriptedEngine,
    reader: Reader,
) -> None:
    engine.scores.extend([expecting("Keep credentials out")] * (1 + MOST_READ))
    shortlist = find_passages(guides, synonyms, "Are credentials safe in a system prompt?", None)
    reply = reply_by(shortlist, believing(judges), "", reader)
    assert [("Keep credentials" in each.passage.text) for each in reply.citations] == [True]
    assert reply.kind.reader == "reader"
    assert len(engine.prompts) == 1 + MOST_READ


def test_where_nothing_does_it_is_refused(
    guides: PassageIndex,
    synonyms: Synonyms,
    judges: Mapping[str, Judge],
    engine: ScriptedEngine,
    reader: Reader,
) -> None:
    engine.scores.extend([expecting("no such words")] * (1 + MOST_READ))
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
