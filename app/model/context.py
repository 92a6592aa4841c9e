"""A loaded model and its working memory: reading tokens, and remembering what has been read.

Sequence 0 of llama.cpp's memory holds the tokens of the last prompt and reply. The next prompt
reads only what differs from them. Other sequences exist only while continuations are scored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from time import perf_counter
from typing import Any

import numpy as np
import numpy.typing as npt

from app.model.binding import AbortFlag, lib, load_failure
from app.model.errors import Cause, EngineError
from app.model.vocabulary import Vocabulary

Logits = npt.NDArray[np.float32]
Beat = Callable[[int, int], None]
"""Called between computations with the number of tokens read and the number to read."""

MAX_BRANCHES = 16
_CHUNK = 256
MAX_BRANCH_TOKENS = _CHUNK
# Computations of at least this many tokens give the same logits whatever their size; smaller ones
# take another way through the processor and differ by up to half a unit. See ENGINE.md.
_EXACT = 8
# Few tokens at once are read much more slowly than many; they would spoil the figure.
_MEASURED_CHUNK = 32
_DECODED, _ABORTED, _NO_MEMORY = 0, 2, -2


class AbortedError(Exception):
    """The computation was ended on purpose; what had been read before it is kept."""


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
    ) -> None:
        self.abort = AbortFlag()
        self._model = _load_model(path, repack=repack, progress=progress)
        self.vocabulary = Vocabulary(lib.llama_model_get_vocab(self._model))
        self.template: bytes | None = lib.llama_model_chat_template(self._model, None)
        trained: int = lib.llama_model_n_ctx_train(self._model)
        self.length = min(context_length, trained) if trained > 0 else context_length
        self._context = _open_context(self._model, self.length, threads)
        self._memory = lib.llama_get_memory(self._context)
        if not self._memory:
            raise EngineError(Cause.UNSUPPORTED_ARCHITECTURE, "the model does not write text")
        lib.llama_set_abort_callback(self._context, self.abort.callback, self.abort.data)
        self._batch = lib.llama_batch_init(_CHUNK, 0, 1)
        self._tokens: list[int] = []
        self._written = 0
        self._logits: Logits | None = None
        self._useful: int | None = None
        self._chunk_end = 0
        self._reading, self._writing = _Speed(), _Speed()

    @property
    def speeds(self) -> tuple[float | None, float | None]:
        """Tokens per second seen so far, in reading and in writing."""
        return self._reading.value, self._writing.value

    def read(self, tokens: Sequence[int], beat: Beat) -> Logits:
        """Read a prompt of at least one token and return the logits after its last one.

        What the prompt has in common with what was read before is not read again.

        Raises
        ------
        AbortedError
            The abort flag was set, or the rest is of no use any more.
        """
        # Written tokens were computed one by one, so they are read again; see _EXACT.
        self._forget_after(len(self._tokens) - self._written)
        done = shared_prefix(self._tokens, tokens)
        if done == len(tokens) == len(self._tokens) and self._logits is not None:
            return self._logits
        # The logits after a token are there only when it has just been read, and some tokens
        # before it are read again so that they are the same as if nothing had been known.
        done = self._forget_after(max(min(done, len(tokens) - _EXACT), 0))
        while done < len(tokens):
            if self._useful is not None and done >= self._useful:
                raise AbortedError
            left = len(tokens) - done
            chunk = tokens[done : done + _chunk_size(left)]
            self._chunk_end = done + len(chunk)
            began = perf_counter()
            self._append(chunk, last=self._chunk_end == len(tokens))
            if len(chunk) >= _MEASURED_CHUNK:
                self._reading.add(len(chunk), perf_counter() - began)
            done = self._chunk_end
            beat(done, len(tokens))
        return self._current()

    def write(self, token: int) -> Logits:
        """Add one token to what was read last and return the logits after it.

        Raises
        ------
        AbortedError
            The abort flag was set.
        """
        began = perf_counter()
        self._append([token], last=True)
        self._written += 1
        self._writing.add(1, perf_counter() - began)
        return self._current()

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
        padding = max(min(_EXACT - wanted, self.length - start - wanted), 0)
        padded = [*branches, branches[0][:1] * padding]
        rows = [
            (token, start + offset, number)
            for number, branch in enumerate(padded, start=1)
            for offset, token in enumerate(branch)
        ]
        sequences = {number for _, _, number in rows}
        try:
            for number in sequences:
                lib.llama_memory_seq_cp(self._memory, 0, number, -1, -1)
            self._decode(rows, outputs=range(wanted))
        finally:
            for number in sequences:
                lib.llama_memory_seq_rm(self._memory, number, -1, -1)
        return [self._row(i) for i in range(wanted)]

    def branch_room(self, prefix: int) -> int:
        """Return how many tokens branches after a prefix of that length may have together."""
        return min(_CHUNK, self.length - prefix)

    def settle_for(self, useful: int | None) -> None:
        """Let a running ``read`` end once its first ``useful`` tokens are read; any thread.

        ``None`` takes that back. A chunk that goes beyond the useful tokens is finished if it
        also holds some of them, because a chunk that is broken off is lost as a whole.
        """
        self._useful = useful
        if useful is not None and useful < self._chunk_end - _CHUNK // 2:
            self.abort.set()

    def close(self) -> None:
        """Give the memory back."""
        lib.llama_batch_free(self._batch)
        lib.llama_free(self._context)
        lib.llama_model_free(self._model)

    def _forget_after(self, keep: int) -> int:
        """Forget all but the first tokens and return how many are left."""
        if keep == len(self._tokens):
            return keep
        self._logits = None
        if not lib.llama_memory_seq_rm(self._memory, 0, keep, -1):
            # Models with a running state instead of a cache cannot go back; they begin again.
            lib.llama_memory_clear(self._memory, False)
            keep = 0
        del self._tokens[keep:]
        self._written = 0
        return keep

    def _append(self, tokens: Sequence[int], *, last: bool) -> None:
        """Read tokens after those of sequence 0; keep the logits after the last one if asked."""
        start = len(self._tokens)
        self._logits = None
        rows = [(token, start + offset, 0) for offset, token in enumerate(tokens)]
        final = len(rows) - 1
        try:
            self._decode(rows, outputs=(final,) if last else ())
        except (AbortedError, EngineError):
            if not lib.llama_memory_seq_rm(self._memory, 0, start, -1):
                lib.llama_memory_clear(self._memory, False)
                self._tokens.clear()
                self._written = 0
            raise
        self._tokens += tokens
        if last:
            # A copy: scoring branches overwrites llama.cpp's buffer but not what was read.
            self._logits = self._row(final).copy()

    def _decode(self, rows: Sequence[tuple[int, int, int]], *, outputs: Iterable[int]) -> None:
        """Compute tokens given as (token, position, sequence)."""
        # The batch is C memory of fixed size; writing past it would corrupt the process.
        if len(rows) > _CHUNK:
            raise ValueError(
                f"{len(rows)} tokens in one computation, at most {_CHUNK} are possible"
            )
        batch = self._batch
        batch.n_tokens = len(rows)
        for i, (token, position, sequence) in enumerate(rows):
            batch.token[i] = token
            batch.pos[i] = position
            batch.n_seq_id[i] = 1
            batch.seq_id[i][0] = sequence
            batch.logits[i] = 0
        for i in outputs:
            batch.logits[i] = 1
        code = lib.llama_decode(self._context, batch)
        if code == _ABORTED:
            raise AbortedError
        if code == _NO_MEMORY:
            raise EngineError(Cause.OUT_OF_MEMORY, "no memory for the computation")
        if code != _DECODED:
            raise RuntimeError(f"llama_decode returned {code} for {len(rows)} tokens")

    def _row(self, i: int) -> Logits:
        pointer = lib.llama_get_logits_ith(self._context, i)
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


def _chunk_size(left: int) -> int:
    """Return how many of the tokens left to read at once, so that no small rest remains."""
    if left <= _CHUNK:
        return left
    return min(_CHUNK, left - _EXACT)


def shared_prefix(one: Sequence[int], other: Sequence[int]) -> int:
    """Return how many tokens both begin with."""
    for i, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return i
    return min(len(one), len(other))


def _load_model(path: str, *, repack: bool, progress: Callable[[float], None]) -> Any:  # noqa: ANN401
    def report(part: float, _: object) -> bool:
        progress(part)
        return True

    callback = lib.llama_progress_callback(report)
    params = lib.llama_model_default_params()
    params.n_gpu_layers = 0
    params.use_extra_bufts = repack
    params.progress_callback = callback
    model = lib.llama_model_load_from_file(path.encode(), params)
    if not model:
        raise load_failure(f"{path} could not be loaded")
    # Such as those that only measure how alike texts are, or translate.
    if (
        lib.llama_model_has_encoder(model)
        or not lib.llama_model_has_decoder(model)
        or lib.llama_model_is_diffusion(model)
    ):
        raise EngineError(Cause.UNSUPPORTED_ARCHITECTURE, "the model does not write text")
    return model


def _open_context(model: Any, length: int, threads: int) -> Any:  # noqa: ANN401
    params = lib.llama_context_default_params()
    params.n_ctx = length
    params.n_batch = params.n_ubatch = _CHUNK
    params.n_seq_max = 1 + MAX_BRANCHES
    # All sequences in one cache, so that a branch shares its beginning instead of copying it.
    params.kv_unified = True
    # Without it the logits of a token do not depend on how a prompt was cut into chunks, and on
    # a processor it is no slower; see ENGINE.md.
    params.flash_attn_type = lib.LLAMA_FLASH_ATTN_TYPE_DISABLED
    params.n_threads = params.n_threads_batch = threads
    params.offload_kqv = params.op_offload = False
    context = lib.llama_init_from_model(model, params)
    if not context:
        raise load_failure("no memory for the context")
    return context
