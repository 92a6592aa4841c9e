"""Hundreds of damaged model files: each is refused with a cause or works, and nothing else happens.

A case is told by its seed. ``SEGUE_FUZZ=1000-1200`` runs those seeds besides the usual ones.
"""

from __future__ import annotations

import math
import os
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from app.model.client import LocalEngine
from app.model.errors import Cause, EngineError
from app.model.protocol import EngineState, Message, Prompt, Sampling
from tests.helpers.gguf_mutation import KINDS, Mutation, Patient, kind_of

pytestmark = pytest.mark.engine

# Three rounds through all kinds of damage, and twenty more.
QUICK = range(3 * len(KINDS))
SLOW = range(len(QUICK), 23 * len(KINDS))
# Quiet, a case takes half a second; the process would count as hung after ten.
LIMIT = 30.0
PATIENCE = 10.0

QUESTION = Prompt((Message("user", "What is the capital of France?"),), "It is")
REFUSED = {
    Cause.NOT_A_MODEL,
    Cause.TRUNCATED,
    Cause.DAMAGED,
    Cause.UNSUPPORTED_ARCHITECTURE,
    Cause.OUT_OF_MEMORY,
}
DIED = {Cause.CRASHED, Cause.KILLED, Cause.HUNG}


def _extra() -> list[int]:
    first, _, last = os.environ.get("SEGUE_FUZZ", "").partition("-")
    return list(range(int(first), int(last or first) + 1)) if first else []


def _name(seed: int) -> str:
    return f"{seed}-{kind_of(seed)}".replace(" ", "-")


def _cases() -> list[object]:
    extra = [seed for seed in _extra() if seed not in QUICK]
    slow = [seed for seed in SLOW if seed not in extra]
    return [
        *(pytest.param(seed, id=_name(seed)) for seed in (*QUICK, *extra)),
        *(pytest.param(seed, id=_name(seed), marks=pytest.mark.slow) for seed in slow),
    ]


@pytest.fixture(scope="module")
def patient(small_model: Path, tmp_path_factory: pytest.TempPathFactory) -> Patient:
    return Patient(small_model, tmp_path_factory.mktemp("fuzz"))


@pytest.fixture(scope="module", autouse=True)
def _nothing_is_left_behind(patient: Patient) -> Iterator[None]:
    me = psutil.Process()
    before = me.num_fds() if hasattr(me, "num_fds") else 0
    children = me.children(recursive=True)
    yield
    assert me.children(recursive=True) == children
    assert before == 0 or me.num_fds() <= before


@pytest.mark.parametrize("seed", _cases())
def test_a_damaged_file_is_refused_with_a_cause_or_works(patient: Patient, seed: int) -> None:
    mutation = patient.mutation(seed)
    with patient.damaged(mutation) as path:
        try:
            _try(path, mutation)
        except AssertionError as error:
            alone = f"SEGUE_FUZZ={seed} make test ARGS='-k {_name(seed)}'"
            error.add_note(f"{mutation}; alone: {alone}")
            raise


def _try(path: Path, mutation: Mutation) -> None:
    began = time.monotonic()
    children = psutil.Process().children(recursive=True)
    with LocalEngine(path, threads=1, patience=PATIENCE) as engine:
        try:
            engine.load()
            _use(engine)
        except EngineError as error:
            _check_refusal(error, path, engine)
        pid = engine.pid
    assert time.monotonic() - began < LIMIT
    assert pid is None or not psutil.pid_exists(pid)
    assert psutil.Process().children(recursive=True) == children


def _use(engine: LocalEngine) -> None:
    """A model that could be loaded has to work, however badly."""
    scored = engine.score(QUESTION, [" Paris", " Rome"])
    assert all(math.isfinite(each.log_probability) for each in scored)
    text = "".join(engine.generate(QUESTION, Sampling(max_tokens=2, temperature=0.0)))
    assert isinstance(text, str)
    assert engine.failure is None


def _check_refusal(error: EngineError, path: Path, engine: LocalEngine) -> None:
    """Whoever reads it learns which file, what is the matter, and what to do."""
    assert error.cause in REFUSED | DIED
    assert path.name in error.explanation
    assert error.detail.replace(str(path), "").strip(": ")
    assert error.explanation.endswith(".")
    if error.cause in REFUSED:
        assert engine.state is EngineState.FAILED
        assert engine.pid is None


def test_the_same_seed_is_the_same_damage(patient: Patient) -> None:
    for seed in QUICK:
        assert patient.mutation(seed) == patient.mutation(seed)
    assert len({str(patient.mutation(seed)) for seed in range(400)}) == 400


def test_after_a_case_the_copy_is_sound_again(patient: Patient, small_model: Path) -> None:
    for seed in QUICK:
        with patient.damaged(patient.mutation(seed)) as path:
            assert path.is_file()
    (copy,) = path.parent.iterdir()
    assert copy.read_bytes() == small_model.read_bytes()
