"""What a benchmark says: rows with figures, a goal and whether it is held, as table or JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any, Literal, Self

SHARE_HELD = 0.95
"""The share of samples that lie below what a row calls p95."""


@dataclass(frozen=True)
class Figure:
    """Samples of one quantity, told in three numbers; all in the row's unit."""

    median: float
    least: float
    p95: float
    samples: int

    @classmethod
    def of(cls, samples: Sequence[float]) -> Self:
        """Return what some samples come to; there must be at least one."""
        ordered = sorted(samples)
        # The nearest rank: a p95 that was really measured, the greatest of up to 20 samples.
        rank = min(len(ordered) - 1, int(SHARE_HELD * len(ordered)))
        return cls(median(ordered), ordered[0], ordered[rank], len(ordered))

    @classmethod
    def exactly(cls, value: float) -> Self:
        """Return a quantity that is known from one look, such as a size."""
        return cls(value, value, value, 1)


@dataclass(frozen=True)
class Goal:
    """What a row should come to.

    Attributes
    ----------
    bound : float
        The last number that still holds.
    of : str
        What is compared with it: the ratio, or one of the numbers of what was measured.
    side : str
        Whether it is to be at most or at least the bound.
    """

    bound: float
    of: Literal["ratio", "median", "p95"] = "median"
    side: Literal["most", "least"] = "most"

    def is_held_by(self, measured: Figure, ratio: float | None) -> bool | None:
        """Tell whether this is reached; None where there is nothing to compare with."""
        value = ratio if self.of == "ratio" else getattr(measured, self.of)
        if value is None:
            return None
        return bool(value <= self.bound if self.side == "most" else value >= self.bound)

    def text(self, unit: str) -> str:
        """Return the goal in a few signs, such as "≤ 5 ms"."""
        sign = "≤" if self.side == "most" else "≥"
        kind = {"ratio": "×", "median": unit, "p95": f"{unit} (p95)"}[self.of]
        return f"{sign} {self.bound:g} {kind}".rstrip()


@dataclass(frozen=True)
class Row:
    """One quantity, measured here and perhaps against something else in the same run.

    Attributes
    ----------
    name : str
        The benchmark, and after it, with dots, which of its quantities: "log.undo.10000".
    what : str
        The same in words.
    unit : str
        Of every figure; empty for a count.
    measured : Figure or None
        Ours; None where it could not be measured, and ``note`` says why.
    against : Figure or None
        Theirs, in the same run; None where there is nothing to compare with.
    rival : str
        Whose ``against`` is.
    goal : Goal or None
        None for a row that only tells how a quantity grows.
    note : str
        What else must be known to read the row, or why something was not measured.
    """

    name: str
    what: str
    unit: str
    measured: Figure | None
    against: Figure | None = None
    rival: str = ""
    goal: Goal | None = None
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """Our median over theirs; None without the one or the other."""
        if self.measured is None or self.against is None or self.against.median == 0:
            return None
        return self.measured.median / self.against.median

    @property
    def held(self) -> bool | None:
        """Whether the goal is reached; None without a goal, or without what it compares."""
        if self.goal is None or self.measured is None:
            return None
        return self.goal.is_held_by(self.measured, self.ratio)

    def as_json(self) -> dict[str, Any]:
        """Return everything for one line of JSON."""
        return {
            "name": self.name,
            "what": self.what,
            "unit": self.unit,
            "measured": asdict(self.measured) if self.measured is not None else None,
            "against": asdict(self.against) if self.against is not None else None,
            "rival": self.rival or None,
            "ratio": self.ratio,
            "goal": self.goal.text(self.unit) if self.goal is not None else None,
            "held": self.held,
            "note": self.note or None,
        }


_HEADINGS = ("name", "what", "median", "min", "p95", "against", "ratio", "goal", "held")
_NUMBERS = {"median", "min", "p95", "against", "ratio"}


def as_table(rows: Iterable[Row]) -> str:
    """Return rows as a table for a terminal, with their notes below it."""
    rows = list(rows)
    cells = [_HEADINGS, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(_HEADINGS))]
    lines = ["  ".join(_aligned(line, widths)).rstrip() for line in cells]
    notes: dict[str, list[str]] = {}
    for row in rows:
        if row.note:
            notes.setdefault(row.note, []).append(row.name)
    lines += [f"{', '.join(names)}: {note}" for note, names in notes.items()]
    return "\n".join(lines)


def _cells(row: Row) -> tuple[str, ...]:
    figure = row.measured
    ours = ("–", "", "")
    if figure is not None:
        ours = (
            number_text(figure.median, row.unit),
            number_text(figure.least),
            number_text(figure.p95),
        )
    theirs = ""
    if row.against is not None:
        theirs = f"{row.rival} {number_text(row.against.median, row.unit)}".strip()
    elif row.rival:
        theirs = f"{row.rival} –"
    return (
        row.name,
        row.what,
        *ours,
        theirs,
        "" if row.ratio is None else f"{number_text(row.ratio)} ×",
        "" if row.goal is None else row.goal.text(row.unit),
        {None: "–" if row.goal else "", True: "yes", False: "NO"}[row.held],
    )


def number_text(value: float, unit: str = "") -> str:
    """Return a number with three digits that tell something, or all of a large one."""
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    return f"{value:,.{digits}f} {unit}".rstrip()


def _aligned(line: Sequence[str], widths: Sequence[int]) -> list[str]:
    return [
        cell.rjust(width) if heading in _NUMBERS else cell.ljust(width)
        for cell, width, heading in zip(line, widths, _HEADINGS, strict=True)
    ]
