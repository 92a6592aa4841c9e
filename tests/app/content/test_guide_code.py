"""Code that a guide shows runs and proves what it says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from app.paths import GUIDES

_BLOCK = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)

BLOCKS = [
    pytest.param(code, id=f"{path.stem}-{number}")
    for path in sorted(GUIDES.glob("*/*.md"))
    for number, code in enumerate(_BLOCK.findall(path.read_text(encoding="utf-8")), 1)
]


@pytest.mark.parametrize("code", BLOCKS)
def test_code_runs_and_asserts(code: str, tmp_path: Path) -> None:
    assert "assert" in code
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
