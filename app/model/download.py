"""Fetching a model file from a web server, going on where an earlier attempt stopped."""

from __future__ import annotations

import json
import re
import socket
import threading
import time
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Full, Queue
from typing import IO, TYPE_CHECKING

from app.model.catalogue import CatalogueEntry, UrlSource
from app.model.fetch_errors import SourceError
from app.model.transfer import FetchSettings, Step, length_of, writing_failed

if TYPE_CHECKING:
    import httpx

SOME_PROGRESS = 1_000_000
"""Bytes after which a broken connection has been worth its while and may be tried again."""

_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_CONTENT_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+|\*)")


class _CutError(Exception):
    """The connection broke; what has come so far is good."""


@dataclass(frozen=True)
class _Head:
    status: int
    headers: Mapping[str, str]


@dataclass(frozen=True)
class _Failed:
    reason: str


@dataclass(frozen=True)
class _End:
    pass


class _Connection:
    """One request, read by a thread of its own.

    A system's name service can hang far longer than any timeout of a socket, and a generator can
    be closed only where it yields. So the reading is done elsewhere, and the generator looks at a
    queue and never waits longer than a heartbeat.
    """

    def __init__(self, url: str, headers: dict[str, str], settings: FetchSettings) -> None:
        self.events: Queue[_Head | bytes | _Failed | _End] = Queue(maxsize=64)
        self._url = url
        self._headers = headers
        self._settings = settings
        self._stopped = threading.Event()
        self._response: httpx.Response | None = None
        self.thread = threading.Thread(target=self._read, name="model download", daemon=True)
        self.thread.start()

    def stop(self) -> None:
        """End the transfer; the thread ends soon after."""
        self._stopped.set()
        stream = None if self._response is None else self._response.extensions.get("network_stream")
        if stream is not None:
            sock = stream.get_extra_info("socket")
            if sock is not None:
                # Closing a socket does not wake a thread that reads from it; this does.
                with suppress(OSError):
                    sock.shutdown(socket.SHUT_RDWR)
        self.thread.join(timeout=0.5)

    def _read(self) -> None:
        # Here, because it takes a sixth of a second, and most starts of Segue fetch nothing.
        import httpx  # noqa: PLC0415

        timeout = httpx.Timeout(
            self._settings.stall_timeout, connect=self._settings.connect_timeout
        )
        try:
            with (
                httpx.Client(follow_redirects=True, timeout=timeout) as client,
                client.stream("GET", self._url, headers=self._headers) as response,
            ):
                self._response = response
                for hop in (*response.history, response):
                    host = hop.url.host
                    self._settings.connections.note(host, here=host in _HERE)
                self._put(_Head(response.status_code, response.headers))
                # The body of an error page is of no use to anybody.
                if response.status_code in (200, 206):
                    # A chunk size here would hold bytes back, and lose them when the line breaks.
                    for chunk in response.iter_raw():
                        if not self._put(chunk):
                            return
            self._put(_End())
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            self._put(_Failed(_plain(error)))

    def _put(self, event: _Head | bytes | _Failed | _End) -> bool:
        while not self._stopped.is_set():
            try:
                self.events.put(event, timeout=0.1)
            except Full:
                continue
            return True
        return False


def download(
    source: UrlSource, entry: CatalogueEntry, part: Path, settings: FetchSettings
) -> Iterator[Step]:
    """Bring `part` up to the whole file, from whatever length it has.

    Bytes that are there already are kept where the server can go on from them and there is proof,
    now or at the end, that they belong to the same file.

    Yields
    ------
    Step
        At least one every heartbeat; closing the generator stops the transfer.

    Raises
    ------
    SourceError
        The server cannot be reached, has no such file, offers another one, or keeps breaking off.
    FetchError
        The disk is full or cannot be written to.
    """
    in_vain = 0
    while entry.size is None or length_of(part) < entry.size:
        before = length_of(part)
        try:
            yield from _attempt(source, entry, part, settings)
        except _CutError as error:
            in_vain = 0 if length_of(part) - before >= SOME_PROGRESS else in_vain + 1
            if in_vain >= settings.attempts:
                raise SourceError(f"{error}, {in_vain} times in a row") from error
            yield from _pause(Step(length_of(part), entry.size), settings)
        else:
            return


def _attempt(
    source: UrlSource, entry: CatalogueEntry, part: Path, settings: FetchSettings
) -> Iterator[Step]:
    start = length_of(part)
    headers = {"Accept-Encoding": "identity", "User-Agent": "segue"}
    if start:
        etag = _etag_of_part(part, source)
        if etag is None and entry.sha256 is None:
            # Nothing would show that the two halves belong to one file.
            start = 0
        else:
            headers["Range"] = f"bytes={start}-"
            if etag is not None:
                headers["If-Range"] = etag
    connection = _Connection(source.url, headers, settings)
    try:
        head = yield from _wait_for_head(connection, Step(start, entry.size), settings)
        start, total = _judge(head, start, entry)
        _remember(part, source, head)
        settings.require_space(part.parent, (total or 0) - start)
        yield from _receive(connection, part, Step(start, total), settings)
    finally:
        connection.stop()


def _wait_for_head(
    connection: _Connection, step: Step, settings: FetchSettings
) -> Generator[Step, None, _Head]:
    deadline = settings.clock() + settings.answer_timeout
    while True:
        yield step
        try:
            event = connection.events.get(timeout=settings.heartbeat)
        except Empty:
            if settings.clock() > deadline or not connection.thread.is_alive():
                seconds = f"{settings.answer_timeout:.0f} seconds"
                raise SourceError(f"did not answer within {seconds}") from None
            continue
        if isinstance(event, _Head):
            return event
        if isinstance(event, _Failed):
            raise SourceError(event.reason)


def _judge(head: _Head, start: int, entry: CatalogueEntry) -> tuple[int, int | None]:
    """Return where the bytes begin that the server is about to send, and the whole length."""
    if head.status == 206:
        match = _CONTENT_RANGE.fullmatch(head.headers.get("content-range", ""))
        if match is None or int(match[1]) != start:
            raise SourceError("sends another piece of the file than it was asked for")
        total = None if match[2] == "*" else int(match[2])
    elif head.status == 416 and head.headers.get("content-range") == f"bytes */{start}":
        # Everything was there already, only not yet checked.
        total = start
    elif head.status == 200:
        start = 0
        length = head.headers.get("content-length", "")
        total = int(length) if length.isdecimal() else None
        if "text/html" in head.headers.get("content-type", ""):
            # The log-in page of a hotel's network is the usual case.
            raise SourceError("sends a web page instead of the model")
    else:
        raise SourceError(_refusal(head.status))
    if entry.size is not None and total is not None and total != entry.size:
        raise SourceError(f"offers a file of {total:,} bytes instead of {entry.size:,}")
    return start, total if entry.size is None else entry.size


def _receive(
    connection: _Connection, part: Path, step: Step, settings: FetchSettings
) -> Iterator[Step]:
    done, total = step.done, step.total
    last_byte = settings.clock()
    with _open_at(part, done) as file:
        while True:
            try:
                event = connection.events.get(timeout=settings.heartbeat)
            except Empty:
                yield Step(done, total)
                if settings.clock() - last_byte > settings.stall_timeout:
                    raise _CutError("stopped sending") from None
                if not connection.thread.is_alive() and connection.events.empty():
                    raise _CutError("broke off") from None
                continue
            if isinstance(event, bytes):
                if total is not None and done + len(event) > total:
                    raise SourceError("sends more than the whole file")
                file.write(event)
                done += len(event)
                last_byte = settings.clock()
                yield Step(done, total)
            elif isinstance(event, _Failed):
                raise _CutError(event.reason)
            elif total is not None and done < total:
                raise _CutError("broke off")
            else:
                return


@contextmanager
def _open_at(part: Path, position: int) -> Iterator[IO[bytes]]:
    """Open the file for writing from this position on; what stands behind it is cut off."""
    try:
        with part.open("r+b" if part.exists() else "wb") as file:
            file.seek(position)
            file.truncate()
            yield file
    except OSError as error:
        raise writing_failed(part.parent, error) from error


def _pause(step: Step, settings: FetchSettings) -> Iterator[Step]:
    until = settings.clock() + settings.retry_pause
    while settings.clock() < until:
        yield step
        time.sleep(min(settings.heartbeat, settings.retry_pause))


def state_file(part: Path) -> Path:
    """Return the file beside `part` that tells which version of the file it belongs to."""
    return part.with_name(part.name + ".json")


def _remember(part: Path, source: UrlSource, head: _Head) -> None:
    etag = head.headers.get("etag", "")
    # A weak tag promises the same meaning, not the same bytes.
    known = {"url": source.url, "etag": etag} if etag.startswith('"') else {}
    try:
        state_file(part).write_text(json.dumps(known), encoding="utf-8")
    except OSError as error:
        raise writing_failed(part.parent, error) from error


def _etag_of_part(part: Path, source: UrlSource) -> str | None:
    try:
        known = json.loads(state_file(part).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(known, dict) or known.get("url") != source.url:
        return None
    etag = known.get("etag")
    return etag if isinstance(etag, str) else None


def _refusal(status: int) -> str:
    if status in (404, 410):
        return f"has no such file ({status})"
    if status in (401, 403):
        return f"does not give the file to everybody ({status})"
    if status == 429:
        return f"is asked too often at the moment ({status})"
    if status >= 500:
        return f"is out of order ({status})"
    return f"answered with status {status}"


def _plain(error: Exception) -> str:
    """Return in plain words what went wrong with a connection."""
    import httpx  # noqa: PLC0415 - see `_Connection._read`

    if isinstance(error, httpx.ConnectTimeout):
        return "could not be reached in time"
    if isinstance(error, httpx.ConnectError | httpx.ProxyError):
        return f"could not be reached ({error})"
    if isinstance(error, httpx.TimeoutException):
        return "stopped sending"
    if isinstance(error, httpx.ReadError | httpx.RemoteProtocolError):
        return "broke off"
    return f"failed ({error or type(error).__name__})"
