"""Getting llama.cpp: reading how far a build is, and doing without what is not there."""

from __future__ import annotations

import pytest

from app.setup.engine import BuildProgress, parse_build_line


@pytest.mark.parametrize(
    ("line", "progress"),
    [
        ("  [1/193] /usr/bin/g++ -DGGML_BUILD -c ggml.cpp", BuildProgress(1, 193)),
        ("[57/193] Building CXX object llama.cpp.o", BuildProgress(57, 193)),
        ("  [193/193] : && /usr/bin/g++ -shared", BuildProgress(193, 193)),
        ("  Downloading scikit_build_core-1.1.2-py3-none-any.whl (295 kB)", None),
        ("  note: array[3/4] is not a counter", None),
        ("[0/0] nothing", None),
        ("", None),
    ],
)
def test_the_counter_of_the_build_is_read(line: str, progress: BuildProgress | None) -> None:
    assert parse_build_line(line) == progress


def test_progress_tells_files_time_and_time_left() -> None:
    assert BuildProgress(50, 200).line(80.0) == "  50 of 200 files, 1 min 20 s, about 4 min left"


def test_the_first_files_promise_nothing() -> None:
    assert BuildProgress(2, 200).line(3.0) == "  2 of 200 files, 3.0 s"


def test_the_end_is_never_promised_too_early() -> None:
    assert BuildProgress(200, 200).line(300.0).endswith("about 10 s left")
