"""What was measured is told in words that a learner can follow."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.model.hardware import Hardware
from app.model.options import RunOptions
from app.model.tuning import Comparison, Tuning
from app.tuning_text import as_text, comparison_words, options_words, speed_words, step_words
from tests.helpers.tunable_engine import FOUND

TUNING = Tuning(
    model="Small",
    size=10**8,
    hardware=Hardware("Some processor", 4, 8),
    llama_cpp="0.3.36",
    measured_on="2026-11-23",
    found=FOUND,
)


def test_all_of_it_for_a_terminal() -> None:
    assert as_text(TUNING).splitlines() == [
        "Small reads 512 and writes 21 tokens a second, about 16 words on this machine "
        "(Some processor, llama-cpp-python 0.3.36).",
        "It is run with 8 threads to read and 4 to write, 512 tokens read at once, weights in the "
        "file's pages, keys at 16 bits.",
        "  threads to read: 8 for 4: 0.91 × the time in 5 runs, taken",
        "  weights: copied into memory for in the file's pages: not tried, for lack of time or "
        "memory",
    ]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (RunOptions(1, 1), "1 thread, 256 tokens read at once"),
        (RunOptions(4, 4), "4 threads, 256"),
        (RunOptions(1, 2), "1 thread to read and 2 to write"),
        (RunOptions(2, 2, memory_map=False), "weights copied into memory"),
        (RunOptions(2, 2, key_type="q8_0"), "keys at 8 bits"),
    ],
)
def test_how_a_model_is_run(options: RunOptions, said: str) -> None:
    assert said in options_words(options)


def test_a_slow_model_is_not_said_to_write_nothing() -> None:
    slow = replace(TUNING, found=replace(FOUND, write_tokens_per_second=0.8))
    assert "writes 0.8 tokens a second, about 0.6 words" in speed_words(slow)


def test_what_was_left_is_told_as_well() -> None:
    left = Comparison("key_type", "q8_0", "f16", 1.02, 3, chosen=False)
    assert comparison_words(left) == (
        "keys of what was read: at 8 bits for at 16 bits: 1.02 × the time in 3 runs, left"
    )


def test_a_step_is_told_while_it_is_taken() -> None:
    assert step_words("", "") == "taking its speed"
    assert step_words("write_threads", 2) == "trying threads to write: 2"
    assert step_words("memory_map", False) == "trying weights: copied into memory"
