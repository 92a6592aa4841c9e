"""A real web server on this machine that answers as it is told, faults included."""

from __future__ import annotations

import json
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[[BaseHTTPRequestHandler], None]
"""Writes the whole of an answer."""


@dataclass(frozen=True)
class Request:
    """What somebody asked for."""

    method: str
    path: str
    headers: dict[str, str]
    body: Any


@dataclass
class Loopback:
    """What the server is told, and what it was asked.

    Attributes
    ----------
    answers : dict
        For each path the answers to come, the last of which is given again and again.
    requests : list of Request
        What was asked, oldest first.
    gate : Event
        Answers that wait, wait for it.
    """

    url: str = ""
    answers: dict[str, list[Answer]] = field(default_factory=dict)
    requests: list[Request] = field(default_factory=list)
    gate: threading.Event = field(default_factory=threading.Event)
    connections: int = 0

    def on(self, path: str, *answers: Answer) -> None:
        self.answers[path] = list(answers)

    def asked(self, path: str) -> list[Request]:
        return [each for each in self.requests if each.path == path]


def document(content: object, status: int = 200, **headers: str) -> Answer:
    """Answer with JSON."""
    return raw(json.dumps(content).encode(), status, content_type="application/json", **headers)


def raw(body: bytes, status: int = 200, **headers: str) -> Answer:
    """Answer with bytes; names of headers are written with underscores."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def events(*documents: object, done: bool = True) -> Answer:
    """Answer with server-sent events; without the last one the line is simply cut."""
    lines = [f"data: {json.dumps(each)}\n\n" for each in documents]
    return chunks(*(line.encode() for line in lines), *([b"data: [DONE]\n\n"] if done else []))


def chunks(*pieces: bytes, whole: bool = True, gate: threading.Event | None = None) -> Answer:
    """Answer in chunks; ``whole`` says whether the end is marked, ``gate`` stands before it."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/event-stream")
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        # Who cancels goes away in the middle.
        with suppress(OSError):
            for piece in pieces:
                handler.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
                handler.wfile.flush()
            if gate is not None:
                gate.wait(20)
            if whole:
                handler.wfile.write(b"0\r\n\r\n")
        handler.close_connection = not whole

    return answer


def models(*names: str, owner: str = "somebody", **more: object) -> Answer:
    """Answer with a list of models."""
    data = [{"id": name, "object": "model", "owned_by": owner, **more} for name in names]
    return document({"object": "list", "data": data})


@contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[Loopback]:
    """Run such a server."""
    told = Loopback()
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def setup(self) -> None:
            super().setup()
            with lock:
                told.connections += 1

        def do_GET(self) -> None:
            self._serve()

        def do_POST(self) -> None:
            self._serve()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as declared
            pass

        def _serve(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            body = json.loads(self.rfile.read(length)) if length else None
            headers = {name.lower(): value for name, value in self.headers.items()}
            path = self.path.partition("?")[0]
            with lock:
                told.requests.append(Request(self.command, path, headers, body))
                known = told.answers.get(path, [document({"error": "no such path"}, 404)])
                answer = known.pop(0) if len(known) > 1 else known[0]
            with suppress(OSError):
                answer(self)

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            # Whoever refuses a certificate leaves in the middle of the greeting.
            pass

    server = Server(("127.0.0.1", 0), Handler)
    if tls is not None:
        server.socket = tls.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
    scheme = "http" if tls is None else "https"
    told.url = f"{scheme}://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield told
    finally:
        told.gate.set()
        server.shutdown()
        server.server_close()
        thread.join()
