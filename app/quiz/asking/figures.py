"""What a measurement of the model as a writer of questions came to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from app.quiz.asking.likeness import DUPLICATE, Likeness, Nearest
from app.quiz.asking.made import Made
from app.quiz.asking.types import Angle

MOST_SHOWN = 10
"""How many of the most alike pairs are told, for people to look at."""


@dataclass(frozen=True)
class Yield:
    """What came of some candidates; ``seconds`` is the time of writing and checking them."""

    candidates: int
    accepted: int
    seconds: float

    @property
    def seconds_each(self) -> float | None:
        """Seconds per accepted question; None where none was accepted."""
        return self.seconds / self.accepted if self.accepted else None


@dataclass(frozen=True)
class QuestionFigures:
    """What the model wrote, and what the checks let through.

    Attributes
    ----------
    model, prompts : tuple of str
        What wrote, with which prompts.
    refused : mapping
        By check, how many candidates it refused.
    per_angle : mapping
        The same as ``all`` by angle.
    nearest : tuple of Nearest
        For each accepted question what it is most like of the bank and what came before it, the
        most alike first.
    """

    model: tuple[str, ...]
    prompts: tuple[str, ...]
    all: Yield
    refused: Mapping[str, int]
    per_angle: Mapping[Angle, Yield]
    nearest: tuple[Nearest, ...]

    @property
    def duplicates(self) -> int:
        """How many accepted questions repeat one of the bank or one accepted before."""
        return sum(each.cosine >= DUPLICATE for each in self.nearest)

    @property
    def share_of_duplicates(self) -> float | None:
        """The same as a share of the accepted questions; None where none was accepted."""
        return self.duplicates / self.all.accepted if self.all.accepted else None

    def as_json(self) -> dict[str, Any]:
        """Return the figures as JSON has them."""
        return {
            "models": list(self.model),
            "prompts": list(self.prompts),
            **_as_json(self.all),
            "refused": dict(self.refused),
            "near_duplicates": self.duplicates,
            "near_duplicates_share": self.share_of_duplicates,
            "near_duplicate_from": DUPLICATE,
            "most_alike": [asdict(each) for each in self.nearest[:MOST_SHOWN]],
            "angles": {angle.value: _as_json(each) for angle, each in self.per_angle.items()},
        }

    def as_text(self) -> str:
        """Return the figures for people."""
        lines = [
            f"{', '.join(self.model)} with {', '.join(self.prompts)}: "
            f"{self.all.candidates} candidates, {self.all.accepted} accepted, {_pace(self.all)}"
        ]
        lines += [f"  {count:4} refused: {name}" for name, count in self.refused.items()]
        lines += [
            f"  {angle.value:10} {each.accepted} of {each.candidates} accepted, {_pace(each)}"
            for angle, each in self.per_angle.items()
        ]
        if self.share_of_duplicates is not None:
            lines.append(
                f"{self.duplicates} near-duplicates among what would be shown "
                f"({self.share_of_duplicates:.1%}; cosine of letter runs from {DUPLICATE})"
            )
        return "\n".join(lines)


def question_figures(made: Sequence[Made], bank: Sequence[str]) -> QuestionFigures:
    """Count what was made; ``bank`` are the questions that existed before."""
    accepted = [each.candidate.text for each in made if each.accepted]
    nearest = Likeness(bank).nearest(accepted, bank)
    angles = {each.candidate.angle for each in made}
    return QuestionFigures(
        model=tuple(dict.fromkeys(each.candidate.model for each in made)),
        prompts=tuple(dict.fromkeys(each.candidate.prompt for each in made)),
        all=_yield(made),
        refused=dict(Counter(each.check for each in made if not each.accepted).most_common()),
        per_angle={
            angle: _yield([each for each in made if each.candidate.angle is angle])
            for angle in Angle
            if angle in angles
        },
        nearest=tuple(sorted(nearest, key=lambda each: -each.cosine)),
    )


def _yield(made: Sequence[Made]) -> Yield:
    return Yield(
        candidates=len(made),
        accepted=sum(each.accepted for each in made),
        seconds=sum(each.seconds for each in made),
    )


def _as_json(each: Yield) -> dict[str, Any]:
    return {**asdict(each), "seconds_per_accepted": each.seconds_each}


def _pace(each: Yield) -> str:
    seconds = each.seconds_each
    return f"{seconds:.1f} s each" if seconds is not None else f"{each.seconds:.0f} s"
