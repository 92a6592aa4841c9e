"""A machine without Python: a Debian of its own in a folder, entered with nothing of this one.

It has its own root, processes, users' home and network (none at all: not even loopback is up). Of
this machine it shares the kernel, and the socket of one X server, so that a window can be seen.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PACKAGES = (
    *("libegl1", "libgl1", "libxkbcommon0", "libfontconfig1", "libfreetype6", "libdbus-1-3"),
    *("libglib2.0-0", "fonts-dejavu-core", "libx11-xcb1", "libxcb-cursor0", "libxcb-icccm4"),
    *("libxcb-image0", "libxcb-keysyms1", "libxcb-randr0", "libxcb-render-util0"),
    *("libxcb-shape0", "libxcb-xkb1", "libxkbcommon-x11-0"),
)
"""What the folder needs of a system: any Linux with a desktop has it."""
RELEASE = "bookworm"

SEGUE = Path("/opt/Programme für mich/segue")
MODELS = Path("/opt/models")
HOME = Path("/home/learner")


class NoMachineError(Exception):
    """No such machine can be made here; the text says why."""


@dataclass(frozen=True)
class Machine:
    """The machine, by the folder that is its root."""

    root: Path

    def inside(self, path: Path) -> Path:
        """Return where a path of the machine is on this one."""
        return self.root / path.relative_to("/")

    def command(self, arguments: Sequence[str], environment: Mapping[str, str]) -> list[str]:
        """Return the command line that runs a program there, with this environment and no other."""
        words = [f"{name}={value}" for name, value in environment.items()]
        # The mounts are seen by this program alone, and go with it.
        enter = (
            'mount --bind /tmp/.X11-unix "$0/tmp/.X11-unix" && mount -t proc proc "$0/proc" && '
            'exec chroot "$0" /usr/bin/env -i "$@"'
        )
        return [
            *("unshare", "--net", "--pid", "--ipc", "--uts", "--mount", "--fork", "--kill-child"),
            *("--", "/bin/sh", "-c", enter, str(self.root)),
            *(f"HOME={HOME}", "PATH=/usr/bin:/bin", "LANG=C.UTF-8", *words),
            *arguments,
        ]

    def run(
        self, *arguments: str, answers: str = "", environment: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a program there to its end."""
        return subprocess.run(
            self.command(arguments, environment or {}),
            input=answers,
            capture_output=True,
            text=True,
            timeout=900,
            check=False,
        )

    def pythons(self) -> list[Path]:
        """Return everything there that could run Python, outside of the folder itself."""
        own = self.inside(SEGUE)
        return [
            path
            for path in self.root.rglob("*python*")
            if not path.is_relative_to(own)
            and path.is_file()
            and (os.access(path, os.X_OK) or path.name.startswith("libpython"))
        ]


def make_machine(root: Path) -> Machine:
    """Make the machine, or use the one that is there; needs root and Debian's mirror.

    Raises
    ------
    NoMachineError
        Something for it is missing.
    """
    if os.geteuid() != 0 or shutil.which("debootstrap") is None:
        raise NoMachineError("making a machine takes root and debootstrap")
    done = root / ".made"
    if not done.exists():
        shutil.rmtree(root, ignore_errors=True)
        command = ["debootstrap", "--variant=minbase", f"--include={','.join(PACKAGES)}"]
        made = subprocess.run(
            [*command, RELEASE, str(root)], capture_output=True, text=True, check=False
        )
        if made.returncode != 0:
            raise NoMachineError(f"debootstrap failed:\n{made.stdout[-2000:]}{made.stderr[-2000:]}")
        (root / "tmp" / ".X11-unix").mkdir()
        done.touch()
    return Machine(root)
