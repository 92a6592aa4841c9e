"""What reviewers saved is read, counted with an interval, and compared."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from app.quiz.asking.review import (
    ReviewError,
    agreements,
    as_json,
    as_text,
    figures,
    load_key,
    load_review,
)
from app.study.records import Origin

ALL = ("one", "alone", "true")


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    """Questions 1–6 are the model's, 7–10 authored."""
    rows = {
        str(number): {"origin": "model" if number <= 6 else "authored", "criteria": ALL}
        for number in range(1, 11)
    }
    return written(
        tmp_path / "key.json", {"format": "segue-review-key/1", "sheet": "abc", "questions": rows}
    )


def written(path: Path, data: Mapping[str, Any]) -> Path:
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def marks_file(path: Path, reviewer: str, faulty: Mapping[int, str], judged: int = 10) -> Path:
    """Everything is met but what is named faulty, of the first questions judged."""
    marks = {
        str(number): {
            "judged": number <= judged,
            "met": [each for each in ALL if each != faulty.get(number)],
            "note": "",
        }
        for number in range(1, 11)
    }
    data = {"format": "segue-review/1", "sheet": "abc", "reviewer": reviewer, "marks": marks}
    return written(path, data)


def test_the_share_with_all_criteria_met_is_told_by_origin(key_file: Path, tmp_path: Path) -> None:
    key = load_key(key_file)
    review = load_review(marks_file(tmp_path / "a.json", "A", {2: "true", 9: "one"}), key)
    found = figures([review], key)
    assert (found.model.met, found.model.judged) == (5, 6)
    assert (found.authored.met, found.authored.judged) == (3, 4)
    # Wilson: (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n).
    z, n, p = 1.959964, 6, 5 / 6
    middle, half = p + z * z / (2 * n), z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    assert found.model.low == pytest.approx((middle - half) / (1 + z * z / n), abs=1e-4)
    assert found.model.high == pytest.approx((middle + half) / (1 + z * z / n), abs=1e-4)
    assert found.lacking == {Origin.MODEL: {"true": 1}, Origin.AUTHORED: {"one": 1}}
    assert "5 of 6, 83.3%" in as_text([found], [])


def test_only_judged_questions_count(key_file: Path, tmp_path: Path) -> None:
    key = load_key(key_file)
    review = load_review(marks_file(tmp_path / "a.json", "A", {1: "one"}, judged=3), key)
    found = figures([review], key)
    assert (found.model.met, found.model.judged, found.authored.judged) == (2, 3, 0)
    assert found.open == 7
    assert "7 questions are not judged" in as_text([found], [])
    assert as_json([found], [])["reviews"][0]["authored"]["share"] is None


def test_two_reviewers_are_compared(key_file: Path, tmp_path: Path) -> None:
    key = load_key(key_file)
    one = load_review(marks_file(tmp_path / "a.json", "A", {1: "one", 2: "one"}), key)
    other = load_review(marks_file(tmp_path / "b.json", "B", {1: "true", 9: "one"}, judged=9), key)
    (agreed,) = agreements([one, other])
    # Both judged 1–9: agree on 1 (faulty) and on 3–8 (good), not on 2 and 9.
    assert agreed.judged == 9
    assert agreed.share == pytest.approx(7 / 9)
    chance = (7 / 9) ** 2 + (2 / 9) ** 2
    assert agreed.kappa == pytest.approx((7 / 9 - chance) / (1 - chance))
    both = figures([one, other], key)
    assert (both.model.met, both.model.judged) == (4, 6)
    assert both.reviewers == ("A", "B")
    assert "A and B agree on 77.8% of 9 questions" in as_text([both], [agreed])


def test_kappa_is_not_defined_where_nobody_found_a_fault(key_file: Path, tmp_path: Path) -> None:
    key = load_key(key_file)
    reviews = [load_review(marks_file(tmp_path / f"{name}.json", name, {}), key) for name in "AB"]
    (agreed,) = agreements(reviews)
    assert agreed.share == 1
    assert agreed.kappa is None
    assert "not defined" in as_text([], [agreed])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{\n"format": "segue-review/1",,}', r"marks.json, line 2: not JSON"),
        ('{"format": "segue-review-key/1"}', "not marks saved by a sheet"),
        ("[]", "not marks saved by a sheet"),
        ('{"format": "segue-review/1", "sheet": "other"}', "for sheet other, the key is for abc"),
        ('{"format": "segue-review/1", "sheet": "abc", "reviewer": "A"}', "damaged"),
        (
            '{"format": "segue-review/1", "sheet": "abc", "reviewer": "A", "marks": {"77": {}}}',
            "has no question 77",
        ),
    ],
)
def test_what_is_wrong_with_marks_is_told(
    key_file: Path, tmp_path: Path, text: str, told: str
) -> None:
    path = tmp_path / "marks.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReviewError, match=told):
        load_review(path, load_key(key_file))


def test_what_is_wrong_with_a_key_is_told(tmp_path: Path) -> None:
    path = written(tmp_path / "key.json", {"format": "segue-review-key/1", "sheet": "abc"})
    with pytest.raises(ReviewError, match=r"key.json: the key is damaged"):
        load_key(path)
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(ReviewError, match="not UTF-8"):
        load_key(path)
