"""Anki is measured where it can be had; where not, the reason is told."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.bench.anki import RELEASE, Anki, NotMeasuredError, anki_python
from app.bench.registry import cache_folder


def test_without_a_network_the_reason_is_told_and_the_next_run_tries_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    said: list[str] = []
    for _ in range(2):
        with pytest.raises(NotMeasuredError, match=r"cannot be installed: ERROR: .*anki"):
            anki_python(tmp_path, said.append)
    assert len(said) == 2


def test_a_folder_that_cannot_hold_an_environment_is_a_reason_too(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    with pytest.raises(NotMeasuredError, match="cannot be installed"):
        anki_python(file, lambda _: None)


def test_an_environment_without_anki_is_told_by_its_last_words() -> None:
    with pytest.raises(NotMeasuredError, match=r"ended at “version”: .*No module named 'anki'"):
        Anki(Path(sys.executable))


@pytest.mark.slow
def test_anki_answers_undoes_and_counts(tmp_path: Path) -> None:
    with Anki(anki_python(cache_folder(), lambda _: None)) as anki:
        assert anki.version.split(".")[0] == RELEASE.split(".", maxsplit=1)[0]
        file = tmp_path / "few.anki2"
        anki.collection(file, reviews=500, cards=50)
        anki.collection(file, reviews=10**9, cards=50)  # there is one already
        anki.open(file)
        for operation in ("reopen", "answer", "undo", "answer", "today", "progress"):
            assert 0 < anki.milliseconds(operation) < 60_000
        anki.close_collection()
        with pytest.raises(NotMeasuredError, match="ended at “today”"):
            anki.milliseconds("today")
