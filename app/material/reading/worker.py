"""The process that reads one file: ``python -m app.material.reading.worker KIND FILE NAME``.

It writes lines of JSON: how far it is, then what it read or why it cannot. Its time and memory
have limits, so that no file can hold up or bring down the program.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from app.material.blocks import LONGEST_TEXT, Reading
from app.material.errors import MaterialError

CPU_SECONDS = 240
"""Processor time after which the system ends the process."""
MEMORY = 3_000_000_000
"""Bytes that it may take."""
_EXPENDABLE = "900"
"""Between 0 and 1000; when memory runs out, the system ends the process with the highest first."""


def main() -> None:
    """Read the file that the command line names."""
    kind, path, name = sys.argv[1:4]
    _limit()
    try:
        reading = _read(kind, Path(path).read_bytes(), name)
        if sum(len(block.text) for block in reading.blocks) > LONGEST_TEXT:
            reason = f"has more than {LONGEST_TEXT:,} characters. Add a part of it"
            raise MaterialError(name, reason)
        if not any(block.text for block in reading.blocks):
            raise MaterialError(name, "has no text")
    except MaterialError as error:
        _say({"refused": error.reason, "line": error.line, "page": error.page})
        return
    except (MemoryError, RecursionError) as error:
        _say({"refused": f"is built so that it cannot be read ({type(error).__name__})"})
        return
    _say({"title": reading.title, "pages": reading.pages})
    for block in reading.blocks:
        _say({"block": [block.kind.value, block.text, block.level, block.page]})
    _say({"end": True})


def _read(kind: str, content: bytes, name: str) -> Reading:
    # Each brings its own parser with it; only the one that is needed is loaded.
    if kind == "pdf":
        from app.material.reading.pdf import read_pdf  # noqa: PLC0415

        return read_pdf(content, name, lambda done, of: _say({"done": done, "of": of}))
    readers: Mapping[str, Callable[[bytes], Reading]]
    if kind == "html":
        from app.material.reading.html import read_html  # noqa: PLC0415

        readers = {"html": read_html}
    elif kind == "markdown":
        from app.material.reading.markdown import read_markdown  # noqa: PLC0415

        readers = {"markdown": read_markdown}
    else:
        from app.material.reading.text import read_text  # noqa: PLC0415

        readers = {"text": read_text}
    return readers[kind](content)


def _limit() -> None:
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(_EXPENDABLE, encoding="ascii")
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 5))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        # A crash of the parser leaves no image of its memory behind.
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _say(value: Mapping[str, object]) -> None:
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
