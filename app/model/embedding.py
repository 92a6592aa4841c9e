"""A model that turns texts into vectors, inside its process: loading it and running it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.model.binding import lib, load_failure
from app.model.context import load_weights
from app.model.errors import Cause, EngineError

LONGEST = 512
"""Tokens of a text that are read, and of all texts that are read together."""
TOGETHER = 16
"""Texts that are read together at most."""


class EmbeddingModel:
    """One embedding model in memory.

    A model that writes can be used too: its vectors are means over the tokens then.

    Parameters
    ----------
    path : str
        The GGUF file.
    threads : int
        How many threads to compute with.
    progress : callable
        Called while loading, with the part done from 0 to 1.

    Raises
    ------
    EngineError
        The model cannot be loaded; the cause says why.
    """

    def __init__(
        self, path: str, *, threads: int, progress: Callable[[float], None] = lambda _: None
    ) -> None:
        self._model = load_weights(path, repack=False, memory_map=True, progress=progress)
        self._vocabulary = lib.llama_model_get_vocab(self._model)
        trained = int(lib.llama_model_n_ctx_train(self._model))
        self.length = min(LONGEST, trained) if trained > 0 else LONGEST
        self.width: int = lib.llama_model_n_embd(self._model)
        self._context = self._made(threads, lib.LLAMA_POOLING_TYPE_UNSPECIFIED)
        if lib.llama_pooling_type(self._context) == lib.LLAMA_POOLING_TYPE_NONE:
            lib.llama_free(self._context)
            self._context = self._made(threads, lib.LLAMA_POOLING_TYPE_MEAN)
        self._batch = lib.llama_batch_init(self.length, 0, 1)

    def embed(
        self, texts: Sequence[str], beat: Callable[[int, int], None] = lambda _done, _all: None
    ) -> NDArray[np.float32]:
        """Return a row of length 1 for each text; of a long one only the beginning counts.

        Raises
        ------
        EngineError
            There is no memory for the computation, or what is computed are no numbers.
        """
        rows = np.zeros((len(texts), self.width), np.float32)
        done = 0
        for group in self._groups([self._tokens(text) for text in texts]):
            rows[done : done + len(group)] = self._read(group)
            done += len(group)
            beat(done, len(texts))
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        if not np.isfinite(lengths).all() or (lengths == 0).any():
            raise EngineError(Cause.DAMAGED, "what the embedding model computes are no numbers")
        unit: NDArray[np.float32] = rows / lengths
        return unit

    def close(self) -> None:
        """Give the memory back."""
        lib.llama_batch_free(self._batch)
        lib.llama_free(self._context)
        lib.llama_model_free(self._model)

    def _made(self, threads: int, pooling: int) -> Any:  # noqa: ANN401 (an opaque pointer)
        params = lib.llama_context_default_params()
        # A text is read in one computation, because each of its tokens looks at all the others.
        params.n_ctx = params.n_batch = params.n_ubatch = self.length
        params.n_seq_max = TOGETHER
        params.kv_unified = True
        params.embeddings = True
        params.pooling_type = pooling
        params.n_threads = params.n_threads_batch = threads
        params.offload_kqv = params.op_offload = False
        context = lib.llama_init_from_model(self._model, params)
        if not context:
            raise load_failure("no memory for the context")
        return context

    def _tokens(self, text: str) -> list[int]:
        """Return the tokens of a text with those that the model wants around it."""
        data = text.encode("utf-8", "replace")
        room = len(data) + 8
        buffer = (lib.llama_token * room)()
        # Nothing in a text is taken for a control token: a document may come from anybody.
        count = lib.llama_tokenize(self._vocabulary, data, len(data), buffer, room, True, False)
        tokens = list(buffer[: max(count, 0)])
        if len(tokens) > self.length:
            tokens[self.length - 1 :] = tokens[-1:]
        return tokens or [0]

    def _groups(self, tokens: Sequence[list[int]]) -> Iterator[list[list[int]]]:
        """Yield texts in order, as many at a time as can be read together."""
        group: list[list[int]] = []
        for text in tokens:
            full = sum(map(len, group)) + len(text) > self.length or len(group) == TOGETHER
            if group and full:
                yield group
                group = []
            group.append(text)
        if group:
            yield group

    def _read(self, group: Sequence[list[int]]) -> NDArray[np.float32]:
        batch, place = self._batch, 0
        for number, tokens in enumerate(group):
            for position, token in enumerate(tokens):
                batch.token[place] = token
                batch.pos[place] = position
                batch.n_seq_id[place] = 1
                batch.seq_id[place][0] = number
                batch.logits[place] = 1
                place += 1
        batch.n_tokens = place
        memory = lib.llama_get_memory(self._context)
        if memory:
            lib.llama_memory_clear(memory, False)
        code = lib.llama_decode(self._context, batch)
        if code != 0:
            raise EngineError(Cause.OUT_OF_MEMORY, f"the embedding failed with code {code}")
        rows = np.zeros((len(group), self.width), np.float32)
        for number in range(len(group)):
            pointer = lib.llama_get_embeddings_seq(self._context, number)
            if not pointer:
                raise EngineError(Cause.UNSUPPORTED_ARCHITECTURE, "the model gives no vectors")
            rows[number] = np.ctypeslib.as_array(pointer, shape=(self.width,))
        return rows
