"""Every error says in plain words what happened, why, and what to do."""

from __future__ import annotations

import errno
from pathlib import Path

from app.faults import OURS, details_of, fault_of
from app.material.errors import MaterialError
from app.model.errors import Cause as EngineCause
from app.model.errors import EngineError
from app.model.fetch_errors import FetchCause, FetchError, SourceFailure
from app.study.errors import Cause, StudyLogError


def test_of_the_engine() -> None:
    fault = fault_of(EngineError(EngineCause.CRASHED, "signal 11"))
    assert fault.title == "The model stopped unexpectedly"
    assert fault.cause == "Signal 11."
    assert fault.step.startswith("Start the model again.")


def test_of_the_study_log_with_the_file_that_it_is_about() -> None:
    fault = fault_of(StudyLogError(Cause.NOT_A_LOG, Path("/data/study.db")))
    assert fault.title == "This file is not a study log"
    assert fault.cause == "The file is /data/study.db."
    assert "Move it away" in fault.step


def test_of_a_fetch_with_every_source_that_was_tried() -> None:
    failures = (SourceFailure("huggingface.co", "has no such file"),)
    error = FetchError(FetchCause.ALL_SOURCES_FAILED, "1 source was tried", failures)
    fault = fault_of(error)
    assert fault.title == "The model could not be fetched"
    assert fault.cause == "1 source was tried. huggingface.co: has no such file."
    assert "Check the network" in fault.step


def test_of_the_system() -> None:
    fault = fault_of(OSError(errno.ENOSPC, "No space left on device", "/data/settings.json"))
    assert fault.cause == "No space left on device: /data/settings.json."
    assert "room" in fault.step


def test_what_it_kept_from_happening_goes_before_what_happened() -> None:
    error = StudyLogError(Cause.DISK_FULL, None)
    fault = fault_of(error, "The session could not begin")
    assert fault.title == "The session could not begin"
    assert fault.cause.startswith("The disk is full")
    assert fault.step == error.action


def test_of_a_file_of_the_learner() -> None:
    fault = fault_of(MaterialError("notes.pdf", "is encrypted"), "That did not work")
    assert fault.words == "That did not work. notes.pdf: is encrypted."


def test_a_mistake_of_ours_is_called_one() -> None:
    fault = fault_of(RuntimeError("an impossible thing"))
    assert fault.title == OURS
    assert "impossible" not in fault.words
    assert "report" in fault.step


def test_the_details_have_what_a_report_needs() -> None:
    try:
        raise EngineError(EngineCause.CRASHED, "signal 11")
    except EngineError as error:
        details = details_of(error)
    assert details.startswith("Segue ")
    assert "Python" in details.splitlines()[0]
    assert "test_faults.py" in details
    assert "cause: crashed" in details
    assert "detail: signal 11" in details
