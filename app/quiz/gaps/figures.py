"""Whether a figure that somebody typed is the one that was left out: value, sign and unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from app.quiz.gaps.gap import Fit, Gap

NEAR = Decimal("0.1")
"""Share of the right value within which a wrong one is said to be close."""
LONGEST = 40
"""Characters of a figure with its unit; whatever is longer is no figure."""

_FIGURE = re.compile(r"([+-]?)\s*(\d[\d.,' ]*|[.,]\d+)\s*(.*)", re.DOTALL)
_ABOUT = re.compile(r"^(?:about|around|roughly|approximately|approx\.?|ca\.?|circa|some|[~≈=])\s*")
_CURRENCY = re.compile(r"^(?:usd|eur|gbp|[$€£])\s*")
_THOUSANDS = re.compile(r"\d{1,3}(?:[,' ]\d{3})+(?:\.\d+)?")
_POINTS = re.compile(r"[+-]?\d{1,3}\.\d{3}")
_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905 - as above
_WORDS = {
    **{word: number for number, word in enumerate(_SMALL)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
    **{
        f"{tens}-{one}": 10 * number + digit
        for number, tens in enumerate(_TENS, 2)
        for digit, one in enumerate(_SMALL[1:10], 1)
    },
}
_FACTORS = {
    "hundred": Decimal(100),
    **dict.fromkeys(("k", "thousand"), Decimal(10**3)),
    **dict.fromkeys(("m", "million"), Decimal(10**6)),
    **dict.fromkeys(("b", "bn", "billion"), Decimal(10**9)),
}
_UNITS = (
    ("%", "percent", "per cent", "pct"),
    ("s", "sec", "second"),
    ("ms", "millisecond"),
    ("min", "minute"),
    ("h", "hour"),
    ("bit",),
    ("byte",),
    ("kb",),
    ("mb",),
    ("gb",),
    ("tb",),
    ("kib",),
    ("mib",),
    ("gib",),
    ("token",),
    ("point",),
    ("times", "x", "×", "fold"),
)
_UNIT_OF = {name: names[0] for names in _UNITS for name in names}


@dataclass(frozen=True)
class Figure:
    """A number with what was said to be its unit, if that is a unit that we know."""

    value: Decimal
    unit: str = ""


def read_figure(text: str) -> Figure | None:
    """Read a figure as people type it, as in "1,500", "1.5k", "4,5", "two hundred" or "-3 %".

    None where there is no figure, or more than one: a range, a fraction or a power is no figure.
    """
    plain = text.strip().lower().replace("−", "-").replace("–", "-").replace("\u00a0", " ")
    plain = _CURRENCY.sub("", _ABOUT.sub("", plain[:LONGEST])).strip()
    head, _, rest = plain.partition(" ")
    value: Decimal | None = None
    if head in _WORDS:
        value = Decimal(_WORDS[head])
    elif match := _FIGURE.fullmatch(plain):
        sign, digits, rest = match.groups()
        value = _value(digits.strip())
        if value is not None and sign == "-":
            value = -value
    if value is None:
        return None
    words = [word.strip(".,") for word in rest.split()]
    while words and words[0] in _FACTORS:
        value *= _FACTORS[words.pop(0)]
    if any(word in _WORDS or any(map(str.isnumeric, word)) for word in words):
        return None
    return Figure(value, _unit(" ".join(words)))


def is_unit(word: str) -> bool:
    """Tell whether a word is a unit that we know."""
    return bool(_unit(word))


def judge_figure(gap: Gap, typed: str) -> Fit:
    """Return how a typed figure fits; nothing but the same value with the same sign is right."""
    wanted, given = read_figure(gap.text), read_figure(typed)
    if wanted is None or given is None:
        return Fit.WRONG
    unit = _unit(gap.unit)
    value = wanted.value
    if factor := _FACTORS.get(gap.unit.lower()):
        # "Million" stands behind the gap, and may be typed along with the figure or not.
        value = min(value, value * factor, key=lambda each: abs(abs(given.value) - abs(each)))
    if given.value == value:
        # What stands behind a "million" is not known here, so that nothing there is wrong.
        is_right = factor or given.unit in ("", unit)
        return Fit.EXACT if is_right else Fit.UNIT
    if given.value == -value:
        return Fit.SIGN
    # "0.9" says of ninety per cent what "90" would say, in another notation.
    if unit == "%" and not given.unit and given.value * 100 == value:
        return Fit.UNIT
    # Some languages have a point between thousands; nobody means three when asked for 3,000.
    if _POINTS.fullmatch(typed.strip()) and given.value * 1000 == value:
        return Fit.EXACT
    is_near = abs(given.value - value) <= NEAR * abs(value)
    return Fit.NEAR if is_near else Fit.WRONG


def _value(digits: str) -> Decimal | None:
    digits = digits.rstrip(".,' ")
    if _THOUSANDS.fullmatch(digits):
        digits = re.sub("[,' ]", "", digits)
    elif digits.count(",") == 1 and "." not in digits:
        digits = digits.replace(",", ".")
    try:
        return Decimal(digits)
    except InvalidOperation:
        return None


def _unit(text: str) -> str:
    """Return the unit that a text begins with; nothing where it is none that we know."""
    lowered = text.strip().lower()
    if lowered.startswith("per cent"):
        return "%"
    first = lowered.split(" ")[0].strip(".,") if lowered else ""
    return _UNIT_OF.get(first) or _UNIT_OF.get(first.removesuffix("s"), "")
