"""Choosing the sentences of a document that state something worth knowing; code alone does it."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from heapq import heapify, heappop, heappush

from app.content.words import words
from app.material import phrases
from app.material.blocks import BlockKind
from app.material.sections import Section, Stretch
from app.material.sentences import sentences

FEWEST_WORDS = 7
MOST_WORDS = 44
FEWEST_ITEM_WORDS = 6
LEAST_LETTERS = 0.72
"""Share of a sentence's characters, spaces left out, that are letters; formulas have fewer."""
MOST_ALIKE = 0.5
"""Overlap (Jaccard) of content words from which two sentences say the same."""
WORDS_PER_POINT = 16
"""Words of a section for each key point that is looked for in it."""
MOST_IN_SECTION = 6
"""Key points of one section, unless it is looked at by itself."""
SPREAD = 0.3
"""By how much the worth of a section's sentences falls with each one that is taken."""

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_IMPERATIVE = re.compile(
    r"^(?:use|run|set|add|install|choose|select|open|press|click|enter|type|make|see|try|consider"
    r"|note|check|create|call|write|go|let|take|read|start|visit|imagine|suppose|assume|ensure|verify"
    r"|configure|remember|avoid|prefer|change|update|stop|restart|quit|copy|log|sign|wait|learn|find|keep)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(r"^(?:add|use|set|make|allow|check|create|call|run)\b", re.IGNORECASE)
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("{", "}"))


class Statement(StrEnum):
    """What makes a sentence worth knowing."""

    DEFINITION = "definition"
    NUMBER = "number"
    CAUSE = "cause"
    COMPARISON = "comparison"
    DECISION = "decision"


_MARKS = (
    (Statement.DEFINITION, phrases.DEFINITION, 3.0),
    (Statement.COMPARISON, phrases.COMPARISON, 2.2),
    (Statement.NUMBER, phrases.QUANTITY, 2.0),
    (Statement.CAUSE, phrases.CAUSE, 2.0),
    (Statement.DECISION, phrases.DECISION, 1.6),
)


@dataclass(frozen=True)
class Candidate:
    """A sentence that may become a key point.

    Attributes
    ----------
    section : int
        Number of its section.
    start, end : int
        Where the sentence stands in the section's text.
    before : int
        Where the sentence before it begins, or ``start`` where it is the first of its paragraph.
    leans : bool
        It needs the sentence before it to be understood.
    is_item : bool
        It stands in a list.
    """

    section: int
    start: int
    end: int
    before: int
    statement: Statement
    score: float
    leans: bool
    is_item: bool


def choose(
    sections: Sequence[Section], most: int, within: Collection[int] | None = None
) -> list[Candidate]:
    """Return the sentences most worth a key point, at most so many, in the order of the text.

    The same document gives the same ones, so that work on them can go on where it was stopped.

    Parameters
    ----------
    within : collection of int, optional
        Numbers of the sections to choose from; all of them by default.
    """
    counts = Counter(word for section in sections for word in words(section.text))
    # Who names a section wants it looked at, whatever it is called.
    wanted = [
        each for each in sections if (not each.is_list if within is None else each.number in within)
    ]
    found = [each for section in wanted for each in _of_section(section, counts)]
    most_in_one = MOST_IN_SECTION if within is None else most
    room = {section.number: _room(section, most_in_one) for section in sections}
    taken = Counter[int]()
    chosen: list[Candidate] = []
    said: list[set[str]] = []
    # Each one that is taken makes the next of its section less wanted, so that all have a turn.
    waiting = [(-each.score, each.section, each.start, each) for each in found]
    heapify(waiting)
    while waiting and len(chosen) < most:
        known, *_, each = heappop(waiting)
        score = each.score - SPREAD * taken[each.section]
        if -known > score:
            heappush(waiting, (-score, each.section, each.start, each))
            continue
        mine = set(words(sections[each.section].text[each.start : each.end]))
        if taken[each.section] >= room[each.section] or any(_alike(mine, one) for one in said):
            continue
        taken[each.section] += 1
        chosen.append(each)
        said.append(mine)
    return sorted(chosen, key=lambda one: (one.section, one.start))


def _room(section: Section, most: int) -> int:
    count = len(section.text.split())
    return 0 if count < 12 else max(1, min(most, count // WORDS_PER_POINT))


def _alike(mine: set[str], other: set[str]) -> bool:
    return len(mine & other) >= MOST_ALIKE * len(mine | other)


def _of_section(section: Section, counts: Counter[str]) -> Iterator[Candidate]:
    for stretch in section.prose():
        places = list(sentences(section.text, stretch.start, stretch.end))
        for number, (start, end) in enumerate(places):
            before = places[number - 1][0] if number else start
            candidate = _candidate(section, stretch, start, end, before, counts)
            if candidate is not None:
                yield candidate


def _candidate(
    section: Section, stretch: Stretch, start: int, end: int, before: int, counts: Counter[str]
) -> Candidate | None:
    whole = section.text[start:end]
    is_item = stretch.kind is BlockKind.ITEM
    plain = phrases.CITATION.sub("", whole)
    core = phrases.LEAD.sub("", plain, count=1)
    if not _is_statement(plain, core, is_item=is_item):
        return None
    leans = leans_on_text(core)
    if leans and before == start:
        return None
    marks = [(each, weight) for each, pattern, weight in _MARKS if pattern.search(core)]
    if not marks:
        return None
    score = _score(core, section, marks, counts)
    score -= (2.0 if leans else 0.0) + (0.4 if is_item else 0.0)
    score += 0.5 if start == stretch.start and not is_item else 0.0
    statement = max(marks, key=lambda mark: mark[1])[0]
    return Candidate(section.number, start, end, before, statement, score, leans, is_item)


def leans_on_text(sentence: str) -> bool:
    """Tell whether a sentence points at something that stands before it."""
    if phrases.PRONOUN_FIRST.match(sentence) and not phrases.QUANTIFIED_FIRST.match(sentence):
        return True
    if phrases.POINTING.search(sentence):
        return True
    inside = phrases.PRONOUN_INSIDE.search(sentence)
    if inside is None:
        return False
    # Behind some words there is mostly something in the sentence itself that a pronoun stands for.
    needed = 2 if inside.group().lower() in ("its", "their", "his", "her") else 4
    return len(sentence[: inside.start()].split()) < needed


def _is_statement(plain: str, core: str, *, is_item: bool) -> bool:
    """Tell a statement from a fragment, a formula, a question and talk about the text itself."""
    count = len(_WORD.findall(core))
    if not (FEWEST_ITEM_WORDS if is_item else FEWEST_WORDS) <= count <= MOST_WORDS:
        return False
    if not _looks_whole(plain, core, is_item=is_item):
        return False
    if phrases.META.search(core) or phrases.FIRST_PERSON.search(core):
        return False
    # In a list of changes "add" and "use" begin what was done, not what the reader is to do.
    if _IMPERATIVE.match(core) and not (is_item and _CHANGE.match(core)):
        return False
    return phrases.FINITE.search(core) is not None and not phrases.VARIABLE.search(core)


def _looks_whole(plain: str, core: str, *, is_item: bool) -> bool:
    """Tell whether a sentence begins and ends as one, and is not mostly signs."""
    last = plain.rstrip("\"'”’)]")[-1:]
    if last in "?:,;" or (not is_item and last not in ".!"):
        return False
    if not (core[0].isupper() or core[0].isdigit() or core[0] in '"“`$' or core != plain):
        return False
    dense = core.replace(" ", "")
    if sum(letter.isalpha() for letter in dense) < LEAST_LETTERS * len(dense):
        return False
    is_paired = all(core.count(one) == core.count(other) for one, other in _PAIRS)
    return is_paired and core.count('"') % 2 == 0 and "…" not in core and "..." not in core


def _score(
    core: str,
    section: Section,
    marks: Sequence[tuple[Statement, float]],
    counts: Counter[str],
) -> float:
    weights = sorted((weight for _, weight in marks), reverse=True)
    # A sentence that states several things is worth more, but not their sum.
    score = weights[0] + 0.4 * sum(weights[1:])
    mine = set(words(core))
    if mine:
        score += 0.45 * sum(math.log(1 + min(counts[word], 40)) for word in mine) / len(mine)
    if mine & set(words(section.heading)):
        score += 0.7
    for pattern, loss in ((phrases.HEDGE, 0.8), (phrases.EXAMPLE, 1.0), (phrases.PARENTHESIS, 0.3)):
        score -= loss if pattern.search(core) else 0.0
    count = len(core.split())
    return score - 0.06 * max(0, count - 26) - 0.1 * max(0, 10 - count)
