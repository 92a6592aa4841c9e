"""What is to be said of what was filled into gaps."""

from __future__ import annotations

from collections.abc import Sequence

from app.quiz.gaps.gap import Filled, Fit

_WORDS = {
    Fit.WORDING: "“{typed}” counts: “{wanted}” in another form.",
    Fit.SLIP: "“{typed}” counts, as a slip of the keys for “{wanted}”.",
    Fit.PART: "“{typed}” is part of it: “{wanted}”.",
    Fit.UNIT: "{typed}: the figure, but in another unit. It is {wanted}.",
    Fit.SIGN: "{typed} has the wrong sign: it is {wanted}.",
    Fit.NEAR: "“{typed}” is close: it is “{wanted}”.",
    Fit.OTHER_TERM: "“{typed}” is another term: here it is “{wanted}”.",
    Fit.WRONG: "Not “{typed}”: it is “{wanted}”.",
    Fit.EMPTY: "It is “{wanted}”.",
}


def gap_notes(filled: Sequence[Filled]) -> list[str]:
    """Return a sentence on each gap that was not filled word for word."""
    return [_note(each) for each in filled if each.fit is not Fit.EXACT]


def _note(filled: Filled) -> str:
    gap = filled.gap
    wanted = f"{gap.text} {gap.unit}" if gap.is_figure and gap.unit == "%" else gap.text
    return _WORDS[filled.fit].format(typed=filled.typed, wanted=wanted)
