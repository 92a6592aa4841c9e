"""What a learner typed, as an expression of SQLite's full-text search that is always valid."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from app.content.words import STOP_WORDS, stem

MOST_TERMS = 12
"""Words of a query that count; who pastes a page wants the beginning of it."""
LONGEST_QUERY = 400
"""Characters of a query that count."""

_CURLY = str.maketrans("“”„«»", '"""""')
_PART = re.compile(r'"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+)')
_TOKEN = re.compile(r"[^\W_]+")
# Accents that have no letter of their own stay behind as characters; the index drops them too.
_LOOSE_ACCENTS = dict.fromkeys(range(0x300, 0x370))
IN_TITLES = "{title claim} : "
"""Before a term or an expression in brackets: the columns that it is looked for in."""
_TOO_SHORT = 2
_SHORTEST_BEGINNING = 4
_LONG_BASE = 6
_FINAL = ("ing", "ed", "e")


@dataclass(frozen=True)
class Expressions:
    """A query in two readings, for ``MATCH``.

    Attributes
    ----------
    all : str
        Every word must be found.
    any : str
        One word suffices.
    """

    all: str
    any: str


def parse_query(query: str) -> Expressions | None:
    """Return what to look for, or None when the query has no letter and no digit.

    Words are matched by their beginnings, without common English endings, and exact matches count
    twice; words in quotation marks are matched as they stand, one after the other. Words that say
    little are passed over beside others.
    """
    text = unicodedata.normalize("NFC", query[:LONGEST_QUERY]).lower()
    parts = list(_PART.finditer(text.translate(_CURLY).translate(_LOOSE_ACCENTS)))
    terms: dict[str, bool] = {}
    for number, part in enumerate(parts, 1):
        tokens = _TOKEN.findall(part["word"] or part["phrase"])
        if not tokens:
            continue
        if part["word"] is None:
            terms.setdefault(_phrase(tokens), True)
        else:
            telling = len(tokens) > 1 or tokens[0] not in STOP_WORDS
            terms.setdefault(_term(tokens, last=number == len(parts)), telling)
    chosen = [term for term, telling in terms.items() if telling] or list(terms)
    if not chosen:
        return None
    chosen = chosen[:MOST_TERMS]
    return Expressions(" AND ".join(chosen), " OR ".join(chosen))


def _term(tokens: list[str], *, last: bool) -> str:
    """Return an expression for one word as typed, which may have parts: "fine-tuning"."""
    *before, final = tokens
    if not before and final in STOP_WORDS:  # alone in a query, or else it is passed over
        return f"({IN_TITLES}{_phrase(tokens)}{' *' if len(final) >= _TOO_SHORT else ''})"
    choices = {_phrase(tokens): None}
    for beginning in _beginnings(final, last=last):
        # What two letters begin is everywhere in texts; in titles it says something.
        letters = beginning.isascii() and beginning.isalpha()
        everywhere = before or len(beginning) > _TOO_SHORT or not letters
        where = "" if everywhere else IN_TITLES
        choices[f"{where}{_phrase([*before, beginning])} *"] = None
        if before:
            choices[f"{where}{_phrase([''.join([*before, beginning])])} *"] = None
    if before and last and len(final) < _TOO_SHORT:  # "fine-t", on its way
        choices[_phrase(before)] = None
    if len(final) < _SHORTEST_BEGINNING:
        choices[_phrase([*before, final + "s"])] = None
    return f"({' OR '.join(choices)})"


def _beginnings(word: str, *, last: bool) -> list[str]:
    """Return beginnings of the words that are meant by one; each word meant has one of them."""
    if len(word) < _SHORTEST_BEGINNING:
        # "c" and "in" begin too many words; but "rag" may be on its way to "ragged", and scripts
        # without spaces say much in one character.
        return [word] if not word.isascii() or (last and len(word) >= _TOO_SHORT) else []
    base = stem(word)
    if word.startswith(base + "ation") and len(base) < _LONG_BASE:
        base += "at"  # "evaluation" and "evaluate", but not "foundation" and "found"
    elif base[-1] in "ey" and len(base) > _SHORTEST_BEGINNING:
        base = base[:-1]
    elif base != word and base[-1] == base[-2] and base[-1] not in "ls":
        base = base[:-1]  # "embedding" and "embed"
    elif base.endswith("s") and not base.endswith("ss"):
        base = base[:-1]  # "gpus", too short for `stem`
    beginnings = [base]
    for ending in _FINAL:
        root = word.removesuffix(ending)
        if root != word and len(root) == _SHORTEST_BEGINNING - 1:  # "tune", "tuned" and "tuning"
            beginnings += [root + "e", root + "ing"]
    return beginnings


def _phrase(tokens: list[str]) -> str:
    return f'"{" ".join(tokens)}"'
