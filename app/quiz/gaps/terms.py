"""Whether a term that somebody typed is the one that was left out, slips of the keys forgiven."""

from __future__ import annotations

import re
import unicodedata

from app.content.words import STOP_WORDS
from app.quiz.cloze import GAP
from app.quiz.gaps.gap import Fit, Gap
from app.quiz.gaps.vocabulary import Vocabulary
from app.quiz.grounding import root

LONGEST = 80
"""Characters of a term; whatever is longer is no term."""
ONE_SLIP, TWO_SLIPS = 5, 9
"""Letters of the shortest term in which one slip is forgiven, and two."""
NEAR_SHARE = 0.34
"""Share of a term's letters up to which a wrong one is said to be close."""

NEIGHBOURS = 3
"""Words on either side of a gap that may be typed along with what is missing."""

_JOINTS = re.compile(r"[\s'’–-]+")
_OUTSIDE = re.compile(r"^\W+|\W+$")
# Guides and learners may not share a spelling; applied to either side.
_SPELLINGS = (
    (re.compile(r"is(?=(?:e|ed|es|er|ing|ation|ations)$)"), "iz"),
    (re.compile(r"ys(?=(?:e|ed|es|er|ing)$)"), "yz"),
    (re.compile(r"our(?=(?:s|al|ed|ing|able)?$)"), "or"),
    (re.compile(r"tre(?=s?$)"), "ter"),
    (re.compile(r"ll(?=(?:ed|ing|er|ers)$)"), "l"),
    (re.compile(r"ogue(?=s?$)"), "og"),
)
# One slip turns one of these into another and the term into its opposite.
_PREFIXES = (
    *("un", "in", "im", "non", "de", "dis", "re", "pre", "post", "over", "under", "sub", "super"),
    *("intra", "inter", "intro", "extra", "micro", "macro", "hyper", "hypo", "mini", "maxi", "min"),
    *(
        "max",
        "bi",
        "tri",
        "uni",
        "multi",
        "mono",
        "homo",
        "hetero",
        "up",
        "down",
        "en",
        "a",
        "anti",
    ),
)


def judge_term(gap: Gap, typed: str, shown: str, vocabulary: Vocabulary) -> Fit:
    """Return how a typed term fits.

    Parameters
    ----------
    shown : str
        What stands around the gap: who types its neighbours along with it is right all the same.
    """
    given = _trimmed(typed[:LONGEST], shown, gap.text)
    said = _key(given)
    if not said:
        return Fit.WRONG
    wanted = _key(gap.text)
    if said == wanted:
        return Fit.EXACT
    others = {_key(other) for other in gap.accepted}
    if said in others or said in {f"{each}s" for each in others} or _same_root(gap.text, given):
        return Fit.WORDING
    fit = _as_slip(gap.text, given, vocabulary)
    if fit is Fit.WRONG and _is_part(gap.text, given):
        return Fit.PART
    return fit


def distance(one: str, other: str, most: int) -> int:
    """Return how many slips of the keys lie between two words: a letter left out, put in, changed.

    Two neighbours that changed places are one slip. Above ``most`` the result is ``most + 1``.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, its in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != its))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == its:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def slips_allowed(term: str) -> int:
    """Return how many slips are forgiven in a term of this length."""
    return (len(term) >= ONE_SLIP) + (len(term) >= TWO_SLIPS)


def _as_slip(term: str, given: str, vocabulary: Vocabulary) -> Fit:
    wanted, said = _key(term), _key(given)
    if _plain(given) in vocabulary or _plain(given) in STOP_WORDS:
        is_like = distance(wanted, said, _near(wanted)) <= _near(wanted)
        return Fit.OTHER_TERM if is_like else Fit.WRONG
    slips = distance(wanted, said, _near(wanted))
    if slips > _near(wanted):
        return Fit.WRONG
    forgiven = slips <= slips_allowed(wanted) and _begins_alike(wanted, said)
    if forgiven and _digits(wanted) == _digits(said) and not _turns_round(wanted, said):
        # Who typed it may have meant the other.
        return Fit.NEAR if _is_as_near_to_another(term, said, slips, vocabulary) else Fit.SLIP
    return Fit.NEAR


def _is_as_near_to_another(term: str, said: str, slips: int, vocabulary: Vocabulary) -> bool:
    meant = root(_plain(term))
    return any(
        abs(len(word) - len(said)) <= slips
        and root(word) != meant
        and distance(_key(word), said, slips) <= slips
        for word in vocabulary.spread
    )


def _near(wanted: str) -> int:
    return max(slips_allowed(wanted), round(NEAR_SHARE * len(wanted)))


def _begins_alike(wanted: str, said: str) -> bool:
    """Tell whether two words begin with the same letter, or with the same two swapped."""
    return wanted[:1] == said[:1] or wanted[:2] == said[1::-1]


def _digits(word: str) -> list[str]:
    return re.findall(r"\d+", word)


def _turns_round(wanted: str, said: str) -> bool:
    """Tell whether two words differ in a prefix that turns the meaning round."""
    for prefix in _PREFIXES:
        for one, other in ((wanted, said), (said, wanted)):
            if one == prefix + other:
                return True
            rest = one.removeprefix(prefix)
            if rest != one and any(
                other == each + rest for each in _PREFIXES if each != prefix and rest
            ):
                return True
    return False


def _same_root(term: str, given: str) -> bool:
    one, other = _parts(term), _parts(given)
    return len(one) == len(other) and all(
        root(_spelled(a)) == root(_spelled(b)) for a, b in zip(one, other, strict=True)
    )


def _is_part(term: str, given: str) -> bool:
    """Tell whether what was typed is some, but not all, of the words of a compound."""
    wanted = {root(part) for part in _parts(term) if part not in STOP_WORDS}
    said = {root(part) for part in _parts(given)}
    return bool(said) and said < wanted


def _trimmed(typed: str, shown: str, wanted: str) -> str:
    """Take away, at both ends, articles and words that stand around the gap."""
    own = {part.casefold() for part in _JOINTS.split(wanted)}
    around = ({"the", "a", "an"} | _neighbours(shown)) - own
    parts = unicodedata.normalize("NFKC", typed).split()
    while parts and parts[0].strip(".,;:()").casefold() in around:
        parts = parts[1:]
    while parts and parts[-1].strip(".,;:()").casefold() in around:
        parts = parts[:-1]
    return " ".join(parts)


def _neighbours(shown: str) -> set[str]:
    """Return the words on either side of each gap."""
    words = shown.split()
    found: set[str] = set()
    for place, word in enumerate(words):
        if GAP in word:
            beside = words[max(0, place - NEIGHBOURS) : place + NEIGHBOURS + 1]
            found.update(each.strip(".,;:()").casefold() for each in beside)
    return found


def _plain(word: str) -> str:
    return _OUTSIDE.sub("", unicodedata.normalize("NFKC", word)).casefold()


def _parts(term: str) -> list[str]:
    return [part for part in _JOINTS.split(_plain(term)) if part]


def _key(term: str) -> str:
    """Return a term without case, hyphens, spaces and what is British or American in it."""
    return "".join(_spelled(part) for part in _parts(term))


def _spelled(word: str) -> str:
    for pattern, usual in _SPELLINGS:
        word = pattern.sub(usual, word)
    return word
