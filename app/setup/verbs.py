"""What ``make`` and ``bootstrap.py`` can do: run, test, check and the like."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from app.setup import machine
from app.setup.console import Console, duration, run_logged, tail
from app.setup.dist import make_folder, require_test_tools
from app.setup.environment import Environment, prepare
from app.setup.machine import SetupError

ROOT = Path(__file__).resolve().parents[2]
NO_MODEL = 3
"""Exit code of ``segue model status`` where no model can be used."""

TEST_MODEL = "smollm2-135m"

ROOMS = ("app", "ui", "tests")
"""The folders with code; ruff would also format the code in Markdown, which is the guides' own."""

CHECKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ruff check", ("ruff", "check", *ROOMS)),
    ("ruff format", ("ruff", "format", "--check", *ROOMS)),
    ("mypy --strict", ("mypy",)),
    ("import contracts", ("lint-imports",)),
)

HELP = """\
make setup        set up what is missing, and start nothing
make run          set up what is missing, then open Segue        (options: ARGS="--data DIR")
make test         set up, then run the tests                     (options: ARGS="-k log")
make test-slow    set up, then run the tests that take long
make check        set up, then ruff, mypy and the import contracts
make screenshots  set up, then draw every page into screenshots/
make bench        set up, then measure how fast everything is    (options: ARGS="log --quick")
make dist         set up, then make a folder with everything in it, Python too: dist/segue
make dist-test    start that folder on a machine without Python     (takes root)
make clean        remove the virtual environment and everything that can be made again

Without make, on Windows for example:  py app\\bootstrap.py run
"""


def main(arguments: Sequence[str]) -> int:
    """Carry out one verb and return the exit code."""
    verb, rest = (arguments[0], list(arguments[1:])) if arguments else ("help", [])
    action = VERBS.get(verb)
    console = Console()
    if action is None:
        console.say(f"There is no {verb!r} here.\n\n{HELP}")
        return 2
    try:
        return action(Environment(ROOT), rest, console)
    except SetupError as error:
        sys.stdout.flush()
        sys.stderr.write(f"\n{error}\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped. Run the same command again to go on.\n")
        return 130


def set_up(environment: Environment, _: list[str], console: Console) -> int:
    """Make everything ready, and start nothing."""
    prepare(environment, frozenset(), console)
    console.say("Segue is set up.")
    return 0


def run(environment: Environment, arguments: list[str], console: Console) -> int:
    """Open Segue, and fetch its model first where there is none and the user agrees."""
    prepare(environment, frozenset(), console)
    missing = machine.missing_libraries() if machine.has_display() else []
    if missing:
        text = machine.libraries_text(missing)
        hint = f"In the terminal, Segue works without them: {environment.program('segue')} quiz"
        raise SetupError(f"{text}\n{hint}")
    segue = str(environment.program("segue"))
    status = subprocess.run(
        [segue, *data_option(arguments), "model", "status"],
        stdout=subprocess.DEVNULL,
        check=False,
    )
    words = model_in_words(environment.root, os.environ.get("SEGUE_MODEL", ""))
    fetch = status.returncode == NO_MODEL and words is not None and _agrees_to_fetch(words, console)
    return _become([segue, *(["--fetch"] if fetch else []), *arguments])


def test(environment: Environment, arguments: list[str], console: Console) -> int:
    """Run the tests that take no longer than is bearable after every change."""
    return _run_tests(environment, ["-m", "not slow", *arguments], console)


def test_slow(environment: Environment, arguments: list[str], console: Console) -> int:
    """Run the tests that take long."""
    return _run_tests(environment, ["-m", "slow", *arguments], console)


def check(environment: Environment, _: list[str], console: Console) -> int:
    """Run every linter, and tell the result of each."""
    prepare(environment, frozenset({"dev"}), console)
    failed = [name for name, command in CHECKS if not _passes(environment, name, command, console)]
    console.say(f"Failed: {', '.join(failed)}" if failed else "All checks passed.")
    return 1 if failed else 0


def screenshots(environment: Environment, arguments: list[str], console: Console) -> int:
    """Draw every page into a folder."""
    prepare(environment, frozenset({"dev"}), console)
    _require_libraries_for_tests()
    folder = arguments or ["screenshots"]
    command = [str(environment.python), "-m", "ui.screenshots", *folder]
    settings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    return subprocess.call(command, cwd=environment.root, env=settings)


def bench(environment: Environment, arguments: list[str], console: Console) -> int:
    """Measure everything, or what the arguments name, and print the table."""
    prepare(environment, frozenset(), console)
    return _become([str(environment.program("segue")), "bench", *arguments])


def dist(environment: Environment, _: list[str], console: Console) -> int:
    """Make the self-contained folder."""
    make_folder(environment, console)
    return 0


def dist_test(environment: Environment, arguments: list[str], console: Console) -> int:
    """Start the self-contained folder on a machine without Python, having made it if need be."""
    require_test_tools()
    if not (environment.root / "dist" / "segue").is_dir():
        make_folder(environment, console)
    return _run_tests(environment, ["-m", "slow", "tests/dist", *arguments], console)


def clean(environment: Environment, _: list[str], console: Console) -> int:
    """Remove what can be made again; never anything of the user's."""
    names = [".venv", "build", "dist", "screenshots", ".coverage"]
    names += [".mypy_cache", ".ruff_cache", ".pytest_cache", ".import_linter_cache"]
    found = [environment.root / name for name in names]
    for room in ("app", "ui", "resources", "seeds", "tests"):
        found += (environment.root / room).rglob("__pycache__")
    for path in found:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    console.say("Removed. Your study log and your models are elsewhere and untouched.")
    return 0


def show_help(_: Environment, __: list[str], console: Console) -> int:
    """Tell what can be done."""
    console.say(HELP)
    return 0


VERBS: dict[str, Callable[[Environment, list[str], Console], int]] = {
    "setup": set_up,
    "run": run,
    "test": test,
    "test-slow": test_slow,
    "check": check,
    "screenshots": screenshots,
    "bench": bench,
    "dist": dist,
    "dist-test": dist_test,
    "clean": clean,
    "help": show_help,
}


def _agrees_to_fetch(model: str, console: Console) -> bool:
    """Ask whether to fetch the model; where nobody can answer, say that it is done."""
    if not sys.stdin.isatty():
        console.say(f"{model} is not on this machine; fetching it.")
        return True
    try:
        answer = input(f"{model} is not on this machine. Fetch it now? [Y/n] ").strip().lower()
    except EOFError:
        return False
    return answer in ("", "y", "yes")


def model_in_words(root: Path, chosen: str) -> str | None:
    """Return the model that would be fetched, with its size; None where none can be.

    Parameters
    ----------
    chosen
        What ``SEGUE_MODEL`` says; a file that is not there cannot be fetched.
    """
    catalogue = json.loads((root / "resources" / "models.json").read_text(encoding="utf-8"))
    models = {model["id"]: model for model in catalogue["models"]}
    if chosen and chosen not in models:
        return None
    words = f"The model {chosen}" if chosen else "The default model"
    size = models[chosen or catalogue["default"]]["size"]
    return words if size is None else f"{words} ({size / 1e9:.1f} GB)"


def data_option(arguments: list[str]) -> list[str]:
    """Return the part of the arguments that says where the user's data are."""
    for position, argument in enumerate(arguments):
        if argument == "--data":
            return arguments[position : position + 2]
        if argument.startswith("--data="):
            return [argument]
    return []


def _become(command: list[str]) -> int:
    """Go on as another program, so that it gets the terminal and every signal itself."""
    sys.stdout.flush()
    if sys.platform == "win32":
        return subprocess.call(command)
    return os.execv(command[0], command)  # noqa: S606


def _run_tests(environment: Environment, arguments: list[str], console: Console) -> int:
    prepare(environment, frozenset({"dev"}), console)
    _require_libraries_for_tests()
    models = Path(os.environ.get("SEGUE_TEST_MODELS") or environment.folder / "test-models")
    settings = os.environ | {"QT_QPA_PLATFORM": "offscreen", "SEGUE_TEST_MODELS": str(models)}
    if not any(models.glob(f"{TEST_MODEL}*.gguf")):
        _fetch_test_model(environment, models, console)
    command = [str(environment.python), "-m", "pytest", *arguments]
    return subprocess.call(command, cwd=environment.root, env=settings)


def _fetch_test_model(environment: Environment, models: Path, console: Console) -> None:
    console.say("Fetching the model of the tests (98 MB) ...")
    command = [str(environment.program("segue")), "model", "fetch", TEST_MODEL]
    if subprocess.call(command, env=os.environ | {"SEGUE_MODELS": str(models)}) != 0:
        console.say("It could not be fetched: the tests with a real model will fail.")


def _require_libraries_for_tests() -> None:
    missing = machine.missing_libraries({"QT_QPA_PLATFORM": "offscreen"})
    if missing:
        raise SetupError(machine.libraries_text(missing))


def _passes(
    environment: Environment, name: str, command: tuple[str, ...], console: Console
) -> bool:
    began = time.monotonic()
    log = environment.log("check")
    program = str(environment.program(command[0]))
    code = run_logged([program, *command[1:]], log, cwd=environment.root)
    took = duration(time.monotonic() - began)
    if code == 0:
        console.say(f"{name:<20}passed  ({took})")
    else:
        console.say(f"{name:<20}FAILED  ({took})\n{tail(log, lines=200)}")
    return code == 0
