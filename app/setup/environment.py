"""The virtual environment beside ``pyproject.toml``: made, checked, filled and stamped."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.model.file_lock import LockedError, exclusive
from app.setup import machine
from app.setup.console import Console, run_logged, tail
from app.setup.machine import SetupError

ENGINE = "llama-cpp-python"

_NO_NETWORK = (
    "Failed to establish a new connection",
    "Temporary failure in name resolution",
    "Name or service not known",
    "getaddrinfo failed",
    "nodename nor servname provided",
    "Network is unreachable",
    "Connection refused",
    "Read timed out",
    "ConnectTimeoutError",
    "ProxyError",
)

NO_NETWORK_TEXT = """\
The network cannot be reached, and Segue's set-up needs it once: it fetches Qt, llama.cpp and a few
Python packages, about 400 MB. Later runs need no network. Connect, then run the same command again.
Behind a proxy, set HTTPS_PROXY first."""

NO_SPACE_TEXT = """\
The disk is full. The set-up needs about 2 GB here, and some room in the temporary folder.
Free some space, then run the same command again."""

NO_MEMORY_TEXT = """\
The machine ran out of memory while compiling. Close other programs, and let it compile one file
at a time:

    CMAKE_BUILD_PARALLEL_LEVEL=1 make run"""


@dataclass(frozen=True)
class Environment:
    """The virtual environment of one checkout.

    Attributes
    ----------
    root
        The folder of ``pyproject.toml``.
    """

    root: Path

    @property
    def folder(self) -> Path:
        """Return the folder of the virtual environment."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """Return its interpreter."""
        return self.program("python")

    @property
    def stamp(self) -> Path:
        """Return the file that tells for what the environment was last made ready."""
        return self.folder / "segue-stamp.json"

    def program(self, name: str) -> Path:
        """Return the path of a program that is installed in it."""
        if sys.platform == "win32":
            return self.folder / "Scripts" / f"{name}.exe"
        return self.folder / "bin" / name

    def log(self, name: str) -> Path:
        """Return the file that keeps the whole output of one step."""
        return self.folder / f"{name}.log"

    def version(self) -> str | None:
        """Return the version of its Python; None where it does not run."""
        command = [str(self.python), "-c", "import sys; print('%d.%d.%d' % sys.version_info[:3])"]
        try:
            result = subprocess.run(command, capture_output=True, text=True, check=True)
        except (OSError, subprocess.CalledProcessError):
            return None
        return result.stdout.strip()

    def wanted_stamp(self, version: str, extras: frozenset[str]) -> dict[str, object]:
        """Return what the stamp must say for the environment to be ready."""
        return {
            "pyproject": hashlib.sha256((self.root / "pyproject.toml").read_bytes()).hexdigest(),
            "python": version,
            "folder": str(self.folder.resolve()),
            "extras": sorted(extras),
        }

    def read_stamp(self) -> dict[str, object]:
        """Return what the stamp says; nothing where there is none."""
        try:
            stamp = json.loads(self.stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return stamp if isinstance(stamp, dict) else {}

    def is_ready(self, extras: frozenset[str]) -> bool:
        """Return whether everything is installed, for this place and these dependencies."""
        stamp = self.read_stamp()
        have = stamp.get("extras")
        if not isinstance(have, list) or not extras <= set(have):
            return False
        version = self.version()
        return version is not None and stamp == self.wanted_stamp(version, frozenset(have))

    def fault(self) -> str | None:
        """Return why the environment must be made anew, or None where it may stay."""
        if not self.folder.exists():
            return "there is none yet"
        version = self.version()
        if version is None:
            return "its Python does not run any more"
        if tuple(map(int, version.split(".")[:2])) < (3, 11):
            return f"it is for Python {version}"
        # Its programs hold the path of the folder where it was made.
        made_in = self.read_stamp().get("folder")
        if made_in is not None and made_in != str(self.folder.resolve()):
            return "it was moved here from another folder"
        if subprocess.call([str(self.python), "-c", "import pip"], stderr=subprocess.DEVNULL) != 0:
            return "it has no pip"
        return None

    def pip_settings(self) -> dict[str, str]:
        """Return the process environment for pip: where there is no network, give up soon."""
        # Not as options: pip starts another pip for what a build needs, and hands few of them on.
        return {"PIP_RETRIES": "2", "PIP_TIMEOUT": "15"} | dict(os.environ)

    def pip(self, *arguments: str) -> list[str]:
        """Return the command line of a pip command in this environment."""
        return [str(self.python), "-m", "pip", "--disable-pip-version-check", *arguments]


def prepare(environment: Environment, extras: frozenset[str], console: Console) -> None:
    """Make the environment ready; at once where it is so already.

    Parameters
    ----------
    extras
        Optional dependencies of the project that must be there too, such as ``dev``.

    Raises
    ------
    SetupError
        Something is missing on this machine, or a step failed; nothing is stamped.
    """
    if environment.is_ready(extras):
        return
    with _alone(environment, console):
        # Whoever was waited for may have done it all.
        if not environment.is_ready(extras):
            _fill(environment, extras, console)


def _fill(environment: Environment, extras: frozenset[str], console: Console) -> None:
    # Here, because building takes its own module that needs this one.
    from app.setup.engine import install_engine  # noqa: PLC0415

    fault = environment.fault()
    if fault is not None:
        _make(environment, fault, console)
    install_engine(environment, pinned_engine(environment.root), console)
    _install_project(environment, extras, console)
    version = environment.version() or ""
    # What another verb installed stays installed.
    have = environment.read_stamp().get("extras")
    everything = extras | frozenset(have if isinstance(have, list) else [])
    stamp = environment.wanted_stamp(version, everything)
    environment.stamp.write_text(json.dumps(stamp, indent=2) + "\n", encoding="utf-8")


@contextmanager
def _alone(environment: Environment, console: Console) -> Iterator[None]:
    """Wait until nobody else sets this folder up, and keep others waiting meanwhile."""
    place = hashlib.sha256(str(environment.root.resolve()).encode()).hexdigest()[:16]
    # Not in the environment, which may be about to be removed.
    lock = Path(tempfile.gettempdir()) / f"segue-setup-{place}.lock"
    told = False
    with ExitStack() as held:
        while True:
            try:
                held.enter_context(exclusive(lock))
                break
            except LockedError as error:
                if not told:
                    console.say(f"Another set-up is under way (process {error.pid}); waiting ...")
                told = True
                time.sleep(0.5)
        yield


def pinned_engine(root: Path) -> str:
    """Return the version of llama-cpp-python that ``pyproject.toml`` asks for."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for requirement in project["dependencies"]:
        name, equals, version = requirement.partition("==")
        if equals and name.strip() == ENGINE:
            return str(version.strip())
    raise SetupError(f"pyproject.toml does not pin {ENGINE} to one version.")


def _make(environment: Environment, fault: str, console: Console) -> None:
    if not machine.can_make_environments():
        raise SetupError(machine.environments_text())
    console.say(f"A virtual environment is needed in {environment.folder}: {fault}.")
    with console.step(f"Making it with Python {'.'.join(map(str, sys.version_info[:3]))}"):
        if environment.folder.exists():
            shutil.rmtree(environment.folder)
        log = environment.root / ".venv.log"
        try:
            code = run_logged([sys.executable, "-m", "venv", environment.folder], log)
            if code != 0:
                raise SetupError(f"python -m venv failed:\n\n{tail(log)}")
        finally:
            log.unlink(missing_ok=True)


def _install_project(environment: Environment, extras: frozenset[str], console: Console) -> None:
    target = f".[{','.join(sorted(extras))}]" if extras else "."
    log = environment.log("setup")

    def follow(line: str) -> None:
        words = line.split()
        if words[:1] in (["Collecting"], ["Downloading"], ["Installing"], ["Building"]):
            console.show("  " + line.strip())

    with console.step("Installing Segue and what it needs (Qt is the largest part)"):
        command = environment.pip("install", "--progress-bar", "off", "--editable", target)
        settings = environment.pip_settings()
        code = run_logged(command, log, on_line=follow, cwd=environment.root, environment=settings)
        if code != 0:
            raise SetupError(explain(log, "Installing Segue failed."))


def explain(log: Path, what: str) -> str:
    """Return a message about a failed step of pip: the cause in plain words where it is known."""
    text = log.read_text(encoding="utf-8", errors="replace")
    if any(sign in text for sign in _NO_NETWORK):
        return f"{what}\n{NO_NETWORK_TEXT}"
    if "No space left on device" in text or "not enough space" in text:
        return f"{what}\n{NO_SPACE_TEXT}"
    if "Killed signal terminated program" in text or "out of memory" in text.lower():
        return f"{what}\n{NO_MEMORY_TEXT}"
    return f"{what}\nThe last lines of {log}:\n\n{tail(log)}"
