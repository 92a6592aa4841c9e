"""Making the self-contained folder: what is built once, and what is said where it cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.setup.console import Console
from app.setup.dist import engine_folder, portable_engine, require_test_tools
from app.setup.environment import Environment
from app.setup.machine import SetupError

PROJECT = '[project]\nname = "segue"\nversion = "1.0"\ndependencies = ["llama-cpp-python=={}"]\n'


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    (tmp_path / "pyproject.toml").write_text(PROJECT.format("0.3.36"), encoding="utf-8")
    return Environment(tmp_path)


@pytest.fixture
def no_compiler(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    for name in ("CC", "CXX"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("no_compiler")
def test_without_a_compiler_there_is_an_answer_and_nothing_half_made(
    environment: Environment,
) -> None:
    with pytest.raises(SetupError, match="compiler"):
        portable_engine(environment, Console())
    assert not (environment.root / "build").exists()


@pytest.mark.usefixtures("no_compiler")
def test_what_was_built_is_used_again_for_the_same_version_only(
    environment: Environment,
) -> None:
    folder = engine_folder(environment)
    folder.mkdir(parents=True)
    assert portable_engine(environment, Console()) == folder
    other = PROJECT.format("0.3.37")
    (environment.root / "pyproject.toml").write_text(other, encoding="utf-8")
    with pytest.raises(SetupError):
        portable_engine(environment, Console())


@pytest.mark.usefixtures("no_compiler")
def test_testing_the_folder_names_what_is_missing() -> None:
    with pytest.raises(SetupError, match="debootstrap, Xvfb, xdotool"):
        require_test_tools()
