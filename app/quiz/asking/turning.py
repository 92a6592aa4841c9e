"""Whether a question is a phrase with its words turned round, and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Set

from app.quiz.asking.tokens import tokens
from app.quiz.grounding import root

_DO = frozenset(["do", "does", "did"])
_JOINING = "a an the of in on at for to with when if after during by from that under according"
_MAY_JOIN = frozenset([*_JOINING.split(), "is", "are", "its", "and"])
_IRREGULAR = {
    "found": "find",
    "saw": "see",
    "held": "hold",
    "took": "take",
    "gave": "give",
    "meant": "mean",
    "said": "say",
    "made": "make",
    "got": "get",
    "kept": "keep",
    "left": "leave",
    "led": "lead",
    "lost": "lose",
    "ran": "run",
    "rose": "rise",
    "fell": "fall",
    "grew": "grow",
    "drew": "draw",
    "chose": "choose",
    "built": "build",
    "brought": "bring",
    "has": "have",
    "had": "have",
    "does": "do",
    "did": "do",
    "lay": "lie",
    "came": "come",
    "went": "go",
}
_ASKED_FIRST = re.compile(
    r"(?:how (?:many|much|often|far|long|large|likely|well)(?: [\w'-]+){0,3}?|how|what"
    r"|which(?: [\w'-]+){1,4}?|why|where|when|who) (?P<verb>is|are|was|were|do|does|did|can|could"
    r"|may|might|must|should|will|would|has|have|had)\b",
    re.IGNORECASE,
)
# A question whose subject is the word that asks keeps its order: "what makes an answer right".
_SUBJECT_ASKS = re.compile(r"what (?!is|was|does|has)[a-z]+[^s\W]s (?!is|are|do|does|did|can)\w")
_NO_CLAUSE = re.compile(r"(?:how|what|where|when|which\b.{1,40}?) to \w", re.IGNORECASE)


def is_turned(phrase: str, question: str, about: str = "") -> bool:
    """Return whether a question has just the words of a phrase, in an order that asks.

    A verb may become "does" with its plain form. Words of ``about``, and small words to join them,
    may be added.
    """
    if _NO_CLAUSE.match(phrase):
        return False
    before, after = Counter(tokens(phrase)), Counter(tokens(question))
    gone, added = before - after, after - before
    if not about and not gone and not added and _same_order(phrase, question):
        return _SUBJECT_ASKS.match(phrase) is not None
    match = _ASKED_FIRST.match(question)
    if match is None:
        return False
    verb = match["verb"].lower()
    if verb not in _DO and verb not in before:
        return False
    if verb in _DO:
        gone, added = _without_do(verb, gone, added, set(after))
    allowed = set(tokens(about)) | _MAY_JOIN | {"why"} if about else set()
    return not gone and set(added) <= allowed


def _without_do(
    verb: str, gone: Counter[str], added: Counter[str], kept: Set[str]
) -> tuple[Counter[str], Counter[str]]:
    """Return what is gone and added besides a "does" and the verb whose ending it took."""
    if verb not in added:
        # "what a key does" has one already.
        return gone, added - Counter(["do"])
    added = added - Counter([verb])
    if verb == "do":
        # After a plural the verb was plain before, unless it told of the past.
        return gone, added + Counter(
            word for word in kept if word in _IRREGULAR and word not in _DO
        )
    for word in gone:
        for base in added:
            if _is_plain(word, base, verb):
                return gone - Counter([word]), added - Counter([base])
    return Counter({verb: 1}), added


def _same_order(phrase: str, question: str) -> bool:
    return tokens(phrase) == tokens(question)


def _is_plain(word: str, base: str, verb: str) -> bool:
    """Return whether a word is a form of a verb that stands after "does", "do" or "did"."""
    if _IRREGULAR.get(word) == base:
        return True
    if verb == "does":
        return word in (f"{base}s", f"{base}es", f"{base[:-1]}ies")
    return word.endswith("ed") and root(word) == root(base) and not base.endswith("ed")
