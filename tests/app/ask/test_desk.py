"""The desk with real parts: the guides, documents, and a model in its own process."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import pytest

from app.ask.desk import Desk
from app.ask.features import Kind
from app.ask.judge import Judge
from app.ask.passages import sectioned_text
from app.ask.reply import Reply
from app.content.library import Library
from app.model.client import LocalEngine
from app.model.embedder import LocalEmbedder
from app.model.errors import Cause, EngineError
from app.paths import Paths
from app.quiz.speech import Speech
from tests.app.ask.conftest import KETTLES
from tests.helpers.scripted_engine import ScriptedEngine


@pytest.fixture
def engine() -> ScriptedEngine:
    return ScriptedEngine()


@pytest.fixture
def desk(paths: Paths, library: Library, engine: ScriptedEngine) -> Iterator[Desk]:
    paths.make()
    desk = Desk(paths, library=lambda: library, reader=lambda: None, writer=lambda: engine)
    yield desk
    desk.close()


def update(desk: Desk) -> None:
    for _ in desk.updating():
        pass


def test_a_reply_comes_before_the_models_words(desk: Desk, engine: ScriptedEngine) -> None:
    update(desk)
    engine.texts.append("Keep credentials out of it and enforce authorization in code.")
    reply, *speeches = desk.answering("May credentials stand in the system prompt?")
    assert isinstance(reply, Reply)
    assert reply.answered
    assert speeches[-1] == Speech("Keep credentials out of it and enforce authorization in code.")


def test_a_refusal_is_all_there_is(desk: Desk) -> None:
    update(desk)
    [reply] = desk.answering("How do I bake sourdough bread?")
    assert isinstance(reply, Reply)
    assert not reply.answered


def test_what_was_quoted_holds_when_the_model_fails(desk: Desk, engine: ScriptedEngine) -> None:
    update(desk)
    engine.texts.append(EngineError(Cause.OUT_OF_MEMORY))
    answering = desk.answering("May credentials stand in the system prompt?")
    reply = next(answering)
    assert isinstance(reply, Reply)
    assert reply.answered
    with pytest.raises(EngineError):
        next(answering)


def test_a_document_of_ones_own_answers_once_it_is_there(
    desk: Desk, paths: Paths, engine: ScriptedEngine
) -> None:
    update(desk)
    question = "Does citric acid dissolve limescale in a kettle?"
    [reply] = desk.answering(question)
    assert isinstance(reply, Reply)
    assert not reply.answered
    (paths.documents / "kettles.md").write_text(KETTLES, encoding="utf-8")
    update(desk)
    engine.texts.append("")
    reply = next(desk.answering(question))
    assert isinstance(reply, Reply)
    assert reply.citations[0].quote.startswith("Citric acid dissolves limescale")
    assert reply.citations[0].passage.path == str(paths.documents / "kettles.md")


def test_texts_from_elsewhere_are_found_too(
    paths: Paths, library: Library, engine: ScriptedEngine
) -> None:
    paths.make()
    text = sectioned_text("material:1", "Samovars", [(("Use",), "A samovar boils water for tea.")])
    desk = Desk(
        paths,
        library=lambda: library,
        reader=lambda: None,
        writer=lambda: None,
        others=lambda: [text],
    )
    update(desk)
    reply = next(desk.answering("What does a samovar boil water for?"))
    assert isinstance(reply, Reply)
    assert reply.citations[0].passage.place == "Samovars › Use"
    desk.close()


def test_without_its_model_there_is_no_embedder(desk: Desk) -> None:
    assert desk.embedder is None
    assert desk.embedding.size == 25008064
    assert desk.embedding.sha256 is not None


@pytest.mark.engine
def test_passages_are_embedded_where_a_model_is_installed(
    paths: Paths, small_model: Path, engine: ScriptedEngine
) -> None:
    paths.make()
    (paths.documents / "kettles.md").write_text(KETTLES, encoding="utf-8")
    desk = Desk(paths, library=Library, reader=lambda: None, writer=lambda: engine)
    # Another model in its place: what is embedded well is not the question here.
    shutil.copy(small_model, paths.models / desk.embedding.file)
    try:
        update(desk)
        assert isinstance(desk.embedder, LocalEmbedder)
        assert desk.index.is_embedded(desk.embedding.id)
        reply = next(desk.answering("Does vinegar leave a smell in a kettle?"))
        assert isinstance(reply, Reply)
        assert reply.kind.embedder == desk.embedding.id
    finally:
        desk.close()


@pytest.mark.engine
def test_a_real_model_reads_and_writes(
    paths: Paths, library: Library, small_model: Path, judges: Mapping[str, Judge]
) -> None:
    paths.make()
    with LocalEngine(small_model, context_length=2048, threads=1) as engine:
        desk = Desk(
            paths,
            library=lambda: library,
            reader=lambda: (engine, "smollm2-135m"),
            writer=lambda: engine,
        )
        update(desk)
        # It has no judge of its own; one that goes by words reads all the same, and is not swayed.
        kind = Kind("", "smollm2-135m")
        words = judges["words"]
        more = np.zeros(len(kind.features) - len(words.weights))
        desk.judges[kind.label] = Judge(
            kind,
            words.threshold,
            np.concatenate([words.centre, more]),
            np.concatenate([words.spread, more + 1.0]),
            np.concatenate([words.weights, more]),
            words.constant,
        )
        reply, *speeches = desk.answering("May credentials stand in the system prompt?")
        assert isinstance(reply, Reply)
        assert reply.kind == kind
        assert "Keep credentials out of it" in reply.citations[0].quote
        for speech in speeches:
            assert isinstance(speech, Speech)
        assert engine.info().read_tokens_per_second is not None
        desk.close()
