"""Choosing the next token."""

from __future__ import annotations

import ctypes
import json
from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
from llama_cpp import llama_grammar

from app.model.binding import lib
from app.model.context import Context, Logits
from app.model.protocol import Sampling
from app.model.vocabulary import Vocabulary

_PENALISED_TOKENS = 64
# Likely tokens are looked for so far below the most likely one, in logits. Sorting takes longer.
_REACHES = range(8, 50, 3)
# So many are looked at for one that the grammar allows, then so many, then all.
_SPARE, _MANY = 64, 1024
# The last of the 32-bit seeds stands for a different seed each time.
_SEEDS = 2**32 - 1
_TOKEN_DATA = np.dtype([("id", np.int32), ("logit", np.float32), ("p", np.float32)])


# Untyped like the rest of the binding.
_SchemaConverter: Any = llama_grammar.SchemaConverter

_THEIR_CHARACTER: str = llama_grammar.PRIMITIVE_RULES["char"].content
_CHARACTER = _THEIR_CHARACTER.replace(r'[^"\\]', r'[^"\\\x00-\x1F]')
_UNKNOWN_WORDS = frozenset(
    [
        *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
        *("uniqueItems", "contains", "minProperties", "maxProperties", "propertyNames"),
        *("patternProperties", "dependentRequired", "not", "if"),
    ]
)


class _Converter(_SchemaConverter):  # type: ignore[misc]
    """The binding's converter from schemas to grammars, without its three faults.

    As it stands it writes a constant as ASCII JSON and leaves the backslashes in it unescaped, so
    that no reply could contain a constant with a quote, a backslash or an umlaut; it lets a text
    contain line breaks and other control characters, which JSON forbids; and it passes over words
    of a schema that it does not know.
    """

    def __init__(self) -> None:
        super().__init__(prop_order={}, allow_fetch=False, dotall=False, raw_pattern=False)

    def visit(self, schema: Mapping[str, object], name: str) -> str:
        unknown = _UNKNOWN_WORDS.intersection(schema)
        if unknown:
            raise ValueError(f"a grammar cannot say {', '.join(sorted(unknown))}")
        return str(super().visit(schema, name))

    def _add_rule(self, name: str, rule: str) -> str:
        return str(super()._add_rule(name, _CHARACTER if rule == _THEIR_CHARACTER else rule))

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

    Under a grammar a token is drawn as without one, and drawn again only if the grammar forbids
    it: from what the samplers keep of all tokens; if nothing of that is allowed, from the allowed
    among the likely ones; at last from all that is allowed. So the grammar is mostly asked about
    one token instead of all, and what the samplers keep comes as often as they have it among what
    is allowed.

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
        self._likely = _needed(sampling, vocabulary.size)
        self._penalises = sampling.repeat_penalty != 1.0
        self._one = lib.llama_token_data()
        one = lib.llama_token_data_array(ctypes.pointer(self._one), 1, -1, False)
        self._only_one = ctypes.byref(one)
        self._grammar = None
        if grammar is not None:
            self._grammar = lib.llama_sampler_init_grammar(
                vocabulary.handle, grammar.encode(), b"root"
            )
            if not self._grammar:
                raise ValueError("llama.cpp does not accept the grammar")
        self._chain = _chain(vocabulary, sampling)
        # Draws one of what the samplers before it keep; the chain owns it.
        self._draw = lib.llama_sampler_chain_get(
            self._chain, lib.llama_sampler_chain_n(self._chain) - 1
        )

    def choose(self, logits: Logits) -> int:
        """Return the next token and remember that it was chosen.

        Raises
        ------
        ValueError
            No token can follow under the grammar.
        """
        self._candidates.take(logits, self._likely)
        token = self._candidates.select(self._chain)
        if not self._allows(token):
            token = self._choose_allowed(logits)
        lib.llama_sampler_accept(self._chain, token)
        if self._grammar is not None:
            lib.llama_sampler_accept(self._grammar, token)
        return token

    def choose_written(self, context: Context) -> int:
        """Do as ``choose``, from the logits after the token that the context has just written.

        llama.cpp does most of it by itself, in less time than arrays take to be filled.
        """
        if self._grammar is not None and self._penalises:
            # It would remember a token that the grammar forbids as chosen, and penalise it.
            return self.choose(context.written)
        token = int(lib.llama_sampler_sample(self._chain, context.handle, -1))
        if self._grammar is None:
            return token
        if not self._allows(token):
            logits = context.written
            self._candidates.take(logits, self._likely)
            self._candidates.select(self._chain)
            token = self._choose_allowed(logits)
        lib.llama_sampler_accept(self._grammar, token)
        return token

    def close(self) -> None:
        """Give the memory back."""
        lib.llama_sampler_free(self._chain)
        if self._grammar is not None:
            lib.llama_sampler_free(self._grammar)

    def _allows(self, token: int) -> bool:
        """Return whether the grammar allows a token next."""
        if self._grammar is None:
            return True
        self._one.id, self._one.logit = token, 0.0
        lib.llama_sampler_apply(self._grammar, self._only_one)
        return bool(self._one.logit == 0.0)

    def _choose_allowed(self, logits: Logits) -> int:
        """Draw again, after a token that the grammar forbids, first from what is still held."""
        candidates = self._candidates
        if candidates.strike_out(self._grammar):
            return candidates.select(self._draw)
        for wanted in (_MANY, len(logits)):
            candidates.take(logits, wanted)
            if candidates.strike_out(self._grammar):
                return candidates.select(self._chain)
        raise ValueError("no token fits the grammar")


class _Candidates:
    """The array of tokens and logits that llama.cpp's samplers work on."""

    def __init__(self, size: int) -> None:
        self._data = np.zeros(size, dtype=_TOKEN_DATA)
        self._array = lib.llama_token_data_array()
        self._array.data = self._data.ctypes.data_as(lib.llama_token_data_p)
        self._reference = ctypes.byref(self._array)

    def take(self, logits: Logits, wanted: int) -> None:
        """Hold the most likely tokens, at least as many as wanted, by rising number."""
        ids = _most_likely(logits, wanted)
        held = self._data[: len(ids)]
        held["id"] = ids
        held["logit"] = logits[ids]
        self._hold(len(ids))

    def strike_out(self, grammar: Any) -> bool:  # noqa: ANN401 (an opaque pointer)
        """Drop what the grammar forbids and return whether anything is left."""
        lib.llama_sampler_apply(grammar, self._reference)
        held = self._data[: self._array.size]
        allowed = held[np.isfinite(held["logit"])]
        # Dropped, not left with no probability: a sampler must not be able to draw it at all.
        held[: len(allowed)] = allowed
        self._hold(len(allowed))
        return len(allowed) > 0

    def select(self, sampler: Any) -> int:  # noqa: ANN401 (an opaque pointer)
        """Return the token that a sampler selects; what it drops is no longer held."""
        lib.llama_sampler_apply(sampler, self._reference)
        return int(self._array.data[self._array.selected].id)

    def _hold(self, size: int) -> None:
        self._array.size = size
        self._array.selected = -1
        self._array.sorted = False


def _most_likely(logits: Logits, wanted: int) -> npt.NDArray[np.intp]:
    """Return the most likely tokens, at least as many as wanted, by rising number."""
    most = logits.max()
    for reach in _REACHES if wanted < len(logits) else ():
        near = logits >= most - reach
        if np.count_nonzero(near) >= wanted:
            return np.flatnonzero(near)
    return np.arange(len(logits))


def _needed(sampling: Sampling, size: int) -> int:
    """Return how many of the most likely tokens the samplers must see to choose as from all."""
    all_kept = sampling.temperature > 0 and sampling.top_k <= 0
    # Penalties change the order.
    if all_kept or sampling.repeat_penalty != 1.0:
        return size
    return min(max(sampling.top_k, _SPARE), size)


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
            lib.llama_sampler_init_dist(sampling.seed % _SEEDS),
        ]
    for step in steps:
        lib.llama_sampler_chain_add(chain, step)
    return chain
