"""Flaws of item writing that code can see, of the nineteen that reviewers of exams look for.

The checklist is that of Moore et al. ("Assessing the quality of multiple-choice questions using
GPT-4 and rule-based methods", 2023). Options are taken from the guide, which people have checked,
so that none is implausible, right by chance, or the same as another in other words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from app.quiz.asking.content import material
from app.quiz.asking.context import Context
from app.quiz.asking.form import asking_part
from app.quiz.asking.tokens import roots, telling, tokens
from app.quiz.asking.types import Candidate

FEWEST_OPTIONS = 3
MOST_REPEATED = 1
"""Telling words of the right option alone that a stem may have."""
LONGER = 1.6
"""Words of the right option per word of the longest wrong one from which its length gives it
away; the same for the shortest."""
_NEGATIVE = re.compile(
    r"\b(?:[Ww]hich|[Ww]hat)(?: (?:one|statement|option|answer|sentence)s?)?(?: of (?:these|them)\b"
    r"(?: \w+)?)? (?:is|are|was|were|do|does|did|can|may|must|should) not\b|\bEXCEPT\b|\bNOT\b"
    r"|\bexcept\?|\b[Ww]hich\b[^.?]*\b(?:is|are|was|were) (?:wrong|false|incorrect|untrue)\?$"
    r"|\b(?:not (?:right|correct|true|so|valid)|untrue|incorrect|false)\?$",
)
_QUOTED = re.compile(r"“[^“”]*”")
_BLANK = re.compile(r"_{2,}|\.{3,}|…|\bblank\b|\bfill in\b", re.IGNORECASE)
_TRUE_FALSE = re.compile(
    r"\btrue or false\b|\b(?:right|correct) or (?:wrong|incorrect|not)\b", re.I
)
_ABSOLUTE = re.compile(
    r"\b(?:always|never|entirely|absolutely|completely|impossible|in every case)\b", re.IGNORECASE
)
_OF_THE_ABOVE = re.compile(
    r"\b(?:all|none|both|neither|two) of the (?:above|others|following)\b", re.I
)
_COMBINED = re.compile(r"\b(?:both )?\(?[A-D1-4]\)? (?:and|or) \(?[A-D1-4]\)?(?:$| only|\.$)")
_OPEN_END = re.compile(r"\b(?:a|an)\W*$", re.IGNORECASE)
_UNFOCUSED = re.compile(
    r"\bwhat (?:is|are) (?:the )?(?:(?:main|most important|key|basic|general) )?(?:role|importance"
    r"|significance|relevance|meaning|impact|implication|aspect|idea|point|reason|benefit|advantage"
    r"|feature|characteristic|propertie|important)s?\b(?! behind)"
    r"|\btell (?:me|us) about\b|\bwhat do you (?:know|think)\b|\bc(?:an|ould) (?:be said|you say)\b"
    r"|\bhow (?:important|useful|relevant)\b|\bwhat (?:is|are) true\b|\bimportant to know\b"
    r"|\bkeep in mind\b|\bmatter to (?:an?|you|your)\b|\b(?:in|on) (?:general|the whole)\?"
    r"|\bhow (?:would|could|can|do) you (?:describe|characterize)\b",
    re.IGNORECASE,
)


def has_a_focus(candidate: Candidate, _: Context) -> str | None:
    """Refuse stems that ask for anything about their subject."""
    match = _UNFOCUSED.search(asking_part(candidate.text))
    return f"asks for anything: “{match.group()}”" if match else None


def asks_positively(candidate: Candidate, _: Context) -> str | None:
    """Refuse what asks which one is not so."""
    # What somebody is quoted with may well deny something.
    match = _NEGATIVE.search(_QUOTED.sub("", candidate.text))
    return f"asks for what is not so: “{match.group()}”" if match else None


def is_a_question(candidate: Candidate, _: Context) -> str | None:
    """Refuse blanks to be filled in and statements to be called true or false."""
    if match := _BLANK.search(candidate.text):
        return f"is to be filled in: “{match.group()}”"
    match = _TRUE_FALSE.search(candidate.text)
    return f"asks for true or false: “{match.group()}”" if match else None


def claims_nothing_absolute(candidate: Candidate, context: Context) -> str | None:
    """Refuse words like "always" that its material does not have."""
    known = material(candidate.key_point, context).lower()
    for match in _ABSOLUTE.finditer(candidate.text):
        if match.group().lower() not in known:
            return f"is absolute: “{match.group()}”"
    return None


def options_stand_in_the_guide(candidate: Candidate, _: Context) -> str | None:
    """Refuse options that nobody has checked: right is the claim, wrong are its misconceptions."""
    wrong = {each.claim for each in candidate.key_point.misconceptions}
    for option in candidate.options:
        if option.right and option.text != candidate.key_point.claim:
            return f"calls right what is not the key point: “{option.text}”"
        if not option.right and option.text not in wrong:
            return f"calls wrong what the guide does not: “{option.text}”"
    return None


def options_alike(candidate: Candidate, _: Context) -> str | None:
    """Refuse options that differ in form so that form tells the right one, or that are no options.

    Exactly one is right; there are enough; none is a double of another, none speaks of the others;
    the right one is neither the longest nor the shortest by far.
    """
    options = candidate.options
    if not options:
        return None
    if len(options) < FEWEST_OPTIONS:
        return f"has {len(options)} options"
    right = [option.text for option in options if option.right]
    wrong = [option.text for option in options if not option.right]
    if len(right) != 1:
        return f"has {len(right)} right options"
    if len({" ".join(tokens(option.text)) for option in options}) < len(options):
        return "has the same option twice"
    for option in options:
        if match := _OF_THE_ABOVE.search(option.text) or _COMBINED.search(option.text):
            return f"has an option that speaks of others: “{match.group()}”"
    return _told_by_length(right[0], wrong) or _told_by_ending(right[0], wrong)


def options_in_order(candidate: Candidate, _: Context) -> str | None:
    """Refuse options that are plain numbers and neither rise nor fall."""
    values = [_plain_number(option.text) for option in candidate.options]
    numbers = [value for value in values if value is not None]
    if len(numbers) < max(len(values), 2):
        return None
    rising = all(first <= second for first, second in pairwise(numbers))
    falling = all(first >= second for first, second in pairwise(numbers))
    return None if rising or falling else "has its numbers in no order"


def stem_tells_no_option(candidate: Candidate, _: Context) -> str | None:
    """Refuse stems with telling words that the right option alone has, and stems left open."""
    if not candidate.options:
        return None
    if _OPEN_END.search(candidate.text.rstrip("?.: ")):
        return "ends in an article, which tells how the right option begins"
    wrong = [roots(option.text) for option in candidate.options if not option.right]
    asked = roots(candidate.text) - roots(candidate.key_point.topic)
    only = (asked & telling(candidate.key_point)) - frozenset().union(*wrong)
    if len(only) > MOST_REPEATED:
        return f"repeats words of the right option: {', '.join(sorted(only))}"
    return None


def _told_by_length(right: str, wrong: Sequence[str]) -> str | None:
    lengths = [len(text.split()) for text in wrong]
    own = len(right.split())
    if own > LONGER * max(lengths):
        return "has a right option much longer than the others"
    if own * LONGER < min(lengths):
        return "has a right option much shorter than the others"
    return None


def _told_by_ending(right: str, wrong: Sequence[str]) -> str | None:
    stops = {text.rstrip()[-1:] in ".!" for text in wrong}
    if len(stops) == 1 and (right.rstrip()[-1:] in ".!") not in stops:
        return "ends the right option unlike the others"
    capitals = {text[:1].isupper() for text in wrong}
    if len(capitals) == 1 and right[:1].isupper() not in capitals:
        return "begins the right option unlike the others"
    return None


def _plain_number(text: str) -> float | None:
    match = re.fullmatch(r"\W*(\d[\d,]*(?:\.\d+)?)\W*(?:\w{1,3})?\W*", text)
    return float(match.group(1).replace(",", "")) if match else None
