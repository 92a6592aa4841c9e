"""A server can be used without a window, and asks for leave there too."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from click.testing import CliRunner, Result

from app.model.server.keys import SERVICE
from app.paths import Paths
from app.server_command import server_command
from app.settings import load_settings
from tests.helpers.loopback import Loopback, models, serving
from tests.helpers.memory_keyring import MemoryKeyring

Run = Callable[..., Result]


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> MemoryKeyring:
    ring = MemoryKeyring()
    monkeypatch.setattr("keyring.get_keyring", lambda: ring)
    return ring


@pytest.fixture
def loopback() -> Iterator[Loopback]:
    with serving() as told:
        told.on("/v1/models", models("large", "small"))
        yield told


@pytest.fixture
def run(paths: Paths, ring: MemoryKeyring) -> Run:
    def invoke(*arguments: str, typed: str = "") -> Result:
        return CliRunner().invoke(server_command, arguments, obj=paths, input=typed)

    return invoke


def test_a_server_on_this_computer_is_used_looked_at_and_left(
    run: Run, loopback: Loopback, paths: Paths
) -> None:
    assert "no model server is used" in run("status").output
    used = run("use", loopback.url, "--model", "small")
    assert used.exit_code == 0
    assert "small on a server with the OpenAI interface words questions" in used.output
    known = json.loads(run("status", "--json").output)
    assert (known["model"], known["grades"], known["scores"]) == ("small", False, False)
    assert loopback.url in run("status").output
    assert run("off").exit_code == 0
    assert load_settings(paths.settings_file)[0].server == ""
    assert run("status").exit_code == 1


def test_anything_else_shows_what_is_sent_and_asks(run: Run, paths: Paths) -> None:
    refused = run("use", "http://192.0.2.1:9", typed="n\n")
    assert refused.exit_code == 1
    for said in ("your answer as you typed it", "POST http://192.0.2.1:9", "Do you agree?"):
        assert said in refused.output
    assert load_settings(paths.settings_file)[0].server == ""
    # Leave or not: what is not encrypted goes to nobody outside.
    agreed = run("use", "http://192.0.2.1:9", typed="y\n")
    assert "would travel unprotected" in agreed.output
    assert "https://" in agreed.output


def test_what_is_no_address_is_said(run: Run) -> None:
    result = run("use", "ftp://x")
    assert result.exit_code == 1
    assert "http:// or https://" in result.output


def test_a_key_is_asked_for_unseen_kept_and_forgotten(
    run: Run, loopback: Loopback, ring: MemoryKeyring
) -> None:
    used = run("use", loopback.url, "--key", typed="sk-secret\n")
    assert used.exit_code == 0
    assert "sk-secret" not in used.output
    assert ring.kept == {(SERVICE, loopback.url): "sk-secret"}
    assert loopback.requests[-1].headers["authorization"] == "Bearer sk-secret"
    assert "one word" in run("use", loopback.url, "--key", typed="two words\n").output
    run("off", "--forget-key")
    assert ring.kept == {}


def test_damaged_settings_are_told_before_anything_else(run: Run, paths: Paths) -> None:
    paths.settings_file.parent.mkdir(parents=True, exist_ok=True)
    paths.settings_file.write_text("{ no settings", encoding="utf-8")
    told = run("status")
    assert paths.settings_file.name in told.stderr
    assert "no model server is used" in told.output
