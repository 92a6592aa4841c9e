"""Small changes to English sentences that leave them readable, for planting faults."""

from __future__ import annotations

import random
import re

from app.content.words import STOP_WORDS, words

# A claim with one of these soon after its start is a sentence and can follow "that".
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|can|could|may|might|must|should|will|does|do|did|found"
    r"|gives?|takes?|makes?|needs?|adds?|keeps?|lets?|sets?|uses?|reads?|grows?|falls?|costs?"
    r"|shows?|treats?|serves?|plans?|covers?|depends?|belongs?|follows?|averages|multiplies|maps?"
    r"|reports?|scores?|stores?|compares?|divides?|requires?|raises?|lowers?|works?)\b"
)
_FEW_WORDS = 9
_OPENS_WITH_NAME = re.compile(r"\w*[A-Z0-9]\w*[A-Z0-9_]")
_NAME = re.compile(
    r"\b(?:[A-Z][a-z]*[A-Z0-9][\w-]*|[A-Z]{2,}[\w-]*|[A-Z]\d[\w-]*)(?:['’]s\b)?"
    r"|(?<=[a-z,;:] )[A-Z][a-z]{3,}(?:['’]s\b)?"
)
_COMMON_NAMES = "AI ML GPU CPU JSON SQL API LLM USD BF16 FP16 INT8 KV GB TB MB KB KiB F1 NLP II"
_NO_NAMES = frozenset(_COMMON_NAMES.split())
_STUDY = re.compile(
    r"\b[A-Z][\w’'-]+(?: and [A-Z][\w’'-]+| et al\.)"
    r"(?:,? \(?(?:in )?(?:19|20)\d\d\)?| in (?:19|20)\d\d)?"
)
_AFTER_NOUN = (
    r"[,?]| (?:do|does|did|is|are|add|adds|on|in|for|at|with|and|or|over|to|from|use|uses|may|can"
    r"|depend|keep|keeps|update|updates|save|saves|reduce|reduces|learn|treat|score|settle)\b"
)
_SENTENCE_END = re.compile(r"(?<=[.!?])(?<! al\.)(?<! vs\.)\s+(?=[^a-z])")
_ASKING = re.compile(
    r"(?:In which|In what|At which|By how|To which|How|What|Why|Which|When|Where)\b"
)

# Only what fits whatever stands around it: no word that is a noun as well as a verb.
_SYNONYMS = {
    "a single": "just one",
    "about how": "roughly how",
    "about what": "roughly what",
    "additional": "further",
    "afterwards": "later on",
    "colleague": "teammate",
    "computed": "calculated",
    "correct": "right",
    "decides": "determines",
    "depend on": "hinge on",
    "depends on": "hinges on",
    "differ": "diverge",
    "does not": "doesn't",
    "do not": "don't",
    "follow from": "result from",
    "happens": "occurs",
    "how does": "in what way does",
    "how do": "in what way do",
    "how is": "in what way is",
    "how large": "how big",
    "imply": "mean",
    "is needed": "is required",
    "keeps": "retains",
    "likely": "probable",
    "needs": "requires",
    "often": "frequently",
    "on average": "in the mean",
    "prevent": "avert",
    "problem": "issue",
    "receives": "gets",
    "stops": "halts",
    "usually": "typically",
    "using": "by means of",
    "what happens": "what occurs",
    "which kind of": "what type of",
    "which two": "what two",
    "which three": "what three",
    "which part": "what part",
    "whole": "entire",
    "why is": "for what reason is",
    "why are": "for what reason are",
    "why does": "for what reason does",
    "why may": "for what reason may",
    "wrong": "incorrect",
    "yields": "gives",
    "you are": "you're",
}
_WHICH = re.compile(r"(?:^|(?<=[.!?] ))Which(?= [a-z]+ )(?! of )")
_PERCENT = re.compile(r"(?<=\d) ?%")
_SYNONYM = re.compile(
    rf"\b(?:{'|'.join(sorted(map(re.escape, _SYNONYMS), key=len, reverse=True))})\b", re.IGNORECASE
)
_FRONTED = re.compile(r"(?:In|At|With|Under|For|On) [^,?]{4,70}, (?=(?:what|which|how|why|when)\b)")


def sentences(text: str) -> list[str]:
    """Return the sentences of a text in order."""
    return [part for part in _SENTENCE_END.split(text.strip()) if part]


def lower_first(text: str) -> str:
    """Return a sentence as it stands after a comma: in lower case, unless it opens with a name."""
    first, _, rest = text.partition(" ")
    named = bool(_OPENS_WITH_NAME.match(first) or _STUDY.match(text) or re.search("[’']s", first))
    # The first of two capitals in a row belongs to a name too, unless it is "A" or "In".
    named = named or (rest[:1].isupper() and first.lower() not in STOP_WORDS)
    return text if named else text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """Return a text as it stands at the start of a sentence."""
    return text[:1].upper() + text[1:]


def as_clause(sentence: str) -> str | None:
    """Return a sentence so that it can follow "that".

    None where it has no verb near its start, or is two sentences joined by a colon or semicolon.
    """
    if re.search(r"[;:] ", sentence) or not sentence[:1].isalpha():
        return None
    if not _FINITE.search(" ".join(sentence.split()[:_FEW_WORDS])):
        return None
    return lower_first(sentence.rstrip(". "))


def open_question(text: str) -> str:
    """Return a question without its question mark."""
    return text.rstrip("? ")


def starts_by_asking(text: str) -> bool:
    """Return whether a question's first word asks, so that another clause can stand before it."""
    return _ASKING.match(text) is not None


def names(text: str) -> list[str]:
    """Return the proper names and terms of art of a text, without the commonest."""
    found = (match.group() for match in _NAME.finditer(_STUDY.sub(" ", text)))
    return [name for name in found if name.removesuffix("’s").removesuffix("'s") not in _NO_NAMES]


def without_names(text: str, stand_in: str) -> str | None:
    """Return a question in which its studies and its first name are only pointed at.

    None without any, and where the name belongs to the word that follows it.
    """
    pointed = _STUDY.sub("the authors", text)
    for name in names(pointed)[:1]:
        bare = name.removesuffix("’s").removesuffix("'s")
        owned = "its" if stand_in == "it" else f"{stand_in}'s"
        pointed = re.sub(rf"\b{re.escape(bare)}['’]s\b", owned, pointed)
        pointed = re.sub(rf"\b{re.escape(bare)}(?={_AFTER_NOUN})", stand_in, pointed)
    return upper_first(pointed) if pointed != text else None


def reworded(text: str, rng: random.Random) -> str | None:
    """Return a sentence that asks or says the same in slightly other words.

    None where fewer than two places lend themselves to it.
    """
    text, changes = _moved(text)
    for pattern, other in ((_WHICH, "What"), (_PERCENT, " percent")):
        text, count = pattern.subn(other, text)
        changes += count > 0
    places = list(_SYNONYM.finditer(text))
    rng.shuffle(places)
    for match in sorted(places[:4], key=lambda each: -each.start()):
        other = _SYNONYMS[match.group().lower()]
        shown = upper_first(other) if match.group()[0].isupper() else other
        text = text[: match.start()] + shown + text[match.end() :]
        changes += 1
    return text if changes > 1 else None


def share_of_words(text: str, other: str) -> float:
    """Return which share in [0, 1] of a text's content words another one has."""
    mine = set(words(text))
    return len(mine & set(words(other))) / len(mine) if mine else 0.0


def _moved(text: str) -> tuple[str, int]:
    """Move what a question opens with to its end: "In X, what is Y?" becomes "What is Y in X?"."""
    match = _FRONTED.match(text)
    if match is None:
        return text, 0
    opening, rest = match.group().rstrip(", "), open_question(text[match.end() :])
    return f"{upper_first(rest)} {opening[:1].lower()}{opening[1:]}?", 1
