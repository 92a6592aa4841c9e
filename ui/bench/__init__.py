"""Benchmarks of the window: how fast it opens, what it takes, and whether it ever stalls."""

from __future__ import annotations

from collections.abc import Mapping

BENCHMARKS: Mapping[str, str] = {
    "start": "ui.bench.start:measure",
    "memory": "ui.bench.memory:measure",
    "loop": "ui.bench.loop:measure",
    "next": "ui.bench.next:measure",
}
"""Name to module and function, as `app.bench.registry` has them for what needs no window."""
