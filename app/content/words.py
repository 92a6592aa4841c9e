"""Words of a text, made comparable: lower case, without endings, without words that say little."""

from __future__ import annotations

import re

# Words that carry no claim of their own. Negations are left out of this list: they do.
_STOP_WORDS = """
    a about after all also an and any are as at be because been before being between both but by
    can could did do does each for from had has have he her his how i if in into is it its just
    more most my of on one or other our out over she should so some such than that the their them
    then there these they this those through to under up was we were what when where which while
    who why will with would you your
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())
_WORD = re.compile(r"\d+(?:[.,]\d+)*%?|[^\W\d_]+(?:['’][^\W\d_]+)?", re.UNICODE)
_SUFFIXES = ("ations", "ation", "ings", "ing", "edly", "ies", "ed", "es", "ly", "s")
_SHORTEST_STEM = 4


def words(text: str) -> list[str]:
    """Return the content words of a text, lower-cased and cut to stems; numbers as digits."""
    found = (match.group().lower() for match in _WORD.finditer(text))
    return [stem(word) for word in found if word not in STOP_WORDS]


def stem(word: str) -> str:
    """Cut common English endings, so that "quantizes" meets "quantized"; crude and fast."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_STEM:
            return word[: -len(suffix)]
    return word


def numbers(text: str) -> frozenset[str]:
    """Return the numbers of a text, thousands separators taken out."""
    return frozenset(
        word.replace(",", "").rstrip("%") for word in _WORD.findall(text) if word[0].isdigit()
    )
