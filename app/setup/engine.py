"""Getting llama-cpp-python, which has no ready-made package where pip looks: fetched or built."""

from __future__ import annotations

import re
import subprocess
import threading
import time
from dataclasses import dataclass

from app.setup import machine
from app.setup.console import Console, duration, run_logged
from app.setup.environment import ENGINE, Environment, explain
from app.setup.machine import SetupError

PREBUILT_INDEX = "https://abetlen.github.io/llama-cpp-python/whl/cpu"
PREBUILT_PATIENCE = 10.0
"""Seconds in which the index of ready-made packages must have offered something."""

_COMPILED = re.compile(r"^\s*\[(\d+)/(\d+)\] ")


@dataclass(frozen=True)
class BuildProgress:
    """How far a build has come."""

    done: int
    total: int

    def line(self, elapsed: float) -> str:
        """Return a line for the learner.

        Parameters
        ----------
        elapsed
            Seconds since the first file was begun.
        """
        text = f"  {self.done} of {self.total} files, {duration(elapsed)}"
        # The first few files say little about the rest.
        if self.done >= 5:
            left = elapsed / self.done * (self.total - self.done)
            text += f", about {duration(max(left, 10.0))} left"
        return text


def parse_build_line(line: str) -> BuildProgress | None:
    """Return the progress that a line of the build tells, or None."""
    match = _COMPILED.match(line)
    if match is None or int(match[2]) == 0:
        return None
    return BuildProgress(int(match[1]), int(match[2]))


def install_engine(environment: Environment, version: str, console: Console) -> None:
    """Install this version of llama-cpp-python, from the quickest source that has it.

    Raises
    ------
    SetupError
        There is no compiler, no network, or the build failed.
    """
    if _installed(environment) == version:
        return
    if _install_prebuilt(environment, version, console):
        return
    if not _is_cached(environment, version) and not machine.has_compiler():
        raise SetupError(machine.compiler_text())
    _build(environment, version, console)


def _installed(environment: Environment) -> str | None:
    code = f"from importlib.metadata import version; print(version({ENGINE!r}))"
    command = [str(environment.python), "-c", code]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    return result.stdout.strip() if result.returncode == 0 else None


def _install_prebuilt(environment: Environment, version: str, console: Console) -> bool:
    """Try the project's own index of packages for plain processors, once and briefly."""
    console.say("Looking for a ready-made llama.cpp ...")
    offered = threading.Event()
    command = environment.pip(
        *("install", "--no-deps", "--only-binary", ":all:", "--progress-bar", "off"),
        *("--timeout", "4", "--retries", "0", "--index-url", PREBUILT_INDEX),
        f"{ENGINE}=={version}",
    )
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )

    def give_up() -> None:
        # A system's name service may hang far longer than pip's own timeout.
        if not offered.wait(PREBUILT_PATIENCE):
            process.kill()

    watcher = threading.Thread(target=give_up, daemon=True)
    watcher.start()
    try:
        for line in process.stdout or ():
            if line.split()[:1] in (["Downloading"], ["Using"], ["Processing"]):
                offered.set()
        installed = process.wait() == 0
    finally:
        offered.set()
        if process.poll() is None:
            process.kill()
        process.communicate()
    console.say("  found and installed" if installed else "  none can be had here")
    return installed


def _is_cached(environment: Environment, version: str) -> bool:
    """Return whether pip has kept the result of an earlier build on this machine."""
    command = environment.pip("cache", "list", ENGINE.replace("-", "_"))
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    return f"{ENGINE.replace('-', '_')}-{version}-" in result.stdout


def _build(environment: Environment, version: str, console: Console) -> None:
    log = environment.log("build")
    began: float | None = None

    def follow(line: str) -> None:
        nonlocal began
        progress = parse_build_line(line)
        if progress is not None:
            began = time.monotonic() if began is None else began
            console.show(progress.line(time.monotonic() - began))

    # Reading images is the part of llama.cpp that Segue never uses.
    settings = {"CMAKE_ARGS": "-DLLAVA_BUILD=OFF"} | environment.pip_settings()
    title = "Building llama.cpp, once (about 5 minutes on 2 processors, less on more)"
    if _is_cached(environment, version):
        title = "Installing llama.cpp as it was built here before"
    with console.step(title):
        command = environment.pip(
            "install", "--verbose", "--progress-bar", "off", f"{ENGINE}=={version}"
        )
        if run_logged(command, log, on_line=follow, environment=settings) != 0:
            raise SetupError(explain(log, "Building llama.cpp failed."))
