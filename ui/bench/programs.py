"""The programs whose windows are compared: Segue, Anki, and a window with nothing in it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from app.bench.anki import NotMeasuredError, anki_python
from app.bench.registry import Bench
from app.content.search import SearchIndex
from app.paths import Paths
from app.workspace import load_library

_SEGUE = "from ui.launch import main; main()"
_EMPTY = """\
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.menuBar().addMenu("File")
window.resize(1180, 780)
window.show()
application.exec()
"""
_ANKI = "import aqt; aqt.run()"
# A profile that asks nothing and looks for nothing on the network, drawn without a graphics card.
_ANKI_PROFILE = """\
import sys
import anki.buildinfo
import anki.lang
anki.lang.set_lang("en")
from aqt.profiles import ProfileManager, VideoDriver
profiles = ProfileManager(ProfileManager.get_created_base_folder(sys.argv[1]))
profiles.setupMeta()
profiles.create("User 1")
profiles.meta.update(firstRun=False, updates=False, suppressUpdate=True)
profiles.setLang("en")
profiles.set_video_driver(VideoDriver.Software)
print(anki.buildinfo.version)
"""
_MAKING_PROFILE = 60.0


@dataclass(frozen=True)
class Program:
    """How to start a program.

    Attributes
    ----------
    name : str
        What it is called in a table.
    environment : dict
        Besides that of this process.
    """

    name: str
    command: tuple[str, ...]
    environment: dict[str, str] = field(default_factory=dict)


def segue(paths: Paths) -> Program:
    """Return Segue over some folders, as the `segue` command starts it."""
    return Program("Segue", (sys.executable, "-c", _SEGUE), _folders(paths))


def student(paths: Paths, questions: int) -> Program:
    """Return Segue with a learner who answers so many questions; see `ui.bench.student`."""
    command = (sys.executable, "-m", "ui.bench.student", str(questions))
    return Program("Segue", command, _folders(paths))


def empty_window() -> Program:
    """Return a program with a window of Segue's size and nothing in it."""
    return Program("an empty window", (sys.executable, "-c", _EMPTY))


def anki(bench: Bench, folder: Path) -> Program:
    """Return Anki with a new profile, which is made in a folder.

    Raises
    ------
    NotMeasuredError
        It cannot be installed, or makes no profile.
    """
    python = bench.anki or anki_python(bench.cache, bench.tell, with_window=True)
    try:
        made = subprocess.run(
            [python, "-c", _ANKI_PROFILE, folder],
            capture_output=True,
            text=True,
            timeout=_MAKING_PROFILE,
            check=True,
            env={"QT_QPA_PLATFORM": "offscreen", "HOME": str(folder), "LANG": "C.UTF-8"},
        )
    except subprocess.CalledProcessError as error:
        said = error.stderr.strip().splitlines() or ["it said nothing"]
        raise NotMeasuredError(f"Anki makes no profile: {said[-1]}") from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotMeasuredError(f"Anki makes no profile: {error}") from error
    return Program(
        f"Anki {made.stdout.split()[-1]}",
        (str(python), "-c", _ANKI, "-b", str(folder), "-l", "en"),
        # Its browser refuses to run for the administrator otherwise, as in a container.
        {"QTWEBENGINE_DISABLE_SANDBOX": "1", "LANG": "C.UTF-8"},
    )


def fresh_paths(paths: Paths, folder: Path) -> Paths:
    """Return folders of a new learner who has the user's models, and what is known of them.

    All content was read and indexed before, as on every start but the first.
    """
    made = Paths(folder / "segue", paths.models)
    made.make()
    with closing(SearchIndex(made.search_index)) as index:
        for _ in index.updating(load_library(made), made.documents):
            pass
    for known, copy in ((paths.grading, made.grading), (paths.tuning, made.tuning)):
        for file in sorted(known.glob("*.json")):
            copy.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, copy)
    return made


def _folders(paths: Paths) -> dict[str, str]:
    return {"SEGUE_DATA": str(paths.data), "SEGUE_MODELS": str(paths.models)}
