"""Checks on what a question says: that it is about its key point, true, new, and not the answer."""

from __future__ import annotations

import re

from app.content.types import KeyPoint
from app.quiz.asking.causes import causal
from app.quiz.asking.context import Context
from app.quiz.asking.form import asking_part, second_thing, sentences
from app.quiz.asking.tokens import (
    asked_text,
    digits,
    everyday,
    is_in,
    is_part,
    own_text,
    results,
    roots,
    share,
    telling,
    tokens,
    unchanged_part,
    wrong_text,
)
from app.quiz.asking.types import Angle, Candidate
from app.quiz.grounding import clauses, content_word
from app.quiz.lexical import Lexicon

_SAID = re.compile(
    r"\b(?:sure|explain|say|said|tell|told|claim|argu|believ|think|thought|expect|conclu|propos|suspect|assum"
    r"|want|plan|report|promis|answer|writ|wrote|prais|call|stat|suggest|hope|insist|doubt|advis"
    r"|recommend|announc|maintain|object|worr|fear|reason|read|not)\w*",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"\b(?:the fact that|given that|now that|knowing that"
    r"|(?:explain|tell)(?: to)?(?: \w+){0,3} that)\b",
    re.IGNORECASE,
)
# Not the first word, which is capitalized whatever it is.
_NAME = re.compile(r"(?<=\S )[“\"(]?(?:[A-Z][A-Za-z]*[a-z][A-Za-z]*|[a-z]+[A-Z]\w*)(?:['’]s)?")
_MONTHS = "january february march april may june july august september october november december"
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_CALENDAR = frozenset([*_MONTHS.split(), *_DAYS.split(), "english"])
MOST_PRESUMED = 0.75
"""Share of what only a misconception says from which a question says it."""
_QUOTED = re.compile(r"“[^”]*”")
MOST_TOLD = 0.4
"""Share of the weight of the claim's telling words that a question may have; 95 of 100 authored
questions have less than 0.33."""
MOST_ALIKE = 0.5
"""Overlap (Jaccard) of content words from which two questions are one; the most alike authored
questions of one key point have 0.57, nine of ten pairs less than 0.25."""
MOST_ALIKE_STEMS = 0.8
"""The same for multiple choice, whose stems are short and say little but the topic."""
_QUOTING = frozenset([Angle.COMPARE, Angle.DEBUG, Angle.ESTIMATE])
BEHIND = 0.15
"""Share of its weight by which a question may have more of another key point than of its own."""
SAME_SUBJECT, FEWEST_SHARED = 0.6, 3
"""Likeness of two clauses from which they speak of the same, and words that one has at least."""
MOST_PEOPLE = 3
"""Numbers up to this one need no ground: they count people and things of a situation."""
BEHIND_IN_PART = 0.35
"""The same for the second half of a question: it is short, and names its subject less often."""
MOST_FOREIGN = {Angle.RECALL: 1, Angle.WHY: 1, Angle.COMPARE: 1}
MOST_FOREIGN_IN_A_SITUATION = 3
"""Words beyond everyday English that neither the guide nor any claim has."""


def keeps_its_answer(candidate: Candidate, context: Context) -> str | None:
    """Refuse a question that has too many of the words that tell its answer."""
    point, asked = candidate.key_point, roots(candidate.text)
    # Who hears a wrong answer hears the words that it shares with the right one.
    wrong = [each.claim for each in point.misconceptions]
    quoted = (roots(text) for text in wrong if unchanged_part(text) in candidate.text)
    told = telling(point).difference(*quoted)
    if candidate.angle is Angle.WHY and (known := causal(point.claim)) is not None:
        # Who asks why something is so says that it is so.
        told -= roots(known.effect)
    if told:
        given = share(context.lexicon, asked, told)
        if given > MOST_TOLD:
            words = ", ".join(sorted(asked & told))
            return f"gives {given:.0%} of its answer away: {words}"
    found = results(point) & asked
    return f"has the result {min(found)}" if found else None


def invents_no_number(candidate: Candidate, context: Context) -> str | None:
    """Refuse numbers that neither the key point nor its passage has."""
    known = roots(material(candidate.key_point, context))
    for word in sorted(digits(roots(candidate.text)) - known):
        if not (word.isdecimal() and int(word) <= MOST_PEOPLE):
            return f"has the number {word}, which is not in the passage"
    return None


def speaks_of_its_subject(candidate: Candidate, context: Context) -> str | None:
    """Refuse words of a field that the guide does not speak of."""
    known = roots(material(candidate.key_point, context))
    foreign = {
        token
        for token in tokens(candidate.text)
        if (word := content_word(token)) is not None
        and not token[0].isdigit()
        and word not in known
        and not is_in(token, context.lexicon)
        and not everyday(token)
    }
    if len(foreign) > MOST_FOREIGN.get(candidate.angle, MOST_FOREIGN_IN_A_SITUATION):
        return f"speaks of other things: {', '.join(sorted(foreign))}"
    return None


def aims_at_its_point(candidate: Candidate, context: Context) -> str | None:
    """Refuse a question whose words are rather those of another key point, or of none."""
    point = candidate.key_point
    if not _closeness(context.lexicon, roots(candidate.text), point):
        return "has no word of its key point"
    for part, behind in ((candidate.text, BEHIND), (second_thing(candidate.text), BEHIND_IN_PART)):
        asked = roots(part)
        own = _closeness(context.lexicon, asked, point)
        for other in context.others if len(asked) >= FEWEST_SHARED else ():
            if _closeness(context.lexicon, asked, other) > own + behind:
                return f"is rather about {other.topic}"
    return None


def is_new(candidate: Candidate, context: Context) -> str | None:
    """Refuse a question that exists already; a stem is another question by its options."""
    limit = MOST_ALIKE_STEMS if candidate.options else MOST_ALIKE
    # The numbers of a worked example are the same in every question on it.
    mine = roots(candidate.text) - digits(roots(candidate.text))
    for other in context.bank:
        theirs = roots(other) - digits(roots(other))
        if mine and len(mine & theirs) / len(mine | theirs) >= limit:
            return f"repeats “{other}”"
    if candidate.angle in _QUOTING:
        return None
    topic = candidate.key_point.topic
    asked = topic if candidate.options and topic in candidate.text else candidate.text
    for other in context.bank:
        if is_part(asked, other):
            return f"asks for no more than “{other}”"
    return None


def denies_nothing_true(candidate: Candidate, context: Context) -> str | None:
    """Refuse a question that takes the opposite of its key point for granted.

    Not looked at is what somebody in the question is quoted with, and what a question in search of
    a mistake tells before it asks.
    """
    point = candidate.key_point
    text = asking_part(candidate.text) if candidate.angle is Angle.DEBUG else candidate.text
    text = _QUOTED.sub("", text)
    true = [*clauses(point.claim, context.lexicon), *clauses(point.answer, context.lexicon)]
    for said in clauses(text.rstrip("?"), context.lexicon):
        for each in true:
            enough = len(said.words) >= FEWEST_SHARED and said.alike(each) >= SAME_SUBJECT
            if enough and said.denies(each):
                return f"takes for granted what is wrong: “{said.text}”"
    return None


def presumes_nothing_wrong(candidate: Candidate, context: Context) -> str | None:
    """Refuse a question that tells a misconception as if it were so.

    Somebody in it may say what is wrong, or be quoted with it.
    """
    text = _QUOTED.sub("", candidate.text)
    if candidate.options or (_SAID.search(text) and not _GIVEN.search(text)):
        return None
    point = candidate.key_point
    asked = roots(text)
    true = roots(f"{own_text(point)} ; {asked_text(point)}")
    for wrong in point.misconceptions:
        own = roots(wrong.claim) - true
        if len(own) >= FEWEST_SHARED and share(context.lexicon, asked, own) > MOST_PRESUMED:
            return f"takes for granted that “{wrong.claim}”"
    return None


def names_nothing_new(candidate: Candidate, context: Context) -> str | None:
    """Refuse names that neither the guide nor its questions have."""
    bank = " ; ".join(context.bank)
    text = f"{material(candidate.key_point, context)} ; {bank}"
    known = {token.removesuffix("'s") for token in tokens(text)}
    for sentence in sentences(candidate.text):
        for match in _NAME.finditer(sentence):
            name = match.group().lstrip('“"(')
            parts = {part.removesuffix("'s") for part in tokens(name)}
            if parts - known - _CALENDAR:
                return f"has the name {name}, which the guide has not"
    return None


def material(point: KeyPoint, context: Context) -> str:
    """Return all texts whose words a question on a key point may have."""
    return " ; ".join((context.passage, own_text(point), asked_text(point), wrong_text(point)))


def _closeness(lexicon: Lexicon, asked: frozenset[str], point: KeyPoint) -> float:
    return share(lexicon, roots(own_text(point)), asked)
