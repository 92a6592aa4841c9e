"""A data folder with answers, own material and own content in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.keeping.backing_up import Kept, back_up
from app.paths import Paths
from tests.conftest import Clock
from tests.helpers.data_folders import answer, bring_material, done


@pytest.fixture
def studied(make_paths: Callable[[str], Paths], clock: Clock, tmp_path: Path) -> Paths:
    paths = make_paths("home")
    answer(paths, clock)
    bring_material(paths, clock, tmp_path)
    (paths.documents / "a.md").write_text("# My notes\n", encoding="utf-8")
    return paths


@pytest.fixture
def kept(studied: Paths, clock: Clock, tmp_path: Path) -> Kept:
    return done(back_up(studied, tmp_path / "backup.zip", clock=clock))
