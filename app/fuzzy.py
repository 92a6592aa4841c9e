"""Finding a name by a few of its letters, as somebody types them who knows what they want."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_LOOSEST = 2.5
"""How much longer than the word typed the letters may be spread, unless each begins a word."""
_WORD_BEGINS = 8.0
_NEXT_TO_LAST = 5.0
_WHOLE_WORD_BEGINNING = 12.0
_PER_LETTER_OF_THE_REST = 0.05


@dataclass(frozen=True)
class Match:
    """How well a name fits.

    Attributes
    ----------
    score : float
        The greater the better; comparable between names for the same query only.
    places : tuple of int
        Indices of the letters that were meant, in order.
    """

    score: float
    places: tuple[int, ...]


def match(query: str, name: str) -> Match | None:
    """Return how a name fits what was typed; None if it does not.

    Every word of the query must be found, in any order: at the beginning of a word or inside it,
    or as letters that begin several words. Case and accents do not count.
    """
    folded = _folded(name)
    score, places = 0.0, set[int]()
    for word in _folded(query).split():
        found = _word(word, folded)
        if found is None:
            return None
        score += found.score
        places.update(found.places)
    return Match(score - _PER_LETTER_OF_THE_REST * len(name), tuple(sorted(places)))


def _word(word: str, name: str) -> Match | None:
    """Return the best way to find one word in a name."""
    best: Match | None = None
    for start in _occurrences(word[0], name):
        places = _letters(word, name, start)
        if places is None:
            continue
        found = Match(_score(word, name, places), places)
        if best is None or found.score > best.score:
            best = found
    return best


def _letters(word: str, name: str, start: int) -> tuple[int, ...] | None:
    """Return where the letters of a word are from a place on; None if they are too far apart."""
    places = [start]
    for letter in word[1:]:
        follows = places[-1] + 1
        if name[follows : follows + 1] == letter:
            places.append(follows)
            continue
        # A letter that begins a word is more likely meant than one in the middle.
        later = _occurrences(letter, name, follows)
        begins = (place for place in later if _begins_word(name, place))
        place = next(begins, later[0] if later else None)
        if place is None:
            return None
        places.append(place)
    apart = places[-1] - places[0] + 1 > _LOOSEST * len(word)
    if apart and not all(
        _begins_word(name, place) or place - 1 in places[:index]
        for index, place in enumerate(places)
    ):
        return None
    return tuple(places)


def _score(word: str, name: str, places: tuple[int, ...]) -> float:
    score = 0.0
    for index, place in enumerate(places):
        if _begins_word(name, place):
            score += _WORD_BEGINS
        if index and place == places[index - 1] + 1:
            score += _NEXT_TO_LAST
        elif index:
            score -= min(3.0, 0.5 * (place - places[index - 1]))
    if _begins_word(name, places[0]) and places[-1] - places[0] == len(word) - 1:
        score += _WHOLE_WORD_BEGINNING
    return score - 0.1 * places[0]


def _occurrences(letter: str, name: str, start: int = 0) -> list[int]:
    return [place for place in range(start, len(name)) if name[place] == letter]


def _begins_word(name: str, place: int) -> bool:
    return not place or not name[place - 1].isalnum()


@lru_cache(maxsize=1024)
def _folded(text: str) -> str:
    """Return a text of the same length without case and accents."""
    return "".join(unicodedata.normalize("NFKD", letter)[0].lower()[:1] for letter in text)
