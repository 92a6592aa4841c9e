"""The self-contained folder works on a machine without Python and without any network.

Run by ``make dist-test``. It takes root, debootstrap, Xvfb and xdotool.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.helpers.bare_machine import HOME, MODELS, SEGUE, Machine, NoMachineError, make_machine
from tests.helpers.calibrations import calibrate_small
from tests.helpers.papers import make_paper
from tests.helpers.screen import Screen, colours, open_screen, wait_for_window

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(os.environ.get("SEGUE_DIST") or ROOT / "dist" / "segue")
PLACE = Path(os.environ.get("SEGUE_BARE_MACHINE") or ROOT / "build" / "bare-machine")
PICTURES = ROOT / "build" / "dist-test"

NO_MODEL = {"SEGUE_MODEL": "none", "SEGUE_MODELS": str(MODELS)}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.engine,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="there is no dist/segue; `make dist` makes it"),
]


@pytest.fixture(scope="module")
def machine(small_model: Path) -> Iterator[Machine]:
    """A machine with the folder, copied to a place of another name, and a model."""
    try:
        machine = make_machine(PLACE)
    except NoMachineError as error:
        pytest.skip(str(error))
    for path in (SEGUE.parent, MODELS, HOME):
        shutil.rmtree(machine.inside(path), ignore_errors=True)
        machine.inside(path).mkdir(parents=True)
    shutil.copytree(FOLDER, machine.inside(SEGUE), symlinks=True)
    shutil.copy(small_model, machine.inside(MODELS))
    yield machine
    for path in (SEGUE.parent, MODELS, HOME):
        shutil.rmtree(machine.inside(path), ignore_errors=True)


@pytest.fixture(scope="module")
def with_model(machine: Machine, small_model: Path) -> dict[str, str]:
    return {"SEGUE_MODEL": str(MODELS / small_model.name), "SEGUE_MODELS": str(MODELS)}


def said(machine: Machine, *arguments: str, **more: Any) -> str:
    """Return what Segue says there; it must end well and have no complaint of Python."""
    ran = machine.run(str(SEGUE / "segue"), *arguments, **more)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "Traceback" not in ran.stderr
    return ran.stdout


def rows(machine: Machine, *arguments: str, **more: Any) -> list[dict[str, Any]]:
    """Return the objects that Segue prints there, one a line."""
    lines = said(machine, *arguments, **more).splitlines()
    return [json.loads(line) for line in lines if line.startswith("{")]


def test_the_machine_has_no_python_and_no_network(machine: Machine) -> None:
    assert machine.pythons() == []
    lines = machine.run("cat", "/proc/net/dev").stdout.splitlines()[2:]
    assert [line.split(":")[0].strip() for line in lines] == ["lo"]
    assert machine.run("cat", "/proc/net/route").stdout.count("\n") <= 1
    assert machine.run("cat", "/proc/1/cmdline").stdout != Path("/proc/1/cmdline").read_text()


def test_it_says_its_version_and_that_all_is_well(
    machine: Machine, with_model: dict[str, str]
) -> None:
    assert said(machine, "--version").startswith("segue, version ")
    found = json.loads(said(machine, "doctor", "--json", environment=with_model))
    assert {each["name"]: each["state"] for each in found if each["state"] != "ok"} == {}


def test_a_choice_is_graded_without_a_model(machine: Machine) -> None:
    [row] = rows(
        *(machine, "quiz", "--format", "choice", "--count", "1", "--json"),
        answers="1\n",
        environment=NO_MODEL,
    )
    assert row["verdict"]["key_points"]


def test_the_model_loads_and_grades_an_answer(
    machine: Machine, small_model: Path, with_model: dict[str, str]
) -> None:
    assert "SmolLM2" in said(machine, "model", "try", environment=with_model)
    # No calibration of so small a model ships; this one only lets it grade.
    calibrate_small(small_model, machine.inside(HOME) / ".local/share/segue/grading")
    [row] = rows(
        *(machine, "quiz", "--format", "short", "--count", "1", "--json"),
        answers="Weights are changed by training on examples.\n",
        environment=with_model,
    )
    assert row["verdict"]["grader"] == "engine"
    assert row["verdict"]["model"].startswith("SmolLM2")


def test_a_file_is_read_in_a_process_of_its_own(machine: Machine) -> None:
    make_paper(machine.inside(HOME) / "paper.pdf")
    row = json.loads(
        said(machine, "material", "add", str(HOME / "paper.pdf"), "--json", environment=NO_MODEL)
    )
    assert row["kind"] == "pdf"
    assert row["sections"] > 1


def test_the_package_client_that_fetches_models_is_in_the_folder(machine: Machine) -> None:
    assert said(machine, "-m", "pip", "--version").startswith("pip ")


def test_the_launcher_starts_the_folder_where_it_is(machine: Machine) -> None:
    said(machine, "desktop", "install")
    launcher = machine.inside(HOME) / ".local/share/applications/segue.desktop"
    assert f'Exec="{SEGUE}/segue" %F' in launcher.read_text(encoding="utf-8")
    said(machine, "desktop", "uninstall")
    assert not launcher.exists()


def test_everything_in_it_is_named_with_its_licence(machine: Machine) -> None:
    folder = machine.inside(SEGUE) / "licences"
    notice = (folder / "NOTICE.txt").read_text(encoding="utf-8").lower()
    for name in ("pyside6_essentials", "shiboken6", "numpy", "llama_cpp_python", "python 3."):
        assert f"\n{name}" in notice
    assert (folder / "LGPL-3.0.txt").exists()
    # What the licence gives the right to replace is there as files of its own.
    assert any(machine.inside(SEGUE).rglob("libQt6Widgets.so*"))


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    with open_screen(tmp_path) as screen:
        yield screen


def test_the_window_opens_and_quits_and_leaves_no_process(
    machine: Machine, with_model: dict[str, str], screen: Screen
) -> None:
    environment = with_model | {"DISPLAY": screen.display}
    program = subprocess.Popen(
        machine.command([str(SEGUE / "segue")], environment),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        window = wait_for_window(screen, "Segue", program)
        PICTURES.mkdir(parents=True, exist_ok=True)
        assert screen.picture().save(str(PICTURES / "window.png"))
        # Drawn with its fonts and icons: text has many shades.
        assert len(colours(screen.picture())) > 50
        screen.press(window, "ctrl+q")
        out, err = program.communicate(timeout=120)
    finally:
        program.kill()
        program.wait()
    assert program.returncode == 0, out + err
    assert "Traceback" not in err
    own = str(machine.inside(SEGUE))
    assert [
        each.pid for each in psutil.process_iter(["exe"]) if own in (each.info["exe"] or "")
    ] == []
