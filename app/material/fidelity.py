"""Checks that a claim says no more and nothing else than its quote; each returns its reason."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from app.content.words import numbers
from app.material import phrases
from app.material.standalone import LONGEST
from app.quiz.grounding import QUANTIFIERS, Clause, clauses, content_word
from app.quiz.lexical import Lexicon

FEWEST_WORDS = 5
MOST_INVERTED = 0.12
"""Share of pairs of shared words that may stand in another order than in the quote."""
LEAST_COVERED = 0.4
"""Share of the quote's content words that a claim must have, or it is about something else."""
MOST_BORROWED = 6
"""Words that may come from the heading or the sentence before, to say what "it" is."""

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")
_NEGATION = re.compile(
    r"\b(?:not|no|never|without|cannot|neither|nor|none|nothing|hardly|unable|un(?:like|less)|fails?"
    r"|lacks?|instead of|rather than|except)\b|n['’]t\b",
    re.IGNORECASE,
)
_NEGATIONS = frozenset(
    ["not", "no", "never", "without", "cannot", "neither", "nor", "none", "nothing", "hardly"]
)
_LIMIT = re.compile(
    r"\b(?:only|mostly|mainly|usually|typically|often|sometimes|rarely|generally|commonly"
    r"|frequently|occasionally|almost|nearly|about|around|approximately|roughly|up to|at least"
    r"|at most|more than|less than|fewer than|over|under|some|most|many|few|several|certain|all"
    r"|every|each|any|both|always|never|can|could|may|might|must|should|would|likely|probably"
    r"|possibly|perhaps|seems?|appears?|suggests?|tends?|potentially|partly|partially|largely"
    r"|especially|particularly|by default|in general|in practice|normally|as a rule|in most cases"
    r"|currently|initially|temporarily|in principle|in theory|ideally|optionally|directly)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:if|when|whenever|unless|until|except|once|as long as|provided|assuming|although|though"
    r"|but|however|only)\b",
    re.IGNORECASE,
)
# "may" and "might" limit a claim alike; so do "about" and "around".
_KINDS = (
    ("can", "could", "may", "might", "likely", "probably", "possibly", "perhaps", "potentially"),
    ("about", "around", "approximately", "roughly", "almost", "nearly"),
    ("seem", "seems", "appear", "appears", "suggest", "suggests", "tend", "tends"),
    ("usually", "typically", "often", "generally", "commonly", "frequently", "mostly", "mainly"),
    ("all", "every", "each", "any", "always"),
    ("more than", "over"),
    ("less than", "fewer than", "under"),
    ("partly", "partially"),
    ("especially", "particularly"),
    ("many", "several", "some", "certain"),
)
_KIND = {word: kind[0] for kind in _KINDS for word in kind}


@dataclass(frozen=True)
class Rewording:
    """A claim with what it is checked against.

    Attributes
    ----------
    quote : str
        Words of the document.
    context : str
        Heading, title and the sentence before: where the name of "it" may come from.
    """

    claim: str
    quote: str
    context: str
    lexicon: Lexicon

    @cached_property
    def wanted(self) -> list[str]:
        """Content words of the claim in order."""
        return content(self.claim)

    @cached_property
    def given(self) -> list[str]:
        """Content words of the quote in order."""
        return content(self.quote)

    @cached_property
    def clauses(self) -> list[Clause]:
        """What the claim says."""
        return clauses(self.claim, self.lexicon)


def is_a_sentence(rewording: Rewording) -> str | None:
    """Refuse what is not one sentence of a fit length."""
    claim = rewording.claim
    count = len(claim.split())
    if not FEWEST_WORDS <= count <= LONGEST:
        return f"has {count} words"
    if not claim.endswith(".") or "\n" in claim or "?" in claim:
        return "is no sentence"
    return None


def stands_alone(rewording: Rewording) -> str | None:
    """Refuse what points at something that is not there, and talk about the text."""
    claim = rewording.claim
    for pattern in (phrases.META, phrases.FIRST_PERSON):
        match = pattern.search(claim)
        if match is not None:
            return f"leans on “{match.group()}”"
    if phrases.PRONOUN_FIRST.match(claim) and not phrases.QUANTIFIED_FIRST.match(claim):
        return "begins with what stands before it"
    match = phrases.POINTING.search(claim)
    return f"leans on “{match.group()}”" if match is not None else None


def has_no_new_numbers(rewording: Rewording) -> str | None:
    """Refuse a number that the quote does not have."""
    new = numbers(rewording.claim) - numbers(rewording.quote)
    return f"the number {min(new)} is not in the quote" if new else None


def has_no_new_words(rewording: Rewording) -> str | None:
    """Refuse content words that neither the quote nor, for the subject, its context has."""
    # Whether it is "each" or "every" is a matter of limits.
    quoted = set(rewording.given) | QUANTIFIERS
    new = [word for word in dict.fromkeys(rewording.wanted) if word not in quoted]
    known = set(content(rewording.context))
    strange = [word for word in new if word not in known]
    if strange:
        return f"“{strange[0]}” is not in the quote"
    return f"borrows {len(new)} words" if len(new) > MOST_BORROWED else None


def keeps_its_order(rewording: Rewording) -> str | None:
    """Refuse what puts the quote's words in another order: "A beats B" is not "B beats A"."""
    counts = Counter(rewording.given)
    places = {word: at for at, word in enumerate(rewording.given) if counts[word] == 1}
    once = Counter(rewording.wanted)
    order = [places[word] for word in rewording.wanted if word in places and once[word] == 1]
    pairs = len(order) * (len(order) - 1) // 2
    inverted = sum(one > other for at, one in enumerate(order) for other in order[at + 1 :])
    if pairs and inverted > MOST_INVERTED * pairs:
        return "puts the words in another order"
    return None


def keeps_its_limits(rewording: Rewording) -> str | None:
    """Refuse to leave out or to put in "may", "most", "about", "only" and the like."""
    said, limited = _limits(rewording.claim), _limits(rewording.quote)
    if limited - said:
        return f"leaves out “{min(limited - said)}”"
    return f"puts in “{min(said - limited)}”" if said - limited else None


def keeps_its_conditions(rewording: Rewording) -> str | None:
    """Refuse to leave out or to put in "if", "when", "unless", "but" and the like."""
    said = {each.lower() for each in _CONDITION.findall(rewording.claim)}
    given = {each.lower() for each in _CONDITION.findall(rewording.quote)}
    if given != said:
        return f"differs in “{min(given ^ said)}”"
    return None


def keeps_its_sense(rewording: Rewording) -> str | None:
    """Refuse more or fewer negations than the quote, and the opposite of one of its clauses."""
    mine, theirs = (len(_NEGATION.findall(each)) for each in (rewording.claim, rewording.quote))
    if mine != theirs:
        return "has another number of negations"
    told = clauses(rewording.quote, rewording.lexicon)
    for clause in rewording.clauses:
        nearest = max(told, key=clause.alike, default=None)
        if nearest is not None and clause.alike(nearest) > 0.5 and clause.denies(nearest):
            return f"“{clause.text}” is against “{nearest.text}”"
    return None


def says_enough(rewording: Rewording) -> str | None:
    """Refuse what has only a little of the quote."""
    given = set(rewording.given)
    if len(given & set(rewording.wanted)) < LEAST_COVERED * len(given):
        return "says only a little of it"
    return None


CHECKS: tuple[Callable[[Rewording], str | None], ...] = (
    is_a_sentence,
    stands_alone,
    has_no_new_numbers,
    has_no_new_words,
    keeps_its_order,
    keeps_its_limits,
    keeps_its_conditions,
    keeps_its_sense,
    says_enough,
)


def infidelity(rewording: Rewording) -> str | None:
    """Return the first check that a claim fails and why, or None if its quote supports it."""
    for check in CHECKS:
        reason = check(rewording)
        if reason is not None:
            return f"{check.__name__}: {reason}"
    return None


def content(text: str) -> list[str]:
    """Return the roots of the content words of a text in order, numbers as digits.

    Negations are left out: whether there is one is looked at by itself.
    """
    found = (content_word(token.lower()) for token in _TOKEN.findall(text.replace("’", "'")))
    return [word for word in found if word is not None and word not in _NEGATIONS]


def _limits(text: str) -> set[str]:
    return {_KIND.get(each.lower(), each.lower()) for each in _LIMIT.findall(text)}
