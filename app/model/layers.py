"""What the middle layers of a model give out, taken down while llama.cpp computes."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from app.model.binding import VERSION, lib
from app.model.errors import Cause, EngineError


class LayerTap:
    """Takes down what chosen layers give out, and ends each computation above the highest.

    Parameters
    ----------
    width : int
        How many numbers a layer gives out for each token.
    chunk : int
        How many tokens are computed at once at most.

    Raises
    ------
    EngineError
        With ``NOT_OBSERVABLE`` when the library lacks the functions for it.
    """

    def __init__(self, width: int, chunk: int) -> None:
        self._width, self._chunk = width, chunk
        self._name_of, self._size_of, self._copy = _tensor_functions()
        self._places: dict[bytes, int] = {}
        self._buffers = np.empty((0, chunk, width), np.float32)
        self._addresses: list[int] = []
        self._tokens = self._bytes = 0
        self._taken: set[int] = set()
        self._finished = False
        # Kept for as long as llama.cpp may call it: that holds only the address.
        self.callback: Any = lib.ggml_backend_sched_eval_callback(self._look)

    def choose(self, layers: Sequence[int]) -> None:
        """Take down these layers from now on; they ascend and are counted from 0."""
        self._places = {f"l_out-{layer}".encode(): i for i, layer in enumerate(layers)}
        self._buffers = np.empty((len(layers), self._chunk, self._width), np.float32)
        self._addresses = [buffer.ctypes.data for buffer in self._buffers]

    def begin(self, tokens: int) -> None:
        """Expect a computation of so many tokens."""
        self._tokens, self._bytes = tokens, tokens * self._width * 4
        self._taken.clear()
        self._finished = False

    def taken(self) -> npt.NDArray[np.float32]:
        """Return what the computation gave: an array [layers, tokens, width], soon overwritten.

        Raises
        ------
        EngineError
            With ``NOT_OBSERVABLE`` when a layer was not seen, or not with every token.
        """
        if len(self._taken) < len(self._places):
            missing = min(set(self._places.values()) - self._taken)
            name = next(name.decode() for name, i in self._places.items() if i == missing)
            raise EngineError(Cause.NOT_OBSERVABLE, f"nothing usable was seen of {name}")
        return self._buffers[:, : self._tokens]

    def _look(self, tensor: int, asking: bool, _: object) -> bool:
        """Be asked whether a result is wanted, then given it; say whether to go on.

        Called from C, where nothing may be raised: all room it needs was made before.
        """
        if self._finished:
            # Only where a computation is spread over several devices: stop each at its first step.
            return asking
        place = self._places.get(self._name_of(tensor))
        if place is None:
            return not asking
        if asking:
            return True
        if self._size_of(tensor) == self._bytes:
            self._copy(tensor, self._addresses[place], 0, self._bytes)
            self._taken.add(place)
        self._finished = place == len(self._places) - 1
        return not self._finished


def _tensor_functions() -> tuple[Any, Any, Any]:
    """Return ggml's functions for a tensor's name, its size in bytes, and copying it out."""
    try:
        base = lib.load_shared_library("ggml-base", lib._base_path)
        name_of, size_of, copy = base.ggml_get_name, base.ggml_nbytes, base.ggml_backend_tensor_get
    except (OSError, RuntimeError, AttributeError) as error:
        raise EngineError(
            Cause.NOT_OBSERVABLE, f"llama-cpp-python {VERSION} offers no way: {error}"
        ) from None
    name_of.restype, name_of.argtypes = ctypes.c_char_p, [ctypes.c_void_p]
    size_of.restype, size_of.argtypes = ctypes.c_size_t, [ctypes.c_void_p]
    copy.restype = None
    copy.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_size_t]
    return name_of, size_of, copy
