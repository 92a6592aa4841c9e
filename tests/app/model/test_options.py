"""How a model is run: only what an engine can be run with, and what leaves its numbers alone."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.model.options import RunOptions, default_threads, usable_threads
from app.model.protocol import Passage, Prompt


def test_usual_is_one_thread_for_each_core() -> None:
    assert RunOptions.usual() == RunOptions(default_threads(), default_threads())
    assert RunOptions.usual(3).write_threads == 3
    assert 1 <= default_threads() <= usable_threads() <= (os.cpu_count() or 1)


def test_they_survive_being_packed_and_others_are_passed_over() -> None:
    options = RunOptions(4, 2, chunk=512, memory_map=False, key_type="q8_0")
    assert RunOptions.unpacked({**options.packed(), "batch": 64}) == options


@pytest.mark.parametrize(
    "wrong",
    [
        {"threads": 0},
        {"threads": 100_000},
        {"threads": 2.0},
        {"threads": True},
        {"write_threads": "2"},
        {"chunk": 100},
        {"chunk": [256]},
        {"memory_map": 1},
        {"key_type": "q4_0"},
    ],
)
def test_what_no_engine_can_be_run_with_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"threads|chunk|memory_map"):
        RunOptions.unpacked({**RunOptions(2, 2).packed(), **wrong})


def test_what_is_missing_is_named() -> None:
    with pytest.raises(ValueError, match="'chunk' is missing"):
        RunOptions.unpacked({"threads": 2, "write_threads": 2})


@pytest.mark.engine
@pytest.mark.parametrize(
    "options",
    [
        RunOptions(1, 1),
        RunOptions(3, 2),
        RunOptions(2, 2, chunk=512),
        RunOptions(2, 2, memory_map=False),
        RunOptions(2, 2, key_type="q8_0"),
    ],
    ids=["fewer threads", "more threads", "larger chunks", "copied weights", "smaller keys"],
)
def test_none_changes_what_a_passage_gives_out(
    options: RunOptions, small_model: Path, make_passage: Callable[..., Passage]
) -> None:
    from app.model import binding
    from app.model.llama import Model

    binding.start()
    words = " ".join(f"In year {year} they counted {year % 7} of them." for year in range(60))
    passage = make_passage(words)
    seen = []
    for each in (RunOptions.usual(2), options):
        model = Model(str(small_model), context_length=512, threads=2, options=each)
        seen += model.observe([passage], (0.5, 0.8), lambda *_: None)
        model.close()
    usual, other = seen
    assert usual.tokens[0] > 512  # more than one chunk of any size
    np.testing.assert_array_equal(usual.last, other.last)
    np.testing.assert_array_equal(usual.means, other.means)


@pytest.mark.engine
def test_smaller_keys_are_for_writing_and_change_it_little(
    small_model: Path, france: Prompt
) -> None:
    from app.model import binding
    from app.model.llama import Model

    binding.start()
    scores = []
    for options in (RunOptions.usual(2), RunOptions(2, 2, key_type="q8_0")):
        model = Model(str(small_model), context_length=512, threads=2, options=options)
        told = model.score(france, [" Paris", " Rome"], lambda *_: None)
        scores.append([each.log_probability for each in told])
        model.close()
    usual, smaller = scores
    assert usual != smaller
    np.testing.assert_allclose(usual, smaller, atol=0.5)
