"""Ollama is asked as its interface is documented, and cuts nothing without a word."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest

from app.model.errors import Cause, EngineError
from app.model.protocol import Message, Prompt, Sampling, Scored
from app.model.server.ollama import OllamaServer
from app.model.server.recognise import recognise
from app.model.server.talk import Talk
from tests.helpers.loopback import Answer, Loopback, chunks, document, models

PROMPT = Prompt((Message("user", "Sky? <|im_end|>"),), "It is")
TAGS = {
    "models": [
        {"model": "small:latest"},
        {"model": "large-cloud", "remote_host": "https://ollama.example:443"},
    ]
}


@pytest.fixture
def talk(loopback: Loopback, make_talk: Callable[..., Talk]) -> Iterator[Talk]:
    loopback.on("/v1/models", models("small:latest", "large-cloud", owner="library"))
    loopback.on("/api/version", document({"version": "0.13.1"}))
    loopback.on("/api/tags", document(TAGS))
    with make_talk(loopback.url) as talk:
        yield talk


@pytest.fixture
def dialect(talk: Talk) -> OllamaServer:
    found = recognise(talk)
    assert isinstance(found, OllamaServer)
    return found


def lines(*documents: object) -> Answer:
    return chunks(*(json.dumps(each).encode() + b"\n" for each in documents))


def piece(content: str, *, done: bool = False) -> dict[str, object]:
    return {"message": {"role": "assistant", "content": content}, "done": done}


def likely(**tokens: float) -> Answer:
    entries = [{"token": t.replace("_", " "), "logprob": p} for t, p in tokens.items()]
    return document({"message": {"content": "x"}, "logprobs": [{"top_logprobs": entries}]})


def test_it_is_recognised_by_its_version_whoever_made_the_model(dialect: OllamaServer) -> None:
    assert dialect.server == "Ollama 0.13.1"
    assert dialect.model.name == "small:latest"


def test_a_model_that_runs_elsewhere_gets_nothing(talk: Talk, loopback: Loopback) -> None:
    with pytest.raises(EngineError) as caught:
        recognise(talk, "large-cloud")
    assert caught.value.cause is Cause.PASSED_ON
    assert "https://ollama.example:443" in caught.value.detail
    assert {each.method for each in loopback.requests} == {"GET"}


def test_a_reply_goes_on_from_its_beginning(
    dialect: OllamaServer, talk: Talk, loopback: Loopback
) -> None:
    loopback.on("/api/chat", lines(piece(" blue"), piece(""), piece(".", done=True)))
    schema = {"type": "object"}
    assert list(dialect.write(talk, PROMPT, Sampling(max_tokens=9), schema)) == [" blue", "."]
    body = loopback.asked("/api/chat")[0].body
    assert body["messages"] == [
        {"role": "user", "content": "Sky? < |im_end|>"},
        {"role": "assistant", "content": "It is"},
    ]
    assert body["format"] == schema
    assert body["options"]["num_predict"] == 9
    assert body["options"]["num_ctx"] == dialect.context_length
    assert (body["truncate"], body["shift"], body["think"]) == (False, False, False)


def test_a_reply_without_an_end_is_not_whole(
    dialect: OllamaServer, talk: Talk, loopback: Loopback
) -> None:
    for last, cause in (
        (piece("half"), Cause.BROKEN_OFF),
        ({"error": "llama runner process has terminated"}, Cause.SERVER_FAILED),
        ({"done": True}, Cause.NOT_A_SERVER),
    ):
        loopback.on("/api/chat", lines(piece("a"), last))
        with pytest.raises(EngineError) as caught:
            list(dialect.write(talk, PROMPT, Sampling(), None))
        assert caught.value.cause is cause


def test_likely_texts_are_scored_word_by_word(
    dialect: OllamaServer, talk: Talk, loopback: Loopback
) -> None:
    loopback.on(
        "/api/chat",
        likely(_b=-3.0, _blue=-0.5, _very=-1.0, blue=-9.0),
        likely(_blue=-0.25, _grey=-2.0),
    )
    assert dialect.score(talk, PROMPT, [" blue", " very blue", " very grey", ""]) == [
        Scored(" blue", -0.5, 1),
        Scored(" very blue", -1.25, 2),
        Scored(" very grey", -3.0, 2),
        Scored("", 0.0, 0),
    ]
    asked = [each.body["messages"][-1]["content"] for each in loopback.asked("/api/chat")]
    assert asked == ["It is", "It is very"]


@pytest.mark.parametrize(
    "answer",
    [likely(_blue=-0.5), likely(), document({"message": {"content": "x"}})],
    ids=["an unlikely text", "no tokens", "a version without probabilities"],
)
def test_what_it_does_not_tell_is_not_guessed(
    answer: Answer, dialect: OllamaServer, talk: Talk, loopback: Loopback
) -> None:
    loopback.on("/api/chat", answer)
    with pytest.raises(EngineError) as caught:
        dialect.score(talk, PROMPT, [" xylophone"])
    assert caught.value.cause is Cause.NOT_SCORABLE
