"""The command line, from a file to a quiz question, and the reading list."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from app.cli import Front, cli
from app.material.handles import handle, resolved
from tests.helpers.papers import NOTES, make_lines


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    path = tmp_path / "notes.md"
    path.write_text(NOTES, encoding="utf-8")
    return path


def _run(*arguments: str | Path, stdin: str = "") -> Result:
    return CliRunner().invoke(cli, [str(each) for each in arguments], obj=Front(), input=stdin)


def _said(*arguments: str | Path) -> str:
    result = _run(*arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def _rows(*arguments: str | Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in _said(*arguments).splitlines()]


def _added(notes: Path) -> str:
    row = json.loads(_said("material", "add", notes, "--json"))
    return str(row["id"])


def test_from_a_file_to_the_quiz(notes: Path) -> None:
    document = _added(notes)
    assert "key points in the inbox" in _said("material", "propose", document)
    inbox = _rows("material", "inbox", "--json")
    assert len(inbox) >= 4
    [first, second, *_] = inbox
    assert first["quote"] in NOTES
    assert first["state"] == "new"
    assert "1 accepted" in _said("material", "accept", first["id"])
    _said("material", "reject", second["id"])
    assert len(_rows("material", "inbox", "--json")) == len(inbox) - 2
    [row] = _rows("material", "list", "--json")
    assert (row["accepted"], row["rejected"]) == (1, 1)
    asked = _run("quiz", "--skill", row["skill"], "--format", "choice", "--json", stdin="1\n")
    assert asked.exit_code == 0, asked.output
    answered = json.loads(asked.stdout.splitlines()[0])
    assert answered["verdict"]["key_points"][0]["id"] == first["key_point"]


def test_a_decision_is_undone_and_done_again(notes: Path) -> None:
    _said("material", "propose", _added(notes))
    first = _rows("material", "inbox", "--json")[0]["id"]
    _said("material", "accept", first)
    assert _said("material", "undo") == "Undone: accept.\n"
    assert _rows("material", "inbox", "--json")[0]["id"] == first
    assert _said("material", "redo") == "Done again: accept.\n"
    assert _said("material", "redo") == "There is nothing to do again.\n"


def test_an_edit_is_shown_and_a_bad_one_refused(notes: Path) -> None:
    _said("material", "propose", _added(notes))
    first = _rows("material", "inbox", "--json")[0]["id"]
    _said(
        "material", "edit", first, "--claim", "A cache is memory.", "--wrong", "A cache is a disk."
    )
    row = _rows("material", "inbox", "--json")[0]
    assert row["claim"] == "A cache is memory."
    assert row["edited"] is True
    assert [each["claim"] for each in row["misconceptions"]] == ["A cache is a disk."]
    refused = _run("material", "edit", first, "--quote", "These words are not there.")
    assert refused.exit_code == 1
    assert "Nothing was changed: the quote does not stand" in refused.output


def test_sections_are_listed_with_their_text(notes: Path) -> None:
    document = _added(notes)
    rows = _rows("material", "sections", document, "--json")
    assert [row["heading"] for row in rows][:2] == ["How the page cache works", "Writing"]
    assert "at most 30 seconds" in rows[1]["text"]
    assert "Writing" in _said("material", "sections", document)


def test_a_removed_file_is_gone_and_comes_back(notes: Path) -> None:
    document = _added(notes)
    _said("material", "remove", document)
    assert _rows("material", "list", "--json") == []
    _said("material", "undo")
    assert len(_rows("material", "list", "--json")) == 1


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["material", "propose", "nosuchid"], "there is no such file “nosuchid”"),
        (["material", "accept", "nosuchid"], "there is no such proposal “nosuchid”"),
        (["material", "add", "gone.md"], "gone.md: cannot be read"),
        (["reading", "done", "nosuchid"], "there is no such entry “nosuchid”"),
    ],
)
def test_what_is_wrong_is_said_and_ends_with_1(arguments: list[str], reason: str) -> None:
    result = _run(*arguments)
    assert result.exit_code == 1
    assert reason in result.output


def test_a_locked_file_says_what_to_do(tmp_path: Path) -> None:
    locked = make_lines(tmp_path / "locked.pdf", ["Secret."], password="sesame")
    result = _run("material", "add", locked)
    assert result.exit_code == 1
    assert "locked.pdf: is encrypted; save a copy without a password" in result.output


def test_one_section_is_looked_at_alone(notes: Path) -> None:
    document = _added(notes)
    _said("material", "propose", document, "--section", "1")
    assert {row["section"] for row in _rows("material", "inbox", "--json")} == {1}
    refused = _run("material", "propose", document, "--section", "77")
    assert refused.exit_code == 1
    assert "there is no section 77; see `segue material sections" in refused.output


def test_who_worded_what_is_told(notes: Path) -> None:
    _said("material", "propose", _added(notes))
    [row, *_] = _rows("material", "inbox", "--json")
    assert row["worded_by"] == {"claim": "document", "question": "document"}
    said = _said("material", "edit", row["id"], "--question", "What is it, in your words?")
    assert "? What is it, in your words? (edited by you)" in said
    [row, *_] = _rows("material", "inbox", "--json")
    assert row["worded_by"] == {"claim": "document", "question": "learner"}


def test_a_file_gets_another_title(notes: Path) -> None:
    document = _added(notes)
    assert "is called “Caches” now" in _said("material", "rename", document, "Caches")
    assert [row["title"] for row in _rows("material", "list", "--json")] == ["Caches"]
    assert _run("material", "rename", document, " ").exit_code == 1


def test_an_entry_of_the_reading_list_is_put_right() -> None:
    _said("reading", "add", "A papr", "--why", "to know", "--by", "2030-12-24")
    [row] = _rows("reading", "list", "--json")
    assert "A paper  by 2030-12-31" in _said(
        "reading", "edit", row["id"], "--title", "A paper", "--by", "2030-12-31"
    )
    _said("reading", "edit", row["id"], "--no-date")
    [row] = _rows("reading", "list", "--json")
    assert (row["title"], row["why"], row["by"]) == ("A paper", "to know", None)


def test_the_reading_list_from_plan_to_decision() -> None:
    _said("reading", "add", "A paper", "--why", "to know", "--by", "2026-12-24", "--place", "shelf")
    [row] = _rows("reading", "list", "--json")
    assert (row["title"], row["by"], row["why"]) == ("A paper", "2026-12-24", "to know")
    _said("reading", "keep", row["id"], "--note", "good figures")
    assert _said("reading", "list") == ""
    [kept] = _rows("reading", "list", "--all", "--json")
    assert (kept["outcome"], kept["note"]) == ("kept", "good figures")
    assert "A paper: open" in _said("reading", "undo")
    _said("reading", "reopen", row["id"], "--by", "2020-01-01")
    assert "by 2020-01-01 (overdue)" in _said("reading", "list")


def test_handles_name_one_id_or_none() -> None:
    ids = ["01AAAAAAAAAAAAAAAAAABBBB1234", "01AAAAAAAAAAAAAAAAAACCCC1234"]
    assert resolved(handle(ids[0]), ids) == ids[0]
    for given, reason in (("1234", "more than one"), ("34", "no such"), ("", "no such")):
        with pytest.raises(LookupError, match=reason):
            resolved(given, ids)
