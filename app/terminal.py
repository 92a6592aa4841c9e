"""The study session in a terminal: the same core and the same log as in the window.

Beside it what commands share: a workspace that is opened, and a line that says how far it is.
"""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from queue import SimpleQueue

import click

from app.content.errors import ContentError
from app.content.types import Wording
from app.json_output import outcome_as_json
from app.model.errors import EngineError
from app.model.fetch import describe
from app.model.transfer import Progress
from app.paths import Paths
from app.quiz.asking.types import Outcome as Made
from app.quiz.gaps.gap import Fit, split
from app.quiz.options import split_options
from app.quiz.outcome import Outcome
from app.quiz.question import Question
from app.quiz.session import QuizSession
from app.quiz.speech import Speech
from app.study.errors import StudyLogError
from app.study.records import Format, Judgement
from app.workspace import Workspace

_JUDGEMENTS = {
    "c": Judgement.COVERED,
    "p": Judgement.PARTLY,
    "m": Judgement.MISSED,
    "x": Judgement.CONTRADICTED,
}
_MARKS = {
    Judgement.COVERED: "✓ covered",
    Judgement.PARTLY: "~ partly",
    Judgement.MISSED: "○ missed",
    Judgement.CONTRADICTED: "✗ contradicted",
}
_WORDED = {Wording.MODEL: " (worded by the model)", Wording.LEARNER: " (edited by you)"}
INTERRUPTED = 130
"""Exit code after Ctrl+C, as shells have it: 128 and the number of the signal."""
_FITS = {
    Fit.WORDING: "counts, in another form",
    Fit.SLIP: "counts, as a slip of the keys",
    Fit.PART: "is part of it",
    Fit.UNIT: "is the figure, in another unit",
    Fit.SIGN: "has the wrong sign",
    Fit.NEAR: "is close",
    Fit.OTHER_TERM: "is another term",
}
_HELP = "(:hint, :skip, :passage, :flag REASON, :quit)"


class _Preparation:
    """Words questions on a thread of its own while the learner reads and types."""

    def __init__(self, work: Generator[Made, None, None], stop_now: Callable[[], object]) -> None:
        self._made: SimpleQueue[Made] = SimpleQueue()
        self._stop_now = stop_now
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(work,), daemon=True)
        self._thread.start()

    def _run(self, work: Generator[Made, None, None]) -> None:
        try:
            for made in work:
                self._made.put(made)
                if self._stopped.is_set():
                    return
        except EngineError:
            # Cancelled, or the engine is in trouble: grading will say so, and the authored
            # questions serve.
            return

    def stop(self) -> Iterator[Made]:
        """End the work at once and yield what was made."""
        self._stopped.set()
        if self._thread.is_alive():
            self._stop_now()
        self._thread.join()
        while not self._made.empty():
            yield self._made.get()


class _Screen:
    """Where words go: to standard output, or beside the JSON to standard error."""

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json

    def say(self, text: str = "", *, end: str = "\n") -> None:
        """Write for a person."""
        click.echo(text, nl=end == "\n", err=self.as_json)

    def ask(self, prompt: str) -> str | None:
        """Return a line of standard input, or None at its end."""
        self.say(prompt, end="")
        line = sys.stdin.readline() if sys.stdin is not None else ""
        if sys.stdin is not None and not sys.stdin.isatty():
            self.say()
        return line.rstrip("\n") if line else None


class _NextError(Exception):
    """The question has made room for the next one."""


class _Stop(Exception):
    pass


def ask(session: QuizSession, workspace: Workspace, *, as_json: bool) -> None:
    """Ask every question of a session; it ends early at the end of standard input."""
    screen = _Screen(as_json=as_json)
    if not session.total:
        screen.say("Nothing is due, and there is nothing new: come back later.")
        session.finish()
        return
    if session.tutor is None:
        reason = workspace.model_choice().reason
        screen.say(f"Without a model ({reason}): you rate your short answers yourself.")
    elif session.self_rated and workspace.engine is None:
        screen.say("A model server cannot grade: you rate your short answers yourself.")
    elif session.self_rated:
        reason = "too weak to grade" if workspace.certificate() else "not measured yet"
        screen.say(f"The model is {reason}: you rate your short answers yourself.")
    # Whoever pipes answers in has one for each planned question.
    session.follow_up_misses = sys.stdin.isatty()
    try:
        while (question := session.advance()) is not None:
            _ask_one(session, question, workspace, screen)
    except _Stop:
        session.finish()
    except KeyboardInterrupt:
        session.finish()
        _summary(session, screen)
        sys.exit(INTERRUPTED)
    _summary(session, screen)


def _ask_one(
    session: QuizSession, question: Question, workspace: Workspace, screen: _Screen
) -> None:
    mark = _WORDED.get(question.worded_by, "")
    screen.say(f"\n[{_number(session)}] {_asked(question)}{mark}")
    preparation = (
        _Preparation(session.preparation(), session.tutor.engine.cancel)
        if session.tutor is not None
        else None
    )
    try:
        text = _answer(session, question, screen)
    except _NextError:
        return
    finally:
        for made in preparation.stop() if preparation is not None else ():
            session.keep_question(made)
    if text is None:
        session.skip()
        return
    outcome = session.choose(int(text) - 1) if question.options else _grade(session, text, screen)
    _tell(session, outcome, screen)
    # Piped answers are answers only; somebody at a keyboard may have another opinion.
    if sys.stdin.isatty():
        _let_overrule(session, outcome, screen)


def _number(session: QuizSession) -> str:
    if session.follows:
        return "once more"
    left = session.seconds_left
    if left is None:
        return f"{session.position}/{session.total}"
    return f"{session.position}, {round(left / 60)} min left"


def _asked(question: Question) -> str:
    if question.gaps:
        return f"Fill in what is left out ({question.key_points[0].topic}): {question.text}"
    if question.format is Format.SCENARIO:
        return f"{question.text} ({len(question.key_points)} key points)"
    return question.text


def _answer(session: QuizSession, question: Question, screen: _Screen) -> str | None:
    if question.options:
        return _choice(session, question, screen)
    if question.gaps:
        several = ", a ; between the two" if len(question.gaps) > 1 else ""
        return _text(session, question, screen, f"What is missing{several}")
    return _text(session, question, screen)


def _choice(session: QuizSession, question: Question, screen: _Screen) -> str | None:
    split = split_options([option.text for option in question.options])
    if split.lead:
        screen.say(split.lead)
    for number, ending in enumerate(split.endings, 1):
        screen.say(f"  {number}. {ending}")
    while True:
        text = _text(session, question, screen, f"Your choice 1–{len(question.options)}")
        if text is None or (text.isdecimal() and 1 <= int(text) <= len(question.options)):
            return text
        screen.say("Type the number of one option.")


def _text(
    session: QuizSession, question: Question, screen: _Screen, wanted: str = "Your answer"
) -> str | None:
    """Return what was typed; None to skip the question."""
    while True:
        text = _line(screen, f"{wanted} {_HELP}: ")
        if text == ":skip":
            return None
        if text == ":hint":
            hint = session.hint()
            screen.say(f"  {hint.text}" if hint is not None else "  There is no other hint.")
        elif text == ":passage":
            for point in question.key_points:
                screen.say(f"  “{point.quote}”")
        elif text.split(maxsplit=1)[:1] == [":flag"]:
            session.flag(text.removeprefix(":flag").strip() or "no reason given")
            screen.say("Flagged: it will not be asked again.")
            raise _NextError
        else:
            return text


def _line(screen: _Screen, prompt: str) -> str:
    line = screen.ask(prompt)
    if line is None or line.strip() == ":quit":
        raise _Stop
    return line.strip()


def _grade(session: QuizSession, text: str, screen: _Screen) -> Outcome:
    question = session.current
    if question is not None and question.gaps:
        return session.fill(split(text, len(question.gaps)))
    if question is not None and question.blanks:
        return session.fill_gaps(text)
    if not session.self_rated:
        grading = session.submit(text)
        try:
            for _ in grading.run():
                pass
        except EngineError as error:
            screen.say(f"{error.explanation} Your answer is kept; rate it yourself.")
        else:
            return session.conclude(grading)
    return _rate_self(session, text, screen)


def _rate_self(session: QuizSession, text: str, screen: _Screen) -> Outcome:
    question = session.current
    assert question is not None  # a question is being answered
    judgements = {}
    session.record(text)
    screen.say(f"A full answer: {question.model_answer}")
    for point in question.key_points:
        screen.say(f"  Key point: {point.claim}{_WORDED.get(point.worded_by, '')}")
        while (
            letter := _line(screen, "  c covered, p partly, m missed, x contradicted: ")
        ) not in (_JUDGEMENTS):
            screen.say("  Type one letter.")
        judgements[point.id] = _JUDGEMENTS[letter]
    return session.rate_self(text, judgements)


def _tell(session: QuizSession, outcome: Outcome, screen: _Screen) -> None:
    claims = {
        point.id: f"{point.claim}{_WORDED.get(point.worded_by, '')}"
        for point in outcome.question.key_points
    }
    for point in outcome.verdict.points:
        screen.say(f"  {_MARKS[point.judgement]}: {claims[point.key_point]}")
    for filled in outcome.filled:
        if filled.fit in _FITS:
            screen.say(f"  “{filled.typed}” {_FITS[filled.fit]}: {filled.gap.text}")
    if outcome.unread:
        screen.say(f"  {outcome.unread_notice}")
    if not outcome.right and outcome.chosen is not None:
        wrong = outcome.question.options[outcome.chosen]
        screen.say(f"  {wrong.why}")
    said = _speak(session, outcome, screen)
    if said.kept:
        session.keep_feedback(outcome, said)
    elif outcome.chosen is None and outcome.verdict.score < 1:
        screen.say(f"  A good answer: {outcome.question.model_answer}")
    if screen.as_json:
        click.echo(json.dumps(outcome_as_json(outcome, said.kept), ensure_ascii=False))


def _speak(session: QuizSession, outcome: Outcome, screen: _Screen) -> Speech:
    """Print feedback as it is kept: what is printed cannot be taken back."""
    said = Speech()
    trouble = ""
    try:
        for speech in session.feedback(outcome):
            if not said.kept and speech.kept:
                screen.say("  The model says: ", end="")
            screen.say(speech.kept[len(said.kept) :], end="")
            said = speech
    except EngineError as error:
        trouble = error.explanation
    if said.kept:
        screen.say()
    if trouble:
        screen.say(f"  {trouble}")
    return said


def _let_overrule(session: QuizSession, outcome: Outcome, screen: _Screen) -> None:
    prompt = "  Enter to go on; to overrule: c covered, p partly, m missed, x contradicted: "
    while letter := _line(screen, prompt):
        judgement = _JUDGEMENTS.get(letter)
        if judgement is not None:
            points = (point.key_point for point in outcome.verdict.points)
            session.overrule(outcome, dict.fromkeys(points, judgement))
            screen.say(f"  {_MARKS[judgement]}, as you say.")
            return


def _summary(session: QuizSession, screen: _Screen) -> None:
    if not session.outcomes:
        return
    planned = [outcome for outcome in session.outcomes if not outcome.follows]
    right = sum(outcome.right for outcome in planned)
    screen.say(f"\n{len(planned)} answered, {right} known. What comes back:")
    for outcome in planned:
        for point in outcome.question.key_points:
            card = session.log.card(session.transition, point.id)
            if card is not None:
                due = card.due.astimezone().strftime("%a %d %b, %H:%M")
                screen.say(f"  {due}  {point.topic}")


@contextmanager
def opened(paths: Paths, *, model: str | None = None) -> Iterator[Workspace]:
    """Open a workspace for a command; what is wrong with it is told and ends the command."""
    try:
        workspace = Workspace(paths, model=model)
    except (StudyLogError, ContentError, OSError) as error:
        raise click.ClickException(str(error)) from error
    for complaint in workspace.complaints:
        click.echo(complaint, err=True)
    try:
        yield workspace
    except StudyLogError as error:
        raise click.ClickException(str(error)) from error
    finally:
        workspace.close()


def show_progress(work: Iterator[Progress]) -> None:
    """Run a fetch or a check, and keep one line about it on the screen."""
    live = sys.stderr.isatty()
    shown = ""
    for progress in work:
        line = describe(progress)
        if live:
            click.echo(f"\r{line:<78}", nl=False, err=True)
        elif (tenth := line.split()[0]) != shown:
            shown = tenth
            click.echo(line, err=True)
    if live:
        click.echo(err=True)
