"""Key points of the learner's own files in the quiz: who worded them is said everywhere."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.content.types import Misconception
from app.material.adding import add_file
from app.material.records import Content, Draft
from app.workspace import Workspace
from tests.helpers.data_folders import done
from tests.helpers.quiz_user import QuizUser
from ui.pages.entry import EntryDialog
from ui.theme import Theme
from ui.widgets.text import Text

QUOTE = "A page cache is a part of memory that keeps copies of blocks of the disk."
CONTENT = Content(
    quote=QUOTE,
    topic="page caches",
    claim="A page cache is memory that keeps copies of blocks of the disk.",
    question="What does a page cache keep?",
    misconceptions=(Misconception("A page cache keeps copies of programs.", "It keeps blocks."),),
)


@pytest.fixture
def own_point(workspace: Workspace, tmp_path: Path) -> str:
    """Id of a proposal that the model worded and the learner accepted."""
    (tmp_path / "notes.md").write_text(f"# Caches\n\n{QUOTE}\n", encoding="utf-8")
    store = workspace.material.store
    document = done(add_file(store, tmp_path / "notes.md"))
    draft = Draft(0, 0, len(QUOTE), "definition", CONTENT, ("claim", "question"), "m", "p/1")
    store.add_attempts(document.id, [draft])
    [proposal] = store.proposals()
    workspace.material.accept(proposal.id)
    return proposal.id


def _begin(quiz: QuizUser, proposal: str, answer_format: str = "short") -> None:
    point = quiz.workspace.material.store.proposal(proposal).key_point
    quiz.page.begin(answer_format=answer_format, key_points=(point,))


def _texts(widget: object) -> list[str]:
    return [each.text() for each in widget.findChildren(Text) if each.isVisible()]  # type: ignore[attr-defined]


def test_what_the_model_worded_is_marked_before_and_after_the_answer(
    quiz: QuizUser, own_point: str
) -> None:
    _begin(quiz, own_point)
    asking = quiz.page.asking
    assert asking.question.text() == CONTENT.question
    assert asking.origin.isVisible()
    assert asking.origin.text() == "Written by the model"
    assert "from your file, and you accepted it" in asking.origin.toolTip()
    quiz.page.asking.answered.emit("copies")
    assert "Worded by the model from your file" in _texts(quiz.page.verdict)


def test_what_the_learner_rewrote_is_marked_as_theirs(quiz: QuizUser, own_point: str) -> None:
    desk = quiz.workspace.material
    edited = replace(CONTENT, question="What is in a page cache?", claim="It keeps blocks.")
    desk.edit(own_point, edited)
    _begin(quiz, own_point)
    assert quiz.page.asking.origin.text() == "Edited by you"
    quiz.page.asking.answered.emit("blocks")
    assert "Edited by you" in _texts(quiz.page.verdict)


def test_an_edit_of_the_question_leaves_the_claim_the_models(
    quiz: QuizUser, own_point: str
) -> None:
    quiz.workspace.material.edit(own_point, replace(CONTENT, question="What is kept there?"))
    _begin(quiz, own_point)
    assert quiz.page.asking.origin.text() == "Edited by you"
    quiz.page.asking.answered.emit("blocks")
    assert "Worded by the model from your file" in _texts(quiz.page.verdict)


def test_options_are_marked_by_who_worded_the_right_one(quiz: QuizUser, own_point: str) -> None:
    _begin(quiz, own_point, "choice")
    assert quiz.page.asking.options.isVisible()
    assert quiz.page.asking.origin.text() == "Written by the model"


def test_hints_with_words_of_the_model_are_marked(quiz: QuizUser, own_point: str) -> None:
    _begin(quiz, own_point)
    for _ in range(3):
        quiz.page.run.give_hint()
    assert _texts(quiz.page.asking.hints).count("Written by the model") >= 1


def test_the_passage_is_said_to_be_the_learners_file(quiz: QuizUser, own_point: str) -> None:
    _begin(quiz, own_point)
    quiz.page.bar.passage_button.setChecked(True)
    assert quiz.page.passage.title.text().startswith("From your file: ")


def test_the_study_log_says_it_too(quiz: QuizUser, own_point: str, theme: Theme) -> None:
    _begin(quiz, own_point, "choice")
    quiz.page.run.choose(0)
    [entry] = quiz.workspace.log.entries(limit=1)
    dialog = EntryDialog(entry, quiz.workspace.library, theme, quiz.page)
    dialog.show()
    said = "\n".join(_texts(dialog))
    assert "worded by the model" in said
    assert "Worded by the model from your file" in said
    dialog.close()
