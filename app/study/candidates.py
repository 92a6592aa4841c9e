"""Questions that a model worded: every one is kept, and those that no check refused are asked."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from app.study.serial import dump_texts, load_texts
from app.study.store import Row, Store

_IS_FLAGGED = """
    EXISTS (SELECT 1 FROM flag WHERE question_id = candidate.question
        AND NOT EXISTS (SELECT 1 FROM undone WHERE target = flag.id))
"""
_TIMES_ASKED = """
    (SELECT count(*) FROM answer WHERE question_id = candidate.question
        AND NOT EXISTS (SELECT 1 FROM undone WHERE target = answer.id))
"""


@dataclass(frozen=True)
class WordedQuestion:
    """A question that a model worded, and what became of it.

    Attributes
    ----------
    angle : str
        From which side it comes at its key point.
    options : tuple of str
        The right one first; empty for a question with a short answer.
    seconds : float
        That writing and checking it took.
    refused_by, reason : str or None
        The check that refused it and why; None for one that is asked.
    """

    transition: str
    key_point: str
    angle: str
    text: str
    options: tuple[str, ...]
    model: str
    prompt_version: str
    seconds: float
    refused_by: str | None = None
    reason: str | None = None


@dataclass(frozen=True)
class KeptQuestion:
    """A worded question as the log has it.

    Attributes
    ----------
    id : str
        Of the question; empty for one that was refused.
    times_asked : int
        Undone answers do not count.
    """

    id: str
    worded: WordedQuestion
    times_asked: int
    is_flagged: bool

    @property
    def is_fresh(self) -> bool:
        """Whether it is ready to be asked and was not yet."""
        return self.worded.refused_by is None and not self.is_flagged and not self.times_asked


class Candidates(Store):
    """Keeping and reading back what a model worded."""

    def add_worded(self, worded: WordedQuestion) -> str:
        """Keep a question that a model worded, asked or not; return the new question's id.

        The id is empty for one that was refused.
        """
        with self._writing() as tx:
            question = ""
            if worded.refused_by is None:
                question = tx.add(
                    "question",
                    transition=worded.transition,
                    key_point=worded.key_point,
                    text=worded.text,
                    model=worded.model,
                    prompt_version=worded.prompt_version,
                )
            tx.add(
                "candidate",
                transition=worded.transition,
                key_point=worded.key_point,
                angle=worded.angle,
                text=worded.text,
                options=dump_texts(worded.options),
                model=worded.model,
                prompt_version=worded.prompt_version,
                seconds=worded.seconds if math.isfinite(worded.seconds) else 0.0,
                refused_by=worded.refused_by,
                reason=worded.reason,
                question=question or None,
            )
            return question

    def worded(self, transition: str, key_points: Sequence[str]) -> dict[str, list[KeptQuestion]]:
        """Return all that models worded for some key points, oldest first, refused ones too."""
        statement = f"""
            SELECT candidate.*, {_IS_FLAGGED} AS is_flagged, {_TIMES_ASKED} AS times_asked
            FROM candidate WHERE transition = ? AND key_point = ? ORDER BY id
        """
        with self._reading():
            return {
                point: [_kept(row) for row in self._rows(statement, transition, point)]
                for point in key_points
            }


def _kept(row: Row) -> KeptQuestion:
    return KeptQuestion(
        id=row["question"] or "",
        worded=WordedQuestion(
            transition=row["transition"],
            key_point=row["key_point"],
            angle=row["angle"],
            text=row["text"],
            options=load_texts(row["options"]),
            model=row["model"],
            prompt_version=row["prompt_version"],
            seconds=row["seconds"],
            refused_by=row["refused_by"],
            reason=row["reason"],
        ),
        times_asked=row["times_asked"],
        is_flagged=bool(row["is_flagged"]),
    )
