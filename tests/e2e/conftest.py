"""The `segue` command as a learner runs it: its own process, real files, a real model."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.calibrations import calibrate_small

TIMEOUT = 300


@dataclass(frozen=True)
class Ran:
    """What a command printed, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines() if line.startswith("{")]


Run = Callable[..., Ran]


@pytest.fixture
def segue(tmp_path: Path, small_model: Path) -> Run:
    """Run `segue` over a data folder of this test, with the small model unless told otherwise."""
    calibrate_small(small_model, tmp_path / "data" / "grading")

    def run(
        *arguments: str,
        answers: str = "",
        environment: Mapping[str, str] | None = None,
        before: Sequence[str] = (),
        program: Sequence[str] = ("-c", "from ui.launch import main; main()"),
    ) -> Ran:
        done = subprocess.run(
            [*before, sys.executable, *program, "--data", str(tmp_path / "data"), *arguments],
            input=answers,
            capture_output=True,
            text=True,
            timeout=TIMEOUT,
            check=False,
            env={
                **os.environ,
                "SEGUE_MODELS": str(small_model.parent),
                "SEGUE_MODEL": str(small_model),
                **(environment or {}),
            },
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return run
