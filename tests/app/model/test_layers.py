"""What layers give out is taken down, and a model without such layers is refused."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.model.binding import lib
from app.model.errors import Cause, EngineError
from app.model.layers import LayerTap
from app.model.llama import Model
from app.model.memory import Memory, Row

pytestmark = pytest.mark.engine

ROWS: list[Row] = [(token, token, (0,)) for token in range(12)]


@pytest.fixture
def tap(model: Model) -> LayerTap:
    return LayerTap(lib.llama_model_n_embd(model.context.model), chunk=16)


@pytest.fixture
def memory(model: Model, tap: LayerTap) -> Iterator[Memory]:
    memory = Memory(
        model.context.model,
        length=256,
        chunk=16,
        sequences=1,
        threads=1,
        abort=model.context.abort,
        watch=tap.callback,
    )
    model.context.abort.clear()
    yield memory
    memory.close()


def test_each_layer_gives_a_row_for_each_token(tap: LayerTap, memory: Memory) -> None:
    tap.choose([3, 7])
    tap.begin(len(ROWS))
    memory.read(ROWS)

    taken = tap.taken()

    assert taken.shape == (2, 12, 576)
    assert all(row.any() for layer in taken for row in layer)
    assert (taken[0] != taken[1]).any()


def test_a_layer_gives_the_same_whichever_others_are_looked_at(
    tap: LayerTap, memory: Memory
) -> None:
    seen = []
    for layers in ([3], [3, 29], [1, 3]):
        memory.clear()
        tap.choose(layers)
        tap.begin(len(ROWS))
        memory.read(ROWS, outputs=range(len(ROWS)))
        seen.append(tap.taken()[layers.index(3)].copy())

    assert (seen[0] == seen[1]).all()
    assert (seen[0] == seen[2]).all()


def test_a_layer_that_is_never_seen_is_told(tap: LayerTap, memory: Memory) -> None:
    tap.choose([3, 99])
    tap.begin(len(ROWS))
    memory.read(ROWS)

    with pytest.raises(EngineError, match="l_out-99") as caught:
        tap.taken()
    assert caught.value.cause is Cause.NOT_OBSERVABLE


def test_without_outputs_the_last_layer_gives_nothing_usable(tap: LayerTap, memory: Memory) -> None:
    tap.choose([29])
    tap.begin(len(ROWS))
    memory.read(ROWS)

    with pytest.raises(EngineError, match="l_out-29"):
        tap.taken()
