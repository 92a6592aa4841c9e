"""The program of the self-contained folder is Segue, and Python for the helpers of Segue."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from app.setup.bundle import FOLDERS, is_needed
from ui.frozen import HELPERS, give_back_libraries, helper_in

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("arguments", "helper"),
    [
        (["-P", "-m", "app.model.worker"], ("app.model.worker", [])),
        (["-P", "-m", "app.model.embedding_worker"], ("app.model.embedding_worker", [])),
        (["-m", "pip", "download", "x"], ("pip", ["download", "x"])),
        (
            ["-P", "-m", "app.material.reading.worker", "pdf", "/a b", "n"],
            ("app.material.reading.worker", ["pdf", "/a b", "n"]),
        ),
        ([], None),
        (["-m"], None),
        (["quiz", "--count", "3"], None),
        (["-m", "http.server"], None),
        (["--data", "-m", "pip"], None),
    ],
)
def test_a_helper_is_asked_for_as_of_python(
    arguments: list[str], helper: tuple[str, list[str]] | None
) -> None:
    assert helper_in(arguments) == helper


def test_every_module_that_segue_starts_by_name_is_a_helper() -> None:
    """Whoever starts another one has to name it here, or it ends with a usage error there."""
    started = set()
    for path in [*(ROOT / "app").rglob("*.py"), *(ROOT / "ui").rglob("*.py")]:
        # Measuring and setting up are for a checkout, which has a Python.
        if path.name != "frozen.py" and not {"bench", "setup"} & set(path.parts):
            started |= set(re.findall(r'"(app\.[\w.]+worker)"', path.read_text(encoding="utf-8")))
    assert started == HELPERS - {"pip"}
    assert all(is_needed(each) for each in HELPERS)


def test_a_helper_runs_with_its_arguments_and_without_qt() -> None:
    code = (
        "import sys; sys.argv = ['segue', '-m', 'pip', '--version']\n"
        "import ui.frozen\n"
        "try:\n ui.frozen.main()\nexcept SystemExit as end:\n code = end.code\n"
        "print('PySide6' in sys.modules, code)"  # pip ends with 0 or with nothing
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.startswith("pip ")
    assert ran.stdout.splitlines()[-1].startswith("False ")


def test_programs_of_the_system_get_their_own_libraries_back() -> None:
    anew = {"PYINSTALLER_RESET_ENVIRONMENT": "1"}
    environment = {"LD_LIBRARY_PATH": "/folder", "LD_LIBRARY_PATH_ORIG": "/theirs", "HOME": "/"}
    give_back_libraries(environment)
    assert environment == {"LD_LIBRARY_PATH": "/theirs", "HOME": "/"} | anew
    environment = {"LD_LIBRARY_PATH": "/folder"}
    give_back_libraries(environment)
    assert environment == anew


def test_what_ships_beside_the_code_goes_in() -> None:
    assert all((ROOT / name).is_dir() for name in FOLDERS)
