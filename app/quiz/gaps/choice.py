"""Which terms and figures of a claim are worth leaving out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.content.types import KeyPoint, Level
from app.content.words import STOP_WORDS, numbers, words
from app.quiz.gaps.figures import is_unit
from app.quiz.gaps.gap import Gap
from app.quiz.gaps.vocabulary import TERM, Vocabulary
from app.quiz.grounding import root
from app.quiz.lexical import Lexicon

SHORTEST = 4
"""Letters of the shortest word that is left out, unless it is written in capitals."""
MOST = 3
"""Places that are looked at again, the best first."""
LEAST = 2.5
"""Worth from which a place is good enough; a term of the subject that the answer has is worth 3."""

FIGURE = re.compile(r"(?<![\w.,:/^*×·-])[+−-]?\d+(?:[.,]\d+)*(?=%|[\s,.;:)]|$)(?![.,:]\d)")
# Inputs and steps of a calculation; what follows the equals sign is its result.
_WITHIN = re.compile(r"[+×·*/(^−-]\s?$")
_GOES_ON = re.compile(r"\s?(?:[+×·*/^]|\)/)")
# "Llama 4", "JSON-RPC 2.0": a name and not a quantity.
_NAME_BEFORE = re.compile(r"\b(?!About\b|USD\b|EUR\b)[A-Z][\w-]*\s$")
_UNIT = re.compile(r"(%|\s?(?:%|[^\W\d_]+))")
_YEAR = re.compile(r"(?:19|20)\d\d")
_RESULT = re.compile(r"(?:about|roughly|some|only|just|is|=|≈|to|of|from)\s$", re.IGNORECASE)
_NAMED = re.compile(r"(?:'s)?,? (?:et al\b|and [A-Z]\w+ \()|(?:'s)? \((?:19|20)\d\d\b|\s\d")
_CAPITALS = re.compile(r"[A-Z].*[A-Z]|[A-Z]\d")
# How words end that name things or kinds of them, and seldom anything that is done.
_NAMING = re.compile(
    r"(?:ation|ition|ution|ction|ssion|sion|ption|ity|ment|ness|ance|ence|ency|ancy|ism|ure|ology|cy"
    r"|ics|ant|al|ic|ive|ous|ary|oid|um|ix|ex|or|meter|gram|graph|-\w+)s?$"
)
_VERB = re.compile(
    r"\b(?:to|can|may|must|might|should|would|will|could|not|that|which|who|it|they)\s$"
)
# What they say can be said in other words, so that a gap for one of them is a guess.
_VAGUE = frozenset(
    """
    large larger largest small smaller smallest high higher highest less least fewer greater more
    rise rises fall falls increase increases reduce reduces reduced lower lowers better worse good
    poor bad long longer short shorter fast faster slow slower often seldom usual usually ordinary
    common different same equal whole entire several many most first second third last next other
    others another single double make makes made take takes give gives gave show shows showed find
    finds found keep keeps kept need needs needed use uses used using want wants hold holds held
    part parts case cases thing things kind kinds sort way ways half third quarter twice once also
    only just even still never always every each both either neither whether without within while
    because since until about above below before after between among against during through like
    time times place places number numbers amount share level point points step steps reach reaches
    real total actual maximum minimum returns return good bad
    describe describes report reports reported recommend recommends ask asks advise advises says
    """.split()  # noqa: SIM905 - a list of words is read as a text
)


@dataclass(frozen=True)
class Place:
    """A stretch of a claim that may be left out, as ``claim[start:end]``, and what it is worth."""

    start: int
    end: int
    gap: Gap
    worth: float


def places(point: KeyPoint, lexicon: Lexicon, vocabulary: Vocabulary) -> list[Place]:
    """Return the best places to leave something out, the best first; none where all is vague.

    What is left out stands nowhere else in what is shown, and is part of what is asked for: the
    good answer has it and the questions have not.
    """
    given = " ".join((point.topic, *(question.text for question in point.questions)))
    found = [
        *_figures(point, given),
        *_terms(point, given, lexicon, vocabulary),
    ]
    found = [place for place in found if place.worth >= LEAST]
    found.sort(key=lambda place: (-place.worth, place.start))
    return found[:MOST]


def _figures(point: KeyPoint, given: str) -> Iterator[Place]:
    claim = point.claim
    shown, answered = numbers(given), numbers(point.answer)
    all_numbers = [_plain(match.group()) for match in re.finditer(r"\d+(?:[.,]\d+)*", claim)]
    for match in FIGURE.finditer(claim):
        plain = _plain(match.group())
        if plain in shown or plain in ("0", "1") or _is_year(match.group()):
            continue
        if all_numbers.count(plain) > 1:
            continue
        before = claim[: match.start()]
        if _WITHIN.search(before) or _GOES_ON.match(claim, match.end()):
            continue
        if _NAME_BEFORE.search(before):
            continue
        worth = 1.5 + 1.5 * (plain in answered) + (point.level is Level.APPLY) / 2
        worth += bool(_RESULT.search(before)) / 2
        gap = Gap(match.group(), is_figure=True, unit=_unit_after(claim, match.end()))
        yield Place(match.start(), match.end(), gap, worth)


def _terms(
    point: KeyPoint, given: str, lexicon: Lexicon, vocabulary: Vocabulary
) -> Iterator[Place]:
    claim = point.claim
    shown, answered = _roots(given), _roots(point.answer)
    here = [part for match in TERM.finditer(claim) for part in _parts(match.group())]
    for match in TERM.finditer(claim):
        word = match.group()
        parts = _parts(word)
        if not _is_term(word, match, claim) or shown & set(parts):
            continue
        if any(here.count(part) > 1 for part in parts):
            continue
        if _CAPITALS.search(word) or vocabulary.belongs(word.lower(), point.skill):
            special = 1.5
        else:
            special = 0.75 if _NAMING.search(word.lower()) else 0.0
        weight = max((lexicon.weight(stem) for stem in words(word)), default=0.0)
        worth = min(weight / 5, 1.0) + special + (set(parts) <= answered)
        accepted = vocabulary.names.get(word.lower(), frozenset())
        yield Place(match.start(), match.end(), Gap(word, tuple(sorted(accepted))), worth)


def _is_term(word: str, match: re.Match[str], claim: str) -> bool:
    """Tell whether a word may be one that names something, and not somebody."""
    lowered = word.lower()
    if lowered in STOP_WORDS or lowered in _VAGUE or lowered.endswith("ly") or is_unit(word):
        return False
    if _CAPITALS.search(word):
        return not _NAMED.match(claim, match.end())
    is_first = match.start() == 0
    if len(word) < SHORTEST or (word[0].isupper() and not is_first):
        return False
    return not _VERB.search(claim[: match.start()]) and not _NAMED.match(claim, match.end())


def _parts(word: str) -> list[str]:
    """Return the roots of a word and of what its hyphens join."""
    parts = re.split(r"[-–]", word.lower())
    return [root(part) for part in parts if len(part) > 1 and part not in STOP_WORDS]


def _roots(text: str) -> set[str]:
    found = {part for match in TERM.finditer(text) for part in _parts(match.group())}
    # What TERM takes for a part of a formula is in sight all the same.
    return found | {root(word) for word in words(text)}


def _plain(figure: str) -> str:
    return figure.lstrip("+-−").replace(",", "")


def _unit_after(claim: str, end: int) -> str:
    found = _UNIT.match(claim, end)
    unit = found.group().strip() if found is not None else ""
    return "" if unit.lower() in STOP_WORDS else unit


def _is_year(figure: str) -> bool:
    return _YEAR.fullmatch(figure) is not None
