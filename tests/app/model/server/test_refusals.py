"""Whatever a server answers, the learner is told what to do, and never the key."""

from __future__ import annotations

import json

import pytest

from app.model.errors import Cause
from app.model.server.keys import Key
from app.model.server.refusals import broken, complaint, refusal

KEY = Key("sk-secret")


def said(message: str) -> bytes:
    return json.dumps({"error": {"message": message, "code": None}}).encode()


@pytest.mark.parametrize(
    ("status", "body", "cause"),
    [
        (301, b"", Cause.REDIRECTED),
        (307, b"", Cause.REDIRECTED),
        (401, said("Invalid API Key"), Cause.KEY_REFUSED),
        (403, b"", Cause.KEY_REFUSED),
        (404, said("File Not Found"), Cause.NOT_A_SERVER),
        (404, b"<html>model</html>", Cause.NOT_A_SERVER),
        (404, said("The model `x` does not exist."), Cause.MODEL_NOT_SERVED),
        (404, b'{"error": "model \'x\' not found"}', Cause.MODEL_NOT_SERVED),
        (405, b"", Cause.NOT_A_SERVER),
        (400, said("exceeds the available context size (1024 tokens)"), Cause.PROMPT_TOO_LONG),
        (400, said("This model's maximum context length is 10"), Cause.PROMPT_TOO_LONG),
        (400, b'{"error": "the input length exceeds the context length"}', Cause.PROMPT_TOO_LONG),
        (500, b'{"error": "exceeds the available context size"}', Cause.PROMPT_TOO_LONG),
        (400, said("temperature must be a number"), Cause.REQUEST_REFUSED),
        (422, b'{"detail": "unprocessable"}', Cause.REQUEST_REFUSED),
        (408, b"", Cause.TIMED_OUT),
        (504, b"", Cause.TIMED_OUT),
        (429, b"", Cause.SERVER_BUSY),
        (503, said("Loading model"), Cause.SERVER_BUSY),
        (500, said("boom"), Cause.SERVER_FAILED),
        (418, b"teapot", Cause.REQUEST_REFUSED),
        (204, b"", Cause.REQUEST_REFUSED),
    ],
)
def test_what_an_answer_means(status: int, body: bytes, cause: Cause) -> None:
    assert refusal(status, {}, body, "/x", None).cause is cause


def test_a_server_that_names_a_time_is_listened_to() -> None:
    assert refusal(429, {"retry-after": "7"}, b"", "/x", None).retry_after == 7.0
    for other in ("", "Wed, 21 Oct 2026 07:28:00 GMT", "-1", "²"):
        assert refusal(429, {"retry-after": other}, b"", "/x", None).retry_after is None


def test_a_missing_key_is_told_from_a_wrong_one() -> None:
    assert "has none" in refusal(401, {}, said("Unauthorized"), "/x", None).detail
    assert refusal(401, {}, said("Expired"), "/x", KEY).detail == "Expired"


def test_the_key_is_never_quoted_not_even_its_beginning() -> None:
    long = "x" * 195
    for message in ("wrong key: sk-secret!", f"{long} sk-secret"):
        for status in (400, 401, 500):
            error = refusal(status, {}, said(message), "/x", KEY)
            assert "sk-" not in str(error)
    assert "sk-" not in str(broken({"message": "sk-secret"}, KEY))


def test_a_redirection_is_named_without_what_may_be_secret_in_it() -> None:
    target = "https://me:pass@evil.example:9/path?token=1"
    error = refusal(302, {"location": target}, b"", "/x", KEY)
    assert error.detail == "to https://evil.example:9"
    assert "same server" in refusal(302, {"location": "/elsewhere"}, b"", "/x", None).detail
    assert refusal(302, {"location": "http://["}, b"", "/x", None).cause is Cause.REDIRECTED


def test_pages_for_people_and_control_characters_are_not_shown() -> None:
    assert complaint(b"<html>nginx</html>") == ""
    assert complaint(b"[" * 100_000) == ""
    error = refusal(400, {}, said("a\x1b[31m\nb" + "c" * 500), "/x", None)
    assert error.detail.startswith("a[31m bccc")
    assert len(error.detail) == 200


def test_a_complaint_within_a_reply_is_understood_alike() -> None:
    assert broken({"message": "context size exceeded"}, None).cause is Cause.PROMPT_TOO_LONG
    assert broken({"error": "out of memory"}, None).cause is Cause.SERVER_FAILED
