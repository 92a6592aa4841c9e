"""What the model writes is taken only if it passes; else code has something in its place."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from app.material.candidates import Statement
from app.material.wording import TRIES, Passage, Writer, Written, plain_question
from app.paths import PROMPTS
from app.quiz.lexical import Lexicon
from tests.helpers.scripted_engine import Scoring, ScriptedEngine

CLAIM = "The page cache holds at most 512 blocks because memory is scarce on small machines."
LONG = (
    "The page cache of the kernel that came with it holds at most 512 blocks (two megabytes) "
    "because memory is scarce on the small machines that it was written for in those years."
)


@pytest.fixture
def engine() -> ScriptedEngine:
    return ScriptedEngine()


@pytest.fixture
def writer(engine: ScriptedEngine) -> Writer:
    return Writer(engine, PROMPTS, Lexicon())


def _passage(sentence: str, *, before: str = "", leans: bool = False) -> Passage:
    quote = f"{before} {sentence}".strip() if leans else sentence
    return Passage(quote, sentence, before, "The cache", "Kernel notes", quote, leans)


def test_a_short_sentence_is_its_own_claim_and_the_model_is_not_asked(
    engine: ScriptedEngine, writer: Writer
) -> None:
    assert writer.claim(_passage(f"However, {CLAIM[0].lower()}{CLAIM[1:]}")) == Written(
        CLAIM, by_model=False
    )
    assert engine.prompts == []


def test_a_long_sentence_is_condensed_by_the_model(engine: ScriptedEngine, writer: Writer) -> None:
    short = (
        "The page cache of the kernel holds at most 512 blocks because memory is scarce on small "
        "machines."
    )
    engine.texts.append(short)
    assert writer.claim(_passage(LONG)) == Written(short, by_model=True)
    assert LONG in engine.prompts[0].messages[-1].content


def test_a_condensed_claim_that_says_something_else_gives_way_to_the_sentence(
    engine: ScriptedEngine, writer: Writer
) -> None:
    engine.texts.append("The page cache holds at most 1024 blocks because memory is scarce.")
    claim = writer.claim(_passage(LONG))
    assert isinstance(claim, Written)
    assert not claim.by_model
    assert "at most 512 blocks" in claim.text


def test_what_leans_is_resolved_by_the_model_or_refused(
    engine: ScriptedEngine, writer: Writer
) -> None:
    passage = _passage(
        "It holds at most 512 blocks because memory is scarce on small machines.",
        before="The page cache keeps blocks of the disk.",
        leans=True,
    )
    engine.texts += [
        CLAIM,
        "It holds at most 512 blocks because memory is scarce on small machines.",
    ]
    assert writer.claim(passage) == Written(CLAIM, by_model=True)
    refused = writer.claim(passage)
    assert isinstance(refused, str)
    assert refused.startswith("needs the sentence before it; stands_alone")


def _gain(own: float, *others: float) -> list[Scoring]:
    """Return scorings by which a question makes its claim likelier by ``own``, others by others."""
    return [
        lambda _prompt, claims: [-5.0 for _ in claims],
        lambda _prompt, claims: [-5.0 + each for each in (own, *others)][: len(claims)],
    ]


ASKED = "How many blocks can the page cache keep at once?"
RIVAL = "Writes are delayed because most blocks change again."


def _question(
    writer: Writer, statement: Statement = Statement.CAUSE, known: Sequence[str] = ()
) -> Written:
    passage = _passage(CLAIM)
    return writer.question(
        CLAIM, "the page cache", statement, passage, known=known, claims=[CLAIM, RIVAL]
    )


def test_a_question_that_passes_and_makes_its_claim_likelier_is_taken(
    engine: ScriptedEngine, writer: Writer
) -> None:
    engine.texts.append(ASKED)
    engine.scores += _gain(2.4, 0.3)
    assert _question(writer) == Written(ASKED, by_model=True)


@pytest.mark.parametrize("gains", [(1.2, 0.3), (2.4, 2.3)])
def test_a_question_that_asks_for_nothing_or_for_something_else_is_not(
    engine: ScriptedEngine, writer: Writer, gains: tuple[float, float]
) -> None:
    engine.texts += [ASKED] * TRIES
    first, second = _gain(*gains)
    engine.scores += [first, *[second] * TRIES]
    assert not _question(writer).by_model


@pytest.mark.parametrize(
    "bad",
    [
        "Does the page cache hold at most 512 blocks because memory is scarce?",
        "What does the passage say about the page cache?",
        "The page cache is small.",
        "How can a bloom filter store elements?",
        "How can the page cache hold blocks?",
    ],
)
def test_questions_that_fail_give_way_to_a_plain_one(
    engine: ScriptedEngine, writer: Writer, bad: str
) -> None:
    engine.texts += [bad] * TRIES
    assert _question(writer) == Written(
        "Why is it that the page cache holds at most 512 blocks?", by_model=False
    )


def test_a_question_that_exists_is_not_asked_again(engine: ScriptedEngine, writer: Writer) -> None:
    engine.texts += [ASKED] * TRIES
    assert _question(writer, Statement.NUMBER, [ASKED]).text != ASKED


@pytest.mark.parametrize(
    ("claim", "statement", "question"),
    [
        ("The cache holds 512 blocks.", Statement.NUMBER, "“The cache holds ___ blocks.”"),
        ("A block is a part of a disk.", Statement.DEFINITION, "What is a block?"),
        ("Blocks must be flushed at once.", Statement.DECISION, "“Blocks must …”?"),
    ],
)
def test_code_asks_plainly(claim: str, statement: Statement, question: str) -> None:
    assert question in plain_question(claim, statement, _passage(claim))


def test_without_a_model_everything_is_codes() -> None:
    plain = Writer(None, PROMPTS, Lexicon())
    assert plain.model == ""
    claim = plain.claim(_passage(CLAIM))
    assert claim == Written(CLAIM, by_model=False)
    assert not _question(plain).by_model
