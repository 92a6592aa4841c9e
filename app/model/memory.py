"""A working memory of a model: sequences of tokens that are read, shared and forgotten.

Two of them can stand on the same weights without knowing of each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from app.model.binding import AbortFlag, lib, load_failure
from app.model.errors import Cause, EngineError

Row = tuple[int, int, Sequence[int]]
"""One token to read: the token, its position, and the sequences that it belongs to."""

# Computations of at least this many tokens give the same numbers whatever their size; smaller ones
# take another way through the processor and differ by up to half a unit. See ENGINE.md.
EXACT = 8

_KEY_TYPES = {"f16": lib.GGML_TYPE_F16, "q8_0": lib.GGML_TYPE_Q8_0}
_DECODED, _ABORTED, _NO_MEMORY = 0, 2, -2


class AbortedError(Exception):
    """The computation was ended on purpose; what had been read before it is kept."""


class Memory:
    """The memory itself, and the computations that fill it.

    Parameters
    ----------
    model
        llama.cpp's model; it outlives the memory.
    length : int
        How many tokens it holds, all sequences together; a shared token counts once.
    chunk : int
        How many tokens are read at once at most.
    sequences : int
        How many sequences there may be; their numbers begin at 0.
    threads : int
        How many threads to read with.
    abort : AbortFlag
        Ends a running computation.
    watch : optional
        llama.cpp's callback for the steps of a computation; the caller keeps it alive.
    write_threads : int, optional
        How many threads to compute a single token with; as many as for reading by default.
    key_type : str
        How keys are kept: one of ``KEY_TYPES``. Only 16 bits leave the numbers as they are.

    Raises
    ------
    EngineError
        There is no memory for it, or the model has no use for one.
    """

    def __init__(
        self,
        model: Any,  # noqa: ANN401 (an opaque pointer)
        *,
        length: int,
        chunk: int,
        sequences: int,
        threads: int,
        abort: AbortFlag,
        watch: Any | None = None,  # noqa: ANN401 (a ctypes function object)
        write_threads: int | None = None,
        key_type: str = "f16",
    ) -> None:
        params = lib.llama_context_default_params()
        params.n_ctx = length
        params.n_batch = params.n_ubatch = chunk
        params.n_seq_max = sequences
        # All sequences in one cache, so that they share a beginning instead of copying it.
        params.kv_unified = True
        # Without it the numbers of a token do not depend on how a prompt was cut into chunks, and
        # on a processor it is no slower; see ENGINE.md.
        params.flash_attn_type = lib.LLAMA_FLASH_ATTN_TYPE_DISABLED
        params.n_threads = write_threads or threads
        params.n_threads_batch = threads
        params.type_k = _KEY_TYPES[key_type]
        params.offload_kqv = params.op_offload = False
        if watch is not None:
            params.cb_eval = watch
        self.handle = lib.llama_init_from_model(model, params)
        if not self.handle:
            raise load_failure("no memory for the context")
        self._memory = lib.llama_get_memory(self.handle)
        if not self._memory:
            raise EngineError(Cause.UNSUPPORTED_ARCHITECTURE, "the model does not write text")
        lib.llama_set_abort_callback(self.handle, abort.callback, abort.data)
        self._chunk = chunk
        self._batch = lib.llama_batch_init(chunk, 0, sequences)

    def use_threads(self, read: int, write: int) -> None:
        """Compute with so many threads from now on."""
        lib.llama_set_n_threads(self.handle, write, read)

    def read(self, rows: Sequence[Row], *, outputs: Iterable[int] = ()) -> None:
        """Compute tokens, and the logits after those whose places in ``rows`` are ``outputs``.

        There must be room for them.

        Raises
        ------
        AbortedError
            The abort flag was set. The tokens may be half read: they have to be forgotten.
        EngineError
            There is no memory for the computation; as after ``AbortedError``.
        """
        # The batch is C memory of fixed size; writing past it would corrupt the process.
        if len(rows) > self._chunk:
            raise ValueError(
                f"{len(rows)} tokens in one computation, at most {self._chunk} are possible"
            )
        batch = self._batch
        batch.n_tokens = len(rows)
        for i, (token, position, sequences) in enumerate(rows):
            batch.token[i] = token
            batch.pos[i] = position
            batch.n_seq_id[i] = len(sequences)
            for place, sequence in enumerate(sequences):
                batch.seq_id[i][place] = sequence
            batch.logits[i] = 0
        for i in outputs:
            batch.logits[i] = 1
        code = lib.llama_decode(self.handle, batch)
        if code == _ABORTED:
            raise AbortedError
        if code == _NO_MEMORY:
            raise EngineError(Cause.OUT_OF_MEMORY, "no memory for the computation")
        if code != _DECODED:
            raise RuntimeError(f"llama_decode returned {code} for {len(rows)} tokens")

    def share(self, source: int, target: int, stop: int = -1) -> None:
        """Let a sequence that is empty begin with the first ``stop`` tokens of another."""
        lib.llama_memory_seq_cp(self._memory, source, target, 0, stop)

    def forget(self, sequence: int, start: int = 0) -> bool:
        """Forget the tokens of a sequence from ``start`` on; return whether that was possible.

        Models with a running state instead of a cache can only forget a sequence as a whole.
        """
        return bool(lib.llama_memory_seq_rm(self._memory, sequence, start, -1))

    def clear(self) -> None:
        """Forget everything."""
        lib.llama_memory_clear(self._memory, False)

    def close(self) -> None:
        """Give the memory back."""
        lib.llama_batch_free(self._batch)
        lib.llama_free(self.handle)


def chunk_size(left: int, chunk: int) -> int:
    """Return how many of the tokens left to read at once, so that no small rest remains."""
    if left <= chunk:
        return left
    return min(chunk, left - EXACT)


def shared_prefix(one: Sequence[int], other: Sequence[int]) -> int:
    """Return how many tokens both begin with."""
    for i, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return i
    return min(len(one), len(other))
