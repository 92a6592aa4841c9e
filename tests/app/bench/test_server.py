"""`segue bench server` compares a server with the engine here, or says why it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bench.registry import Bench
from app.bench.server import measure, written
from app.paths import Paths
from app.settings import Settings, save_settings
from tests.helpers.model_servers import llama_server
from tests.helpers.scripted_engine import ScriptedEngine


def bench(paths: Paths, cache: Path) -> Bench:
    return Bench(paths, cache, quick=True, tell=lambda _line: None)


def test_without_a_server_it_says_so(paths: Paths, tmp_path: Path) -> None:
    rows = list(measure(bench(paths, tmp_path)))
    assert [row.note for row in rows] == ["no model server is used"]


def test_an_empty_reply_ends_no_benchmark(monkeypatch: pytest.MonkeyPatch) -> None:
    server = ScriptedEngine()
    monkeypatch.setattr(server, "generate", lambda *_: iter(()))
    assert written(server, 4)[1] == 0


@pytest.mark.engine
@pytest.mark.slow
def test_decoding_waiting_and_scoring_are_compared(
    paths: Paths, tmp_path: Path, small_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SEGUE_MODEL", str(small_model))
    with llama_server(small_model) as url:
        save_settings(Settings(server=url), paths.settings_file)
        rows = list(measure(bench(paths, tmp_path)))
    assert [row.name for row in rows] == ["server.decode", "server.first", "server.score"]
    for row in rows:
        assert row.ratio is not None
        assert row.ratio > 0
