"""A second start finds the first, and nothing that is left over keeps anybody out."""

from __future__ import annotations

import socket
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from app.handover import LARGEST, TAKEN, Request, address, hand_over, is_listening
from app.paths import Paths

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="looks at POSIX sockets")


@pytest.fixture(autouse=True)
def _runtime(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("r")))
    monkeypatch.delenv("XDG_ACTIVATION_TOKEN", raising=False)


class Listener:
    """Somebody at the address, who answers one request."""

    def __init__(self, paths: Paths, answer: bytes) -> None:
        self.heard = b""
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.bind(address(paths))
        self._socket.listen()
        self._answer = answer
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        line, _ = self._socket.accept()
        with line:
            self.heard = line.recv(LARGEST)
            if self._answer:
                line.sendall(self._answer)
            else:
                line.recv(1)  # until the other gives up
        self._socket.close()

    def end(self) -> None:
        self._thread.join(10)


def test_nobody_there_is_found_out_from_the_file_system_alone(paths: Paths) -> None:
    assert not hand_over(paths)
    assert not is_listening(paths)


def test_the_window_is_given_what_was_named(paths: Paths, tmp_path: Path) -> None:
    listener = Listener(paths, TAKEN)
    assert hand_over(paths, [tmp_path / "paper.pdf"], fetch=True)
    listener.end()
    assert Request.of_bytes(listener.heard) == Request((tmp_path / "paper.pdf",), fetch=True)


def test_files_are_named_so_that_another_process_finds_them(
    paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    listener = Listener(paths, TAKEN)
    assert hand_over(paths, [Path("paper.pdf")])
    listener.end()
    assert Request.of_bytes(listener.heard).files == (tmp_path / "paper.pdf",)


def test_a_window_that_does_not_answer_keeps_nobody_out(paths: Paths) -> None:
    listener = Listener(paths, b"")
    assert not hand_over(paths, patience=0.2)
    listener.end()


def test_a_socket_left_by_a_kill_keeps_nobody_out(paths: Paths) -> None:
    left = socket.socket(socket.AF_UNIX)
    left.bind(address(paths))
    left.close()
    assert Path(address(paths)).exists()
    assert not hand_over(paths)
    assert not is_listening(paths)


def test_a_file_in_its_place_is_not_talked_to(paths: Paths) -> None:
    Path(address(paths)).write_text("no socket")
    assert not hand_over(paths)


def test_every_data_folder_has_its_own_address(
    make_paths: Callable[[str], Paths], tmp_path: Path
) -> None:
    one, other = make_paths("one"), make_paths("other")
    assert address(one) != address(other)
    one.data.mkdir(parents=True)
    (tmp_path / "link").symlink_to(one.data)
    assert address(Paths(tmp_path / "link", one.models)) == address(one)


def test_an_address_is_short_enough_for_every_system(paths: Paths, tmp_path: Path) -> None:
    deep = Paths(tmp_path / ("long" * 60), paths.models)
    assert len(Path(address(deep)).name) < 40


@pytest.mark.parametrize("line", [b"", b"hello", b"[]", b'{"files": "x"}', b"\xff\n"])
def test_what_is_no_request_is_refused(line: bytes) -> None:
    with pytest.raises(ValueError, match="not a request"):
        Request.of_bytes(line)


def test_a_request_survives_its_way() -> None:
    request = Request((Path("/a/ü b.md"),), fetch=True, token="t-1")
    assert Request.of_bytes(request.as_bytes()) == request
