"""What stands in the launcher and in the description of file types."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.desktop.program import exec_value, string_value
from app.paths import RESOURCES

TYPES = (
    "application/x-gguf",
    "text/markdown",
    "text/plain",
    "text/html",
    "application/xhtml+xml",
    "application/pdf",
)
"""Types of files that Segue opens: models, and what may be the learner's material."""

ICONS = RESOURCES / "icons" / "application"
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)

_LAUNCHER = """\
[Desktop Entry]
Version=1.0
Type=Application
Name=Segue
GenericName=Study Companion
GenericName[de]=Lernbegleiter
GenericName[es]=Compañero de estudio
Comment=Learn a new profession offline, quizzed by a model on this machine
Comment[de]=Einen neuen Beruf offline lernen, abgefragt von einem Modell auf diesem Rechner
Comment[es]=Aprender una profesión nueva sin conexión, con preguntas de un modelo de este equipo
Keywords=study;learn;quiz;recall;flashcards;spaced repetition;
Keywords[de]=lernen;abfragen;üben;wiederholen;Karteikarten;
Keywords[es]=estudiar;aprender;preguntas;repasar;tarjetas;
Icon=segue
TryExec={try_exec}
Exec={exec}
Terminal=false
Categories=Education;
MimeType={types}
StartupNotify=true
StartupWMClass=segue
"""

_DESCRIPTIONS = """\
<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="application/x-gguf">
    <comment>Language model</comment>
    <comment xml:lang="de">Sprachmodell</comment>
    <comment xml:lang="es">Modelo de lenguaje</comment>
    <generic-icon name="package-x-generic"/>
    <magic>
      <match type="string" offset="0" value="GGUF"/>
    </magic>
    <glob pattern="*.gguf"/>
  </mime-type>
</mime-info>
"""


def launcher(program: Path, options: Sequence[str], types: Sequence[str]) -> str:
    """Return the text of the launcher.

    Parameters
    ----------
    options : sequence of str
        What the program is started with besides files.
    types : sequence of str
        Types of files to offer to open.

    Raises
    ------
    DesktopError
        The path of the program cannot be written in a launcher.
    """
    return _LAUNCHER.format(
        try_exec=string_value(str(program)),
        exec=exec_value([str(program), *options]),
        types="".join(f"{each};" for each in types),
    )


def everything(program: Path, options: Sequence[str], types: Sequence[str]) -> dict[str, bytes]:
    """Return the content of every file to install, by its path in the user's folder of data.

    Raises
    ------
    DesktopError
        The path of the program cannot be written in a launcher.
    """
    icons = "icons/hicolor"
    files = {
        "applications/segue.desktop": launcher(program, options, types).encode(),
        "mime/packages/segue.xml": _DESCRIPTIONS.encode(),
        f"{icons}/scalable/apps/segue.svg": (RESOURCES / "icons" / "segue.svg").read_bytes(),
    }
    for size in ICON_SIZES:
        picture = (ICONS / f"segue-{size}.png").read_bytes()
        files[f"{icons}/{size}x{size}/apps/segue.png"] = picture
    return files
