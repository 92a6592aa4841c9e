"""Every way in which a model can fail, really brought about: it is named, and the program lives."""

from __future__ import annotations

import os
import re
import shutil
import signal
import struct
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

import app.model.process
from app.model.client import LocalEngine
from app.model.errors import Cause, EngineError
from app.model.process import probe
from app.model.protocol import EngineState, Message, Prompt, Sampling
from tests.helpers.gguf_mutation import Anatomy, anatomy_of
from tests.helpers.users import as_ordinary_user

pytestmark = pytest.mark.engine

POSIX = pytest.mark.skipif(os.name == "nt", reason="sends signals")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
HELLO = Prompt((Message("user", "Hello"),))
GIGABYTE = 10**9

MakeEngine = Callable[..., LocalEngine]
Patches = Sequence[tuple[int, bytes]]


@pytest.fixture(scope="module")
def anatomy(small_model: Path) -> Anatomy:
    return anatomy_of(small_model)


@pytest.fixture
def model(small_model: Path, tmp_path: Path) -> Path:
    """A copy of the small model, to be damaged."""
    return Path(shutil.copyfile(small_model, tmp_path / "model.gguf"))


def patch(path: Path, *patches: tuple[int, bytes]) -> None:
    with path.open("r+b") as file:
        for at, data in patches:
            file.seek(at)
            file.write(data)


def place(anatomy: Anatomy, what: str) -> int:
    groups = (anatomy.counts, anatomy.types, anatomy.values, anatomy.texts)
    groups += (anatomy.dims, anatomy.kinds, anatomy.offsets)
    return next(each.start for group in groups for each in group if each.what == what)


def failure_of(engine: LocalEngine) -> EngineError:
    with pytest.raises(EngineError) as caught:
        engine.load()
    assert engine.state is EngineState.FAILED
    assert str(engine.failure) == str(caught.value)
    assert engine.pid is None
    return caught.value


def wait_for(condition: Callable[[], object], step: float = 0.01) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(step)


def strike(engine: LocalEngine, name: str) -> None:
    assert engine.pid is not None
    os.kill(engine.pid, signal.Signals[name])


def strike_while_loading(engine: LocalEngine, name: str, sign: Path) -> None:
    """Have the model loaded, and send a signal once that has begun."""
    engine.start()
    wait_for(sign.exists, step=0.0005)
    strike(engine, name)
    wait_for(lambda: engine.state is EngineState.FAILED)


class TestFiles:
    def test_none(self, make_engine: MakeEngine, tmp_path: Path) -> None:
        error = failure_of(make_engine(tmp_path / "gone.gguf"))

        assert error.explanation == (
            f"The model file is not there: {tmp_path}/gone.gguf. "
            "Choose another model on the Models page, or fetch this one again."
        )

    @pytest.mark.skipif(os.name == "nt", reason="permissions are another matter there")
    def test_no_permission(self, make_engine: MakeEngine, small_model: Path) -> None:
        with as_ordinary_user() as folder:
            path = Path(shutil.copyfile(small_model, folder / "model.gguf"))
            path.chmod(0)

            error = failure_of(make_engine(path))

        assert error.explanation == (
            f"The model file may not be read: {path}. "
            "Give your user account permission to read the file, or choose another model."
        )

    def test_a_folder(self, make_engine: MakeEngine, tmp_path: Path) -> None:
        error = failure_of(make_engine(tmp_path))

        assert error.explanation == (
            f"This file is not a model that Segue can run: {tmp_path} is a folder. "
            "Choose a file in the GGUF format; its name usually ends in .gguf."
        )

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="makes a pipe with a name")
    def test_a_pipe_does_not_hold_anything_up(
        self, make_engine: MakeEngine, tmp_path: Path
    ) -> None:
        os.mkfifo(tmp_path / "pipe.gguf")

        error = failure_of(make_engine(tmp_path / "pipe.gguf"))

        assert error.cause is Cause.NOT_A_MODEL
        assert "pipe.gguf is not a file" in error.explanation

    @pytest.mark.parametrize(
        ("length", "reason"),
        [(0, "the file is empty"), (20, "cut short"), (50_000, "cut short")],
    )
    def test_cut_off_in_the_header(
        self, make_engine: MakeEngine, model: Path, length: int, reason: str
    ) -> None:
        os.truncate(model, length)

        error = failure_of(make_engine(model))

        assert error.cause is Cause.TRUNCATED
        assert f"{model}: " in error.explanation
        assert reason in error.explanation
        assert "Fetch the model again" in error.explanation

    def test_cut_off_in_the_weights(self, make_engine: MakeEngine, model: Path) -> None:
        os.truncate(model, 50_000_000)

        assert failure_of(make_engine(model)).explanation == (
            f"The model file is incomplete: {model}: it ends after 50.0 MB of 98.4 MB. "
            "Fetch the model again on the Models page; a download was probably cut short."
        )

    def test_something_else(self, make_engine: MakeEngine, model: Path) -> None:
        patch(model, (0, b"PK\x03\x04"))

        error = failure_of(make_engine(model))

        assert error.cause is Cause.NOT_A_MODEL
        assert f"{model}: this is not a GGUF file" in error.explanation
        assert "Choose a file in the GGUF format" in error.explanation


class TestDamage:
    """A copy of the real model, damaged where llama.cpp or the preflight has to notice."""

    def damaged(self, make_engine: MakeEngine, model: Path) -> str:
        error = failure_of(make_engine(model))
        assert error.cause is Cause.DAMAGED
        assert "model.gguf: " in error.explanation
        assert "Fetch the model again on the Models page." in error.explanation
        return error.detail

    def test_absurd_counts(self, make_engine: MakeEngine, model: Path, anatomy: Anatomy) -> None:
        patch(model, (place(anatomy, "count of tensors"), struct.pack("<Q", 2**60)))

        assert "counts in its header are impossible" in self.damaged(make_engine, model)

    def test_absurd_dimensions(
        self, make_engine: MakeEngine, model: Path, anatomy: Anatomy
    ) -> None:
        at = place(anatomy, "dimension 1 of token_embd.weight")
        patch(model, (at, struct.pack("<Q", 2**50)))

        reason = self.damaged(make_engine, model)
        assert "tensor token_embd.weight has impossible dimensions" in reason

    def test_a_flipped_bit_in_the_header(
        self, make_engine: MakeEngine, model: Path, anatomy: Anatomy
    ) -> None:
        at = place(anatomy, "offset of blk.3.ffn_up.weight")
        patch(model, (at + 2, bytes([model.read_bytes()[at + 2] ^ 1])))

        reason = self.damaged(make_engine, model)
        assert "blk.3.ffn_up.weight does not begin where the one before it ends" in reason

    def test_a_flipped_bit_that_only_llama_cpp_can_notice(
        self, make_engine: MakeEngine, model: Path, anatomy: Anatomy
    ) -> None:
        name = next(each for each in anatomy.names if each.size == len("blk.5.attn_q.weight"))
        patch(model, (name.start, b"c"))

        reason = self.damaged(make_engine, model)
        assert reason.startswith("model.gguf: ")
        assert reason.endswith(" not found")

    def test_weights_that_are_no_numbers(
        self, make_engine: MakeEngine, model: Path, anatomy: Anatomy
    ) -> None:
        patch(model, (anatomy.data + 40_000_000, b"\xff\x7f" * 2048))

        assert "invalid data" in self.damaged(make_engine, model)

    def test_a_flipped_bit_in_a_weight_changes_a_number_and_nothing_else(
        self, make_engine: MakeEngine, model: Path, anatomy: Anatomy
    ) -> None:
        at = anatomy.data + 40_000_000
        patch(model, (at, bytes([model.read_bytes()[at] ^ 1])))
        engine = make_engine(model)

        assert engine.load().context_length == 4096
        # Only its hash can tell; "Verify" on the Models page compares it.
        assert len(engine.score(HELLO, [" a", " b"])) == 2


class TestStrangers:
    @pytest.mark.parametrize(
        ("where", "data", "reason"),
        [
            ("general.architecture", b"zlama", "unknown model architecture: 'zlama'"),
            ("tokenizer.ggml.pre", b"smolln", "unknown pre-tokenizer type: 'smolln'"),
            ("type of blk.7.ffn_up.weight", b"\x4d\x00\x00\x00", "of type 77, which llama.cpp"),
        ],
    )
    def test_what_this_llama_cpp_does_not_know(
        self,
        make_engine: MakeEngine,
        model: Path,
        anatomy: Anatomy,
        where: str,
        data: bytes,
        reason: str,
    ) -> None:
        patch(model, (place(anatomy, where), data))

        error = failure_of(make_engine(model))

        assert error.cause is Cause.UNSUPPORTED_ARCHITECTURE
        assert error.explanation.startswith(
            "This version of llama.cpp does not know this kind of model: "
        )
        assert "model.gguf: " in error.explanation
        assert reason in error.explanation
        assert error.explanation.endswith(". Choose another model, or update Segue.")

    def test_a_newer_format(self, make_engine: MakeEngine, model: Path) -> None:
        patch(model, (4, b"\x04"))

        error = failure_of(make_engine(model))

        assert error.cause is Cause.UNSUPPORTED_ARCHITECTURE
        assert f"{model}: version 4 of the GGUF format" in error.explanation

    def test_a_model_that_can_remember_nothing(
        self, make_engine: MakeEngine, model: Path, anatomy: Anatomy
    ) -> None:
        at = place(anatomy, "value of llama.context_length")
        patch(model, (at, struct.pack("<I", 4)))

        error = failure_of(make_engine(model))

        assert error.cause in (Cause.NOT_A_MODEL, Cause.CRASHED)
        assert "model.gguf: " in error.explanation


class TestMemory:
    def test_too_large_is_told_with_both_numbers_before_anything_is_loaded(
        self, make_engine: MakeEngine, small_model: Path
    ) -> None:
        error = failure_of(make_engine(available_memory=lambda: 100_000_000))

        assert error.explanation == (
            "There is not enough memory for this model: "
            f"{small_model.name} needs about 0.5 GB, 0.1 GB are free. "
            "Close other programs and start the model again, or choose a smaller model."
        )

    def test_what_is_reckoned_is_what_is_needed(
        self, make_engine: MakeEngine, make_passage: Callable[..., object]
    ) -> None:
        engine = make_engine(context_length=8192)
        engine.load()
        engine.score(HELLO, [" a", " b"])
        engine.observe([make_passage("Paris")], [0.5, 0.8])  # type: ignore[list-item]
        assert engine.pid is not None
        taken = psutil.Process(engine.pid).memory_info().rss

        # 98 MB of file, 23,040 bytes for each of 12,288 tokens, and 240 MB.
        reckoned = 621_500_000
        assert 0.5 * reckoned < taken < reckoned

    @LINUX
    def test_memory_that_is_gone_when_it_is_needed(
        self, make_engine: MakeEngine, small_model: Path
    ) -> None:
        # What is free when it is asked for is taken by others before it is used.
        free = iter([GIGABYTE, 0])
        engine = make_engine(context_length=8192, available_memory=lambda: next(free))

        error = failure_of(engine)

        assert error.cause is Cause.OUT_OF_MEMORY
        assert f"{small_model.name}: " in error.explanation
        assert re.search("alloc|temporarily unavailable", error.detail)
        assert error.explanation.endswith("or choose a smaller model.")

    @LINUX
    def test_the_system_ends_the_engine_before_the_window(self, make_engine: MakeEngine) -> None:
        engine = make_engine()
        engine.load()

        def readiness(process: int | str) -> int:
            return int(Path(f"/proc/{process}/oom_score_adj").read_text())

        assert engine.pid is not None
        assert readiness(engine.pid) > readiness("self")

    @LINUX
    def test_a_damaged_file_cannot_take_all_there_is(self, make_engine: MakeEngine) -> None:
        engine = make_engine(available_memory=lambda: 2 * GIGABYTE)
        engine.load()
        assert engine.pid is not None

        limit, _ = psutil.Process(engine.pid).rlimit(psutil.RLIMIT_DATA)

        assert 2 * GIGABYTE <= limit < 3 * GIGABYTE

    def test_it_is_given_back(self, make_engine: MakeEngine, medium_prompt: Prompt) -> None:
        def tree() -> int:
            me = psutil.Process()
            return sum(each.memory_info().rss for each in (me, *me.children(recursive=True)))

        make_engine().close()
        before = tree()
        engine = make_engine()
        engine.load()
        engine.score(medium_prompt, [" a", " b"])
        during = tree()

        engine.close()

        assert during - before > 200_000_000
        assert abs(tree() - before) < 10_000_000

    def test_many_failures_leave_nothing_behind(
        self, make_engine: MakeEngine, model: Path, anatomy: Anatomy
    ) -> None:
        name = next(each for each in anatomy.names if each.size == len("blk.5.attn_q.weight"))
        patch(model, (name.start, b"c"))
        me = psutil.Process()

        def held() -> tuple[int, int, int]:
            return me.num_fds(), me.num_threads(), len(me.children(recursive=True))

        failure_of(engine := make_engine(model))
        engine.close()
        before = held()
        for _ in range(3):
            failure_of(engine := make_engine(model))
            engine.close()

        assert all(now <= then for now, then in zip(held(), before, strict=True))


@POSIX
class TestSignals:
    """The real process, ended by real signals."""

    @pytest.fixture
    def sign(self, tmp_path: Path) -> Path:
        """A file that is there as soon as the model is being loaded."""
        return tmp_path / "quarantine.json"

    @pytest.mark.parametrize(
        ("name", "cause", "reason", "action"),
        [
            ("SIGKILL", Cause.KILLED, "ended with SIGKILL", "close other programs"),
            ("SIGTERM", Cause.KILLED, "ended with SIGTERM", "close other programs"),
            ("SIGILL", Cause.ILLEGAL_INSTRUCTION, "ended with SIGILL", "Install Segue on this"),
            ("SIGSEGV", Cause.CRASHED, "ended with SIGSEGV", "Start the model again"),
            ("SIGABRT", Cause.CRASHED, "ended with SIGABRT", "Start the model again"),
        ],
    )
    def test_while_it_is_loaded(
        self,
        make_engine: MakeEngine,
        model: Path,
        sign: Path,
        name: str,
        cause: Cause,
        reason: str,
        action: str,
    ) -> None:
        engine = make_engine(model, quarantine_file=sign)

        strike_while_loading(engine, name, sign)

        error = engine.failure
        assert error is not None
        assert error.cause is cause
        assert "model.gguf: " in error.explanation
        assert reason in error.explanation
        assert action in error.explanation

    def test_stopped_while_it_is_loaded(
        self, make_engine: MakeEngine, model: Path, sign: Path
    ) -> None:
        engine = make_engine(model, quarantine_file=sign, patience=2.0)
        before = psutil.Process().children()

        strike_while_loading(engine, "SIGSTOP", sign)

        assert engine.failure is not None
        assert engine.failure.explanation == (
            "The model stopped answering and was ended: model.gguf: no sign of life for 2 seconds. "
            "Try again. If this computer is busy, close other programs, or choose a smaller model."
        )
        assert psutil.Process().children() == before

    @pytest.mark.parametrize(
        ("name", "cause"),
        [("SIGKILL", Cause.KILLED), ("SIGILL", Cause.ILLEGAL_INSTRUCTION), ("SIGSTOP", Cause.HUNG)],
    )
    def test_in_the_middle_of_a_reply(
        self, make_engine: MakeEngine, name: str, cause: Cause
    ) -> None:
        engine = make_engine(patience=5.0 if name == "SIGSTOP" else 120.0)
        engine.load()
        stream = engine.generate(HELLO, Sampling(max_tokens=3000, temperature=1.0))
        next(stream)

        strike(engine, name)

        with pytest.raises(EngineError) as caught:
            list(stream)
        assert caught.value.cause is cause
        assert caught.value.detail
        wait_for(lambda: engine.pid is None)

    @LINUX
    def test_a_file_that_shrinks_under_it(self, make_engine: MakeEngine, model: Path) -> None:
        engine = make_engine(model)
        engine.load()
        os.truncate(model, 1_000_000)

        with pytest.raises(EngineError) as caught:
            engine.score(HELLO, [" a", " b"])

        # Done once more, it is told at loading what is the matter now.
        assert caught.value.cause is Cause.TRUNCATED
        assert "model.gguf: " in caught.value.explanation

    @LINUX
    def test_a_disk_that_goes_away_in_the_middle(
        self, make_engine: MakeEngine, model: Path
    ) -> None:
        engine = make_engine(model)
        engine.load()
        stream = engine.generate(HELLO, Sampling(max_tokens=3000, temperature=1.0))
        next(stream)

        os.truncate(model, 1_000_000)

        with pytest.raises(EngineError) as caught:
            list(stream)
        assert caught.value.cause is Cause.UNREADABLE
        assert "SIGBUS" in caught.value.detail
        assert "See whether the disk" in caught.value.explanation


class TestLibrary:
    @pytest.fixture
    def libraries(self) -> Path:
        import llama_cpp.llama_cpp as binding

        return Path(binding._lib._name).parent

    @contextmanager
    def mismatch(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
        said: list[str] = []
        monkeypatch.setenv("LLAMA_CPP_LIB_PATH", str(folder))
        with pytest.raises(EngineError) as caught:
            probe()
        assert caught.value.cause is Cause.LIBRARY_MISMATCH
        assert "Run the set-up again" in caught.value.explanation
        said.append(caught.value.explanation)
        yield said

    def test_missing(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        with self.mismatch(tmp_path, monkeypatch) as (said,):
            assert "not found" in said

    @pytest.mark.parametrize("kept", [0, 5000])
    def test_broken(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, libraries: Path, kept: int
    ) -> None:
        for library in libraries.iterdir():
            (tmp_path / library.name).write_bytes(library.read_bytes()[:kept])

        with self.mismatch(tmp_path, monkeypatch) as (said,):
            assert "llama.cpp is missing or does not fit this version of Segue: " in said

    @pytest.mark.skipif(sys.platform != "linux", reason="knows how the libraries are named there")
    def test_of_another_version(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, libraries: Path
    ) -> None:
        for library in libraries.iterdir():
            shutil.copyfile(library, tmp_path / library.name)
        # A sound library in its place, which lacks the functions of this version.
        shutil.copyfile(libraries / "libggml-base.so", tmp_path / "libllama.so")

        with self.mismatch(tmp_path, monkeypatch) as (said,):
            assert "undefined symbol: llama_" in said

    def test_a_process_of_another_version_of_segue(
        self, make_engine: MakeEngine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        # As when files were replaced under a program that runs.
        monkeypatch.setattr(app.model.process, "PROTOCOL", 10**6)

        error = failure_of(make_engine())

        assert error.cause is Cause.LIBRARY_MISMATCH
        assert "not 1000000" in error.explanation


class TestSetAside:
    """What ended the engine while it was loaded is not loaded at the next start."""

    @pytest.fixture
    def deadly(self, model: Path, anatomy: Anatomy) -> Path:
        """A model that makes llama.cpp abort while it is loaded."""
        at = place(anatomy, "value of llama.context_length")
        patch(model, (at, struct.pack("<I", 3)))
        return model

    def test_it_is_not_touched_at_the_next_start(
        self, make_engine: MakeEngine, deadly: Path, tmp_path: Path
    ) -> None:
        kept = tmp_path / "quarantine.json"
        first = make_engine(deadly, quarantine_file=kept)
        assert failure_of(first).cause is Cause.CRASHED
        first.close()

        second = make_engine(deadly, quarantine_file=kept)

        assert second.state is EngineState.FAILED
        assert second.failure is not None
        assert second.failure.cause is Cause.SET_ASIDE
        assert "model.gguf on " in second.failure.explanation
        assert "SIGABRT" in second.failure.explanation
        assert "Choose “Try again”" in second.failure.explanation
        second.prefill(HELLO)
        with pytest.raises(EngineError):
            second.score(HELLO, [" a"])
        assert second.pid is None

    def test_asked_for_it_is_tried_again_and_set_aside_again(
        self, make_engine: MakeEngine, deadly: Path, tmp_path: Path
    ) -> None:
        kept = tmp_path / "quarantine.json"
        failure_of(make_engine(deadly, quarantine_file=kept))

        engine = make_engine(deadly, quarantine_file=kept)
        assert failure_of(engine).cause is Cause.CRASHED

        again = make_engine(deadly, quarantine_file=kept).failure
        assert again is not None
        assert again.cause is Cause.SET_ASIDE

    def test_a_file_that_was_fetched_again_is_loaded(
        self, make_engine: MakeEngine, deadly: Path, small_model: Path, tmp_path: Path
    ) -> None:
        kept = tmp_path / "quarantine.json"
        failure_of(make_engine(deadly, quarantine_file=kept))
        shutil.copyfile(small_model, deadly)

        engine = make_engine(deadly, quarantine_file=kept)

        assert engine.failure is None
        assert len(engine.score(HELLO, [" a"])) == 1
        assert make_engine(deadly, quarantine_file=kept).failure is None

    @POSIX
    def test_one_that_was_only_unlucky_is_loaded_when_asked_for(
        self, make_engine: MakeEngine, model: Path, tmp_path: Path
    ) -> None:
        kept = tmp_path / "quarantine.json"
        strike_while_loading(make_engine(model, quarantine_file=kept), "SIGKILL", kept)
        engine = make_engine(model, quarantine_file=kept)
        assert engine.state is EngineState.FAILED

        engine.start()

        wait_for(lambda: engine.state is EngineState.READY)
        assert make_engine(model, quarantine_file=kept).failure is None

    def test_one_that_is_closed_while_it_is_loaded_is_not_set_aside(
        self, make_engine: MakeEngine, model: Path, tmp_path: Path
    ) -> None:
        kept = tmp_path / "quarantine.json"
        engine = make_engine(model, quarantine_file=kept)
        engine.start()
        wait_for(kept.exists, step=0.0005)

        engine.close()

        assert make_engine(model, quarantine_file=kept).failure is None

    def test_one_that_was_refused_without_a_death_is_looked_at_again(
        self, make_engine: MakeEngine, model: Path, tmp_path: Path
    ) -> None:
        kept = tmp_path / "quarantine.json"
        os.truncate(model, 50_000_000)
        failure_of(make_engine(model, quarantine_file=kept))

        assert make_engine(model, quarantine_file=kept).failure is None


@POSIX
class TestDropping:
    def test_a_job_that_ended_the_engine_twice_is_named(self, make_engine: MakeEngine) -> None:
        engine = make_engine()
        dispose = engine.on_change(
            lambda: strike(engine, "SIGKILL") if engine.state is EngineState.WORKING else None
        )
        with pytest.raises(EngineError):
            engine.score(HELLO, [" a"])
        dispose()

        with pytest.raises(EngineError) as caught:
            engine.score(HELLO, [" a"])

        assert caught.value.explanation == (
            "This request ended the model twice and is not made again: weighing answers has ended "
            "it twice (the process ended with SIGKILL). Go on with the next question. Starting the "
            "model again on the Models page allows it anew."
        )

    def test_a_model_that_no_request_survives_is_left_alone(self, make_engine: MakeEngine) -> None:
        engine = make_engine()
        deaths = []

        def kill() -> None:
            if engine.state is EngineState.WORKING:
                deaths.append(engine.pid)
                strike(engine, "SIGKILL")

        engine.on_change(kill)
        for number in range(4):
            with pytest.raises(EngineError):
                engine.score(HELLO, [f" {number}"])

        assert len(deaths) == 5
        assert engine.state is EngineState.FAILED
        assert engine.failure is not None
        assert engine.failure.cause is Cause.KILLED
        assert "5 requests in a row have ended it" in engine.failure.explanation


class TestEnding:
    @POSIX
    def test_a_process_that_does_not_react_does_not_hold_up_whoever_closes(
        self, make_engine: MakeEngine
    ) -> None:
        engine = make_engine()
        engine.load()
        pid = engine.pid
        strike(engine, "SIGSTOP")

        began = time.monotonic()
        engine.close(wait=False)
        assert time.monotonic() - began < 0.5

        wait_for(lambda: not psutil.pid_exists(pid or 0))
        assert engine.state is EngineState.STOPPED

    def test_the_next_model_waits_for_the_memory_of_the_last(self, make_engine: MakeEngine) -> None:
        first, second = make_engine(), make_engine()
        first.load()
        pid = first.pid
        assert pid is not None

        first.close(wait=False)
        second.load()

        assert not psutil.pid_exists(pid)
