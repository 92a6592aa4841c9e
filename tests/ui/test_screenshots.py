"""Pictures of the window are taken of everything, with weeks of study in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from ui import screenshots
from ui.demo import NOW, make_demo
from ui.theme import Theme


def test_the_demo_has_studied_for_weeks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SEGUE_MODEL")
    workspace, clock = make_demo(tmp_path)
    assert clock() == NOW
    assert len(workspace.log.entries(limit=1000)) > 150
    assert workspace.agenda().due > 0
    assert workspace.log.check() == []
    figures = workspace.overrules()
    assert 0 < figures.overruled < figures.verdicts / 5
    workspace.close()


@pytest.mark.slow
def test_every_page_is_taken_in_both_schemes(
    tmp_path: Path, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SEGUE_MODEL")
    assert screenshots.main([str(tmp_path / "out")]) == 0
    names = {path.stem for path in (tmp_path / "out").glob("*.png")}
    scenes = [*screenshots.NEW, *screenshots.STUDIED]
    assert names == {f"{scene}-{scheme}" for scene in scenes for scheme in ("light", "dark")}
    assert QImage(str(tmp_path / "out" / "today-dark.png")).width() == 1280


def test_without_a_folder_it_says_how(capsys: pytest.CaptureFixture[str]) -> None:
    assert screenshots.main([]) == 2
    assert "usage" in capsys.readouterr().err
