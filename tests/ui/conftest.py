"""What every test of the window needs: a theme, a workspace, and an engine that says its lines."""

from __future__ import annotations

import gc
import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

# Before any Qt module is loaded: these tests need no display.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication

from app.content.library import Library
from app.model.catalogue import Catalogue, CatalogueEntry, UrlSource
from app.paths import Paths
from app.workspace import Workspace
from tests.conftest import Clock
from tests.helpers.calibrations import certified
from tests.helpers.gated_engine import GatedEngine
from tests.ui.small_gold import ReadingEngine, write_small_gold
from ui.task import end_all_tasks, running_tasks
from ui.theme import Theme


@pytest.fixture(scope="session")
def _shared_theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture
def theme(_shared_theme: Theme) -> Iterator[Theme]:
    """The application's theme, light at the start of every test."""
    _shared_theme.choose("light", 15, "on")
    yield _shared_theme
    _shared_theme.choose("light", 15, "on")


@pytest.fixture(scope="session", autouse=True)
def _rubbish_is_collected_here(qapp: QApplication) -> Iterator[None]:
    """Have no thread but this one destroy what a test has dropped, as in the program."""
    gc.disable()
    yield
    # As long as there is an application: Python would do so after its end.
    gc.unfreeze()
    gc.collect()
    qapp.processEvents()
    gc.enable()


@pytest.fixture(autouse=True)
def _no_rubbish_is_left(_rubbish_is_collected_here: None) -> Iterator[None]:
    """Collect what the last test dropped; `ui.rubbish` does so in the program."""
    yield
    gc.disable()  # a test that opened the whole program left it as Python starts
    gc.collect(1)


@pytest.fixture(autouse=True)
def _no_thread_is_left(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves work running: the next test would pay for it."""
    yield
    qapp.sendPostedEvents()
    left = running_tasks()
    if left:
        end_all_tasks()
        qapp.processEvents()
        pytest.fail(f"{len(left)} task(s) still ran at the end; wait for them or cancel them")


@pytest.fixture
def workspace(
    paths: Paths, clock: Clock, library: Library, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Workspace]:
    """A new learner's workspace with everything that ships, and no model."""
    # Reading eleven guides takes half a second, which is spent once for all tests.
    with monkeypatch.context() as once:
        once.setattr("app.workspace.load_library", lambda _paths: replace(library))
        made = Workspace(paths, clock=clock)
    yield made
    made.close()


@pytest.fixture
def engine(workspace: Workspace) -> GatedEngine:
    """The workspace's engine, which finds every answer covered unless it is told otherwise."""
    gated = GatedEngine()
    workspace.engine = gated  # type: ignore[assignment]
    workspace.certified = certified()
    return gated


@pytest.fixture
def unmeasured(
    workspace: Workspace, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> ReadingEngine:
    """The engine of a model of the learner's own, which was never measured."""
    model = tmp_path / "own.gguf"
    model.write_bytes(b"GGUF")
    monkeypatch.setattr("app.appraisal.TRAINING", write_small_gold(tmp_path))
    monkeypatch.setattr("app.appraisal._shipped_library", lambda: library)
    monkeypatch.setenv("SEGUE_MODEL", str(model))
    workspace.choose_engine()
    reading = ReadingEngine()
    workspace.engine = reading  # type: ignore[assignment]
    return reading


@dataclass
class Shop:
    """A web server on this machine that holds one small model.

    Attributes
    ----------
    entry : CatalogueEntry
        What the catalogue says of it.
    gate : Event
        While it is clear, only the first half is sent.
    """

    entry: CatalogueEntry
    gate: Event


@pytest.fixture
def shop() -> Iterator[Shop]:
    body = b"GGUF" + bytes(range(256)) * 4000
    gate = Event()
    gate.set()

    class Counter(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            half = len(body) // 2
            # Who cancels goes away in the middle.
            with suppress(OSError):
                self.wfile.write(body[:half])
                self.wfile.flush()
                gate.wait(10)
                self.wfile.write(body[half:])

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as declared
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Counter)
    Thread(target=server.serve_forever, daemon=True).start()
    entry = CatalogueEntry(
        id="small",
        name="Small",
        file="small.gguf",
        parameters="1M",
        quantization="Q4_0",
        licence="MIT",
        licence_url="https://example.org/licence",
        size=len(body),
        sha256=hashlib.sha256(body).hexdigest(),
        context_length=512,
        kv_bytes_per_token=16,
        note="Enough for a test.",
        sources=(UrlSource(f"http://127.0.0.1:{server.server_port}/small.gguf"),),
    )
    yield Shop(entry, gate)
    gate.set()
    server.shutdown()
    server.server_close()


@pytest.fixture
def wants_small(
    workspace: Workspace, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> CatalogueEntry:
    """The workspace wants the small model of the shop, which is not here yet."""
    monkeypatch.delenv("SEGUE_MODEL")
    workspace.catalogue = Catalogue((shop.entry,), shop.entry.id)
    workspace.choose_engine()
    return shop.entry
