"""Checks on the form of a question: one clear question in plain English that stands alone."""

from __future__ import annotations

import re

from app.content.spelling import misspelled
from app.quiz.asking.context import Context
from app.quiz.asking.types import Candidate

FEWEST_WORDS = 6
MOST_WORDS = 80
MOST_SENTENCES = 5
_AUXILIARIES = (
    "is|are|was|were|am|do|does|did|has|have|had|can|could|may|might|must|shall|should|will|would"
    "|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|hasn't|haven't|can't|couldn't|shouldn't"
    "|won't|wouldn't"
)
_ASKING = "what|which|who|whose|whom|why|how|when|where"
# Not after "et al." and the like.
_SENTENCE_END = re.compile(r"(?<=[.!?])(?<! al\.)(?<! vs\.)(?<!e\.g\.)[”\"')]*\s+(?=[^a-z])")
_YES_NO = re.compile(rf"(?:(?:and|but|so|then|now|if so),? )?(?:{_AUXILIARIES})\b", re.IGNORECASE)
_ASKS_BESIDES = re.compile(
    rf"[,;:–—]? (?:and|or|as well as)(?: (?:also|then|if so),?)? (?:(?:in|by|to|at|for|on|under)"
    rf" )?(?:{_ASKING})\b(?! (?:else)\b)",
    re.IGNORECASE,
)
_CHOICE = re.compile(r"\bor\b(?! not\b)", re.IGNORECASE)
_ASKS = re.compile(rf"\b(?:{_ASKING})\b", re.IGNORECASE)
_LEANS_ON_TEXT = re.compile(
    r"\bbased on the (?:information|details|data|facts)\b|\bthe information (?:given|provided)\b"
    r"|\b(?:the|this|that|above|following|given|provided|preceding) (?:passage|key point|guide"
    r"|excerpt|paragraph|article)s?\b(?! (?:window|length|of|that|in)\b)"
    r"|\b(?:given|following|above|provided|in the|as the|from the|does the|by the) text\b"
    r"|\baccording to (?:the|this|that|what)\b(?! \w+ (?:of|by)\b)|\bmentioned\b"
    r"|\bthe authors?\b(?! of)"
    r"|\bas (?:stated|described|discussed|explained|noted|shown)\b|\b(?:above|below|following)[:?]",
    re.IGNORECASE,
)
# In a question of one sentence there is nothing before that these could stand for.
_LEANS_ON_BEFORE = re.compile(
    r"\b(?:the|this|that) (?:given |following |above )?(?:statement|fact|sentence|scenario|belief"
    r"|topic|claim|example|section|question)s?\b(?![- ](?:level|of|that|in|for)\b)",
    re.IGNORECASE,
)
_UNNAMED_WORK = re.compile(
    r"\bthe (?:study|paper|authors?|researchers?|experiments?|findings|survey)\b", re.IGNORECASE
)
_NAMED = re.compile(r"\b(?:19|20)\d\d\b|(?<=[a-z,’'] )[A-Z][A-Za-z]")
_DANGLING = re.compile(
    r"\b(?:(?<!of )these|those|this|such an?|the (?:former|latter|other|same))\b(?! that)"
    r"|\b(?:they|them)\b",
    re.IGNORECASE,
)
_IT = re.compile(r"\b(?:it|its|itself|their|he|she|his|her)\b", re.IGNORECASE)
_NOUNLESS = re.compile(rf"(?:{_ASKING}|{_AUXILIARIES}|the|a|an|to|of|in|by|not|\W)+", re.IGNORECASE)
_MARKUP = re.compile(
    r"[`*#|{}\[\]\\]|(?<!\w)_|_(?!\w)|</?\w+>|https?:|^\W*[A-D\d][.)] "
    r"|\b(?:question|answer|topic):",
    re.IGNORECASE,
)
_TWICE = re.compile(r"\b(?!that\b|had\b)([a-z]+) \1\b", re.IGNORECASE)
_BROKEN_ORDER = re.compile(
    rf"why (?!(?:{_AUXILIARIES}|not|so|else|then|exactly|in|with|under|at|for|on|after|when|despite"
    r"|and|or|grade|use|ask|measure)\b)\w",
    re.IGNORECASE,
)
_BROKEN_OFF = re.compile(
    r"\b(?:and|or|than|the|a|an|because|if|but|while|its|their|between)\W*$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^”]*”")
_PAIRS = (("(", ")"), ("“", "”"), ("[", "]"))


def sentences(text: str) -> list[str]:
    """Return the sentences of a question in order."""
    return [part for part in _SENTENCE_END.split(text.strip()) if part]


def asking_part(text: str) -> str:
    """Return the sentence that asks: the last one."""
    return (sentences(text) or [""])[-1]


def second_thing(text: str) -> str:
    """Return what a question asks for beside the first thing; empty for most."""
    match = _ASKS_BESIDES.search(asking_part(text))
    return asking_part(text)[match.start() :] if match else ""


def one_question(candidate: Candidate, _: Context) -> str | None:
    """Refuse what does not ask exactly one thing."""
    text = candidate.text
    if not text.rstrip("”\"')").endswith("?"):
        return "does not end in a question mark"
    if text.count("?") > 1:
        return "has more than one question mark"
    besides = list(_ASKS_BESIDES.finditer(asking_part(text)))
    if len(besides) > 1:
        return "asks more than two things"
    return None


def right_length(candidate: Candidate, _: Context) -> str | None:
    """Refuse too few and too many words or sentences, and line breaks."""
    count = len(candidate.text.split())
    if not FEWEST_WORDS <= count <= MOST_WORDS:
        return f"has {count} words"
    if len(sentences(candidate.text)) > MOST_SENTENCES:
        return "has too many sentences"
    return "runs over several lines" if "\n" in candidate.text else None


def asks_openly(candidate: Candidate, _: Context) -> str | None:
    """Refuse what can be answered by yes or no, and what has no word that asks."""
    asking = asking_part(candidate.text)
    if _YES_NO.match(asking) and not (_CHOICE.search(asking) or _ASKS_BESIDES.search(asking)):
        return "can be answered by yes or no"
    if not _ASKS.search(asking) and not _CHOICE.search(asking):
        return "has no word that asks"
    return None


def stands_alone(candidate: Candidate, _: Context) -> str | None:
    """Refuse what leans on a text that the learner does not see, or on nothing named before."""
    # What somebody is quoted with is a text of its own.
    text = _QUOTED.sub("“…”", candidate.text)
    parts = sentences(text)
    match = _LEANS_ON_TEXT.search(text)
    if match is None and len(parts) == 1:
        match = _LEANS_ON_BEFORE.search(text)
    if match:
        return f"leans on “{match.group()}”"
    if (match := _UNNAMED_WORK.search(text)) and not _NAMED.search(text):
        return f"does not say which: “{match.group()}”"
    first = parts[0] if parts else ""
    if match := _DANGLING.search(first):
        before = first[: match.start()]
        if _NOUNLESS.fullmatch(before) or not before:
            return f"does not say what “{match.group()}” is"
    if (match := _IT.search(first)) and _NOUNLESS.fullmatch(first[: match.start()] or " "):
        return f"does not say what “{match.group()}” is"
    return None


def well_formed(candidate: Candidate, _: Context) -> str | None:
    """Refuse markup, repeated words, brackets left open, and broken word order."""
    text = candidate.text
    if match := _MARKUP.search(text):
        return f"has markup: “{match.group().strip()}”"
    if match := _TWICE.search(text):
        return f"repeats “{match.group(1)}”"
    if text[:1].islower():
        return "begins in lower case"
    if "  " in text or " ?" in text or " ," in text or " ." in text:
        return "has spaces astray"
    if any(text.count(left) != text.count(right) for left, right in _PAIRS) or text.count('"') % 2:
        return "leaves a bracket or a quotation open"
    if match := _BROKEN_OFF.search(text):
        return f"breaks off after “{match.group().rstrip('?').strip()}”"
    if match := _BROKEN_ORDER.match(asking_part(text)):
        return f"has no verb after “{match.group()[:-1].strip()}”"
    return None


def well_spelled(candidate: Candidate, context: Context) -> str | None:
    """Refuse words that no dictionary has, and the text that is asked about has not either.

    A file of the learner's own has names of its own.
    """
    wrong = list(misspelled(candidate.text))
    if wrong:
        point = candidate.key_point
        told = f"{context.passage} {point.topic} {point.claim}".replace("’", "'").lower()
        wrong = [each for each in wrong if not re.search(rf"\b{re.escape(each.lower())}\b", told)]
    return f"“{wrong[0]}” is in no dictionary" if wrong else None
