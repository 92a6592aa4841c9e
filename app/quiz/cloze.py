"""A claim with gaps: which words are left out, and whether what is filled in is right."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.content.words import numbers, stem, words
from app.quiz.grounding import root
from app.quiz.lexical import Lexicon
from app.study.records import Judgement

GAP = "____"
COVERED_FROM, PARTLY_FROM = 0.8, 0.4
"""Share of the missing words' weight from which gaps count as filled, and as partly filled."""

# A gap for one of these would be a guess at the sense and not at what is known.
_KEPT = frozenset({"no", "not", "nor", "never", "without"})
_WORD = re.compile(r"\d+(?:[.,]\d+)*%?|[^\W\d_]+(?:['’][^\W\d_]+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_GAPS = re.compile(rf"{GAP}(?:[\s,]+{GAP})+")


@dataclass(frozen=True)
class Cloze:
    """A text with gaps.

    Attributes
    ----------
    text : str
        The claim with gaps; several in a row are one.
    missing : tuple of str
        What was left out, each word once, in order.
    """

    text: str
    missing: tuple[str, ...]


def make_cloze(claim: str, given: str, lexicon: Lexicon, *, most_left: float) -> Cloze:
    """Leave words out of a claim, the most telling first, until little enough of it is told.

    Parameters
    ----------
    given : str
        What the learner sees anyway; its words tell nothing and stay.
    most_left : float
        Share in [0, 1] of the telling words' weight that may stay. Numbers never do.
    """
    known = set(words(given)) | set(numbers(given))
    telling = {
        key: 2 * lexicon.weight(key) if key[0].isdigit() else lexicon.weight(key)
        for key in dict.fromkeys(words(claim))
        if key not in known | _KEPT
        and _YEAR.fullmatch(key) is None
        and key.replace(",", "").rstrip("%") not in known
    }
    total = sum(telling.values())
    left, hidden = total, set()
    for key in sorted(telling, key=lambda each: -telling[each]):
        if left <= most_left * total and not key[0].isdigit():
            continue
        hidden.add(key)
        left -= telling[key]
    missing: list[str] = []

    def leave_out(match: re.Match[str]) -> str:
        word = match.group()
        if stem(word.lower()) not in hidden:
            return word
        if word not in missing:
            missing.append(word)
        return GAP

    text = _GAPS.sub(GAP, _WORD.sub(leave_out, claim))
    return Cloze(text, tuple(missing))


def telling_numbers(text: str) -> frozenset[str]:
    """Return the numbers of a text but for those that look like years of publication."""
    return frozenset(each for each in numbers(text) if _YEAR.fullmatch(each) is None)


def judge_cloze(cloze: Cloze, answer: str, lexicon: Lexicon) -> Judgement:
    """Return what an answer does with the gaps: only the missing words count, in any order."""
    wanted = {_key(word) for word in cloze.missing}
    filled = {_key(word) for word in _WORD.findall(answer)}
    share = lexicon.share(wanted & filled, wanted)
    if share >= COVERED_FROM:
        return Judgement.COVERED
    return Judgement.PARTLY if share >= PARTLY_FROM else Judgement.MISSED


def _key(word: str) -> str:
    lowered = word.lower()
    return lowered.replace(",", "").rstrip("%") if lowered[0].isdigit() else root(lowered)
