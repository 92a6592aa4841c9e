"""What the tests of model servers share: real ones, and one that does what it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.model.connections import Connections
from app.model.server.address import Address
from app.model.server.engine import ServerEngine
from app.model.server.limits import Limits
from app.model.server.talk import Talk
from tests.helpers.loopback import Loopback, serving
from tests.helpers.model_servers import llama_cpp_python, llama_server

QUICK = Limits(connect=2.0, answer=2.0, stall=1.0, pauses=(0.02, 0.05), longest_pause=0.3)


@pytest.fixture(scope="session")
def llama_server_url(small_model: Path) -> Iterator[str]:
    """Give the address of llama.cpp's own server with the small model."""
    with llama_server(small_model) as url:
        yield url


@pytest.fixture(scope="session")
def llama_cpp_python_url(small_model: Path) -> Iterator[str]:
    """Give the address of llama-cpp-python's server with the small model."""
    with llama_cpp_python(small_model) as url:
        yield url


@pytest.fixture
def loopback() -> Iterator[Loopback]:
    """Give a web server that answers as it is told."""
    with serving() as told:
        yield told


@pytest.fixture
def connections() -> Connections:
    return Connections()


@pytest.fixture
def make_talk(connections: Connections) -> Callable[..., Talk]:
    """Give what begins to talk to an address."""

    def make(url: str, key: object = None, **options: object) -> Talk:
        settings: dict[str, object] = {"limits": QUICK, "connections": connections, **options}
        return Talk(Address.parse(url), key, **settings)  # type: ignore[arg-type]

    return make


@pytest.fixture
def make_server_engine(connections: Connections) -> Iterator[Callable[..., ServerEngine]]:
    """Give engines for an address, that are closed when the test ends."""
    engines: list[ServerEngine] = []

    def make(url: str, **options: object) -> ServerEngine:
        settings: dict[str, object] = {"limits": QUICK, "connections": connections, **options}
        engines.append(ServerEngine(Address.parse(url), **settings))  # type: ignore[arg-type]
        return engines[-1]

    yield make
    for engine in engines:
        engine.close()
