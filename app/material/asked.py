"""Checks on a question that fit a claim taken from a document; each returns its reason, or None."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from app.content.words import numbers
from app.material.fidelity import content
from app.quiz.grounding import root
from app.quiz.lexical import Lexicon

MOST_REVEALED = 0.72
"""Share of the weight of a claim's content words that its question may have."""
MOST_FOREIGN = 1
"""Content words that the section does not have, words of asking left out."""

_ASKING = frozenset(
    root(word)
    for word in """
    ask mean happen differ difference compare comparison affect effect result reason purpose role
    cause need use call kind type value size number amount length many much long often typical
    typically default usual usually name define definition describe explain consist require
    recommend allow possible current total part main relate relation relationship take become
    occupy keep hold behave treat handle serve say state condition case way advantage disadvantage
    """.split()  # noqa: SIM905 - a list of words is read as a text
)


_WHY = re.compile(r"\bwhy\b|\b(?:reasons?|cause|causes) (?:for|of|why)\b", re.IGNORECASE)
_REASON = re.compile(
    r"\b(?:because|since|so that|due to|owing to|in order to|therefore|thus|hence|as a result"
    r"|reason|to (?!the\b|an?\b|be\b)[a-z]{3,})\b|,? so \b",
    re.IGNORECASE,
)
_HOW = re.compile(
    r"^how (?:can|could|do|does|did|is|are|was|were|may|might|must|should|will|would)\b(?!.*\b(?:"
    r"defin|compar|differ|relat|call|mean|affect|chang|behav)\w*\b)",
    re.IGNORECASE,
)
_MANNER = re.compile(r"\b(?:by|through|via|using|with|from)\b", re.IGNORECASE)
_LENGTHS = (4, 30)


@dataclass(frozen=True)
class Asked:
    """A question with the claim that it is to ask for, and the section that the claim is from."""

    question: str
    claim: str
    heading: str
    section: str
    lexicon: Lexicon


def has_a_fit_length(asked: Asked) -> str | None:
    """Refuse what is too short to name anything, and what is too long to be read at a glance."""
    count = len(asked.question.split())
    return None if _LENGTHS[0] <= count <= _LENGTHS[1] else f"has {count} words"


def asks_for_what_is_said(asked: Asked) -> str | None:
    """Refuse to ask why, or in which way, where the claim tells no reason and no way."""
    if _WHY.search(asked.question) and not _REASON.search(asked.claim):
        return "asks for a reason that is not told"
    if _HOW.search(asked.question) and not _MANNER.search(asked.claim):
        return "asks for a way that is not told"
    return None


def is_no_heading(asked: Asked) -> str | None:
    """Refuse the heading of the section put as a question: it asks for all that stands below it."""
    mine, heading = set(content(asked.question)), set(content(asked.heading))
    return "repeats the heading" if mine and mine == heading else None


def leaves_something_to_say(asked: Asked) -> str | None:
    """Refuse a question that has nearly all of its claim; a number may be all that is asked for."""
    if numbers(asked.claim) - numbers(asked.question):
        return None
    wanted, given = set(content(asked.claim)), set(content(asked.question))
    share = asked.lexicon.share(wanted & given, wanted)
    return f"has {share:.0%} of its claim" if share > MOST_REVEALED else None


def stays_in_its_section(asked: Asked) -> str | None:
    """Refuse words from elsewhere: what the section does not speak of, it does not answer."""
    known = set(content(asked.section)) | set(content(asked.claim)) | _ASKING
    foreign = [word for word in dict.fromkeys(content(asked.question)) if word not in known]
    return f"speaks of “{foreign[0]}”" if len(foreign) > MOST_FOREIGN else None


CHECKS: tuple[Callable[[Asked], str | None], ...] = (
    has_a_fit_length,
    asks_for_what_is_said,
    is_no_heading,
    leaves_something_to_say,
    stays_in_its_section,
)


def misfit(asked: Asked) -> str | None:
    """Return the first check that a question fails and why, or None if it can be asked."""
    for check in CHECKS:
        reason = check(asked)
        if reason is not None:
            return f"{check.__name__}: {reason}"
    return None
