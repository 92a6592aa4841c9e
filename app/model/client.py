"""The engine on this machine: llama.cpp in a child process, started again when it dies."""

from __future__ import annotations

import importlib.metadata
import json
from collections.abc import Callable, Generator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from app.model.errors import EngineError
from app.model.host import ModelHost
from app.model.jobs import Job, ReplyStream
from app.model.options import RunOptions, default_threads
from app.model.preflight import free_memory
from app.model.protocol import (
    Activations,
    EngineInfo,
    EngineState,
    Passage,
    Prompt,
    Sampling,
    Scored,
)
from app.model.quarantine import Quarantine
from app.model.service import EngineService
from app.model.tuning import SECONDS, Found
from app.model.tuning_search import Step
from app.model.wire import (
    Packet,
    pack_passage,
    pack_prompt,
    pack_sampling,
    unpack_activations,
)

_PATIENCE = 120.0


def installed_version() -> str:
    """Return the version of llama-cpp-python, without loading it; empty if there is none."""
    try:
        return importlib.metadata.version("llama-cpp-python")
    except importlib.metadata.PackageNotFoundError:
        return ""


def _reading(
    do: str, passages: Sequence[Passage], depths: Sequence[float], *, background: bool = False
) -> Job:
    packed = [pack_passage(passage) for passage in passages]
    content = {"passages": packed, "depths": [float(depth) for depth in depths]}
    return Job(do, content, background=background)


class LocalEngine:
    """A model on this machine, in a process of its own; an ``app.model.protocol.Engine``.

    The process is started by the first job, or by ``start``. It is started again after a crash,
    and a job that had shown nothing yet is done again, once. A model that could not be loaded is
    left alone until ``start`` or ``load`` is called; one that ended the process while it was loaded
    is so even after the program was started again. No method raises when the model is missing or
    broken: the error comes where the answer is awaited.

    Parameters
    ----------
    path : Path
        The GGUF file.
    name : str, optional
        What the model is called in ``info``; by default the name of the file without ending.
    file_hash : str, optional
        The file's hash, if known, for ``info``.
    context_length : int
        How many tokens prompt and reply may have together; capped to what the model was trained
        for.
    threads : int, optional
        How many threads to compute with; by default one for each core.
    options : callable, optional
        Gives, before the model is first loaded, what was found to be best here, if anything was;
        it takes the place of ``threads`` and what else is usual.
    patience : float
        After so many seconds without a sign of life the process counts as hung and is ended.
    available_memory : callable
        Gives the bytes of free memory.
    quarantine_file : Path, optional
        Where it is kept which models ended the process while they were loaded; else that ends
        with this engine.
    """

    def __init__(
        self,
        path: Path,
        *,
        name: str | None = None,
        file_hash: str | None = None,
        context_length: int = 4096,
        threads: int | None = None,
        patience: float = _PATIENCE,
        available_memory: Callable[[], int] = free_memory,
        quarantine_file: Path | None = None,
        options: Callable[[], RunOptions | None] | None = None,
    ) -> None:
        self._path = path
        self._name = name or path.stem
        self._file_hash = file_hash
        quarantine = Quarantine(quarantine_file, version=installed_version)
        self._service = EngineService(
            lambda on_end: ModelHost(
                path,
                context_length=context_length,
                threads=threads or default_threads(),
                patience=patience,
                available_memory=available_memory,
                on_end=on_end,
                quarantine=quarantine,
            ),
            refusal=quarantine.find(path),
        )
        self._host = self._service.host
        self._host.look_up = options

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def state(self) -> EngineState:
        """What the engine is doing."""
        return self._service.state

    @property
    def failure(self) -> EngineError | None:
        """Why the state is ``FAILED``."""
        return self._service.failure

    @property
    def pid(self) -> int | None:
        """The number of the engine process, if there is one."""
        return self._host.pid

    def on_change(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call back whenever the state changes; return what ends that.

        The callback runs in any thread, without arguments, and must return soon.
        """
        return self._service.on_change(callback)

    def start(self) -> None:
        """Load the model ahead of the first job, also after a failure; returns at once."""
        self._service.begin()

    def load(self) -> EngineInfo:
        """Load the model, also after a failure, and wait until it is ready.

        Raises
        ------
        EngineError
            It cannot be loaded.
        """
        self._answer(self._service.begin())
        return self.info()

    def use(self, options: RunOptions) -> None:
        """Run the model in another way from the next job on: it is loaded anew for that."""
        self._host.look_up = None
        self._host.options = options

    def generate(
        self,
        prompt: Prompt,
        sampling: Sampling,
        schema: Mapping[str, object] | None = None,
        *,
        background: bool = False,
    ) -> ReplyStream:
        """Write a reply; with a JSON ``schema`` the reply is JSON of that shape.

        Here and below, what is done in the ``background`` makes room for everything else and is
        done anew then; it takes little of the processor while other programs want it.

        Iterating raises ``EngineError``, or ``ValueError`` for a schema that cannot be used. A
        reply that reaches ``max_tokens`` ends there, so its JSON may be incomplete.
        """
        content = {
            "prompt": pack_prompt(prompt),
            "sampling": pack_sampling(sampling),
            "schema": None if schema is None else dict(schema),
        }
        job = self._service.submit(Job("generate", content, background=background))
        return ReplyStream(job, self._service.cancel)

    def score(
        self, prefix: Prompt, continuations: Sequence[str], *, background: bool = False
    ) -> list[Scored]:
        """Tell how likely each continuation is right after the prefix.

        A continuation is taken to be written directly after ``prefix.reply_start``, without a
        space of its own: after ``"Verdict:"`` it is ``" covered"`` that is likely, not
        ``"covered"``. Where a continuation would melt into the last token of the prefix, scoring
        begins before that token, for all continuations alike; so they stay comparable.

        Raises
        ------
        EngineError
            There is no answer; the cause says why.
        """
        content = {"prompt": pack_prompt(prefix), "continuations": list(continuations)}
        result = self._answer(self._service.submit(Job("score", content, background=background)))
        pairs = zip(continuations, result["scored"], strict=True)
        return [Scored(text, probability, tokens) for text, (probability, tokens) in pairs]

    def prefill(self, prefix: Prompt) -> None:
        """Hint that this prompt, or one that begins like it, will be used soon; returns at once.

        It is read when nothing else is to be done. A later prompt replaces it, but keeps what was
        read of their common beginning.
        """
        self._service.submit(Job("prefill", {"prompt": pack_prompt(prefix)}))

    def observe(
        self, passages: Sequence[Passage], depths: Sequence[float], *, background: bool = False
    ) -> list[Activations]:
        """Read passages and tell what layers of the model give out for them.

        The numbers have the precision of 16 bits. ``ValueError`` is raised for stretches that are
        not in the text or do not ascend, and for depths that are not above 0 and at most 1.

        Raises
        ------
        EngineError
            There is no answer; the cause says why.
        """
        job = _reading("observe", passages, depths, background=background)
        result = self._answer(self._service.submit(job))
        return [unpack_activations(packed) for packed in result["activations"]]

    def prepare(self, passages: Sequence[Passage], depths: Sequence[float]) -> None:
        """Hint that these passages, or some that begin like them, will be observed soon.

        Returns at once. They are read when nothing else is to be done; later ones replace them,
        but keep what was read of a common beginning.
        """
        self._service.submit(_reading("prepare", passages, depths))

    def tune(self, seconds: float = SECONDS) -> Generator[Step, None, Found]:
        """Measure how the model is best run here; yield what is tried.

        It makes room for everything else at once and ends with that.

        Raises
        ------
        EngineError
            There is no answer; with ``CANCELLED`` if it made room.
        ValueError
            The model is too slow to be measured in so many seconds.
        """
        job = self._service.submit(Job("tune", {"seconds": seconds}, background=True))
        try:
            while isinstance(said := job.wait(), str):
                yield Step(*json.loads(said))
        except BaseException:
            job.abandon()
            raise
        return Found.unpacked(said["found"])

    def info(self) -> EngineInfo:
        """Describe what runs; never waits. Before loading, what was asked for."""
        read, write = self._host.speeds
        return EngineInfo(
            model=self._name,
            path=self._path,
            file_hash=self._file_hash,
            context_length=self._host.context_length,
            threads=self._host.options.threads,
            read_tokens_per_second=read,
            write_tokens_per_second=write,
            llama_cpp_version=self._host.version or installed_version(),
        )

    def cancel(self) -> None:
        """End the job that runs now, at once; whoever waits for it gets ``CANCELLED``."""
        self._service.cancel()

    def cancel_background(self) -> None:
        """End what is done in the background, and what waits for that; others are left alone."""
        self._service.cancel_background()

    def close(self, *, wait: bool = True) -> None:
        """End the engine and give its memory back; a second call does nothing.

        Parameters
        ----------
        wait : bool
            Return only when the memory is free; else it soon will be, and this returns at once.
        """
        self._service.close(wait=wait)

    @staticmethod
    def _answer(job: Job) -> Packet:
        """Wait for the result of a job; if the waiting is interrupted, give the job up."""
        try:
            result = job.wait()
        except BaseException:
            job.abandon()
            raise
        assert not isinstance(result, str)
        return result
