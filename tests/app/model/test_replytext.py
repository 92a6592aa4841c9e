"""What is shown of a reply is final: whole characters, and nothing of a stop string."""

from __future__ import annotations

import pytest

from app.model.replytext import ReplyText


def shown(pieces: list[bytes], stops: tuple[str, ...] = ()) -> list[str]:
    text = ReplyText(stops)
    return [*(text.feed(piece) for piece in pieces), text.finish()]


def test_without_stops_everything_is_shown_at_once() -> None:
    assert shown([b"one", b" two"]) == ["one", " two", ""]


def test_a_character_split_over_tokens_is_shown_when_it_is_whole() -> None:
    unicorn = "🦄".encode()

    assert shown([b"a " + unicorn[:1], unicorn[1:3], unicorn[3:] + b"!"]) == ["a ", "", "🦄!", ""]


def test_half_a_character_at_the_end_is_dropped() -> None:
    assert shown([b"caf", "é".encode()[:1]]) == ["caf", "", ""]


def test_bytes_that_are_no_text_become_the_sign_for_that() -> None:
    assert "".join(shown([b"a\xffb"])) == "a\ufffdb"


@pytest.mark.parametrize("size", [1, 2, 3, 5, 50])
def test_a_stop_string_never_shows_however_it_is_cut(size: int) -> None:
    data = b"first line\nsecond ###END more"
    pieces = [data[i : i + size] for i in range(0, len(data), size)]

    assert "".join(shown(pieces, ("###END",))) == "first line\nsecond "


def test_what_only_began_like_a_stop_string_is_shown() -> None:
    assert shown([b"a ##", b"# b"], ("###END",)) == ["a ", "### b", ""]


def test_what_is_held_back_at_the_end_is_shown() -> None:
    assert shown([b"a ##"], ("###END",)) == ["a ", "##"]


def test_the_first_of_several_stops_counts() -> None:
    text = ReplyText(("two", "one"))

    assert text.feed(b"zero one two") == "zero "
    assert text.ended
    assert text.finish() == ""


def test_an_empty_stop_string_stops_nothing() -> None:
    assert "".join(shown([b"abc"], ("",))) == "abc"
