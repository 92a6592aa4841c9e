"""A quiz from the first question to the summary, as the learner sees it."""

from __future__ import annotations

import pytest
from fsrs import Rating
from PySide6.QtCore import Qt

from app.model.errors import Cause, EngineError
from app.quiz.grading.certificate import Certified
from app.quiz.speech import Speech
from app.study.candidates import WordedQuestion
from app.study.errors import Cause as LogCause
from app.study.errors import StudyLogError
from app.study.records import Grader, Judgement
from app.workspace import Workspace
from tests.helpers.calibrations import CERTIFICATE, believing, certified
from tests.helpers.gated_engine import HOLD, GatedEngine
from tests.helpers.quiz_user import QuizUser


def test_a_session_by_keyboard_alone(quiz: QuizUser, workspace: Workspace) -> None:
    first = quiz.begin("choice", 2)
    assert quiz.page.bar.position.text() == "Question 1 of 2"
    assert quiz.page.asking.question.text() == first.text
    quiz.press(Qt.Key(Qt.Key.Key_1.value + first.right_option))
    assert quiz.page.verdict.headline.text() == "Covered"
    quiz.press(Qt.Key.Key_Return)
    second = quiz.question
    quiz.press(Qt.Key(Qt.Key.Key_1.value + (second.right_option + 1) % 3))
    assert quiz.page.verdict.headline.text() == "Not right"
    quiz.press(Qt.Key.Key_Return)
    assert quiz.page.bar.position.text() == "Follow-up to question 2 of 2"
    quiz.press(Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    assert quiz.page.summary.isVisible()
    assert "1 of 2 answers right" in quiz.page.summary.detail.text()
    logged = workspace.log.entries()
    assert [entry.answer.question for entry in logged] == [second.text, first.text]
    with quiz.qtbot.waitSignal(quiz.page.done):
        quiz.press(Qt.Key.Key_Return)


def test_the_model_grades_what_was_typed(
    quiz: QuizUser, engine: GatedEngine, workspace: Workspace
) -> None:
    engine.find(Judgement.PARTLY)
    question = quiz.begin("short")
    half = question.model_answer.split(".")[0]
    quiz.answer(half)
    assert quiz.page.verdict.headline.text() == "Partly covered  ·  50 %"
    assert "The grader is sure (9" in quiz.page.verdict.certainty.text()
    assert quiz.page.verdict.given.toPlainText() == half
    assert quiz.page.verdict.given.marked() == [half]
    assert quiz.page.foot.rating.choice() == "hard"
    assert quiz.page.foot.comes_back.text().startswith("Comes back in")
    entry = workspace.log.entries()[0]
    assert (entry.answer.text, entry.ratings) == (half, {question.key_points[0].id: Rating.Hard})


LEAD = "Not quite. A full answer says that"
DRAFT = "an outlier coarsens the grid for the other weights,"


def test_feedback_streams_in_and_is_marked_as_the_models(
    quiz: QuizUser, engine: GatedEngine, workspace: Workspace
) -> None:
    engine.find(Judgement.MISSED)
    engine.says = f"{DRAFT} {HOLD} which share its scale."
    quiz.begin("short")
    quiz.answer("no idea at all")
    verdict = quiz.page.verdict
    quiz.qtbot.waitUntil(lambda: verdict.feedback.speech == Speech(draft=f"{LEAD} {DRAFT}"))
    assert verdict.feedback.isVisible()
    assert verdict.feedback_mark.isVisible()
    assert verdict.feedback_mark.text() == "Written by the model"
    assert workspace.log.entries()[0].feedback is None
    engine.held.set()
    whole = f"{LEAD} {DRAFT} which share its scale."
    quiz.qtbot.waitUntil(lambda: verdict.feedback.speech == Speech(whole))
    quiz.qtbot.waitUntil(lambda: workspace.log.entries()[0].feedback is not None)
    kept = workspace.log.entries()[0].feedback
    assert kept is not None
    assert kept.text == whole


def test_feedback_that_does_not_fit_is_said_to_be_missing(
    quiz: QuizUser, engine: GatedEngine
) -> None:
    engine.find(Judgement.MISSED)
    engine.fails_to_write = EngineError(Cause.PROMPT_TOO_LONG)
    quiz.begin("short", 2)
    quiz.answer("no idea at all")
    missing = quiz.page.verdict.feedback_missing
    quiz.qtbot.waitUntil(missing.isVisible)
    assert "The text is too long for this model" in missing.text()
    engine.fails_to_write = None
    quiz.page.foot.next_button.click()
    quiz.answer("no idea at all")
    assert not missing.isVisible()


def test_what_was_said_before_the_model_failed_stays(
    quiz: QuizUser, engine: GatedEngine, workspace: Workspace
) -> None:
    engine.find(Judgement.MISSED)
    engine.says = f"{DRAFT} which share its scale. Its grid {HOLD}"
    quiz.begin("short")
    quiz.answer("no idea at all")
    whole = f"{LEAD} {DRAFT} which share its scale."
    verdict = quiz.page.verdict
    quiz.qtbot.waitUntil(lambda: verdict.feedback.speech.kept.strip() == whole)
    engine.cancel()
    quiz.qtbot.waitUntil(verdict.feedback_missing.isVisible)
    assert verdict.feedback_missing.text().startswith("No more words of the model on this answer.")
    assert verdict.feedback.isVisible()
    kept = workspace.log.entries()[0].feedback
    assert kept is not None
    assert kept.text.strip() == whole


def test_a_draft_is_taken_back_and_leaves_nothing(
    quiz: QuizUser, engine: GatedEngine, workspace: Workspace
) -> None:
    engine.find(Judgement.MISSED)
    engine.says = f"{DRAFT} {HOLD} as you correctly say."
    quiz.begin("short")
    quiz.answer("no idea at all")
    verdict = quiz.page.verdict
    quiz.qtbot.waitUntil(verdict.feedback.isVisible)
    engine.held.set()
    quiz.qtbot.waitUntil(lambda: not verdict.feedback.isVisible())
    quiz.qtbot.waitUntil(lambda: not quiz.page.run.work.is_busy)
    assert not verdict.feedback_mark.isVisible()
    assert verdict.model_answer.isVisible()
    assert workspace.log.entries()[0].feedback is None


def test_a_draft_does_not_outlive_its_question(quiz: QuizUser, engine: GatedEngine) -> None:
    engine.find(Judgement.MISSED)
    engine.says = f"{DRAFT} {HOLD} which share its scale."
    quiz.begin("short")
    quiz.answer("no idea at all")
    quiz.qtbot.waitUntil(quiz.page.verdict.feedback.isVisible)
    engine.find(Judgement.COVERED)
    quiz.page.foot.next_button.click()
    quiz.answer("known")
    assert quiz.page.verdict.feedback.speech == Speech()
    assert not quiz.page.verdict.feedback.isVisible()


def test_correcting_the_verdict_keeps_the_draft(quiz: QuizUser, engine: GatedEngine) -> None:
    engine.find(Judgement.MISSED)
    engine.says = f"{DRAFT} {HOLD} which share its scale."
    quiz.begin("short")
    quiz.answer("no idea at all")
    quiz.qtbot.waitUntil(quiz.page.verdict.feedback.isVisible)
    quiz.press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert quiz.page.verdict.certainty.text() == "Your own judgement"
    assert quiz.page.verdict.feedback.speech.draft == f"{LEAD} {DRAFT}"
    engine.held.set()
    quiz.qtbot.waitUntil(lambda: quiz.page.verdict.feedback.speech.kept != "")


def test_the_answer_is_in_the_log_before_the_verdict(
    quiz: QuizUser, engine: GatedEngine, workspace: Workspace
) -> None:
    quiz.begin("short")
    quiz.type("my answer")
    engine.gate.clear()
    quiz.submit()
    assert quiz.page.waiting.isVisible()
    entry = workspace.log.entries()[0]
    assert (entry.answer.text, entry.verdict) == ("my answer", None)
    engine.gate.set()
    quiz.qtbot.waitUntil(quiz.page.foot.isVisible)


def test_waiting_for_a_verdict_can_be_stopped(quiz: QuizUser, engine: GatedEngine) -> None:
    quiz.begin("short")
    quiz.type("my answer")
    engine.gate.clear()
    quiz.submit()
    quiz.press(Qt.Key.Key_Escape)
    quiz.qtbot.waitUntil(quiz.page.asking.submit_button.isVisible)
    assert quiz.page.asking.edit.toPlainText() == "my answer"
    assert not quiz.page.asking.edit.isReadOnly()
    engine.gate.set()
    quiz.submit()
    quiz.qtbot.waitUntil(quiz.page.foot.isVisible)
    assert len(quiz.workspace.log.entries()) == 1


def test_a_crash_keeps_the_typed_text_and_can_be_tried_again(
    quiz: QuizUser, engine: GatedEngine, workspace: Workspace
) -> None:
    engine.fails = EngineError(Cause.CRASHED, "signal 11")
    quiz.begin("short")
    quiz.type("my answer")
    quiz.submit()
    quiz.qtbot.waitUntil(quiz.page.trouble.isVisible)
    assert "stopped unexpectedly" in quiz.page.trouble.text()
    assert quiz.page.asking.edit.toPlainText() == "my answer"
    quiz.qtbot.mouseClick(quiz.page.trouble.retry_button, Qt.MouseButton.LeftButton)
    quiz.qtbot.waitUntil(quiz.page.foot.isVisible)
    assert not quiz.page.trouble.isVisible()
    assert [entry.answer.text for entry in workspace.log.entries()] == ["my answer"]


def test_after_a_crash_the_learner_may_judge(
    quiz: QuizUser, engine: GatedEngine, workspace: Workspace
) -> None:
    engine.fails = EngineError(Cause.OUT_OF_MEMORY)
    question = quiz.begin("short")
    quiz.type("my answer")
    quiz.submit()
    quiz.qtbot.waitUntil(quiz.page.trouble.isVisible)
    quiz.qtbot.mouseClick(quiz.page.trouble.judge_button, Qt.MouseButton.LeftButton)
    assert quiz.page.verdict.model_answer.text() == question.model_answer
    quiz.press(Qt.Key.Key_3)
    assert quiz.page.foot.isVisible()
    entry = workspace.log.entries()[0]
    assert list(entry.judgements.values()) == [Judgement.PARTLY]
    assert entry.verdict is not None
    assert entry.verdict.grader is Grader.LEARNER


def test_without_a_model_the_learner_compares_and_judges(
    quiz: QuizUser, workspace: Workspace
) -> None:
    question = quiz.begin("short")
    assert quiz.page.asking.submit_button.text() == "Show the answer"
    quiz.type("something like it")
    quiz.submit()
    assert quiz.page.verdict.headline.text() == "Compare, and judge for yourself"
    (entry,) = workspace.log.entries()
    assert (entry.answer.text, entry.verdict) == ("something like it", None)
    quiz.press(Qt.Key.Key_4)
    assert quiz.page.verdict.certainty.text() == "Your own judgement"
    assert workspace.log.entries()[0].ratings == {question.key_points[0].id: Rating.Good}


def test_not_knowing_is_an_answer_too(
    quiz: QuizUser, engine: GatedEngine, workspace: Workspace
) -> None:
    quiz.begin("short")
    quiz.qtbot.mouseClick(quiz.page.asking.unknown_button, Qt.MouseButton.LeftButton)
    quiz.qtbot.waitUntil(quiz.page.foot.isVisible)
    assert quiz.page.verdict.headline.text() == "Not there yet"
    assert quiz.page.verdict.given.toPlainText() == "No answer"
    assert set(workspace.log.entries()[0].ratings.values()) == {Rating.Again}


def test_a_verdict_can_be_overruled_with_one_click(
    quiz: QuizUser, engine: GatedEngine, workspace: Workspace
) -> None:
    engine.find(Judgement.MISSED)
    point = quiz.begin("short").key_points[0]
    quiz.answer("right, in other words")
    row = quiz.page.verdict.points.rows[point.id]
    quiz.qtbot.mouseClick(row.segments.button(Judgement.COVERED), Qt.MouseButton.LeftButton)
    assert quiz.page.verdict.headline.text() == "Covered"
    assert quiz.page.foot.rating.choice() == "good"
    entry = workspace.log.entries()[0]
    assert entry.overruled
    assert entry.ratings == {point.id: Rating.Good}


def test_and_with_one_key(quiz: QuizUser, engine: GatedEngine, workspace: Workspace) -> None:
    engine.find(Judgement.COVERED)
    point = quiz.begin("short").key_points[0]
    quiz.answer("well said, but wrong")
    row = quiz.page.verdict.points.rows[point.id]
    assert row.segments.button(Judgement.CONTRADICTED).toolTip() == "Contradicted (Alt+1)"
    quiz.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert quiz.page.verdict.headline.text() == "Not right"
    assert workspace.log.entries()[0].judgements == {point.id: Judgement.CONTRADICTED}


def test_so_can_that_on_a_choice(quiz: QuizUser, workspace: Workspace) -> None:
    question = quiz.begin("choice")
    quiz.page.asking.options.buttons[(question.right_option + 1) % 3].click()
    row = quiz.page.verdict.points.rows[question.key_points[0].id]
    quiz.qtbot.mouseClick(row.segments.button(Judgement.PARTLY), Qt.MouseButton.LeftButton)
    assert quiz.page.verdict.headline.text() == "Partly covered  ·  50 %"
    assert workspace.log.entries()[0].overruled


def test_digits_change_the_rating(
    quiz: QuizUser, engine: GatedEngine, workspace: Workspace
) -> None:
    point = quiz.begin("short").key_points[0]
    quiz.answer("known well")
    before = quiz.page.foot.comes_back.text()
    quiz.press(Qt.Key.Key_4)
    assert quiz.page.foot.rating.choice() == "easy"
    assert quiz.page.foot.comes_back.text() != before
    assert workspace.log.entries()[0].ratings == {point.id: Rating.Easy}


def test_undo_asks_again_with_the_text_that_was_typed(
    quiz: QuizUser, engine: GatedEngine, workspace: Workspace
) -> None:
    question = quiz.begin("short")
    quiz.answer("too early")
    quiz.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert quiz.page.asking.question.text() == question.text
    assert quiz.page.asking.edit.toPlainText() == "too early"
    assert workspace.log.entries() == []
    assert quiz.page.bar.position.text() == "Question 1 of 3"


def test_a_skipped_question_makes_room_for_the_next(quiz: QuizUser, workspace: Workspace) -> None:
    first = quiz.begin("choice")
    quiz.press(Qt.Key.Key_S)
    assert quiz.question.text != first.text
    assert workspace.log.entries() == []


def test_a_flagged_question_is_out_of_use(quiz: QuizUser, workspace: Workspace) -> None:
    first = quiz.begin("choice")
    quiz.page.bar.flag_menu.actions()[0].trigger()
    assert quiz.question.text != first.text
    assert workspace.log.flagged() == {first.id}


def test_an_answered_question_can_be_flagged_once(quiz: QuizUser, workspace: Workspace) -> None:
    first = quiz.begin("choice")
    quiz.press(Qt.Key.Key_1)
    quiz.page.bar.flag_menu.actions()[1].trigger()
    assert quiz.page.foot.isVisible()
    assert quiz.page.bar.flag_button.text() == "Flagged"
    assert not quiz.page.bar.flag_button.isEnabled()
    assert workspace.log.entries()[0].flagged
    assert workspace.log.flagged() == {first.id}


def test_the_passage_is_one_key_away(quiz: QuizUser) -> None:
    question = quiz.begin("choice")
    quiz.press(Qt.Key.Key_P)
    reader = quiz.page.passage.reader
    quiz.qtbot.waitUntil(lambda: bool(reader.extraSelections()), timeout=10_000)
    [marked] = [mark.cursor.selectedText() for mark in reader.extraSelections()]
    shown = " ".join(marked.split())
    assert shown[:20] == " ".join(question.key_points[0].quote.split())[:20]
    quiz.press(Qt.Key.Key_P)
    assert not quiz.page.passage.isVisible()


def test_the_answer_is_shown_whole_beside_the_passage(quiz: QuizUser, engine: GatedEngine) -> None:
    quiz.begin("short")
    quiz.answer("An answer of some length that breaks into more lines when room is short. " * 3)
    quiz.press(Qt.Key.Key_P)
    given = quiz.page.verdict.given

    def is_whole() -> bool:
        return given.viewport().height() >= given.document().size().height()

    quiz.qtbot.waitUntil(lambda: given.width() < 600 and is_whole())
    quiz.press(Qt.Key.Key_P)
    quiz.qtbot.waitUntil(lambda: given.width() > 600 and is_whole())


def test_stopping_early_sums_up_what_was_done(quiz: QuizUser) -> None:
    quiz.begin("choice", 3)
    quiz.press(Qt.Key(Qt.Key.Key_1.value + quiz.question.right_option))
    quiz.press(Qt.Key.Key_Escape)
    assert quiz.page.summary.detail.text().startswith("All 1 answer right")
    assert not quiz.page.bar.isVisible()


def test_stopping_before_the_first_answer_says_so(quiz: QuizUser) -> None:
    quiz.begin("short")
    quiz.press(Qt.Key.Key_Escape)
    assert quiz.page.summary.headline.text() == "Nothing answered this time"


def test_a_full_disk_keeps_the_text_and_can_be_tried_again(
    quiz: QuizUser, engine: GatedEngine, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_answer: object) -> str:
        raise StudyLogError(LogCause.DISK_FULL, workspace.paths.database)

    quiz.begin("short")
    quiz.type("my answer")
    with monkeypatch.context() as full:
        full.setattr(workspace.log, "add_answer", refuse)
        quiz.submit()
        assert "The disk is full" in quiz.page.trouble.text()
        assert quiz.page.asking.edit.toPlainText() == "my answer"
        assert not quiz.page.trouble.judge_button.isVisible()
    quiz.qtbot.mouseClick(quiz.page.trouble.retry_button, Qt.MouseButton.LeftButton)
    quiz.qtbot.waitUntil(quiz.page.foot.isVisible)
    assert [entry.answer.text for entry in workspace.log.entries()] == ["my answer"]


def test_a_question_of_the_models_is_marked(
    quiz: QuizUser, engine: GatedEngine, workspace: Workspace
) -> None:
    points = workspace.library.key_points("machine-learning-engineer", "learn-model-optimization")
    for point in points:
        workspace.log.add_worded(
            WordedQuestion(
                "machine-learning-engineer",
                point.id,
                "recall",
                f"What of {point.topic}?",
                (),
                "Gated",
                "frames/1",
                1.0,
            )
        )
    first = quiz.begin("short")
    quiz.answer("something")
    quiz.page.leave()
    question = quiz.begin("short", key_points=(first.key_points[0].id,))
    assert question.text.startswith("What of ")
    assert quiz.page.asking.origin.isVisible()
    assert quiz.page.asking.origin.text() == "Written by the model"


def test_a_new_session_can_follow_at_once(quiz: QuizUser) -> None:
    quiz.begin("choice", 1)
    quiz.press(Qt.Key.Key_1)
    quiz.press(Qt.Key.Key_Return)
    quiz.qtbot.mouseClick(quiz.page.summary.more_button, Qt.MouseButton.LeftButton)
    assert quiz.page.bar.position.text() == "Question 1 of 1"


def test_choosing_what_to_be_asked(quiz: QuizUser) -> None:
    choosing = quiz.page.choosing
    choosing.skill.setCurrentIndex(choosing.skill.findText("Evaluate AI systems"))
    quiz.qtbot.mouseClick(choosing.format.button("choice"), Qt.MouseButton.LeftButton)
    choosing.count.setValue(2)
    quiz.qtbot.mouseClick(choosing.start_button, Qt.MouseButton.LeftButton)
    assert quiz.page.asking.skill.text() == "Evaluate AI systems"
    assert quiz.page.bar.position.text() == "Question 1 of 2"
    assert len(quiz.page.asking.options.buttons) >= 3


def test_undoing_a_correction_shows_the_verdict_again(quiz: QuizUser, workspace: Workspace) -> None:
    quiz.begin("choice")
    quiz.press(Qt.Key.Key_1)
    before = quiz.page.run.outcome
    assert before is not None
    quiz.page.run.rate(Rating.Easy)
    quiz.page.run.undo()
    assert quiz.page.foot.isVisible()
    assert quiz.page.run.outcome == before
    assert len(workspace.log.entries()) == 1


def test_the_passage_does_not_stay_open_over_the_next_question(quiz: QuizUser) -> None:
    quiz.begin("choice")
    quiz.press(Qt.Key.Key_1)
    quiz.page.bar.passage_button.click()
    assert quiz.page.passage.isVisible()
    quiz.page.foot.next_button.click()
    assert not quiz.page.passage.isVisible()


class TestAnUnsureVerdict:
    @pytest.fixture
    def unsure(self, quiz: QuizUser, engine: GatedEngine, workspace: Workspace) -> QuizUser:
        workspace.certified = Certified(believing(sure_from=0.99), CERTIFICATE)
        quiz.begin("short")
        quiz.answer("right, or is it?")
        return quiz

    def test_it_asks_instead_of_telling(self, unsure: QuizUser) -> None:
        verdict = unsure.page.verdict
        assert verdict.headline.text() == "Unsure: you decide"
        assert verdict.certainty.text().startswith("The grader is unsure (9")
        assert verdict.model_answer.isVisible()
        row = verdict.points.first_in_doubt()
        assert row is not None
        assert row.hasFocus()
        assert row.segments.choice() is None

    def test_one_key_decides(self, unsure: QuizUser, workspace: Workspace) -> None:
        point = unsure.question.key_points[0].id
        unsure.press(Qt.Key.Key_3)
        assert unsure.page.verdict.headline.text() == "Partly covered  ·  50 %"
        assert unsure.page.verdict.certainty.text() == "Your own judgement"
        assert unsure.page.foot.next_button.hasFocus()
        assert workspace.log.entries()[0].judgements == {point: Judgement.PARTLY}

    def test_it_may_be_left_as_it_is(self, unsure: QuizUser, workspace: Workspace) -> None:
        first = unsure.question
        unsure.press(Qt.Key.Key_Return)
        assert unsure.question.text != first.text
        assert not workspace.log.entries()[0].overruled


def test_an_answer_too_long_to_be_read_is_told_so(quiz: QuizUser, engine: GatedEngine) -> None:
    quiz.begin("short")
    quiz.page.asking.edit.setPlainText("x" * 5000)
    quiz.answer("so: ")
    verdict = quiz.page.verdict
    notice = "Only the first 3,000 of your answer's 5,004 characters were graded."
    assert verdict.unread.isVisible()
    assert verdict.unread.text() == notice
    quiz.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert not verdict.unread.isVisible(), "the learner has read all of it"
    quiz.page.foot.next_button.click()
    quiz.answer("short enough")
    assert not verdict.unread.isVisible()


def test_a_key_point_with_the_focus_shows_its_evidence(quiz: QuizUser, engine: GatedEngine) -> None:
    engine.find(Judgement.PARTLY)
    question = quiz.begin("short")
    half = question.model_answer.split(".")[0]
    quiz.answer(half)
    given = quiz.page.verdict.given
    assert [mark.format.fontUnderline() for mark in given.extraSelections()] == [False]
    quiz.page.verdict.points.rows[question.key_points[0].id].setFocus()
    assert [mark.format.fontUnderline() for mark in given.extraSelections()] == [True]
    assert given.marked() == [half]


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (None, "Gated is not measured yet: rate yourself"),
        (certified(macro_f1=0.3), "Gated is too weak to grade: rate yourself"),
    ],
    ids=["unmeasured", "weak"],
)
def test_who_is_not_graded_learns_why(
    quiz: QuizUser,
    engine: GatedEngine,
    workspace: Workspace,
    monkeypatch: pytest.MonkeyPatch,
    known: Certified | None,
    said: str,
) -> None:
    monkeypatch.setenv("SEGUE_MODEL", "Gated.gguf")
    workspace.certified = known
    quiz.begin("short")
    assert quiz.page.asking.rate_yourself.text() == said
    assert quiz.page.asking.submit_button.text() == "Show the answer"
    quiz.type("mine")
    quiz.submit()
    assert quiz.page.verdict.headline.text() == "Compare, and judge for yourself"


def test_without_a_model_that_is_the_reason(quiz: QuizUser) -> None:
    quiz.begin("short")
    assert quiz.page.asking.rate_yourself.text() == "No model is chosen: rate yourself"
    quiz.begin("choice")
    assert not quiz.page.asking.rate_yourself.isVisible()


def test_typing_is_followed(quiz: QuizUser, engine: GatedEngine) -> None:
    quiz.begin("short")
    with quiz.qtbot.waitSignal(quiz.page.asking.typed) as typed:
        quiz.type("a")
    assert typed.args == ["a"]
