"""What a model server costs beside the engine on this machine, both with their models.

The server is the one that the settings name. Only where both run the same model on the same
processor does the ratio tell what HTTP and the server's own loop take.
"""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from app.bench.registry import Bench
from app.bench.report import Row
from app.bench.turns import in_turns
from app.model.catalogue import load_catalogue
from app.model.client import LocalEngine
from app.model.protocol import Engine, Message, Prompt, Sampling
from app.paths import CATALOGUE
from app.serving import Serving
from app.settings import load_settings
from app.workspace import choose_model

_STORY = Prompt(
    (
        Message("system", "You tell stories."),
        Message("user", "Tell a long story about a lighthouse keeper, with every detail."),
    )
)
_LABELS = (" covered", " partly", " missed", " contradicted")


def measure(bench: Bench) -> Iterator[Row]:
    """Measure decoding, the wait for the first words, and scoring."""
    rounds, reply = (2, 16) if bench.quick else (6, 96)
    settings, _ = load_settings(bench.paths.settings_file)
    choice = choose_model(
        settings.model, load_catalogue(CATALOGUE), bench.paths.models, asked=bench.model
    )
    serving = Serving()
    serving.follow(settings)
    server = serving.engine
    if server is None or not choice.usable or choice.path is None:
        reason = serving.choice.reason or choice.reason
        yield Row("server", "a model server", "", None, note=reason)
        return
    try:
        with LocalEngine(choice.path) as local:
            local.load()
            info = server.connect()
            bench.tell(f"writing with {info.model} on {server.server}, and with {choice.name} here")
            rival = f"{choice.name} here"
            yield in_turns(
                Row(
                    "server.decode",
                    f"decoding by {server.server}",
                    "characters/s",
                    None,
                    None,
                    rival,
                ),
                lambda: written(server, reply)[1],
                lambda: written(local, reply)[1],
                rounds,
            )
            yield in_turns(
                Row("server.first", "until the first words, prompt known", "s", None, None, rival),
                lambda: written(server, 4)[0],
                lambda: written(local, 4)[0],
                rounds,
            )
            if info.can_score:
                yield in_turns(
                    Row("server.score", "scoring four labels", "s", None, None, rival),
                    lambda: _scored(server),
                    lambda: _scored(local),
                    rounds,
                )
    finally:
        serving.close()


def written(engine: Engine, reply: int) -> tuple[float, float]:
    """Return the seconds until the first piece of a reply, and the characters a second after it.

    Characters, as engines differ in how many tokens they give out at a time.
    """
    began = perf_counter()
    pieces = iter(engine.generate(_STORY, Sampling(max_tokens=reply, temperature=0)))
    # A server may answer with nothing.
    next(pieces, "")
    first = perf_counter()
    rest = sum(len(piece) for piece in pieces)
    return first - began, rest / max(perf_counter() - first, 1e-9)


def _scored(engine: Engine) -> float:
    began = perf_counter()
    engine.score(Prompt(_STORY.messages, "Verdict:"), _LABELS)
    return perf_counter() - began
