"""What `segue desktop install` writes, `uninstall` removes, and nothing else is touched."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

import pytest

from app.desktop.content import ICON_SIZES
from app.desktop.installation import install, status, uninstall
from app.desktop.places import Places
from app.desktop.program import DesktopError
from app.desktop.record import NAME

PROGRAM = Path("/opt/Segue 1/segue")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "share", (), ())


def nothing(_: Sequence[str]) -> str | None:
    """Be a desktop without any tool."""
    return None


def tree(folder: Path) -> dict[str, bytes | None]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }


def test_launcher_icons_and_types_are_where_desktops_look(places: Places) -> None:
    outcome = install(places, PROGRAM, run=nothing)
    home = places.data_home
    text = (home / "applications/segue.desktop").read_text(encoding="utf-8")
    assert 'Exec="/opt/Segue 1/segue" %F\n' in text
    assert "TryExec=/opt/Segue 1/segue\n" in text
    assert "MimeType=application/x-gguf;" in text
    assert (home / "icons/hicolor/scalable/apps/segue.svg").read_text().startswith("<svg")
    for size in ICON_SIZES:
        content = (home / f"icons/hicolor/{size}x{size}/apps/segue.png").read_bytes()
        assert content.startswith(b"\x89PNG")
        assert int.from_bytes(content[16:20]) == size
    types = ElementTree.parse(home / "mime/packages/segue.xml").getroot()
    patterns = {each.get("pattern") for each in types.iter() if each.tag.endswith("}glob")}
    assert patterns == {"*.gguf"}
    assert len(outcome.files) == len(ICON_SIZES) + 3


def test_after_uninstalling_everything_is_as_before(places: Places) -> None:
    other = places.data_home / "applications" / "other.desktop"
    other.parent.mkdir(parents=True)
    other.write_text("[Desktop Entry]\n")
    before = tree(places.data_home)
    install(places, PROGRAM, run=nothing)
    install(places, Path("/elsewhere/segue"), run=nothing)
    outcome = uninstall(places, run=nothing)
    assert tree(places.data_home) == before
    assert len(outcome.files) == len(ICON_SIZES) + 3
    assert uninstall(places, run=nothing).files == ()


def test_a_folder_in_which_others_have_put_something_stays(places: Places) -> None:
    install(places, PROGRAM, run=nothing)
    other = places.data_home / "icons/hicolor/48x48/apps/other.png"
    other.write_bytes(b"\x89PNG")
    uninstall(places, run=nothing)
    assert [name for name, content in tree(places.data_home).items() if content is not None] == [
        "icons/hicolor/48x48/apps/other.png"
    ]


def test_a_launcher_that_the_learner_changed_is_kept_and_told(places: Places) -> None:
    install(places, PROGRAM, run=nothing)
    launcher = places.data_home / "applications/segue.desktop"
    launcher.write_text(launcher.read_text(encoding="utf-8") + "X-Mine=1\n", encoding="utf-8")
    with pytest.raises(DesktopError, match="--replace"):
        install(places, PROGRAM, run=nothing)
    outcome = uninstall(places, run=nothing)
    assert outcome.kept == (launcher,)
    assert launcher.exists()


def test_a_file_that_was_there_before_is_not_written_over_unasked(places: Places) -> None:
    launcher = places.data_home / "applications/segue.desktop"
    launcher.parent.mkdir(parents=True)
    launcher.write_text("mine")
    before = tree(places.data_home)
    with pytest.raises(DesktopError, match=r"segue\.desktop"):
        install(places, PROGRAM, run=nothing)
    assert tree(places.data_home) == before
    install(places, PROGRAM, replace=True, run=nothing)
    assert "Exec=" in launcher.read_text(encoding="utf-8")


def test_a_file_of_an_older_version_goes_with_the_update(places: Places) -> None:
    install(places, PROGRAM, run=nothing)
    home = places.data_home
    old = "icons/hicolor/48x48/apps/segue-old.png"
    shutil.copy(home / "icons/hicolor/48x48/apps/segue.png", home / old)
    record = json.loads((home / NAME).read_text())
    record["files"][old] = record["files"]["icons/hicolor/48x48/apps/segue.png"]
    (home / NAME).write_text(json.dumps(record))
    install(places, PROGRAM, run=nothing)
    assert not (home / old).exists()
    assert old not in json.loads((home / NAME).read_text())["files"]


def test_status_tells_what_is_missing_and_what_is_out_of_date(places: Places) -> None:
    assert status(places, PROGRAM).files == {}
    install(places, PROGRAM, ["--data", "/d"], run=nothing)
    found = status(places, PROGRAM, ["--data", "/d"])
    assert set(found.files.values()) == {"ok"}
    assert found.is_current
    assert found.starts == '"/opt/Segue 1/segue" --data /d %F'
    assert found.types[0] == "application/x-gguf"
    assert not status(places, Path("/elsewhere/segue")).is_current
    assert not status(places, None).is_current
    with (places.data_home / "applications/segue.desktop").open("a") as launcher:
        launcher.write("[Desktop Action mine]\nExec=/opt/other\n")
    assert status(places, PROGRAM).starts == found.starts
    icon = places.data_home / "icons/hicolor/48x48/apps/segue.png"
    icon.unlink()
    found = status(places, PROGRAM, ["--data", "/d"])
    assert found.files[icon] == "missing"
    assert not found.is_current


@pytest.mark.parametrize("name", ["/etc/passwd", "../../outside"])
def test_a_record_that_names_files_of_others_is_refused(places: Places, name: str) -> None:
    path = places.data_home / NAME
    path.parent.mkdir(parents=True)
    content = {"version": 1, "files": {name: "0" * 64}, "folders": [], "indexes": []}
    path.write_text(json.dumps(content))
    with pytest.raises(DesktopError, match="files of others"):
        uninstall(places, run=nothing)


def test_a_damaged_record_is_told(places: Places) -> None:
    path = places.data_home / NAME
    path.parent.mkdir(parents=True)
    path.write_text("{")
    with pytest.raises(DesktopError, match="damaged"):
        uninstall(places, run=nothing)


def test_what_the_desktops_tools_complain_about_does_not_stop_it(places: Places) -> None:
    outcome = install(places, PROGRAM, run=lambda command: f"{command[0]}: no")
    assert outcome.complaints == (
        "desktop-file-validate: no",
        "update-desktop-database: no",
        "update-mime-database: no",
    )
    assert status(places, PROGRAM).is_current


def test_an_index_of_icons_is_renewed_but_never_begun(places: Places) -> None:
    called: list[str] = []

    def run(command: Sequence[str]) -> str | None:
        called.append(command[0])
        return ""

    install(places, PROGRAM, run=run)
    assert "gtk-update-icon-cache" not in called
    (places.data_home / "icons/hicolor/icon-theme.cache").touch()
    install(places, PROGRAM, run=run)
    assert "gtk-update-icon-cache" in called


@pytest.mark.skipif(
    shutil.which("update-mime-database") is None, reason="shared-mime-info is not installed"
)
def test_the_systems_own_tools_agree_and_leave_nothing_behind(places: Places) -> None:
    places.data_home.mkdir()
    outcome = install(places, PROGRAM)
    assert outcome.complaints == ()
    globs = (places.data_home / "mime" / "globs2").read_text(encoding="utf-8")
    assert "50:application/x-gguf:*.gguf" in globs
    uninstall(places)
    assert tree(places.data_home) == {}


@pytest.mark.skipif(
    shutil.which("desktop-file-validate") is None, reason="desktop-file-utils is not installed"
)
def test_the_launcher_is_valid_even_by_its_warnings(places: Places) -> None:
    install(places, Path("/srv/o'neill $HOME \\ 100 %/segue"))
    launcher = places.data_home / "applications/segue.desktop"
    said = subprocess.run(
        ["desktop-file-validate", "--warn-kde", launcher],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout == ""
