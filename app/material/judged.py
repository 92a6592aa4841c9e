"""Proposals with what was decided about them; of those on the same words of a file one stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.material.records import Decision, State

_STATES = {Decision.ACCEPT.value: State.ACCEPTED, Decision.REJECT.value: State.REJECTED}


@dataclass(frozen=True)
class Judged:
    """A proposal that stands.

    Attributes
    ----------
    row : mapping
        Of the proposal, with its document and section.
    edited : str or None
        What the learner made of it, as it is kept.
    """

    row: Mapping[str, Any]
    state: State
    edited: str | None


def judge(
    proposals: Sequence[Mapping[str, Any]], decisions: Sequence[Mapping[str, Any]]
) -> Iterator[Judged]:
    """Yield the proposals that stand, in their order.

    Two laptops may have proposed the same words of the same file. What was decided about either
    counts for both; shown is the one that was decided about last, since the learner saw its words.

    Parameters
    ----------
    proposals : sequence of mapping
        The older of two on the same words comes first.
    decisions : sequence of mapping
        Those in effect, the oldest first.
    """
    about: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for decision in decisions:
        about[decision["target"]].append(decision)
    same: defaultdict[tuple[object, ...], list[Mapping[str, Any]]] = defaultdict(list)
    for row in proposals:
        same[row["hash"], row["section"], row["start"], row["end"]].append(row)
    for rows in same.values():
        made = [each for row in rows for each in about.get(row["id"], ())]
        if len(rows) > 1:
            made.sort(key=lambda each: str(each["id"]))
        shown = next((row for row in rows if made and row["id"] == made[-1]["target"]), rows[0])
        kinds = [each["kind"] for each in made if each["kind"] in _STATES]
        edits = [
            each["content"]
            for each in made
            if each["kind"] == Decision.EDIT and each["target"] == shown["id"]
        ]
        state = _STATES[kinds[-1]] if kinds else State.NEW
        yield Judged(shown, state, edits[-1] if edits else None)
