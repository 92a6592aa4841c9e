"""What it costs to verify tokens that were guessed: by a smaller model, or from the prompt.

Guessing ahead is not part of Segue; these rows say whether it would pay on this machine, see
`app/model/ENGINE.md`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from time import perf_counter

from app.bench.prose import words
from app.bench.report import Row
from app.bench.turns import in_turns
from app.model.options import default_threads

_KNOWN, _LENGTH, _CHUNK = 64, 512, 64


def measure_batches(path: Path, counts: tuple[int, ...], rounds: int) -> Iterator[Row]:
    """Compare computations of several tokens with that of one, in memories of this process."""
    from app.model import binding  # noqa: PLC0415 (loads the library)
    from app.model.llama import Model  # noqa: PLC0415
    from app.model.memory import Memory  # noqa: PLC0415

    binding.start()
    threads = default_threads()
    model = Model(str(path), context_length=_LENGTH, threads=threads)
    context = model.context
    memory = Memory(
        context.model,
        length=_LENGTH,
        chunk=_CHUNK,
        sequences=1,
        threads=threads,
        abort=context.abort,
    )
    tokens = context.vocabulary.tokens(words(0, _LENGTH), special=False)
    rows = [(token, place, (0,)) for place, token in enumerate(tokens[: _KNOWN + _CHUNK])]
    memory.read(rows[:_KNOWN])

    def compute(count: int) -> float:
        began = perf_counter()
        memory.read(rows[_KNOWN : _KNOWN + count], outputs=range(count))
        milliseconds = (perf_counter() - began) * 1000
        memory.forget(0, _KNOWN)
        return milliseconds

    try:
        for count in counts:
            row = Row(
                f"engine.batch.{count}",
                f"a computation of {count} tokens, as to verify a draft of {count - 1}",
                "ms",
                None,
                rival="one token",
                note="a draft pays only if it brings more tokens at once than the ratio says",
            )
            yield in_turns(row, partial(compute, count), partial(compute, 1), rounds)
    finally:
        memory.close()
        model.close()
