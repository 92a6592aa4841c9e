"""How many planted faults the checks catch, and how many good questions they refuse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Hashable, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from app.quiz.asking.checks import CHECKS, refusal
from app.quiz.asking.made import Made, MadeFile
from app.quiz.asking.mutants import Mutant, Sample
from app.quiz.asking.planting import Fault
from app.quiz.asking.types import Candidate, Check


@dataclass(frozen=True)
class Caught:
    """What became of the mutants of one kind; ``checks`` counts which check refused how many."""

    fault: Fault
    planted: int
    checks: Mapping[str, int]

    @property
    def caught(self) -> int:
        """How many were refused."""
        return sum(self.checks.values())


@dataclass(frozen=True)
class FaultFigures:
    """What the checks are worth.

    Attributes
    ----------
    faults : tuple of Caught
        One for each kind of planted fault.
    good : int
        Authored questions that were checked.
    refused : mapping
        By check, how many of them were refused.
    """

    faults: tuple[Caught, ...]
    good: int
    refused: Mapping[str, int]

    @property
    def share_caught(self) -> float:
        """Share of all planted faults that were caught."""
        planted = sum(each.planted for each in self.faults)
        return sum(each.caught for each in self.faults) / planted if planted else float("nan")

    @property
    def share_refused(self) -> float:
        """Share of the authored questions that were refused."""
        return sum(self.refused.values()) / self.good if self.good else float("nan")

    def as_json(self) -> dict[str, Any]:
        """Return the figures as JSON has them."""
        return {
            "planted": sum(each.planted for each in self.faults),
            "caught": sum(each.caught for each in self.faults),
            "faults": [
                {
                    "fault": each.fault.name.lower(),
                    "says": each.fault.value,
                    "planted": each.planted,
                    "caught": each.caught,
                    "checks": dict(each.checks),
                }
                for each in self.faults
            ],
            "authored": self.good,
            "authored_refused": sum(self.refused.values()),
            "authored_refused_by": dict(self.refused),
        }

    def as_text(self) -> str:
        """Return the figures for people."""
        lines = [
            f"{each.fault.value:40} {each.caught:3} of {each.planted:3}   "
            + ", ".join(f"{name} {count}" for name, count in each.checks.items())
            for each in self.faults
        ]
        told = ", ".join(f"{name} {count}" for name, count in self.refused.items())
        lines.append(
            f"{self.share_caught:.1%} of the planted faults are caught; "
            f"{self.share_refused:.1%} of {self.good} authored questions are refused"
            + (f" ({told})" if told else "")
        )
        return "\n".join(lines)


def fault_figures(
    mutants: Sequence[Mutant],
    samples: Sequence[Sample],
    checks: Sequence[Check] = CHECKS,
    file: MadeFile | None = None,
) -> Generator[int, None, FaultFigures]:
    """Check mutants and authored questions; yield how many are done.

    Parameters
    ----------
    file : MadeFile or None
        Has what was checked before, and takes what is checked now.

    Raises
    ------
    EngineError
        The engine that some checks ask failed or was cancelled.
    OSError
        The file cannot be written.
    """
    before = {_identity(made.candidate): made for made in (file.made if file else ())}
    by_fault: dict[Fault, Counter[str]] = {mutant.fault: Counter() for mutant in mutants}
    good: Counter[str] = Counter()
    for done, mutant in enumerate(mutants, 1):
        by_fault[mutant.fault][_checked(mutant, checks, before, file)] += 1
        yield done
    for done, sample in enumerate(samples, 1):
        good[_checked(sample, checks, before, file)] += 1
        yield len(mutants) + done
    planted = Counter(mutant.fault for mutant in mutants)
    return FaultFigures(
        faults=tuple(
            Caught(fault, planted[fault], _ordered(counts)) for fault, counts in by_fault.items()
        ),
        good=len(samples),
        refused=_ordered(good),
    )


def _checked(
    each: Mutant | Sample,
    checks: Sequence[Check],
    before: Mapping[Hashable, Made],
    file: MadeFile | None,
) -> str:
    """Return the name of the check that refuses a candidate, or nothing."""
    if (known := before.get(_identity(each.candidate))) is not None:
        return known.check
    began = perf_counter()
    refused = refusal(each.candidate, each.context, checks)
    check, reason = (refused.check, refused.reason) if refused is not None else ("", "")
    if file is not None:
        file.add(Made(each.candidate, check, reason, perf_counter() - began))
    return check


def _identity(candidate: Candidate) -> Hashable:
    options = tuple((option.text, option.right) for option in candidate.options)
    return candidate.key_point.id, candidate.text, options


def _ordered(counts: Counter[str]) -> dict[str, int]:
    """Return which check refused how many, the most first."""
    return {check: count for check, count in counts.most_common() if check}
