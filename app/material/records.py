"""What is kept of material: documents, proposals, decisions, and what is still to be read."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.content.types import Misconception, Wording


class FileKind(StrEnum):
    """What kinds of files can be added."""

    MARKDOWN = "markdown"
    TEXT = "text"
    HTML = "html"
    PDF = "pdf"


class State(StrEnum):
    """What the learner decided about a proposal."""

    NEW = "new"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Decision(StrEnum):
    """What the learner did in the inbox."""

    ACCEPT = "accept"
    EDIT = "edit"
    REJECT = "reject"
    REMOVE = "remove"  # a whole document


class Part(StrEnum):
    """What of a proposal somebody worded."""

    CLAIM = "claim"
    QUESTION = "question"


class Outcome(StrEnum):
    """What was decided about something to read."""

    OPEN = "open"
    DONE = "done"
    KEPT = "kept"
    DROPPED = "dropped"


@dataclass(frozen=True)
class Document:
    """A file that the learner added.

    Attributes
    ----------
    hash : str
        SHA-256 of its bytes in hexadecimal; the copy in the data folder is named by it.
    name : str
        What the file was called.
    size : int
        Bytes.
    pages : int or None
        Where it has pages.
    characters : int
        Length of its text.
    """

    id: str
    at: datetime
    hash: str
    name: str
    kind: FileKind
    title: str
    size: int
    pages: int | None
    characters: int

    @property
    def slug(self) -> str:
        """What its key points belong to in the study log; the same on every machine."""
        return f"own-{self.hash[:16]}"


@dataclass(frozen=True)
class Content:
    """What of a proposal the learner can change.

    Attributes
    ----------
    quote : str
        Verbatim words of its section that the claim rests on.
    """

    quote: str
    topic: str
    claim: str
    question: str
    misconceptions: tuple[Misconception, ...]


@dataclass(frozen=True)
class Draft:
    """A key point as it was made, before it has an id.

    Attributes
    ----------
    section : int
        Number of the section.
    start, end : int
        Where the quote stands in the section's text.
    statement : str
        Why the sentence was chosen: definition, number, cause, comparison, decision.
    by_model : tuple of str
        What of it the model worded: of :class:`Part`, in this order; the rest is the document's or
        made by code.
    model, prompts : str
        Which model and which versions of the prompts; empty where code alone was at work.
    """

    section: int
    start: int
    end: int
    statement: str
    content: Content
    by_model: tuple[str, ...]
    model: str
    prompts: str


@dataclass(frozen=True)
class Refused:
    """A sentence that did not become a proposal, and why."""

    section: int
    start: int
    end: int
    reason: str


@dataclass(frozen=True)
class Proposal:
    """A key point in the inbox, or out of it.

    Attributes
    ----------
    document : str
        Id of the document, the first one with these bytes.
    home : str
        Id of the one whose section the draft counts by: another than `document` where the same file
        was added on two laptops.
    key_point : str
        Its id in the study log once it is accepted; see :func:`key_point_id`.
    content : Content
        As the learner left it.
    is_edited : bool
        Whether that is another than was proposed.
    heading : str
        Of its section.
    page : int or None
        On which its section begins.
    """

    id: str
    document: str
    home: str
    key_point: str
    draft: Draft
    content: Content
    is_edited: bool
    state: State
    heading: str
    page: int | None

    @property
    def quote(self) -> str:
        """Verbatim words of the document."""
        return self.content.quote

    def worded_by(self, part: Part) -> Wording:
        """Return who worded its claim or its question; other signs between the same words are not.

        What the model worded stays the model's when something else was edited.
        """
        if _words(getattr(self.content, part)) != _words(getattr(self.draft.content, part)):
            return Wording.LEARNER
        return Wording.MODEL if part in self.draft.by_model else Wording.DOCUMENT


def key_point_id(file_hash: str, quote: str) -> str:
    """Return what a key point on a quote from a file is called, on every machine alike.

    Two laptops that propose the same sentence of the same file then review the same key point.
    White space, signs and capitals do not count: another release may read them otherwise.
    """
    words = " ".join(_words(quote))
    return f"own-{hashlib.sha256(f'{file_hash} {words}'.encode()).hexdigest()[:24]}"


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


@dataclass(frozen=True)
class Figures:
    """How much of a document was worked through, and what came of it."""

    sections: int
    tried: int
    refused: int
    new: int
    accepted: int
    rejected: int


@dataclass(frozen=True)
class ToRead:
    """An entry of the reading list.

    Attributes
    ----------
    place : str
        Where it is: an address, a file, a book; or empty.
    due : date or None
        By when.
    note : str
        What was said with the last decision.
    decided : datetime or None
        When that was.
    """

    id: str
    at: datetime
    title: str
    place: str
    why: str
    due: date | None
    outcome: Outcome
    note: str
    decided: datetime | None
