"""What reviewers said of the questions of a sheet, and how far two of them agree."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from app.quiz.asking.sheet import KEY_FORMAT
from app.study.calibration import wilson
from app.study.records import Origin

MARKS_FORMAT = "segue-review/1"


class ReviewError(ValueError):
    """A file of marks or a key cannot be used; the text says which, where and why."""


@dataclass(frozen=True)
class Keyed:
    """One question of a sheet, as its key has it."""

    origin: Origin
    criteria: tuple[str, ...]


@dataclass(frozen=True)
class Key:
    """Which question of a sheet is whose."""

    sheet: str
    questions: Mapping[str, Keyed]


@dataclass(frozen=True)
class Review:
    """What one reviewer said: for each question judged, which criteria it does not meet."""

    reviewer: str
    lacking: Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Share:
    """How many questions meet all criteria, with the 95 % Wilson interval of their share."""

    met: int
    judged: int
    low: float
    high: float

    @property
    def value(self) -> float:
        """The share in [0, 1]; NaN of nothing."""
        return self.met / self.judged if self.judged else float("nan")


@dataclass(frozen=True)
class ReviewFigures:
    """What one reviewer found, or several together: then all of them have to find it good.

    Attributes
    ----------
    open : int
        Questions of the sheet that were not judged.
    lacking : mapping
        For each origin, how many questions do not meet a criterion.
    """

    reviewers: tuple[str, ...]
    model: Share
    authored: Share
    open: int
    lacking: Mapping[Origin, Mapping[str, int]]


@dataclass(frozen=True)
class Agreement:
    """How far two reviewers agree on which questions meet all criteria.

    ``kappa`` is Cohen's; None where it is not defined, as neither ever said anything else.
    """

    reviewers: tuple[str, str]
    judged: int
    share: float
    kappa: float | None


def load_key(path: Path) -> Key:
    """Load the key of a sheet.

    Raises
    ------
    ReviewError
        The file is no key.
    OSError
        The file cannot be read.
    """
    data = _loaded(path, KEY_FORMAT, "the key of a sheet")
    try:
        questions = {
            number: Keyed(Origin(row["origin"]), tuple(row["criteria"]))
            for number, row in data["questions"].items()
        }
        return Key(data["sheet"], questions)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ReviewError(f"{path}: the key is damaged ({error!r})") from error


def load_review(path: Path, key: Key) -> Review:
    """Load what a reviewer saved.

    Raises
    ------
    ReviewError
        The file holds no marks, or marks for another sheet.
    OSError
        The file cannot be read.
    """
    data = _loaded(path, MARKS_FORMAT, "marks saved by a sheet")
    if data.get("sheet") != key.sheet:
        raise ReviewError(
            f"{path}: these marks are for sheet {data.get('sheet')}, the key is for {key.sheet}"
        )
    lacking = {}
    try:
        for number, row in data["marks"].items():
            if number not in key.questions:
                raise ReviewError(f"{path}: the sheet has no question {number}")
            if row["judged"]:
                lacking[number] = frozenset(key.questions[number].criteria) - frozenset(row["met"])
        return Review(str(data["reviewer"]), lacking)
    except (AttributeError, KeyError, TypeError) as error:
        raise ReviewError(f"{path}: the marks are damaged ({error!r})") from error


def figures(reviews: Sequence[Review], key: Key) -> ReviewFigures:
    """Return what reviewers found; of several, on the questions that all of them judged."""
    shared = frozenset.intersection(*(frozenset(each.lacking) for each in reviews))
    lacking = {
        number: frozenset[str]().union(*(each.lacking[number] for each in reviews))
        for number in shared
    }
    by_origin = {
        origin: [
            found for number, found in lacking.items() if key.questions[number].origin is origin
        ]
        for origin in Origin
    }
    return ReviewFigures(
        reviewers=tuple(each.reviewer for each in reviews),
        model=_share(by_origin[Origin.MODEL]),
        authored=_share(by_origin[Origin.AUTHORED]),
        open=len(key.questions) - len(shared),
        lacking={
            origin: dict(Counter(each for one in found for each in one).most_common())
            for origin, found in by_origin.items()
        },
    )


def agreements(reviews: Sequence[Review]) -> list[Agreement]:
    """Return how far each two of the reviewers agree, on what both judged."""
    return [_agreement(one, other) for one, other in combinations(reviews, 2)]


def as_json(found: Sequence[ReviewFigures], agreed: Sequence[Agreement]) -> dict[str, Any]:
    """Return figures and agreements as JSON has them."""
    rows = [
        {
            **asdict(each),
            "model": {**asdict(each.model), "share": _number(each.model.value)},
            "authored": {**asdict(each.authored), "share": _number(each.authored.value)},
        }
        for each in found
    ]
    return {"reviews": rows, "agreement": [asdict(each) for each in agreed]}


def as_text(found: Sequence[ReviewFigures], agreed: Sequence[Agreement]) -> str:
    """Return figures and agreements, for people."""
    lines = []
    for each in found:
        lines.append(f"{' and '.join(each.reviewers)}: all criteria met by")
        for name, share in (("model-written", each.model), ("authored", each.authored)):
            if share.judged:
                lines.append(
                    f"  {name:14} {share.met} of {share.judged}, {share.value:.1%} "
                    f"[{share.low:.1%}, {share.high:.1%}]"
                )
            else:
                lines.append(f"  {name:14} none judged")
        for origin, counts in each.lacking.items():
            told = ", ".join(f"{name} {count}" for name, count in counts.items())
            if told:
                lines.append(f"  not met ({origin.value}): {told}")
        if each.open:
            lines.append(f"  {each.open} questions are not judged and not counted")
    for one in agreed:
        kappa = "not defined" if one.kappa is None else f"{one.kappa:.2f}"
        lines.append(
            f"{one.reviewers[0]} and {one.reviewers[1]} agree on {one.share:.1%} of "
            f"{one.judged} questions; Cohen's kappa {kappa}"
        )
    return "\n".join(lines)


def _agreement(one: Review, other: Review) -> Agreement:
    from sklearn.metrics import cohen_kappa_score  # noqa: PLC0415 - slow to import

    shared = sorted(set(one.lacking) & set(other.lacking))
    mine = [not one.lacking[number] for number in shared]
    theirs = [not other.lacking[number] for number in shared]
    same = sum(a == b for a, b in zip(mine, theirs, strict=True))
    defined = len({*mine, *theirs}) > 1
    return Agreement(
        reviewers=(one.reviewer, other.reviewer),
        judged=len(shared),
        share=same / len(shared) if shared else float("nan"),
        kappa=float(cohen_kappa_score(mine, theirs)) if defined else None,
    )


def _share(lacking: Sequence[frozenset[str]]) -> Share:
    met = sum(not each for each in lacking)
    if not lacking:
        return Share(0, 0, float("nan"), float("nan"))
    return Share(met, len(lacking), *wilson(met, len(lacking)))


def _loaded(path: Path, wanted: str, what: str) -> dict[str, Any]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise ReviewError(f"{path}: not UTF-8 text, so not {what}") from error
    except json.JSONDecodeError as error:
        raise ReviewError(f"{path}, line {error.lineno}: not JSON ({error.msg})") from error
    if not isinstance(data, dict) or data.get("format") != wanted:
        raise ReviewError(f"{path}: this is not {what} (its `format` is not {wanted})")
    return data


def _number(value: float) -> float | None:
    return None if value != value else value  # noqa: PLR0124 - NaN, which JSON has not
