"""A session as it runs, without any widget: what is told, and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from fsrs import Rating
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.model.errors import Cause, EngineError
from app.model.protocol import Passage, Prompt
from app.quiz.grading.certificate import Certified
from app.quiz.question import Question
from app.study.records import Judgement
from app.workspace import Workspace
from tests.helpers.calibrations import certified
from tests.helpers.gated_engine import GatedEngine
from ui.pages.quiz.ahead import PAUSE
from ui.pages.quiz.run import SessionRun

SKILL = "adapt-foundation-models"


class Listener:
    """Writes down what a run tells, in order."""

    def __init__(self, run: SessionRun) -> None:
        self.heard: list[str] = []
        self.questions: list[Question] = []
        for name in ("grading_begun", "grading_stopped", "ended"):
            getattr(run, name).connect(lambda name=name: self.heard.append(name))
        run.question_asked.connect(self._note_question)
        run.verdict_given.connect(lambda outcome: self.heard.append(f"{outcome.verdict.score:.1f}"))
        run.trouble_met.connect(lambda error: self.heard.append(str(error.cause)))
        run.judgement_asked.connect(lambda _question, text: self.heard.append(f"judge {text}"))

    def _note_question(self, question: Question, text: str) -> None:
        self.heard.append(f"asked {text}".strip())
        self.questions.append(question)


@pytest.fixture
def run(workspace: Workspace, qtbot: QtBot) -> Iterator[SessionRun]:
    owner = QObject()

    def stop_engine() -> None:
        if workspace.engine is not None:
            workspace.engine.cancel()

    made = SessionRun(stop_engine, owner)
    yield made
    made.close()
    qtbot.waitUntil(lambda: not made.work.is_busy)


@pytest.fixture
def listener(run: SessionRun) -> Listener:
    return Listener(run)


def open_session(run: SessionRun, workspace: Workspace, kind: str, count: int = 2) -> None:
    """Begin a session over one skill."""
    run.open(workspace.start_quiz(SKILL, count=count, answer_format=kind))


def test_a_choice_is_judged_at_once(
    run: SessionRun, listener: Listener, workspace: Workspace
) -> None:
    open_session(run, workspace, "choice", 1)
    run.choose(listener.questions[0].right_option)
    run.advance()
    assert listener.heard == ["asked", "1.0", "ended"]


def test_an_option_cannot_be_chosen_twice(
    run: SessionRun, listener: Listener, workspace: Workspace
) -> None:
    open_session(run, workspace, "choice")
    run.choose(0)
    run.choose(1)
    assert len(workspace.log.entries()) == 1


def test_a_short_answer_is_graded_away_from_the_window(
    run: SessionRun, listener: Listener, workspace: Workspace, engine: GatedEngine, qtbot: QtBot
) -> None:
    open_session(run, workspace, "short")
    run.submit("an answer")
    assert listener.heard == ["asked", "grading_begun"]
    with qtbot.waitSignal(run.verdict_given):
        pass
    assert listener.heard[-1] == "1.0"


def test_questions_are_prepared_while_the_learner_types(
    run: SessionRun, listener: Listener, workspace: Workspace, engine: GatedEngine, qtbot: QtBot
) -> None:
    points = workspace.library.key_points("machine-learning-engineer", SKILL)[:2]
    ids = [point.id for point in points]
    earlier = workspace.start_quiz(key_points=ids, answer_format="short")
    while (question := earlier.advance()) is not None:
        earlier.rate_self("text", {question.key_points[0].id: Judgement.MISSED})
    run.open(workspace.start_quiz(key_points=ids, answer_format="short"))
    qtbot.waitUntil(lambda: not run.work.is_busy)
    kept = workspace.log.worded("machine-learning-engineer", ids)
    assert any(each.worded.model == "Gated" for questions in kept.values() for each in questions)


def test_grading_interrupts_preparation(
    run: SessionRun, listener: Listener, workspace: Workspace, engine: GatedEngine, qtbot: QtBot
) -> None:
    engine.gate.clear()
    open_session(run, workspace, "short")
    run.submit("an answer")
    engine.gate.set()
    with qtbot.waitSignal(run.verdict_given):
        pass


def test_leaving_in_the_middle_of_grading_gives_no_verdict(
    run: SessionRun, listener: Listener, workspace: Workspace, engine: GatedEngine, qtbot: QtBot
) -> None:
    open_session(run, workspace, "short")
    engine.gate.clear()
    run.submit("an answer")
    run.close()
    engine.gate.set()
    qtbot.waitUntil(lambda: not run.work.is_busy)
    assert listener.heard == ["asked", "grading_begun", "grading_stopped"]
    assert workspace.log.entries()[0].verdict is None


@pytest.mark.parametrize("cause", [Cause.CRASHED, Cause.HUNG, Cause.PROMPT_TOO_LONG])
def test_what_the_engine_meets_is_told_and_can_be_tried_again(
    run: SessionRun,
    listener: Listener,
    workspace: Workspace,
    engine: GatedEngine,
    qtbot: QtBot,
    cause: Cause,
) -> None:
    engine.fails = EngineError(cause)
    open_session(run, workspace, "short")
    with qtbot.waitSignal(run.trouble_met):
        run.submit("an answer")
    assert listener.heard[-2:] == ["grading_stopped", str(cause)]
    with qtbot.waitSignal(run.verdict_given):
        run.retry()
    assert len(workspace.log.entries()) == 1


def test_trying_again_without_trouble_does_nothing(
    run: SessionRun, listener: Listener, workspace: Workspace
) -> None:
    open_session(run, workspace, "choice")
    run.retry()
    assert listener.heard == ["asked"]


def test_judging_ends_with_the_learners_verdict(
    run: SessionRun, listener: Listener, workspace: Workspace
) -> None:
    open_session(run, workspace, "short")
    run.submit("mine")
    run.take_judgement(listener.questions[0].key_points[0].id, "covered")
    assert listener.heard == ["asked", "judge mine", "1.0"]


def test_a_rating_and_an_overrule_tell_the_verdict_anew(
    run: SessionRun, listener: Listener, workspace: Workspace
) -> None:
    open_session(run, workspace, "choice")
    point = listener.questions[0].key_points[0].id
    run.choose(listener.questions[0].right_option)
    run.rate(Rating.Easy)
    run.take_judgement(point, "missed")
    assert listener.heard == ["asked", "1.0", "1.0", "0.0"]
    assert workspace.log.entries()[0].ratings == {point: Rating.Again}
    assert workspace.log.entries()[0].judgements == {point: Judgement.MISSED}


def test_undo_of_the_second_question_leads_back_to_it(
    run: SessionRun, listener: Listener, workspace: Workspace
) -> None:
    open_session(run, workspace, "choice")
    run.choose(listener.questions[0].right_option)
    run.advance()
    run.choose(0)
    run.undo()
    assert listener.questions[-1] == listener.questions[1]
    assert run.outcome is None
    assert len(workspace.log.entries()) == 1


def test_another_session_ends_the_first(
    run: SessionRun, listener: Listener, workspace: Workspace
) -> None:
    open_session(run, workspace, "choice")
    first = run.session
    open_session(run, workspace, "choice")
    assert first is not None
    assert first.current is None
    assert run.session is not first


class NotingEngine(GatedEngine):
    """Writes down what it is to read ahead."""

    def __init__(self) -> None:
        super().__init__()
        self.prepared: list[str] = []
        self.prefilled: list[str] = []

    def prefill(self, prefix: Prompt) -> None:
        self.prefilled.append(prefix.messages[-1].content)

    def prepare(self, passages: Sequence[Passage], depths: Sequence[float]) -> None:
        said = (each.prompt.messages[-1].content + each.prompt.reply_start for each in passages)
        self.prepared.append("\n".join(said))


class TestReadingAhead:
    @pytest.fixture
    def noting(self, workspace: Workspace, engine: GatedEngine) -> NotingEngine:
        made = NotingEngine()
        workspace.engine = made  # type: ignore[assignment]
        return made

    def test_an_answer_is_read_while_it_is_typed(
        self, run: SessionRun, workspace: Workspace, noting: NotingEngine, qtbot: QtBot
    ) -> None:
        open_session(run, workspace, "short")
        qtbot.waitUntil(lambda: len(noting.prepared) == 1)
        run.follow_typing("zymurgy is the study")
        qtbot.waitUntil(lambda: len(noting.prepared) == 2)
        assert "zymurgy is the study" not in noting.prepared[0]
        assert "zymurgy is the study" in noting.prepared[1]

    def test_and_for_what_is_to_be_said_about_it(
        self, run: SessionRun, workspace: Workspace, noting: NotingEngine, qtbot: QtBot
    ) -> None:
        noting.find(Judgement.CONTRADICTED)
        open_session(run, workspace, "short")
        qtbot.waitUntil(lambda: len(noting.prefilled) == 1)
        run.follow_typing("zymurgy is the study")
        qtbot.waitUntil(lambda: len(noting.prefilled) == 2)
        run.submit("zymurgy is the study of yeast")
        with qtbot.waitSignal(run.verdict_given):
            pass
        asked, typed, judged = noting.prefilled
        assert "zymurgy is the study" not in asked
        assert "zymurgy is the study" in typed
        assert "zymurgy is the study of yeast" in judged
        assert "contradicts" in judged

    def test_what_is_submitted_is_graded_and_not_read_ahead(
        self, run: SessionRun, workspace: Workspace, noting: NotingEngine, qtbot: QtBot
    ) -> None:
        open_session(run, workspace, "short")
        qtbot.waitUntil(lambda: len(noting.prepared) == 1)
        run.follow_typing("zymurgy is the study")
        run.submit("zymurgy is the study")
        with qtbot.waitSignal(run.verdict_given):
            pass
        qtbot.wait(2 * PAUSE)
        assert len(noting.prepared) == 1

    def test_a_choice_is_not_read_ahead(
        self, run: SessionRun, workspace: Workspace, noting: NotingEngine, qtbot: QtBot
    ) -> None:
        open_session(run, workspace, "choice")
        run.follow_typing("nobody types here, and yet")
        qtbot.wait(2 * PAUSE)
        assert noting.prepared == noting.prefilled == []

    def test_nor_is_what_no_model_grades(
        self, run: SessionRun, workspace: Workspace, noting: NotingEngine, qtbot: QtBot
    ) -> None:
        workspace.certified = None
        open_session(run, workspace, "short")
        run.follow_typing("zymurgy is the study")
        qtbot.wait(2 * PAUSE)
        assert noting.prepared == noting.prefilled == []


@pytest.mark.parametrize("known", [None, certified(macro_f1=0.3)], ids=["unmeasured", "weak"])
def test_a_model_that_cannot_grade_leaves_it_to_the_learner(
    run: SessionRun,
    listener: Listener,
    workspace: Workspace,
    engine: GatedEngine,
    qtbot: QtBot,
    known: Certified | None,
) -> None:
    workspace.certified = known
    open_session(run, workspace, "short")
    run.submit("mine")
    run.take_judgement(listener.questions[0].key_points[0].id, "covered")
    assert listener.heard == ["asked", "judge mine", "1.0"]
    qtbot.waitUntil(lambda: not run.work.is_busy)


def test_it_tells_when_a_session_begins_and_when_it_is_over(
    run: SessionRun, workspace: Workspace
) -> None:
    told: list[str] = []
    run.opened.connect(lambda: told.append("opened"))
    run.closed.connect(lambda: told.append("closed"))
    open_session(run, workspace, "choice", 1)
    assert (told, run.is_open) == (["opened"], True)
    assert run.session is not None
    assert run.session.current is not None
    run.choose(run.session.current.right_option)
    run.advance()
    assert (told, run.is_open) == (["opened", "closed"], False)
    run.close()
    open_session(run, workspace, "choice")
    run.close()
    assert told == ["opened", "closed", "opened", "closed"]
