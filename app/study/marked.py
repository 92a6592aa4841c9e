"""What the log holds about reading besides time: highlights, notes, and sections ticked off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.content.anchor import Anchor


class Look(StrEnum):
    """How a passage is highlighted; each has a line of its own, so that no colour is needed."""

    AMBER = "amber"
    GREEN = "green"
    BLUE = "blue"


@dataclass(frozen=True)
class Mark:
    """A highlight as it stands now, with its note if it has one.

    Attributes
    ----------
    id : str
        Names it in the log.
    at : datetime
        When it was made, in UTC.
    transition, document : str
        What it stands in, as reading is kept: slugs, or no transition and the path of a document
        of the learner's own.
    anchor : Anchor
        Where in it.
    """

    id: str
    at: datetime
    transition: str
    document: str
    anchor: Anchor
    look: Look
    note: str


@dataclass(frozen=True)
class SectionRead:
    """A section that is ticked off as read.

    Attributes
    ----------
    digest : str
        Of its words when it was read.
    """

    at: datetime
    digest: str
