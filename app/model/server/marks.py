"""Keeping what somebody wrote from being read as the structure of a conversation."""

from __future__ import annotations

import re

from app.model.protocol import Message, Prompt

# The marks of the chat formats in use. A server that writes the format itself takes them for
# structure wherever they stand, in a learner's answer too.
_MARKS = re.compile(
    r"[<\[](?=[|｜]|/?(?:s|bos|eos|pad|unk|think|start_of_turn|end_of_turn)>|/?INST\]|<?/?SYS>>)"
)


def broken_marks(text: str) -> str:
    """Return a text in which no mark of a chat format is whole: a space splits each."""
    return _MARKS.sub(lambda match: f"{match[0]} ", text)


def plain(prompt: Prompt) -> Prompt:
    """Return a prompt whose contents hold no marks of a chat format."""
    messages = tuple(Message(m.role, broken_marks(m.content)) for m in prompt.messages)
    return Prompt(messages, broken_marks(prompt.reply_start))
