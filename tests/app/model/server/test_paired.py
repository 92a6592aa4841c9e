"""A server writes, the model on this computer grades, and takes over where the server is away."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from app.model.background import BackgroundEngine, in_background
from app.model.client import LocalEngine
from app.model.errors import Cause, EngineError
from app.model.protocol import Activations, Message, Passage, Prompt, Sampling, Scored
from app.model.server.engine import ServerEngine
from app.model.server.limits import Limits
from app.model.server.paired import PairedEngine
from tests.app.model.conftest import passage_of
from tests.helpers.loopback import Loopback, chunks, document, events, models
from tests.helpers.scripted_engine import ScriptedEngine, ScriptedStream

PROMPT = Prompt((Message("user", "Sky?"),))
AWAY = EngineError(Cause.UNREACHABLE, "nothing listens")


class FailingStream(ScriptedStream):
    """Says some words, then fails."""

    def __init__(self, said: str, error: EngineError) -> None:
        super().__init__(said)
        self._words = deque(said.split())
        self._error = error

    def __next__(self) -> str:
        if self._words:
            return self._words.popleft()
        raise self._error


class FailingEngine(ScriptedEngine):
    """Fails in its stream, as engines do, and not before."""

    def generate(self, *_args: object, **_kwargs: object) -> ScriptedStream:  # type: ignore[override]
        said = self.texts.popleft()
        return FailingStream("", said) if isinstance(said, EngineError) else ScriptedStream(said)


class YieldingEngine(FailingEngine):
    """Tells what was asked of it in the background."""

    def __init__(self) -> None:
        super().__init__()
        self.behind: list[str] = []

    def generate(self, *args: object, background: bool = False, **_: object) -> ScriptedStream:  # type: ignore[override]
        self.behind += ["generate"] * background
        return super().generate(*args)

    def score(
        self, prefix: Prompt, continuations: Sequence[str], *, background: bool = False
    ) -> list[Scored]:
        self.behind += ["score"] * background
        return [Scored(text, -1.0, 1) for text in continuations]

    def observe(
        self, passages: Sequence[Passage], depths: Sequence[float], *, background: bool = False
    ) -> list[Activations]:
        self.behind += ["observe"] * background
        return []

    def cancel_background(self) -> None:
        self.behind.append("cancel")


class Pair:
    """A writer and a reader, and a clock."""

    def __init__(self) -> None:
        self.writer, self.reader = FailingEngine(), YieldingEngine()
        self.now = 0.0
        self.engine = PairedEngine(self.writer, self.reader, rest=30, clock=lambda: self.now)

    def text(self) -> str:
        return "".join(self.engine.generate(PROMPT, Sampling()))


@pytest.fixture
def pair() -> Pair:
    return Pair()


def test_one_writes_and_the_other_reads(pair: Pair) -> None:
    pair.writer.texts.append("It is blue.")
    assert pair.text() == "It is blue."
    assert pair.engine.score(PROMPT, [" blue"])[0].log_probability == -1.0
    pair.engine.prepare([passage_of("a")], (0.5,))
    pair.engine.prefill(PROMPT)
    assert (len(pair.reader.prepared), len(pair.writer.prepared)) == (1, 0)
    assert (len(pair.reader.prefilled), len(pair.writer.prefilled)) == (0, 1)


def test_a_writer_that_fails_is_stood_in_for_until_it_has_rested(pair: Pair) -> None:
    pair.writer.texts += [AWAY, "by the writer"]
    pair.reader.texts += ["first", "second"]
    assert pair.text() == "first"
    pair.now = 29.0
    assert pair.text() == "second"
    pair.now = 31.0
    assert pair.text() == "by the writer"
    assert not pair.writer.texts
    assert not pair.reader.texts


def test_a_writer_that_fails_again_rests_longer(pair: Pair) -> None:
    pair.writer.texts += [AWAY, AWAY, "by the writer", AWAY, "and again"]
    pair.reader.texts += ["reader"] * 6
    said = {}
    # It fails at 0, for 30 seconds, at 31, for 60, and at 95, for 30 again.
    for pair.now in (0.0, 31.0, 62.0, 90.0, 92.0, 95.0, 124.0, 126.0):
        said[pair.now] = pair.text()
    assert [now for now, text in said.items() if text != "reader"] == [92.0, 126.0]
    assert not pair.writer.texts


def test_a_prompt_that_is_too_long_for_one_is_tried_by_the_other_and_nobody_rests(
    pair: Pair,
) -> None:
    pair.writer.texts += [EngineError(Cause.PROMPT_TOO_LONG), "by the writer"]
    pair.reader.texts.append("by the reader")
    assert [pair.text(), pair.text()] == ["by the reader", "by the writer"]


def test_what_was_stopped_on_purpose_is_not_written_by_the_other(pair: Pair) -> None:
    pair.writer.texts.append(EngineError(Cause.CANCELLED))
    with pytest.raises(EngineError) as caught:
        pair.text()
    assert caught.value.cause is Cause.CANCELLED


def test_a_server_that_is_used_no_more_is_stood_in_for(pair: Pair) -> None:
    pair.writer.texts.append(EngineError(Cause.CLOSED))
    pair.reader.texts.append("by the reader")
    assert pair.text() == "by the reader"


def test_where_both_fail_the_second_failure_is_told(pair: Pair) -> None:
    pair.writer.texts.append(AWAY)
    pair.reader.texts.append(EngineError(Cause.OUT_OF_MEMORY))
    with pytest.raises(EngineError) as caught:
        pair.text()
    assert caught.value.cause is Cause.OUT_OF_MEMORY


def test_after_a_piece_was_shown_nobody_steps_in(pair: Pair) -> None:
    pair.writer.generate = lambda *_a, **_k: FailingStream("It is", AWAY)  # type: ignore[method-assign]
    stream = pair.engine.generate(PROMPT, Sampling())
    assert [next(stream), next(stream)] == ["It", "is"]
    with pytest.raises(EngineError) as caught:
        next(stream)
    assert caught.value.cause is Cause.UNREACHABLE


def test_a_reply_that_was_cancelled_is_not_begun_again(pair: Pair) -> None:
    pair.writer.texts.append(AWAY)
    stream = pair.engine.generate(PROMPT, Sampling())
    stream.cancel()
    with pytest.raises(EngineError) as caught:
        next(stream)
    assert caught.value.cause is Cause.CANCELLED


def test_in_the_background_it_makes_room_where_the_model_is_on_this_computer(pair: Pair) -> None:
    behind = in_background(pair.engine)
    assert isinstance(behind, BackgroundEngine)
    pair.writer.texts.append(AWAY)
    pair.reader.texts += ["by the reader", "for the learner"]
    assert "".join(behind.generate(PROMPT, Sampling())) == "by the reader"
    behind.score(PROMPT, [" blue"])
    behind.observe([passage_of("a")], (0.5,))
    pair.text()
    pair.engine.score(PROMPT, [" blue"])
    assert pair.reader.behind == ["generate", "score", "observe"]


def test_cancelling_the_background_leaves_what_the_server_writes_for_the_learner(
    pair: Pair,
) -> None:
    pair.writer.texts += ["a question", "a reply"]
    question = in_background(pair.engine).generate(PROMPT, Sampling())
    reply = pair.engine.generate(PROMPT, Sampling())
    in_background(pair.engine).cancel()
    assert pair.reader.behind == ["cancel"]
    with pytest.raises(EngineError) as caught:
        next(question)
    assert caught.value.cause is Cause.CANCELLED
    assert "".join(reply) == "a reply"


def test_it_closes_both(pair: Pair) -> None:
    pair.engine.close()
    assert pair.writer.closed
    assert pair.reader.closed


# -- with real parts -----------------------------------------------------------------------------


@pytest.mark.engine
def test_grading_stays_what_it_was_and_each_text_is_known_by_its_writer(
    llama_server_url: str,
    make_server_engine: Callable[..., ServerEngine],
    engine: LocalEngine,
    france: Prompt,
) -> None:
    pair = PairedEngine(make_server_engine(llama_server_url, limits=Limits()), engine)
    assert pair.info().written_by == engine.info().model
    assert "Paris" in "".join(pair.generate(france, Sampling(max_tokens=8, temperature=0)))
    info = pair.info()
    assert (info.model, info.path) == (engine.info().model, engine.info().path)
    assert info.writer == "smollm2-135m-instruct-q4_1"
    assert info.can_observe
    passages = [passage_of("It is Paris."), passage_of("It is Lyon.")]
    for one, other in zip(
        pair.observe(passages, (0.5,)), engine.observe(passages, (0.5,)), strict=True
    ):
        assert (one.last == other.last).all()


@pytest.mark.engine
def test_the_model_on_this_computer_takes_over_from_a_server_that_is_gone(
    make_server_engine: Callable[..., ServerEngine],
    small_model: Path,
    engine: LocalEngine,
    france: Prompt,
    loopback: Loopback,
) -> None:
    loopback.on("/v1/models", models("faulty"))
    loopback.on("/v1/chat/completions", document({"error": "broken"}, 500))
    pair = PairedEngine(make_server_engine(loopback.url), engine)
    greedy = Sampling(max_tokens=8, temperature=0)
    assert "".join(pair.generate(france, greedy)) == "".join(engine.generate(france, greedy))
    assert pair.info().written_by == small_model.stem
    tries = len(loopback.requests)
    assert "Paris" in "".join(pair.generate(france, greedy))
    assert len(loopback.requests) == tries


@pytest.mark.engine
def test_either_can_be_stopped(
    make_server_engine: Callable[..., ServerEngine], engine: LocalEngine, loopback: Loopback
) -> None:
    begun = b'data: {"choices": [{"delta": {"content": "It"}}]}\n\n'
    loopback.on("/v1/models", models("slow"))
    loopback.on(
        "/v1/chat/completions",
        chunks(begun, gate=loopback.gate),
        events({"error": "x"}),
    )
    pair = PairedEngine(make_server_engine(loopback.url), engine)
    by_server = pair.generate(PROMPT, Sampling(max_tokens=400))
    assert next(by_server) == "It"
    pair.cancel()
    with pytest.raises(EngineError) as caught:
        list(by_server)
    assert caught.value.cause is Cause.CANCELLED
    by_model = pair.generate(PROMPT, Sampling(max_tokens=400))
    assert next(by_model)
    by_model.cancel()
    with pytest.raises(EngineError) as again:
        list(by_model)
    assert again.value.cause is Cause.CANCELLED
