"""Chat formats: from a conversation to the segments that a model reads.

The template inside a model file comes from whoever made the file, so it is never executed. It is
shown to llama.cpp, which recognises the common families by their marks and writes the format
itself. What llama.cpp does not recognise gets ChatML if the vocabulary knows its marks, else
headings in plain text.
"""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass, replace

from app.model.binding import lib
from app.model.protocol import Message, Prompt
from app.model.vocabulary import Vocabulary

_CHATML = b"chatml"
_PLAIN_STOP = "\n### "
# Models that think aloud first are told, in the way their own templates do it, that they have.
_NO_THOUGHTS = "<think>\n\n</think>\n\n"


@dataclass(frozen=True)
class Segment:
    """A part of a prompt: the format's own structure, or text that somebody wrote."""

    text: str
    structure: bool


class ChatFormat:
    """How one model wants conversations written.

    Parameters
    ----------
    template : bytes or None
        The template that stands in the model file.
    vocabulary : Vocabulary
        The model's tokens.
    """

    def __init__(self, template: bytes | None, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        probe = (Message("user", "a"),)
        known = template is not None and _apply(template, probe) is not None
        fallback = _CHATML if vocabulary.has("<|im_start|>") else None
        self._template = template if known else fallback
        self._tail = _NO_THOUGHTS if template and b"enable_thinking" in template else ""

    @property
    def stops(self) -> tuple[str, ...]:
        """Texts that end a reply although no control token says so."""
        return () if self._template else (_PLAIN_STOP,)

    def head(self, prompt: Prompt) -> list[int]:
        """Return the tokens of everything up to where the reply begins.

        Structure may become control tokens; what somebody wrote never does, so an answer that
        contains ``<|im_end|>`` stays an answer.
        """
        return self._begin(self.segments(prompt))

    def around(self, prompt: Prompt, stretch: tuple[int, int]) -> tuple[list[int], list[int]]:
        """Return the tokens of the head before and after a stretch of the last message.

        Parameters
        ----------
        prompt : Prompt
            A conversation with at least one message.
        stretch : tuple of int
            Where it starts and ends in the content of the last message, in characters.

        Raises
        ------
        ValueError
            The format does not write the last message last.
        """
        segments = self.segments(prompt)
        place = max(i for i, segment in enumerate(segments) if not segment.structure)
        text, content = segments[place].text, prompt.messages[-1].content
        # The words of the system may stand before the content; see `_without_system`.
        lead = len(text) - len(content)
        if not text.endswith(content):
            raise ValueError("the message that is looked into does not stand last")
        before = Segment(text[: lead + stretch[0]], structure=False)
        after = Segment(text[lead + stretch[1] :], structure=False)
        return (
            self._begin([*segments[:place], before]),
            self._tokens([after, *segments[place + 1 :]]),
        )

    def segments(self, prompt: Prompt) -> list[Segment]:
        """Return the prompt up to where the reply begins, structure and contents apart."""
        for messages in (prompt.messages, _without_system(prompt.messages)):
            segments = self._fill(messages)
            if segments is not None:
                return [*segments, Segment(self._tail, structure=True)]
        return [*_plain(prompt.messages), Segment(self._tail, structure=True)]

    def _begin(self, segments: list[Segment]) -> list[int]:
        tokens = [*self._vocabulary.start, *self._tokens(segments)]
        # A few formats write the start token themselves.
        if len(tokens) > 1 and tokens[:1] == tokens[1:2] == list(self._vocabulary.start):
            del tokens[0]
        return tokens

    def _tokens(self, segments: list[Segment]) -> list[int]:
        return [
            token
            for segment in segments
            for token in self._vocabulary.tokens(segment.text, special=segment.structure)
        ]

    def _fill(self, messages: tuple[Message, ...]) -> list[Segment] | None:
        """Return the formatted messages, or ``None`` if the format has no place for one."""
        if self._template is None:
            return None
        # The format is written around placeholders: contents never pass through it.
        marked = tuple(replace(m, content=f"@@content{i}@@") for i, m in enumerate(messages))
        text = _apply(self._template, marked)
        if text is None:
            return None
        parts = re.split(r"@@content(\d+)@@", text)
        if sorted(map(int, parts[1::2])) != list(range(len(messages))):
            return None
        return [
            Segment(messages[int(part)].content if i % 2 else part, structure=i % 2 == 0)
            for i, part in enumerate(parts)
        ]


def _apply(template: bytes, messages: tuple[Message, ...]) -> str | None:
    """Return the messages in the family that llama.cpp takes the template for, if any."""
    pairs = [(m.role.encode(), m.content.encode()) for m in messages]
    chat = (lib.llama_chat_message * len(pairs))(*pairs)
    room = 1024
    while True:
        buffer = ctypes.create_string_buffer(room)
        size = lib.llama_chat_apply_template(template, chat, len(pairs), True, buffer, room)
        if size < 0:
            return None
        if size <= room:
            return str(buffer.raw[:size].decode("utf-8"))
        room = size


def _without_system(messages: tuple[Message, ...]) -> tuple[Message, ...]:
    """Return the messages with what the system says put before what the user says first."""
    system = "\n\n".join(m.content for m in messages if m.role == "system")
    others = [m for m in messages if m.role != "system"]
    if not system:
        return tuple(others)
    if others and others[0].role == "user":
        return (Message("user", f"{system}\n\n{others[0].content}"), *others[1:])
    return (Message("user", system), *others)


def _plain(messages: tuple[Message, ...]) -> list[Segment]:
    segments = []
    for message in messages:
        segments += [
            Segment(f"### {message.role.capitalize()}\n", structure=True),
            Segment(message.content, structure=False),
            Segment("\n\n", structure=True),
        ]
    return [*segments, Segment("### Assistant\n", structure=True)]
