"""Read, answer, be graded by a real model, close, open again: it is all still there."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.content.library import Library

pytestmark = pytest.mark.engine

TRANSITION = "machine-learning-engineer"
WITHOUT_QT = """
import sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"PySide6", "shiboken6"}:
            raise ModuleNotFoundError(name, name=name)

sys.meta_path.insert(0, NoQt())
from app.cli import main
main()
"""


def answers_for(library: Library, skill: str, count: int) -> str:
    """Answer the first key points of a skill with what their guide says."""
    return "".join(f"{each.answer}\n" for each in library.key_points(TRANSITION, skill)[:count])


@pytest.mark.parametrize("skill", ["adapt-foundation-models", "learn-about-ai-agents"])
def test_a_skill_is_quizzed_by_the_model_and_found_in_the_log(
    segue: Callable[..., Any], library: Library, skill: str
) -> None:
    text = answers_for(library, skill, 2)
    quiz = segue(
        "quiz", "--skill", skill, "--count", "2", "--format", "short", "--json", answers=text
    )
    assert quiz.code == 0, quiz.err
    first, second = quiz.objects
    assert [each["skill"] for each in (first, second)] == [skill, skill]
    assert first["answer"] == text.splitlines()[0]
    assert first["verdict"]["grader"] == "engine"
    assert 0.0 <= first["verdict"]["score"] <= 1.0
    for point in first["verdict"]["key_points"]:
        assert point["judgement"] in {"covered", "partly", "missed", "contradicted"}
        assert all(span in first["answer"] for span in point["evidence"])

    log = segue("log", "--json")
    assert log.code == 0, log.err
    assert [each["answer_id"] for each in log.objects] == [second["answer_id"], first["answer_id"]]
    assert log.objects[1]["verdict"] == first["verdict"]


def test_every_skill_can_be_quizzed_without_a_model(
    segue: Callable[..., Any], library: Library
) -> None:
    for skill in library.transitions[TRANSITION].skills:
        quiz = segue(
            *("quiz", "--skill", skill.slug, "--count", "1", "--format", "choice", "--json"),
            answers="1\n",
            environment={"SEGUE_MODEL": "none"},
        )
        assert quiz.code == 0, quiz.err
        (asked,) = quiz.objects
        assert asked["skill"] == skill.slug
        assert asked["verdict"]["grader"] == "code"
    assert len(segue("log", "--json").objects) == 11


def test_without_a_model_short_answers_are_rated_by_the_learner(segue: Callable[..., Any]) -> None:
    quiz = segue(
        *("quiz", "--count", "1", "--format", "short", "--json"),
        answers="my answer\np\n",
        environment={"SEGUE_MODEL": "none"},
    )
    (asked,) = quiz.objects
    assert asked["verdict"]["grader"] == "learner"
    assert asked["verdict"]["key_points"][0]["rating"] == "hard"


def test_answers_that_stop_in_the_middle_lose_nothing(segue: Callable[..., Any]) -> None:
    quiz = segue(
        *("quiz", "--count", "5", "--format", "choice", "--json"),
        answers="1\n2\n",
        environment={"SEGUE_MODEL": "none"},
    )
    assert quiz.code == 0
    assert len(quiz.objects) == 2
    assert len(segue("log", "--json").objects) == 2


def test_the_core_runs_where_qt_cannot_be_imported(
    segue: Callable[..., Any], library: Library
) -> None:
    text = answers_for(library, "evaluate-ai-systems", 1)
    arguments = ("quiz", "--skill", "evaluate-ai-systems", "--count", "1", "--format", "short")
    quiz = segue(*arguments, "--json", answers=text, program=("-c", WITHOUT_QT))
    assert quiz.code == 0, quiz.err
    assert quiz.objects[0]["verdict"]["grader"] == "engine"


def can_leave_the_network() -> bool:
    unshare = shutil.which("unshare")
    if unshare is None:
        return False
    tried = subprocess.run([unshare, "-rn", "true"], capture_output=True, check=False)
    return tried.returncode == 0


@pytest.mark.skipif(
    not sys.platform.startswith("linux") or not can_leave_the_network(),
    reason="network namespaces are not allowed here",
)
def test_a_whole_quiz_runs_where_there_is_no_network(
    segue: Callable[..., Any], library: Library
) -> None:
    text = answers_for(library, "integrate-ai-safely", 2)
    quiz = segue(
        *("quiz", "--skill", "integrate-ai-safely", "--count", "2", "--format", "short", "--json"),
        answers=text,
        before=("unshare", "-rn"),
    )
    assert quiz.code == 0, quiz.err
    assert len(quiz.objects) == 2
    assert all(each["verdict"]["grader"] == "engine" for each in quiz.objects)


def test_no_display_means_the_same_session_in_the_terminal(segue: Callable[..., Any]) -> None:
    session = segue(
        answers=":quit\n",
        environment={
            "SEGUE_MODEL": "none",
            "DISPLAY": "",
            "WAYLAND_DISPLAY": "",
            "QT_QPA_PLATFORM": "",
        },
    )
    assert session.code == 0, session.err
    assert "There is no display" in session.out
    assert "[1/" in session.out


def test_an_unknown_skill_is_answered_with_the_list(segue: Callable[..., Any]) -> None:
    quiz = segue("quiz", "--skill", "juggling")
    assert quiz.code == 1
    assert "learn-about-ai-agents" in quiz.err
    assert "Traceback" not in quiz.err


def test_a_study_log_that_is_none_is_refused_and_left_alone(
    segue: Callable[..., Any], tmp_path: Path
) -> None:
    database = tmp_path / "data" / "study.db"
    database.parent.mkdir(exist_ok=True)
    database.write_bytes(b"not a database" * 100)
    log = segue("log")
    assert log.code == 1
    assert "Traceback" not in log.err
    assert database.read_bytes() == b"not a database" * 100
