"""Finding passages again that are kept by their words, after the text was edited.

White space never counts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from app.content.anchor import CONTEXT, Anchor, anchor_at, fold_space

LEAST_ALIKE = 0.6
"""Share of a quotation's letters that must still stand, in their order, to be found again."""
LEAST_ALIKE_AROUND = 0.4
"""The same of what stood around it, asked of quotations that could stand in many places."""
TELLING = 24
"""Characters from which a quotation is told from all others by itself."""

_TRIED = 6
_FEW = 8
_WORD = re.compile(r"\w+(?:['’.-]\w+)*|[^\w\s]+")


@dataclass(frozen=True)
class Found:
    """Where a passage stands now, as ``text[start:end]``.

    Attributes
    ----------
    likeness : float
        Share of its letters that still stand, in [0, 1]; 1 where the words are the same.
    """

    start: int
    end: int
    likeness: float = 1.0


def find_anchor(text: str, anchor: Anchor) -> Found | None:
    """Return where a passage stands in a text now; None where it is lost.

    The very words are looked for first, and of several places the one taken that has the most of
    the old surroundings. Failing that, the place is taken whose words are the most alike, if they
    are alike enough.
    """
    return _find_exactly(text, anchor) or _find_alike(text, anchor)


# -- the same words ------------------------------------------------------------------------------


def _find_exactly(text: str, anchor: Anchor) -> Found | None:
    words = anchor.quote.split()
    if not words:
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    # Most texts are as they were, and comparing every place of a common word takes long.
    match = pattern.match(text, anchor.start)
    if match is not None and anchor_at(text, *match.span()) == anchor:
        return Found(*match.span())
    best: tuple[float, int, Found] | None = None
    for match in pattern.finditer(text):
        around = _alike_around(text, match.start(), match.end(), anchor)
        if len(anchor.quote) < TELLING and around < LEAST_ALIKE_AROUND:
            continue
        rank = (around, -abs(match.start() - anchor.start))
        if best is None or rank > best[:2]:
            best = (*rank, Found(match.start(), match.end()))
    return best[2] if best is not None else None


def _alike_around(text: str, start: int, end: int, anchor: Anchor) -> float:
    """Return how much of the old surroundings stands around a place, in [0, 1]."""
    before = fold_space(text[max(0, start - 4 * CONTEXT) : start])[-CONTEXT:]
    after = fold_space(text[end : end + 4 * CONTEXT])[:CONTEXT]
    pairs = [(anchor.prefix, before), (anchor.suffix, after)]
    # At an end of the text there was nothing, which agrees with nothing only.
    return sum(_alike(old, new) for old, new in pairs) / len(pairs)


def _alike(old: str, new: str) -> float:
    if not old or not new:
        return float(old == new)
    return SequenceMatcher(None, old, new, autojunk=False).ratio()


# -- words that are alike ------------------------------------------------------------------------


@dataclass(frozen=True)
class _Words:
    """The words of a text in the form in which they are compared, and where each stands."""

    plain: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, text: str) -> _Words:
        plain, spans = [], []
        for match in _WORD.finditer(text):
            plain.append(match.group().casefold())
            spans.append(match.span())
        return cls(tuple(plain), tuple(spans))


def _find_alike(text: str, anchor: Anchor) -> Found | None:
    quote = _Words.of(anchor.quote)
    before, after = _Words.of(anchor.prefix), _Words.of(anchor.suffix)
    sought = (*before.plain, *quote.plain, *after.plain)
    there = _Words.of(text)
    best: tuple[float, int, Found] | None = None
    for first in _likely_starts(sought, there.plain):
        slack = len(sought) // 2 + 4
        low, high = max(0, first - slack), min(len(there.plain), first + len(sought) + slack)
        found = _align(sought, len(before.plain), len(quote.plain), there, low, high)
        if found is None or found.likeness < LEAST_ALIKE:
            continue
        around = _alike_around(text, found.start, found.end, anchor)
        if len(anchor.quote) < TELLING and around < LEAST_ALIKE_AROUND:
            continue
        rank = (2 * found.likeness + around, -abs(found.start - anchor.start))
        if best is None or rank > best[:2]:
            best = (*rank, found)
    return best[2] if best is not None else None


def _likely_starts(sought: Sequence[str], there: Sequence[str]) -> list[int]:
    """Return where in a text some words may begin: where many of them, rare ones first, line up."""
    places: dict[str, list[int]] = {word: [] for word in sought}
    for place, word in enumerate(there):
        if word in places:
            places[word].append(place)
    votes: Counter[int] = Counter()
    for offset, word in enumerate(sought):
        for place in places[word]:
            votes[place - offset] += 1
    # Words that were added or removed inside move what follows: near votes count together.
    weights: Counter[int] = Counter()
    reach = max(2, len(sought) // 6)
    for start, _ in votes.most_common(12 * _TRIED):
        weights[start] = sum(votes[start + shift] for shift in range(-reach, reach + 1))
    chosen: list[int] = []
    for start, _ in weights.most_common():
        if all(abs(start - other) > reach for other in chosen):
            chosen.append(start)
        if len(chosen) == _TRIED:
            break
    return chosen


def _align(
    sought: Sequence[str], before: int, length: int, there: _Words, low: int, high: int
) -> Found | None:
    """Return what of a stretch of words stands for the quotation inside the words sought."""
    end = before + length
    pairs = list(_pairs(sought, there.plain[low:high]))
    kept = [(old, low + new, share) for old, new, share in pairs if before <= old < end]
    if not kept:
        return None
    first, last = kept[0][1], kept[-1][1]
    matched = sum(len(sought[old]) * share for old, _, share in kept)
    whole = sum(map(len, sought[before:end])) + sum(map(len, there.plain[first : last + 1]))
    return Found(there.spans[first][0], there.spans[last][1], 2 * matched / whole)


def _pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """Yield which words of two texts stand for each other, and how alike they are."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, a, a_end, b, b_end in matcher.get_opcodes():
        if kind == "equal":
            yield from ((a + i, b + i, 1.0) for i in range(a_end - a))
        elif kind == "replace" and max(a_end - a, b_end - b) <= _FEW:
            # A word that was corrected is still the same word.
            free = b
            for i in range(a, a_end):
                alike, place = max(
                    ((_alike(old[i], new[j]), -j) for j in range(free, b_end)), default=(0.0, 0)
                )
                if alike >= LEAST_ALIKE:
                    yield i, -place, alike
                    free = -place + 1
