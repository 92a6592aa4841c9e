"""A loaded model and what it reads and writes: tokens, and remembering what has been read.

Sequence 0 of its memory holds the tokens of the last prompt and reply. The next prompt
reads only what differs from them. Other sequences exist only while continuations are scored.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import perf_counter
from typing import Any

import numpy as np
import numpy.typing as npt

from app.model.binding import AbortFlag, lib, load_failure
from app.model.errors import Cause, EngineError
from app.model.memory import EXACT, AbortedError, Memory, chunk_size, shared_prefix
from app.model.options import RunOptions
from app.model.vocabulary import Vocabulary

Logits = npt.NDArray[np.float32]
Beat = Callable[[int, int], None]
"""Called between computations with the number of tokens read and the number to read."""

MAX_BRANCHES = 16
_CHUNK = 256
SMALL_CHUNK = 64
"""Tokens read at once where reading may be broken off: what is broken off is lost."""
MAX_BRANCH_TOKENS = _CHUNK
# Few tokens at once are read much more slowly than many; they would spoil the figure.
_MEASURED_CHUNK = 32


class Context:
    """One model in memory, ready to read.

    Parameters
    ----------
    path : str
        The GGUF file.
    context_length : int
        How many tokens to remember at most; capped to what the model was trained for.
    threads : int
        How many threads to compute with.
    repack : bool
        Whether to rearrange the weights for this processor, at the price of memory and time.
    progress : callable
        Called while loading, with the part done from 0 to 1.
    options : RunOptions, optional
        What was found to be best here, in place of ``threads`` and what else is usual.

    Raises
    ------
    EngineError
        The model cannot be loaded; the cause says why.
    """

    def __init__(
        self,
        path: str,
        *,
        context_length: int,
        threads: int,
        repack: bool,
        progress: Callable[[float], None],
        options: RunOptions | None = None,
    ) -> None:
        self.abort = AbortFlag()
        self.path, self.repack = path, repack
        self.options = options or RunOptions.usual(threads)
        mapped = self.options.memory_map
        self.model = load_model(path, repack=repack, memory_map=mapped, progress=progress)
        self.vocabulary = Vocabulary(lib.llama_model_get_vocab(self.model))
        self.template: bytes | None = lib.llama_model_chat_template(self.model, None)
        self.trained_length: int = lib.llama_model_n_ctx_train(self.model)
        trained = self.trained_length
        self.length = min(context_length, trained) if trained > 0 else context_length
        self._memory = Memory(
            self.model,
            length=self.length,
            chunk=self.options.chunk,
            sequences=1 + MAX_BRANCHES,
            threads=self.options.threads,
            abort=self.abort,
            write_threads=self.options.write_threads,
            key_type=self.options.key_type,
        )
        self._tokens: list[int] = []
        self._written = 0
        self._logits: Logits | None = None
        self._useful: int | None = None
        self._chunk = range(0)
        self._reading, self._writing = _Speed(), _Speed()

    @property
    def speeds(self) -> tuple[float | None, float | None]:
        """Tokens per second seen so far, in reading and in writing."""
        return self._reading.value, self._writing.value

    def read(self, tokens: Sequence[int], beat: Beat, chunk: int | None = None) -> Logits:
        """Read a prompt of at least one token and return the logits after its last one.

        What the prompt has in common with what was read before is not read again. The rest is read
        in computations of at most ``chunk`` tokens; by default, of as many as are possible.

        Raises
        ------
        AbortedError
            The abort flag was set, or the rest is of no use any more.
        """
        chunk = chunk or self.options.chunk
        # Written tokens were computed one by one, so they are read again; see EXACT.
        self._forget_after(len(self._tokens) - self._written)
        done = shared_prefix(self._tokens, tokens)
        if done == len(tokens) == len(self._tokens) and self._logits is not None:
            return self._logits
        # The logits after a token are there only when it has just been read, and some tokens
        # before it are read again so that they are the same as if nothing had been known.
        done = self._forget_after(max(min(done, len(tokens) - EXACT), 0))
        try:
            while done < len(tokens):
                self._chunk = range(done, done + chunk_size(len(tokens) - done, chunk))
                if self._useful is not None and done >= self._useful:
                    raise AbortedError
                began = perf_counter()
                self._append(tokens[done : self._chunk.stop], last=self._chunk.stop == len(tokens))
                if len(self._chunk) >= _MEASURED_CHUNK:
                    self._reading.add(len(self._chunk), perf_counter() - began)
                done = self._chunk.stop
                beat(done, len(tokens))
        finally:
            self._chunk = range(0)
        return self._current()

    def write(self, token: int) -> None:
        """Add one token to what was read last; ``written`` gives the logits after it.

        Raises
        ------
        AbortedError
            The abort flag was set.
        """
        began = perf_counter()
        # Its logits are not kept: written tokens are never gone on from, see ``read``.
        self._append([token], last=True, keep=False)
        self._written += 1
        self._writing.add(1, perf_counter() - began)

    @property
    def written(self) -> Logits:
        """The logits after the token that was just written, valid until the next computation."""
        return self._row(0)

    @property
    def handle(self) -> Any:  # noqa: ANN401 (an opaque pointer)
        """llama.cpp's context."""
        return self._memory.handle

    def branch(self, branches: Sequence[list[int]]) -> list[Logits]:
        """Return the logits after each token of branches that all go on from what was read last.

        The branches do not see each other and are forgotten at once. There are at most
        ``MAX_BRANCHES``, and their tokens together at most ``branch_room``. The arrays are valid
        until the next computation.

        Raises
        ------
        AbortedError
            The abort flag was set.
        """
        start = len(self._tokens)
        wanted = sum(len(branch) for branch in branches)
        # A branch that nobody asked for makes a small computation an exact one.
        padding = max(min(EXACT - wanted, self.length - start - wanted), 0)
        padded = [*branches, branches[0][:1] * padding]
        rows = [
            (token, start + offset, (number,))
            for number, branch in enumerate(padded, start=1)
            for offset, token in enumerate(branch)
        ]
        sequences = {number for _, _, (number,) in rows}
        try:
            for number in sequences:
                self._memory.share(0, number)
            self._memory.read(rows, outputs=range(wanted))
        finally:
            for number in sequences:
                self._memory.forget(number)
        return [self._row(i) for i in range(wanted)]

    def branch_room(self, prefix: int) -> int:
        """Return how many tokens branches after a prefix of that length may have together."""
        return min(_CHUNK, self.length - prefix)

    def settle_for(self, useful: int | None) -> None:
        """Let a running ``read`` end once its first ``useful`` tokens are read; any thread.

        ``None`` takes that back. What is being computed is finished if at least half of it is
        useful, because it is lost as a whole if it is broken off.
        """
        self._useful = useful
        chunk = self._chunk
        if useful is not None and useful - chunk.start < len(chunk) / 2:
            self.abort.set()

    def close(self) -> None:
        """Give the memory back."""
        self._memory.close()
        lib.llama_model_free(self.model)

    def _forget_after(self, keep: int) -> int:
        """Forget all but the first tokens and return how many are left."""
        if keep == len(self._tokens):
            return keep
        self._logits = None
        if not self._memory.forget(0, keep):
            # Models with a running state instead of a cache cannot go back; they begin again.
            self._memory.clear()
            keep = 0
        del self._tokens[keep:]
        self._written = 0
        return keep

    def _append(self, tokens: Sequence[int], *, last: bool, keep: bool = True) -> None:
        """Read tokens after those of sequence 0; have, and keep, the logits after the last one."""
        start = len(self._tokens)
        self._logits = None
        rows = [(token, start + offset, (0,)) for offset, token in enumerate(tokens)]
        final = len(rows) - 1
        try:
            self._memory.read(rows, outputs=(final,) if last else ())
        except (AbortedError, EngineError):
            if not self._memory.forget(0, start):
                self._memory.clear()
                self._tokens.clear()
                self._written = 0
            raise
        self._tokens += tokens
        if last and keep:
            # A copy: scoring branches overwrites llama.cpp's buffer but not what was read.
            self._logits = self._row(final).copy()

    def _row(self, i: int) -> Logits:
        pointer = lib.llama_get_logits_ith(self._memory.handle, i)
        return np.ctypeslib.as_array(pointer, shape=(self.vocabulary.size,))

    def _current(self) -> Logits:
        assert self._logits is not None
        return self._logits


class _Speed:
    """Tokens per second over everything measured."""

    def __init__(self) -> None:
        self._tokens, self._seconds = 0, 0.0

    @property
    def value(self) -> float | None:
        return self._tokens / self._seconds if self._seconds > 0 else None

    def add(self, tokens: int, seconds: float) -> None:
        self._tokens += tokens
        self._seconds += seconds


def load_model(
    path: str,
    *,
    repack: bool,
    memory_map: bool,
    progress: Callable[[float], None],
    abort: AbortFlag | None = None,
) -> Any:  # noqa: ANN401 (an opaque pointer)
    """Load the weights of a model that writes, as `load_weights` does.

    Raises
    ------
    AbortedError
        The flag was set.
    EngineError
        The model cannot be loaded, or does not write; the cause says why.
    """
    model = load_weights(path, repack=repack, memory_map=memory_map, progress=progress, abort=abort)
    # Such as those that only measure how alike texts are, or translate.
    if (
        lib.llama_model_has_encoder(model)
        or not lib.llama_model_has_decoder(model)
        or lib.llama_model_is_diffusion(model)
    ):
        raise EngineError(Cause.UNSUPPORTED_ARCHITECTURE, "the model does not write text")
    return model


def load_weights(
    path: str,
    *,
    repack: bool,
    memory_map: bool,
    progress: Callable[[float], None],
    abort: AbortFlag | None = None,
) -> Any:  # noqa: ANN401 (an opaque pointer)
    """Load the weights of a model of any kind.

    Parameters
    ----------
    repack, progress
        As for ``Context``.
    memory_map : bool
        Whether they stay in the file's own pages; else they are copied from it.
    abort : AbortFlag, optional
        Ends the loading.

    Raises
    ------
    AbortedError
        The flag was set.
    EngineError
        The model cannot be loaded; the cause says why.
    """

    def report(part: float, _: object) -> bool:
        progress(part)
        return abort is None or not abort.is_set()

    callback = lib.llama_progress_callback(report)
    params = lib.llama_model_default_params()
    params.n_gpu_layers = 0
    params.use_extra_bufts = repack
    # Weights that are no numbers are found; that takes a third of a second for each gigabyte.
    params.check_tensors = True
    params.load_mode = lib.LLAMA_LOAD_MODE_MMAP if memory_map else lib.LLAMA_LOAD_MODE_NONE
    params.progress_callback = callback
    model = lib.llama_model_load_from_file(path.encode(), params)
    if not model:
        if abort is not None and abort.is_set():
            raise AbortedError
        raise load_failure(f"{path} could not be loaded")
    return model
