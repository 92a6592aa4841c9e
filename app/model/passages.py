"""From a passage to its tokens, and which of them belong to which stretch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.model.chat import ChatFormat
from app.model.protocol import Passage
from app.model.vocabulary import Vocabulary


@dataclass(frozen=True)
class TokenizedPassage:
    """A passage as a model reads it.

    Attributes
    ----------
    tokens : list of int
        The whole prompt, at least one token.
    stretches : tuple of tuple of int
        The places of each stretch's tokens.
    first : int
        The place of the first token that is looked at; the last token always is.
    end : int
        The place after the last token of a stretch; what follows says nothing of its own.
    beside : tuple of tuple of int
        The places of the tokens in each range that the stretches are compared with.
    """

    tokens: list[int]
    stretches: tuple[tuple[int, ...], ...]
    first: int
    end: int
    beside: tuple[tuple[int, ...], ...] = ()


def tokenize_passage(
    passage: Passage, chat_format: ChatFormat, vocabulary: Vocabulary
) -> TokenizedPassage:
    """Return the tokens of a passage and where its stretches lie.

    The text between the start of the first stretch and the end of the last one is tokenized by
    itself, so what stands before it gives the same tokens whatever is written there.

    Raises
    ------
    ValueError
        There is no message, or the stretches, or what is beside them, are not inside the text,
        overlap, or do not ascend.
    """
    prompt = passage.prompt
    if not prompt.messages:
        raise ValueError("a passage needs a message")
    text = prompt.reply_start if passage.in_reply else prompt.messages[-1].content
    stretches = passage.stretches
    _check(stretches, len(text))
    start, end = (stretches[0][0], stretches[-1][1]) if stretches else (len(text), len(text))
    if passage.in_reply:
        head, beside = _head(passage, chat_format, vocabulary)
        before = head + vocabulary.tokens(text[:start], special=False)
        after = vocabulary.tokens(text[end:], special=False)
    else:
        _check(passage.beside, start)
        before, after = chat_format.around(prompt, (start, end))
        after += vocabulary.tokens(prompt.reply_start, special=False)
        beside = _beside(before, text[:start], passage.beside, vocabulary)
    middle = vocabulary.tokens(text[start:end], special=False)
    tokens = [*before, *middle, *after]
    bounds = [(_bytes(text[start:a]), _bytes(text[start:b])) for a, b in stretches]
    places = _places(middle, vocabulary)
    looked_at = [place for places in beside for place in places]
    return TokenizedPassage(
        tokens=tokens,
        stretches=tuple(
            tuple(len(before) + i for i, place in enumerate(places) if a <= place < b)
            for a, b in bounds
        ),
        first=min([*looked_at, len(before) if stretches else len(tokens), len(tokens) - 1]),
        end=len(before) + len(middle),
        beside=beside,
    )


def _head(
    passage: Passage, chat_format: ChatFormat, vocabulary: Vocabulary
) -> tuple[list[int], tuple[tuple[int, ...], ...]]:
    """Return the tokens up to the reply, and the places of those beside the stretches."""
    if not passage.beside:
        return chat_format.head(passage.prompt), ()
    content = passage.prompt.messages[-1].content
    _check(passage.beside, len(content))
    start, end = passage.beside[0][0], passage.beside[-1][1]
    before, after = chat_format.around(passage.prompt, (start, end))
    before += vocabulary.tokens(content[start:end], special=False)
    return [*before, *after], _beside(before, content[:end], passage.beside, vocabulary)


def _beside(
    tokens: Sequence[int],
    text: str,
    ranges: Sequence[tuple[int, int]],
    vocabulary: Vocabulary,
) -> tuple[tuple[int, ...], ...]:
    """Return the places of the tokens in each range of a text that the last tokens spell."""
    if not ranges:
        return ()
    # Counted from the end, as the tokens of the template before the text spell nothing of it.
    ends = _bytes(text)
    places: list[tuple[int, int]] = []
    for i in reversed(range(len(tokens))):
        piece = vocabulary.piece(tokens[i])
        ends -= len(piece)
        if ends < 0:
            break
        places.append((i, ends + _lead(piece)))
    bounds = [(_bytes(text[:a]), _bytes(text[:b])) for a, b in ranges]
    return tuple(
        tuple(i for i, place in reversed(places) if start <= place < end) for start, end in bounds
    )


def _check(ranges: Sequence[tuple[int, int]], length: int) -> None:
    bounds = [0, *(bound for each in ranges for bound in each), length]
    if any(a > b for a, b in pairwise(bounds)):
        raise ValueError(f"ranges must ascend within {length} characters, not {ranges}")


def _bytes(text: str) -> int:
    """Return the length of the text as the vocabulary sees it."""
    return len(text.encode("utf-8", "replace"))


def _places(tokens: Sequence[int], vocabulary: Vocabulary) -> list[int]:
    """Return for each token where its first byte that is no space lies, counted in bytes."""
    places = []
    done = 0
    for token in tokens:
        piece = vocabulary.piece(token)
        places.append(done + _lead(piece))
        done += len(piece)
    return places


def _lead(piece: bytes) -> int:
    """Return how many spaces a piece begins with; 0 where it is nothing but space."""
    space = len(piece) - len(piece.lstrip())
    return space if space < len(piece) else 0
