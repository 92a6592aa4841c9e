"""Finding words in a text as a person copies them: white space and hyphens may differ."""

from __future__ import annotations

import re

_TYPOGRAPHY = {"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "‐": "-", "‑": "-"}
_PIECE = re.compile(r"\s+|.", re.DOTALL)
_LINE_END_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad‐]\s*\n\s*(?=[^\W\d_])")


def find_quote(text: str, quote: str) -> tuple[int, int] | None:
    """Return where a quote stands in a text, so that the text between is the quote verbatim.

    White space is taken for white space, typographic quotation marks for plain ones, and a hyphen
    at the end of a line for none; nothing else is changed. None if it does not stand there.
    """
    wanted = _folded(_LINE_END_HYPHEN.sub("", quote.strip()))[0].strip()
    if not wanted:
        return None
    # A soft hyphen may stand anywhere; a real one at the end of a copied line may be a real one.
    folded, places = _folded(text)
    for candidate in (wanted, _folded(quote.strip().replace("-\n", "-"))[0].strip()):
        at = folded.find(candidate)
        if at >= 0:
            return places[at], places[at + len(candidate) - 1] + 1
    return None


def _folded(text: str) -> tuple[str, list[int]]:
    """Return a text with its white space folded, and where each character of it stands."""
    letters: list[str] = []
    places: list[int] = []
    for match in _PIECE.finditer(text):
        piece = match.group()
        if piece == "\u00ad":
            continue
        letters.append(" " if piece.isspace() else _TYPOGRAPHY.get(piece, piece))
        places.append(match.start())
    return "".join(letters), places
