"""What is left out of a sentence, and what somebody filled in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

SEPARATOR = "; "
"""Stands between what was filled into several gaps where it is kept as one text."""


@dataclass(frozen=True)
class Gap:
    """A term or a figure that was left out.

    Attributes
    ----------
    text : str
        What was left out, as it stood there.
    accepted : tuple of str
        Other ways to say it that the guides use.
    is_figure : bool
        Whether it is a number: then nothing but that number is right.
    unit : str
        What stands right after a figure, such as ``%`` or ``bits``; may be typed with it.
    """

    text: str
    accepted: tuple[str, ...] = ()
    is_figure: bool = False
    unit: str = ""


class Fit(StrEnum):
    """How what was filled in goes with what was left out."""

    EXACT = "exact"
    WORDING = "wording"  # another form, spelling or name of the same term
    SLIP = "slip"  # a slip of the keys
    PART = "part"  # some of the words of a longer term
    UNIT = "unit"  # the right figure with another unit
    SIGN = "sign"  # the right figure with the wrong sign
    NEAR = "near"  # a figure close by, or too many letters wrong to be a slip
    OTHER_TERM = "other term"  # looks like it, and is a term of its own
    WRONG = "wrong"
    EMPTY = "empty"


_CREDITS = {Fit.EXACT: 1.0, Fit.WORDING: 1.0, Fit.SLIP: 1.0, Fit.PART: 0.5, Fit.UNIT: 0.5}
_CONFIDENCE = {
    Fit.WORDING: 0.9,
    Fit.SLIP: 0.9,
    Fit.PART: 0.7,
    Fit.UNIT: 0.7,
    Fit.NEAR: 0.8,
    # It may be a name for it that the guides never use.
    Fit.WRONG: 0.9,
}


@dataclass(frozen=True)
class Filled:
    """What was typed into one gap, and how it fits."""

    gap: Gap
    typed: str
    fit: Fit

    @property
    def credit(self) -> float:
        """Share in [0, 1] of the gap that counts as filled."""
        return _CREDITS.get(self.fit, 0.0)

    @property
    def confidence(self) -> float:
        """How sure the code is of that, in [0, 1]."""
        return _CONFIDENCE.get(self.fit, 1.0)


def joined(typed: tuple[str, ...] | list[str]) -> str:
    """Return what was filled into some gaps as one text; nothing where all were left empty."""
    texts = [text.replace(";", ",").strip() for text in typed]
    return SEPARATOR.join(texts) if any(texts) else ""


def split(text: str, count: int) -> tuple[str, ...]:
    """Return what :func:`joined` was given for so many gaps; missing ones are empty."""
    if not count:
        return ()
    parts = [part.strip() for part in text.split(SEPARATOR.strip())] if count > 1 else [text]
    # Who types more than was asked for means it to belong to the last one.
    head, tail = parts[: count - 1], parts[count - 1 :]
    filled = [*head, " ".join(tail)]
    return (*filled, *[""] * (count - len(filled)))
