"""A model's vocabulary: text to tokens and back."""

from __future__ import annotations

import ctypes
from typing import Any

from app.model.binding import lib

_GUARD = "\n"


class Vocabulary:
    """The tokens that a model reads and writes.

    Parameters
    ----------
    handle
        llama.cpp's vocabulary; it lives as long as its model.
    """

    def __init__(self, handle: Any) -> None:  # noqa: ANN401 (an opaque pointer)
        self.handle = handle
        self.size: int = lib.llama_vocab_n_tokens(handle)
        bos = lib.llama_vocab_bos(handle)
        self.start: tuple[int, ...] = (bos,) if lib.llama_vocab_get_add_bos(handle) else ()
        guard = self._tokens(_GUARD, special=False)
        alone = self._tokens("a", special=False)
        # Some vocabularies put a space before every text. In the middle of a prompt that would
        # be a space that nobody wrote.
        self._guard = guard if self.text(alone).startswith(b" ") else None

    def tokens(self, text: str, *, special: bool) -> list[int]:
        """Return the tokens of a text that stands in the middle of a prompt.

        Parameters
        ----------
        text : str
            Any text; lone surrogates count as question marks.
        special : bool
            Whether the names of control tokens in it become those tokens. False for everything
            that a person or a document wrote.
        """
        if not text:
            return []
        if self._guard is None:
            return self._tokens(text, special=special)
        guarded = self._tokens(_GUARD + text, special=special)
        n = len(self._guard)
        return guarded[n:] if guarded[:n] == self._guard else self._tokens(text, special=special)

    def text(self, tokens: list[int]) -> bytes:
        """Return the bytes that the tokens stand for; control tokens stand for none."""
        return b"".join(self.piece(token) for token in tokens)

    def piece(self, token: int) -> bytes:
        """Return the bytes of one token, which may be only a part of a character."""
        size = 64
        buffer = ctypes.create_string_buffer(size)
        written = lib.llama_token_to_piece(self.handle, token, buffer, size, 0, False)
        if written < 0:
            size = -written
            buffer = ctypes.create_string_buffer(size)
            written = lib.llama_token_to_piece(self.handle, token, buffer, size, 0, False)
        return buffer.raw[:written]

    def is_end(self, token: int) -> bool:
        """Return whether the token ends a reply."""
        return bool(lib.llama_vocab_is_eog(self.handle, token))

    def has(self, control: str) -> bool:
        """Return whether this text is one token of its own."""
        return len(self._tokens(control, special=True)) == 1

    def _tokens(self, text: str, *, special: bool) -> list[int]:
        data = text.encode("utf-8", "replace")
        room = len(data) + 8
        buffer = (lib.llama_token * room)()
        count = lib.llama_tokenize(self.handle, data, len(data), buffer, room, False, special)
        if count < 0:
            room = -count
            buffer = (lib.llama_token * room)()
            count = lib.llama_tokenize(self.handle, data, len(data), buffer, room, False, special)
        return list(buffer[:count])
