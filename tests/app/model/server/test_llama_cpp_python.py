"""llama-cpp-python's server goes on from a given beginning, and scores if it was told to."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.model.client import LocalEngine
from app.model.errors import Cause, EngineError
from app.model.protocol import Message, Prompt, Sampling
from app.model.server.engine import ServerEngine
from app.model.server.keys import Key
from app.model.server.limits import Limits
from app.model.server.llama_cpp_python import LlamaCppPythonServer
from app.model.server.recognise import recognise
from app.model.server.talk import Talk
from tests.helpers.model_servers import llama_cpp_python

pytestmark = pytest.mark.engine
GREEDY = Sampling(max_tokens=8, temperature=0)


@pytest.fixture
def talk(llama_cpp_python_url: str, make_talk: Callable[..., Talk]) -> Iterator[Talk]:
    with make_talk(llama_cpp_python_url, limits=Limits()) as talk:
        yield talk


@pytest.fixture
def dialect(talk: Talk) -> LlamaCppPythonServer:
    found = recognise(talk, "small")
    assert isinstance(found, LlamaCppPythonServer)
    return found


def test_it_is_recognised_and_found_to_tell_the_truth(dialect: LlamaCppPythonServer) -> None:
    assert dialect.server == "llama-cpp-python"
    assert dialect.scores


def test_it_goes_on_from_the_beginning_of_a_reply(
    dialect: LlamaCppPythonServer, talk: Talk, engine: LocalEngine, france: Prompt
) -> None:
    pieces = list(dialect.write(talk, france, GREEDY, None))
    assert "".join(pieces) == "".join(engine.generate(france, GREEDY))


def test_a_reply_is_held_to_a_schema(
    dialect: LlamaCppPythonServer, talk: Talk, france: Prompt
) -> None:
    schema = {
        "type": "object",
        "properties": {"capital": {"enum": ["Paris", "Lyon"]}},
        "required": ["capital"],
    }
    sampling = Sampling(max_tokens=40, temperature=0)
    written = "".join(dialect.write(talk, Prompt(france.messages), sampling, schema))
    assert json.loads(written)["capital"] in ("Paris", "Lyon")


def test_what_does_not_fit_is_refused(dialect: LlamaCppPythonServer, talk: Talk) -> None:
    with pytest.raises(EngineError) as caught:
        list(dialect.write(talk, Prompt((Message("user", "word " * 900),)), GREEDY, None))
    assert caught.value.cause is Cause.PROMPT_TOO_LONG


@pytest.mark.slow
def test_it_scores_as_the_local_engine_scores(
    dialect: LlamaCppPythonServer, talk: Talk, engine: LocalEngine
) -> None:
    # It sorts its whole vocabulary for each token, so there are few.
    prefix = Prompt((Message("system", "."), Message("user", "1 + 1?")), "It is")
    texts = [" two", " a xylophone"]
    for one, other in zip(
        dialect.score(talk, prefix, texts), engine.score(prefix, texts), strict=True
    ):
        assert (one.text, one.tokens) == (other.text, other.tokens)
        assert one.log_probability == pytest.approx(other.log_probability, abs=0.5 * one.tokens)


def test_a_key_is_wanted_and_what_it_was_not_told_to_do_is_said(
    small_model: Path, make_server_engine: Callable[..., ServerEngine], france: Prompt
) -> None:
    with llama_cpp_python(small_model, logits=False, key="sk-right") as url:
        for key, said in ((None, "has none"), (Key("sk-wrong"), "Invalid API key")):
            engine = make_server_engine(url, find_key=lambda key=key: key, limits=Limits())
            with pytest.raises(EngineError, match=said) as caught:
                engine.connect()
            assert caught.value.cause is Cause.KEY_REFUSED
            assert "sk-wrong" not in str(caught.value)
        engine = make_server_engine(url, find_key=lambda: Key("sk-right"), limits=Limits())
        assert not engine.connect().can_score
        with pytest.raises(EngineError) as refused:
            engine.score(france, [" Paris"])
        assert refused.value.cause is Cause.NOT_SCORABLE
        assert "Paris" in "".join(engine.generate(france, GREEDY))
