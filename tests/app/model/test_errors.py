"""Every error tells the learner what happened and what to do."""

from __future__ import annotations

import pytest

from app.model.errors import Cause, EngineError


@pytest.mark.parametrize("cause", Cause)
def test_every_cause_has_a_title_and_a_next_step(cause: Cause) -> None:
    error = EngineError(cause)

    assert error.title
    assert error.action.endswith(".")
    assert str(error) == error.title


def test_the_detail_follows_the_title() -> None:
    error = EngineError(Cause.OUT_OF_MEMORY, "needs 4.0 GB, 1.0 GB are free")

    assert str(error) == "There is not enough memory for this model: needs 4.0 GB, 1.0 GB are free"
    assert error.detail == "needs 4.0 GB, 1.0 GB are free"


@pytest.mark.parametrize("cause", Cause)
def test_what_is_read_names_the_reason_and_the_next_step(cause: Cause) -> None:
    error = EngineError(cause, "own.gguf: it is too short.")

    assert error.explanation == f"{error.title}: own.gguf: it is too short. {error.action}"
    assert error.advice == f"own.gguf: it is too short. {error.action}"
    assert EngineError(cause).explanation == f"{error.title}. {error.action}"
    assert EngineError(cause).advice == error.action
