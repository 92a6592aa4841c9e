"""Only a question that has just the words of its phrase passes as the phrase turned."""

from __future__ import annotations

import pytest

from app.quiz.asking.turning import is_turned


@pytest.mark.parametrize(
    ("phrase", "question"),
    [
        ("how a filter answers a lookup", "How does a filter answer a lookup?"),
        (
            "what Kim et al. (2023) found about filters",
            "What did Kim et al. (2023) find about filters?",
        ),
        ("how QLoRA saves memory", "How does QLoRA save memory?"),
        ("why CLIP multiplies cosines", "Why does CLIP multiply cosines?"),
        ("how routers and cascades differ", "How do routers and cascades differ?"),
        ("what a canary string does", "What does a canary string do?"),
        ("what repeated tries do to a filter", "What do repeated tries do to a filter?"),
        ("how metrics are broken down", "How are metrics broken down?"),
        ("how many vectors an IVF search scores", "How many vectors does an IVF search score?"),
        (
            "which part of a request caching speeds up",
            "Which part of a request does caching speed up?",
        ),
        ("how PPO-ptx reduced regressions", "How did PPO-ptx reduce regressions?"),
        ("what makes an approval protective", "What makes an approval protective?"),
        ("how far a client may rely on hints", "How far may a client rely on hints?"),
        ("what the effect of a larger β is", "What is the effect of a larger β?"),
        ("where limits on a run are enforced", "Where are the limits on a run enforced?"),
        ("what is traded when a size is chosen", "What is traded when a size is chosen?"),
    ],
)
def test_a_turned_phrase_passes(phrase: str, question: str) -> None:
    assert is_turned(phrase, question)


@pytest.mark.parametrize(
    ("phrase", "question"),
    [
        # Not turned at all.
        ("what constrained decoding does", "What constrained decoding does?"),
        ("which tokens the loss covers", "Which tokens the loss covers?"),
        # A word is lost, or another one comes in.
        ("what a change of the model requires", "What change of the model requires?"),
        ("how a key is made and used", "How is a key made?"),
        ("how an index serves a query", "How does an index serve a slow query?"),
        ("what decides the quality", "What determines the quality?"),
        # Another verb asks for something else.
        ("what a canary string does", "What is a canary string?"),
        ("where W4A16 speeds up inference", "Where is W4A16 speeds up inference?"),
        ("what a license demands", "What is a license demands?"),
        ("what pruning costs", "What does pruning costs?"),
        ("what they found", "What do they found?"),
        # Nothing that anybody does.
        ("which step of a failed run to look for", "Which step of a failed run to look for?"),
        ("what to vary between runs", "What to vary between runs?"),
        # No question of this kind.
        ("how a filter answers a lookup", "A filter does answer a lookup how?"),
    ],
)
def test_anything_else_does_not(phrase: str, question: str) -> None:
    assert not is_turned(phrase, question)


@pytest.mark.parametrize(
    ("question", "good"),
    [
        ("Why must agents be compared on accuracy and cost together?", True),
        ("Why must agents, according to Kapoor et al. (2024), be compared on accuracy and cost"
         " together?", True),
        ("Why must agents be compared on cost?", False),
        ("Why must agents be compared on accuracy and cost together about simple baselines?",
         False),
        ("Why must, in simple baselines, agents found be compared on accuracy and cost together?",
         False),
        ("How must agents be compared on accuracy and cost together?", False),
        ("Why must agents be compared on accuracy and cost together in production?", False),
    ],
)  # fmt: skip
def test_a_statement_may_be_told_apart_by_what_it_is_about(question: str, good: bool) -> None:
    phrase = "agents must be compared on accuracy and cost together"
    about = "what Kapoor et al. (2024) found about simple baselines"
    assert is_turned(phrase, question, about) == good


@pytest.mark.parametrize(
    ("question", "good"),
    [
        ("Why does clean data not replace a test?", True),
        ("Why does clean data, after fine-tuning, not replace a test?", True),
        ("Why does clean data do not replace a test?", False),
        ("Why clean data does not replace a test?", False),
    ],
)
def test_what_is_not_so_is_asked_for_in_good_english(question: str, good: bool) -> None:
    phrase = "clean data does not replace a test"
    assert is_turned(phrase, question, "safety after fine-tuning") == good
