"""What was measured is kept, by model and by what runs it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.model.hardware import Hardware
from app.model.options import RunOptions
from app.model.tuning import Comparison, Found, Tuning, TuningError, TuningStore

LAPTOP = Hardware("Some processor", 4, 8)
TRIED = (
    Comparison("threads", 8, 4, 0.91, 5, chosen=True),
    Comparison("chunk", 512, 256, None, 0, chosen=False),
)
TUNING = Tuning(
    model="Small",
    size=98_000_000,
    hardware=LAPTOP,
    llama_cpp="0.3.36",
    measured_on="2026-11-23",
    found=Found(RunOptions(8, 4), 512.25, 21.5, 0.04, TRIED),
)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "small.gguf"
    path.write_bytes(b"GGUF" + bytes(1000))
    return path


@pytest.fixture
def store(tmp_path: Path) -> TuningStore:
    return TuningStore(tmp_path / "data" / "tuning", LAPTOP, "0.3.36")


def file_of(store: TuningStore) -> Path:
    (path,) = store.folder.glob("*.json")
    return path


def test_what_is_kept_is_found(store: TuningStore, model: Path) -> None:
    assert store.find(model) is None
    assert store.all() == []
    store.keep(model, TUNING)
    assert store.find(model) == TUNING
    assert store.all() == [TUNING]


def test_the_file_may_move_but_not_change(store: TuningStore, model: Path) -> None:
    store.keep(model, TUNING)
    moved = model.rename(model.with_name("moved.gguf"))
    assert store.find(moved) == TUNING
    moved.write_bytes(b"GGUF" + bytes(1001))
    assert store.find(moved) is None
    assert store.find(model) is None  # and one that is gone has nothing


@pytest.mark.parametrize(
    "other",
    [
        {"hardware": replace(LAPTOP, processor="Another")},
        {"hardware": replace(LAPTOP, threads=4)},
        {"llama_cpp": "0.4.0"},
    ],
)
def test_another_machine_or_library_measures_again(
    other: dict[str, Any], store: TuningStore, model: Path
) -> None:
    store.keep(model, TUNING)
    elsewhere = replace(store, **other)
    assert elsewhere.find(model) is None
    assert elsewhere.all() == []


def test_two_machines_share_a_folder(store: TuningStore, model: Path) -> None:
    desktop = Hardware("Big processor", 16, 32)
    there = replace(store, hardware=desktop)
    faster = replace(TUNING, hardware=desktop, measured_on="2026-11-24")
    store.keep(model, TUNING)
    there.keep(model, faster)
    assert (store.find(model), there.find(model)) == (TUNING, faster)


def test_a_new_measurement_takes_the_place_of_that_of_an_older_library(
    store: TuningStore, model: Path
) -> None:
    store.keep(model, TUNING)
    newer = replace(store, llama_cpp="0.4.0")
    newer.keep(model, replace(TUNING, llama_cpp="0.4.0"))
    assert store.find(model) is None
    assert len(json.loads(file_of(store).read_text())["measured"]) == 1


def test_fields_that_are_not_known_stay(store: TuningStore, model: Path) -> None:
    store.keep(model, TUNING)
    path = file_of(store)
    data = json.loads(path.read_text())
    data["noted_by"] = "a later version"
    data["measured"][0]["gpu_layers"] = 12
    path.write_text(json.dumps(data))
    assert store.find(model) == TUNING
    store.keep(model, replace(TUNING, measured_on="2026-12-01"))
    kept = json.loads(path.read_text())
    assert kept["noted_by"] == "a later version"
    assert kept["measured"][0]["gpu_layers"] == 12
    assert kept["measured"][0]["measured_on"] == "2026-12-01"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no json",
        "[]",
        '{"format": 1}',
        '{"format": 1, "measured": [3, {}]}',
        "[" * 100_000,
    ],
)
def test_a_damaged_file_counts_as_none_and_is_written_anew(
    text: str, store: TuningStore, model: Path
) -> None:
    store.keep(model, TUNING)
    file_of(store).write_text(text)
    assert store.find(model) is None
    store.keep(model, TUNING)
    assert store.find(model) == TUNING


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("threads", -1),
        ("read_tokens_per_second", 0),
        ("write_tokens_per_second", "fast"),
        ("comparisons", [{}]),
        ("size", None),
    ],
)
def test_a_measurement_with_impossible_values_counts_as_none(
    field: str, value: object, store: TuningStore, model: Path
) -> None:
    store.keep(model, TUNING)
    path = file_of(store)
    data = json.loads(path.read_text())
    data["measured"][0][field] = value
    path.write_text(json.dumps(data))
    assert store.find(model) is None


def test_a_file_of_a_newer_version_is_left_alone(store: TuningStore, model: Path) -> None:
    store.keep(model, TUNING)
    path = file_of(store)
    path.write_text('{"format": 2, "measured": "otherwise"}')
    assert store.find(model) is None
    with pytest.raises(TuningError, match="newer version of Segue"):
        store.keep(model, TUNING)
    assert "otherwise" in path.read_text()


def test_what_cannot_be_written_is_told(store: TuningStore, model: Path) -> None:
    store.folder.parent.mkdir()
    store.folder.write_text("a file where a folder should be")
    with pytest.raises(TuningError, match="could not be written"):
        store.keep(model, TUNING)
