"""What a chart shows, as plain values without anything that draws."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Shape(Enum):
    """How the points of a series look; every two of them differ without colour."""

    BAR = auto()
    """A filled bar."""
    OUTLINE = auto()
    """A bar of which only the edge is drawn."""
    CIRCLE = auto()
    """A filled circle."""
    DIAMOND = auto()
    """The edge of a diamond."""
    SPAN = auto()
    """A line from the point's low to its high, along the axis of what is measured."""
    DASHED = auto()
    """A dashed line through all points."""


class Towards(Enum):
    """Along which axis the mouse finds the nearest stop."""

    X = auto()
    Y = auto()
    BOTH = auto()


@dataclass(frozen=True)
class Point:
    """One number of a series.

    Attributes
    ----------
    low, high : float or None
        Ends of the interval that it may lie in, along the axis of what is measured.
    base : float
        Where its bar begins.
    """

    x: float
    y: float
    low: float | None = None
    high: float | None = None
    base: float = 0.0


@dataclass(frozen=True)
class Series:
    """Points of one kind; ``colour`` is a name in :class:`ui.theme.tokens.Colours`."""

    name: str
    shape: Shape
    colour: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Stop:
    """A place in the chart where numbers are told, in words that need no picture."""

    x: float
    y: float
    words: str


@dataclass(frozen=True)
class Axis:
    """One axis from ``low`` to ``high`` with the places that are named on it."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    title: str = ""


@dataclass(frozen=True)
class Chart:
    """Everything that one picture shows.

    Attributes
    ----------
    sideways : bool
        Whether what is measured runs along x, so that names stand beside each other at the left.
    towards : Towards
        Along which axis the mouse finds a stop.
    thickness : float
        Of a bar, where 1 leaves no gap.
    """

    x: Axis
    y: Axis
    series: tuple[Series, ...]
    stops: tuple[Stop, ...]
    sideways: bool = False
    towards: Towards = Towards.X
    thickness: float = 0.72
