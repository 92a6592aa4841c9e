"""The doctor says what works, and fails when something is broken."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.engine


def states(ran: Any) -> dict[str, str]:
    return {finding["name"]: finding["state"] for finding in json.loads(ran.out)}


def test_a_sound_installation_is_all_well(segue: Callable[..., Any]) -> None:
    ran = segue("doctor", "--json")
    assert ran.code == 0, ran.out
    found = states(ran)
    assert set(found.values()) == {"ok"}
    assert {"Python", "Qt", "llama.cpp", "Model", "Study log", "Content"} <= set(found)
    assert "Model server" not in found


def test_no_model_is_a_warning_and_no_failure(segue: Callable[..., Any]) -> None:
    ran = segue("doctor", "--json", environment={"SEGUE_MODEL": "none"})
    assert ran.code == 0
    assert states(ran)["Model"] == "warning"


def test_a_broken_model_file_is_found(segue: Callable[..., Any], tmp_path: Path) -> None:
    broken = tmp_path / "broken.gguf"
    broken.write_bytes(b"GGUX" + b"\0" * 100)
    ran = segue("doctor", "--json", environment={"SEGUE_MODEL": str(broken)})
    assert ran.code == 1
    assert states(ran)["Model"] == "broken"


@pytest.mark.parametrize(
    ("agreed", "state", "word"),
    [("", "warning", "not agreed"), ("https://10.0.0.7:8080", "ok", "segue server status")],
)
def test_a_server_is_told_of_and_not_connected_to(
    segue: Callable[..., Any], tmp_path: Path, agreed: str, state: str, word: str
) -> None:
    folder = tmp_path / "data"
    folder.mkdir(exist_ok=True)
    # Nobody answers there; a connection would be waited for.
    settings = {"server": "https://10.0.0.7:8080", "server_agreed": agreed}
    (folder / "settings.json").write_text(json.dumps(settings))
    ran = segue("doctor", "--json", environment={"SEGUE_MODEL": "none"})
    [found] = [each for each in json.loads(ran.out) if each["name"] == "Model server"]
    assert found["state"] == state
    assert word in found["detail"]


def test_a_broken_study_log_is_found(segue: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "data").mkdir(exist_ok=True)
    (tmp_path / "data" / "study.db").write_bytes(b"\0" * 5000)
    ran = segue("doctor", "--json")
    assert ran.code == 1
    assert states(ran)["Study log"] == "broken"


def test_a_bad_file_of_the_learner_is_a_warning_with_its_line(
    segue: Callable[..., Any], tmp_path: Path
) -> None:
    folder = tmp_path / "data" / "transitions"
    folder.mkdir(parents=True)
    (folder / "mine.md").write_text("no front matter")
    ran = segue("doctor")
    assert ran.code == 0
    assert "mine.md:1: front-matter" in ran.out


def test_the_catalogue_can_be_listed(segue: Callable[..., Any]) -> None:
    listed = json.loads(segue("model", "list", "--json").out)
    assert len(listed) >= 8
    assert [each["id"] for each in listed if each["default"]] == ["qwen2.5-coder-1.5b"]
    assert any(each["path"] for each in listed)


def test_an_unknown_model_is_answered_with_those_known(segue: Callable[..., Any]) -> None:
    ran = segue("model", "fetch", "gpt-9")
    assert ran.code == 1
    assert "qwen2.5-coder-1.5b" in ran.err


@pytest.mark.parametrize(("wanted", "code"), [("none", 0), ("qwen2.5-coder-1.5b", 3)])
def test_status_tells_scripts_whether_a_model_is_missing(
    segue: Callable[..., Any], tmp_path: Path, wanted: str, code: int
) -> None:
    environment = {"SEGUE_MODEL": wanted, "SEGUE_MODELS": str(tmp_path)}
    assert segue("model", "status", environment=environment).code == code
