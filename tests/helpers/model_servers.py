"""Real model servers on this machine, each in a process of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 120.0

# llama.cpp's own server, as it is built into a Python package.
_LLAMA_SERVER = """
import sys, threading, xllamacpp
params = xllamacpp.CommonParams()
params.model.path, params.n_ctx, params.n_parallel = sys.argv[1], int(sys.argv[2]), 1
params.cpuparams.n_threads = params.cpuparams_batch.n_threads = 1
params.port, params.api_keys = 0, sys.argv[3:]
server = xllamacpp.Server(params)
print("serving at " + server.listening_address, flush=True)
sys.stdin.read()
"""

_LLAMA_CPP_PYTHON = """
import sys, threading, uvicorn
from llama_cpp.server.app import create_app
from llama_cpp.server.settings import ModelSettings, ServerSettings
model = ModelSettings(
    model=sys.argv[1], model_alias="small", n_ctx=int(sys.argv[2]), n_threads=1,
    n_threads_batch=1, logits_all=sys.argv[3] == "logits", verbose=False,
)
settings = ServerSettings(api_key=sys.argv[4] if len(sys.argv) > 4 else None)
app = create_app(server_settings=settings, model_settings=[model])
server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning"))
def tell():
    while not server.started: threading.Event().wait(0.05)
    port = server.servers[0].sockets[0].getsockname()[1]
    print(f"serving at http://127.0.0.1:{port}", flush=True)
    sys.stdin.read()
    server.should_exit = True
threading.Thread(target=tell, daemon=True).start()
server.run()
"""


@contextmanager
def llama_server(model: Path, *, context: int = 1024, key: str = "") -> Iterator[str]:
    """Run llama.cpp's server and give its address."""
    with _running(_LLAMA_SERVER, [str(model), str(context), *([key] if key else [])]) as address:
        yield address


@contextmanager
def llama_cpp_python(
    model: Path, *, context: int = 768, logits: bool = True, key: str = ""
) -> Iterator[str]:
    """Run llama-cpp-python's server and give its address."""
    told = "logits" if logits else "last"
    with _running(
        _LLAMA_CPP_PYTHON, [str(model), str(context), told, *([key] if key else [])]
    ) as address:
        yield address


@contextmanager
def _running(program: str, arguments: Sequence[str]) -> Iterator[str]:
    """Run a program until the end; it prints its address, and ends with its standard input."""
    process = subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "OMP_NUM_THREADS": "1", "GOMP_SPINCOUNT": "1000"},
    )
    try:
        yield _address_of(process)
    finally:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.close()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()


def _address_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    until = time.monotonic() + PATIENCE
    for line in process.stdout:
        if found := re.match(r"serving at (\S+)", line):
            return found[1]
        if time.monotonic() > until:
            break
    raise RuntimeError(f"the model server did not start (exit code {process.poll()})")


if __name__ == "__main__":
    # For benchmarks: python -m tests.helpers.model_servers KIND MODEL, until the input ends.
    kinds = {"llama-server": llama_server, "llama-cpp-python": llama_cpp_python}
    with kinds[sys.argv[1]](Path(sys.argv[2])) as served:
        print(served, flush=True)  # noqa: T201
        sys.stdin.read()
