"""Prompts are files with a version, and every place in them is filled."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.content.errors import ContentError
from app.paths import PROMPTS
from app.quiz.prompts import load_prompt


@pytest.mark.parametrize("path", sorted(PROMPTS.glob("*.md")), ids=lambda path: path.stem)
def test_every_prompt_that_ships_can_be_loaded(path: Path) -> None:
    template = load_prompt(path)
    assert template.version >= 1
    assert template.label == f"{path.stem}/{template.version}"


def test_places_are_filled_and_values_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "p.md"
    path.write_text("---\nversion: 3\n---\n## system\n\nS\n\n## user\n\nQ: $q\n\n## reply\n\nA:\n")
    prompt = load_prompt(path).fill(q="costs $5, $q")
    assert [message.content for message in prompt.messages] == ["S", "Q: costs $5, $q"]
    assert prompt.reply_start == "A:"
    with pytest.raises(KeyError):
        load_prompt(path).fill()


@pytest.mark.parametrize("text", ["---\nversion: x\n---\n## user\nu", "---\nversion: 1\n---\nu"])
def test_a_prompt_without_version_or_user_part_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "p.md"
    path.write_text(text)
    with pytest.raises(ContentError):
        load_prompt(path)
