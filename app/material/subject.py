"""What a claim is about, as a short phrase that does not give the rest of it away."""

from __future__ import annotations

import re

from app.content.spelling import usage
from app.content.words import STOP_WORDS, words
from app.material.sections import Section

LONGEST = 8
"""Words of a subject."""

# Words that can be nothing but the verb, then words that may be nouns: "results", "works".
_SURE = re.compile(
    r"\s(?:is|are|was|were|has|have|had|does|do|did|can|cannot|could|will|would|shall|should|may"
    r"|might|must|refers?|denotes?|consists?|contains?|includes?|provides?|allows?|enables?"
    r"|requires?|reduces?|improves?|prevents?|ensures?|avoids?|depends?|determines?|produces?"
    r"|makes?|takes?|gives?|holds?|replaces?|removes?|adds?|begins?|outperforms?|exceeds?|differs?"
    r"|achieves?|becomes?|became|accepts?|specifies|defines?|describes?|represents?|grows?|proves?"
    r"|argues?|says?|keeps?|sends?|receives?|creates?|computes?|performs?|follows?|handles?"
    r"|implements?|applies|exists?|occurs?|affects?|serves?|uses|supports|never|always|also|often"
    r"|usually|typically|generally|no longer|not|wants?)\s",
    re.IGNORECASE,
)
_PERHAPS = re.compile(
    r"\s(?:means?|stands?|causes?|leads?|results?|needs?|defaults?|starts?|ends?|works?|runs?|stores?"
    r"|reads?|writes?|returns?|shows?|falls?|rises?|costs?|increases?|consider|reach|helps?)\s",
    re.IGNORECASE,
)
# What stands before "the" and the like is no noun.
_DETERMINED = re.compile(
    _PERHAPS.pattern
    + r"(?:the|an?|that|its|their|no|all|each|any|one|more|less|only|to|in|on|\d)\b",
    re.IGNORECASE,
)
_LEADING_CLAUSE = re.compile(
    r"(?:if|when|while|since|because|although|though|unless|until|after|before|for|in|on|at|by|with"
    r"|to|from|as|during|under|within|without|once|where|given|despite|unlike|instead|using)\b"
    r"[^,]{8,}?,",
    re.IGNORECASE,
)
_MOST_GIVEN = 0.6
"""Share of a claim that may be given away when the rest is asked for."""
_FIRST_WORDS = 9
"""Words within which the verb of a claim is looked for."""
_ARTICLE = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)
_QUANTIFIER = re.compile(r"^(?:each|every|all|some|most|many|any|both)\s+", re.IGNORECASE)
_NO_SUBJECT = re.compile(
    r"^(?:if|when|while|since|because|although|though|unless|until|after|before|for|in|on|at|by|with"
    r"|to|from|as|during|under|within|without|of|there|it|once|where|given|despite|unlike|instead"
    r"|rather|using|among|between|through|over|only|not|no|lines?)\b",
    re.IGNORECASE,
)


_GENERIC = re.compile(
    r"\b(?:the|each|every|this) (?:file|section|model|method|system|approach|value|function|table"
    r"|process|entry|element|field|list|data|result|algorithm|option|user|program|application"
    r"|message|request|server|client|node|header|line|format|first|last|default|document|text)s?\b",
    re.IGNORECASE,
)


def subject(claim: str, text: str) -> str:
    """Return the subject of a claim where it is short and says which one is meant, else nothing.

    ``text`` is the section, which tells names from common words.
    """
    whole = _before_verb(claim)[0]
    phrase = within_sentence(_QUANTIFIER.sub("", whole), text)
    count = len(_ARTICLE.sub("", phrase).split())
    is_plain = not re.search(r"[,;:.(]\s|[()“”\"]", phrase) and not _NO_SUBJECT.match(whole)
    is_short = 1 <= count <= LONGEST and 2 * count <= len(claim.split())
    # A common word such as "file" does not tell which file.
    is_vague = _GENERIC.search(whole) is not None or (count == 1 and phrase.islower())
    return phrase if is_plain and is_short and words(phrase) and not is_vague else ""


def beginning(claim: str) -> str:
    """Return so much of a claim that somebody who knows it can say how it goes on."""
    lead = _LEADING_CLAUSE.match(claim)
    if lead is not None and len(lead.group()) < _MOST_GIVEN * len(claim):
        return lead.group()
    before, verb = _before_verb(claim)
    if verb and len(before) + len(verb) < _MOST_GIVEN * len(claim):
        return f"{before} {verb}"
    return " ".join(claim.split()[: max(2, len(claim.split()) // 3)])


def filed_under(section: Section, title: str) -> str:
    """Return what a claim without a telling subject is about: where it stands."""
    # A heading may be a question; what is asked about it is another one.
    place = section.place.rstrip(" ?").removesuffix(f", {title}")
    return f"“{place}” in “{title}”" if place and place != title else f"“{title}”"


def _before_verb(claim: str) -> tuple[str, str]:
    """Return what stands before the verb of a claim, and the verb; nothing where none is found."""
    start = f"{' '.join(claim.split()[:_FIRST_WORDS])} "
    found = (pattern.search(start) for pattern in (_SURE, _DETERMINED))
    sure = [each for each in found if each is not None]
    verb = min(sure, key=lambda each: each.start(), default=_PERHAPS.search(start))
    if verb is None:
        return "", ""
    before = re.sub(r" (?:that|which|who|to)$", "", start[: verb.start()].strip(" ,;:"))
    return before, verb.group().split()[0]


def within_sentence(phrase: str, text: str) -> str:
    """Return a phrase as it stands within a sentence: "lists in the file", but "Python".

    ``text`` tells names from common words: those stand somewhere in it written small.
    """
    first, _, rest = phrase.partition(" ")
    small = first.lower()
    if small not in STOP_WORDS:
        is_title = any(word[:1].isupper() for word in rest.split())
        stands_small = re.search(rf"(?<![.!?] )\b{re.escape(small)}\b", text) is not None
        if is_title or not (first[1:].islower() and usage(small) > 0 and stands_small):
            return phrase
    return phrase[:1].lower() + phrase[1:]
