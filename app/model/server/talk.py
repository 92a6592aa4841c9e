"""Talking to a model server over HTTP, for the time of one job."""

from __future__ import annotations

import json
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import suppress
from http.client import HTTPException, HTTPResponse
from types import TracebackType
from typing import Self

from app.model.connections import Connections
from app.model.errors import Cause, EngineError
from app.model.server.address import Address
from app.model.server.dial import Line
from app.model.server.documents import parse
from app.model.server.events import json_lines, lines, server_sent
from app.model.server.keys import Key
from app.model.server.limits import Limits
from app.model.server.refusals import ServerError, refusal

_CHUNK = 65_536
LONGEST_ANSWER = 32_000_000
"""Bytes of an answer from which on it is not read any further."""
_LONGEST_REFUSAL = 65_536


class Talk:
    """Requests to one server, one after the other, over one connection where it stays open.

    Redirections are not followed: what is sent is meant for this server.

    Parameters
    ----------
    address : Address
        Where the server is.
    key : Key, optional
        What it wants to be shown.
    """

    def __init__(
        self,
        address: Address,
        key: Key | None,
        *,
        limits: Limits,
        connections: Connections,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._address = address
        self._key = key
        self._limits = limits
        self._connections = connections
        self._tls = tls
        self._lock = threading.Lock()
        self._line: Line | None = None
        self._aborted = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._hang_up()

    def get(self, path: str) -> object:
        """Return the document at a path.

        Raises
        ------
        EngineError
            There is none; the cause says why.
        """
        return parse(self._whole(self._ask("GET", path, None)))

    def find(self, path: str, body: Mapping[str, object] | None = None) -> object | None:
        """Return the document at a path, or the answer to a body; None if that is not known there.

        Raises
        ------
        EngineError
            There is no answer; the cause says why.
        """
        try:
            return self.get(path) if body is None else self.post(path, body)
        except ServerError as error:
            if error.cause in (Cause.NOT_A_SERVER, Cause.REQUEST_REFUSED, Cause.MODEL_NOT_SERVED):
                return None
            raise

    def post(self, path: str, body: Mapping[str, object]) -> object:
        """Return the document that answers a body.

        Raises
        ------
        EngineError
            There is none; the cause says why.
        """
        return parse(self._whole(self._ask("POST", path, body)))

    def events(self, path: str, body: Mapping[str, object]) -> Iterator[object]:
        """Yield the documents of the events that answer a body, as they arrive.

        Raises
        ------
        EngineError
            There are none, or they end in the middle; the cause says why.
        """
        yield from server_sent(self._lines(path, body), self._key)

    def json_lines(self, path: str, body: Mapping[str, object]) -> Iterator[object]:
        """Yield the documents that answer a body, one on each line, as they arrive.

        Raises
        ------
        EngineError
            There are none, or they end in the middle; the cause says why.
        """
        yield from json_lines(self._lines(path, body), self._key)

    def abort(self) -> None:
        """Break off whatever is awaited; may be called from any thread, at any time."""
        with self._lock:
            self._aborted = True
            line = self._line
        wire = line.wire if line is not None else None
        if wire is not None:
            # Closing a socket does not wake a thread that reads from it; this does. Not by the
            # method of an encrypted one, which would leave the reader with bytes as they are.
            with suppress(OSError):
                socket.socket.shutdown(wire, socket.SHUT_RDWR)

    def _lines(self, path: str, body: Mapping[str, object]) -> Iterator[bytes]:
        yield from lines(self._chunks(self._ask("POST", path, body)))

    def _ask(self, method: str, path: str, body: Mapping[str, object] | None) -> HTTPResponse:
        """Send a request and return the answer to be read, which has the status 200."""
        reused = self._line is not None
        try:
            response = self._send(method, path, body)
        except ConnectionError as error:
            if not reused or self._aborted:
                raise self._failure(error, begun=False) from error
            # A server may hang up at any time after an answer; that says nothing of this request.
            try:
                response = self._send(method, path, body)
            except ConnectionError as again:
                raise self._failure(again, begun=False) from again
        if response.status == 200:
            return response
        try:
            with response:
                said = response.read(_LONGEST_REFUSAL)
        except (OSError, HTTPException) as error:
            raise self._failure(error, begun=False) from error
        finally:
            self._hang_up()
        named = {name.lower(): value for name, value in response.getheaders()}
        raise refusal(response.status, named, said, path, self._key)

    def _send(self, method: str, path: str, body: Mapping[str, object] | None) -> HTTPResponse:
        """Send a request and wait for the head of its answer; ``ConnectionError`` stays one."""
        headers = {"Accept-Encoding": "identity", "User-Agent": "segue"}
        content = None
        if body is not None:
            headers["Content-Type"] = "application/json"
            content = json.dumps(body).encode()
        if self._key is not None:
            headers["Authorization"] = self._key.header
        line = self._open_line()
        try:
            line.request(method, f"{self._address.path}{path}", content, headers)
            response = line.getresponse()
        except ConnectionError:
            self._hang_up()
            raise
        except (OSError, HTTPException) as error:
            self._hang_up()
            raise self._failure(error, begun=False) from error
        except EngineError:
            self._hang_up()
            self._check_aborted()
            raise
        line.be_patient(self._limits.stall)
        return response

    def _whole(self, response: HTTPResponse) -> bytes:
        content = b""
        for chunk in self._chunks(response):
            content += chunk
            if len(content) > LONGEST_ANSWER:
                self._hang_up()
                raise ServerError(Cause.NOT_A_SERVER, "its answer does not end")
        return content

    def _chunks(self, response: HTTPResponse) -> Iterator[bytes]:
        whole = False
        try:
            # With nothing left to come, older versions of the library would not notice the end.
            while response.length != 0 and (chunk := response.read1(_CHUNK)):
                yield chunk
            if response.length:
                raise self._failure(None, begun=True)
            whole = True
        except (OSError, HTTPException) as error:
            raise self._failure(error, begun=True) from error
        finally:
            response.close()
            # What is left of an answer would be taken for the next one.
            if not whole:
                self._hang_up()
        self._check_aborted()

    def _open_line(self) -> Line:
        with self._lock:
            self._raise_if_aborted()
            if self._line is None:
                self._line = Line(self._address, self._limits, self._tls, self._connections)
            self._line.be_patient(self._limits.answer)
            return self._line

    def _hang_up(self) -> None:
        with self._lock:
            line, self._line = self._line, None
        if line is not None:
            line.close()

    def _failure(self, error: Exception | None, *, begun: bool) -> EngineError:
        """Return what a broken connection means."""
        if self._aborted:
            return EngineError(Cause.CANCELLED)
        if isinstance(error, TimeoutError):
            waited = self._limits.stall if begun else self._limits.answer
            return ServerError(Cause.TIMED_OUT, f"nothing came for {waited:g} seconds")
        if begun:
            return ServerError(Cause.BROKEN_OFF)
        if isinstance(error, HTTPException) and not isinstance(error, OSError):
            return ServerError(Cause.NOT_A_SERVER, f"{self._address} does not speak HTTP")
        return ServerError(Cause.SERVER_FAILED, "it closed the connection without an answer")

    def _check_aborted(self) -> None:
        with self._lock:
            self._raise_if_aborted()

    def _raise_if_aborted(self) -> None:
        if self._aborted:
            raise EngineError(Cause.CANCELLED)
