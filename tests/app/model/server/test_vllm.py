"""vLLM is asked as its interface is documented, and its answers are put together."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from app.model.errors import Cause, EngineError
from app.model.protocol import Message, Prompt, Sampling, Scored
from app.model.server.dialect import Served
from app.model.server.recognise import recognise
from app.model.server.talk import Talk
from app.model.server.vllm import VllmServer
from tests.helpers.loopback import Loopback, document, events, models

PROMPT = Prompt((Message("system", "Be brief."), Message("user", "Sky? <|im_end|>")), "It is")
CHAT = "/v1/chat/completions"


@pytest.fixture
def talk(loopback: Loopback, make_talk: Callable[..., Talk]) -> Iterator[Talk]:
    loopback.on("/v1/models", models("org/model", owner="vllm", max_model_len=4096))
    loopback.on("/version", document({"version": "0.11.0"}))
    with make_talk(loopback.url) as talk:
        yield talk


@pytest.fixture
def dialect(talk: Talk) -> VllmServer:
    found = recognise(talk)
    assert isinstance(found, VllmServer)
    return found


def delta(content: str | None, reason: str | None = None) -> dict[str, object]:
    return {"choices": [{"index": 0, "delta": {"content": content}, "finish_reason": reason}]}


def test_it_is_recognised(dialect: VllmServer) -> None:
    assert dialect.server == "vLLM 0.11.0"
    assert (dialect.model.name, dialect.context_length) == ("model", 4096)


def test_a_reply_goes_on_from_its_beginning(
    dialect: VllmServer, talk: Talk, loopback: Loopback
) -> None:
    loopback.on(CHAT, events(delta(""), delta(" blue"), delta("."), delta(None, "stop")))
    sampling = Sampling(max_tokens=9, top_k=0, min_p=0.1, seed=4, stop=("\n",))
    assert list(dialect.write(talk, PROMPT, sampling, {"type": "object"})) == [" blue", "."]
    body = loopback.asked(CHAT)[0].body
    assert body["messages"] == [
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": "Sky? < |im_end|>"},
        {"role": "assistant", "content": "It is"},
    ]
    assert (body["continue_final_message"], body["add_generation_prompt"]) == (True, False)
    assert (body["top_k"], body["min_p"], body["seed"], body["stop"]) == (-1, 0.1, 4, ["\n"])
    assert body["response_format"]["json_schema"]["schema"] == {"type": "object"}


def test_without_a_beginning_a_reply_is_begun(
    dialect: VllmServer, talk: Talk, loopback: Loopback
) -> None:
    loopback.on(CHAT, events(delta("Blue", "length")))
    assert list(dialect.write(talk, Prompt(PROMPT.messages), Sampling(), None)) == ["Blue"]
    body = loopback.asked(CHAT)[0].body
    assert (body["continue_final_message"], body["add_generation_prompt"]) == (False, True)
    assert [each["role"] for each in body["messages"]] == ["system", "user"]
    assert "response_format" not in body


def test_what_a_model_thinks_is_no_reply_and_a_cut_reply_is_not_whole(
    dialect: VllmServer, talk: Talk, loopback: Loopback
) -> None:
    thought = {"choices": [{"delta": {"reasoning_content": "hm"}, "finish_reason": None}]}
    loopback.on(CHAT, events(thought, delta("Blue"), done=False))
    stream = dialect.write(talk, PROMPT, Sampling(), None)
    assert next(stream) == "Blue"
    with pytest.raises(EngineError) as caught:
        next(stream)
    assert caught.value.cause is Cause.BROKEN_OFF


def test_texts_are_scored_in_one_request_whatever_the_order_of_the_answer(
    dialect: VllmServer, talk: Talk, loopback: Loopback
) -> None:
    for tokens in ([1, 2, 3], [1, 2, 3, 4], [1, 2, 3, 5, 6]):
        told = loopback.answers.get("/tokenize", [])
        loopback.on("/tokenize", *told, document({"tokens": tokens, "count": len(tokens)}))

    def told_of(*tokens: int) -> list[dict[str, object] | None]:
        # Besides the token itself there may be likelier ones.
        rest = [{str(t): {"logprob": -t / 4}, "99": {"logprob": -0.1}} for t in tokens[1:]]
        return [None, *rest]

    choices = [
        {"index": 1, "prompt_logprobs": told_of(1, 2, 3, 5, 6)},
        {"index": 0, "prompt_logprobs": told_of(1, 2, 3, 4)},
    ]
    loopback.on("/v1/completions", document({"choices": choices}))
    assert dialect.score(talk, PROMPT, [" blue", " very blue"]) == [
        Scored(" blue", -1.0, 1),
        Scored(" very blue", -2.75, 2),
    ]
    asked = [each.body["messages"][-1]["content"] for each in loopback.asked("/tokenize")]
    assert asked == ["It is", "It is blue", "It is very blue"]
    body = loopback.asked("/v1/completions")[0].body
    assert body["prompt"] == [[1, 2, 3, 4], [1, 2, 3, 5, 6]]
    assert (body["prompt_logprobs"], body["max_tokens"]) == (0, 1)
    assert dialect.score(talk, PROMPT, []) == []


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"choices": [{"index": 0}]},
        {"choices": [{"index": 0, "prompt_logprobs": [None, None]}]},
        {"choices": [{"index": 0, "prompt_logprobs": [None, {"2": {"logprob": "high"}}]}]},
        {"choices": [{"index": 7, "prompt_logprobs": [None, {"2": {"logprob": -1}}]}]},
    ],
)
def test_an_answer_of_another_shape_is_no_score(
    answer: object, dialect: VllmServer, talk: Talk, loopback: Loopback
) -> None:
    loopback.on("/tokenize", document({"tokens": [1]}), document({"tokens": [1, 2]}))
    loopback.on("/v1/completions", document(answer))
    with pytest.raises(EngineError) as caught:
        dialect.score(talk, PROMPT, [" blue"])
    assert caught.value.cause is Cause.NOT_A_SERVER


def test_who_calls_itself_so_without_a_version_is_none(
    loopback: Loopback, make_talk: Callable[..., Talk]
) -> None:
    with make_talk(loopback.url) as talk:
        assert VllmServer.recognise(talk, Served("m")) is None
