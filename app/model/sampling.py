"""Choosing the next token."""

from __future__ import annotations

import ctypes
import json
from collections.abc import Mapping
from typing import Any

import numpy as np
from llama_cpp import llama_grammar

from app.model.binding import lib
from app.model.context import Logits
from app.model.protocol import Sampling
from app.model.vocabulary import Vocabulary

_PENALISED_TOKENS = 64
_TOKEN_DATA = np.dtype([("id", np.int32), ("logit", np.float32), ("p", np.float32)])


# Untyped like the rest of the binding.
_SchemaConverter: Any = llama_grammar.SchemaConverter


class _Converter(_SchemaConverter):  # type: ignore[misc]
    """The binding's converter from schemas to grammars, with constants written as they are.

    As it stands it writes a constant as ASCII JSON and leaves the backslashes in it unescaped, so
    that no reply could contain a constant with a quote, a backslash or an umlaut.
    """

    def __init__(self) -> None:
        super().__init__(prop_order={}, allow_fetch=False, dotall=False, raw_pattern=False)

    def _generate_constant_rule(self, value: object) -> str:
        text = json.dumps(value, ensure_ascii=False).replace("\\", r"\\").replace('"', r"\"")
        return f'"{text}"'


def grammar_of(schema: Mapping[str, object]) -> str:
    """Return the grammar of the JSON texts that fit a JSON schema.

    Raises
    ------
    ValueError
        The schema cannot be expressed as a grammar.
    """
    converter = _Converter()
    try:
        # A copy without anything that JSON does not have, because the converter changes it.
        resolved = converter.resolve_refs(json.loads(json.dumps(schema)), "schema")
        converter.visit(resolved, "")
    except (AssertionError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise ValueError(f"this schema cannot be made a grammar: {error!r}") from error
    return str(converter.format_grammar())


class Sampler:
    """Chooses tokens one after the other, for one reply.

    Parameters
    ----------
    vocabulary : Vocabulary
        The model's tokens.
    sampling : Sampling
        How to choose; temperature 0 takes the most likely token.
    grammar : str or None
        Only tokens that lead to a text of this grammar are chosen.

    Raises
    ------
    ValueError
        The grammar has an error.
    """

    def __init__(self, vocabulary: Vocabulary, sampling: Sampling, grammar: str | None) -> None:
        self._candidates = _Candidates(vocabulary.size)
        self._grammar = None
        if grammar is not None:
            self._grammar = lib.llama_sampler_init_grammar(
                vocabulary.handle, grammar.encode(), b"root"
            )
            if not self._grammar:
                raise ValueError("llama.cpp does not accept the grammar")
        self._chain = _chain(vocabulary, sampling)

    def choose(self, logits: Logits) -> int:
        """Return the next token and remember that it was chosen.

        Raises
        ------
        ValueError
            No token can follow under the grammar.
        """
        token = self._pick(logits, constrained=False)
        if self._grammar is not None:
            # Looking at one token is far cheaper than at all; mostly the first choice fits.
            if not self._candidates.only(token).survives(self._grammar):
                token = self._pick(logits, constrained=True)
            lib.llama_sampler_accept(self._grammar, token)
        lib.llama_sampler_accept(self._chain, token)
        return token

    def close(self) -> None:
        """Give the memory back."""
        lib.llama_sampler_free(self._chain)
        if self._grammar is not None:
            lib.llama_sampler_free(self._grammar)

    def _pick(self, logits: Logits, *, constrained: bool) -> int:
        candidates = self._candidates.fill(logits)
        if constrained and not candidates.survives(self._grammar):
            raise ValueError("no token fits the grammar")
        return candidates.select(self._chain)


class _Candidates:
    """The array of tokens and logits that llama.cpp's samplers work on."""

    def __init__(self, size: int) -> None:
        self._ids = np.arange(size, dtype=np.int32)
        self._data = np.zeros(size, dtype=_TOKEN_DATA)
        self._array = lib.llama_token_data_array()

    def fill(self, logits: Logits) -> _Candidates:
        """Hold every token with its logit."""
        self._data["id"] = self._ids
        self._data["logit"] = logits
        return self._hold(self._data)

    def only(self, token: int) -> _Candidates:
        """Hold one token."""
        self._one = np.array([(token, 0.0, 0.0)], dtype=_TOKEN_DATA)
        return self._hold(self._one)

    def survives(self, grammar: Any) -> bool:  # noqa: ANN401 (an opaque pointer)
        """Strike out what the grammar forbids and return whether anything is left."""
        lib.llama_sampler_apply(grammar, ctypes.byref(self._array))
        return bool(np.isfinite(self._held["logit"]).any())

    def select(self, chain: Any) -> int:  # noqa: ANN401 (an opaque pointer)
        """Return the token that the samplers select."""
        lib.llama_sampler_apply(chain, ctypes.byref(self._array))
        return int(self._array.data[self._array.selected].id)

    def _hold(self, data: Any) -> _Candidates:  # noqa: ANN401 (an array of records)
        self._held = data
        self._array.data = data.ctypes.data_as(lib.llama_token_data_p)
        self._array.size = len(data)
        self._array.selected = -1
        self._array.sorted = False
        return self


def _chain(vocabulary: Vocabulary, sampling: Sampling) -> Any:  # noqa: ANN401
    chain = lib.llama_sampler_chain_init(lib.llama_sampler_chain_default_params())
    steps = []
    if sampling.repeat_penalty != 1.0:
        steps.append(
            lib.llama_sampler_init_penalties(
                vocabulary.size, _PENALISED_TOKENS, sampling.repeat_penalty, 0.0, 0.0
            )
        )
    if sampling.temperature <= 0:
        steps.append(lib.llama_sampler_init_greedy())
    else:
        steps += [
            lib.llama_sampler_init_top_k(sampling.top_k),
            lib.llama_sampler_init_top_p(sampling.top_p, 1),
            lib.llama_sampler_init_min_p(sampling.min_p, 1),
            lib.llama_sampler_init_temp(sampling.temperature),
            lib.llama_sampler_init_dist(sampling.seed % 2**32),
        ]
    for step in steps:
        lib.llama_sampler_chain_add(chain, step)
    return chain
