"""What was measured of a model's speed, and how it is run for that, in words."""

from __future__ import annotations

from app.model.carry import measured_speed
from app.model.options import RunOptions
from app.model.tuning import Comparison, Tuning

_OPTIONS = {
    "threads": "threads to read",
    "write_threads": "threads to write",
    "chunk": "tokens read at once",
    "memory_map": "weights",
    "key_type": "keys of what was read",
}


def as_text(tuning: Tuning) -> str:
    """Return all that was measured, for a terminal."""
    lines = [
        f"{tuning.model} {speed_words(tuning)} on this machine ({tuning.hardware.processor}, "
        f"llama-cpp-python {tuning.llama_cpp}).",
        f"It is run with {options_words(tuning.options)}.",
        *(f"  {comparison_words(each)}" for each in tuning.found.comparisons),
    ]
    return "\n".join(lines)


def speed_words(tuning: Tuning) -> str:
    """Return how fast a model was measured to be."""
    speed = measured_speed(tuning)
    return (
        f"reads {figure(speed.read)} and writes {figure(speed.write)} tokens a second, "
        f"about {figure(speed.words)} words"
    )


def figure(speed: float) -> str:
    """Return a speed with as many places as matter."""
    return f"{speed:.0f}" if speed >= 3 else f"{speed:.1f}"


def options_words(options: RunOptions) -> str:
    """Return how a model is run."""
    if options.threads == options.write_threads:
        threads = _count(options.threads)
    else:
        threads = f"{_count(options.threads)} to read and {options.write_threads} to write"
    weights = _value("memory_map", options.memory_map)
    keys = _value("key_type", options.key_type)
    return f"{threads}, {options.chunk} tokens read at once, weights {weights}, keys {keys}"


def comparison_words(each: Comparison) -> str:
    """Return what came of trying something."""
    name = _OPTIONS.get(each.option, each.option)
    tried = f"{name}: {_value(each.option, each.value)} for {_value(each.option, each.against)}"
    if each.ratio is None:
        return f"{tried}: not tried, for lack of time or memory"
    kept = "taken" if each.chosen else "left"
    return f"{tried}: {each.ratio:.2f} × the time in {each.pairs} runs, {kept}"


def step_words(option: str, value: object) -> str:
    """Return what is being tried."""
    if not option:
        return "taking its speed"
    return f"trying {_OPTIONS.get(option, option)}: {_value(option, value)}"


def _count(threads: int) -> str:
    return "1 thread" if threads == 1 else f"{threads} threads"


def _value(option: str, value: object) -> str:
    if option == "memory_map":
        return "in the file's pages" if value else "copied into memory"
    if option == "key_type":
        return "at 16 bits" if value == "f16" else "at 8 bits"
    return str(value)
