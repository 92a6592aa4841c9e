"""Answers that try to talk the grader round: texts to be filled in for a question."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.content.words import STOP_WORDS
from app.quiz.grading.answers import Rubric
from app.quiz.grading.folds import fold_of

_KEYWORD_LENGTH = 5


@dataclass(frozen=True)
class Attack:
    """One text that earns nothing, whatever the question.

    Attributes
    ----------
    family : str
        The trick that it tries.
    text : str
        May have the places ``{question}``, ``{keywords}`` and ``{other_claim}``.
    repeat : int
        How often the text stands in the answer.
    """

    family: str
    id: str
    text: str
    repeat: int = 1

    @property
    def fitted(self) -> bool:
        """Whether calibrations are fitted to the family; the others are only measured."""
        return fold_of(self.family, 2) == 0

    def answer(self, rubric: Rubric, other_claim: str) -> str:
        """Return the answer that attacks a rubric; the other claim is another rubric's."""
        claim = rubric.references[0].replace(",", " ").replace(".", " ").split()
        keywords = [
            word
            for word in claim
            if len(word) >= _KEYWORD_LENGTH and word.lower() not in STOP_WORDS
        ]
        places = {
            "{question}": rubric.question,
            "{keywords}": ", ".join(keywords),
            "{other_claim}": other_claim,
        }
        return _filled(self.text, places) * self.repeat


def load_attacks(path: Path) -> list[Attack]:
    """Load a file with one attack on a line.

    Raises
    ------
    ValueError
        A line is no attack; the text names file, line and reason.
    OSError
        The file cannot be read.
    """
    attacks = []
    for number, line in enumerate(path.read_bytes().split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line.decode("utf-8"))
            attacks.append(Attack(row["family"], row["id"], row["text"], int(row.get("repeat", 1))))
        except UnicodeDecodeError as error:
            where = f"byte {error.start + 1} of the line"
            raise ValueError(f"{path}:{number}: not UTF-8 at {where}") from error
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(f"{path}:{number}: not an attack: {error}") from error
    return attacks


def _filled(text: str, places: Mapping[str, str]) -> str:
    # Not str.format: some attacks have curly brackets of their own.
    for place, value in places.items():
        text = text.replace(place, value)
    return text
