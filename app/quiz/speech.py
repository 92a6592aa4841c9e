"""What the model has said about an answer by now: what a page shows, apart from how it is made."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Speech:
    """What there is of the model's feedback at one moment.

    Attributes
    ----------
    kept : str
        Whole sentences that have passed every check; they only grow.
    draft : str
        The sentence that follows, as far as it is written in whole clauses and passes what can be
        checked of them. It grows, and then is kept or taken back.
    """

    kept: str = ""
    draft: str = ""
