"""The gold set is whole: every answer is judged for key points and questions that there are."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from app.content.library import Library
from app.paths import GOLD
from app.quiz.grading.gold import load_gold
from app.study.records import Judgement

TRANSITION = "machine-learning-engineer"


def test_every_question_is_asked_in_these_words(library: Library) -> None:
    asked = {
        text
        for guide in library.guides.values()
        for text in (
            *(question.text for point in guide.key_points for question in point.questions),
            *(scenario.text for scenario in guide.scenarios),
        )
    }
    gold = load_gold(GOLD / TRANSITION, library)
    unknown = {answer.id for answer in gold if answer.question not in asked}
    assert unknown == set()


def test_every_skill_and_every_judgement_is_well_represented(library: Library) -> None:
    gold = load_gold(GOLD / TRANSITION, library)
    skills = Counter(answer.point.skill for answer in gold)
    assert len(skills) == 11
    assert min(skills.values()) >= 50
    assert len({answer.id for answer in gold}) >= 500
    for half in ("fit", "report"):
        counts = Counter(answer.judgement for answer in gold if answer.half == half)
        assert set(counts) == set(Judgement)
        assert min(counts.values()) >= 0.15 * sum(counts.values())


def test_no_key_point_is_in_both_halves(library: Library) -> None:
    gold = load_gold(GOLD / TRANSITION, library)
    fit = {answer.point.id for answer in gold if answer.half == "fit"}
    report = {answer.point.id for answer in gold if answer.half == "report"}
    assert fit.isdisjoint(report)
    assert min(len(fit), len(report)) > 60


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "1"),
        (b'{"id": "a"}', "key_points"),
        (
            b'{"id": "a", "key_points": ["gone"], "question": "q", "answer": "a", "judgements": {},'
            b' "reasons": {}, "kind": "plain"}',
            "gone",
        ),
        ('{"id": "é"}'.encode("latin-1"), "utf-8"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, library: Library, line: bytes, reason: str) -> None:
    folder = tmp_path / TRANSITION
    folder.mkdir()
    (folder / "x.jsonl").write_bytes(line + b"\n")
    with pytest.raises(ValueError, match=rf"x\.jsonl:1: .*{reason}"):
        load_gold(folder, library)


def test_an_answer_is_judged_for_each_key_point_of_its_question(
    tmp_path: Path, library: Library
) -> None:
    first, second = (each.id for each in library.key_points(TRANSITION)[:2])
    folder = tmp_path / TRANSITION
    folder.mkdir()
    row = {
        "id": "a",
        "key_points": [first, second],
        "question": "Why?",
        "answer": "Because\u2028it is.",
        "judgements": {first: "covered", second: "missed"},
        "reasons": {first: "Says it.", second: "Does not."},
        "kind": "scenario",
    }
    line = json.dumps(row, ensure_ascii=False)
    (folder / "x.jsonl").write_text(f"\n{line}\n", encoding="utf-8")
    found = load_gold(folder, library)
    assert [(each.point.id, each.judgement, each.reason) for each in found] == [
        (first, Judgement.COVERED, "Says it."),
        (second, Judgement.MISSED, "Does not."),
    ]
    assert {(each.id, each.question, each.kind) for each in found} == {("a", "Why?", "scenario")}
    assert {each.answer for each in found} == {"Because\u2028it is."}


def test_the_half_of_a_key_point_never_changes(library: Library) -> None:
    """Else what calibrations were fitted to would be reported."""
    halves = {each.point.id: each.half for each in load_gold(GOLD / TRANSITION, library)}
    assert halves["agent-workflow-difference"] == "fit"
