"""The search index follows the files, one update at a time."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.workspace import Workspace
from ui.indexing import Indexing


def test_everything_is_found_once_it_is_done(workspace: Workspace, qtbot: QtBot) -> None:
    indexing = Indexing(workspace)
    with qtbot.waitSignal(indexing.done):
        indexing.update()
        assert indexing.is_running
    assert not indexing.is_running
    assert workspace.search_index.search("PagedAttention")


def test_what_arrives_during_an_update_is_found_after_it(
    workspace: Workspace, qtbot: QtBot
) -> None:
    indexing = Indexing(workspace)
    with qtbot.waitSignal(indexing.done):
        indexing.update()
        (workspace.paths.documents / "late.md").write_text("# Late\n\nzymurgy\n")
        indexing.update()
    [hit] = workspace.search_index.search("zymurgy")
    assert hit.path == workspace.paths.documents / "late.md"


def test_closing_in_the_middle_is_no_trouble(workspace: Workspace, qtbot: QtBot) -> None:
    indexing = Indexing(workspace)
    with qtbot.waitSignal(indexing.done):
        indexing.update()
        workspace.close()
