"""Replies arrive in any cut, and nonsense is not taken for one."""

from __future__ import annotations

import pytest

from app.model.errors import Cause
from app.model.server.documents import find, need, number, parse
from app.model.server.events import LONGEST_LINE, json_lines, lines, server_sent
from app.model.server.refusals import ServerError

STREAM = (
    b': ping\r\n\r\nevent: x\ndata: {"a": 1}\n\n'
    b'data:{"a": "\xc3\xa4"}\r\n\ndata: [DONE]\n\ndata: no'
)


@pytest.mark.parametrize("size", [1, 2, 7, 1000])
def test_events_are_the_same_however_they_are_cut(size: int) -> None:
    cut = [STREAM[at : at + size] for at in range(0, len(STREAM), size)]
    assert list(server_sent(lines(cut))) == [{"a": 1}, {"a": "ä"}]


def test_lines_of_json_are_read_one_by_one() -> None:
    assert list(json_lines(lines([b'{"a"', b': 1}\n\n{"a": 2}']))) == [{"a": 1}, {"a": 2}]


def test_a_line_without_an_end_is_given_up() -> None:
    with pytest.raises(ServerError) as caught:
        list(lines(b"x" * 500_000 for _ in range(LONGEST_LINE // 500_000 + 2)))
    assert caught.value.cause is Cause.NOT_A_SERVER


@pytest.mark.parametrize(
    ("received", "cause"),
    [
        ([b"data: {"], Cause.NOT_A_SERVER),
        ([b'data: {"error": {"message": "out of memory"}}'], Cause.SERVER_FAILED),
        ([b'error: {"message": "the context size is exceeded"}'], Cause.PROMPT_TOO_LONG),
    ],
)
def test_what_is_no_piece_of_a_reply_ends_it(received: list[bytes], cause: Cause) -> None:
    with pytest.raises(ServerError) as caught:
        list(server_sent(received))
    assert caught.value.cause is cause
    with pytest.raises(ServerError):
        list(json_lines([b'{"error": "llama runner stopped"}']))


def test_no_shape_of_a_document_is_relied_on() -> None:
    deep = {"a": [{"b": "text"}, 3, True]}
    assert find(deep, "a", 0, "b") == "text"
    for path in (("x",), ("a", "b"), ("a", 9), ("a", 0, "b", 0), (0,)):
        assert find(deep, *path) is None
    assert need(deep, str, "a", 0, "b") == "text"
    assert number(deep, "a", 1) == 3.0
    for kind, path in ((int, ("a", 2)), (str, ("a", 1)), (list, ("a", 0))):
        with pytest.raises(ServerError, match="should be"):
            need(deep, kind, *path)
    with pytest.raises(ServerError, match=r"a\.2 should be a number"):
        number(deep, "a", 2)
    for text in ("", "<html>", "[" * 100_000):
        with pytest.raises(ServerError, match="not JSON"):
            parse(text)
