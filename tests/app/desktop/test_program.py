"""The launcher starts exactly the program that was installed, whatever its folder is called."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from app.desktop.program import DesktopError, exec_value, running_program, string_value


def started_by(value: str, files: list[str]) -> list[str]:
    """Return the command line that a desktop makes of ``Exec``, in the specification's order.

    Its rules for quotes are those of the shell, for the words that need quotes by its rules.
    """
    text = value.replace("\\\\", "\\")
    command = ["sh", "-c", f"printf '%s\\0' {text}"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    words = said.split("\0")[:-1]
    assert words[-1] == "%F"
    return [word.replace("%%", "%") for word in words[:-1]] + files


@pytest.mark.parametrize(
    "program",
    [
        "/opt/segue/segue",
        "/home/ana/My Programs/segue",
        '/home/o"neill/segue',
        "/home/o'neill/segue",
        "/srv/$HOME/`id`/segue",
        "/srv/back\\slash/segue",
        "/srv/100 %/%f/segue",
        "/srv/100%/segue",
        "/srv/a;b&c|d<e>f(g)h#i*j?k~l/segue",
        "/srv/Äpfel 学习/segue",
    ],
)
def test_any_path_comes_back_as_it_was(program: str) -> None:
    assert started_by(exec_value([program]), ["a b.pdf"]) == [program, "a b.pdf"]


def test_a_plain_path_is_not_quoted() -> None:
    assert exec_value(["/opt/segue/segue"]) == "/opt/segue/segue %F"


def test_quotes_and_escapes_are_those_of_the_specification() -> None:
    # One backslash of the path: escaped once for the quotes, and all of that once for the string.
    assert exec_value(["/a b\\c/segue"]) == r'"/a b\\\\c/segue" %F'
    assert exec_value(["/a$b/segue"]) == r'"/a\\$b/segue" %F'


def test_options_stand_before_the_files() -> None:
    value = exec_value(["/opt/segue", "--data", "/home/ana/a=b c"])
    assert started_by(value, []) == ["/opt/segue", "--data", "/home/ana/a=b c"]


def test_what_the_specification_cannot_say_is_refused_in_words() -> None:
    with pytest.raises(DesktopError, match="equals sign"):
        exec_value(["/srv/a=b/segue"])
    for path in ("/srv/a\nb/segue", "/srv/\udcff/segue"):
        with pytest.raises(DesktopError, match="plain name"):
            string_value(path)


def test_a_link_to_the_program_is_kept_as_a_link(tmp_path: Path) -> None:
    target = tmp_path / "versions" / "1" / "segue"
    target.parent.mkdir(parents=True)
    target.touch()
    link = tmp_path / "segue"
    link.symlink_to(target)
    assert running_program([tmp_path / "none", link, target]) == link


def test_without_an_installed_program_there_is_an_answer(tmp_path: Path) -> None:
    with pytest.raises(DesktopError, match=r"pipx install \."):
        running_program([tmp_path / "segue"])


def test_the_program_of_this_environment_is_found() -> None:
    found = running_program()
    assert found.name == "segue"
    assert found.is_absolute()
