"""Making the self-contained folder: Segue with its Python, its Qt and its llama.cpp."""

from __future__ import annotations

import hashlib
import os
import shutil
import zipfile
from pathlib import Path

from app.setup import machine
from app.setup.console import Console, run_logged, tail
from app.setup.engine import BuildProgress, parse_build_line
from app.setup.environment import ENGINE, Environment, explain, pinned_engine, prepare
from app.setup.machine import SetupError

# The library in the environment is built for the processor of this machine, and may end at once
# on another one. Without it llama.cpp takes what every processor has had since about 2015: AVX2.
PORTABLE = "-DLLAVA_BUILD=OFF -DGGML_NATIVE=OFF"

TOOLS = ("debootstrap", "Xvfb", "xdotool")
"""Programs that testing the folder takes."""


def require_test_tools() -> None:
    """See whether the folder can be tested here.

    Raises
    ------
    SetupError
        It cannot.
    """
    missing = [name for name in TOOLS if shutil.which(name) is None]
    if missing:
        raise SetupError(
            f"Testing the folder makes a Debian without Python, and takes {', '.join(missing)}:\n\n"
            "  Debian/Ubuntu   sudo apt-get install -y debootstrap xvfb xdotool"
        )
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        raise SetupError("Testing the folder makes a Debian without Python, which only root can.")


def make_folder(environment: Environment, console: Console) -> Path:
    """Make ``dist/segue`` anew and return it.

    Raises
    ------
    SetupError
        There is no compiler, no network, or a step failed.
    """
    prepare(environment, frozenset({"dist"}), console)
    engine = portable_engine(environment, console)
    log = environment.log("dist")
    folder = environment.root / "dist" / "segue"
    with console.step("Putting the folder together (about 2 minutes)"):
        command: list[str | Path] = [
            *(environment.python, "-m", "PyInstaller", "--noconfirm"),
            *("--distpath", environment.root / "dist"),
            *("--workpath", environment.root / "build" / "pyinstaller"),
            environment.root / "app" / "setup" / "segue.spec",
        ]
        settings = os.environ | {"PYTHONPATH": str(engine)}
        if run_logged(command, log, cwd=environment.root, environment=settings) != 0:
            raise SetupError(f"Putting the folder together failed.\n\n{tail(log, 30)}")
        shutil.copytree(environment.root / "build" / "licences", folder / "licences")
    console.say(f"{folder} is {size_of(folder) / 1e6:.0f} MB; it can be moved and copied whole.")
    return folder


def portable_engine(environment: Environment, console: Console) -> Path:
    """Return a folder with llama-cpp-python for other machines, built if it is not there yet.

    Raises
    ------
    SetupError
        There is no compiler, no network, or the build failed.
    """
    folder = engine_folder(environment)
    if folder.exists():
        return folder
    if not machine.has_compiler():
        raise SetupError(machine.compiler_text())
    half = folder.with_suffix(".half")
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(parents=True)
    log = environment.log("engine")

    def follow(line: str) -> None:
        progress: BuildProgress | None = parse_build_line(line)
        if progress is not None:
            console.show(f"  {progress.done} of {progress.total} files")

    with console.step("Building a llama.cpp that runs on other machines too, once"):
        # The cache holds the one that was built for this machine.
        command = environment.pip(
            *("wheel", "--no-deps", "--no-cache-dir", "--verbose", "--progress-bar", "off"),
            *("--wheel-dir", str(half), f"{ENGINE}=={pinned_engine(environment.root)}"),
        )
        settings = environment.pip_settings() | {"CMAKE_ARGS": PORTABLE}
        if run_logged(command, log, on_line=follow, environment=settings) != 0:
            raise SetupError(explain(log, "Building llama.cpp failed."))
        [wheel] = half.glob("*.whl")
        with zipfile.ZipFile(wheel) as packed:
            packed.extractall(half)
        wheel.unlink()
        half.rename(folder)
    return folder


def engine_folder(environment: Environment) -> Path:
    """Return where the llama-cpp-python for other machines is, or will be, kept."""
    what = f"{pinned_engine(environment.root)} {environment.version()} {PORTABLE}"
    name = hashlib.sha256(what.encode()).hexdigest()[:12]
    return environment.root / "build" / "engine" / name


def size_of(folder: Path) -> int:
    """Return the bytes of all files in a folder, links not followed."""
    return sum(
        path.lstat().st_size for path in folder.rglob("*") if path.is_symlink() or path.is_file()
    )
