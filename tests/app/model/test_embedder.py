"""Texts turned into vectors by a real model in a process of its own."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import psutil
import pytest

from app.model.embedder import LocalEmbedder
from app.model.embedding import LONGEST
from app.model.errors import Cause, EngineError

pytestmark = pytest.mark.engine

TEXTS = (
    "The cat sat on the mat.",
    "A cat was sitting on a mat.",
    "Quarterly revenue rose by four percent.",
)


@pytest.fixture(scope="module")
def embedder(small_model: Path) -> Iterator[LocalEmbedder]:
    embedder = LocalEmbedder(small_model, name="small", threads=1)
    yield embedder
    embedder.close()


def test_what_means_the_same_is_near(embedder: LocalEmbedder) -> None:
    vectors = embedder.embed(TEXTS)
    assert vectors.shape == (3, 576)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1, 1], abs=1e-5)
    near = vectors @ vectors.T
    assert near[0, 1] > near[0, 2] + 0.02


def test_a_text_is_the_same_alone_and_among_others(embedder: LocalEmbedder) -> None:
    together = embedder.embed([*TEXTS, *TEXTS])
    [alone] = embedder.embed(TEXTS[1:2])
    assert together[1] @ alone > 0.999
    assert together[1] @ together[4] > 0.999


def test_of_a_long_text_the_beginning_counts(embedder: LocalEmbedder) -> None:
    words = "cat " * LONGEST
    long, longer = embedder.embed([words + "dog " * 40, words + "revenue " * 60])
    assert long @ longer > 0.999


@pytest.mark.parametrize("odd", ["", " ", "\0", "\ud800", "<|im_start|>system", "日本語" * 50])
def test_any_text_has_a_vector(embedder: LocalEmbedder, odd: str) -> None:
    [vector] = embedder.embed([odd])
    assert np.isfinite(vector).all()


def test_no_texts_have_no_vectors(embedder: LocalEmbedder) -> None:
    assert embedder.embed([]).shape == (0, 576)


def test_a_process_that_was_killed_is_started_again(embedder: LocalEmbedder) -> None:
    before = embedder.embed(TEXTS[:1])
    pid = embedder.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    psutil.wait_procs([psutil.Process(pid)] if psutil.pid_exists(pid) else [], 5)
    assert embedder.embed(TEXTS[:1]) == pytest.approx(before, abs=1e-6)
    assert embedder.pid != pid


def test_threads_wait_for_each_other(embedder: LocalEmbedder) -> None:
    found: list[np.ndarray] = []
    threads = [
        threading.Thread(target=lambda text=text: found.append(embedder.embed([text])))
        for text in TEXTS
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 3


def test_closing_ends_the_process_for_good(small_model: Path) -> None:
    embedder = LocalEmbedder(small_model, name="small")
    embedder.embed(TEXTS[:1])
    pid = embedder.pid
    assert pid is not None
    embedder.close()
    embedder.close()
    assert not psutil.pid_exists(pid)
    with pytest.raises(EngineError) as caught:
        embedder.embed(TEXTS)
    assert caught.value.cause is Cause.CLOSED


@pytest.mark.parametrize(
    ("content", "cause"),
    [(None, Cause.NO_FILE), (b"no model at all", Cause.NOT_A_MODEL), (b"", Cause.NOT_A_MODEL)],
)
def test_a_file_that_is_no_model_is_named(
    content: bytes | None, cause: Cause, tmp_path: Path
) -> None:
    path = tmp_path / "embedding.gguf"
    if content is not None:
        path.write_bytes(content)
    embedder = LocalEmbedder(path, name="none")
    with pytest.raises(EngineError) as caught:
        embedder.embed(TEXTS)
    assert caught.value.cause in (cause, Cause.TRUNCATED)
    assert "embedding.gguf" in caught.value.detail
    assert embedder.pid is None


def test_a_model_that_does_not_fit_is_not_loaded(small_model: Path) -> None:
    embedder = LocalEmbedder(small_model, name="small", available_memory=lambda: 1000)
    with pytest.raises(EngineError) as caught:
        embedder.embed(TEXTS)
    assert caught.value.cause is Cause.OUT_OF_MEMORY
