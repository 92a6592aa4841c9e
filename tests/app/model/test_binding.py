"""The library is quiet, complete, and can be told to stop."""

from __future__ import annotations

import ctypes

import pytest

from app.model import binding
from app.model.binding import AbortFlag
from app.model.errors import Cause, EngineError

pytestmark = pytest.mark.engine


def test_starting_names_the_processor_features() -> None:
    assert "CPU" in binding.start()


def test_a_library_that_lacks_a_function_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(binding, "_NEEDED", (*binding._NEEDED, "llama_from_the_future"))

    with pytest.raises(EngineError) as caught:
        binding.start()

    assert caught.value.cause is Cause.LIBRARY_MISMATCH
    assert "llama_from_the_future" in caught.value.detail


def test_only_warnings_and_errors_are_said(capfd: pytest.CaptureFixture[str]) -> None:
    info, warning, error, continued = 2, 3, 4, 5
    for level, text in [
        (info, b"chatter"),
        (continued, b" more chatter\n"),
        (warning, b"careful"),
        (continued, b" there\n"),
        (error, b"it broke\n"),
    ]:
        binding._log(level, text, None)

    assert capfd.readouterr().err == "careful there\nit broke\n"


def test_the_flag_is_what_llama_cpp_is_told() -> None:
    flag = AbortFlag()

    def told() -> bool:
        return bool(flag.callback(ctypes.cast(flag.data, ctypes.c_void_p)))

    assert not told()
    flag.set()
    assert told()
    assert flag.is_set()
    flag.clear()
    assert not told()
