"""Words whose opposite makes a claim wrong, and numbers in words with others like them."""

from __future__ import annotations

import re

# Words whose opposite makes a claim wrong, whatever it is about. "Input" and "output" and the like
# are no such pair: what holds of one often holds of the other.
_PAIRS = """
    increases/decreases increase/decrease increased/decreased increasing/decreasing
    raises/lowers raised/lowered rises/falls rose/fell grows/shrinks grew/shrank
    improves/worsens improve/worsen improved/worsened improving/worsening
    higher/lower highest/lowest more/less most/least larger/smaller largest/smallest
    faster/slower fastest/slowest better/worse best/worst longer/shorter longest/shortest
    cheaper/costlier stronger/weaker easier/harder earlier/later deeper/shallower wider/narrower
    newer/older newest/oldest maximum/minimum at_least/at_most above/below before/after
    inside/outside always/never required/optional enabled/disabled allowed/forbidden
    allows/prevents allow/prevent added/removed adds/removes supported/unsupported
    static/dynamic local/remote linear/quadratic linearly/quadratically
    synchronous/asynchronous internal/external public/private encrypted/unencrypted
    sparse/dense positive/negative ascending/descending explicit/implicit explicitly/implicitly
    manual/automatic manually/automatically lossless/lossy exact/approximate
    case-sensitive/case-insensitive absolute/relative temporary/permanent accepted/rejected
    accepts/rejects succeeds/fails mutable/immutable sorted/unsorted
    succeeded/failed identical/different
""".split()  # noqa: SIM905 - a list of words is read as a text
_ONE_WAY_PAIRS = """
    reduces/increases reduce/increase reduced/increased reducing/increasing greater/smaller
    bigger/smaller fewer/more added_to/removed_from removed_from/added_to
    enables/prevents enable/prevent mandatory/optional must/need_not should/need_not
    shall/need_not without/with because_of/in_spite_of recommended/discouraged fast/slow
    slow/fast high/low all/only_some first/last binary/textual
    deprecated/recommended removed/kept renamed/removed
""".split()  # noqa: SIM905

OPPOSITE: dict[str, str] = {}
for _pair in _PAIRS:
    _one, _other = (_side.replace("_", " ") for _side in _pair.split("/"))
    OPPOSITE.setdefault(_one, _other)
    OPPOSITE.setdefault(_other, _one)
for _pair in _ONE_WAY_PAIRS:
    _one, _other = (_side.replace("_", " ") for _side in _pair.split("/"))
    OPPOSITE.setdefault(_one, _other)
TURNED = re.compile(
    rf"(?<![\w-])(?:{'|'.join(sorted(map(re.escape, OPPOSITE), key=len, reverse=True))})(?![\w-])",
    re.IGNORECASE,
)

# A noun in the plural or "of" behind it: "most nodes", "most of it"; else "the most exact".
MOST_OF = re.compile(r" (?:of\b|[a-z-]+[^\Ws]s\b)")
# "Allows nodes to leave" becomes "forbids nodes to leave": nobody prevents somebody to do a thing.
TO_DO = re.compile(r"(?: [\w’'-]+){1,6}? to [a-z]+\b")
FORBIDDING = {"allows": "forbids", "allow": "forbid"}
NO_SUCH_VERB = frozenset(["enables", "enable", "enabling"])
"""What has no opposite that is followed by "to" and a verb."""

_COUNTS = "two three four five six seven eight nine ten twelve twenty".split()  # noqa: SIM905
NUMBER_WORDS: dict[str, tuple[str, ...]] = {
    word: (
        _COUNTS[at + 1] if at + 1 < len(_COUNTS) else "thirty",
        _COUNTS[at - 1] if at else "four",
    )
    for at, word in enumerate(_COUNTS)
} | {
    "twice": ("three times", "half"),
    "hundred": ("thousand",),
    "thousand": ("hundred", "million"),
    "million": ("thousand", "billion"),
    "billion": ("million",),
}
"""Numbers in words, each with some that might well be right."""

_KINDS = r"available|used|allowed|supported|needed"
_NO_MATTER = r"(?! necessary| possible| needed)"
OTHER_CASES = tuple(
    (re.compile(pattern), wrong)
    for pattern, wrong in (
        (r"\bonly (?:after|once)\b", "even before"),
        (r"\bonly (if|when)\b", r"even \1"),
        (rf"\b(is|are) only ({_KINDS}) for\b", r"\1 \2 for all but"),
        (rf"\b(is|are) only ({_KINDS}) (on|in)\b", r"\1 \2 everywhere but \3"),
        (r"\b(?i:unless)\b", "if"),
        (rf"^(?:If|When|Once)\b{_NO_MATTER}", "unless"),
        (rf"(?<!\bonly)(?<!\beven)(?<!\bas)(?<!\bwhat) (?:if|when)\b{_NO_MATTER}", " unless"),
    )
)
"""Words that tell when something holds, with words that say it of the other cases; the first one
that is found counts."""
