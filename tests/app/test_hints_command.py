"""`segue eval hints`, as it is typed."""

from __future__ import annotations

import json

from click.testing import CliRunner

from app.commands import commands
from app.paths import Paths


def test_hints_are_counted_by_step(paths: Paths) -> None:
    result = CliRunner().invoke(commands, ["eval", "hints", "--n", "12", "--json"], obj=paths)
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout) == [
        {"step": step, "hints": 12, "telling": 0, "covering": 0} for step in (1, 2, 3)
    ]
    text = CliRunner().invoke(commands, ["eval", "hints"], obj=paths).stdout
    assert text.splitlines()[0] == "step 1: 244 hints, 0 tell too much"
