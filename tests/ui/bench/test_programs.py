"""The programs that are compared are started as people start them."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from app.bench.anki import NotMeasuredError
from app.bench.registry import Bench, cache_folder
from app.workspace import load_library
from ui.bench.programs import anki, empty_window, fresh_paths, segue, student


def test_a_new_learner_has_the_models_and_what_is_known_of_them(
    bench: Bench, tmp_path: Path
) -> None:
    bench.paths.make()
    bench.paths.grading.mkdir()
    (bench.paths.grading / "own.json").write_text("{}")
    bench.paths.tuning.mkdir()
    (bench.paths.tuning / "own.json").write_text("[]")
    bench.paths.database.write_text("years of study")
    made = fresh_paths(bench.paths, tmp_path / "new")
    assert made.models == bench.paths.models
    assert (made.grading / "own.json").read_text() == "{}"
    assert (made.tuning / "own.json").read_text() == "[]"
    assert not made.database.exists()
    assert bench.paths.database.read_text() == "years of study"


def test_all_content_was_read_before_as_on_every_start_but_the_first(
    bench: Bench, tmp_path: Path
) -> None:
    made = fresh_paths(bench.paths, tmp_path / "new")
    assert made.search_index.stat().st_size > 100_000
    kept = made.library_cache.read_bytes()
    assert load_library(made).guides
    assert made.library_cache.read_bytes() == kept


def test_segue_is_told_where_its_data_is(bench: Bench) -> None:
    folders = {"SEGUE_DATA": str(bench.paths.data), "SEGUE_MODELS": str(bench.paths.models)}
    assert segue(bench.paths).environment == folders
    assert student(bench.paths, 3).environment == folders
    assert student(bench.paths, 3).command[-1] == "3"
    assert empty_window().environment == {}


def test_a_python_without_anki_is_told(bench: Bench, tmp_path: Path) -> None:
    with pytest.raises(NotMeasuredError, match=r"makes no profile: .*No module named 'anki'"):
        anki(bench, tmp_path / "anki")


def test_what_is_no_python_is_told(bench: Bench, tmp_path: Path) -> None:
    none = tmp_path / "python"
    none.write_text("")
    with pytest.raises(NotMeasuredError, match=r"makes no profile: .*Permission denied"):
        anki(replace(bench, anki=none), tmp_path / "anki")


def test_where_anki_cannot_be_installed_that_is_told(bench: Bench, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    with pytest.raises(NotMeasuredError, match="cannot be installed"):
        anki(replace(bench, anki=None, cache=file), tmp_path / "anki")


@pytest.mark.slow
def test_anki_gets_a_profile_that_asks_nothing(bench: Bench, tmp_path: Path) -> None:
    program = anki(replace(bench, anki=None, cache=cache_folder()), tmp_path / "anki")
    assert program.name.startswith("Anki 26.")
    assert (tmp_path / "anki" / "prefs21.db").is_file()
    assert program.command[0] != sys.executable
    assert str(tmp_path / "anki") in program.command
