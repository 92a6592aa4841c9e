"""What ``make`` offers, and what it asks before the first start."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.setup.verbs import CHECKS, HELP, ROOT, VERBS, data_option, model_in_words


def test_every_target_of_the_makefile_is_a_verb_and_the_other_way_round() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    rule = re.search(r"^(run .*):$", text, re.MULTILINE)
    assert rule is not None
    assert set(rule[1].split()) == set(VERBS)


def test_the_help_names_all_there_is_and_nothing_else() -> None:
    assert {line.split()[1] for line in HELP.splitlines() if line.startswith("make ")} == {
        *VERBS
    } - {"help"}


def test_continuous_integration_runs_what_a_contributor_runs() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines[-2:] == ["make check", "make test"]
    assert [name for name, _ in CHECKS] == [
        "ruff check",
        "ruff format",
        "mypy --strict",
        "import contracts",
    ]


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ("", "The default model (1.1 GB)"),
        ("smollm2-135m", "The model smollm2-135m (0.1 GB)"),
        ("/elsewhere/own.gguf", None),
        ("none", None),
    ],
)
def test_only_a_model_of_the_catalogue_is_offered(chosen: str, words: str | None) -> None:
    assert model_in_words(ROOT, chosen) == words


@pytest.mark.parametrize(
    ("arguments", "option"),
    [
        ([], []),
        (["--data", "/tmp/x"], ["--data", "/tmp/x"]),
        (["--data=/tmp/x", "quiz"], ["--data=/tmp/x"]),
        (["quiz", "--count", "3"], []),
    ],
)
def test_the_model_is_looked_for_with_the_same_data(
    arguments: list[str], option: list[str]
) -> None:
    assert data_option(arguments) == option


def test_this_is_the_root_of_the_project() -> None:
    assert (Path(ROOT) / "pyproject.toml").is_file()
