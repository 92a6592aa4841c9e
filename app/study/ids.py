"""Ids that sort in the order of creation and are unique across machines."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime

_RANDOM_BITS = 80
_STEP_BITS = 64

# Written here, because `ulid` takes six times as long and each row of the log has an id. A ULID is
# a number of 128 bits in 26 digits of five bits each, without the letters I, L, O and U.
_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_TWO_DIGITS = tuple(high + low for high in _DIGITS for low in _DIGITS)
_SHIFTS = range(120, -1, -10)
_PYTHON_DIGITS = str.maketrans(_DIGITS, "0123456789abcdefghijklmnopqrstuv")


def next_id(
    now: datetime, last: str | None, random_bits: Callable[[int], int] = secrets.randbits
) -> str:
    """Return a ULID for this moment that sorts after the last one.

    Within one millisecond, and when the clock was set back, it steps up from ``last``. The step
    is random: two machines that merged their logs start from the same last id, and must not
    arrive at the same next one.

    Parameters
    ----------
    now : datetime
        An aware time.
    last : str or None
        The greatest id in use.
    random_bits : callable
        Gives a random number of that many bits.
    """
    milliseconds = max(0, int(now.timestamp() * 1000))
    value = (milliseconds << _RANDOM_BITS) | random_bits(_RANDOM_BITS)
    if last is not None:
        previous = int(last.translate(_PYTHON_DIGITS), 32)
        if previous >> _RANDOM_BITS >= milliseconds:
            # A step beyond the random part carries into the milliseconds, which keeps the order.
            value = previous + 1 + random_bits(_STEP_BITS)
    return "".join([_TWO_DIGITS[value >> shift & 1023] for shift in _SHIFTS])
