"""The file that any Python must be able to read: it finds a better one, or says how to get it."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.bootstrap import HERE, NAMES, find_python, too_old_text, version_of

ROOT = HERE.parent.parent

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="uses shell scripts as programs")


def fake_python(folder: Path, name: str, answer: str) -> Path:
    """Put a program on a PATH folder that answers to any arguments like this."""
    folder.mkdir(exist_ok=True)
    program = folder / name
    program.write_text(f"#!/bin/sh\n{answer}\n")
    program.chmod(0o755)
    return program


def test_python_3_6_can_read_it() -> None:
    ast.parse(HERE.read_text(encoding="utf-8"), feature_version=(3, 6))


def test_nothing_is_imported_before_the_version_is_known() -> None:
    tree = ast.parse(HERE.read_text(encoding="utf-8"))
    imported = {
        name.name.partition(".")[0]
        for node in tree.body
        if isinstance(node, ast.Import)
        for name in node.names
    }
    imported |= {str(node.module) for node in tree.body if isinstance(node, ast.ImportFrom)}
    assert imported == {"os", "subprocess", "sys", "pathlib", "typing"}


def test_the_newest_python_that_runs_is_found(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    fake_python(first, "python3.13", "echo 'version not installed' >&2; exit 127")
    fake_python(first, "python3.12", "echo 2 7")
    good = fake_python(second, "python3.12", "echo 3 12")
    fake_python(second, "python3.11", "echo 3 11")
    path = os.pathsep.join(map(str, [tmp_path / "missing", first, second]))
    assert find_python({"PATH": path}) == str(good)


def test_no_python_is_found_where_there_is_none(tmp_path: Path) -> None:
    fake_python(tmp_path / "bin", "python3.9", "echo 3 9")
    assert find_python({"PATH": str(tmp_path / "bin")}) is None
    assert find_python({}) is None


@pytest.mark.parametrize("answer", ["echo nonsense", "exit 1", "true"])
def test_a_program_that_is_no_python_has_no_version(tmp_path: Path, answer: str) -> None:
    assert version_of(str(fake_python(tmp_path, "python3.12", answer))) is None


def test_the_present_python_has_its_own_version() -> None:
    assert version_of(sys.executable) == sys.version_info[:2]


def test_every_python_that_is_looked_for_is_new_enough() -> None:
    versions = [tuple(map(int, name.removeprefix("python").split("."))) for name in NAMES]
    assert versions == sorted(versions, reverse=True)
    assert min(versions) == (3, 11)


def test_the_advice_names_all_four_systems() -> None:
    text = too_old_text()
    assert "3.11 or newer" in text
    for system in ("Debian/Ubuntu", "Fedora", "macOS", "Windows"):
        assert f"  {system}" in text


def bootstrap(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "app" / "bootstrap.py"), *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | environment,
    )


def test_without_a_verb_it_says_what_it_can_do() -> None:
    result = bootstrap()
    assert result.returncode == 0
    assert "make run" in result.stdout
    assert r"py app\bootstrap.py run" in result.stdout


def test_an_unknown_verb_is_refused_with_the_known_ones() -> None:
    result = bootstrap("fly")
    assert result.returncode == 2
    assert "There is no 'fly' here" in result.stdout
    assert "make test" in result.stdout
