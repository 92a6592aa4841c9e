"""Files of judged answers are read as they are meant, or refused by the line that is wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.quiz.grading.answers import Rubric, load_answers, load_practice
from app.study.records import Judgement

ANSWER: dict[str, Any] = {
    "question": "What is a stack?",
    "reference": "A list that is changed at one end only.",
    "answer": "last in, first out",
    "score": 4,
}
QUESTION: dict[str, Any] = {
    "id": "queues/01",
    "question": "What is a queue?",
    "claim": "First in, first out.",
    "misconceptions": ["Last in, first out."],
    "answers": [
        {"text": "a waiting line", "judgement": "covered", "score": 4.5, "kind": "low-overlap"},
        {"text": "like a stack", "judgement": "contradicted", "score": 0, "kind": "misconception"},
    ],
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "answers.jsonl"


def write(path: Path, *rows: object) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def without(row: dict[str, Any], *names: str, **changed: Any) -> dict[str, Any]:
    return {key: value for key, value in (row | changed).items() if key not in names}


def test_a_scored_answer_is_read(file: Path) -> None:
    row = {"id": "1.4.0", **ANSWER, "score": 4.5, "scores": [4.0, 5.0]}
    (answer,) = load_answers(write(file, row))
    assert (answer.id, answer.answer, answer.score) == ("1.4.0", "last in, first out", 4.5)
    assert answer.rubric == Rubric("What is a stack?", ("A list that is changed at one end only.",))
    assert answer.judgement is answer.label is None


@pytest.mark.parametrize(
    ("label", "judgement"),
    [
        ("correct", Judgement.COVERED),
        ("partially_correct_incomplete", Judgement.PARTLY),
        ("contradictory", Judgement.CONTRADICTED),
        ("incorrect", Judgement.MISSED),
        ("irrelevant", Judgement.MISSED),
        ("non_domain", Judgement.MISSED),
    ],
)
def test_a_label_is_read_as_a_judgement_and_kept(
    file: Path, label: str, judgement: Judgement
) -> None:
    (answer,) = load_answers(write(file, without(ANSWER, "score", label=label)))
    assert (answer.judgement, answer.label, answer.score) == (judgement, label, None)


def test_a_label_may_stand_beside_a_score(file: Path) -> None:
    (answer,) = load_answers(write(file, {**ANSWER, "label": "correct"}))
    assert (answer.judgement, answer.score) == (Judgement.COVERED, 4.0)


def test_every_reference_is_kept_in_its_order(file: Path) -> None:
    row = without(ANSWER, "reference", references=["b", "a"], misconceptions=["c"])
    (answer,) = load_answers(write(file, row))
    assert answer.rubric == Rubric("What is a stack?", ("b", "a"), ("c",))


def test_answers_to_the_same_rubric_share_its_key(file: Path) -> None:
    others = [
        {"question": "What is a heap?"},
        {"reference": "Last in, first out."},
        {"misconceptions": ["It is first in, first out."]},
    ]
    path = write(file, ANSWER, {**ANSWER, "answer": ""}, *({**ANSWER, **other} for other in others))
    keys = [answer.rubric.key for answer in load_answers(path)]
    assert keys[0] == keys[1]
    assert len(set(keys)) == 4


def test_an_answer_without_id_is_named_by_its_line(file: Path) -> None:
    path = write(file, ANSWER, {**ANSWER, "id": None}, {**ANSWER, "id": 7})
    assert [answer.id for answer in load_answers(path)] == ["line 1", "line 2", "7"]


def test_marks_of_other_editors_are_read_over(file: Path) -> None:
    line = json.dumps({**ANSWER, "answer": "one\u2028two"}, ensure_ascii=False).encode()
    file.write_bytes(b"\xef\xbb\xbf" + line + b"\r\n\r\n  \r\n" + line)
    answers = load_answers(file)
    assert [answer.id for answer in answers] == ["line 1", "line 4"]
    assert answers[0].answer == "one\u2028two"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (without(ANSWER, "question"), "“question” is missing"),
        (without(ANSWER, "answer"), "“answer” is missing"),
        (without(ANSWER, "reference"), "“reference” is missing"),
        (without(ANSWER, "score"), "both “score” and “label” are missing; give at least one"),
        (without(ANSWER, "reference", references=[]), "“references” is an empty list"),
        (without(ANSWER, "reference", references="x"), 'must be a list of texts, not "x"'),
        ({**ANSWER, "misconceptions": [1]}, "“misconceptions” must be a list of texts, not [1]"),
        ({**ANSWER, "answer": 5}, "“answer” must be text, not 5"),
        ({**ANSWER, "question": " "}, "“question” is blank"),
        ({**ANSWER, "score": 5.5}, "“score” must be from 0 to 5, not 5.5"),
        ({**ANSWER, "score": -1}, "“score” must be from 0 to 5, not -1"),
        ({**ANSWER, "score": float("nan")}, "“score” must be from 0 to 5, not NaN"),
        ({**ANSWER, "score": "4"}, '“score” must be a number from 0 to 5, not "4"'),
        ({**ANSWER, "score": True}, "“score” must be a number from 0 to 5, not true"),
        (
            {**ANSWER, "label": "right"},
            "“label” must be one of correct, partially_correct_incomplete, contradictory, "
            "incorrect, irrelevant, non_domain; not “right”",
        ),
        ({**ANSWER, "id": ["a"]}, '“id” must be text, not ["a"]'),
        ({**ANSWER, "answer": "\ud83d"}, "there is half of a character (a lone surrogate)"),
        ([1, 2], "not a JSON object"),
    ],
)
def test_a_wrong_line_is_named_with_the_reason(file: Path, row: object, reason: str) -> None:
    write(file, ANSWER, row)
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the whole text is looked at
        load_answers(file)
    assert str(caught.value).startswith(f"{file}:2: ")
    assert reason in str(caught.value)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'\n{"question": ', r":2: not JSON: Expecting value at character 14$"),
        (b'{"question": "\xe9"}', r":1: not UTF-8 at byte 15 of the line$"),
        (b"", r":1: there are no answers in this file$"),
        (b"\n  \n", r":1: there are no answers in this file$"),
    ],
)
def test_a_file_that_holds_no_rows_is_refused(file: Path, content: bytes, reason: str) -> None:
    file.write_bytes(content)
    with pytest.raises(ValueError, match=reason):
        load_answers(file)


def test_an_id_may_be_used_once(file: Path) -> None:
    path = write(file, {**ANSWER, "id": "a"}, {**ANSWER, "id": "b"}, {**ANSWER, "id": "a"})
    with pytest.raises(ValueError, match=r":3: the id “a” is taken by .*answers\.jsonl:1$"):
        load_answers(path)


def test_a_practice_question_is_read_with_all_its_answers(tmp_path: Path) -> None:
    write(tmp_path / "b.jsonl", {**QUESTION, "id": "queues/02"})
    write(tmp_path / "a.jsonl", QUESTION)
    answers = load_practice(tmp_path)
    assert [each.id for each in answers] == [
        "queues/01/0",
        "queues/01/1",
        "queues/02/0",
        "queues/02/1",
    ]
    assert answers[1].judgement is Judgement.CONTRADICTED
    assert (answers[1].score, answers[1].kind, answers[1].label) == (0.0, "misconception", None)
    rubric = Rubric("What is a queue?", ("First in, first out.",), ("Last in, first out.",))
    assert {each.rubric for each in answers} == {rubric}


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"claim": None}, "“claim” is missing"),
        ({"answers": {}}, "“answers” must be a list"),
        ({"answers": ["x"]}, "answer 1: not a JSON object"),
        (
            {"answers": [{**QUESTION["answers"][0], "judgement": "right"}]},
            "answer 1: “judgement” must be one of covered, partly, missed, contradicted; not",
        ),
        (
            {"answers": [QUESTION["answers"][0], {**QUESTION["answers"][0], "score": 6}]},
            "answer 2: “score” must be from 0 to 5, not 6",
        ),
        ({"answers": []}, "there are no answers in this file"),
    ],
)
def test_a_wrong_practice_question_is_named(
    tmp_path: Path, changed: dict[str, Any], reason: str
) -> None:
    path = write(tmp_path / "a.jsonl", {**QUESTION, **changed})
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the whole text is looked at
        load_practice(tmp_path)
    assert str(caught.value).startswith(f"{path}:1: ")
    assert reason in str(caught.value)


def test_practice_needs_files(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"there are no \*\.jsonl files in this folder"):
        load_practice(tmp_path)


def test_the_one_reference_stands_before_the_many(tmp_path: Path) -> None:
    path = tmp_path / "answers.jsonl"
    row = {**ANSWER, "reference": "first", "references": ["second", "first"]}
    path.write_text(json.dumps(row), encoding="utf-8")
    (answer,) = load_answers(path)
    assert answer.rubric.references == ("first", "second")
