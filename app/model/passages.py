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
    beside : tuple of int
        The places of the tokens that the stretches are compared with.
    """

    tokens: list[int]
    stretches: tuple[tuple[int, ...], ...]
    first: int
    end: int
    beside: tuple[int, ...] = ()


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
    beside = range(0)
    if passage.in_reply:
        head, beside = _head(passage, chat_format, vocabulary)
        before = head + vocabulary.tokens(text[:start], special=False)
        after = vocabulary.tokens(text[end:], special=False)
    else:
        before, after = chat_format.around(prompt, (start, end))
        after += vocabulary.tokens(prompt.reply_start, special=False)
    middle = vocabulary.tokens(text[start:end], special=False)
    tokens = [*before, *middle, *after]
    bounds = [(_bytes(text[start:a]), _bytes(text[start:b])) for a, b in stretches]
    places = _places(middle, vocabulary)
    return TokenizedPassage(
        tokens=tokens,
        stretches=tuple(
            tuple(len(before) + i for i, place in enumerate(places) if a <= place < b)
            for a, b in bounds
        ),
        first=min([*beside[:1], len(before) if stretches else len(tokens), len(tokens) - 1]),
        end=len(before) + len(middle),
        beside=tuple(beside),
    )


def _head(
    passage: Passage, chat_format: ChatFormat, vocabulary: Vocabulary
) -> tuple[list[int], range]:
    """Return the tokens up to the reply, and the places of those beside the stretches."""
    if passage.beside is None:
        return chat_format.head(passage.prompt), range(0)
    content = passage.prompt.messages[-1].content
    _check([passage.beside], len(content))
    before, after = chat_format.around(passage.prompt, passage.beside)
    middle = vocabulary.tokens(content[slice(*passage.beside)], special=False)
    return [*before, *middle, *after], range(len(before), len(before) + len(middle))


def _check(stretches: Sequence[tuple[int, int]], length: int) -> None:
    bounds = [0, *(bound for stretch in stretches for bound in stretch), length]
    if any(a > b for a, b in pairwise(bounds)):
        raise ValueError(f"stretches must ascend within {length} characters, not {stretches}")


def _bytes(text: str) -> int:
    """Return the length of the text as the vocabulary sees it."""
    return len(text.encode("utf-8", "replace"))


def _places(tokens: Sequence[int], vocabulary: Vocabulary) -> list[int]:
    """Return for each token where its first byte that is no space lies, counted in bytes."""
    places = []
    done = 0
    for token in tokens:
        piece = vocabulary.piece(token)
        space = len(piece) - len(piece.lstrip())
        # A token of nothing but space lies where it begins.
        places.append(done + (space if space < len(piece) else 0))
        done += len(piece)
    return places
