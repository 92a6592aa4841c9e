"""Wrong claims made of right ones: a number, a direction, a negation or a limit is turned round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.content.words import STOP_WORDS
from app.material.opposites import (
    FORBIDDING,
    MOST_OF,
    NO_SUCH_VERB,
    NUMBER_WORDS,
    OPPOSITE,
    OTHER_CASES,
    TO_DO,
    TURNED,
)
from app.material.phrases import QUANTITY

# What "more" and the like are part of without a direction of their own.
_FIXED = re.compile(
    r"\b(?:more than (?:one|once)|once more|any more|most of the time|at first|first of all"
    r"|before and after"
    r"|input/output|more or less|read[- ]write|with respect to|along with|together with|same as"
    r"|better known|no longer|as long as|so long as|long[- ]term|high[- ]level|low[- ]level"
    r"|all of a|after all|above all|not all|training (?:data|set)|in order to)\b",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(
    r"\b(?P<verb>is|are|was|were|can|could|will|would|should|must|may|might|does|do|did|has|have)"
    r"(?P<not> not(?! only)|n['’]t)?\b(?! (?:not|no|only|never))",
    re.IGNORECASE,
)
_POSSIBLE = re.compile(r"\b(?:can|could|may|might|sometimes|some)\b", re.IGNORECASE)
_OF_SOME = re.compile(r"^(?:some|many|several|most|few|certain|a few|no)\b", re.IGNORECASE)
_WHETHER = re.compile(r"\bwhether\b", re.IGNORECASE)
_CONDITION = re.compile(
    r"(?:if|when|while|unless|once|where|although|since|because)\b[^,]*, ", re.I
)
_CANNOT = re.compile(r"\b(?:cannot|can not|can['’]t)\b", re.IGNORECASE)
_NO_LONGER = re.compile(r"\b(?:is|are|was|were) no longer\b", re.IGNORECASE)
_BASES = """
    contain include provide allow enable require reduce improve prevent ensure avoid depend
    determine produce make take give hold replace remove add begin outperform exceed differ become
    accept specify define describe represent grow mean refer consist correspond belong apply exist
    occur affect keep treat rely serve send receive create compute learn perform converge follow
    carry handle implement expose expect ignore inherit override support use need yield choose
    select assign combine encode decode update maintain preserve operate generate achieve
""".split()  # noqa: SIM905 - a list of words is read as a text


def _third_person(base: str) -> str:
    if base.endswith("y") and base[-2] not in "aeiou":
        return f"{base[:-1]}ies"
    return f"{base}es" if base.endswith(("s", "x", "sh", "ch", "o")) else f"{base}s"


_VERBS = {_third_person(base): base for base in _BASES}
# Behind a word that calls for a noun, "uses" is one.
_VERB = re.compile(
    rf"(?<!\bthe )(?<!\ban )(?<!\ba )(?<!\bof )(?<!\band )(?<!\bthat )(?<!\bwhich )(?<!\bwho )"
    rf"\b(?:{'|'.join(_VERBS)})\b"
)
_NAMED = re.compile(r"(?:\w\(|\b(?P<name>[A-Z][\w.-]*) )$")
_PART = re.compile(r"\d+(?:[.,]\d+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")


class How(StrEnum):
    """In which way a claim is made wrong."""

    NUMBER = "number"
    DIRECTION = "direction"
    CONDITION = "condition"
    NEGATION = "negation"


@dataclass(frozen=True)
class Flip:
    """A wrong claim.

    Attributes
    ----------
    right, wrong : str
        What was replaced and by what; both empty for a negation.
    """

    claim: str
    how: How
    right: str = ""
    wrong: str = ""


def flips(claim: str) -> list[Flip]:
    """Return the wrong claims that one word or number makes of a claim, the best first."""
    found = [*_numbers(claim), *_directions(claim), *_conditions(claim), *_negations(claim)]
    unique = {each.claim: each for each in found if each.claim != claim}
    return list(unique.values())


def _directions(claim: str) -> Iterator[Flip]:
    fixed = [match.span() for match in _FIXED.finditer(claim)]
    # What can go one way can often go the other way, too.
    if _POSSIBLE.search(claim):
        return
    for match in TURNED.finditer(claim):
        if any(start <= match.start() < end for start, end in fixed):
            continue
        # "Whether it is on" says the same as "whether it is off".
        if _WHETHER.search(claim, 0, match.start()) is not None:
            continue
        right = match.group()
        wrong = _opposite(right.lower(), claim[match.end() :])
        if wrong is None:
            continue
        wrong = _as_written(wrong, right)
        yield Flip(_put(claim, match.span(), wrong), How.DIRECTION, right, wrong)


def _opposite(word: str, behind: str) -> str | None:
    """Return the opposite of a word that can stand before what is behind it."""
    if word == "most" and MOST_OF.match(behind):
        return "few"
    # "Must not" is denied as a whole.
    if re.match(r" not\b", behind, re.IGNORECASE):
        return None
    if TO_DO.match(behind):
        return None if word in NO_SUCH_VERB else FORBIDDING.get(word, OPPOSITE[word])
    return OPPOSITE[word]


def _as_written(wrong: str, right: str) -> str:
    """Return a word in capitals as the one was in whose place it comes."""
    if right.isupper():
        # Standards write "MUST"; "need not" is no word of theirs.
        return wrong if wrong == "need not" else wrong.upper()
    return wrong[0].upper() + wrong[1:] if right[0].isupper() else wrong


def _numbers(claim: str) -> Iterator[Flip]:
    for match in QUANTITY.finditer(claim):
        word = match.group().lower()
        # Who counts what is listed behind it sees that the number is wrong.
        if word in NUMBER_WORDS and ":" not in claim[match.end() :]:
            for other in NUMBER_WORDS[word]:
                wrong = _as_written(other, match.group())
                changed = _put(claim, match.span(), wrong)
                yield Flip(changed, How.NUMBER, match.group(), wrong)
            continue
        digits = _PART.search(match.group())
        # In "open(2)", in "Llama 3.1" and in an address the number belongs to a name.
        named = _NAMED.search(claim, 0, match.start())
        is_name = named is not None and (named["name"] or "").lower() not in STOP_WORDS
        if digits is None or is_name:
            continue
        if digits.group().count(".") > 1:
            continue
        start = match.start() + digits.start()
        for wrong in _other_numbers(digits.group()):
            changed = _put(claim, (start, start + len(digits.group())), wrong)
            yield Flip(changed, How.NUMBER, digits.group(), wrong)


def _other_numbers(digits: str) -> Iterator[str]:
    """Yield numbers that might well be right, written as the right one is."""
    if _YEAR.fullmatch(digits):
        yield from (str(int(digits) + step) for step in (-2, 3))
        return
    grouped = "," in digits
    places = len(digits.partition(".")[2])
    if not float(digits.replace(",", "")):
        yield "1"
        return
    value = float(digits.replace(",", ""))
    for factor in (2.0, 0.5):
        other = value * factor
        if not places and other != int(other):
            other = value + 2
        text = f"{other:,.{places}f}" if grouped else f"{other:.{places}f}"
        if float(text.replace(",", "")) != value:
            yield text


def _conditions(claim: str) -> Iterator[Flip]:
    """Yield claims in which something holds in just the other cases."""
    for pattern, wrong in OTHER_CASES:
        match = pattern.search(claim)
        if match is None or _POSSIBLE.search(claim):
            continue
        changed = _put(claim, match.span(), _as_written(match.expand(wrong), match.group()))
        yield Flip(changed, How.CONDITION, match.group(), match.expand(wrong))
        return


def _negations(claim: str) -> Iterator[Flip]:
    longer = _NO_LONGER.search(claim)
    if longer is not None:
        wrong = f"{longer.group().split()[0]} still"
        yield Flip(_put(claim, longer.span(), wrong), How.NEGATION)
        return
    cannot = _CANNOT.search(claim)
    if cannot is not None:
        yield Flip(_put(claim, cannot.span(), "can"), How.NEGATION)
        return
    # Of some things both may hold, and "no … is not" is hard to read.
    if _OF_SOME.match(claim):
        return
    condition = _CONDITION.match(claim)
    if condition is not None:
        # What holds otherwise is mostly not told: the statement itself is denied.
        for each in _negations(claim[condition.end() :]):
            yield Flip(f"{condition.group()}{each.claim}", How.NEGATION)
        return
    auxiliary = _AUXILIARY.search(claim)
    verb_of_its_own = _VERB.search(claim)
    if verb_of_its_own is not None and (
        auxiliary is None or verb_of_its_own.start() < auxiliary.start()
    ):
        base = _VERBS[verb_of_its_own.group()]
        yield Flip(_put(claim, verb_of_its_own.span(), f"does not {base}"), How.NEGATION)
        return
    if auxiliary is None:
        return
    verb = auxiliary["verb"]
    if auxiliary["not"] and verb.lower() in ("do", "does", "did"):
        yield from _affirmed(claim, auxiliary)
        return
    no = "NOT" if verb.isupper() else "not"
    wrong = verb if auxiliary["not"] else "cannot" if verb == "can" else f"{verb} {no}"
    if verb.lower() in ("has", "have", "do", "does", "did") and not auxiliary["not"]:
        return  # "has" is mostly a verb of its own, and "has not two" is no English
    yield Flip(_put(claim, auxiliary.span(), wrong), How.NEGATION)


def _affirmed(claim: str, denied: re.Match[str]) -> Iterator[Flip]:
    """Yield "it needs" for "it does not need"; what that is in the past is not known here."""
    behind = re.match(r" ([a-z]+)", claim[denied.end() :])
    if behind is None or denied["verb"].lower() == "did":
        return
    plural = denied["verb"].lower() == "do"
    verb = behind[1] if plural else _third_person(behind[1])
    yield Flip(_put(claim, (denied.start(), denied.end() + behind.end()), verb), How.NEGATION)


def _put(text: str, place: tuple[int, int], words: str) -> str:
    before = text[: place[0]]
    # "A different one" becomes "an identical one".
    article = re.search(r"\b([Aa])n? $", before)
    if article is not None:
        an = f"{article[1]}n " if words[:1].lower() in "aeiou" else f"{article[1]} "
        before = before[: article.start()] + an
    return f"{before}{words}{text[place[1] :]}"
