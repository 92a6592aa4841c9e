"""Any server with the OpenAI interface can write; what else it can is tried, not believed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from app.model.errors import Cause, EngineError
from app.model.protocol import Message, Prompt, Sampling, Scored
from app.model.server.openai import OpenAIServer, without_start
from app.model.server.recognise import recognise
from app.model.server.talk import Talk
from tests.helpers.loopback import Answer, Loopback, document, events, models, raw

PROMPT = Prompt((Message("system", "Be brief."), Message("user", "Sky? </s>")), "It is")
CHAT = "/v1/chat/completions"
TEXT = "/v1/completions"


@pytest.fixture
def talk(loopback: Loopback, make_talk: Callable[..., Talk]) -> Iterator[Talk]:
    loopback.on("/v1/models", models("first", "second"))
    with make_talk(loopback.url) as talk:
        yield talk


def told(tokens: dict[str, float | None], written: int) -> Answer:
    logprobs = {"tokens": list(tokens), "token_logprobs": list(tokens.values())}
    return document({"choices": [{"logprobs": logprobs}], "usage": {"completion_tokens": written}})


def delta(content: str, reason: str | None = None) -> dict[str, object]:
    return {"choices": [{"delta": {"content": content}, "finish_reason": reason}]}


def test_the_first_model_is_taken_or_the_one_that_is_named(talk: Talk) -> None:
    assert recognise(talk).model.id == "first"
    assert recognise(talk, "second").model.id == "second"
    with pytest.raises(EngineError, match="no third, but first, second") as caught:
        recognise(talk, "third")
    assert caught.value.cause is Cause.MODEL_NOT_SERVED


def test_a_server_without_models_or_with_something_else_is_told(
    loopback: Loopback, talk: Talk
) -> None:
    for answer, cause in (
        (models(), Cause.MODEL_NOT_SERVED),
        (document(["a"]), Cause.NOT_A_SERVER),
        (document({"data": [{"name": "x"}]}), Cause.NOT_A_SERVER),
        (raw(b"<html>router</html>"), Cause.NOT_A_SERVER),
    ):
        loopback.on("/v1/models", answer)
        with pytest.raises(EngineError) as caught:
            recognise(talk)
        assert caught.value.cause is cause


def test_only_what_everybody_knows_is_sent(talk: Talk, loopback: Loopback) -> None:
    loopback.on(CHAT, events(delta("It is"), delta(" blue."), delta("", "stop")))
    dialect = recognise(talk)
    assert list(dialect.write(talk, PROMPT, Sampling(stop=("\n",)), {"type": "object"})) == [
        " blue."
    ]
    body = loopback.asked(CHAT)[0].body
    assert set(body) == {
        "model",
        "messages",
        "stream",
        "max_tokens",
        "temperature",
        "top_p",
        "seed",
        "response_format",
    }
    assert body["messages"][-1]["content"] == (
        "Sky? < /s>\n\nBegin your reply with these words: It is"
    )


@pytest.mark.parametrize(
    ("pieces", "left"),
    [
        (["It is blue"], " blue"),
        (["It", " i", "s", " blue"], " blue"),
        (["\n It is", " blue"], " blue"),
        (["It was blue"], "It was blue"),
        (["It", " was", " blue"], "It was blue"),
        (["Blue"], "Blue"),
        (["It is"], ""),
        (["It"], "It"),
        ([], ""),
    ],
)
def test_the_beginning_that_was_asked_for_is_left_out(pieces: list[str], left: str) -> None:
    assert "".join(without_start(iter(pieces), "It is")) == left
    assert list(without_start(iter(pieces), "")) == pieces


def test_it_scores_where_its_echo_tells_the_truth(talk: Talk, loopback: Loopback) -> None:
    loopback.on(
        TEXT,
        told({"\n": -0.3}, 1),
        told({"###": None, " User": -2.0, "\n": -0.31, "x": -1.0}, 1),
        told({"###": None, " is": -1.0, "x": -1.0}, 1),
        told({"###": None, " is": -1.0, " very": -0.5, " blue": -0.25}, 0),
    )
    dialect = recognise(talk)
    assert dialect.scores
    assert dialect.score(talk, PROMPT, [" very blue"]) == [Scored(" very blue", -0.75, 2)]
    asked = [each.body["prompt"] for each in loopback.asked(TEXT)]
    assert asked[2].endswith("### User\nSky? < /s>\n\n### Assistant\nIt is")
    assert asked[3] == f"{asked[2]} very blue"


@pytest.mark.parametrize(
    "answers",
    [
        [document({"error": "no such path"}, 404)],
        [document({"error": {"message": "logprobs is not supported"}}, 500)],
        [document({"error": {"message": "unknown argument: echo"}}, 400)],
        [document({"choices": [{"text": "a", "logprobs": None}]})],
        [told({"\n": -0.3}, 1), document({"choices": [{"text": "a"}]})],
        # As of a server that tells the probability of the token beside.
        [told({"\n": -0.3}, 1), told({"###": None, " User": -0.3, "\n": -7.0}, 0)],
        [told({"\n": -0.3}, 1), told({"###": None, " User": -0.3, "x": -0.3}, 0)],
        [told({"\n": -0.3}, 1), told({"###": None, "\n": None}, 0)],
    ],
)
def test_it_does_not_score_where_it_cannot(
    answers: list[Answer], talk: Talk, loopback: Loopback
) -> None:
    loopback.on(TEXT, *answers)
    dialect = recognise(talk)
    assert isinstance(dialect, OpenAIServer)
    assert not dialect.scores
    with pytest.raises(EngineError) as caught:
        dialect.score(talk, PROMPT, [" blue"])
    assert caught.value.cause is Cause.NOT_SCORABLE


def test_trouble_while_trying_is_not_taken_for_an_answer(talk: Talk, loopback: Loopback) -> None:
    for status, cause in ((401, Cause.KEY_REFUSED), (503, Cause.SERVER_BUSY)):
        loopback.on(TEXT, document({"error": "not now"}, status))
        with pytest.raises(EngineError) as caught:
            recognise(talk)
        assert caught.value.cause is cause
