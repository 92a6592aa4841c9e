"""The gold set: answers as learners type them, judged by the authors for each key point."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from app.content.library import Library
from app.content.types import KeyPoint
from app.study.records import Judgement

Half = Literal["fit", "report"]


@dataclass(frozen=True)
class GoldAnswer:
    """One answer judged for one key point of its question.

    Attributes
    ----------
    kind : str
        What makes the answer hard, e.g. ``low-overlap`` or ``negation``; ``plain`` if nothing.
    reason : str
        Why it was judged so.
    """

    id: str
    question: str
    point: KeyPoint
    answer: str
    judgement: Judgement
    kind: str
    reason: str

    @property
    def half(self) -> Half:
        """The half of the set that the key point belongs to: no key point is in both."""
        digest = hashlib.sha256(self.point.id.encode()).digest()
        return "fit" if digest[0] % 2 == 0 else "report"


def load_gold(folder: Path, library: Library) -> list[GoldAnswer]:
    """Load the answers of every file of a folder named for a transition.

    Raises
    ------
    ValueError
        A line is not what it should be; the text names file, line and reason.
    """
    return [
        answer
        for path in sorted(folder.glob("*.jsonl"))
        # Not splitlines(): U+2028 and its like may stand in a JSON text as they are.
        for number, line in enumerate(path.read_bytes().split(b"\n"), 1)
        if line.strip()
        for answer in _answers(f"{path}:{number}", line, folder.name, library)
    ]


def _answers(where: str, line: bytes, transition: str, library: Library) -> Iterator[GoldAnswer]:
    try:
        row = json.loads(line.decode("utf-8"))
        for point_id in row["key_points"]:
            point = library.key_point(transition, point_id)
            if point is None:
                raise ValueError(f"there is no key point “{point_id}”")
            yield GoldAnswer(
                id=row["id"],
                question=row["question"],
                point=point,
                answer=row["answer"],
                judgement=Judgement(row["judgements"][point_id]),
                kind=row["kind"],
                reason=row["reasons"][point_id],
            )
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{where}: {error}") from error
