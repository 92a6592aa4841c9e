"""Wordings around what the guide says: who says it where, and what is asked about it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

from app.content.spelling import usage
from app.quiz.asking.subject import asked
from app.quiz.asking.tokens import roots

REPLY = "What do you reply?"
CORRECT = ("What is right instead?", "What holds instead?", "How do you correct this?", REPLY)
FIGURE = ("What is the right figure?", "Which figure is right?")
_SPEAKERS = ("A colleague", "A teammate", "A new engineer", "An intern", "A consultant")
_WRITINGS = (
    "in the draft of a report",
    "in the minutes of a meeting",
    "in a blog post",
    "on an old page of your team's wiki",
    "in the comments on a pull request",
)
_THINKS = ("thinks", "believes", "assumes", "is sure")
_STAYS_UPPER = re.compile(r"[A-Z][a-z]*[A-Z\d]|[A-Z]\b(?!\s[a-z])|[A-Z][a-z]+ (?:et al|and [A-Z])")
# What such a beginning speaks of, only the topic tells.
_LEANS = re.compile(
    r"(?:it|its|they|them|their|this|these|those|both|the (?:same|first|second|two|latter|former)"
    r"|about|around|roughly|some|none|neither|all|only|just|usd|\W|\d)",
    re.IGNORECASE,
)
_ORDERS = re.compile(
    r"(?:add|run|filter|measure|compare|prefer|use|report|keep|fix|judge|freeze|treat|choose|give"
    r"|retrieve|store|put|train|merge|take|set|pick|draw|resample|split|test|ask|let|make)\b",
    re.IGNORECASE,
)
_KNOWN = 50
"""Occurrences in the dictionary from which a word is surely no name."""
NAMED = 0.8
"""Share of a topic's words that a statement has that can do without it; with less, reviewers missed
the model, the method or the batch that it speaks of."""


def stands_alone(statement: str, topic: str) -> bool:
    """Return whether a statement says by itself what it is about."""
    if _LEANS.match(statement):
        return False
    subject = roots(topic)
    return not subject or len(subject & roots(statement)) >= NAMED * len(subject)


def indirect(statement: str, topic: str) -> str | None:
    """Return a statement as it stands after "thinks that"; None where it cannot."""
    text = statement.strip().rstrip(".")
    first = re.split(r"[\s-]", text, maxsplit=1)[0]
    if ";" in text or ":" in text or _ORDERS.match(text) or first.endswith(","):
        return None
    lowered = text[0].lower() + text[1:]
    if first == "A" and (text[2:3].islower() or text[2:3].isdigit()):
        return lowered
    if not first.isalpha() or not first[1:].islower() or _STAYS_UPPER.match(text):
        return text
    # Whether "Medusa" is a name, only those who wrote of it know.
    if first in topic.split():
        return text
    return lowered if usage(first.lower()) >= _KNOWN else None


def said(topic: str, wrong: str, closings: Sequence[str]) -> list[str]:
    """Return wordings in which somebody says something wrong, and what is right is asked for."""
    quoted = f"“{wrong}”"
    if not stands_alone(wrong, topic):
        return [
            f"Asked {asked(topic)}, {who[0].lower()}{who[1:]} answers: {quoted} {closing}"
            for who, closing in product(_SPEAKERS, closings)
        ]
    found = [f"{who} says: {quoted} {closing}" for who, closing in product(_SPEAKERS, closings)]
    written = [closing for closing in closings if closing != REPLY]
    found += [f"You read {where}: {quoted} {c}" for where, c in product(_WRITINGS, written)]
    if (reported := indirect(wrong, topic)) is not None:
        found += [
            f"{who} {thinks} that {reported}. {closing}"
            for who, thinks, closing in product(_SPEAKERS, _THINKS, closings)
        ]
    return found


def both(topic: str, first: str, second: str) -> list[str]:
    """Return wordings in which two people are wrong in two ways."""
    clear = stands_alone(first, topic) and stands_alone(second, topic)
    opening = "" if clear else f"Two colleagues are asked {asked(topic)}. "
    ends = (
        "Both are wrong: what is right?",
        "Neither is right; what is?",
    )
    names = ((f"{opening}One says", "the other") if opening else ("A colleague says", "another"),)
    return [
        f"{one}: “{first}” {other[0].upper()}{other[1:]} says: “{second}” {end}"
        for (one, other), end in product(names, ends)
    ]


def choice(topic: str) -> list[str]:
    """Return stems for a choice between a claim and its misconceptions."""
    return [
        f"Which of these statements on {topic} is right?",
        f"A page of notes on {topic} has one right sentence. Which one is it?",
        f"Several people are asked {asked(topic)}. Whose answer is right?",
        f"A newcomer asks you {asked(topic)}. Which answer do you give?",
    ]
