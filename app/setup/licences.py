"""Collecting the licences of everything that goes into the self-contained folder."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXTS = ROOT / "resources" / "licences"
"""Texts of licences that the packages themselves do not hold."""

_NAMES = re.compile(r"licen[cs]e|copying|notice|authors|copyright", re.IGNORECASE)

NOTICE = """\
Segue and what it is made of
============================

Segue itself is under the MIT licence; see Segue.txt. Everything else in this folder belongs to
others. Each is named below with its licence, whose text is in the folder or file of its name here.

Qt and PySide (Qt for Python) are used under the GNU Lesser General Public License, version 3:
LGPL-3.0.txt, with GPL-3.0.txt, to which it refers. They are unchanged and linked dynamically: their
libraries are single files under {libraries}. You may replace any
of them with your own build of the same major version, and the program goes on with yours. For
this, and for finding faults in such changes, you may also take Segue apart. Their source code is
at https://download.qt.io/official_releases/ in the versions named below. What Qt itself holds of
others is listed at https://doc.qt.io/qt-6/licenses-used-in-qt.html.

llama.cpp, which runs the model, is under the MIT licence; see llama.cpp.txt.

The program that starts Segue comes from PyInstaller: GPL 2.0 with an exception that lets it be
given away with programs under any licence.

"""


@dataclass(frozen=True)
class Part:
    """A package in the folder.

    Attributes
    ----------
    licence : str
        What it says itself that its licence is, in a line.
    texts : tuple of Path
        Files with its text.
    """

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...]


def collect(folder: Path, modules: Iterable[str], files: Iterable[Path]) -> list[Part]:
    """Write the licences of everything into a folder, with a file NOTICE.txt; return the parts.

    Parameters
    ----------
    modules : iterable of str
        Modules of Python that go in.
    files : iterable of Path
        Where the other files that go in come from.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    files = list(files)
    parts = [python_part(), *python_packages(modules, files), *system_packages(files)]
    for part in parts:
        for text in part.texts:
            kept = folder / part.name / text.name
            kept.parent.mkdir(exist_ok=True)
            # Parts of a package have files of the same name.
            while kept.exists():
                kept = kept.with_name(f"{text.parent.name}-{kept.name}")
            shutil.copyfile(text, kept)
    for text in TEXTS.iterdir():
        shutil.copyfile(text, folder / text.name)
    shutil.copyfile(ROOT / "LICENSE", folder / "Segue.txt")
    lines = [f"{part.name} {part.version}: {part.licence}" for part in parts]
    libraries = "_internal/PySide6 and _internal/shiboken6"
    notice = NOTICE.format(libraries=libraries) + "\n".join(lines) + "\n"
    (folder / "NOTICE.txt").write_text(notice, encoding="utf-8")
    return parts


def python_part() -> Part:
    """Return Python itself."""
    place = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    version = ".".join(map(str, sys.version_info[:3]))
    return Part("Python", version, "PSF-2.0", (place,) if place.exists() else ())


def python_packages(modules: Iterable[str], files: Iterable[Path]) -> list[Part]:
    """Return the installed packages that some modules and files belong to."""
    site = Path(sysconfig.get_path("purelib"))
    tops = {name.partition(".")[0] for name in modules}
    tops |= {each.relative_to(site).parts[0] for each in files if each.is_relative_to(site)}
    owners = metadata.packages_distributions()
    names = {owner for top in tops for owner in owners.get(top, ())} - {"segue"}
    return [_package(metadata.distribution(name)) for name in sorted(names, key=str.lower)]


def system_packages(files: Iterable[Path]) -> list[Part]:
    """Return the packages of the system that libraries come from, where they can be asked for."""
    own = (Path(sys.prefix), Path(sys.base_prefix), ROOT)
    foreign = {
        each.resolve()
        for each in files
        # A path that is not absolute is a link within the folder.
        if each.is_absolute() and not any(each.is_relative_to(place) for place in own)
    }
    owners = _debian_owners(foreign)
    parts = [
        Part(path.name, "", "a library of the system that this folder was made on", ())
        for path in sorted(foreign - set(owners))
    ]
    for name in sorted(set(owners.values())):
        text = Path("/usr/share/doc") / name / "copyright"
        version = _asked("dpkg-query", "--show", "--showformat=${Version}", name)
        words = "see its text; source code at https://snapshot.debian.org/"
        parts.append(Part(name, version, words, (text,) if text.exists() else ()))
    return parts


def _package(distribution: metadata.Distribution) -> Part:
    about = distribution.metadata
    name = about["Name"]
    classifiers = [
        each.rpartition(" :: ")[2]
        for each in about.get_all("Classifier") or ()
        if each.startswith("License :: ")
    ]
    given = [*(about.get_all("License-Expression") or ()), *(about.get_all("License") or ())]
    words = given[0] if given else ", ".join(classifiers)
    licence = words.strip().partition("\n")[0] or "see its text"
    texts = tuple(
        Path(str(distribution.locate_file(each)))
        for each in distribution.files or ()
        if ".dist-info" in each.parts[0] and any(map(_NAMES.search, each.parts[1:]))
    )
    return Part(
        name, distribution.version, licence, tuple(each for each in texts if each.is_file())
    )


def _debian_owners(paths: set[Path]) -> dict[Path, str]:
    """Return the package that each file is from; none for files of no package."""
    if not paths:
        return {}
    # Where /lib is a link to /usr/lib, packages still name the one or the other.
    asked = {each: path for path in paths for each in (str(path), str(path).removeprefix("/usr"))}
    found = {}
    for line in _asked("dpkg-query", "--search", *asked).splitlines():
        owner, _, path = line.partition(": ")
        if path in asked:
            found[asked[path]] = owner.partition(":")[0].partition(",")[0]
    return found


def _asked(*command: str) -> str:
    try:
        # Asked for many files, it fails for those of no package and answers for the others.
        ran = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return ran.stdout.strip()
