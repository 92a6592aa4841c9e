"""What is said to a server goes to that server, and every way to fail has a name."""

from __future__ import annotations

import errno
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler

import pytest
import trustme

from app.model.connections import Connections
from app.model.errors import Cause, EngineError
from app.model.server.keys import Key
from app.model.server.limits import Limits
from app.model.server.talk import Talk
from tests.helpers.loopback import Loopback, chunks, document, raw, serving

MakeTalk = Callable[..., Talk]


@contextmanager
def blunt(say: bytes) -> Iterator[str]:
    """Run a server that says this to whoever connects, and hangs up."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with suppress(OSError):
            while True:
                line, _ = listener.accept()
                with line, suppress(OSError):
                    line.recv(65_536)
                    line.sendall(say)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()
    thread.join()


def cause_of(act: Callable[[], object]) -> tuple[Cause, str]:
    with pytest.raises(EngineError) as caught:
        act()
    return caught.value.cause, caught.value.detail


def test_documents_are_asked_for_over_one_connection(
    loopback: Loopback, make_talk: MakeTalk, connections: Connections
) -> None:
    loopback.on("/api/a", document({"a": 1}))
    loopback.on("/api/b", document({"b": 2}))
    with make_talk(f"{loopback.url}/api", Key("sk-1")) as talk:
        assert talk.get("/a") == {"a": 1}
        assert talk.post("/b", {"ä": "ö"}) == {"b": 2}
        assert talk.find("/c") is None
    assert [each.method for each in loopback.requests] == ["GET", "POST", "GET"]
    assert loopback.requests[1].body == {"ä": "ö"}
    assert {each.headers["authorization"] for each in loopback.requests} == {"Bearer sk-1"}
    assert loopback.connections == connections.made == 1
    assert connections.elsewhere == {}


def test_a_server_that_hung_up_after_an_answer_is_asked_again(
    loopback: Loopback, make_talk: MakeTalk
) -> None:
    def hang_up(handler: BaseHTTPRequestHandler) -> None:
        handler.close_connection = True

    loopback.on("/a", document({"a": 1}))
    loopback.on("/b", hang_up, document({"b": 2}))
    loopback.on("/c", hang_up)
    with make_talk(loopback.url) as talk:
        assert talk.get("/a") == {"a": 1}
        assert talk.get("/b") == {"b": 2}
        assert cause_of(lambda: talk.get("/c"))[0] is Cause.SERVER_FAILED
    assert len(loopback.asked("/c")) == 2
    # Of a new connection that says enough.
    with make_talk(loopback.url) as talk:
        cause_of(lambda: talk.get("/c"))
    assert len(loopback.asked("/c")) == 3


def test_without_a_key_none_is_sent(loopback: Loopback, make_talk: MakeTalk) -> None:
    loopback.on("/a", document({}))
    with make_talk(loopback.url) as talk:
        talk.get("/a")
    assert set(loopback.requests[0].headers) == {"host", "accept-encoding", "user-agent"}


def test_proxies_are_not_asked(
    loopback: Loopback, make_talk: MakeTalk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    loopback.on("/a", document({"a": 1}))
    with make_talk(loopback.url) as talk:
        assert talk.get("/a") == {"a": 1}


def test_redirections_are_not_followed(loopback: Loopback, make_talk: MakeTalk) -> None:
    with serving() as other:
        other.on("/stolen", document({}))
        for status in (301, 302, 307, 308):
            loopback.on("/a", raw(b"", status, location=f"{other.url}/stolen"))
            with make_talk(loopback.url, Key("sk-1")) as talk:
                cause, detail = cause_of(lambda talk=talk: talk.post("/a", {"answer": "mine"}))
            assert cause is Cause.REDIRECTED
            assert other.url in detail
        assert other.requests == []


def test_a_stream_is_read_as_it_arrives(loopback: Loopback, make_talk: MakeTalk) -> None:
    loopback.on("/a", chunks(b"1\n2", b"3\n", gate=loopback.gate))
    with make_talk(loopback.url) as talk:
        stream = talk.json_lines("/a", {})
        assert next(stream) == 1
        assert next(stream) == 23
        loopback.gate.set()
        assert list(stream) == []


@pytest.mark.parametrize(
    "say",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n1234",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n1234",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n1234\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n1234",
    ],
)
def test_what_breaks_off_is_not_taken_for_whole(say: bytes, make_talk: MakeTalk) -> None:
    with blunt(say) as url, make_talk(url) as talk:
        assert cause_of(lambda: list(talk.json_lines("/a", {})))[0] is Cause.BROKEN_OFF


@pytest.mark.parametrize(
    ("say", "cause", "detail"),
    [
        (b"", Cause.SERVER_FAILED, "closed the connection"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", Cause.NOT_A_SERVER, "does not speak HTTP"),
        (b"HTTP/1.1 200 OK\r\n\r\n<html>", Cause.NOT_A_SERVER, "not JSON"),
        (b"HTTP/1.1 999 ?\r\n\r\n", Cause.SERVER_FAILED, "status 999"),
        (b"HTTP/1.1 200 OK\r\n" + b"x: y\r\n" * 200, Cause.NOT_A_SERVER, "does not speak"),
        (b"HTTP/1.1 200 " + b"O" * 100_000, Cause.NOT_A_SERVER, "does not speak"),
    ],
)
def test_what_is_no_model_server_is_told(
    say: bytes, cause: Cause, detail: str, make_talk: MakeTalk
) -> None:
    with blunt(say) as url, make_talk(url) as talk:
        found, told = cause_of(lambda: talk.get("/a"))
    assert found is cause
    assert detail in told


def test_an_answer_without_an_end_is_given_up(
    loopback: Loopback, make_talk: MakeTalk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.model.server.talk.LONGEST_ANSWER", 1000)
    loopback.on("/a", raw(b"[" + b"1," * 5000 + b"1]"))
    with make_talk(loopback.url) as talk:
        assert cause_of(lambda: talk.get("/a")) == (Cause.NOT_A_SERVER, "its answer does not end")
        loopback.on("/b", document({"b": 1}))
        assert talk.get("/b") == {"b": 1}


def test_nobody_there_is_told_with_the_address(make_talk: MakeTalk) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with make_talk(f"http://127.0.0.1:{port}") as talk:
        cause, detail = cause_of(lambda: talk.get("/a"))
    assert cause is Cause.UNREACHABLE
    assert detail == f"nothing listens at http://127.0.0.1:{port}"


def test_a_name_that_nobody_has_is_told(make_talk: MakeTalk, connections: Connections) -> None:
    with make_talk("http://no-such-computer.invalid") as talk:
        cause, detail = cause_of(lambda: talk.get("/a"))
    assert cause is Cause.UNREACHABLE
    assert "no-such-computer.invalid" in detail
    assert connections.made == 0


def test_waiting_ends(loopback: Loopback, make_talk: MakeTalk) -> None:
    loopback.on("/a", lambda _handler: loopback.gate.wait(20) and None)
    loopback.on("/b", chunks(b"1\n", gate=loopback.gate))
    quick = Limits(connect=1, answer=0.2, stall=0.3)
    with make_talk(loopback.url, limits=quick) as talk:
        assert cause_of(lambda: talk.get("/a")) == (
            Cause.TIMED_OUT,
            "nothing came for 0.2 seconds",
        )
        stream = talk.json_lines("/b", {})
        assert next(stream) == 1
        assert cause_of(lambda: next(stream)) == (Cause.TIMED_OUT, "nothing came for 0.3 seconds")


@pytest.mark.parametrize("begun", [False, True])
@pytest.mark.parametrize("secured", [False, True])
def test_waiting_can_be_broken_off_at_once(begun: bool, secured: bool, make_talk: MakeTalk) -> None:
    authority = trustme.CA()
    server, client = _contexts(authority, "127.0.0.1")
    with serving(server if secured else None) as told:
        pieces = [b"1\n"] if begun else []
        told.on("/a", chunks(*pieces, gate=told.gate))
        if not begun:
            told.on("/a", lambda _handler: told.gate.wait(20) and None)
        talk = make_talk(told.url, tls=client, limits=Limits())
        stream = talk.json_lines("/a", {})
        if begun:
            assert next(stream) == 1
        threading.Timer(0.2, talk.abort).start()
        began = time.monotonic()
        assert cause_of(lambda: next(stream))[0] is Cause.CANCELLED
        assert time.monotonic() - began < 2
        # And nothing is said any more.
        assert cause_of(lambda: talk.get("/b"))[0] is Cause.CANCELLED
        assert told.asked("/b") == []


# -- where it may lead --------------------------------------------------------------------------


def _contexts(authority: trustme.CA, name: str) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(server)
    client = ssl.create_default_context()
    authority.configure_trust(client)
    return server, client


def test_a_certificate_that_is_trusted_is_enough(make_talk: MakeTalk) -> None:
    server, client = _contexts(trustme.CA(), "127.0.0.1")
    with serving(server) as told, make_talk(told.url, tls=client) as talk:
        told.on("/a", document({"a": 1}))
        assert talk.get("/a") == {"a": 1}


@pytest.mark.parametrize("name", ["127.0.0.1", "other.example"])
def test_a_certificate_of_ones_own_or_for_another_is_not(name: str, make_talk: MakeTalk) -> None:
    server, client = _contexts(trustme.CA(), name)
    with serving(server) as told:
        tls = client if name != "127.0.0.1" else None
        with make_talk(told.url, Key("sk-1"), tls=tls) as talk:
            cause, detail = cause_of(lambda: talk.get("/a"))
        assert cause is Cause.CERTIFICATE_REFUSED
        assert detail
        assert told.requests == []


def test_https_is_not_tried_without(loopback: Loopback, make_talk: MakeTalk) -> None:
    with make_talk(loopback.url.replace("http:", "https:")) as talk:
        assert cause_of(lambda: talk.get("/a"))[0] is Cause.NOT_A_SERVER
    assert loopback.requests == []


def test_http_leads_to_nobody_outside(make_talk: MakeTalk, connections: Connections) -> None:
    with make_talk("http://8.8.8.8") as talk:
        cause, detail = cause_of(lambda: talk.get("/a"))
    assert cause is Cause.UNSAFE_ADDRESS
    assert "not encrypted" in detail
    assert connections.made == 0


@pytest.mark.parametrize("host", ["localhost", "study.example"])
def test_a_name_is_worth_what_it_stands_for(
    host: str,
    make_talk: MakeTalk,
    connections: Connections,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # One of its numbers is enough: which would be used is for the network to decide.
    found = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("10.0.0.1", "8.8.8.8")
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_kwargs: found)
    with make_talk(f"http://{host}") as talk:
        assert cause_of(lambda: talk.get("/a"))[0] is Cause.UNSAFE_ADDRESS
    assert connections.made == 0


def test_a_name_is_looked_up_once_for_checking_and_connecting(
    loopback: Loopback, make_talk: MakeTalk, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, asked = socket.getaddrinfo, []

    def look_up(host: str, *args: object, **kwargs: object) -> object:
        asked.append(host)
        return real("127.0.0.1" if host == "study.example" else host, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    loopback.on("/a", document({"a": 1}))
    with make_talk(loopback.url.replace("127.0.0.1", "study.example")) as talk:
        assert talk.get("/a") == {"a": 1}
    assert asked.count("study.example") == 1
    assert loopback.requests[0].headers["host"].startswith("study.example:")


def test_a_number_of_a_kind_that_the_system_does_not_have_is_passed_over(
    loopback: Loopback, make_talk: MakeTalk, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = int(loopback.url.rpartition(":")[2])
    sixth = (socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("::1", port, 0, 0))
    fourth = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))
    real = socket.socket

    def without_ipv6(family: int = -1, *args: int, **kwargs: object) -> socket.socket:
        if family == socket.AF_INET6:
            raise OSError(errno.EAFNOSUPPORT, "Address family not supported by protocol")
        return real(family, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda host, *_args, **_kwargs: [sixth, fourth] if host == "localhost" else [fourth],
    )
    monkeypatch.setattr(socket, "socket", without_ipv6)
    loopback.on("/a", document({"a": 1}))
    with make_talk(f"http://localhost:{port}") as talk:
        assert talk.get("/a") == {"a": 1}
