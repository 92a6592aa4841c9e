"""The virtual environment: when it is ready, when it must be made anew, and why a step failed."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import venv
from pathlib import Path

import pytest

from app.model.file_lock import exclusive
from app.setup.console import Console
from app.setup.environment import Environment, explain, pinned_engine, prepare
from app.setup.machine import SetupError

ROOT = Path(__file__).parents[3]
PYPROJECT = '[project]\nname = "x"\ndependencies = ["click>=8", "llama-cpp-python==1.2.3"]\n'
NONE: frozenset[str] = frozenset()
DEV = frozenset({"dev"})


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    """Return a real environment, without pip to be quick, stamped as ready."""
    root = tmp_path / "project"
    root.mkdir()
    (root / "pyproject.toml").write_text(PYPROJECT)
    made = Environment(root)
    venv.create(made.folder, symlinks=sys.platform != "win32", with_pip=False)
    stamp(made, NONE)
    return made


def stamp(environment: Environment, extras: frozenset[str]) -> None:
    version = environment.version()
    assert version is not None
    environment.stamp.write_text(json.dumps(environment.wanted_stamp(version, extras)))


def test_a_stamped_environment_is_ready_and_left_alone(environment: Environment) -> None:
    out = io.StringIO()
    prepare(environment, NONE, Console(out))
    assert out.getvalue() == ""


def test_changed_dependencies_make_it_not_ready(environment: Environment) -> None:
    assert environment.is_ready(NONE)
    (environment.root / "pyproject.toml").write_text(PYPROJECT + "# changed\n")
    assert not environment.is_ready(NONE)


def test_more_extras_than_needed_are_enough_and_fewer_are_not(environment: Environment) -> None:
    assert not environment.is_ready(DEV)
    stamp(environment, DEV)
    assert environment.is_ready(DEV)
    assert environment.is_ready(NONE)


def test_a_damaged_stamp_is_no_stamp(environment: Environment) -> None:
    for text in ("{", "[]", '{"extras": 1}', ""):
        environment.stamp.write_text(text)
        assert not environment.is_ready(NONE)


def test_a_moved_environment_is_noticed(environment: Environment, tmp_path: Path) -> None:
    elsewhere = tmp_path / "moved"
    shutil.move(environment.root, elsewhere)
    moved = Environment(elsewhere)
    assert not moved.is_ready(NONE)
    assert moved.fault() == "it was moved here from another folder"


@pytest.mark.skipif(sys.platform == "win32", reason="the interpreter is a copy there")
def test_an_environment_whose_python_is_gone_is_noticed(environment: Environment) -> None:
    environment.python.unlink()
    environment.python.symlink_to("/no/such/python")
    assert not environment.is_ready(NONE)
    assert environment.fault() == "its Python does not run any more"


@pytest.mark.skipif(sys.platform == "win32", reason="uses a shell script as Python")
def test_an_environment_of_an_old_python_is_noticed(environment: Environment) -> None:
    environment.python.unlink()
    environment.python.write_text("#!/bin/sh\necho 3.9.18\n")
    environment.python.chmod(0o755)
    assert environment.fault() == "it is for Python 3.9.18"


def test_an_environment_without_pip_is_noticed(environment: Environment) -> None:
    assert environment.fault() == "it has no pip"


def test_no_environment_is_a_fault_too(tmp_path: Path) -> None:
    assert Environment(tmp_path).fault() == "there is none yet"


def test_the_engine_version_is_read_from_the_project(environment: Environment) -> None:
    assert pinned_engine(environment.root) == "1.2.3"
    (environment.root / "pyproject.toml").write_text(
        '[project]\ndependencies = ["llama-cpp-python>=1"]\n'
    )
    with pytest.raises(SetupError, match="does not pin"):
        pinned_engine(environment.root)


def test_this_project_pins_its_engine() -> None:
    assert pinned_engine(ROOT).count(".") == 2


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("NewConnectionError: Failed to establish a new connection: [Errno -3]", "needs it once"),
        ("urllib3 ... Temporary failure in name resolution", "needs it once"),
        ("OSError: [Errno 28] No space left on device", "about 2 GB"),
        ("c++: fatal error: Killed signal terminated program cc1plus", "ran out of memory"),
        ("error: something nobody has seen before", "something nobody has seen before"),
    ],
)
def test_a_failed_step_is_explained(tmp_path: Path, line: str, said: str) -> None:
    log = tmp_path / "setup.log"
    log.write_text(f"Collecting click\n{line}\n")
    text = explain(log, "Installing failed.")
    assert text.startswith("Installing failed.\n")
    assert said in text


def test_two_set_ups_of_one_folder_wait_for_each_other(environment: Environment) -> None:
    environment.stamp.unlink()
    out = io.StringIO()
    second = threading.Thread(target=prepare, args=(environment, NONE, Console(out)))
    place = hashlib.sha256(str(environment.root.resolve()).encode()).hexdigest()[:16]
    with exclusive(Path(tempfile.gettempdir()) / f"segue-setup-{place}.lock"):
        second.start()
        deadline = time.monotonic() + 10
        while not out.getvalue() and time.monotonic() < deadline:
            time.sleep(0.01)
        # What the first one does while the second waits.
        stamp(environment, NONE)
    second.join()
    assert out.getvalue() == f"Another set-up is under way (process {os.getpid()}); waiting ...\n"


def test_a_python_that_cannot_make_environments_is_told_plainly(tmp_path: Path) -> None:
    project = tmp_path / "project"
    ignore = shutil.ignore_patterns("__pycache__", "study", "content", "quiz")
    shutil.copytree(ROOT / "app", project / "app", ignore=ignore)
    shutil.copy(ROOT / "pyproject.toml", project)
    # What Debian does: the module that brings pip into an environment is in another package.
    (project / "hidden").mkdir()
    (project / "hidden" / "sitecustomize.py").write_text(
        "import importlib.util as u\n"
        "real = u.find_spec\n"
        "u.find_spec = lambda name, package=None: "
        "None if name == 'ensurepip' else real(name, package)\n"
    )
    result = subprocess.run(
        [sys.executable, str(project / "app" / "bootstrap.py"), "run"],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(project / "hidden")},
    )
    assert result.returncode == 1
    assert "the part of it that makes virtual environments is not" in result.stderr
    assert f"python{sys.version_info[0]}.{sys.version_info[1]}-venv" in result.stderr
    assert "Traceback" not in result.stderr
    assert not (project / ".venv").exists()
