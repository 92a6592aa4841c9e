"""What a measured speed holds for: the processor, and how much of it this program may use."""

from __future__ import annotations

import platform
import subprocess
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any, Self

from app.model.options import default_threads, usable_threads

_CPUINFO = Path("/proc/cpuinfo")
# In the order in which they are believed; ARM has no names, only numbers of maker and part.
_NAMES = ("model name", "hardware", "cpu model", "uarch")
_NUMBERS = ("cpu implementer", "cpu part")


@dataclass(frozen=True)
class Hardware:
    """The processor of a machine, as far as it decides how fast a model is.

    Attributes
    ----------
    processor : str
        The name that its makers gave it.
    cores, threads : int
        Cores, and threads that run at once, that this program may use.
    """

    processor: str
    cores: int
    threads: int

    @classmethod
    def here(cls) -> Self:
        """Return what this program runs on."""
        return cls(_processor(), default_threads(), usable_threads())

    def packed(self) -> dict[str, Any]:
        """Return it as plain values."""
        return asdict(self)

    @classmethod
    def unpacked(cls, values: Mapping[str, Any]) -> Self:
        """Return it from plain values.

        Raises
        ------
        KeyError, TypeError, ValueError
            They are not what `packed` gave.
        """
        return cls(str(values["processor"]), int(values["cores"]), int(values["threads"]))


@cache
def _processor() -> str:
    match platform.system():
        case "Linux":
            name = linux_processor(_CPUINFO)
        case "Darwin":
            name = _mac_processor()
        case _:
            # On Windows this is family, model and stepping, which tell processors apart enough.
            name = platform.processor()
    return name or platform.machine()


def linux_processor(cpuinfo: Path) -> str:
    """Return the name of the processor that Linux describes in a file; empty if it has none."""
    try:
        text = cpuinfo.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    values: dict[str, str] = {}
    for line in text.splitlines():
        key, _, value = line.partition(":")
        values.setdefault(key.strip().lower(), value.strip())
    for name in _NAMES:
        if values.get(name):
            return values[name]
    return " ".join(values[number] for number in _NUMBERS if values.get(number))


def _mac_processor() -> str:
    try:
        said = subprocess.run(
            ["/usr/sbin/sysctl", "-n", "machdep.cpu.brand_string"],
            capture_output=True,
            text=True,
            timeout=5,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return said.stdout.strip()
