"""Deciding by keys, editing, and taking back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.material.records import State
from app.workspace import Workspace
from ui.pages.material import MaterialPage
from ui.pages.material.proposal import around


def _press(page: MaterialPage, qtbot: QtBot, key: Qt.Key) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.keyClick(page.inbox, key)


def _state(workspace: Workspace, proposal: str) -> State:
    return workspace.material.store.proposal(proposal).state


def test_a_proposal_is_shown_with_its_passage(filled: MaterialPage) -> None:
    inbox = filled.inbox
    assert inbox.current is not None
    view, content = inbox.proposal, inbox.current.content
    assert view.claim.text() == content.claim
    assert view.question.text() == content.question
    assert view.quote.text() == content.quote
    assert content.misconceptions[0].claim in view.wrong.text()
    assert view.place.text().startswith("How the page cache works")
    assert view.no_mark.text() == "In the words of the document"
    assert inbox.state.text() == f"1 of {len(inbox._proposals)} proposals"


@pytest.mark.parametrize(
    ("key", "state"), [(Qt.Key.Key_A, State.ACCEPTED), (Qt.Key.Key_R, State.REJECTED)]
)
def test_a_key_decides_and_shows_the_next(
    filled: MaterialPage, workspace: Workspace, qtbot: QtBot, key: Qt.Key, state: State
) -> None:
    first, second = filled.inbox._proposals[:2]
    with qtbot.waitSignal(filled.material_changed):
        _press(filled, qtbot, key)
    assert _state(workspace, first.id) is state
    assert filled.inbox.current is not None
    assert filled.inbox.current.id == second.id


def test_what_is_accepted_is_asked_and_what_is_not_is_not(
    filled: MaterialPage, workspace: Workspace
) -> None:
    slug = workspace.transition.slug
    first = filled.inbox._proposals[0]
    before = len(workspace.library.key_points(slug))
    library = workspace.library
    filled.inbox.accept_button.click()
    assert len(workspace.library.key_points(slug)) == before + 1
    assert workspace.library is not library
    session = workspace.start_quiz(key_points=(first.key_point,), answer_format="choice")
    question = session.advance()
    assert question is not None
    assert question.options[question.right_option].text == first.content.claim


def test_undo_brings_the_decision_back_into_the_inbox(
    filled: MaterialPage, workspace: Workspace, qtbot: QtBot
) -> None:
    first = filled.inbox._proposals[0]
    _press(filled, qtbot, Qt.Key.Key_A)
    _press(filled, qtbot, Qt.Key.Key_U)
    assert _state(workspace, first.id) is State.NEW
    assert first.id in [each.id for each in filled.inbox._proposals]
    assert workspace.library.key_point(workspace.transition.slug, first.key_point) is None


def test_undo_shows_what_it_was_about(filled: MaterialPage, qtbot: QtBot) -> None:
    first = filled.inbox._proposals[0]
    _press(filled, qtbot, Qt.Key.Key_R)
    _press(filled, qtbot, Qt.Key.Key_J)
    _press(filled, qtbot, Qt.Key.Key_U)
    assert filled.inbox.current is not None
    assert filled.inbox.current.id == first.id


def test_an_edit_goes_to_the_proposal_that_was_opened(
    filled: MaterialPage, workspace: Workspace
) -> None:
    inbox = filled.inbox
    first = inbox._proposals[0]
    inbox.edit_button.click()
    # Meanwhile it is decided elsewhere, and no more among those that wait.
    workspace.material.reject(first.id)
    inbox.refresh()
    inbox.editor.claim.setPlainText("A page cache is memory.")
    inbox.editor.save_button.click()
    assert workspace.material.store.proposal(first.id).content.claim == "A page cache is memory."
    assert not any(each.is_edited for each in inbox._proposals)


def test_an_edit_of_what_was_taken_away_is_told(filled: MaterialPage, workspace: Workspace) -> None:
    inbox = filled.inbox
    inbox.edit_button.click()
    workspace.material.remove(inbox._proposals[0].document)
    inbox.editor.save_button.click()
    assert inbox.editor.trouble.text() == "Not saved: its file was taken away."


def test_keys_go_through_the_proposals_and_round(filled: MaterialPage, qtbot: QtBot) -> None:
    inbox = filled.inbox
    ids = [each.id for each in inbox._proposals]
    _press(filled, qtbot, Qt.Key.Key_J)
    assert inbox.current is not None
    assert inbox.current.id == ids[1]
    _press(filled, qtbot, Qt.Key.Key_K)
    _press(filled, qtbot, Qt.Key.Key_K)
    assert inbox.current.id == ids[-1]


def test_an_edit_is_saved_and_marked(
    filled: MaterialPage, workspace: Workspace, qtbot: QtBot
) -> None:
    inbox = filled.inbox
    _press(filled, qtbot, Qt.Key.Key_E)
    assert inbox.editor.isVisible()
    assert not inbox.accept_button.isVisible()
    inbox.editor.claim.setPlainText("A page cache is\nmemory.")
    inbox.editor.wrong.setPlainText("A page cache is a disk.\n\n")
    inbox.editor.save_button.click()
    assert not inbox.editor.isVisible()
    assert inbox.current is not None
    assert inbox.current.content.claim == "A page cache is memory."
    assert [w.claim for w in inbox.current.content.misconceptions] == ["A page cache is a disk."]
    assert inbox.proposal.no_mark.text() == "Claim edited by you"
    assert _state(workspace, inbox.current.id) is State.NEW


def test_a_bad_edit_keeps_the_fields_and_says_why(filled: MaterialPage) -> None:
    inbox = filled.inbox
    inbox.edit_button.click()
    inbox.editor.quote.setPlainText("Words that are nowhere.")
    inbox.editor.save_button.click()
    assert inbox.editor.isVisible()
    assert inbox.editor.trouble.text().startswith("Not saved: the quote does not stand")
    assert inbox.editor.quote.toPlainText() == "Words that are nowhere."
    inbox.editor.cancel_button.click()
    assert not inbox.editor.isVisible()
    assert inbox.current is not None
    assert not inbox.current.is_edited


def test_letters_typed_into_the_editor_decide_nothing(
    filled: MaterialPage, workspace: Workspace, qtbot: QtBot
) -> None:
    first = filled.inbox._proposals[0]
    filled.inbox.edit_button.click()
    qtbot.keyClicks(filled.inbox.editor.claim, "a r u e j k")
    assert _state(workspace, first.id) is State.NEW
    assert "a r u e j k" in filled.inbox.editor.claim.toPlainText()


def test_an_empty_inbox_says_where_proposals_come_from(filled: MaterialPage, qtbot: QtBot) -> None:
    while filled.inbox.current is not None:
        filled.inbox.reject_button.click()
    assert filled.inbox.empty.isVisible()
    assert not filled.inbox.accept_button.isVisible()
    assert filled.inbox.undo_button.isVisible()
    assert filled.tabs.button("inbox").text() == "Inbox"


def test_the_words_around_a_quote_are_those_of_its_paragraph() -> None:
    text = "Far.\n\nOne. Two. Three. The quote. Five. Six. Seven.\n\nAway."
    assert around(text, "The quote.") == ("Two. Three.", "Five. Six.")
    assert around(text, "Away.") == ("", "")
    assert around(text, "not there") == ("", "")


@pytest.fixture
def full_disk(workspace: Workspace) -> Workspace:
    """A workspace whose material cannot be written any more."""
    db = workspace.material.store._db
    [pages] = db.execute("PRAGMA page_count").fetchone()
    db.execute(f"PRAGMA max_page_count = {pages}").fetchone()
    return workspace


def test_a_full_disk_is_told_and_the_proposal_still_waits(
    filled: MaterialPage, full_disk: Workspace
) -> None:
    inbox = filled.inbox
    assert inbox.current is not None
    first = inbox.current.id
    store = full_disk.material.store
    # The last pages have room for a few rows.
    for _ in range(300):
        inbox.accept_button.click()
        inbox.undo_button.click()
        if inbox.trouble.isVisible():
            break
    assert "the disk is full; free some space and try again" in inbox.trouble.text()
    assert first in [each.id for each in store.proposals()]
