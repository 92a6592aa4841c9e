"""How long is waited for a model server, and how often it is asked again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Times in seconds; the defaults are for real use, tests make them shorter.

    Attributes
    ----------
    connect
        Until the server has accepted the connection.
    answer
        Until it begins to answer; it may read a long prompt before that.
    stall
        Without a single byte in the middle of an answer.
    pauses
        Between one try and the next; there is one try more than there are pauses.
    longest_pause
        At most so long is waited when the server itself names a time.
    """

    connect: float = 5.0
    answer: float = 60.0
    stall: float = 30.0
    pauses: tuple[float, ...] = (0.5, 2.0)
    longest_pause: float = 10.0
