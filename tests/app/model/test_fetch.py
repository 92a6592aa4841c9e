"""Fetching a model from a real server on this machine, and everything that can go wrong."""

from __future__ import annotations

import hashlib
import socket
import threading
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from app.model.catalogue import CatalogueEntry, UrlSource
from app.model.connections import Connections
from app.model.fetch import describe, fetch, verify
from app.model.fetch_errors import FetchCause, FetchError, SourceFailure
from app.model.file_lock import exclusive
from app.model.transfer import FetchSettings, Phase, Progress

BYTES = b"GGUF" + bytes(range(256)) * 12_000
"""About 3 MB, so that a transfer has a middle."""

WRONG = b"GGUF" + b"x" * (len(BYTES) - 4)


@dataclass
class Site:
    """What the server holds, how it misbehaves, and what it was asked.

    Attributes
    ----------
    cut_after
        For each request in turn, the bytes of body after which the connection is cut.
    stall
        Where given, the server falls silent after `stall_after` bytes until this is set.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    etag: str | None = '"one"'
    ranges: bool = True
    status: int = 200
    content_type: str = "application/octet-stream"
    cut_after: list[int] = field(default_factory=list)
    stall: threading.Event | None = None
    stall_after: int = 1_000_000
    requests: list[dict[str, str]] = field(default_factory=list)
    address: str = ""

    def url(self, name: str = "model.gguf") -> str:
        return f"{self.address}/{name}"


def handler_for(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.requests.append({key.lower(): value for key, value in self.headers.items()})
            body = site.files.get(self.path.lstrip("/"))
            if self.path == "/moved.gguf":
                self.send_response(302)
                self.send_header("Location", "/model.gguf")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            if body is None or site.status != 200:
                self.send_error(404 if body is None else site.status)
                return
            self.send_body(body)

        def send_body(self, body: bytes) -> None:
            wanted = self.headers.get("Range")
            fresh = self.headers.get("If-Range") in (None, site.etag)
            start = 0
            if wanted and site.ranges and fresh:
                start = int(wanted.removeprefix("bytes=").removesuffix("-"))
            if start >= len(body):
                self.send_response(416)
                self.send_header("Content-Range", f"bytes */{len(body)}")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            self.send_response(206 if start else 200)
            if start:
                self.send_header("Content-Range", f"bytes {start}-{len(body) - 1}/{len(body)}")
            self.send_header("Content-Length", str(len(body) - start))
            self.send_header("Content-Type", site.content_type)
            if site.etag:
                self.send_header("ETag", site.etag)
            self.end_headers()
            piece = body[start:]
            if site.cut_after:
                self.wfile.write(piece[: site.cut_after.pop(0)])
                self.close_connection = True
                return
            if site.stall is not None:
                self.wfile.write(piece[: site.stall_after])
                self.wfile.flush()
                site.stall.wait(10)
                self.close_connection = True
                return
            self.wfile.write(piece)

        def log_message(self, *_: object) -> None:
            pass

    return Handler


class QuietServer(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Say nothing: clients that hang up are what these tests are about."""


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site({"model.gguf": BYTES})
    server = QuietServer(("127.0.0.1", 0), handler_for(site))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    site.address = f"http://127.0.0.1:{server.server_port}"
    yield site
    if site.stall is not None:
        site.stall.set()
    server.shutdown()
    server.server_close()
    thread.join()


SETTINGS = FetchSettings(
    connect_timeout=1.0,
    answer_timeout=1.0,
    stall_timeout=0.5,
    retry_pause=0.01,
    heartbeat=0.02,
    free_space=lambda _: 10**12,
)


def model(*urls: str, size: int | None = len(BYTES), known: bool = True) -> CatalogueEntry:
    return CatalogueEntry(
        id="tiny",
        name="Tiny",
        file="tiny.gguf",
        parameters="1M",
        quantization="Q4_0",
        licence="MIT",
        licence_url="https://example.org",
        size=size,
        sha256=hashlib.sha256(BYTES).hexdigest() if known else None,
        context_length=2048,
        kv_bytes_per_token=None,
        note="For these tests.",
        sources=tuple(UrlSource(url) for url in urls),
    )


def finish(steps: Generator[Progress, None, Path]) -> tuple[Path, list[Progress]]:
    seen: list[Progress] = []
    while True:
        try:
            seen.append(next(steps))
        except StopIteration as end:
            return Path(end.value), seen


def failure_of(steps: Generator[Progress, None, Path]) -> FetchError:
    with pytest.raises(FetchError) as caught:
        finish(steps)
    return caught.value


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_model_arrives_under_its_name_and_leaves_nothing_beside_it(
    site: Site, tmp_path: Path
) -> None:
    path, seen = finish(fetch(model(site.url()), tmp_path / "models", settings=SETTINGS))
    assert path == tmp_path / "models" / "tiny.gguf"
    assert path.read_bytes() == BYTES
    assert names(path.parent) == ["tiny.gguf"]
    assert seen[0].phase is Phase.CONNECTING
    assert [p.phase for p in seen][-1] is Phase.VERIFYING
    assert all(p.source == "127.0.0.1" for p in seen)
    fetching = [p for p in seen if p.phase is Phase.FETCHING]
    assert [p.done for p in fetching] == sorted(p.done for p in fetching)
    assert (fetching[-1].done, fetching[-1].total) == (len(BYTES), len(BYTES))


def test_a_model_that_is_there_already_is_checked_and_not_fetched(
    site: Site, tmp_path: Path
) -> None:
    (tmp_path / "tiny.gguf").write_bytes(BYTES)
    path, seen = finish(fetch(model(site.url()), tmp_path, settings=SETTINGS))
    assert path.read_bytes() == BYTES
    assert site.requests == []
    assert {p.phase for p in seen} == {Phase.VERIFYING}


def test_a_damaged_model_is_replaced(site: Site, tmp_path: Path) -> None:
    (tmp_path / "tiny.gguf").write_bytes(WRONG)
    path, _ = finish(fetch(model(site.url()), tmp_path, settings=SETTINGS))
    assert path.read_bytes() == BYTES


def test_redirects_are_followed_with_the_range(site: Site, tmp_path: Path) -> None:
    (tmp_path / "tiny.gguf.part").write_bytes(BYTES[:1000])
    path, _ = finish(fetch(model(site.url("moved.gguf")), tmp_path, settings=SETTINGS))
    assert path.read_bytes() == BYTES
    assert site.requests[-1]["range"] == "bytes=1000-"


def test_each_connection_is_counted(site: Site, tmp_path: Path) -> None:
    connections = Connections()
    counted = replace(SETTINGS, connections=connections)
    finish(fetch(model(site.url("moved.gguf")), tmp_path, settings=counted))
    # The one that was redirected, and the one that it led to.
    assert (connections.made, connections.elsewhere) == (2, {})


def test_a_cut_connection_goes_on_where_it_stopped(site: Site, tmp_path: Path) -> None:
    site.cut_after = [1_200_000, 1_100_000]
    path, _ = finish(fetch(model(site.url()), tmp_path, settings=SETTINGS))
    assert path.read_bytes() == BYTES
    assert [request.get("range") for request in site.requests] == [
        None,
        "bytes=1200000-",
        "bytes=2300000-",
    ]
    assert site.requests[1]["if-range"] == '"one"'


def test_a_cancelled_fetch_goes_on_the_next_time(site: Site, tmp_path: Path) -> None:
    site.stall = threading.Event()
    steps = fetch(model(site.url()), tmp_path, settings=replace(SETTINGS, stall_timeout=60.0))
    for progress in steps:
        if progress.done >= 1_000_000:
            break
    began = time.monotonic()
    steps.close()
    assert time.monotonic() - began < 1.0
    assert names(tmp_path) == ["tiny.gguf.part", "tiny.gguf.part.json"]
    assert (tmp_path / "tiny.gguf.part").stat().st_size == 1_000_000
    site.stall.set()
    site.stall = None
    path, seen = finish(fetch(model(site.url()), tmp_path, settings=SETTINGS))
    assert path.read_bytes() == BYTES
    assert seen[0].done == 1_000_000
    assert site.requests[-1]["range"] == "bytes=1000000-"


def test_a_server_that_ignores_ranges_is_read_from_the_start(site: Site, tmp_path: Path) -> None:
    (tmp_path / "tiny.gguf.part").write_bytes(BYTES[:1000])
    site.ranges = False
    path, _ = finish(fetch(model(site.url()), tmp_path, settings=SETTINGS))
    assert path.read_bytes() == BYTES


def test_a_file_that_changed_in_between_is_read_from_the_start(site: Site, tmp_path: Path) -> None:
    site.cut_after = [1_200_000]

    def change_when_cut() -> None:
        while site.cut_after:
            time.sleep(0.005)
        site.etag = '"two"'

    changer = threading.Thread(target=change_when_cut)
    changer.start()
    path, _ = finish(
        fetch(model(site.url()), tmp_path, settings=replace(SETTINGS, retry_pause=0.1))
    )
    changer.join()
    assert path.read_bytes() == BYTES
    assert len(site.requests) == 2


def test_bad_bytes_from_an_earlier_attempt_cost_one_more_try_not_the_source(
    site: Site, tmp_path: Path
) -> None:
    (tmp_path / "tiny.gguf.part").write_bytes(WRONG[:1_000_000])
    path, seen = finish(fetch(model(site.url()), tmp_path, settings=SETTINGS))
    assert path.read_bytes() == BYTES
    assert [request.get("range") for request in site.requests] == ["bytes=1000000-", None]
    assert seen[-1].failures == ()


def test_wrong_bytes_are_thrown_away_and_the_next_source_is_tried(
    site: Site, tmp_path: Path
) -> None:
    site.files["wrong.gguf"] = WRONG
    entry = model(site.url("wrong.gguf"), site.url())
    path, seen = finish(fetch(entry, tmp_path, settings=SETTINGS))
    assert path.read_bytes() == BYTES
    assert seen[-1].failures == (
        SourceFailure("127.0.0.1", "gave a file that has the wrong checksum (SHA-256)"),
    )
    assert site.requests[1].get("range") is None
    assert names(tmp_path) == ["tiny.gguf"]


def refused_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
    return port


def test_when_every_source_fails_each_reason_is_told(site: Site, tmp_path: Path) -> None:
    site.files["short.gguf"] = BYTES[:-1]
    entry = model(
        site.url("none.gguf"),
        site.url("short.gguf"),
        f"http://127.0.0.1:{refused_port()}/model.gguf",
    )
    error = failure_of(fetch(entry, tmp_path, settings=SETTINGS))
    assert error.cause is FetchCause.ALL_SOURCES_FAILED
    reasons = [failure.reason for failure in error.failures]
    assert reasons[0] == "has no such file (404)"
    assert reasons[1] == f"offers a file of {len(BYTES) - 1:,} bytes instead of {len(BYTES):,}"
    assert reasons[2].startswith("could not be reached")
    assert all(reason in str(error) for reason in reasons)
    assert "work without a model" in error.action


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (403, "does not give the file to everybody (403)"),
        (429, "is asked too often at the moment (429)"),
        (503, "is out of order (503)"),
        (418, "answered with status 418"),
    ],
)
def test_a_refusal_is_told_in_words(site: Site, tmp_path: Path, status: int, reason: str) -> None:
    site.status = status
    error = failure_of(fetch(model(site.url()), tmp_path, settings=SETTINGS))
    assert [failure.reason for failure in error.failures] == [reason]


def test_a_log_in_page_is_not_taken_for_a_model(site: Site, tmp_path: Path) -> None:
    site.content_type = "text/html; charset=utf-8"
    error = failure_of(fetch(model(site.url(), size=None), tmp_path, settings=SETTINGS))
    assert error.failures[0].reason == "sends a web page instead of the model"


def test_a_server_that_keeps_breaking_off_is_given_up(site: Site, tmp_path: Path) -> None:
    site.cut_after = [500_000] * 9
    error = failure_of(fetch(model(site.url()), tmp_path, settings=SETTINGS))
    assert error.failures[0].reason == "broke off, 3 times in a row"
    assert len(site.requests) == 3
    # What came is not lost for the next time.
    assert (tmp_path / "tiny.gguf.part").read_bytes() == BYTES[:1_500_000]


def test_a_stalled_server_is_given_up_within_the_time_allowed(site: Site, tmp_path: Path) -> None:
    site.stall = threading.Event()
    site.stall_after = 500_000
    began = time.monotonic()
    limited = replace(SETTINGS, stall_timeout=0.2, attempts=2)
    error = failure_of(fetch(model(site.url()), tmp_path, settings=limited))
    assert error.failures[0].reason == "stopped sending, 2 times in a row"
    assert time.monotonic() - began < 5


@contextmanager
def silent_server() -> Iterator[int]:
    """Accept connections and never answer."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


def test_a_server_that_accepts_and_says_nothing_is_left_for_the_next(
    site: Site, tmp_path: Path
) -> None:
    with silent_server() as port:
        entry = model(f"http://127.0.0.1:{port}/model.gguf", site.url())
        limited = replace(SETTINGS, answer_timeout=0.3, stall_timeout=30.0)
        began = time.monotonic()
        path, seen = finish(fetch(entry, tmp_path, settings=limited))
    assert path.read_bytes() == BYTES
    assert seen[-1].failures[0].reason == "did not answer within 0 seconds"
    assert time.monotonic() - began < 3


def test_steps_keep_coming_while_nothing_arrives(tmp_path: Path) -> None:
    with silent_server() as port:
        entry = model(f"http://127.0.0.1:{port}/model.gguf")
        steps = fetch(entry, tmp_path, settings=replace(SETTINGS, answer_timeout=30.0))
        began = time.monotonic()
        for _ in range(4):
            next(steps)
        steps.close()
        assert time.monotonic() - began < 2


def test_a_full_disk_is_refused_before_anything_is_asked(site: Site, tmp_path: Path) -> None:
    small = replace(SETTINGS, free_space=lambda _: 1_000_000_000)
    error = failure_of(fetch(model(site.url()), tmp_path, settings=small))
    assert error.cause is FetchCause.NO_SPACE
    assert "3 MB are needed" in error.detail
    assert "1.0 GB are free" in error.detail
    assert site.requests == []


def test_the_size_that_the_server_tells_is_checked_against_the_disk_too(
    site: Site, tmp_path: Path
) -> None:
    small = replace(SETTINGS, free_space=lambda _: 1_000_000_000)
    error = failure_of(fetch(model(site.url(), size=None), tmp_path, settings=small))
    assert error.cause is FetchCause.NO_SPACE


def test_a_model_without_confirmed_size_and_hash_is_fetched_whole(
    site: Site, tmp_path: Path
) -> None:
    entry = model(site.url(), size=None, known=False)
    (tmp_path / "tiny.gguf.part").write_bytes(b"of unknown origin")
    path, seen = finish(fetch(entry, tmp_path, settings=SETTINGS))
    assert path.read_bytes() == BYTES
    assert site.requests[0].get("range") is None
    assert seen[-1].total == len(BYTES)


def test_without_a_hash_anything_but_a_gguf_file_is_still_refused(
    site: Site, tmp_path: Path
) -> None:
    site.files["model.gguf"] = b"PK" + BYTES
    error = failure_of(
        fetch(model(site.url(), size=None, known=False), tmp_path, settings=SETTINGS)
    )
    assert error.failures[0].reason == "gave a file that is not a GGUF file"


def test_a_second_fetch_of_the_same_model_is_refused_and_the_first_goes_on(
    site: Site, tmp_path: Path
) -> None:
    first = fetch(model(site.url()), tmp_path, settings=SETTINGS)
    next(first)
    error = failure_of(fetch(model(site.url()), tmp_path, settings=SETTINGS))
    assert error.cause is FetchCause.ALREADY_RUNNING
    assert "process" in error.detail
    path, _ = finish(first)
    assert path.read_bytes() == BYTES


def test_a_lock_left_by_a_dead_process_holds_nobody_up(site: Site, tmp_path: Path) -> None:
    (tmp_path / "tiny.gguf.lock").write_text("1")
    path, _ = finish(fetch(model(site.url()), tmp_path, settings=SETTINGS))
    assert path.exists()
    with exclusive(tmp_path / "tiny.gguf.lock"):
        pass
    assert names(tmp_path) == ["tiny.gguf"]


def test_a_folder_that_cannot_be_made_is_named(site: Site, tmp_path: Path) -> None:
    (tmp_path / "models").write_text("a file, not a folder")
    error = failure_of(fetch(model(site.url()), tmp_path / "models", settings=SETTINGS))
    assert error.cause is FetchCause.FOLDER
    assert str(tmp_path / "models") in error.detail


@pytest.mark.parametrize(
    ("content", "cause", "reason"),
    [
        (None, FetchCause.MISSING, "does not exist"),
        (BYTES[:-1], FetchCause.WRONG_BYTES, "bytes instead of"),
        (WRONG, FetchCause.WRONG_BYTES, "wrong checksum"),
        (b"JUNK" + BYTES[4:], FetchCause.WRONG_BYTES, "not a GGUF file"),
    ],
)
def test_a_wrong_file_is_told_from_a_right_one(
    tmp_path: Path, content: bytes | None, cause: FetchCause, reason: str
) -> None:
    path = tmp_path / "tiny.gguf"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(FetchError, match=reason) as caught:
        list(verify(model("http://x"), path))
    assert caught.value.cause is cause
    path.write_bytes(BYTES)
    assert [p.phase for p in verify(model("http://x"), path)] == [Phase.VERIFYING]


@pytest.mark.parametrize(
    ("progress", "line"),
    [
        (Progress(Phase.CONNECTING, "here", 0, None), "Connecting to here"),
        (
            Progress(Phase.FETCHING, "here", 410_000_000, 1_117_320_768, 12.3e6, 58.0),
            "410 MB of 1.1 GB, 12 MB/s, 58 s left, from here",
        ),
        (Progress(Phase.FETCHING, "here", 999, None, 0.0), "999 bytes, 0 bytes/s, from here"),
        (
            Progress(Phase.FETCHING, "here", 0, 9_000_000_000, 1e6, 9000.0),
            "0 bytes of 9.0 GB, 1 MB/s, 2.5 h left, from here",
        ),
        (
            Progress(Phase.VERIFYING, "here", 5_000_000, 98_362_432),
            "Checking the bytes: 5 MB of 98 MB",
        ),
    ],
)
def test_progress_reads_as_a_line(progress: Progress, line: str) -> None:
    assert describe(progress) == line


def test_speed_and_time_left_follow_the_clock(site: Site, tmp_path: Path) -> None:
    now = 0.0

    def clock() -> float:
        nonlocal now
        now += 0.5
        return now

    settings = replace(SETTINGS, clock=clock, answer_timeout=1e9, stall_timeout=1e3)
    _, seen = finish(fetch(model(site.url()), tmp_path, settings=settings))
    measured = [p for p in seen if p.speed]
    assert measured
    assert all(p.seconds_left is not None and p.seconds_left >= 0 for p in measured)
