"""The engine process keeps its pipe clean and never outlives the one who started it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from app.model.protocol import Passage, Prompt, Sampling
from app.model.wire import (
    PROTOCOL,
    Decoder,
    Packet,
    encode,
    pack_passage,
    pack_prompt,
    pack_sampling,
    unpack_activations,
)
from app.model.worker import Worker

pytestmark = pytest.mark.engine

ROOT = Path(__file__).resolve().parents[3]


class RawWorker:
    """The engine process with nothing between it and the test."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "app.model.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            env={**os.environ, "PYTHONPATH": str(ROOT), "GOMP_SPINCOUNT": "1000"},
        )
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.stdin, self.stdout = self.process.stdin, self.process.stdout
        self._decoder = Decoder()
        self._packets: list[Packet] = []

    def send(self, **packet: object) -> None:
        self.stdin.write(encode(packet))

    def receive(self) -> Packet:
        while not self._packets:
            self._packets += self._decoder.feed(os.read(self.stdout.fileno(), 65536))
        return self._packets.pop(0)

    def result(self, number: int) -> Packet:
        while True:
            packet = self.receive()
            if packet.get("id") == number and packet["say"] in ("done", "failed"):
                return packet

    def load(self, path: Path) -> Packet:
        self.send(do="load", id=1, path=str(path), context_length=8192, threads=2)
        return self.result(1)


@pytest.fixture
def worker() -> Iterator[RawWorker]:
    worker = RawWorker()
    yield worker
    worker.process.kill()
    worker.process.wait()
    worker.stdin.close()
    worker.stdout.close()


def test_it_says_hello_with_its_versions_first(worker: RawWorker) -> None:
    hello = worker.receive()

    assert hello["say"] == "hello"
    assert hello["protocol"] == PROTOCOL
    assert hello["python"].startswith("3.")
    assert hello["llama_cpp"]
    assert "CPU" in hello["features"]


def test_it_does_one_job_after_the_other(
    worker: RawWorker, small_model: Path, france: Prompt
) -> None:
    prompt = pack_prompt(france)
    worker.receive()
    worker.send(do="load", id=1, path=str(small_model), context_length=100_000, threads=1)
    worker.send(do="score", id=2, prompt=prompt, continuations=[" Paris", " Rome"])
    worker.send(
        do="generate",
        id=3,
        prompt=prompt,
        sampling=pack_sampling(Sampling(max_tokens=3, temperature=0.0)),
        schema=None,
    )

    # More than the model was trained for is not given.
    assert worker.result(1)["context_length"] == 8192
    (paris, tokens), (rome, _) = worker.result(2)["scored"]
    assert paris > rome
    assert tokens == 1
    assert worker.result(3)["write_speed"] > 0


def test_it_opens_what_it_observes_with_only_when_asked_to_observe(
    worker: RawWorker, small_model: Path, make_passage: Callable[..., Passage]
) -> None:
    worker.receive()
    worker.load(small_model)
    process = psutil.Process(worker.process.pid)
    before = process.memory_info().rss
    worker.send(do="prefill", id=2, prompt=pack_prompt(make_passage("Paris").prompt))
    worker.result(2)
    between = process.memory_info().rss
    packed = [pack_passage(make_passage("Paris"))]
    worker.send(do="observe", id=3, passages=packed, depths=[0.5])
    (activations,) = worker.result(3)["activations"]
    after = process.memory_info().rss

    assert unpack_activations(activations).last.shape == (1, 576)
    # Its memory for 4096 tokens alone takes 94 MB with this model.
    assert after - between > 80e6 > between - before


def test_a_job_that_was_cancelled_before_it_began_is_not_begun(
    worker: RawWorker, small_model: Path, long_prompt: Prompt
) -> None:
    worker.receive()
    worker.load(small_model)
    worker.send(do="prefill", id=2, prompt=pack_prompt(long_prompt))
    worker.send(do="cancel", id=3)
    worker.send(do="prefill", id=3, prompt=pack_prompt(long_prompt))
    worker.send(do="cancel", id=2)

    assert worker.result(2)["cause"] == "cancelled"
    assert worker.result(3)["cause"] == "cancelled"


def test_signs_of_life_come_while_it_reads(
    worker: RawWorker, small_model: Path, long_prompt: Prompt
) -> None:
    worker.receive()
    worker.load(small_model)
    worker.send(do="prefill", id=2, prompt=pack_prompt(long_prompt))

    packet = worker.receive()

    assert packet["say"] == "progress"
    assert 0 < packet["done"] < packet["total"]


def test_pieces_that_come_fast_are_said_together_but_the_first_at_once() -> None:
    read_end, write_end = os.pipe()
    said: list[str] = []

    def listen() -> None:
        packets = Decoder().feed(os.read(read_end, 65536))
        assert all((packet["say"], packet["id"]) == ("piece", 7) for packet in packets)
        said.extend(packet["text"] for packet in packets)

    def pieces() -> Iterator[str]:
        yield "Once"
        listen()
        assert said == ["Once"]
        for number in range(100):
            yield f" {number}"
        # As long as a large model takes for a token, so nothing of its reply waits for more.
        time.sleep(0.05)
        yield " upon"
        listen()
        assert said[-1].endswith(" upon")
        yield " a time"

    Worker(-1, write_end)._pass_on({"id": 7}, pieces())
    listen()
    os.close(read_end)
    os.close(write_end)

    assert "".join(said) == " ".join(["Once", *map(str, range(100)), "upon", "a time"])
    # Three, if nothing else keeps this process from its work.
    assert len(said) < 20


def test_a_wrong_schema_is_the_askers_fault(
    worker: RawWorker, small_model: Path, france: Prompt
) -> None:
    worker.receive()
    worker.load(small_model)
    sampling = pack_sampling(Sampling())
    schema = {"type": "nonsense"}
    worker.send(do="generate", id=2, prompt=pack_prompt(france), sampling=sampling, schema=schema)

    failed = worker.result(2)

    assert failed["cause"] is None
    assert "schema" in failed["detail"]


def test_it_ends_when_its_pipe_closes_even_in_the_middle_of_a_computation(
    worker: RawWorker, small_model: Path, long_prompt: Prompt
) -> None:
    worker.receive()
    worker.load(small_model)
    worker.send(do="prefill", id=2, prompt=pack_prompt(long_prompt))
    worker.receive()

    worker.stdin.close()

    assert worker.process.wait(timeout=10) == 0


@pytest.mark.parametrize("line", [b"not json\n", b'{"no": "job"}\n'])
def test_nonsense_on_the_pipe_ends_it(worker: RawWorker, line: bytes) -> None:
    worker.receive()

    worker.stdin.write(line)

    assert worker.process.wait(timeout=10) == 1


PARENT = """
import sys
from pathlib import Path
from app.model.client import LocalEngine
from app.model.protocol import Message, Prompt, Sampling
engine = LocalEngine(Path(sys.argv[1]))
prompt = Prompt((Message("user", "Count."),))
for piece in engine.generate(prompt, Sampling(max_tokens=4000, temperature=1.0)):
    print(engine.pid, flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="sends signals")
@pytest.mark.parametrize("end", ["SIGKILL", "SIGINT"])
def test_no_orphan_survives_its_parent(small_model: Path, end: str) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(small_model)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert parent.stdout is not None
    child = psutil.Process(int(parent.stdout.readline()))
    assert child.is_running()

    parent.send_signal(signal.Signals[end])
    parent.wait(timeout=10)
    parent.stdout.close()

    deadline = time.monotonic() + 10
    while child.is_running() and child.status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_what_c_code_prints_does_not_reach_the_pipe() -> None:
    code = (
        "import os, ctypes; from app.model import worker; r, w = worker._take_pipes();"
        "print('from python', flush=True); os.system('echo from a program');"
        "ctypes.CDLL(None).puts(b'from c') if os.name != 'nt' else None;"
        "os.write(w, b'{}'); ctypes.CDLL(None).fflush(None) if os.name != 'nt' else None"
    )

    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
    )

    assert json.loads(done.stdout) == {}
    assert b"from python" in done.stderr
    assert b"from a program" in done.stderr
