"""Answers that hang together are in one fold, the same on every machine."""

from __future__ import annotations

from app.quiz.grading.answers import Rubric
from app.quiz.grading.folds import fold_of, folds_of

KNOWN = 0
"""Must stay: another fold would move every figure that was published."""


def test_folds_are_the_same_everywhere_and_all_used() -> None:
    found = [fold_of(f"question {number}", 8) for number in range(400)]
    assert found[:6] == [fold_of(f"question {number}", 8) for number in range(6)]
    assert set(found) == set(range(8))
    assert fold_of("What is overfitting?", 8) == KNOWN


def test_a_question_that_stands_alone_has_its_own_fold() -> None:
    rubrics = [Rubric(f"question {number}", (f"reference {number}",)) for number in range(50)]
    assert folds_of(rubrics, 8).tolist() == [fold_of(each.question, 8) for each in rubrics]


def test_questions_about_one_claim_are_in_one_fold() -> None:
    alone = [Rubric(f"q{number}", (f"this is claim {number}",)) for number in range(40)]
    again = [
        Rubric(f"asked otherwise {number}", (f"this is claim {number}",)) for number in range(40)
    ]
    folds = folds_of([*alone, *again], 8)
    assert (folds[:40] == folds[40:]).all()
    assert len(set(folds)) > 4


def test_what_hangs_together_over_several_steps_is_in_one_fold() -> None:
    chain = [
        Rubric(
            f"q{number}",
            (f"this is claim {number}", f"this is claim {number + 1}"),
            (f"wrong {number}",),
        )
        for number in range(12)
    ]
    assert len(set(folds_of(chain, 8))) == 1
    assert len(set(folds_of(chain[::2], 8))) > 1


def test_order_changes_nothing() -> None:
    rubrics = [Rubric(f"q{number}", (f"this is claim {number // 3}",)) for number in range(60)]
    there, back = folds_of(rubrics, 8), folds_of(rubrics[::-1], 8)
    assert there.tolist() == back[::-1].tolist()


def test_a_reference_that_reads_like_a_question_is_none() -> None:
    asked = ("What is it like?", "It is like that.")
    rubrics = [Rubric(asked[0], (asked[1],)), Rubric(asked[1], ("It is like this.",))]
    assert folds_of(rubrics, 2**31).tolist() == [fold_of(each, 2**31) for each in asked]


def test_a_word_that_answers_many_questions_joins_none() -> None:
    rubrics = [Rubric(f"Is it {number}?", ("Yes, of course.",)) for number in range(50)]
    assert folds_of(rubrics, 8).tolist() == [fold_of(each.question, 8) for each in rubrics]
