"""One key point with all that the checks look at, small enough to be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.content.types import AuthoredQuestion, KeyPoint, Level, Misconception
from app.quiz.asking.context import Context
from app.quiz.asking.types import Angle, Candidate
from app.quiz.lexical import Lexicon
from app.quiz.question import Option

POINT = KeyPoint(
    id="bloom-misses",
    skill="stores",
    topic="how a Bloom filter answers a lookup",
    claim=(
        "A Bloom filter may report a key that was never stored but misses none that was, because"
        " stored keys only ever set bits."
    ),
    level=Level.UNDERSTAND,
    questions=(
        AuthoredQuestion("Which errors can a lookup in a Bloom filter make?"),
        AuthoredQuestion(
            "Your cache skips the disk when its Bloom filter says no. Which error is ruled out?",
            scenario=True,
        ),
    ),
    answer="It may say yes for a key that is absent, never no for one that is present.",
    misconceptions=(
        Misconception(
            "A Bloom filter may miss a key that was stored, but what it reports is always there.",
            "It is the other way round.",
        ),
        Misconception(
            "A Bloom filter errs both ways equally often, as its hash functions are random.",
            "Set bits are never cleared.",
        ),
        Misconception(
            "A Bloom filter makes no errors as long as it holds fewer keys than bits.",
            "Bits of several keys add up to a pattern that none of them has.",
        ),
    ),
    quote="it never misses a stored key",
    sources=("bloom1970",),
    line=1,
)
RIVAL = replace(
    POINT,
    id="bloom-size",
    topic="the size of a Bloom filter with 1 percent false positives",
    claim="A Bloom filter needs about 9.6 bits for each key at a false-positive rate of 1 percent.",
    questions=(AuthoredQuestion("How many bits for each key does a rate of 1 percent take?"),),
    answer="About 9.6 bits for each key, whatever the length of the keys.",
    misconceptions=(
        Misconception("A Bloom filter needs 1 bit for each key.", "It sets several."),
        Misconception("A Bloom filter needs 100 bits for each key.", "One in a hundred may err."),
    ),
)
CAUSED = replace(
    RIVAL,
    id="retries",
    topic="retries after a fixed delay",
    claim="A fixed delay brings the load back because clients that failed together retry together.",
    answer="They all wait equally long, so that the whole load comes back at once.",
)
PASSAGE = (
    "A Bloom filter answers whether a key is in a set. Each stored key sets bits that nobody"
    " clears, so it never misses a stored key; it may report others."
)
OPTIONS = (
    Option(POINT.claim, right=True),
    *(Option(each.claim, right=False, why=each.why) for each in POINT.misconceptions),
)

Make = Callable[..., Candidate]


@pytest.fixture
def context() -> Context:
    return Context(
        passage=PASSAGE,
        bank=tuple(question.text for point in (POINT, RIVAL) for question in point.questions),
        others=(RIVAL,),
        lexicon=Lexicon.of(f"{point.claim} {point.answer}" for point in (POINT, RIVAL)),
    )


def candidate(
    text: str, angle: Angle = Angle.RECALL, options: tuple[Option, ...] = ()
) -> Candidate:
    return Candidate(POINT, angle, text, options)
