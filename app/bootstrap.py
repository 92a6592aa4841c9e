"""Set Segue up and start it: ``python3 app/bootstrap.py run``.

This file is read by whatever Python a machine calls ``python3``, and that may be too old for
everything else here. So it keeps to the syntax of Python 3.6, needs nothing that is not in the
standard library, and either hands over to a Python that is new enough or says how to get one.
"""

import os
import subprocess
import sys
from pathlib import Path
from typing import Dict, List, Optional, Tuple

HERE = Path(__file__).resolve()

OLDEST = (3, 11)
NAMES = ("python3.14", "python3.13", "python3.12", "python3.11")

TOO_OLD = """\
Segue needs Python {needed} or newer. This one is Python {present}, and no newer one is on PATH.

  Debian/Ubuntu   sudo apt-get install -y python3 python3-venv
                  (new enough in Debian 12, Ubuntu 24.04 and later;
                  in Ubuntu 22.04 the packages are python3.11 and python3.11-venv)
  Fedora          sudo dnf install -y python3.13
  macOS           brew install python@3.13
  Windows         winget install Python.Python.3.13

Then run the same command again.
"""


def version_of(python: str) -> Optional[Tuple[int, int]]:
    """Return the major and minor version of an interpreter, or None where it does not run."""
    command = [python, "-c", "import sys; print('%d %d' % sys.version_info[:2])"]
    try:
        output = subprocess.check_output(command, stderr=subprocess.DEVNULL, timeout=20)
        major, minor = output.decode("ascii").split()
        return int(major), int(minor)
    except (OSError, ValueError, subprocess.SubprocessError):
        # Such as the placeholder that a version manager puts on PATH for each Python it knows.
        return None


def find_python(environment: Dict[str, str]) -> Optional[str]:
    """Return the newest Python on PATH that is new enough, or None."""
    for name in NAMES:
        for folder in environment.get("PATH", "").split(os.pathsep):
            candidate = str(Path(folder) / name)
            if os.access(candidate, os.X_OK) and (version_of(candidate) or (0, 0)) >= OLDEST:
                return candidate
    return None


def too_old_text() -> str:
    """Return what to tell somebody whose Python is too old."""
    needed, present = (".".join(map(str, v)) for v in (OLDEST, sys.version_info[:3]))
    return TOO_OLD.format(needed=needed, present=present)


def hand_over(arguments: List[str]) -> int:
    """Run this file again with a newer Python, and return its exit code; 1 where there is none."""
    python = find_python(dict(os.environ))
    if python is None:
        sys.stderr.write(too_old_text())
        return 1
    print("Using {} ...".format(python))
    sys.stdout.flush()
    return subprocess.call([python, str(HERE), *arguments])


def main(arguments: List[str]) -> int:
    """Carry out one verb, such as ``run`` or ``test``, and return the exit code."""
    if sys.version_info[:2] < OLDEST:
        return hand_over(arguments)
    # Python has put the folder of this file on its path; imports begin one folder higher.
    sys.path[0] = str(HERE.parent.parent)
    from app.setup.verbs import main as carry_out  # noqa: PLC0415

    return carry_out(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
