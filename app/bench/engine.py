"""How fast the engine is: against llama-cpp-python's own loop, and against itself.

The model is the one in use, or the one that `--model` or `SEGUE_MODEL` names: any GGUF file. What
is compared is measured in turns, warm, in one run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from time import perf_counter
from typing import Any

from app.bench.drafts import measure_batches
from app.bench.prose import words
from app.bench.registry import Bench
from app.bench.report import Goal, Row
from app.bench.stopping import measure_stopping
from app.bench.turns import in_turns
from app.bench.verdicts import measure_verdicts
from app.bench.yielding import measure_yielding
from app.model.catalogue import load_catalogue
from app.model.client import LocalEngine
from app.model.options import default_threads
from app.model.protocol import Message, Prompt, Sampling
from app.paths import CATALOGUE
from app.settings import load_settings
from app.workspace import choose_model

CONTEXT = 4096

_AS_FAST = Goal(0.97, "ratio", "least")
_NEAR_THE_FLOOR = Goal(1.15, "ratio")
_LEAST_WRITTEN = 0.8
"""Share of the tokens in which a reply is read again: fewer, and it ended before it was cut."""

# Begun for it, because a model may decline to tell stories at temperature 0.
_STORY = Prompt(
    (Message("user", "Tell a long story about a lighthouse keeper, with every detail."),),
    reply_start="The lighthouse stood on a rock far out at sea, and its keeper",
)
_LIST = Prompt(
    (
        Message(
            "user",
            "Make up sixty people who live in a port, as JSON on one line without line breaks, "
            'like this: { "people": [ { "name": "Ada Lund", "town": "Oslo", "age": 36, "likes": '
            '[ "chess", "rain" ] }, { "name"',
        ),
    )
)
_PERSON = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "maxLength": 40},
        "town": {"type": "string", "maxLength": 40},
        "age": {"type": "integer"},
        "likes": {"type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": 3},
    },
    "required": ["name", "town", "age", "likes"],
}
# So many that every reply is cut before it ends.
_PEOPLE = {
    "type": "object",
    "properties": {"people": {"type": "array", "items": _PERSON, "minItems": 60}},
    "required": ["people"],
}


@dataclass(frozen=True)
class Size:
    """How much is measured.

    Attributes
    ----------
    rounds : int
        Turns of each of two things that are compared.
    reply, prompt : int
        Tokens of a reply, and of a prompt that is stopped while it is read.
    stops : int
        How often something is stopped.
    branches, batches : tuple of int
        Numbers of continuations, and of tokens in one computation.
    """

    rounds: int = 6
    reply: int = 64
    prompt: int = 3000
    stops: int = 12
    branches: tuple[int, ...] = (1, 4, 16)
    batches: tuple[int, ...] = (2, 4, 8, 16)


SMALL = Size(rounds=2, reply=12, prompt=1500, stops=2, branches=(1, 4), batches=(2, 8))


def measure(bench: Bench) -> Iterator[Row]:
    """Measure decoding, schemas, scoring, verdicts, stopping, making room, and drafts."""
    size = SMALL if bench.quick else Size()
    settings, _ = load_settings(bench.paths.settings_file)
    choice = choose_model(
        settings.model, load_catalogue(CATALOGUE), bench.paths.models, asked=bench.model
    )
    if not choice.usable or choice.path is None:
        yield Row("engine", "the engine", "", None, note=choice.reason)
        return
    bench.tell(f"writing and reading with {choice.path.name}")
    with LocalEngine(choice.path, context_length=CONTEXT) as engine:
        engine.load()
        with _own_loop(choice.path) as own:
            yield _decoding(engine, own, size)
            yield _schema(engine, own, size)
        with _own_loop(choice.path, repacked=False) as own:
            alike = _decoding(engine, own, size)
            rival = "the same with weights as in the file"
            yield replace(alike, name="engine.decode.alike", rival=rival)
        yield from _scoring(engine, size)
        yield from measure_verdicts(engine, size.rounds)
        bench.tell("stopping")
        yield from measure_stopping(engine, size.prompt, size.stops)
        bench.tell("making room")
        yield from measure_yielding(engine, size.prompt, size.stops)
    bench.tell("several tokens at once")
    yield from measure_batches(choice.path, size.batches, 3 * size.rounds)


@contextmanager
def _own_loop(path: Path, *, repacked: bool = True) -> Iterator[Any]:
    """Give the class that llama-cpp-python offers, as it is by default, with our threads.

    By default weights are repacked, which writes faster, reads slower and takes as much memory
    again; the class cannot be told not to, so the defaults that it asks for are changed.
    """
    import llama_cpp  # noqa: PLC0415 (loads the library)

    threads = default_threads()
    usual = llama_cpp.llama_model_default_params

    def changed() -> Any:  # noqa: ANN401 (untyped like the rest of the binding)
        params = usual()
        params.use_extra_bufts = repacked
        return params

    library = llama_cpp.llama_cpp
    library.llama_model_default_params = changed
    try:
        own = llama_cpp.Llama(
            str(path), n_ctx=CONTEXT, n_threads=threads, n_threads_batch=threads, verbose=False
        )
    finally:
        library.llama_model_default_params = usual
    try:
        yield own
    finally:
        own.close()


def _decoding(engine: LocalEngine, own: Any, size: Size) -> Row:  # noqa: ANN401
    sampling = Sampling(max_tokens=size.reply, temperature=0.0)
    start = own.tokenize(_STORY.messages[0].content.encode())

    def theirs() -> float:
        tokens = own.generate(start, temp=0.0)
        next(tokens)
        began = perf_counter()
        for _ in range(size.reply - 1):
            next(tokens)
        return (size.reply - 1) / (perf_counter() - began)

    row = Row(
        "engine.decode",
        "free decoding through the engine process",
        "tokens/s",
        None,
        rival="llama-cpp-python's own loop",
        goal=_AS_FAST,
    )
    return in_turns(row, lambda: _speed(engine, own, _STORY, sampling), theirs, size.rounds)


def _schema(engine: LocalEngine, own: Any, size: Size) -> Row:  # noqa: ANN401
    seeds = count()

    def speed(prompt: Prompt, schema: Mapping[str, object] | None = None) -> float | None:
        sampling = Sampling(max_tokens=size.reply, seed=next(seeds))
        return _speed(engine, own, prompt, sampling, schema)

    row = Row(
        "engine.schema",
        "decoding under a JSON schema",
        "tokens/s",
        None,
        rival="free decoding",
        goal=_AS_FAST,
    )
    return in_turns(row, lambda: speed(_LIST, _PEOPLE), lambda: speed(_STORY), size.rounds)


def _speed(
    engine: LocalEngine,
    own: Any,  # noqa: ANN401 (untyped like the rest of the binding)
    prompt: Prompt,
    sampling: Sampling,
    schema: Mapping[str, object] | None = None,
) -> float | None:
    """Return the tokens per second after the first one; None if the reply ended by itself."""
    stream = engine.generate(prompt, sampling, schema)
    pieces = [next(stream, "")]
    began = perf_counter()
    pieces += stream
    seconds = perf_counter() - began
    read = own.tokenize("".join(pieces).encode(), add_bos=False)
    if len(read) < _LEAST_WRITTEN * sampling.max_tokens:
        return None
    return (sampling.max_tokens - 1) / seconds


def _scoring(engine: LocalEngine, size: Size) -> Iterator[Row]:
    lines = "".join(f"\n{number}.{words(number, 12)}" for number in range(15))
    prefix = Prompt((Message("user", f"Go on with these lines:{lines}"),), "Next:")
    for number in size.branches:
        texts = [words(7 * first, 16) for first in range(number)]
        whole = replace(prefix, reply_start=prefix.reply_start + "".join(texts))
        tokens = [scored.tokens for scored in engine.score(prefix, texts)]
        # The last token of each is predicted, not evaluated.
        branches = _Reading(engine, prefix, prefix, texts, sum(tokens) - number)
        prompt = _Reading(engine, prefix, whole, [""], sum(tokens))
        row = Row(
            f"engine.score.{number}",
            f"score of {number} continuations after a kept prefix",
            "ms/token",
            None,
            rival="read as one prompt",
            goal=_NEAR_THE_FLOOR,
        )
        yield in_turns(row, branches, prompt, size.rounds)


@dataclass(frozen=True)
class _Reading:
    """Scores some texts once the ``kept`` prompt has been read, and tells what a token took.

    Attributes
    ----------
    tokens : int
        How many are evaluated.
    """

    engine: LocalEngine
    kept: Prompt
    prompt: Prompt
    texts: list[str]
    tokens: int

    def __call__(self) -> float:
        self.engine.score(self.kept, [""])
        began = perf_counter()
        self.engine.score(self.prompt, self.texts)
        return (perf_counter() - began) * 1000 / self.tokens
