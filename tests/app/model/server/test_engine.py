"""The engine over a server: it waits its turn, stops at once, and tries again where that helps."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from app.model.connections import Connections
from app.model.errors import Cause, EngineError
from app.model.protocol import EngineState, Message, Passage, Prompt, Sampling
from app.model.server.engine import ServerEngine
from app.model.server.keys import Key, KeyRing
from app.model.server.limits import Limits
from tests.app.model.server.conftest import QUICK
from tests.helpers.loopback import Answer, Loopback, chunks, document, events, models, raw
from tests.helpers.memory_keyring import BrokenKeyring
from tests.helpers.model_servers import llama_server

MakeEngine = Callable[..., ServerEngine]
PROMPT = Prompt((Message("user", "Sky?"),))
CHAT = "/v1/chat/completions"


def delta(content: str, reason: str | None = None) -> dict[str, object]:
    return {"choices": [{"delta": {"content": content}, "finish_reason": reason}]}


BLUE = events(delta("It is"), delta(" blue."), delta("", "stop"))
BUSY = document({"error": "loading"}, 503)


def hang_up(handler: object) -> None:
    """Close the connection without a word."""
    handler.close_connection = True  # type: ignore[attr-defined]


def drop(*pieces: str) -> Answer:
    """Begin a reply and die."""
    lines = (f'data: {{"choices": [{{"delta": {{"content": "{each}"}}}}]}}\n\n' for each in pieces)
    return chunks(*(line.encode() for line in lines), whole=False)


@pytest.fixture
def told(loopback: Loopback) -> Loopback:
    loopback.on("/v1/models", models("m"))
    loopback.on(CHAT, BLUE)
    return loopback


def text(engine: ServerEngine, **sampling: object) -> str:
    return "".join(engine.generate(PROMPT, Sampling(**sampling)))  # type: ignore[arg-type]


def cause_of(act: Callable[[], object]) -> Cause:
    with pytest.raises(EngineError) as caught:
        act()
    return caught.value.cause


def test_nothing_is_sent_before_something_is_asked(
    told: Loopback, make_server_engine: MakeEngine, connections: Connections
) -> None:
    engine = make_server_engine(told.url)
    engine.prefill(PROMPT)
    engine.prepare([], ())
    engine.info()
    engine.cancel()
    assert engine.state is EngineState.STOPPED
    assert (told.connections, connections.made) == (0, 0)
    assert text(engine) == "It is blue."
    assert connections.made == told.connections > 0


def test_what_a_server_is_is_found_out_once_and_again_after_it_was_away(
    told: Loopback, make_server_engine: MakeEngine
) -> None:
    engine = make_server_engine(told.url)
    text(engine)
    text(engine)
    assert len(told.asked("/v1/models")) == 1
    told.on(CHAT, document({"error": "gone"}, 400), BLUE)
    assert cause_of(lambda: text(engine)) is Cause.REQUEST_REFUSED
    told.on("/v1/models", models("another"))
    assert text(engine) == "It is blue."
    assert engine.info().model == "another"


def test_no_server_can_be_looked_into(told: Loopback, make_server_engine: MakeEngine) -> None:
    engine = make_server_engine(told.url)
    assert not engine.info().can_observe
    passage = Passage(PROMPT, ((0, 1),))
    assert cause_of(lambda: engine.observe([passage], (0.5,))) is Cause.NOT_OBSERVABLE
    assert told.requests == []


@pytest.mark.parametrize(
    "trouble",
    [BUSY, document({}, 500), document({}, 502), document({}, 429), hang_up, drop()],
    ids=["503", "500", "502", "429", "no answer", "no piece"],
)
def test_trouble_that_passes_is_not_noticed(
    trouble: Answer, told: Loopback, make_server_engine: MakeEngine
) -> None:
    told.on(CHAT, trouble, trouble, BLUE)
    engine = make_server_engine(told.url)
    assert text(engine) == "It is blue."
    assert len(told.asked(CHAT)) == 3
    assert engine.failure is None


def test_trouble_that_stays_is_told_after_three_tries(
    told: Loopback, make_server_engine: MakeEngine
) -> None:
    told.on(CHAT, BUSY)
    engine = make_server_engine(told.url)
    assert cause_of(lambda: text(engine)) is Cause.SERVER_BUSY
    assert len(told.asked(CHAT)) == 1 + len(QUICK.pauses)
    assert engine.state is EngineState.FAILED
    assert engine.failure is not None
    assert engine.failure.cause is Cause.SERVER_BUSY
    told.on(CHAT, BLUE)
    assert text(engine) == "It is blue."
    assert (engine.state, engine.failure) == (EngineState.READY, None)


@pytest.mark.parametrize("status", [301, 400, 401, 403, 404, 408])
def test_what_would_come_again_is_not_tried_again(
    status: int, told: Loopback, make_server_engine: MakeEngine
) -> None:
    told.on(CHAT, document({"error": "no"}, status))
    engine = make_server_engine(told.url)
    cause_of(lambda: text(engine))
    assert len(told.asked(CHAT)) == 1


def test_a_server_is_given_the_time_it_asks_for(
    told: Loopback, make_server_engine: MakeEngine
) -> None:
    told.on(CHAT, document({}, 429, retry_after="9999"), BLUE)
    engine = make_server_engine(told.url, limits=Limits(pauses=(0.0,), longest_pause=0.3))
    began = time.monotonic()
    assert text(engine) == "It is blue."
    # But no more than is bearable.
    assert 0.3 <= time.monotonic() - began < 30.0


def test_a_reply_of_which_something_was_shown_is_not_begun_again(
    told: Loopback, make_server_engine: MakeEngine
) -> None:
    told.on(CHAT, drop("It is"), BLUE)
    stream = make_server_engine(told.url).generate(PROMPT, Sampling())
    assert next(stream) == "It is"
    assert cause_of(lambda: next(stream)) is Cause.BROKEN_OFF
    assert len(told.asked(CHAT)) == 1
    assert list(stream) == []


def test_stop_strings_hold_even_where_the_server_forgets_them(
    told: Loopback, make_server_engine: MakeEngine
) -> None:
    told.on(CHAT, events(delta("one\nt"), delta("w"), delta("o three"), delta("", "stop")))
    assert text(make_server_engine(told.url), stop=("two",)) == "one\n"


def test_a_server_that_never_ends_is_ended(told: Loopback, make_server_engine: MakeEngine) -> None:
    told.on(CHAT, events(*[delta("x" * 100)] * 50, delta("", "stop")))
    assert cause_of(lambda: text(make_server_engine(told.url), max_tokens=5)) is Cause.NOT_A_SERVER


def test_half_a_character_is_no_text(told: Loopback, make_server_engine: MakeEngine) -> None:
    told.on(CHAT, events(delta("a\ud83d"), delta("b", "stop")))
    assert text(make_server_engine(told.url)) == "a?b"


# -- stopping ------------------------------------------------------------------------------------


def test_a_reply_stops_at_once_and_the_next_one_begins(
    told: Loopback, make_server_engine: MakeEngine
) -> None:
    begun = b'data: {"choices": [{"delta": {"content": "It"}}]}\n\n'
    told.on(CHAT, chunks(begun, gate=told.gate), BLUE)
    engine = make_server_engine(told.url, limits=Limits())
    for stop in (engine.cancel, None):
        stream = engine.generate(PROMPT, Sampling())
        if stop is None:
            assert "".join(stream) == "It is blue."
            break
        assert next(stream) == "It"
        threading.Timer(0.1, stop).start()
        began = time.monotonic()
        assert cause_of(lambda stream=stream: next(stream)) is Cause.CANCELLED
        assert time.monotonic() - began < 1.0
    # What the learner wants is no failure of the server.
    assert engine.failure is None


def test_a_reply_that_waits_its_turn_can_be_stopped_without_the_one_before(
    told: Loopback, make_server_engine: MakeEngine
) -> None:
    begun = b'data: {"choices": [{"delta": {"content": "It"}}]}\n\n'
    end = b'data: {"choices": [{"delta": {}, "finish_reason": "stop"}]}\n\n'
    gate = threading.Event()

    def slowly(handler: object) -> None:
        chunks(begun, gate=gate, whole=False)(handler)  # type: ignore[arg-type]
        handler.wfile.write(b"%x\r\n%s\r\n0\r\n\r\n" % (len(end), end))  # type: ignore[attr-defined]

    told.on(CHAT, slowly, BLUE)
    engine = make_server_engine(told.url, limits=Limits())
    first, second, third = (engine.generate(PROMPT, Sampling()) for _ in range(3))
    assert next(first) == "It"
    second.cancel()
    assert cause_of(lambda: next(second)) is Cause.CANCELLED
    gate.set()
    assert list(first) == []
    assert "".join(third) == "It is blue."
    assert len(told.asked(CHAT)) == 2


def test_a_pause_between_two_tries_can_be_cut_short(
    told: Loopback, make_server_engine: MakeEngine
) -> None:
    told.on(CHAT, BUSY)
    engine = make_server_engine(told.url, limits=Limits(pauses=(20.0,)))
    stream = engine.generate(PROMPT, Sampling())
    while not told.asked(CHAT):
        time.sleep(0.01)
    began = time.monotonic()
    stream.cancel()
    assert cause_of(lambda: next(stream)) is Cause.CANCELLED
    told.on(CHAT, BLUE)
    assert text(engine) == "It is blue."
    assert time.monotonic() - began < 5.0


def test_closing_ends_what_runs_and_what_waits(
    told: Loopback, make_server_engine: MakeEngine
) -> None:
    told.on(CHAT, lambda _handler: told.gate.wait(20) and None)
    engine = make_server_engine(told.url, limits=Limits())
    streams = [engine.generate(PROMPT, Sampling()) for _ in range(2)]
    while not told.asked(CHAT):
        time.sleep(0.01)
    began = time.monotonic()
    engine.close()
    engine.close()
    assert time.monotonic() - began < 2.0
    for stream in (*streams, engine.generate(PROMPT, Sampling())):
        assert cause_of(lambda stream=stream: next(stream)) is Cause.CLOSED
    assert engine.state is EngineState.STOPPED


def test_whoever_follows_the_state_is_told(told: Loopback, make_server_engine: MakeEngine) -> None:
    engine = make_server_engine(told.url)
    seen: list[EngineState] = []
    dispose = engine.on_change(lambda: seen.append(engine.state))
    text(engine)
    assert seen == [EngineState.LOADING, EngineState.WORKING, EngineState.READY]
    dispose()
    text(engine)
    assert len(seen) == 3


# -- the key -------------------------------------------------------------------------------------


def test_the_key_is_sent_and_stands_in_no_error(
    told: Loopback, make_server_engine: MakeEngine, capfd: pytest.CaptureFixture[str]
) -> None:
    engine = make_server_engine(told.url, find_key=lambda: Key("sk-secret"))
    text(engine)
    assert {each.headers["authorization"] for each in told.requests} == {"Bearer sk-secret"}
    for status in (400, 401, 500):
        told.on(CHAT, document({"error": {"message": "key sk-secret is bad"}}, status))
        with pytest.raises(EngineError) as caught:
            text(engine)
        chain: BaseException | None = caught.value
        while chain is not None:
            assert "sk-secret" not in f"{chain!r} {chain} {getattr(chain, 'detail', '')}"
            chain = chain.__cause__ or chain.__context__
    told.on(CHAT, events({"error": {"message": "key sk-secret is bad"}}))
    with pytest.raises(EngineError) as within:
        text(engine)
    assert "sk-secret" not in str(within.value)
    assert "sk-secret" not in "".join(capfd.readouterr())


def test_a_keyring_that_does_not_open_matters_only_to_a_server_that_wants_a_key(
    told: Loopback, make_server_engine: MakeEngine
) -> None:
    def find() -> Key | None:
        return KeyRing(BrokenKeyring()).find(engine.address)

    engine = make_server_engine(told.url, find_key=find)
    assert text(engine) == "It is blue."
    told.on(CHAT, document({"error": "no"}, 401))
    with pytest.raises(EngineError, match="keyring did not read the key") as caught:
        text(engine)
    assert caught.value.cause is Cause.KEY_REFUSED


# -- the real thing ------------------------------------------------------------------------------


@pytest.mark.engine
def test_a_real_server_is_stopped_while_it_reads_and_while_it_writes(
    llama_server_url: str, make_server_engine: MakeEngine
) -> None:
    engine = make_server_engine(llama_server_url, limits=Limits())
    engine.connect()
    long = Prompt((Message("user", " ".join(f"Item {i}." for i in range(150))),))
    for wait_for_piece in (False, True):
        stream = engine.generate(long, Sampling(max_tokens=200))
        if wait_for_piece:
            next(stream)
        else:
            time.sleep(0.1)
        began = time.monotonic()
        stream.cancel()
        assert cause_of(lambda stream=stream: list(stream)) is Cause.CANCELLED
        assert time.monotonic() - began < 1.0
    assert text(engine, max_tokens=4)


@pytest.mark.engine
def test_a_real_server_that_goes_away_and_comes_back(
    small_model: Path, make_server_engine: MakeEngine
) -> None:
    with llama_server(small_model, key="sk-right") as url:
        engine = make_server_engine(url, find_key=lambda: Key("sk-right"))
        assert engine.connect().can_score
    assert cause_of(lambda: text(engine)) is Cause.UNREACHABLE
    assert engine.info().model == "127.0.0.1"
    with llama_server(small_model, key="sk-right") as url:
        wrong = make_server_engine(url, find_key=lambda: Key("sk-wrong"))
        assert cause_of(wrong.connect) is Cause.KEY_REFUSED
        missing = make_server_engine(url, model="no-such-model", find_key=lambda: Key("sk-right"))
        with pytest.raises(EngineError, match="but smollm2-135m-instruct-q4_1") as caught:
            missing.connect()
        assert caught.value.cause is Cause.MODEL_NOT_SERVED


def test_garbage_where_a_server_should_be(
    loopback: Loopback, make_server_engine: MakeEngine
) -> None:
    loopback.on("/v1/models", raw(b"\x00\xff garbage"))
    engine = make_server_engine(loopback.url)
    assert cause_of(engine.connect) is Cause.NOT_A_SERVER
    assert cause_of(lambda: text(engine)) is Cause.NOT_A_SERVER
