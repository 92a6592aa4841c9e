"""Whether a question is a phrase with its words turned round, and nothing else."""

from __future__ import annotations

import re
from collections import Counter

from app.quiz.asking.tokens import tokens
from app.quiz.grounding import root

_DO = frozenset(["do", "does", "did"])
_ARTICLES = frozenset(["a", "an", "the"])
_JOINS = frozenset("in at of for with when if after during from under according".split())  # noqa: SIM905
_MAY_JOIN = _JOINS | _ARTICLES | {"to", "and", "is", "are", "by", "its"}
LONGEST_ADDITION = 12
"""Words that may tell what a statement is about."""
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
_SUBJECT_ASKS = re.compile(
    r"what (?:(?:is|are|was|were|must|can|may|should) \w"
    r"|(?!does)[a-z]+[^s\W]s (?!is|are|do|does|did|can)\w)"
)
_NO_CLAUSE = re.compile(r"(?:how|what|where|when|which\b.{1,40}?) to \w", re.IGNORECASE)


def is_turned(phrase: str, question: str, about: str = "") -> bool:
    """Return whether a question has just the words of a phrase, in an order that asks.

    A verb may become "does" with its plain form, and an article may come in. Of a statement it may
    be told what it is about: some words of ``about`` in one place, after a word that joins them.
    """
    if _NO_CLAUSE.match(phrase):
        return False
    words = tokens(question)
    if not about:
        return _is_turned(phrase, words)
    if words[:1] != ("why",):
        return False
    known = set(tokens(about)) | _MAY_JOIN
    return any(
        _is_turned(f"why {phrase}", words[:start] + words[end:])
        for start in range(1, len(words) + 1)
        for end in range(start, min(start + LONGEST_ADDITION, len(words)) + 1)
        if start == end or (words[start] in _JOINS and known >= set(words[start:end]))
    )


def _is_turned(phrase: str, words: tuple[str, ...]) -> bool:
    before, after = Counter(tokens(phrase)), Counter(words)
    gone, added = before - after, after - before
    if not gone and not added and tokens(phrase) == words:
        return _SUBJECT_ASKS.match(phrase) is not None
    match = _ASKED_FIRST.match(" ".join(words))
    if match is None:
        return False
    verb = match["verb"].lower()
    if verb not in _DO and verb not in before:
        return False
    if verb in _DO:
        gone, added = _without_do(verb, gone, added, after)
    return not gone and sum(added.values()) <= 1 and set(added) <= _ARTICLES


def _without_do(
    verb: str, gone: Counter[str], added: Counter[str], words: Counter[str]
) -> tuple[Counter[str], Counter[str]]:
    """Return what is gone and added besides a "does" and the verb whose ending it took."""
    if verb not in added:
        # "what a key does" has one already; "a key does not fit" needs no other.
        return gone, added if "not" in words else added - Counter(["do"])
    added = added - Counter([verb])
    if verb == "do":
        # After a plural the verb was plain before, unless it told of the past.
        past = (word for word in words if word in _IRREGULAR and word not in _DO)
        return gone, added + Counter(past)
    for word in gone:
        for base in added:
            if _is_plain(word, base, verb):
                return gone - Counter([word]), added - Counter([base])
    return Counter({verb: 1}), added


def _is_plain(word: str, base: str, verb: str) -> bool:
    """Return whether a word is a form of a verb that stands after "does", "do" or "did"."""
    if _IRREGULAR.get(word) == base:
        return True
    if verb == "does":
        return word in (f"{base}s", f"{base}es", f"{base[:-1]}ies")
    return word.endswith("ed") and root(word) == root(base) and not base.endswith("ed")
