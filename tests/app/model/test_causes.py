"""The end of an engine process is traced back to something the learner can change."""

from __future__ import annotations

import pytest

from app.model.causes import cause_of_exit, cause_of_text, diagnose, plain
from app.model.errors import Cause

LOAD = "llama_model_load: error loading model: "


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        (LOAD + "unknown model architecture: 'zlama'", Cause.UNSUPPORTED_ARCHITECTURE),
        (
            "tensor 'x' has invalid ggml type 77. should be in [0, 43)",
            Cause.UNSUPPORTED_ARCHITECTURE,
        ),
        (LOAD + "tensor 'blk.2' data is not within the file bounds", Cause.TRUNCATED),
        ("gguf_init_from_reader: failed to read key-value pairs", Cause.TRUNCATED),
        (
            "gguf_init_from_reader: number of tensors is 19075892230499 but must be in [0, 536]\n"
            "gguf_init_from_reader: failed to read header",
            Cause.DAMAGED,
        ),
        ("alloc_buffer: failed to allocate CPU buffer of size 4096", Cause.OUT_OF_MEMORY),
        (LOAD + "unable to allocate CPU buffer", Cause.OUT_OF_MEMORY),
        ("terminate called after throwing an instance of 'std::bad_alloc'", Cause.OUT_OF_MEMORY),
        ("mmap failed: Cannot allocate memory", Cause.OUT_OF_MEMORY),
        (LOAD + "Resource temporarily unavailable", Cause.OUT_OF_MEMORY),
        ("failed to open model.gguf: Permission denied", Cause.NO_PERMISSION),
        ("failed to open model.gguf: No such file or directory", Cause.NO_FILE),
        ("ModuleNotFoundError: No module named 'llama_cpp'", Cause.LIBRARY_MISMATCH),
        ("OSError: [WinError -1073741795] Windows Error 0xc000001d", Cause.ILLEGAL_INSTRUCTION),
        (LOAD + "check_tensor_dims: tensor 'blk.2.x' not found", Cause.DAMAGED),
        (LOAD + "check_tensor_dims: tensor 'x' has wrong shape; expected 1, got 2", Cause.DAMAGED),
        (LOAD + "error loading model hyperparameters: invalid n_rot: 64", Cause.DAMAGED),
        ("AttributeError: module 'x' has no attribute 'llama_batch_init'", Cause.LIBRARY_MISMATCH),
        ("all is well", None),
    ],
)
def test_what_llama_cpp_says_has_a_cause(text: str, cause: Cause | None) -> None:
    assert cause_of_text(text) is cause


@pytest.mark.parametrize(
    ("code", "cause"),
    [
        (-4, Cause.ILLEGAL_INSTRUCTION),
        (-9, Cause.KILLED),
        (-15, Cause.KILLED),
        (-7, Cause.UNREADABLE),
        (-11, None),
        (1, None),
        (0xC000001D, Cause.ILLEGAL_INSTRUCTION),
        (0xC000001D - 2**32, Cause.ILLEGAL_INSTRUCTION),
        (0xC0000017, Cause.OUT_OF_MEMORY),
        (0xC0000135, Cause.LIBRARY_MISMATCH),
        (0xC0000005, None),
    ],
)
def test_exit_codes_of_posix_and_windows_have_causes(code: int, cause: Cause | None) -> None:
    assert cause_of_exit(code) is cause


def test_a_process_that_was_killed_for_want_of_memory_ran_out_of_memory() -> None:
    assert diagnose(-9, "failed to allocate buffer").cause is Cause.OUT_OF_MEMORY
    assert diagnose(-9, "").cause is Cause.KILLED


def test_an_illegal_instruction_is_one_whatever_was_said_before() -> None:
    assert diagnose(-4, "failed to allocate a debugger").cause is Cause.ILLEGAL_INSTRUCTION


@pytest.mark.parametrize(
    ("code", "stderr", "detail"),
    [
        (-11, "first\nlast words\n\n", "the process ended with SIGSEGV; last words"),
        (3, "", "the process ended with code 3"),
        (0xC0000005, "", "the process ended with code 0xc0000005"),
        (-250, "", "the process ended with signal 250"),
        (None, "it stopped", "it stopped"),
        (
            -6,
            "/build/of/x.c:1: GGML_ASSERT(n > 0) failed\n"
            "Fatal Python error: Aborted\n\n  File main.py\n",
            "the process ended with SIGABRT; x.c:1: GGML_ASSERT(n > 0) failed",
        ),
    ],
)
def test_an_unexplained_end_is_told_with_the_last_words(
    code: int | None, stderr: str, detail: str
) -> None:
    error = diagnose(code, stderr)

    assert error.cause is Cause.CRASHED
    assert error.detail == detail


def test_what_llama_cpp_says_is_told_without_the_names_of_its_functions() -> None:
    assert plain(LOAD + "unknown model architecture: 'x'") == "unknown model architecture: 'x'"
    assert plain("no memory") == "no memory"
