"""A model that ended the engine while it was loaded is known at the next start of the program."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from app.model.errors import Cause, EngineError
from app.model.quarantine import Quarantine

ROOT = Path(__file__).resolve().parents[3]
KILLED = EngineError(Cause.KILLED, "the process ended with SIGKILL")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "quarantine.json"


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "model.gguf"
    path.write_bytes(b"GGUF")
    return path


def quarantine(file: Path, version: str = "1") -> Quarantine:
    """Return it as another start of the program would see it."""
    return Quarantine(file, version=lambda: version, today=lambda: date(2026, 11, 23))


def test_nothing_is_set_aside_at_first(file: Path, model: Path) -> None:
    assert quarantine(file).find(model) is None
    assert not file.exists()


def test_a_model_that_was_set_aside_is_known_after_the_next_start(file: Path, model: Path) -> None:
    quarantine(file).set_aside(model, KILLED)

    found = quarantine(file).find(model)

    assert found is not None
    assert found.cause is Cause.SET_ASIDE
    assert found.detail == (
        "model.gguf on 23 November 2026: The system ended the model: the process ended with SIGKILL"
    )
    assert quarantine(file).find(model.with_name("other.gguf")) is None


def test_another_file_in_its_place_is_not_set_aside(file: Path, model: Path) -> None:
    quarantine(file).set_aside(model, KILLED)

    model.write_bytes(b"GGUF, fetched again")

    assert quarantine(file).find(model) is None


def test_the_same_size_at_another_time_is_another_file(file: Path, model: Path) -> None:
    quarantine(file).set_aside(model, KILLED)

    os.utime(model, (1, 1))

    assert quarantine(file).find(model) is None


def test_another_version_of_what_runs_it_is_worth_a_try(file: Path, model: Path) -> None:
    quarantine(file).set_aside(model, KILLED)

    assert quarantine(file, version="2").find(model) is None
    assert quarantine(file, version="1").find(model) is not None


def test_it_is_forgotten_when_it_was_loaded(file: Path, model: Path) -> None:
    mine = quarantine(file)
    mine.set_aside(model, KILLED)
    mine.begin(model)
    mine.release(model)

    assert quarantine(file).find(model) is None


def test_several_models_are_kept_apart(file: Path, model: Path) -> None:
    other = model.with_name("other.gguf")
    other.write_bytes(b"GGUF")
    quarantine(file).set_aside(model, KILLED)
    quarantine(file).set_aside(other, KILLED)

    quarantine(file).release(other)

    assert quarantine(file).find(model) is not None
    assert quarantine(file).find(other) is None


def test_a_model_that_another_window_loads_at_present_is_not_set_aside(
    file: Path, model: Path
) -> None:
    quarantine(file).begin(model)

    assert quarantine(file).find(model) is None


DYING = """
import os, signal, sys
from pathlib import Path
from app.model.quarantine import Quarantine
Quarantine(Path(sys.argv[1]), version=lambda: "1").begin(Path(sys.argv[2]))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(os.name == "nt", reason="sends a signal")
def test_a_model_that_took_the_whole_program_down_is_known(file: Path, model: Path) -> None:
    command = [sys.executable, "-c", DYING, str(file), str(model)]
    subprocess.run(command, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False)

    found = quarantine(file).find(model)

    assert found is not None
    assert found.detail.endswith("Segue ended with it")


def test_without_a_file_it_lasts_as_long_as_the_program(model: Path) -> None:
    mine = Quarantine()
    mine.set_aside(model, KILLED)

    assert mine.find(model) is not None
    assert Quarantine().find(model) is None


@pytest.mark.parametrize(
    "content",
    [
        "",
        "not JSON",
        "[]",
        "{}",
        '{"models": []}',
        '{"models": {"x": 5}}',
        '{"models": {"x": {"stamp": "", "day": "tomorrow", "owner": null, "reason": ""}}}',
        '{"models": {"x": {"stamp": "", "day": "2026-11-23", "owner": [1], "reason": ""}}}',
        "[" * 100_000,
    ],
)
def test_a_broken_file_counts_as_empty_and_is_written_anew(
    file: Path, model: Path, content: str
) -> None:
    file.write_text(content)
    mine = quarantine(file)

    assert mine.find(model) is None
    mine.set_aside(model, KILLED)

    assert quarantine(file).find(model) is not None
    assert json.loads(file.read_text())["format"] == 1


def test_where_nothing_can_be_written_it_holds_for_this_run(tmp_path: Path, model: Path) -> None:
    mine = quarantine(tmp_path / "no folder" / "quarantine.json")

    mine.set_aside(model, KILLED)

    assert mine.find(model) is not None


def test_nothing_but_the_file_is_left_behind(file: Path, model: Path) -> None:
    mine = quarantine(file)
    mine.begin(model)
    mine.set_aside(model, KILLED)

    assert sorted(path.name for path in file.parent.iterdir()) == ["model.gguf", "quarantine.json"]
